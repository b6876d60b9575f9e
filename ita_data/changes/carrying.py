"""A report imported again: what was decided, recorded and proven stays with its measure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_data.changes.absent import placed, staying
from ita_data.changes.matching import match_measures
from ita_data.changes.pairing import OWN_WORK, Pair, paired, unused_id
from ita_data.model import (
    RESULT_COLUMNS,
    Actual,
    Basis,
    Decision,
    Indicator,
    Measure,
    Override,
    Report,
    Retired,
    TrackedReport,
)
from ita_data.thai import squash

Proposals = tuple[tuple[Indicator, ...], tuple[Actual, ...]]


def carry_over(
    old: TrackedReport,
    new_report: Report,
    proposals: Proposals,
    known_ids: Collection[str] = (),
    stays: Mapping[str, bool] | None = None,
) -> TrackedReport:
    """The new report with everything that was decided or recorded on the old one.

    `proposals` are the new report's indicators and claims, as `propose` or a finished review
    gives them; results that the new file itself holds may stand among the claims.
    Measures and indicators that are the same keep their ids (see match_measures, paired);
    others get ids that were never used. Where no proposal is an old indicator of a measure
    that is still there, it stays if something is recorded for it or it is the officer's own.
    The officer's latest decision counts, but accepting the file's words anew does not undo an
    older correction of them. Recorded results, evidence and overrides are never dropped: those
    of a measure that is gone are in `retired`. `known_ids`: those of the proposals' ids that
    come from the old version, as in a tracking workbook made of it. The new indicators stand
    in the order of the proposals, before what else stays. `stays` says by id which measures
    stay in the report though the new one lacks them (see absent.py); None: none does.
    """
    past = _Past.of(old)
    measures = _with_lasting_ids(past, new_report)
    fresh = _renamed(proposals, {m.id: lasting for m, lasting in measures})
    found = tuple(replace(m, id=key) for m, key in measures)
    whole = () if stays is None else staying(old, found, stays)
    report = replace(new_report, measures=placed(old, found, whole))
    return _merged(past, report, fresh, known_ids, {measure.id for measure in whole})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """The old version with its retired measures back among the others."""

    tracked: TrackedReport
    measures: tuple[Measure, ...]
    indicators: tuple[Indicator, ...]
    actuals: tuple[Actual, ...]
    overrides: tuple[Override, ...]

    @classmethod
    def of(cls, old: TrackedReport) -> "_Past":
        gone = old.retired
        return cls(
            tracked=old,
            measures=(*old.report.measures, *(each.measure for each in gone)),
            indicators=(*old.indicators, *(x for each in gone for x in each.indicators)),
            actuals=(*old.actuals, *(x for each in gone for x in each.actuals)),
            overrides=(*old.overrides, *(x for each in gone for x in each.overrides)),
        )

    def worth_keeping(self, present: set[str], whole: set[str]) -> dict[str, Indicator]:
        """By id: the officer's own, those that something is recorded for, of measures that
        are not `present` all that was decided on, and of those that stay `whole` every one."""
        said = {a.indicator_id for a in self.actuals if a.basis is not Basis.CLAIMED}
        said |= {override.indicator_id for override in self.overrides}
        return {
            i.id: i
            for i in self.indicators
            if i.id in said or i.measure_id in whole or _decided(i, present)
        }


def _decided(indicator: Indicator, present: set[str]) -> bool:
    if indicator.measure_id in present:
        return indicator.decision in OWN_WORK
    return indicator.decision is not Decision.PROPOSED


def _with_lasting_ids(past: _Past, report: Report) -> list[tuple[Measure, str]]:
    """Each new measure with the id it had before, or one that no measure ever had."""
    matches = match_measures(replace(past.tracked.report, measures=past.measures), report)
    taken = {measure.id for measure in past.measures}
    named = []
    for measure in report.measures:
        lasting = matches.get(measure.id) or unused_id(measure.id, taken)
        taken.add(lasting)
        named.append((measure, lasting))
    return named


def _renamed(proposals: Proposals, measures: Mapping[str, str]) -> Proposals:
    """The proposals on the lasting ids of their measures; their own ids are still their own."""
    indicators, claims = proposals
    moved = (replace(i, measure_id=measures.get(i.measure_id, i.measure_id)) for i in indicators)
    return tuple(moved), claims


def _merged(
    past: _Past, report: Report, fresh: Proposals, known_ids: Collection[str], whole: set[str]
) -> TrackedReport:
    pairs = paired(past.indicators, fresh[0], known_ids)
    present = {measure.id for measure in report.measures}
    kept = past.worth_keeping(present, whole)
    for pair in pairs:
        kept.pop(pair.lasting, None)
    retired = _retired(past, [i for i in kept.values() if i.measure_id not in present])
    gone = {i.id for each in retired for i in each.indicators}
    return TrackedReport(
        report=report,
        indicators=(
            *(pair.decided for pair in pairs),
            *(i for i in kept.values() if i.id not in gone),
        ),
        actuals=_actuals(
            past,
            fresh[1],
            pairs,
            gone,
            _corrected(pairs, _same_results(past, report))
            | {i.id for i in kept.values() if i.measure_id in whole},
        ),
        overrides=tuple(o for o in past.overrides if o.indicator_id not in gone),
        reported_on=past.tracked.reported_on,
        retired=retired,
        last_year=past.tracked.last_year,
        accepted=past.tracked.accepted,
    )


def _same_results(past: _Past, report: Report) -> set[str]:
    """Measures whose result columns say the same as before."""
    before = {measure.id: measure for measure in past.measures}
    return {
        m.id
        for m in report.measures
        if m.id in before
        and all(squash(m.text_of(c)) == squash(before[m.id].text_of(c)) for c in RESULT_COLUMNS)
    }


def _corrected(pairs: Sequence[Pair], unchanged: set[str]) -> set[str]:
    """Indicators whose claims the officer corrected, while the file says the same words."""
    return {
        pair.lasting
        for pair in pairs
        if pair.keeps_correction and pair.proposal.measure_id in unchanged
    }


def _actuals(
    past: _Past,
    claims: Iterable[Actual],
    pairs: Sequence[Pair],
    gone: set[str],
    own: set[str],
) -> tuple[Actual, ...]:
    """Everything recorded, then what the new text claims; of indicators in `own` the older
    claims stand."""
    names = {pair.proposal.id: pair.lasting for pair in pairs}
    stays = (a for a in past.actuals if a.basis is not Basis.CLAIMED or a.indicator_id in own)
    kept = [actual for actual in stays if actual.indicator_id not in gone]
    taken = {a.id for a in kept} | {a.id for a in past.actuals if a.indicator_id in gone}
    for claim in claims:
        lasting = names.get(claim.indicator_id, claim.indicator_id)
        if claim.basis is not Basis.CLAIMED:
            kept = _with_result(kept, replace(claim, indicator_id=lasting), taken)
        elif lasting not in own:
            key = unused_id(claim.id.replace(claim.indicator_id, lasting), taken)
            taken.add(key)
            kept.append(replace(claim, id=key, indicator_id=lasting))
    return tuple(kept)


def _with_result(kept: list[Actual], result: Actual, taken: set[str]) -> list[Actual]:
    """A result that the new file holds takes the place of its older self; a new one is added,
    once: the same amount of the same day is the same result."""
    same = [a for a in kept if (a.id, a.indicator_id) == (result.id, result.indicator_id)]
    if same:
        return [result if a is same[0] else a for a in kept]
    if any(_says(a) == _says(result) for a in kept if a.basis is not Basis.CLAIMED):
        return kept
    key = unused_id(result.id, taken)
    taken.add(key)
    return [*kept, replace(result, id=key)]


def _says(actual: Actual) -> tuple[object, ...]:
    return actual.indicator_id, actual.on, actual.amount


def _retired(past: _Past, indicators: Iterable[Indicator]) -> tuple[Retired, ...]:
    """Measures that are gone, with the indicators worth keeping and all that hangs on them."""
    measures = {measure.id: measure for measure in past.measures}
    by_measure: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        if indicator.measure_id in measures:
            by_measure.setdefault(indicator.measure_id, []).append(indicator)
    return tuple(_one_retired(past, measures[key], found) for key, found in by_measure.items())


def _one_retired(past: _Past, measure: Measure, indicators: list[Indicator]) -> Retired:
    ids = {indicator.id for indicator in indicators}
    return Retired(
        measure=measure,
        indicators=tuple(indicators),
        actuals=tuple(a for a in past.actuals if a.indicator_id in ids),
        overrides=tuple(o for o in past.overrides if o.indicator_id in ids),
    )
