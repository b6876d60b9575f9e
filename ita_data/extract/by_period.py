"""Columns of one month or quarter each: marks tell when a measure runs, numbers what is planned
and what was done. What these mean for targets and results: docs/adr/0007."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from ita_data.dates import (
    MONTHS,
    MONTHS_SHORT,
    Period,
    fiscal_months,
    fiscal_year_of,
    month_ends,
    month_spans,
    months_between,
    parse_period,
)
from ita_data.extract.columns import Column
from ita_data.extract.headers import PART_OF_GROUP
from ita_data.extract.raw import Piece, RawMeasure
from ita_data.extract.tables import Table
from ita_data.extract.values import amount_of
from ita_data.forms import words
from ita_data.loaded import Choices
from ita_data.model import Number, PeriodAmount
from ita_data.place import Place
from ita_data.quantities import unit_named
from ita_data.thai import remembered, squash

Role = Literal["target", "result"]
# A longer cell is prose, not a number alone.
LONGEST_NUMBER = 20
# "ไตรมาสที่ดำเนินการ" over "1".
_DONE_IN = r"(?:ดำเนิน(?:การ|งาน))?"
_PERIOD = re.compile(
    rf"ไตรมาส\)?(?:ที่)?{_DONE_IN}[1-4](?!\d)|q[1-4]|"
    + "|".join(re.escape(name) for name in (*MONTHS, *MONTHS_SHORT)),
    re.IGNORECASE,
)
# "ระยะเวลา (ไตรมาส)" over "1".
_GROUPED_QUARTER = re.compile(rf"ไตรมาส\s*\)?\s*(?:ที่)?\s*{_DONE_IN}\s*([1-4๑-๔])(?![\d๐-๙])")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPeriod:
    """When a measure runs, by the marks in its row: first to last marked month or quarter."""

    text: str
    period: Period
    places: tuple[Place, ...]


def settled(table: Table, choices: Choices) -> Table:
    """The table with its columns of months and quarters told apart by what stands in them.

    Only numbers and marks: kept under their header, to be read as amounts. Prose under
    "ผล": part of the output. The officer's own matching stays.
    """
    said = choices.columns.get(table.signature, {})
    table.columns = tuple(
        column if column.column in said else _settled(column, table) for column in table.columns
    )
    return table


def _settled(column: Column, table: Table) -> Column:
    if not is_period(column.header):
        return column
    cells = table.texts_in(column.column)
    if all(is_mark(text) or amount_of(text) is not None for text in cells):
        return replace(column, field=None)
    if column.field is None and role_of(column.header) == "result":
        return replace(column, field="output", certainty=PART_OF_GROUP)
    return column


def amounts_of(raw: RawMeasure, fiscal_year: int | None) -> tuple[PeriodAmount, ...]:
    """Numbers that are planned or done: by month or quarter, and alone in their column."""
    unit = _unit(raw)
    return (*_alone(raw, unit), *_by_period(raw, unit, fiscal_year))


def _alone(raw: RawMeasure, unit: str) -> Iterator[PeriodAmount]:
    """A target or result cell that holds nothing but a number; of the target, beside words
    in another column that name what is counted ("ร้อยละของผู้รับบริการที่พึงพอใจ" beside 80)."""
    kinds: Mapping[Literal["target", "output"], Role] = {"target": "target", "output": "result"}
    for name, kind in kinds.items():
        pieces = raw.pieces.get(name, [])
        numbers = [piece for piece in pieces if _number(piece) is not None]
        if len(numbers) != 1 or (len(pieces) > 1 and name == "output"):
            continue
        if (amount := _number(numbers[0])) is not None:
            named = unit or unit_named(raw.text("target"))
            yield PeriodAmount(kind=kind, amount=amount, unit=named, place=numbers[0].place)


def _number(piece: Piece) -> Number | None:
    return amount_of(piece.value) if len(piece.text) <= LONGEST_NUMBER else None


def _by_period(raw: RawMeasure, unit: str, fiscal_year: int | None) -> Iterator[PeriodAmount]:
    for header, piece in _pieces(raw):
        kind, amount = role_of(header), amount_of(piece.value)
        days = _days(header, fiscal_year)
        if kind and amount is not None and days:
            yield PeriodAmount(
                kind=kind,
                amount=amount,
                unit="ร้อยละ" if _has(header, "percent") else unit,
                start=days[0],
                end=days[1],
                place=piece.place,
            )


def marked_period(raw: RawMeasure, fiscal_year: int | None) -> MarkedPeriod | None:
    """The period that marks under months or quarters show; None where there are none."""
    marked = [
        (header, piece)
        for header, piece in _pieces(raw)
        if is_mark(piece.text) and role_of(header) != "result"
    ]
    if not marked:
        return None
    text = ", ".join(dict.fromkeys(_words_of(header) for header, _ in marked))
    start = end = None
    days = [_days(header, fiscal_year) for header, _ in marked]
    if all(days):
        known = sorted({both for both in days if both})
        start, end = known[0][0], max(last for _, last in known)
        if all(_is_month(*both) for both in known):
            months = [first for first, _ in known]
            text, start = month_spans(months), _since(months)
    return MarkedPeriod(
        text=text,
        period=Period(start=start, end=end, problem=None),
        places=tuple(piece.place for _, piece in marked),
    )


def _days(header: str, fiscal_year: int | None) -> tuple[date, date] | None:
    period = _period(header, fiscal_year)
    return (period.start, period.end) if period.start and period.end else None


def _is_month(start: date, end: date) -> bool:
    year = fiscal_year_of(start)
    return (start, end) in zip(fiscal_months(year), month_ends(year), strict=True)


def _since(months: Sequence[date]) -> date:
    """What is ticked in every third month (ธ.ค., มี.ค., มิ.ย., …) is done in each for the months
    since the last one; the first, for as many before it within the fiscal year."""
    first, *others = months
    steps = {months_between(*both) for both in pairwise(months)}
    if len(others) < 2 or len(steps) > 1:
        return first
    year = fiscal_months(fiscal_year_of(first))
    return year[max(0, year.index(first) + 1 - steps.pop())]


def _period(header: str, fiscal_year: int | None) -> Period:
    return parse_period(_GROUPED_QUARTER.sub(r"ไตรมาส \1", header), fiscal_year)


@remembered
def is_period(header: str) -> bool:
    """Whether a header names a month or a quarter."""
    return _PERIOD.search(squash(header)) is not None


@remembered
def role_of(header: str) -> Role | None:
    """What a column of months holds: the word that comes first says; None where none does."""
    folded = squash(header).lower()
    roles: tuple[Role, Role] = ("target", "result")
    at = {role: _first(folded, role) for role in roles}
    found = {role: place for role, place in at.items() if place >= 0}
    return next((role for role in found if found[role] == min(found.values())), None)


def _first(folded: str, kind: str) -> int:
    places = [at for word in _listed(kind) if (at := folded.find(word)) >= 0]
    return min(places, default=-1)


def _has(header: str, kind: str) -> bool:
    return _first(squash(header).lower(), kind) >= 0


@lru_cache(maxsize=8)
def _listed(kind: str) -> tuple[str, ...]:
    return tuple(squash(word) for word in words()["by_period"][kind])


def _pieces(raw: RawMeasure) -> Iterator[tuple[str, Piece]]:
    """What stands under months and quarters, in the table's order."""
    for header, pieces in raw.extra.items():
        if is_period(header):
            yield from ((header, piece) for piece in pieces)


def _words_of(header: str) -> str:
    """The header from the month or quarter on, as written."""
    found = re.search(r"ไตรมาส.*|Q[1-4].*", header, re.IGNORECASE)
    return found.group() if found else header


def is_mark(text: str) -> bool:
    """Whether a cell is only ticked: "X", "/", "✓"."""
    return squash(text).lower() in _listed("marks")


def _unit(raw: RawMeasure) -> str:
    for header, pieces in raw.extra.items():
        if pieces and squash(header) in _listed("unit_columns"):
            return " ".join(pieces[0].text.split())
    return ""
