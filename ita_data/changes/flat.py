"""A tracked report as records by their ids, retired measures among the others; and back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from ita_data.model import (
    Actual,
    Indicator,
    Measure,
    Override,
    Report,
    Retired,
    TrackedReport,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """`tracked` has the fields that are no records; `retired` are ids of measures."""

    tracked: TrackedReport
    measures: Mapping[str, Measure]
    indicators: Mapping[str, Indicator]
    results: Mapping[str, Actual]
    overrides: Mapping[str, Override]
    retired: frozenset[str]

    @property
    def report(self) -> Report:
        """The report's own fields; its measures are in `measures`."""
        return self.tracked.report


def flattened(tracked: TrackedReport) -> Flat:
    """The records by id, in order; a second one of the same id stands under "id#2"."""
    gone = tracked.retired
    return Flat(
        tracked=tracked,
        measures=_by_id((*tracked.report.measures, *(each.measure for each in gone)), _id),
        indicators=_by_id(_every(tracked, "indicators"), _id),
        results=_by_id(_every(tracked, "actuals"), _id),
        overrides=_by_id(_every(tracked, "overrides"), lambda one: str(one.indicator_id)),
        retired=frozenset(each.measure.id for each in gone),
    )


def rebuilt(flat: Flat) -> TrackedReport:
    """The report again: what belongs to retired measures stands with them."""
    indicators = list(flat.indicators.values())
    home = {i.id: i.measure_id for i in indicators if i.measure_id in flat.retired}
    present = [m for key, m in flat.measures.items() if key not in flat.retired]
    return replace(
        flat.tracked,
        report=replace(flat.report, measures=tuple(present)),
        indicators=tuple(i for i in indicators if i.id not in home),
        actuals=tuple(a for a in flat.results.values() if a.indicator_id not in home),
        overrides=tuple(o for o in flat.overrides.values() if o.indicator_id not in home),
        retired=tuple(_retired(flat, home)),
    )


def _retired(flat: Flat, home: Mapping[str, str]) -> Iterator[Retired]:
    for key, measure in flat.measures.items():
        if key in flat.retired:
            yield Retired(
                measure=measure,
                indicators=tuple(i for i in flat.indicators.values() if i.measure_id == key),
                actuals=tuple(a for a in flat.results.values() if home.get(a.indicator_id) == key),
                overrides=tuple(
                    o for o in flat.overrides.values() if home.get(o.indicator_id) == key
                ),
            )


def _every(tracked: TrackedReport, name: str) -> Iterable[Any]:
    return chain(getattr(tracked, name), *(getattr(each, name) for each in tracked.retired))


def _by_id(records: Iterable[Any], key: Callable[[Any], str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        name, nth = key(record), 1
        while name in found:
            nth += 1
            name = f"{key(record)}#{nth}"
        found[name] = record
    return found


def _id(record: Any) -> str:
    return str(record.id)
