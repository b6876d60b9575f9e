"""The web addresses that a report names as evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from ita_data.evidence.addresses import host_of
from ita_data.model import Evidence, TrackedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An address with the measures (ids, in the report's order) that it is to prove."""

    address: str
    measure_ids: tuple[str, ...]


def linked_of(tracked: TrackedReport) -> tuple[Linked, ...]:
    """The addresses of a report and of its results, each once, in their order."""
    found: dict[str, dict[str, None]] = {}
    for measure_id, proof in _proofs(tracked):
        address = proof.address.strip()
        if host_of(address):
            found.setdefault(address, {})[measure_id] = None
    return tuple(Linked(address=address, measure_ids=tuple(ids)) for address, ids in found.items())


def _proofs(tracked: TrackedReport) -> Iterator[tuple[str, Evidence]]:
    owners = {indicator.id: indicator.measure_id for indicator in tracked.indicators}
    for measure in tracked.report.measures:
        yield from ((measure.id, proof) for proof in measure.evidence)
    for actual in tracked.actuals:
        owner = owners.get(actual.indicator_id, "")
        yield from ((owner, proof) for proof in actual.evidence)
