"""One record that two people worked on, field by field: whose value stands, and where both
changed the same field to different values."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Literal

from ita_data.model import Decision, Evidence

Side = Literal["mine", "theirs"]
# Which side was chosen for a field of the record (None: for the whole record).
Choose = Callable[[str | None], Side | None]

# Fields that say nothing to a person: they follow another field, or the newer version.
QUIET: Mapping[str, str | None] = {
    "id": None, "measure_id": None, "place": None, "places": None, "form": None, "notes": None,
    "source": None, "basis": None, "target_from": "target", "recorded_by": "amount",
    "recorded_at": "amount", "by": "status", "at": "status", "cells": None, "quantities": None,
    "measures": None, "report": None, "indicators": None, "actuals": None, "overrides": None,
    "retired": None, "last_year": None, "accepted": None,
}  # fmt: skip
# Quiet as they are, records that differ in these are about different things.
OWNERS = ("measure_id", "indicator_id", "basis")
STRENGTH = (Decision.PROPOSED, Decision.ACCEPTED, Decision.CORRECTED, Decision.ADDED)


def told(record: Any) -> tuple[str, ...]:
    """The fields of a record that a person can judge."""
    return tuple(spec.name for spec in fields(record) if spec.name not in QUIET)


def alike(one: Any, other: Any) -> bool:
    """Whether both say the same to a person; who typed it, and when, may differ."""
    names = (*told(one), *(name for name in OWNERS if hasattr(one, name)))
    return all(getattr(one, name) == getattr(other, name) for name in names)


def together(base: Any, mine: Any, theirs: Any, choose: Choose) -> dict[str, Any]:
    """Every field of a record both have; `base` None: both made it.

    A field that one side changed has that side's value. Where both did, the chosen side's;
    until one is chosen, theirs.
    """
    values: dict[str, Any] = {}
    sides: dict[str, Side] = {}
    for name in told(theirs):
        was, our, its = (getattr(record, name, MISSING) for record in (base, mine, theirs))
        settled = _settled(name, was, our, its)
        side: Side = settled[1] if settled else choose(name) or "theirs"
        values[name] = settled[0] if settled else our if side == "mine" else its
        sides[name] = side
    for name in (spec.name for spec in fields(theirs) if spec.name in QUIET):
        was, our, its = (getattr(record, name, MISSING) for record in (base, mine, theirs))
        values[name] = _quiet(name, was, our, its, sides)
    return values


class _Missing:
    """No value on this side; equal to nothing else."""


MISSING = _Missing()


def three_way(base: Any, mine: Any, theirs: Any) -> tuple[Any, Side] | None:
    """The value and whose it is; None where both changed it, differently."""
    if mine in (theirs, base):
        return theirs, "theirs"
    return (mine, "mine") if theirs == base else None


def _settled(name: str, base: Any, mine: Any, theirs: Any) -> tuple[Any, Side] | None:
    """As `three_way`, with what can be put together without asking."""
    if name == "evidence" and not isinstance(base, _Missing):
        return _proofs(base, mine, theirs), "theirs"
    found = three_way(base, mine, theirs)
    if found is None and name == "decision" and Decision.DROPPED not in (mine, theirs):
        return max(mine, theirs, key=STRENGTH.index), "theirs"
    return found


def _proofs(
    base: tuple[Evidence, ...], mine: tuple[Evidence, ...], theirs: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    """Each side's additions and removals."""
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    removed = set(base) - set(mine)
    added = [proof for proof in mine if proof not in base and proof not in theirs]
    return (*(proof for proof in theirs if proof not in removed), *added)


def _quiet(name: str, base: Any, mine: Any, theirs: Any, sides: Mapping[str, Side]) -> Any:
    found = three_way(base, mine, theirs)
    if found is not None:
        return found[0]
    if name == "quantities":
        wanted = [(q, "mine") for q in mine] + [(q, "theirs") for q in theirs]
        return tuple(q for q, side in wanted if sides.get(q.column, "theirs") == side)
    if name == "cells":
        both = {**mine, **theirs}
        return {
            column: (mine if sides.get(column) == "mine" and column in mine else both)[column]
            for column in both
        }
    if name == "accepted":
        return (*(one for one in theirs if one in mine or one not in base),
                *(one for one in mine if one not in base and one not in theirs))  # fmt: skip
    leader = QUIET[name]
    return mine if leader and sides.get(leader) == "mine" else theirs
