"""A review goes on from what is stored: the earlier decisions are in it, and it shows what
storing will make."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_data.changes import carry_over
from ita_data.loaded import Loaded
from ita_data.model import Actual, Basis, Indicator, Measure, TrackedReport
from ita_data.review.again import proposed_again
from ita_data.review.records import Review, Standing

Names = Mapping[str, str]
Named = Measure | Indicator


def stand_on(review: Review, stored: TrackedReport | None, number: int) -> Review:
    """The review with the decisions of a stored version of its report (None: there is none).

    Of the version it stood on before only what the officer changed since stays. Standing on
    the same version again changes nothing.
    """
    new = None if stored is None else _standing(stored, number)
    was = review.standing
    if _marker(was) == _marker(new):
        return review
    known: set[str] = set()
    if was:
        if new and _marker(was)[:2] == _marker(new)[:2]:
            known = {i.id for i in was.carried} & {i.id for i in _mine(review, was)}
        else:
            review = replace(review, stays={})
        review = _left(review, was)
    if stored is None:
        return review
    if review.loaded.tracked:
        known |= {i.id for i in review.loaded.tracked.indicators}
    return _carried(review, stored, number, known)


def to_be_stored(review: Review, stored: TrackedReport, new: TrackedReport) -> TrackedReport:
    """What storing makes of a finished review (`new`) that stands on `stored`."""
    known = {i.id for i in review.standing.carried} if review.standing else set()
    # A row that was taken out is answered by that; what is said of the measure itself counts more.
    stays = {**dict.fromkeys(review.excluded, False), **review.stays}
    carried = carry_over(stored, new.report, (new.indicators, new.actuals), known, stays)
    return replace(carried, reported_on=new.reported_on)


def let_stay(review: Review, measure_id: str, stays: bool) -> Review:
    """Whether a stored measure that the file lacks stays in the report, as the officer says."""
    return replace(review, stays={**review.stays, measure_id: stays})


def on_ids(loaded: Loaded, measures: Names, indicators: Names | None = None) -> Loaded:
    """The reading with its measures and indicators under other ids."""
    names = indicators or {}
    report = replace(
        loaded.report,
        measures=tuple(replace(m, id=measures.get(m.id, m.id)) for m in loaded.report.measures),
    )
    findings = (
        replace(f, measure_id=measures.get(f.measure_id, f.measure_id)) if f.measure_id else f
        for f in loaded.findings
    )
    tracked = loaded.tracked and _tracked_on_ids(loaded.tracked, measures, names)
    return replace(loaded, report=report, findings=tuple(findings), tracked=tracked)


def _tracked_on_ids(tracked: TrackedReport, measures: Names, names: Names) -> TrackedReport:
    return replace(
        tracked,
        indicators=tuple(_indicator_on_ids(i, measures, names) for i in tracked.indicators),
        actuals=tuple(
            replace(a, indicator_id=names.get(a.indicator_id, a.indicator_id))
            for a in tracked.actuals
        ),
        overrides=tuple(
            replace(o, indicator_id=names.get(o.indicator_id, o.indicator_id))
            for o in tracked.overrides
        ),
    )


def _indicator_on_ids(indicator: Indicator, measures: Names, names: Names) -> Indicator:
    return replace(
        indicator,
        id=names.get(indicator.id, indicator.id),
        measure_id=measures.get(indicator.measure_id, indicator.measure_id),
    )


def _standing(stored: TrackedReport, number: int) -> Standing:
    recorded = {a.indicator_id for a in stored.actuals if a.basis is not Basis.CLAIMED}
    recorded |= {o.indicator_id for o in stored.overrides}
    return Standing(
        agency=stored.report.agency,
        fiscal_year=stored.report.fiscal_year,
        number=number,
        recorded=tuple(sorted(recorded)),
        reported_on=stored.reported_on,
    )


def _marker(standing: Standing | None) -> tuple[str, int | None, int]:
    return (standing.agency, standing.fiscal_year, standing.number) if standing else ("", None, 0)


def _mine(review: Review, standing: Standing) -> tuple[Indicator, ...]:
    """What the officer changed since, or what is new."""
    return tuple(i for i in review.indicators if i not in standing.carried)


def _left(review: Review, standing: Standing) -> Review:
    """The review as if it had not stood on a version, with what the officer did since."""
    mine = _mine(review, standing)
    day = None if review.reported_on == standing.reported_on else review.reported_on
    review = replace(review, standing=None, reported_on=day)
    if review.loaded.tracked is None:
        return proposed_again(replace(review, indicators=mine))
    own = {i.id: i for i in mine}
    listed = review.loaded.tracked.indicators
    rest = [i for i in mine if i.id not in {one.id for one in listed}]
    return replace(review, indicators=(*(own.get(i.id, i) for i in listed), *rest))


def _carried(review: Review, stored: TrackedReport, number: int, known: set[str]) -> Review:
    whole = replace(review, excluded=()).report
    carried = carry_over(stored, whole, (review.indicators, review.claims), known)
    measures = _renamed(whole.measures, carried.report.measures)
    names = _renamed(review.indicators, carried.indicators)
    return replace(
        review,
        loaded=on_ids(review.loaded, measures, names),
        edits={measures.get(key, key): edit for key, edit in review.edits.items()},
        excluded=tuple(measures.get(key, key) for key in review.excluded),
        indicators=carried.indicators,
        claims=(*_claimed(carried), *_dated(review, names)),
        reported_on=review.reported_on or stored.reported_on,
        standing=replace(_standing(stored, number), carried=carried.indicators),
    )


def _renamed(before: Sequence[Named], after: Sequence[Named]) -> dict[str, str]:
    """What each is called now; what else stays stands behind."""
    return {old.id: new.id for old, new in zip(before, after, strict=False)}


def _claimed(tracked: TrackedReport) -> tuple[Actual, ...]:
    return tuple(a for a in tracked.actuals if a.basis is Basis.CLAIMED)


def _dated(review: Review, names: Names) -> tuple[Actual, ...]:
    """Results of the file that have a date."""
    own = (c for c in review.claims if c.basis is not Basis.CLAIMED)
    return tuple(replace(c, indicator_id=names.get(c.indicator_id, c.indicator_id)) for c in own)
