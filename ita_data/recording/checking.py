"""What keeps a round of results from being saved: one Thai sentence a field."""

from collections.abc import Iterator, Mapping
from datetime import date

from ita_data.dates import fiscal_year_bounds
from ita_data.model import Indicator, TrackedReport
from ita_data.recording.cell_checks import cell_problems
from ita_data.recording.fields import amount_problem, day_problem, link_problem, reason_problem
from ita_data.recording.months import Cells, cell_of
from ita_data.recording.typed import Entry, EntryField, Problem, Round


def proposed_day(today: date, fiscal_year: int) -> date:
    """Today, or the nearest day of the fiscal year."""
    first, last = fiscal_year_bounds(fiscal_year)
    return min(max(today, first), last)


def problems(work: Round, tracked: TrackedReport, today: date) -> tuple[Problem, ...]:
    """Everything that keeps the round from being saved, field by field; () where nothing does."""
    return tuple(_problems(work, tracked, today))


def entry_problems(
    entry: Entry, indicator: Indicator, fiscal_year: int, today: date, *, correction: bool = False
) -> dict[EntryField, str]:
    """What is wrong with one result, by field; of one to be deleted only its reason counts."""
    if entry.removed:
        message = reason_problem(entry)
        return {"reason": message} if message else {}
    found: dict[EntryField, str | None] = {
        "amount": amount_problem(entry.amount, indicator.unit),
        "on": day_problem(entry.on, fiscal_year, today),
        "link": link_problem(entry.link),
        "reason": reason_problem(entry) if correction else None,
    }
    return {name: message for name, message in found.items() if message}


def _problems(work: Round, tracked: TrackedReport, today: date) -> Iterator[Problem]:
    indicators = {i.id: i for i in tracked.indicators}
    actuals = {a.id: a for a in tracked.actuals}
    for key, entry in work.entries.items():
        if not entry.empty and key in indicators:
            found = entry_problems(entry, indicators[key], work.fiscal_year, today)
            yield from _of(key, found)
    for key, entry in work.corrections.items():
        if key in actuals and (indicator := indicators.get(actuals[key].indicator_id)):
            found = entry_problems(entry, indicator, work.fiscal_year, today, correction=True)
            yield from _of(key, found)
    removed = {key for key, entry in work.corrections.items() if entry.removed}
    for key, link in work.links.items():
        if key not in removed and (message := link_problem(link)):
            yield Problem(subject=key, field="link", message=message)
    cells = Cells.of(tracked) if work.cells else Cells(indicators=indicators, results={})
    for key, entry in work.cells.items():
        if not entry.empty and cell_of(key)[0] in indicators:
            yield from _of(key, cell_problems(key, work, cells, today))


def _of(subject: str, found: Mapping[EntryField, str]) -> Iterator[Problem]:
    for name, message in found.items():
        yield Problem(subject=subject, field=name, message=message)
