"""Findings in groups; and in bundles, where one rule says the same of many places."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ita_data.checks import RULES
from ita_data.findings import SEVERITIES
from ita_data.model import Measure, Report
from ita_data.readiness.observed import Observed

WHOLE_REPORT = "ทั้งรายงาน"
FROM_READING = "ข้อสังเกตจากการอ่านไฟล์"
SEVERAL_MEASURES = "พบในหลายมาตรการ"
# What stands against so many measures is told once, not under each of them.
SEVERAL = 3
Bundle = tuple[Observed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """`measure` is set where the group is one measure's; `why` says why a rule matters."""

    title: str
    measure: Measure | None = None
    why: str = ""
    observed: tuple[Observed, ...]


def by_measure(observed: Iterable[Observed], report: Report) -> tuple[Group, ...]:
    """The whole report's, what is alike in several measures, then a group a measure: those with
    an error first, else in the report's order."""
    every = tuple(observed)
    measures = {measure.id: measure for measure in report.measures}
    alike = [bundle for bundle in bundles(every) if _is_of_several(bundle, measures)]
    order = {key: at for at, key in enumerate(measures)}
    common = tuple(one for bundle in alike for one in _in_order(bundle, order))
    told = {one.key for one in common}
    rest = [one for one in every if one.key not in told]
    found = _grouped(rest, lambda one: _known(one.finding.measure_id, measures))
    keys = sorted((key for key in found if key), key=lambda key: (_is_fine(found[key]), order[key]))
    heads = ((WHOLE_REPORT, tuple(found.get(None, ()))), (SEVERAL_MEASURES, common))
    return (
        *(Group(title=title, observed=each) for title, each in heads if each),
        *(
            Group(title=measures[key].title, measure=measures[key], observed=tuple(found[key]))
            for key in keys
        ),
    )


def _in_order(bundle: Bundle, order: Mapping[str, int]) -> Bundle:
    return tuple(sorted(bundle, key=lambda one: order[one.finding.measure_id or ""]))


def bundles(observed: Iterable[Observed]) -> tuple[Bundle, ...]:
    """The findings in their order, those of one rule with the same advice together where the
    first of them stands. One that shows texts stands alone; of accepted ones those are together
    that were accepted together."""
    found: dict[object, list[Observed]] = {}
    for one in observed:
        found.setdefault(_alike(one), []).append(one)
    return tuple(tuple(each) for each in found.values())


def _alike(one: Observed) -> object:
    finding, accepted = one.finding, one.accepted
    if finding.passages:
        return one.key
    how = (accepted.reason, accepted.by, accepted.at) if accepted else None
    return finding.code, finding.severity, finding.advice, how


def _is_of_several(bundle: Bundle, measures: Mapping[str, Measure]) -> bool:
    owners = {_known(one.finding.measure_id, measures) for one in bundle}
    return len(owners - {None}) >= SEVERAL and None not in owners


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


def _is_fine(observed: Iterable[Observed]) -> bool:
    return all(one.finding.severity != "error" for one in observed)


def _worst(observed: Iterable[Observed]) -> int:
    return min(SEVERITIES.index(one.finding.severity) for one in observed)
