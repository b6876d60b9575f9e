"""Rows that several sheets share: which indicators, in which order, and where they stand."""

from collections.abc import Sequence
from itertools import count, islice

from ita_data.export.excel.book import Page
from ita_data.export.excel.text import Value, first_part
from ita_data.model import Indicator, Measure, TrackedReport

# Rows for indicators that the officer adds, and for results.
SPARE_ROWS = 30
HEADER_ROW = 2
FIRST_ROW = HEADER_ROW + 1


def spare_ids(tracked: TrackedReport) -> tuple[str, ...]:
    """Ids for the free rows, none of which an indicator of the report has."""
    taken = {indicator.id for indicator in tracked.indicators}
    free = (f"n{number}" for number in count(1) if f"n{number}" not in taken)
    return tuple(islice(free, SPARE_ROWS))


def last_row(tracked: TrackedReport, ids: Sequence[str]) -> int:
    """The last row that has an indicator or is free for one."""
    return FIRST_ROW + len(tracked.indicators) + len(ids) - 1


def measure_name(measures: Sequence[Measure], indicator: Indicator) -> str | int:
    """How a measure is called in the sheet: its number, or its id where that is not its own."""
    own = next((m for m in measures if m.id == indicator.measure_id), None)
    numbers = [measure.number for measure in measures]
    if own is None or own.number is None or numbers.count(own.number) > 1:
        return indicator.measure_id
    return own.number


def fitting(value: Value) -> Value:
    """As much of a value as a cell holds: of texts, nearly always all."""
    return first_part(value) if isinstance(value, str) else value


def hide(page: Page, columns: Sequence[int]) -> None:
    """Columns that only the program needs; they stay in the file."""
    for column in columns:
        page.sheet.set_column(column, column, 12, None, {"hidden": True})
