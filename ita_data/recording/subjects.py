"""Which indicators a round is about, and which of them to look at first."""

from collections.abc import Mapping
from datetime import date

from ita_data.model import TrackedReport
from ita_data.recording.checking import problems
from ita_data.recording.months import cell_of
from ita_data.recording.typed import Round


def indicator_of(subject: str, work: Round, tracked: TrackedReport) -> str:
    """The id of the indicator that a `Problem.subject` is about."""
    if subject in work.cells:
        return cell_of(subject)[0]
    owners = _owners(tracked)
    return owners.get(subject, subject)


def typed_for(work: Round, tracked: TrackedReport) -> tuple[str, ...]:
    """The indicators that something waits for in the fields of one result, in the report's
    order; the months' table shows its cells itself."""
    owners = _owners(tracked)
    results = (*work.corrections, *work.files, *work.withdrawn)
    results += tuple(key for key, link in work.links.items() if link.strip())
    found = {owners.get(key) for key in results}
    found |= {key for key, entry in work.entries.items() if not entry.empty}
    return tuple(one.id for one in tracked.indicators if one.id in found)


def first_typed(work: Round, tracked: TrackedReport, today: date) -> str | None:
    """The indicator to open a round at: one with a problem, else the first with anything
    typed; None where there is none."""
    typed = typed_for(work, tracked)
    wrong = {indicator_of(p.subject, work, tracked) for p in problems(work, tracked, today)}
    return next((one for one in typed if one in wrong), next(iter(typed), None))


def _owners(tracked: TrackedReport) -> Mapping[str, str]:
    return {actual.id: actual.indicator_id for actual in tracked.actuals}
