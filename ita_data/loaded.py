"""What a reading gives: the report, what was observed, and how the columns were understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ita_data.findings import Finding
from ita_data.model import Field, Report, TrackedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedColumn:
    """One column of a table found in the file.

    `field` None: the column is kept as extra text. `certainty` is 0..1; 1 where the header
    is one of the form's own wordings or the officer said so. `sample` is its first value.
    """

    column: int
    header: str
    field: Field | None
    certainty: float
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedTable:
    """A table found in the file. `signature` is the same for files with the same header,
    so that the officer's choice can be remembered. `recognised` is false where no header
    was found and the officer is asked to match the columns; `header_rows` is then empty."""

    sheet: str
    signature: str
    header_rows: tuple[int, ...]
    columns: tuple[MatchedColumn, ...]
    recognised: bool = True
    measures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the officer said of a file; beats what was read.

    `columns`: by table signature, {1-based column: field, or None for "keep as text"}.
    Agency, district, province and fiscal year: None where the officer said nothing.
    """

    columns: Mapping[str, Mapping[int, Field | None]] = field(default_factory=dict)
    agency: str | None = None
    district: str | None = None
    province: str | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The outcome of reading one file. `format` is what the content is (text, xlsx, docx …).

    `tracked` is set where the file is a tracking workbook of this program: the same report
    with the indicators and results that it holds. None: they are still to be proposed.
    """

    report: Report
    findings: tuple[Finding, ...]
    tables: tuple[MatchedTable, ...] = ()
    name: str = ""
    format: str = ""
    tracked: TrackedReport | None = None


def used_besides(loaded: Loaded) -> Mapping[tuple[str, int], Literal["period", "amount"]]:
    """Columns that no field is matched to and that are used nevertheless, by sheet and 1-based
    column: those of months and quarters, for when a measure runs or for its amounts."""
    used: dict[tuple[str, int], Literal["period", "amount"]] = {}
    for measure in loaded.report.measures:
        for place in measure.cells.get("period_text", ()):
            if place.column is not None:
                used[place.sheet, place.column] = "period"
        for amount in measure.amounts:
            if amount.place.column is not None:
                used[amount.place.sheet, amount.place.column] = "amount"
    return used
