"""This year's report as next fiscal year's plan: what is promised stays, what was done goes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ita_data.changes.later import a_year_later
from ita_data.model import (
    PROMISE_COLUMNS,
    Actual,
    Basis,
    Decision,
    Indicator,
    LastYear,
    Measure,
    Number,
    TrackedReport,
)
from ita_data.settings import Settings
from ita_data.totals import total
from ita_data.words import target_words

LEVEL_UNITS = Settings().level_units


def next_year(tracked: TrackedReport) -> TrackedReport:
    """The plan of the year after; ids stay. A report without a year stays without one.

    Each measure runs a year later, its words kept where they mean just that ("ไตรมาส 2"),
    else written anew. Results, claims, evidence, declared status and overrides are left
    out, and stand in `last_year` beside what they were promised as; every target is
    proposed again, and none counts as taken from a result.
    """
    report = tracked.report
    year = report.fiscal_year + 1 if report.fiscal_year else None
    measures = tuple(_planned(measure, report.fiscal_year) for measure in report.measures)
    plan = replace(report, fiscal_year=year, measures=measures, notes=(), places={})
    kept = [i for i in tracked.indicators if i.decision is not Decision.DROPPED]
    return TrackedReport(
        report=plan,
        indicators=tuple(map(_proposed, kept)),
        last_year=(*_of_measures(tracked), *_of_indicators(tracked, kept)),
    )


def _planned(measure: Measure, fiscal_year: int | None) -> Measure:
    """Columns the form does not know may hold results: they go too."""
    period = measure.period_text, measure.start, measure.end
    if fiscal_year:
        period = a_year_later(*period, fiscal_year)
    return replace(
        measure,
        period_text=period[0],
        start=period[1],
        end=period[2],
        output="",
        outcome="",
        declared_status=None,
        budget_thb=None,
        evidence=(),
        remarks="",
        quantities=tuple(q for q in measure.quantities if q.column in PROMISE_COLUMNS),
        cells={},
        extra={},
    )


def _proposed(indicator: Indicator) -> Indicator:
    if indicator.target_from == "result":
        return replace(indicator, target_from="typed", source=None, decision=Decision.PROPOSED)
    return replace(indicator, decision=Decision.PROPOSED)


def _of_measures(tracked: TrackedReport) -> Iterator[LastYear]:
    for measure in tracked.report.measures:
        yield LastYear(
            fiscal_year=tracked.report.fiscal_year,
            measure_id=measure.id,
            promise=_text(measure, "steps", "target"),
            result=_text(measure, "output", "outcome"),
        )


def _of_indicators(tracked: TrackedReport, indicators: Iterable[Indicator]) -> Iterator[LastYear]:
    results: dict[str, list[Actual]] = {}
    for actual in tracked.actuals:
        results.setdefault(actual.indicator_id, []).append(actual)
    for indicator in indicators:
        yield LastYear(
            fiscal_year=tracked.report.fiscal_year,
            measure_id=indicator.measure_id,
            indicator_id=indicator.id,
            promise=target_words(indicator),
            unit=indicator.unit,
            done=dict(_done(indicator, results.get(indicator.id, []))),
        )


def _done(indicator: Indicator, own: list[Actual]) -> Iterator[tuple[Basis, Number]]:
    recorded = [a for a in own if a.basis is not Basis.CLAIMED]
    results = {
        Basis.CLAIMED: [a for a in own if a.basis is Basis.CLAIMED],
        Basis.RECORDED: recorded,
        Basis.EVIDENCED: [a for a in recorded if any(e.address.strip() for e in a.evidence)],
    }
    for basis, found in results.items():
        if found:
            level = indicator.level or indicator.unit in LEVEL_UNITS
            yield basis, total(found, level=level)


def _text(measure: Measure, *columns: str) -> str:
    texts = (str(getattr(measure, column)).strip() for column in columns)
    return "\n".join(text for text in texts if text)
