"""The days, months and years that a text names, before anyone decides what they mean.

Works on folded text (see thai.py). Years come out as CE; two-digit years are BE.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

BE_OFFSET = 543
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_LONG = (
    "มกรา(?:คม)?", "กุมภา(?:พัน[ธท]ุ?์?)?", "มีนา(?:คม)?", "เมษา(?:ยน)?", "พฤษภา(?:คม)?",
    "มิถุนา(?:ยน)?", "กรก[ฎฏ]า(?:คม)?", "สิงหา(?:คม)?", "กันยา(?:ยน)?", "ตุลา(?:คม)?",
    "พฤศจิกา(?:ยน)?", "ธันวา(?:คม)?",
)  # fmt: skip
_ENGLISH = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, or a month where `day` is None, as written. `year` is CE, None where not named."""

    day: int | None
    month: int
    year: int | None

    def in_year(self, year: int) -> "Moment":
        return replace(self, year=year)

    @property
    def overruns(self) -> bool:
        """Whether the month has no such day (31 ก.ย.)."""
        return self.day is not None and not 1 <= self.day <= self._days

    @property
    def first(self) -> date:
        """The day, or the month's first; the month's last where it has no such day."""
        return date(self._year, self.month, min(self.day or 1, self._days))

    @property
    def last(self) -> date:
        """The day, or the month's last."""
        return date(self._year, self.month, min(self.day or 31, self._days))

    @property
    def _year(self) -> int:
        if self.year is None:
            raise ValueError("a moment without a year is no date yet")
        return self.year

    @property
    def _days(self) -> int:
        return calendar.monthrange(self.year or 2024, self.month)[1]


def ce_year(digits: str, era: str | None = None) -> int | None:
    """CE year of a written one: 2568, 25 68 and 68 are BE, 2025 is CE; None where it is neither.

    "ค.ศ." before it makes any four digits CE.
    """
    digits = digits.replace(" ", "")
    year = int(digits)
    if len(digits) == 2:
        return 2500 + year - BE_OFFSET
    if era and era.startswith("ค"):
        return year if 1800 <= year <= 2300 else None
    if 2400 <= year <= 2700:
        return year - BE_OFFSET
    return year if 1900 <= year <= 2200 else None


def _month_pattern(n: int) -> str:
    first, second, _ = MONTHS_SHORT[n].split(".")
    short = rf"{first}\.{second}\.?|(?<![ก-๙]){first}{second}\.?(?![ก-๙])"
    return rf"(?P<m{n + 1}>{_LONG[n]}|{short}|(?<![a-z]){_ENGLISH[n]}[a-z]*\.?)"


ERA = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี){0,3}"
# A year parted by white space ("25 68"), where no other number can be meant: no day is over 31.
PARTED = (
    r"25 [4-9]\d(?!\d|[.,/:]\d|%|วัน|เดือน|ปี(?!งบ)|คน|ราย|ครั้ง|เรื่อง|โครงการ|กิจกรรม|แห่ง|หน่วย|ฉบับ|ข้อ"
    r"|ช่อง|ชั่วโมง|บาท|ล้าน|หมู่|ครัว)"
)
YEAR = rf"(?:{PARTED}|\d{{4}}|\d{{2}})(?!\d)"
AND = r"(?:, ?|และ)"
TO = r"(?:-|–|—|−|~|จนถึง|ถึง)"
# Quarters named one after another, each but the last with its year or without.
QUARTER = r"(?:ที่)?(?:[1-4]|แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)"
QUARTER_LIST = rf"{QUARTER}(?:(?:/{YEAR})?(?:{TO}|{AND}| )(?:ไตรมาส|q)?{QUARTER}){{0,7}}"
# Of a day, a month or a quarter, as it is put before it, and what makes its end the last day.
THE = (
    r"(?:สิ้น|วันสุดท้ายของ|ต้น|กลาง|ปลาย)?"
    r"(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?ที่|เดือน)*"
)
BY = r"(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|(?P<before>ก่อน(?!สิ้น))|ก่อน)"
MOMENT = (
    rf"(?:(?:(?<!\d)(?P<from_day>\d{{1,2}})(?:{AND}\d{{1,2}}){{0,3}}(?:{TO}|{AND})(?:วันที่)?)?"
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:เดือน)?)?"
    rf"(?:{'|'.join(map(_month_pattern, range(12)))})"
    rf"(?:(?:[,/']|-(?=\d{{2}}(?:$|{TO}|[,)])))?(?P<era>{ERA})'?(?P<year>{YEAR}))?"
    r"|(?<!\d)(?P<iso_y>\d{4})(?P<iso>[-/])(?P<iso_m>\d{1,2})(?P=iso)(?P<iso_d>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?!\d)"
    r"|(?<![\d/Qq])(?<!ไตรมาส)(?<!ที่)(?<!เรียน)(?<!ศึกษา)(?<!เทอม)"
    r"(?P<only_m>\d{1,2})/(?P<only_y>\d{4}|[5-9]\d)(?![\d/])"
)
# Quarters before a year: "2-4/2568" after them names no April.
_QUARTERS = rf"(?P<quarters>(?:ไตรมาส|(?<![a-z])q){QUARTER_LIST}/{YEAR}(?![\d/]))"
_MOMENT = re.compile(rf"{_QUARTERS}|{MOMENT}", re.IGNORECASE)


def moments_in(folded: str) -> tuple[Moment, ...]:
    """Every day or month named, in order; "1-15 ม.ค. 68" names two days."""
    return tuple(moment for match in _MOMENT.finditer(folded) for moment in _moments(match))


def before_moments(folded: str) -> str:
    """What stands before the first day or month that is named."""
    named = next((match for match in _MOMENT.finditer(folded) if _moments(match)), None)
    return folded[: named.start()] if named else folded


def without_moments(folded: str) -> str:
    """What stands beside the days and months named."""
    return _MOMENT.sub("|", folded)


def _moments(match: re.Match[str]) -> tuple[Moment, ...]:
    if match["quarters"]:
        return ()
    if match["d"] or match["iso_y"] or match["only_m"]:
        day = match["d"] or match["iso_d"]
        month = match["m"] or match["iso_m"] or match["only_m"]
        year = match["y"] or match["iso_y"] or match["only_y"]
        return _numeric(int(day) if day else None, int(month), ce_year(year))
    month = next(n for n in range(1, 13) if match[f"m{n}"])
    year = ce_year(match["year"], match["era"]) if match["year"] else None
    days: list[int | None] = [int(day) for day in (match["from_day"], match["day"]) if day]
    return tuple(Moment(day=day, month=month, year=year) for day in days or [None])


def _numeric(day: int | None, month: int, year: int | None) -> tuple[Moment, ...]:
    if year is None or not 1 <= month <= 12:
        return ()
    return (Moment(day=day, month=month, year=year),)
