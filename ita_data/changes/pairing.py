"""Which indicator of a new reading is which of an older one, and what of both then counts."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from ita_data.model import Decision, Indicator
from ita_data.thai import squash

OWN_WORK = (Decision.CORRECTED, Decision.ADDED)
# Our choice, as for measures (docs/adr/0005): names may differ a little, never the unit.
ALIKE = 0.8
# Above so many possible pairs (no honest file has them) names are not compared.
MOST_PAIRS = 250_000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Key = Callable[[Indicator], Hashable | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A proposal of the new reading, and the old indicator it is (None: a new one)."""

    proposal: Indicator
    was: Indicator | None
    lasting: str

    @property
    def keeps_correction(self) -> bool:
        """The officer's own wording stands unless it was corrected again, or dropped."""
        again = (*OWN_WORK, Decision.DROPPED)
        return (
            self.was is not None
            and self.was.decision in OWN_WORK
            and self.proposal.decision not in again
        )

    @property
    def decided(self) -> Indicator:
        """The proposal under its lasting id, with the decision that counts."""
        fresh = replace(self.proposal, id=self.lasting)
        if self.was is None or self.proposal.decision in OWN_WORK:
            return fresh
        if self.keeps_correction:
            return replace(self.was, source=fresh.source, measure_id=fresh.measure_id)
        if self.proposal.decision is not Decision.PROPOSED:
            return fresh
        # What was accepted is asked again where its words are others now.
        asked = self.was.decision is Decision.ACCEPTED and not _same_words(self.was, fresh)
        return fresh if asked else replace(fresh, decision=self.was.decision)


def paired(
    before: Sequence[Indicator], proposals: Iterable[Indicator], known_ids: Collection[str] = ()
) -> tuple[Pair, ...]:
    """Every proposal, in its order, with the indicator it was; each of these at most once.

    Both are on the same measures' ids. The same is: the same words of the file; else the same
    unit with a name that differs little, numbers aside, where no other is as near.
    `known_ids`: those of the proposals' ids that come from the older version; they tell first.
    """
    new = list(proposals)
    keys: tuple[Key, ...] = (
        lambda i: (i.id, i.measure_id) if i.id in known_ids else None,
        _words_and_name,
        _words,
    )
    found: dict[int, int] = {}
    for key in keys:
        _match(found, _keyed(before, found.values(), key), _keyed(new, found, key))
    _match(found, _keyed(before, found.values(), _gap_filled), _keyed(new, found, _gap))
    _match_alike(found, before, new)
    return tuple(_pairs(before, new, found))


def _pairs(
    before: Sequence[Indicator], new: Sequence[Indicator], found: dict[int, int]
) -> Iterator[Pair]:
    taken = {indicator.id for indicator in before}
    for n, proposal in enumerate(new):
        was = before[found[n]] if n in found else None
        lasting = was.id if was else unused_id(proposal.id, taken)
        taken.add(lasting)
        yield Pair(proposal=proposal, was=was, lasting=lasting)


def _keyed(
    indicators: Sequence[Indicator], done: Iterable[int], key: Key
) -> dict[tuple[Hashable, int], int]:
    """Where each of the rest stands, by its key and which of the same key it is."""
    seen: Counter[Hashable] = Counter()
    taken, places = set(done), {}
    for at, indicator in enumerate(indicators):
        found = key(indicator)
        if at not in taken and found is not None:
            places[found, seen[found]] = at
            seen[found] += 1
    return places


def _match(
    found: dict[int, int],
    old: dict[tuple[Hashable, int], int],
    new: dict[tuple[Hashable, int], int],
) -> None:
    found |= {at: old[key] for key, at in new.items() if key in old}


def _same_words(one: Indicator, other: Indicator) -> bool:
    texts = [i.source.text if i.source else "" for i in (one, other)]
    return squash(texts[0]) == squash(texts[1])


def _words_and_name(indicator: Indicator) -> Hashable:
    words = squash(indicator.source.text) if indicator.source else indicator.unit
    return indicator.measure_id, bool(indicator.source), words, squash(indicator.name)


def _words(indicator: Indicator) -> Hashable | None:
    source = indicator.source
    return (indicator.measure_id, squash(source.text)) if source else None


def _gap(indicator: Indicator) -> Hashable | None:
    """What stands for a measure whose words hold no quantity."""
    gap = indicator.source is None and indicator.target is None and not indicator.unit
    return indicator.measure_id if gap else None


def _gap_filled(indicator: Indicator) -> Hashable | None:
    """The same, also once the officer gave it a target."""
    own = indicator.decision is Decision.ADDED
    return indicator.measure_id if indicator.source is None and not own else None


def _match_alike(
    found: dict[int, int], before: Sequence[Indicator], new: Sequence[Indicator]
) -> None:
    """The rest by name and unit: only where each is the other's nearest and no third as near."""
    taken = set(found.values())
    old = [
        at for at, i in enumerate(before) if at not in taken and i.decision is not Decision.ADDED
    ]
    rest = [at for at, i in enumerate(new) if at not in found and i.decision is not Decision.ADDED]
    if len(old) * len(rest) > MOST_PAIRS:
        return
    near = {(n, o): score for n in rest for o in old if (score := _alike(new[n], before[o]))}
    best_new, best_old = _nearest(near, 0), _nearest(near, 1)
    found |= {n: o for n, o in near if best_new[n] == o and best_old[o] == n}


def _nearest(near: Mapping[tuple[int, int], float], side: int) -> dict[int, int | None]:
    """By one side of the pairs, the other side's nearest; None where two are as near."""
    best: dict[int, tuple[float, int | None]] = {}
    for pair, score in near.items():
        one, other = pair[side], pair[1 - side]
        top, _ = best.get(one, (0.0, None))
        if score >= top:
            best[one] = (score, other if score > top else None)
    return {one: other for one, (_, other) in best.items()}


def _alike(one: Indicator, other: Indicator) -> float:
    """How alike two are, 0 where they cannot be the same."""
    if one.measure_id != other.measure_id or squash(one.unit) != squash(other.unit):
        return 0
    names = [_NUMBER.sub("", squash(indicator.name)) for indicator in (one, other)]
    alike = ratio(*names) / 100
    return alike if alike >= ALIKE else 0


def unused_id(wanted: str, taken: Iterable[str]) -> str:
    """The id itself, or with the first number that makes it new."""
    stem = wanted.rstrip("0123456789")
    number = int(wanted[len(stem) :] or 1)
    while wanted in taken:
        number += 1
        wanted = f"{stem}{number}"
    return wanted
