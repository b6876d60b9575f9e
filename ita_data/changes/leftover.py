"""Words of a plan that still name a day, month or year of the year it was made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ita_data.dates import NamedYear, moved_out_of, years_of
from ita_data.model import PLAN_COLUMNS, Indicator, Measure, PlanField, TrackedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """One text with such words. `field`: of the measure, or "name" of the indicator `subject`.

    `proposed` is the whole text with those words a year later, for the officer to accept.
    """

    measure: Measure
    subject: str
    field: PlanField | Literal["name"]
    text: str
    named: tuple[NamedYear, ...]
    proposed: str


def leftovers(plan: TrackedReport) -> tuple[Leftover, ...]:
    """By measure, its texts and then its indicators' names; none where it is no plan."""
    if not plan.last_year or not plan.report.fiscal_year:
        return ()
    year = plan.report.fiscal_year - 1
    return tuple(
        Leftover(
            measure=measure,
            subject=subject,
            field=field,
            text=text,
            named=named,
            proposed=moved_out_of(text, year),
        )
        for measure, subject, field, text in _texts(plan)
        if (named := years_of(text, year))
    )


def with_proposed(plan: TrackedReport, accepted: Iterable[Leftover]) -> TrackedReport:
    """The plan with the proposed words of these in place; the others stay as they are."""
    new: dict[tuple[str, str], str] = {(one.subject, one.field): one.proposed for one in accepted}
    measures = tuple(_measure(measure, new) for measure in plan.report.measures)
    return replace(
        plan,
        report=replace(plan.report, measures=measures),
        indicators=tuple(
            replace(one, name=new.get((one.id, "name"), one.name)) for one in plan.indicators
        ),
    )


def _texts(
    plan: TrackedReport,
) -> Iterator[tuple[Measure, str, PlanField | Literal["name"], str]]:
    own: dict[str, list[Indicator]] = {}
    for indicator in plan.indicators:
        own.setdefault(indicator.measure_id, []).append(indicator)
    for measure in plan.report.measures:
        for field in PLAN_COLUMNS:
            yield measure, measure.id, field, str(getattr(measure, field))
        for indicator in own.get(measure.id, ()):
            yield measure, indicator.id, "name", indicator.name


def _measure(measure: Measure, new: dict[tuple[str, str], str]) -> Measure:
    texts = {field: new.get((measure.id, field), getattr(measure, field)) for field in PLAN_COLUMNS}
    return replace(measure, **texts)
