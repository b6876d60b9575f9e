"""Indicators and claims proposed from a report's words; the officer decides on each.

Source of the rules: the project's domain notes, "Progress", three bases: what the steps (and
a target column) name is a target; a number in a result column is a claim, and the target too
where the steps name none of its unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from ita_data.model import (
    PROMISE_COLUMNS,
    RESULT_COLUMNS,
    Actual,
    Basis,
    Cadence,
    Field,
    Indicator,
    Measure,
    Number,
    Quantity,
    Report,
    Source,
)
from ita_data.proposals_by_period import Proposal, with_amounts
from ita_data.quantities import clause_of, find_zero_promises, rounds_as_one
from ita_data.quantities.units import EVENTS, PEOPLE
from ita_data.schedule import due_dates
from ita_data.thai import squash

CASES = "เรื่อง"  # what "ไม่มีเรื่องร้องเรียน" counts
# Above so many possible pairs (no honest cell has them) words are not compared, only units.
MOST_PAIRS = 2_500
BARE = 8  # letters of a name that are hardly more than a verb
MOST_OF_A_TITLE = 60
MONTHS = 12  # more things a year than months are not handed over one at a time


def propose(report: Report) -> tuple[tuple[Indicator, ...], tuple[Actual, ...]]:
    """Indicators (all proposed) and what the text claims for them, in the report's order.

    Every measure has at least one indicator; where its words hold no quantity it has no
    target (None), so that the gap is seen. Ids are "m1-1", "m1-2" …, claims "m1-1-claim".
    Each has the words it comes from as its source. What a table reports by month or quarter
    has a date and is recorded, not claimed (docs/adr/0007); such results stand here too.
    """
    found = [each for measure in report.measures for each in _with_amounts(measure)]
    return tuple(i for i, _ in found), tuple(result for _, said in found for result in said)


def _with_amounts(measure: Measure) -> list[Proposal]:
    pairs = ((i, () if claim is None else (claim,)) for i, claim in _of_measure(measure))
    return with_amounts(measure, list(pairs))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A quantity, or a promise of none, with its name and the words it stands in."""

    quantity: Quantity
    name: str
    source: Source


def _of_measure(measure: Measure) -> Iterator[tuple[Indicator, Actual | None]]:
    promised = _without_repeats(list(_words_in(measure, PROMISE_COLUMNS)))
    claimed = list(_words_in(measure, RESULT_COLUMNS))
    pairs = _paired(promised, claimed)
    alone = [words for i, words in enumerate(claimed) if i not in pairs.values()]
    for i, words in enumerate(promised):
        claim = claimed[pairs[i]] if i in pairs else None
        yield _proposal(measure, i + 1, words, claim, "steps")
    for n, words in enumerate(alone, start=len(promised) + 1):
        yield _proposal(measure, n, words, words, "result")
    if not promised and not claimed:
        yield _without_target(measure), None


def _words_in(measure: Measure, columns: Sequence[Field]) -> Iterator[_Words]:
    """What the columns count, column by column, then what they promise not to happen."""
    quantities = [q for column in columns for q in _counted_in(measure, column)]
    for quantity in quantities:
        text = measure.text_of(quantity.column)
        name = clause_of(text, quantity.start, quantity.end) or _title(measure)
        yield _Words(quantity=quantity, name=name, source=_source(measure, quantity))
    if any(q.amount == 0 for q in quantities):
        return  # "ไม่มีเรื่องร้องเรียน (0 เรื่อง)" says it once already
    zeros = [zero for column in columns for zero in _zeros(measure, column)]
    for zero in zeros[:1]:
        name = " ".join(zero.text.split())
        yield _Words(quantity=zero, name=name, source=_source(measure, zero))


def _counted_in(measure: Measure, column: Field) -> list[Quantity]:
    found = (quantity for quantity in measure.quantities if quantity.column == column)
    return rounds_as_one(found, measure.text_of(column))


def _zeros(measure: Measure, column: Field) -> Iterator[Quantity]:
    text = measure.text_of(column)
    for start, end in find_zero_promises(text):
        yield Quantity(
            text=text[start:end],
            column=column,
            amount=0,
            unit=CASES,
            comparison="<=",
            annual_target=0,
            start=start,
            end=end,
        )


