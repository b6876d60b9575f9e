"""The day that a file says its results stand for: "ข้อมูล ณ วันที่ ๑๕ มีนาคม ๒๕๖๙"."""

import re
from dataclasses import dataclass
from datetime import date

from ita_data.dates import fiscal_year_bounds, parse_date
from ita_data.model import Report
from ita_data.place import Place

# A longer line is prose that may name any day.
_LONGEST = 200
_AS_OF = re.compile(
    r"(?:ข้อมูล|ผล|รายงาน|สถานะ|ตัดยอด)[^\n]{0,60}?ณ\s*(?:วันที่\s*|สิ้นเดือน\s*|เดือน\s*)?(?=[\d๐-๙ก-ฮ])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedOn:
    """A day the file names for its results, with its own words and where they stand."""

    day: date
    words: str
    place: Place


def named_reported_on(report: Report) -> ReportedOn | None:
    """The first line beside the table that says so, with a day in the report's fiscal year.

    A proposal: it is not used until the officer takes it. None where no line says it.
    """
    for note in report.notes:
        found = _AS_OF.search(note.text) if len(note.text) <= _LONGEST else None
        day = parse_date(note.text[found.end() :], report.fiscal_year) if found else None
        if day and _in_year(day, report.fiscal_year):
            return ReportedOn(day=day, words=" ".join(note.text.split()), place=note.place)
    return None


def _in_year(day: date, fiscal_year: int | None) -> bool:
    if fiscal_year is None:
        return True
    first, last = fiscal_year_bounds(fiscal_year)
    return first <= day <= last
