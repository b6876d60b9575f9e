"""Rounds that are one promise: "รอบ 6 เดือน และรอบ 12 เดือน" is twice a year, not three times.

As words they are two cadences, and stay two quantities; who promises or pays attention to
them (indicators) takes them as one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ita_data.model import Quantity
from ita_data.thai import squash

_ROUND = "รอบ"
_BETWEEN = re.compile(r"(?:และ|,|/|กับ)?")


def rounds_as_one(quantities: Iterable[Quantity], text: str) -> list[Quantity]:
    """The quantities of a text, in order; a later round joined to the one it continues."""
    done: list[Quantity] = []
    for quantity in quantities:
        if done and _continues(quantity, done[-1], text):
            whole = text[done[-1].start : quantity.end]
            done[-1] = replace(done[-1], text=whole, end=quantity.end)
        else:
            done.append(quantity)
    return done


def _continues(later: Quantity, first: Quantity, text: str) -> bool:
    """Whether both are rounds side by side, the later one a multiple of the first."""
    if not (_is_round(later) and _is_round(first)):
        return False
    months, each = later.cadence.every_months or 0, first.cadence.every_months or 1
    gap = squash(text[first.end : later.start])
    return months > each and months % each == 0 and bool(_BETWEEN.fullmatch(gap))


def _is_round(quantity: Quantity) -> bool:
    return quantity.amount is None and squash(quantity.text).startswith(_ROUND)