def _source(measure: Measure, quantity: Quantity) -> Source:
    """Where the words stand: the column's first cell, else the measure's row."""
    cells = measure.cells.get(quantity.column, ())
    return Source(
        column=quantity.column,
        text=quantity.text,
        start=quantity.start,
        end=quantity.end,
        place=cells[0] if cells else measure.place,
    )


def _without_repeats(promised: list[_Words]) -> list[_Words]:
    """Without what the target column only says again of the steps."""
    steps = [_kind(words.quantity) for words in promised if words.quantity.column == "steps"]
    kept = []
    for words in promised:
        if words.quantity.column != "steps" and _kind(words.quantity) in steps:
            steps.remove(_kind(words.quantity))
        else:
            kept.append(words)
    return kept


def _kind(quantity: Quantity) -> tuple[str, Number | None]:
    return quantity.unit, quantity.annual_target


def _paired(promised: list[_Words], claimed: list[_Words]) -> dict[int, int]:
    """By a promise's index, the index of the claim that speaks of it: same unit, nearest words."""
    likeness = [
        (_likeness(one, other) if len(promised) * len(claimed) <= MOST_PAIRS else 0.0, -p, -c)
        for p, one in enumerate(promised)
        for c, other in enumerate(claimed)
        if one.quantity.unit == other.quantity.unit
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, p, c in sorted(likeness, reverse=True):
        if -p not in pairs and -c not in taken:
            pairs[-p] = -c
            taken.add(-c)
    return pairs


def _likeness(one: _Words, other: _Words) -> float:
    return SequenceMatcher(None, squash(one.name), squash(other.name), autojunk=False).ratio()


def _proposal(
    measure: Measure,
    n: int,
    words: _Words,
    claim: _Words | None,
    target_from: Literal["steps", "result"],
) -> tuple[Indicator, Actual | None]:
    quantity = words.quantity
    indicator = Indicator(
        id=f"{measure.id}-{n}",
        measure_id=measure.id,
        name=_telling(words.name, measure),
        target=amount_over(measure, quantity),
        unit=quantity.unit,
        comparison=quantity.comparison,
        cadence=_cadence(quantity),
        level=quantity.level,
        target_from=target_from,
        source=words.source,
    )
    return indicator, _claim(measure, indicator, claim) if claim else None


def _cadence(quantity: Quantity) -> Cadence:
    """When it is owed. "ปีละ 2 ครั้ง" are two occasions over the year; "ปีละ 45 คน" or
    "ปีละ 1,200 แผ่น" are a number by its end, not so many occasions."""
    a_year = quantity.cadence.per_year or 0
    occasions = quantity.unit in EVENTS or (quantity.unit not in PEOPLE and a_year <= MONTHS)
    return quantity.cadence if not a_year or occasions else Cadence()


def _claim(measure: Measure, indicator: Indicator, words: _Words) -> Actual | None:
    amount = amount_over(measure, words.quantity)
    if amount is None:
        return None
    return Actual(
        id=f"{indicator.id}-claim",
        indicator_id=indicator.id,
        amount=amount,
        basis=Basis.CLAIMED,
        source=words.source,
    )


def amount_over(measure: Measure, quantity: Quantity) -> Number | None:
    """What the quantity comes to over the measure's period.

    A cadence counts its due dates inside the period; amounts and counts a year stay. The
    year's amount where the period is not known, or reversed.
    """
    cadence, start, end = quantity.cadence, measure.start, measure.end
    if not (cadence.every_months or cadence.every_days) or start is None or end is None:
        return quantity.annual_target
    if end < start:
        return quantity.annual_target
    each = 1 if quantity.amount is None else quantity.amount
    return each * len(due_dates(start, end, cadence))


def _without_target(measure: Measure) -> Indicator:
    return Indicator(
        id=f"{measure.id}-1", measure_id=measure.id, name=_title(measure), target=None, unit=""
    )


def _telling(name: str, measure: Measure) -> str:
    """The name as it can stand alone in a list: a bare verb ("ตรวจ") says of what."""
    title = _title(measure)
    if len(name) > BARE or squash(name) in squash(title):
        return name
    return (
        f"{name} ({title[:MOST_OF_A_TITLE]}…)"
        if len(title) > MOST_OF_A_TITLE
        else f"{name} ({title})"
    )


def _title(measure: Measure) -> str:
    return " ".join(measure.title.split()) or f"มาตรการที่ {measure.number or measure.id}"
