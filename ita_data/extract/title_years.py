"""The fiscal year that a title names: its report's own, or that of an assessment."""

import re

from ita_data.dates import parse_date, parse_fiscal_year
from ita_data.thai import remembered, squash

# "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567": the assessment's year, not the report's.
_ASSESSED = re.compile(
    r"(?:ผล|คะแนน)\s*(?:การ)?\s*(?:ประเมิน|วิเคราะห์)(?:(?!รายงาน|ประจำปี|ปีงบ|\d).){0,120}?"
    r"(?:ประจำ\s*)?ปี(?:\s*งบประมาณ)?[\s.]*(?:พ\s*\.?\s*ศ[\s.]*)?[\d๐-๙]{4}"
)
_ONLY_YEAR = re.compile(r"(?:ปี|fy)(?:พ\.?ศ\.?)?\d{4}")
# "… ปี พ.ศ. 2566" at the end of a title.
_ENDS_WITH_YEAR = re.compile(r"ปี(?:พ\.?ศ\.?)?25[6-9]\d$")
_REPORTS = ("รายงาน", "แบบรายงาน", "สรุปผล", "สรุปรายงาน")
_OUR_YEARS = re.compile(r"25[6-9]\d(?![\d/–-])")
_ACTS = re.compile(r"พ\.ร\.|พระราช|ระเบียบ|ประกาศ|คำสั่ง|มาตรา|กฎ")


@remembered
def own_year_in(text: str) -> str | None:
    """The year of the report; not that of the assessment whose result it answers."""
    return year_in(_ASSESSED.sub("", text))


def year_in(text: str) -> str | None:
    """The fiscal year (BE) of a line that speaks of its report's or assessment's year."""
    if not (_speaks_of_its_year(squash(text)) or _is_dateless_title(text)):
        return None
    year = parse_fiscal_year(text)
    return str(year) if year else None


def _speaks_of_its_year(folded: str) -> bool:
    """Whether a year in the line is the report's, not that of an act or of a date."""
    if "ปีงบ" in folded or "ประจำปี" in folded:
        return True
    if _ONLY_YEAR.fullmatch(folded):
        return True
    if _ENDS_WITH_YEAR.search(folded) and not _ACTS.search(folded):
        return True
    return "พ.ศ." in folded and (folded.startswith("พ.ศ.") or "รายงานผล" in folded)


def _is_dateless_title(text: str) -> bool:
    """Whether a line is a report's title with a year of its own: "รายงาน ITA 2568"."""
    folded = squash(text)
    named = folded.startswith(_REPORTS) and _OUR_YEARS.search(folded)
    return bool(named) and not _ACTS.search(folded) and parse_date(text) is None
