"""The years that a text names: moved a year, and those of one fiscal year found in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_data.dates.moments import BE_OFFSET, MONTHS, MONTHS_SHORT
from ita_data.thai import to_arabic, to_thai_digits

_DIGIT = "[0-9๐-๙]"
_SHORT = "|".join(r"\s*".join(rf"{part}\.?" for part in m[:-1].split(".")) for m in MONTHS_SHORT)
_MONTH = f"{'|'.join(MONTHS)}|{_SHORT}"
_ERA = r"(?:[พค]\.?\s*ศ\.?\s*)?"
_TWO = rf"{_DIGIT}{{2}}(?!{_DIGIT})"
_DAY_OR_MONTH = rf"{_DIGIT}{{1,2}}\s*[/.-]\s*"
# A year: four digits anywhere, two where only a year can stand.
_YEAR = re.compile(
    rf"(?<!{_DIGIT})(?P<four>{_DIGIT}{{4}})(?!{_DIGIT})"
    rf"|(?P<before>(?:{_MONTH})[\s,']*(?:พ\.?\s*ศ\.?\s*)?"
    rf"|(?:ปีงบประมาณ|ปี|พ\.?\s*ศ\.?)\s*|ไตรมาส\s*(?:ที่\s*)?{_DIGIT}\s*/\s*"
    rf"|(?<!{_DIGIT}){_DAY_OR_MONTH}{_DAY_OR_MONTH})(?P<two>{_TWO})"
)
# What stands right before a year and belongs to it; no longer than this.
_LONGEST = 40
_LEAD = re.compile(
    rf"(?:(?:(?<!{_DIGIT}){_DIGIT}{{1,2}}\s*)?(?P<month>{_MONTH})[\s,']*{_ERA}"
    rf"|(?<!{_DIGIT}){_DAY_OR_MONTH}(?P<number>{_DIGIT}{{1,2}})\s*[/.-]\s*"
    rf"|ปีงบประมาณ\s*{_ERA}|ไตรมาส\s*(?:ที่\s*)?{_DIGIT}\s*/\s*|ปี\s*{_ERA}|[พค]\.?\s*ศ\.?\s*)\Z"
)
_BE, _CE = range(2400, 2701), range(1900, 2201)
_OCTOBER = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedYear:
    """A year in a text with the day or month before it: "31 มีนาคม 2569".

    `start`, `end`: the half-open span of `words`; `moved` are they a year later. `fiscal_year`
    is BE; a year without a month is taken for a fiscal year.
    """

    start: int
    end: int
    words: str
    moved: str
    fiscal_year: int


def years_moved(text: str) -> str:
    """Every year that the text names, one more; each digit stays in its own script."""
    return _YEAR.sub(_moved, text)


def years_of(text: str, fiscal_year: int) -> tuple[NamedYear, ...]:
    """The days, months and years in a text that are of a fiscal year (BE), in order."""
    return tuple(one for one in _named(text) if one.fiscal_year == fiscal_year)


def moved_out_of(text: str, fiscal_year: int) -> str:
    """The text with what it names of that fiscal year a year later, all else as it was."""
    for one in reversed(years_of(text, fiscal_year)):
        text = f"{text[: one.start]}{one.moved}{text[one.end :]}"
    return text


def _named(text: str) -> Iterator[NamedYear]:
    for match in _YEAR.finditer(text):
        if (year := _be(match)) is None:
            continue
        at = match.start("four" if match["four"] else "two")
        lead = _LEAD.search(text, max(0, at - _LONGEST), at)
        start = lead.start() if lead else at
        yield NamedYear(
            start=start,
            end=match.end(),
            words=text[start : match.end()],
            moved=f"{text[start:at]}{_one_more(match)}",
            fiscal_year=year + ((_month(lead) or 0) >= _OCTOBER),
        )


def _month(lead: re.Match[str] | None) -> int | None:
    if lead is None:
        return None
    if lead["number"]:
        return int(to_arabic(lead["number"]))
    if not lead["month"]:
        return None
    bare = re.sub(r"[\s.]", "", lead["month"])
    short = [month.replace(".", "") for month in MONTHS_SHORT]
    return 1 + (short.index(bare) if bare in short else MONTHS.index(bare))


def _be(match: re.Match[str]) -> int | None:
    """The BE year of a match; None where four digits are no year."""
    year = int(to_arabic(match["four"] or match["two"]))
    if not match["four"]:
        return 2500 + year
    return year if year in _BE else year + BE_OFFSET if year in _CE else None


def _moved(match: re.Match[str]) -> str:
    return match[0] if _be(match) is None else f"{match['before'] or ''}{_one_more(match)}"


def _one_more(match: re.Match[str]) -> str:
    digits = match["four"] or match["two"]
    new = f"{(int(to_arabic(digits)) + 1) % 10 ** len(digits):0{len(digits)}d}"
    pairs = zip(new, digits, strict=True)
    return "".join(n if was.isascii() else to_thai_digits(n) for n, was in pairs)
