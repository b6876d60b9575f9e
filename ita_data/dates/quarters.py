"""Quarters and half years that a wording of time names, in digits and in words; on folded text."""

import re

from ita_data.dates.fiscal import be_year
from ita_data.dates.moments import AND, QUARTER, TO, YEAR

# (fiscal year in BE or None, quarter from 1 to 4)
Quarter = tuple[int | None, int]

_OF_YEAR = r"(?:/|(?:ของ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?|พ\.?ศ\.?)"
_FIRST = re.compile(r"(?:ไตรมาส|(?<![A-Za-z])[Qq])(?:ที่)?[1-4]")
_NAMED = re.compile(r"ไตรมาส|(?<![A-Za-z])[Qq](?:ที่)?[1-4]")
_QUARTER = re.compile(
    rf"(?:ไตรมาส|(?<![A-Za-z])[Qq])(?:ที่)?(?P<q>[1-4])(?!\d)(?:{_OF_YEAR}(?P<year>{YEAR}))?"
    rf"|(?:{TO}|,|และ| )(?:ที่)?(?P<more>[1-4])(?!\d)(?:{_OF_YEAR}(?P<more_year>{YEAR}))?"
)
_IN_WORDS = re.compile(r"(?<=ไตรมาส)(?:ที่)?(แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)")
_DIGITS = {"แรก": "1", "หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "สุดท้าย": "4"}
OF_HALF = r"(?:6เดือน|หกเดือน|ครึ่งปี(?:งบประมาณ)?)(?P<which>แรก|หลัง)"
_HALF = re.compile(OF_HALF)
_DATED = rf"(?!\d)(?:{_OF_YEAR}{YEAR})?"
# What may follow a number so that it is one more quarter: "และ 3 ครั้ง", "2, 3) สรุปผล" are none.
_NO_OTHER = rf"(?=$|/|(?:ของ)?ปี|พ\.?ศ|{TO}|{AND}|\)(?!\w)|[^\w.)])"
# Quarters, one or several, where they stand in a sentence.
OF_QUARTER = (
    rf"ไตรมาส{QUARTER}{_DATED}"
    rf"(?:(?:{TO}(?:ไตรมาส)?{QUARTER}|{AND}(?:ไตรมาส{QUARTER}|{QUARTER}{_NO_OTHER})){_DATED})*"
)


def quarters_in(folded: str, fiscal_year: int | None) -> list[Quarter]:
    """The quarters named, in order, also as halves of a year; [] where none is.

    A year of their own beats `fiscal_year`; one without a year is of the year that the next
    one names ("ไตรมาส 1 - 2 ปี 2568").
    """
    folded = _IN_WORDS.sub(lambda match: _DIGITS[match[1]], folded)
    if not _FIRST.search(folded):
        return _of_half(folded, fiscal_year)
    quarters: list[Quarter] = []
    year = fiscal_year
    for match in reversed(list(_QUARTER.finditer(folded))):
        year = be_year(match["year"] or match["more_year"] or "") or year
        quarters.append((year, int(match["q"] or match["more"])))
    return quarters[::-1]


def before_quarters(folded: str) -> str:
    """What stands before the first quarter that is named."""
    named = _NAMED.search(folded)
    return folded[: named.start()] if named else folded


def _of_half(folded: str, fiscal_year: int | None) -> list[Quarter]:
    match = _HALF.search(folded)
    if not match:
        return []
    return [(fiscal_year, quarter) for quarter in ((1, 2) if match["which"] == "แรก" else (3, 4))]
