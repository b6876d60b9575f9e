"""What an officer can do to a review. Every function gives a new one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ita_data.changes import match_measures, unused_id
from ita_data.loaded import Choices, Loaded, MatchedTable
from ita_data.model import Actual, Basis, Decision, Field, Indicator, Number, Report, TrackedReport
from ita_data.proposals import propose
from ita_data.review.again import proposed_again
from ita_data.review.records import PROSE, MeasureEdit, Review
from ita_data.review.standing import on_ids


def start(loaded: Loaded, choices: Choices | None = None) -> Review:
    """A review of a fresh reading: every quantity a proposal."""
    indicators, claims = _found(loaded)
    said = _of_this_file(choices or Choices(), loaded)
    return Review(
        loaded=loaded,
        choices=said,
        read_with=said,
        indicators=indicators,
        claims=claims,
        reported_on=loaded.tracked.reported_on if loaded.tracked else None,
    )


def _found(loaded: Loaded) -> tuple[tuple[Indicator, ...], tuple[Actual, ...]]:
    """Indicators and claims: those that the file itself lists, else what its words propose."""
    if loaded.tracked is None:
        return propose(loaded.report)
    claims = (a for a in loaded.tracked.actuals if a.basis is Basis.CLAIMED)
    return loaded.tracked.indicators, tuple(claims)


def reread(review: Review, loaded: Loaded) -> Review:
    """The same review over a new reading of the file: edits and decisions stay with their
    measures, wherever these stand now."""
    loaded = _with_lasting_ids(review.loaded.report, loaded)
    return proposed_again(replace(review, loaded=loaded, read_with=review.choices))


def with_columns(
    choices: Choices, table: MatchedTable, columns: Mapping[int, Field | None]
) -> Choices:
    """The choices with a table's columns matched as the officer says; the rest as it was."""
    matched = {column.column: column.field for column in table.columns}
    said = {**matched, **choices.columns.get(table.signature, {}), **columns}
    return replace(choices, columns={**choices.columns, table.signature: said})


def edit_measure(review: Review, measure_id: str, **changes: Any) -> Review:
    """Fields of `MeasureEdit` by name; where a text changes, its quantities are found anew."""
    edit = replace(review.edits.get(measure_id, MeasureEdit()), **changes)
    review = replace(review, edits={**review.edits, measure_id: edit})
    return proposed_again(review) if set(changes) & set(PROSE) else review


def exclude_measure(review: Review, measure_id: str, *, excluded: bool = True) -> Review:
    """Take a row out that is no measure, or bring it back."""
    rest = tuple(key for key in review.excluded if key != measure_id)
    return replace(review, excluded=(*rest, measure_id) if excluded else rest)


def correct_indicator(review: Review, indicator_id: str, **changes: Any) -> Review:
    """Name, target, unit, comparison, cadence, department … as the officer says."""

    def corrected(indicator: Indicator) -> Indicator:
        new = replace(indicator, **changes)
        if new == indicator:
            return indicator
        if new.target != indicator.target:
            new = replace(new, target_from="typed")
        return _touched(new)

    return _with_indicator(review, indicator_id, corrected)


def correct_claim(review: Review, indicator_id: str, amount: Number | None) -> Review:
    """What the text claims was done, as the officer reads it; None: it claims nothing."""
    if amount == getattr(review.claim_of(indicator_id), "amount", None):
        return review
    claims = [
        c for c in review.claims if c.indicator_id != indicator_id or c.basis is not Basis.CLAIMED
    ]
    if amount is not None:
        indicator = next(i for i in review.indicators if i.id == indicator_id)
        claims.append(_claim(indicator, review.claim_of(indicator_id), amount))
    return _with_indicator(replace(review, claims=tuple(claims)), indicator_id, _touched)


