"""Lines to sign or approve below a table: no part of its last measure, in whatever column."""

import re
from functools import lru_cache

from ita_data.dates import MONTHS, MONTHS_SHORT
from ita_data.forms import words
from ita_data.thai import one_of, remembered, squash

# Enough of a line to know how it begins.
LONGEST_WORD = 40
# A longer one is a sentence.
LONGEST_SIGNED = 80
# "พ.ต.ท. ................ สว.อก.": where a name is to be written.
_TO_FILL_IN = re.compile(r"[.…_]{6,}")


def is_signature(text: str) -> bool:
    """Whether a line begins as the lines below a table do: "ลงชื่อ", "หมายเหตุ", a name in
    brackets."""
    if _TO_FILL_IN.search(text) and len(text) <= LONGEST_SIGNED:
        return True
    return squash(text[:LONGEST_WORD]).startswith(_signature_words())


@lru_cache(maxsize=1)
def _signature_words() -> tuple[str, ...]:
    around = words()["around"]
    named = (f"({person}" for person in around["persons"])
    return tuple(map(squash, (*around["signature"], *named)))


@remembered
def may_sign(text: str) -> bool:
    """Whether a cell holds only what a cell of a measure could hold too: a name without
    brackets, a post ("ปลัดเทศบาล"), an approval ("อธิบดีเห็นชอบแล้ว ๖ ต.ค. ๖๙"), a day.

    Only where it stands is decided what it is.
    """
    if len(text) > 2 * LONGEST_SIGNED:
        return False
    return all(is_signature(line) or _line_may_sign(line) for line in text.splitlines() if line)


def _line_may_sign(line: str) -> bool:
    folded = squash(line)
    if len(folded) > LONGEST_SIGNED:
        return False
    return bool(_approval().fullmatch(folded) or _signer().fullmatch(folded))


@lru_cache(maxsize=1)
def _approval() -> re.Pattern[str]:
    """An approval, by whom or not, with its day or without; a day alone ("วันที่ ๖ ต.ค. ๖๙")."""
    around = words()["around"]
    months = (*MONTHS, *MONTHS_SHORT)
    rest = rf"(?:{one_of([*around['approved'], *around['approvals'], *months])}|[\d.,\-–])*"
    who = rf"(?:[-–✓]|{one_of(around['signers'])}[ก-๙.]*?|ได้|ให้ความ|ผ่านความ|เห็นควร)?"
    return re.compile(rf"{who}{one_of(around['approvals'])}{rest}|วันที่{rest}")


@lru_cache(maxsize=1)
def _signer() -> re.Pattern[str]:
    """A post or a person's name, of which nothing is told."""
    around = words()["around"]
    who = one_of([*around["signers"], *around["persons"]])
    return re.compile(rf"(?:ตำแหน่ง:?)?{who}(?:(?!{one_of(around['doing'])})[ก-๎.()/])*")
