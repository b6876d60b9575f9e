"""Records that two people made under the same id are two records: mine get ids of their own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ita_data.changes.fieldwise import alike
from ita_data.changes.flat import Flat
from ita_data.changes.pairing import unused_id


def renamed(base: Flat, mine: Flat, theirs: Flat) -> Flat:
    """`mine` with a new id for each record that is new on both sides and is not the same.

    What belongs to a renamed record goes with it. Measures go first, as indicators name
    them, and results name those.
    """
    measures = _names(base.measures, mine.measures, theirs.measures)
    mine = _with_measures(mine, measures)
    indicators = _names(base.indicators, mine.indicators, theirs.indicators)
    mine = _with_indicators(mine, indicators)
    results = _names(base.results, mine.results, theirs.results)
    return replace(mine, results=_rekeyed(mine.results, results))


def _names(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, str]:
    """New ids by the ids that clash."""
    taken = {*base, *mine, *theirs}
    names: dict[str, str] = {}
    for key, record in mine.items():
        if key not in base and key in theirs and not alike(record, theirs[key]):
            names[key] = unused_id(key, taken)
            taken.add(names[key])
    return names


def _with_measures(flat: Flat, names: Mapping[str, str]) -> Flat:
    return replace(
        flat,
        measures=_rekeyed(flat.measures, names),
        retired=frozenset(names.get(key, key) for key in flat.retired),
        indicators={
            key: replace(i, measure_id=names.get(i.measure_id, i.measure_id))
            for key, i in flat.indicators.items()
        },
    )


def _with_indicators(flat: Flat, names: Mapping[str, str]) -> Flat:
    def moved(record: Any) -> Any:
        return replace(record, indicator_id=names.get(record.indicator_id, record.indicator_id))

    return replace(
        flat,
        indicators=_rekeyed(flat.indicators, names),
        results={key: moved(one) for key, one in flat.results.items()},
        overrides={names.get(key, key): moved(one) for key, one in flat.overrides.items()},
    )


def _rekeyed(records: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {
        names.get(key, key): replace(record, id=names[key]) if key in names else record
        for key, record in records.items()
    }
