"""This year's report as next fiscal year's plan: what is promised stays, what was done goes."""

import calendar
from dataclasses import replace
from datetime import date

from ita_data.dates import parse_period, thai_date
from ita_data.model import Decision, Indicator, Measure, TrackedReport


def next_year(tracked: TrackedReport) -> TrackedReport:
    """The plan of the year after; ids stay. A report without a year stays without one.

    Each measure runs a year later, its words kept where they mean just that ("ไตรมาส 2"),
    else written anew. Results, claims, evidence, declared status and overrides are left
    out; every target is proposed again, and none counts as taken from a result.
    """
    report = tracked.report
    year = report.fiscal_year + 1 if report.fiscal_year else None
    measures = tuple(_planned(measure, year) for measure in report.measures)
    plan = replace(report, fiscal_year=year, measures=measures, notes=(), places={})
    kept = (i for i in tracked.indicators if i.decision is not Decision.DROPPED)
    return TrackedReport(report=plan, indicators=tuple(map(_proposed, kept)))


def _planned(measure: Measure, year: int | None) -> Measure:
    start, end = _later(measure.start), _later(measure.end)
    text = measure.period_text
    period = parse_period(text, year)
    if start and end and (period.start, period.end) != (start, end):
        text = f"{thai_date(start)} – {thai_date(end)}"
    return replace(
        measure,
        period_text=text if year else measure.period_text,
        start=start if year else measure.start,
        end=end if year else measure.end,
        output="",
        outcome="",
        declared_status=None,
        evidence=(),
        remarks="",
        quantities=tuple(q for q in measure.quantities if q.column in ("steps", "target")),
    )


def _later(day: date | None) -> date | None:
    """The same day of the next year; 29 February becomes the 28th."""
    if day is None:
        return None
    last = calendar.monthrange(day.year + 1, day.month)[1]
    return day.replace(year=day.year + 1, day=min(day.day, last))


def _proposed(indicator: Indicator) -> Indicator:
    if indicator.target_from == "result":
        return replace(indicator, target_from="typed", source=None, decision=Decision.PROPOSED)
    return replace(indicator, decision=Decision.PROPOSED)
