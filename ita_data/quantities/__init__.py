"""Thai prose to quantities: what is promised or claimed, how much of it, how often.

Source of the wordings: the project's domain notes, "Quantities" and "Not quantities".
"""

import re

from ita_data.model import Field, Quantity
from ita_data.quantities.clauses import clause_of, whole_clause_of
from ita_data.quantities.found import Found, found_in
from ita_data.quantities.merging import merged
from ita_data.quantities.promises import budget_in_prose, find_budget_thb, find_zero_promises
from ita_data.quantities.rounds import rounds_as_one
from ita_data.quantities.units import PEOPLE, unit_named
from ita_data.thai import fold, remembered

__all__ = [
    "budget_in_prose",
    "clause_of",
    "find_budget_thb",
    "find_quantities",
    "find_zero_promises",
    "rounds_as_one",
    "unit_named",
    "whole_clause_of",
]

LEVEL_UNITS = frozenset({"ร้อยละ", "ช่องทาง"})
_IN_CHARGE = re.compile(r"รับผิดชอบ|มอบหมาย|แต่งตั้ง|คณะกรรมการ|คณะทำงาน|ผู้ดูแล|ผู้ประสานงาน|แอดมิน")
_TRAINED = re.compile(r"อบรม|สัมมนา|ประชุม|เข้าร่วม|ศึกษาดูงาน|ผู้รับบริการ")
CHARGE_WINDOW = 40  # folded letters before a number of people that may say what they do


@remembered
def find_quantities(
    text: str, column: Field, *, level_units: frozenset[str] = LEVEL_UNITS
) -> tuple[Quantity, ...]:
    """Every number and cadence that counts something, in the text's order; none overlap.

    `text` and the span of each are the file's own words. Amounts with a cadence are for
    each time ("เดือนละ 2 ครั้ง": 2, every month, 24 a year), except "ปีละ N" where it is
    the year's. The lower end stands for a range ("3-5 ครั้ง" is at least 3). Neighbours
    that say one thing are one ("จำนวน 4 ครั้ง (ไตรมาสละ 1 ครั้ง)"); rounds are one each, see
    rounds_as_one. "รวม" and "ทั้งหมด" in front of a number are no part of its words.
    """
    folded = fold(text)
    return tuple(
        _quantity(found, text, column, folded.span(found.start, found.end), level)
        for found in merged(found_in(text, folded), folded.text)
        for level in (_is_level(found, folded.text, level_units),)
    )


def _quantity(
    found: Found, text: str, column: Field, span: tuple[int, int], level: bool
) -> Quantity:
    start, end = span
    return Quantity(
        text=text[start:end],
        column=column,
        amount=found.amount,
        unit=found.unit,
        comparison=found.comparison,
        cadence=found.cadence,
        annual_target=found.annual,
        level=level,
        start=start,
        end=end,
    )


def _is_level(found: Found, folded: str, level_units: frozenset[str]) -> bool:
    if found.unit in level_units:
        return True
    left = folded[max(0, found.start - CHARGE_WINDOW) : found.start]
    return found.unit in PEOPLE and bool(_IN_CHARGE.search(left)) and not _TRAINED.search(left)