def use_indicator(review: Review, indicator_id: str, *, used: bool = True) -> Review:
    """Accept a proposal, or drop it; dropping is taken back the same way."""

    def decided(indicator: Indicator) -> Indicator:
        if not used:
            return replace(indicator, decision=Decision.DROPPED)
        if indicator.decision not in (Decision.PROPOSED, Decision.DROPPED):
            return indicator
        # Without words in the file it is the officer's own: nothing else would keep it.
        own = indicator.source is None and indicator.decision is Decision.DROPPED
        return replace(indicator, decision=Decision.CORRECTED if own else Decision.ACCEPTED)

    return _with_indicator(review, indicator_id, decided)


def accept_all(review: Review, measure_id: str | None = None) -> Review:
    """Accept every proposal still waiting, of one measure or of the whole report."""
    return replace(
        review,
        indicators=tuple(
            replace(i, decision=Decision.ACCEPTED)
            if i.decision is Decision.PROPOSED and measure_id in (None, i.measure_id)
            else i
            for i in review.indicators
        ),
    )


def add_indicator(review: Review, measure_id: str, *, name: str, unit: str = "ครั้ง") -> Review:
    """One more indicator by the officer's own hand; its target is filled in afterwards."""
    taken = {i.id for i in review.indicators}
    added = Indicator(
        id=unused_id(f"{measure_id}-x1", taken),
        measure_id=measure_id,
        name=name,
        target=None,
        unit=unit,
        decision=Decision.ADDED,
    )
    return replace(review, indicators=(*review.indicators, added))


def missing(review: Review) -> tuple[Field | str, ...]:
    """What the report cannot be stored without and does not say: agency, fiscal_year, measures."""
    report = review.report
    needed = {
        "agency": report.agency.strip(),
        "fiscal_year": report.fiscal_year,
        "measures": report.measures,
    }
    return tuple(name for name, value in needed.items() if not value)


def finish(review: Review) -> TrackedReport:
    """The report to be stored, with the results that the file itself holds. Dropped proposals
    stay in it, so they are not asked again."""
    report = review.report
    ids = {measure.id for measure in report.measures}
    indicators = tuple(i for i in review.indicators if i.measure_id in ids)
    kept = {i.id for i in indicators}
    own = review.loaded.tracked or TrackedReport(report=report)
    recorded = (a for a in own.actuals if a.basis is not Basis.CLAIMED)
    return TrackedReport(
        report=report,
        indicators=indicators,
        actuals=tuple(a for a in (*recorded, *review.claims) if a.indicator_id in kept),
        overrides=tuple(o for o in own.overrides if o.indicator_id in kept),
        reported_on=review.reported_on,
    )


def _with_lasting_ids(before: Report, loaded: Loaded) -> Loaded:
    """The reading with each measure under the id that the officer's work knows it by."""
    names = dict(match_measures(before, loaded.report))
    taken = {measure.id for measure in before.measures}
    for measure in loaded.report.measures:
        if measure.id not in names:
            names[measure.id] = unused_id(measure.id, taken)
            taken.add(names[measure.id])
    return on_ids(loaded, names)


def _of_this_file(choices: Choices, loaded: Loaded) -> Choices:
    """Without what is remembered of other files' headers."""
    here = {table.signature for table in loaded.tables}
    return replace(choices, columns={k: v for k, v in choices.columns.items() if k in here})


def _with_indicator(
    review: Review, indicator_id: str, change: Callable[[Indicator], Indicator]
) -> Review:
    indicators = (change(i) if i.id == indicator_id else i for i in review.indicators)
    return replace(review, indicators=tuple(indicators))


def _claim(indicator: Indicator, before: Actual | None, amount: Number) -> Actual:
    if before:
        return replace(before, amount=amount)
    return Actual(
        id=f"{indicator.id}-claim",
        indicator_id=indicator.id,
        amount=amount,
        basis=Basis.CLAIMED,
        source=indicator.source,
    )


def _touched(indicator: Indicator) -> Indicator:
    if indicator.decision is Decision.ADDED:
        return indicator
    return replace(indicator, decision=Decision.CORRECTED)
