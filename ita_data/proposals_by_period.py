"""Indicators and results from a table's numbers by month or quarter; docs/adr/0007 says why."""

from collections.abc import Sequence
from dataclasses import replace

from ita_data.model import Actual, Basis, Cadence, Indicator, Measure, Number, PeriodAmount

Proposal = tuple[Indicator, tuple[Actual, ...]]
LEVEL_UNIT = "ร้อยละ"
BE_OFFSET = 543


def with_amounts(measure: Measure, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals with the measure's planned and reported amounts in them.

    They belong to the indicator that the words promise where the plan comes to the same
    target, or where it is the only promise and nothing is planned by period. Otherwise they
    are an indicator of their own, which takes the place of one without target.
    """
    targets = [a for a in measure.amounts if a.kind == "target"]
    results = [a for a in measure.amounts if a.kind == "result"]
    if not targets and not results:
        return list(proposals)
    host = _host(proposals, targets)
    if host is None:
        own = _indicator(measure, proposals, targets or results, planned=bool(targets))
        kept = [each for each in proposals if each[0].id != own.id]
        return [*kept, (own, _results(own, results, claimed=False))]
    return [
        (indicator, (*said, *_results(indicator, results, claimed=bool(said))))
        if indicator.id == host.id
        else (indicator, said)
        for indicator, said in proposals
    ]


def _host(proposals: Sequence[Proposal], targets: Sequence[PeriodAmount]) -> Indicator | None:
    promised = [i for i, _ in proposals if i.target is not None and i.target_from == "steps"]
    if not targets:
        return promised[0] if len(promised) == 1 else None
    total = _total(targets)
    return next((i for i in promised if i.target == total), None)


def _indicator(
    measure: Measure, proposals: Sequence[Proposal], amounts: Sequence[PeriodAmount], *,
    planned: bool,
) -> Indicator:  # fmt: skip
    empty = next((i for i, said in proposals if i.target is None and not said), None)
    base = empty or Indicator(
        id=f"{measure.id}-p1", measure_id=measure.id, name="", target=None, unit=""
    )
    unit = next((a.unit for a in amounts if a.unit), "")
    return replace(
        base,
        name=base.name or " ".join(measure.title.split()) or measure.id,
        target=_total(amounts) if planned else None,
        unit=unit,
        level=unit == LEVEL_UNIT,
        cadence=_cadence(amounts) if planned else Cadence(),
        target_from="steps" if planned else "typed",
    )


def _total(amounts: Sequence[PeriodAmount]) -> Number:
    """The year's amount: all periods together; of a percentage the last."""
    if any(a.unit == LEVEL_UNIT for a in amounts):
        return amounts[-1].amount
    return sum(a.amount for a in amounts)


def _cadence(amounts: Sequence[PeriodAmount]) -> Cadence:
    """Every month or quarter where each has the same; else owed by the measure's last day."""
    lengths = {_months(a) for a in amounts}
    if len(amounts) < 2 or len(lengths) != 1 or len({a.amount for a in amounts}) != 1:
        return Cadence()
    return Cadence(every_months=lengths.pop())


def _months(amount: PeriodAmount) -> int | None:
    if amount.start is None or amount.end is None:
        return None
    start, end = amount.start, amount.end
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _results(
    indicator: Indicator, results: Sequence[PeriodAmount], *, claimed: bool
) -> tuple[Actual, ...]:
    """Dated amounts are recorded on their period's last day; one without a date is a claim,
    where the words do not claim something already."""
    dated = [_recorded(indicator, a) for a in results if a.end]
    alone = [a for a in results if a.end is None]
    if dated or claimed or not alone:
        return tuple(dated)
    claim = Actual(
        id=f"{indicator.id}-claim",
        indicator_id=indicator.id,
        amount=alone[0].amount,
        basis=Basis.CLAIMED,
    )
    return (claim,)


def _recorded(indicator: Indicator, amount: PeriodAmount) -> Actual:
    end = amount.end
    when = f"{end.year + BE_OFFSET}-{end.month:02d}" if end else ""
    return Actual(
        id=f"{indicator.id}-{when}",
        indicator_id=indicator.id,
        amount=amount.amount,
        basis=Basis.RECORDED,
        on=end,
    )
