"""Proposals of a report that changed: what the officer decided stays where its words do."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ita_data.model import Actual, Decision, Indicator
from ita_data.proposals import propose
from ita_data.review.records import Review
from ita_data.thai import squash

# An indicator by its measure, its source words, and which of the same words it is.
Words = tuple[str, str, int]
OWN_WORK = (Decision.CORRECTED, Decision.ADDED)


def proposed_again(review: Review) -> Review:
    """The proposals of the report as it is now, with the decisions that were made before.

    An indicator that was corrected or added stays even where its words are gone, as long
    as its measure is there: it is the officer's own work.
    """
    whole = replace(review, excluded=()).report
    fresh, fresh_claims = propose(whole)
    before = _by_words(review.indicators)
    old = {proposal.id: before.pop(words, None) for words, proposal in _by_words(fresh).items()}
    measures = {measure.id for measure in whole.measures}
    kept = [i for i in review.indicators if _stays(i, before.values(), measures)]
    names = _lasting_ids(fresh, old, {i.id for i in kept})
    indicators = [_merged(i, old.get(i.id), names[i.id]) for i in fresh] + kept
    decided = {i.id for i in indicators if i.decision is not Decision.PROPOSED}
    claims = [replace(c, indicator_id=names[c.indicator_id]) for c in fresh_claims]
    return replace(
        review, indicators=tuple(indicators), claims=_claims(claims, review.claims, decided)
    )


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """The id itself, or with the first number that makes it new."""
    stem = wanted.rstrip("0123456789")
    number = int(wanted[len(stem) :] or 1)
    while wanted in taken:
        number += 1
        wanted = f"{stem}{number}"
    return wanted


def _lasting_ids(
    fresh: Iterable[Indicator], old: Mapping[str, Indicator | None], taken: set[str]
) -> dict[str, str]:
    """By the new proposal's id: the id it had before, or one that nothing else has."""
    names = {key: indicator.id for key, indicator in old.items() if indicator}
    taken = taken | set(names.values())
    for proposal in fresh:
        if proposal.id not in names:
            names[proposal.id] = free_id(proposal.id, taken)
            taken.add(names[proposal.id])
    return names


def _merged(proposal: Indicator, old: Indicator | None, name: str) -> Indicator:
    """The proposal under its lasting id, with the officer's decision where there is one."""
    if old is None:
        return replace(proposal, id=name)
    if old.decision in OWN_WORK:
        return replace(old, source=proposal.source)
    return replace(proposal, id=name, decision=old.decision)


def _claims(
    fresh: Iterable[Actual], before: Iterable[Actual], decided: set[str]
) -> tuple[Actual, ...]:
    """What the officer left stands of decided indicators; the new words speak for the rest."""
    old = [claim for claim in before if claim.indicator_id in decided]
    new = [claim for claim in fresh if claim.indicator_id not in decided]
    taken = {claim.id for claim in old}
    return (*old, *(replace(claim, id=free_id(claim.id, taken)) for claim in new))


def _stays(indicator: Indicator, unmatched: Iterable[Indicator], measures: set[str]) -> bool:
    added = indicator.decision is Decision.ADDED
    corrected = indicator.decision is Decision.CORRECTED and indicator in unmatched
    return (added or corrected) and indicator.measure_id in measures


def _by_words(indicators: Iterable[Indicator]) -> dict[Words, Indicator]:
    """Those taken from the file, and the one that stands where a measure's words hold none."""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for indicator in indicators:
        if indicator.decision is not Decision.ADDED:
            text = indicator.source.text if indicator.source else ""
            words = (indicator.measure_id, squash(text))
            found[*words, seen[words]] = indicator
            seen[words] += 1
    return found
