"""A reading under review: what was read and what the officer said of it, kept apart."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from ita_data.loaded import Choices, Loaded
from ita_data.model import (
    PROMISE_COLUMNS,
    RESULT_COLUMNS,
    Actual,
    Basis,
    Decision,
    Evidence,
    Field,
    Indicator,
    Measure,
    Number,
    Quantity,
    Report,
)
from ita_data.quantities import find_quantities
from ita_data.settings import Settings

PROSE: tuple[Field, ...] = PROMISE_COLUMNS + RESULT_COLUMNS
LEVEL_UNITS = Settings().level_units


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEdit:
    """What the officer wrote over a measure's fields; None: left as it was read."""

    title: str | None = None
    steps: str | None = None
    start: date | None = None
    end: date | None = None
    departments: tuple[str, ...] | None = None
    departments_text: str | None = None
    target: str | None = None
    output: str | None = None
    outcome: str | None = None
    declared_status: str | None = None
    budget_thb: Number | None = None
    evidence: tuple[Evidence, ...] | None = None
    remarks: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The stored version that a review goes on from, and what of it came into the review.

    `carried` are the indicators as they came in, `recorded` the ids that results or statuses
    are recorded for; `reported_on` is that version's.
    """

    agency: str
    fiscal_year: int | None
    number: int
    carried: tuple[Indicator, ...] = ()
    recorded: tuple[str, ...] = ()
    reported_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reading under review.

    `choices` is what the officer says of the file, `read_with` what it was last read with.
    `edits` are by measure id; `excluded` are measures the officer took out (no measures).
    `claims` are what the file reports, each for an indicator: what its text claims, and
    results that a table by month dates. `reported_on` as in
    TrackedReport. `author` and `reason` are kept as typed. `standing`: None where the report
    is stored for the first time. `stays`: by id, whether a measure that the file lacks stays
    in the report, as the officer answered.
    """

    loaded: Loaded
    choices: Choices = field(default_factory=Choices)
    read_with: Choices = field(default_factory=Choices)
    edits: Mapping[str, MeasureEdit] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    claims: tuple[Actual, ...] = ()
    reported_on: date | None = None
    author: str = ""
    reason: str = ""
    standing: Standing | None = None
    stays: Mapping[str, bool] = field(default_factory=dict)

    @property
    def stale(self) -> bool:
        """Whether the file has to be read again for what the officer says of it."""
        return self.choices != self.read_with

    @property
    def report(self) -> Report:
        """The report as read, with the officer's edits in it and without what they took out."""
        measures = (m for m in self.loaded.report.measures if m.id not in self.excluded)
        edited = tuple(_edited(m, self.edits.get(m.id)) for m in measures)
        return replace(self.loaded.report, **_said(self.choices), measures=edited)

    def indicators_of(self, measure_id: str) -> tuple[Indicator, ...]:
        return tuple(i for i in self.indicators if i.measure_id == measure_id)

    def claim_of(self, indicator_id: str) -> Actual | None:
        """What the text claims for an indicator; None where it claims nothing."""
        mine = (c for c in self.claims if c.indicator_id == indicator_id)
        return next((c for c in mine if c.basis is Basis.CLAIMED), None)

    @property
    def waiting(self) -> tuple[Indicator, ...]:
        """Proposals that the officer has not said anything of."""
        return tuple(i for i in self.indicators if i.decision is Decision.PROPOSED)


def _said(choices: Choices) -> dict[str, Any]:
    said = asdict(choices)
    del said["columns"]
    return {name: value for name, value in said.items() if value is not None}


def _edited(measure: Measure, edit: MeasureEdit | None) -> Measure:
    if edit is None:
        return measure
    names = (name for name in edit.__slots__ if getattr(edit, name) is not None)
    changes = {name: getattr(edit, name) for name in names}
    if changed := {c for c in PROSE if c in changes and changes[c] != measure.text_of(c)}:
        changes["quantities"] = tuple(_quantities(measure, changes, changed))
    return replace(measure, **changes)


def _quantities(
    measure: Measure, changes: Mapping[str, Any], changed: Iterable[str]
) -> Iterable[Quantity]:
    """Those of the columns that stay, and what is found in the new words, in column order."""
    for column in PROSE:
        if column in changed:
            yield from find_quantities(changes[column], column, level_units=LEVEL_UNITS)
        else:
            yield from (q for q in measure.quantities if q.column == column)
