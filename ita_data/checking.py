"""Checks of a file that was just read, or of a report as it is stored."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ita_data.checks import Case, findings_of, run
from ita_data.findings import Finding
from ita_data.forms import forms
from ita_data.loaded import Loaded
from ita_data.model import LinkCheck, TrackedReport
from ita_data.proposals import propose
from ita_data.settings import Settings


def check(loaded: Loaded, settings: Settings) -> tuple[Finding, ...]:
    """All that can be said about a file: the reading's findings and the rules', in one list,
    the most serious first."""
    case = case_of(
        tracked_of(loaded),
        settings,
        reading=loaded.findings,
        reviewed=loaded.tracked is not None,
    )
    return findings_of(run(case), case.reading)


def tracked_of(loaded: Loaded) -> TrackedReport:
    """A file that nobody reviewed, as if every proposal stood; a tracking workbook as it is."""
    if loaded.tracked is not None:
        return loaded.tracked
    indicators, results = propose(loaded.report)
    return TrackedReport(report=loaded.report, indicators=indicators, actuals=results)


def case_of(
    tracked: TrackedReport,
    settings: Settings,
    reading: Sequence[Finding] | None = None,
    links: Iterable[LinkCheck] = (),
    *,
    reviewed: bool = True,
    unreported: Mapping[str, date] | None = None,
) -> Case:
    """What the rules are asked about. `reading` None: the reading's findings are not at hand.
    `links`: what was seen at addresses of evidence; the rest as in `Case`."""
    return Case(
        tracked=tracked,
        reading=tuple(reading or ()),
        headings=_headings(tracked.report.form),
        settings=settings.checks,
        read=reading is not None,
        links={check.address: check for check in links},
        reviewed=reviewed,
        unreported=unreported,
    )


def _headings(form_id: str | None) -> dict[int, str]:
    """The form's topics by number; {} where the report follows none that is known."""
    topics = next((form.topics for form in forms() if form.id == form_id), ())
    return dict(enumerate(topics, start=1))
