"""What a number counts: the unit that stands after it, or before it, if it counts at all."""

import re
from functools import partial

from ita_data.dates import MONTHS
from ita_data.quantities import context
from ita_data.quantities.units import MEASURES, PERCENT, SCORE, is_money, unit_at, word_at
from ita_data.quantities.wording import AT_LEAST
from ita_data.thai import Folded

Counted = tuple[str, int]
_AT_LEAST = re.compile(AT_LEAST)
# Folded letters before a number in which its unit may have been named.
NAMED_WITHIN = 60
SHORTEST_REPEATED, LONGEST_REPEATED = 2, 12


def counted_unit(match: re.Match[str], before: str, text: str, folded: Folded) -> Counted | None:
    """The unit and where it ends; None where the number counts nothing.

    `before` are the words in front of the number that belong to it ("ไม่น้อยกว่า").
    """
    at = match.end()
    known = unit_at(folded.text, at, partial(context.word_end, folded))
    if "ร้อยละ" in before:
        return _percent(match, known, folded.text)
    asked = "จำนวน" in before or bool(_AT_LEAST.search(before))
    if known:
        return known if context.counts(match, *known, asked, text, folded) else None
    if is_money(folded.text, at):
        return None
    if folded.text[at : at + 1] in (".", ",", "/", ":"):
        return None
    if match["score"] and ("." in match["n"] or not folded.text[at : at + 1].isalpha()):
        return SCORE, at
    word = word_at(folded.text, at, context.word_end(folded, at))
    if word and word[0].startswith(MONTHS):
        return None
    if asked:
        return word or _unit_before(match, before, folded.text)
    return word if word and _is_repeated(word[0], match, text, folded) else None


def _percent(match: re.Match[str], known: Counted | None, folded: str) -> Counted | None:
    if context.is_tax(match, folded):
        return None
    return known if known and known[0] == PERCENT else (PERCENT, match.end())


def _unit_before(match: re.Match[str], before: str, folded: str) -> Counted | None:
    """ "คู่มือ จำนวน 3": the unit stands before; "" where none does."""
    if not before.startswith("จำนวน") or context.begins_item(folded, match.end()):
        return None
    return context.unit_that_ends(folded, match.start()), match.end()


def _is_repeated(word: str, match: re.Match[str], text: str, folded: Folded) -> bool:
    """Whether the word was named before: "จองคิวผ่านแอป 1,356 คิว". Thai counts many things so."""
    if not SHORTEST_REPEATED <= len(word) <= LONGEST_REPEATED or word.startswith(MEASURES):
        return False
    if folded.text.startswith(".", match.end() + len(word)):
        return False  # "๓๐ เม.ย." is a day, whatever word began so before
    start = match.start()
    named = word in folded.text[max(0, start - NAMED_WITHIN) : start]
    in_digits = match["n"].replace(",", "").isdecimal()  # "การสื่อสารสองทาง" counts nothing
    return named and in_digits and not context.starts_line(text, folded, start)
