"""Two people's work on one version put together; what both changed differently is asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from ita_data.changes.clashes import Clash, Teller
from ita_data.changes.comparing import Subject
from ita_data.changes.fieldwise import Side, alike, together
from ita_data.changes.flat import Flat, flattened, rebuilt
from ita_data.changes.ordering import in_order
from ita_data.changes.renaming import renamed
from ita_data.model import Actual, Override, TrackedReport

Choices = Mapping[str, Side]
Kind = Literal["measures", "indicators", "results", "overrides"]
KINDS: Mapping[Kind, Subject] = {
    "measures": "measure",
    "indicators": "indicator",
    "results": "result",
    "overrides": "override",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The work of both. Until every clash is chosen, `tracked` has theirs in its place."""

    tracked: TrackedReport
    clashes: tuple[Clash, ...]

    @property
    def open(self) -> tuple[Clash, ...]:
        """Clashes nobody has decided yet."""
        return tuple(clash for clash in self.clashes if clash.chosen is None)


def merge(
    base: TrackedReport,
    mine: TrackedReport,
    theirs: TrackedReport,
    choices: Choices | None = None,
) -> Merged:
    """`mine` and `theirs` were both made from `base`; `theirs` is stored already.

    What one side changed, added or took out is so in the result. Records that both made
    under one id are told apart: mine get new ids. A result or an override is never lost:
    what it belongs to comes back for it, in a retired measure where the measure is gone.
    `choices` says by `Clash.key` whose value stands.
    """
    before, newer = flattened(base), flattened(theirs)
    ours = renamed(before, flattened(mine), newer)
    return _Merge(before, ours, newer, choices or {}).done()


class _Merge:
    def __init__(self, base: Flat, mine: Flat, theirs: Flat, choices: Choices) -> None:
        self.sides = base, mine, theirs
        self.choices = choices
        self.clashes: list[Clash] = []
        self.teller = Teller(*(rebuilt(flat) for flat in self.sides))

    def done(self) -> Merged:
        flat = Flat(
            tracked=self._version(),
            measures=self._records("measures"),
            indicators=self._records("indicators"),
            results=self._records("results"),
            overrides=self._records("overrides"),
            retired=self._retired(),
        )
        return Merged(tracked=rebuilt(self._made_whole(flat)), clashes=tuple(self.clashes))

    def _version(self) -> TrackedReport:
        """What of the version is no record."""
        versions = [flat.tracked for flat in self.sides]
        reports = [version.report for version in versions]
        report = self._fields("report", "report", *reports)
        rest = self._fields("report", "version", *versions)
        whole = {name: rest[name] for name in WHOLE}
        return replace(versions[2], **whole, report=replace(reports[2], **report))

    def _records(self, kind: Kind) -> dict[str, Any]:
        base, mine, theirs = (getattr(flat, kind) for flat in self.sides)
        each = {
            key: self._one(KINDS[kind], key, base.get(key), mine.get(key), theirs.get(key))
            for key in _order(list(base), list(mine), list(theirs))
        }
        return {key: record for key, record in each.items() if record is not None}

    def _one(self, subject: Subject, key: str, base: Any, mine: Any, theirs: Any) -> Any:
        """The record as it stands now; None where it is out."""
        if mine in (base, theirs):
            return theirs
        if theirs == base:
            return mine
        if mine is not None and theirs is not None:
            return replace(theirs, **self._fields(subject, key, base, mine, theirs))
        there = mine if theirs is None else theirs
        if base is None:
            return there
        if alike(there, base):
            return None
        return mine if self._asked(subject, key, None, base, mine, theirs) == "mine" else theirs

    def _fields(
        self, subject: Subject, key: str, base: Any, mine: Any, theirs: Any
    ) -> dict[str, Any]:
        """The values of a record that both sides have."""
        three = base, mine, theirs
        return together(*three, lambda name: self._asked(subject, key, name, *three))

    def _asked(self, subject: Subject, key: str, field: str | None, *records: Any) -> Side | None:
        """Notes the clash; what was chosen."""
        full = f"{subject}/{key}/{field or ''}"
        chosen = self.choices.get(full)
        self.clashes.append(self.teller.clash(full, chosen, subject, field, *records))
        return chosen

    def _retired(self) -> frozenset[str]:
        """What either side put back or took out of the report's measures."""
        base, mine, theirs = (flat.retired for flat in self.sides)
        return frozenset(
            key
            for key in mine | theirs
            if (key in theirs if (key in mine) == (key in base) else key in mine)
        )

    def _made_whole(self, flat: Flat) -> Flat:
        """With what results, overrides and indicators belong to brought back for them."""
        held: tuple[Actual | Override, ...] = (*flat.results.values(), *flat.overrides.values())
        back = self._back("indicators", flat.indicators, (one.indicator_id for one in held))
        indicators = {**flat.indicators, **back}
        gone = self._back("measures", flat.measures, (i.measure_id for i in indicators.values()))
        measures = {**flat.measures, **gone}
        return replace(
            flat, indicators=indicators, measures=measures, retired=flat.retired | gone.keys()
        )

    def _back(
        self, kind: Kind, present: Mapping[str, Any], wanted: Iterable[str]
    ) -> dict[str, Any]:
        base, mine, theirs = (getattr(flat, kind) for flat in self.sides)
        return dict(_found((mine, theirs, base), set(wanted) - present.keys()))


# Fields of TrackedReport that are neither records nor the report.
WHOLE = ("reported_on", "last_year", "accepted")


def _found(sources: Iterable[Mapping[str, Any]], keys: set[str]) -> Iterator[tuple[str, Any]]:
    for key in sorted(keys):
        there = [source[key] for source in sources if key in source]
        yield from ((key, record) for record in there[:1])


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Every id: in the order of the side that changed it, the others after their neighbour."""
    return in_order(mine, theirs) if theirs == base else in_order(theirs, mine)
