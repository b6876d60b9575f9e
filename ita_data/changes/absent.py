"""Measures that a new file lacks: what was recorded for them, and whether they stay.

What has results stays in the report until the officer says that it goes; then it is retired,
with its results. The rest goes with the file, as the plan itself changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ita_data.changes.ordering import in_order
from ita_data.model import Actual, Basis, Indicator, Measure, TrackedReport
from ita_data.place import NOT_IN_FILE

Answers = Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A measure of the stored version that the new file lacks.

    `results`, `proofs`: how many were recorded for it. `stays`: it is in the new version.
    """

    measure: Measure
    results: int
    proofs: int
    stays: bool


def absent(stored: TrackedReport, new: TrackedReport) -> tuple[Absent, ...]:
    """Those of `stored` that the file behind `new` lacks, in their order; `new` is what
    `carry_over` made of both. Measures that went with an earlier file are no longer asked for."""
    now = {measure.id: measure for measure in new.report.measures}
    results = _results(stored)
    return tuple(
        Absent(
            measure=measure,
            results=len(results.get(measure.id, ())),
            proofs=sum(len(actual.evidence) for actual in results.get(measure.id, ())),
            stays=measure.id in now,
        )
        for measure in stored.report.measures
        if measure.id not in now or not now[measure.id].in_file
    )


def staying(old: TrackedReport, found: tuple[Measure, ...], stays: Answers) -> tuple[Measure, ...]:
    """The measures that are not among `found` and stay, as the old version has them: as the
    officer answered, else where something is recorded. Cells of an older file are not theirs."""
    present = {measure.id for measure in found}
    worth = {*_results(old), *_overridden(old)}
    return tuple(
        replace(measure, place=NOT_IN_FILE, cells={})
        for measure in old.report.measures
        if measure.id not in present and stays.get(measure.id, measure.id in worth)
    )


def placed(
    old: TrackedReport, found: tuple[Measure, ...], whole: tuple[Measure, ...]
) -> tuple[Measure, ...]:
    """The new file's measures in its order, those that stay behind their old neighbours."""
    if not whole:
        return found
    by_id = {measure.id: measure for measure in (*found, *whole)}
    before = [measure.id for measure in old.report.measures if measure.id in by_id]
    return tuple(by_id[key] for key in in_order([measure.id for measure in found], before))


def _results(tracked: TrackedReport) -> Mapping[str, list[Actual]]:
    """What is recorded, by measure."""
    home = _homes(tracked.indicators)
    found: dict[str, list[Actual]] = {}
    for actual in tracked.actuals:
        if actual.basis is not Basis.CLAIMED and actual.indicator_id in home:
            found.setdefault(home[actual.indicator_id], []).append(actual)
    return found


def _overridden(tracked: TrackedReport) -> Iterator[str]:
    home = _homes(tracked.indicators)
    return (home[o.indicator_id] for o in tracked.overrides if o.indicator_id in home)


def _homes(indicators: tuple[Indicator, ...]) -> Mapping[str, str]:
    return {indicator.id: indicator.measure_id for indicator in indicators}
