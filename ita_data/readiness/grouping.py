"""Findings in groups, the group with the most serious first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ita_data.checks import RULES
from ita_data.findings import SEVERITIES
from ita_data.model import Measure, Report
from ita_data.readiness.observed import Observed

WHOLE_REPORT = "ทั้งรายงาน"
FROM_READING = "ข้อสังเกตจากการอ่านไฟล์"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """`measure` is set where the group is one measure's; `why` says why a rule matters."""

    title: str
    measure: Measure | None = None
    why: str = ""
    observed: tuple[Observed, ...]


def by_measure(observed: Iterable[Observed], report: Report) -> tuple[Group, ...]:
    """A group a measure, in the report's order among groups as serious; the whole report's
    first."""
    measures = {measure.id: measure for measure in report.measures}
    order = {None: 0} | {key: at for at, key in enumerate(measures, start=1)}
    found = _grouped(observed, lambda one: _known(one.finding.measure_id, measures))
    groups = sorted(found.items(), key=lambda item: (_worst(item[1]), order[item[0]]))
    return tuple(
        Group(
            title=measures[key].title if key else WHOLE_REPORT,
            measure=measures[key] if key else None,
            observed=tuple(each),
        )
        for key, each in groups
    )


def by_rule(observed: Iterable[Observed]) -> tuple[Group, ...]:
    """A group a rule, in the order of the rules among groups as serious."""
    order = {rule.code: at for at, rule in enumerate(RULES)}
    found = _grouped(observed, lambda one: one.rule.code if one.rule else None)
    groups = sorted(
        found.items(), key=lambda item: (_worst(item[1]), order.get(item[0] or "", len(order)))
    )
    return tuple(_of_rule(each) for _, each in groups)


def _of_rule(observed: list[Observed]) -> Group:
    rule = observed[0].rule
    return Group(
        title=rule.title if rule else FROM_READING,
        why=rule.why if rule else "",
        observed=tuple(observed),
    )


def _known(measure_id: str | None, measures: Mapping[str, Measure]) -> str | None:
    """A measure the report has no more is told with the whole report."""
    return measure_id if measure_id in measures else None


def _grouped(
    observed: Iterable[Observed], key: Callable[[Observed], str | None]
) -> dict[str | None, list[Observed]]:
    found: dict[str | None, list[Observed]] = {}
    for one in observed:
        found.setdefault(key(one), []).append(one)
    return found


def _worst(observed: Iterable[Observed]) -> int:
    return min(SEVERITIES.index(one.finding.severity) for one in observed)
