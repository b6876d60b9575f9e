"""Proposals of a report that changed: what the officer decided stays where its words do."""

from collections.abc import Iterable
from dataclasses import replace

from ita_data.changes import paired, unused_id
from ita_data.model import Actual, Decision, Indicator
from ita_data.proposals import propose
from ita_data.review.records import Review


def proposed_again(review: Review) -> Review:
    """The proposals of the report as it is now, with the decisions that were made before.

    An indicator that was corrected or added, or that something is recorded for, stays even
    where its words are gone, as long as its measure is there.
    """
    whole = replace(review, excluded=()).report
    fresh, fresh_claims = propose(whole)
    pairs = paired(review.indicators, fresh)
    matched = {pair.lasting for pair in pairs}
    measures = {measure.id for measure in whole.measures}
    kept = (
        i
        for i in review.indicators
        if i.id not in matched and i.measure_id in measures and _stays(review, i)
    )
    indicators = (*(pair.decided for pair in pairs), *kept)
    names = {pair.proposal.id: pair.lasting for pair in pairs}
    decided = {i.id for i in indicators if i.decision is not Decision.PROPOSED}
    claims = [replace(c, indicator_id=names[c.indicator_id]) for c in fresh_claims]
    return replace(review, indicators=indicators, claims=_claims(claims, review.claims, decided))


def _stays(review: Review, indicator: Indicator) -> bool:
    own = indicator.decision in (Decision.CORRECTED, Decision.ADDED)
    return own or (review.standing is not None and indicator.id in review.standing.recorded)


def _claims(
    fresh: Iterable[Actual], before: Iterable[Actual], decided: set[str]
) -> tuple[Actual, ...]:
    """What the officer left stands of decided indicators; the new words speak for the rest."""
    old = [claim for claim in before if claim.indicator_id in decided]
    new = [claim for claim in fresh if claim.indicator_id not in decided]
    taken = {claim.id for claim in old}
    return (*old, *(replace(claim, id=unused_id(claim.id, taken)) for claim in new))
