"""Thai dates, periods and fiscal years: every wording met in real reports."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.dates import (
    OPEN_END,
    OPEN_START,
    Digits,
    Period,
    fiscal_months,
    fiscal_year_bounds,
    fiscal_year_of,
    month_short,
    month_spans,
    parse_date,
    parse_fiscal_year,
    parse_period,
    thai_date,
    thai_date_long,
)
from ita_data.dates.periods import (
    NO_DAY_ZERO,
    NO_SUCH_DAY,
    NO_YEAR,
    REVERSED,
    UNREADABLE,
)

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31))
DIGITS: st.SearchStrategy[Digits] = st.sampled_from(("arabic", "thai"))
YEAR_2568 = (date(2024, 10, 1), date(2025, 9, 30))


def test_dates_as_they_are_shown() -> None:
    day = date(2025, 11, 22)
    assert thai_date(day) == "22 พ.ย. 2568"
    assert thai_date_long(day, digits="thai") == "๒๒ พฤศจิกายน ๒๕๖๘"
    assert month_short(day) == "พ.ย. 68"
    assert month_short(day, "thai") == "พ.ย. ๖๘"
    assert thai_date(None) == thai_date_long(None) == "–"


def test_fiscal_years() -> None:
    assert fiscal_year_of(date(2024, 9, 30)) == 2567
    assert fiscal_year_of(date(2024, 10, 1)) == 2568
    assert fiscal_year_bounds(2568) == YEAR_2568
    assert fiscal_months(2568)[0] == date(2024, 10, 1)
    assert fiscal_months(2568)[-1] == date(2025, 9, 1)
    assert len(fiscal_months(2568)) == 12


@pytest.mark.parametrize(
    "text",
    [
        "๑ ตุลาคม ๒๕๖๗ ถึง ๓๐ กันยายน๒๕๖๘",
        "วันที่ 1 ตุลาคม พ.ศ. 2567 ถึงวันที่ 30 กันยายน พ.ศ. 2568",
        "1 ต.ค. 67 – 30 ก.ย. 68",
        "๑ตค๖๗-๓๐กย๖๘",
        "ต.ค. 67 - ก.ย. 68",
        "ต.ค. 67 - ก.ย.",
        "ต.ค. - ก.ย. 68",
        "1/10/2567 - 30/9/2568",
        "1-10-67 - 30-9-68",
        "10/2567 - 9/2568",
        "2024-10-01 - 2025-09-30",
        "1 ต.ค. 2024 - 30 ก.ย. 2025",
        "1 October 2024 to 30 Sep 2025",
        "1 ตุลาคม ค.ศ. 2024 – 30 กันยายน ค.ศ. 2025",
        "ไตรมาส ๑ - ๔",
        "ไตรมาสที่ 1, 2, 3 และ 4",
        "ตลอดปีงบประมาณ",
        "ตลอดปีงบประมาณ (ดำเนินการทุกเดือน)",
        "ปีงบประมาณ 2568",
        "ปีงบประมาณ พ.ศ.. 2568",
        "ปีงบประมาณ 2568 (ต.ค. - ก.ย.)",
        "ตลอดปีงบประมาณ พ.ศ. ๒๕68",
        "ปีงบประมาณ 2025",
        "1 ต.ค. 25 67 - 30 ก.ย. 25 68",
        "ปีงบประมาณ พ.ศ. ๒๕ ๖๘",
        "ต.ค. - ก.ย. ของทุกปี",
        "ทุกเดือน",
        "เดือนละ 1 ครั้ง",
        "ทุกๆ ๓ เดือน",
    ],
)
def test_wordings_of_the_whole_fiscal_year_2568(text: str) -> None:
    assert parse_period(text, 2568) == Period(start=YEAR_2568[0], end=YEAR_2568[1])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ต.ค. - ธ.ค. 67", (2024, 10, 1), (2024, 12, 31)),
        ("มกราคม – กันยายน ๒๕๖๗", (2024, 1, 1), (2024, 9, 30)),
        ("ธันวาคม - กุมภาพันธ์ 2568", (2024, 12, 1), (2025, 2, 28)),
        ("ก.พ. 67", (2024, 2, 1), (2024, 2, 29)),
        ("1-15 มกราคม 2568", (2025, 1, 1), (2025, 1, 15)),
        ("15 ม.ค. 68", (2025, 1, 15), (2025, 1, 15)),
        ("ไตรมาส 2", (2025, 1, 1), (2025, 3, 31)),
        ("ไตรมาสที่ ๓ - ๔ ปีงบประมาณ ๒๕๖๗", (2024, 4, 1), (2024, 9, 30)),
        ("ไตรมาส 4/2567 - ไตรมาส 2/2568", (2024, 7, 1), (2025, 3, 31)),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 67)", (2024, 10, 1), (2024, 12, 31)),
        ("ไตรมาสแรก", (2024, 10, 1), (2024, 12, 31)),
        ("ไตรมาสที่สองถึงไตรมาสสุดท้าย", (2025, 1, 1), (2025, 9, 30)),
        ("ไตรมาสที่สาม/2567", (2024, 4, 1), (2024, 6, 30)),
        ("15 ม.ค. 68 ถึงสิ้นปีงบประมาณ", (2025, 1, 15), (2025, 9, 30)),
        ("ต.ค.-67 - มี.ค.-68", (2024, 10, 1), (2025, 3, 31)),
        ("Jan-68", (2025, 1, 1), (2025, 1, 31)),
        ("ม.ค.-30 มี.ค. 68", (2025, 1, 1), (2025, 3, 30)),
        ("ไตรมาส 1 - 2 ปี 2567", (2023, 10, 1), (2024, 3, 31)),
        ("ไตรมาสที่ 4 ปีงบประมาณ 2567 ถึง ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2568", (2024, 7, 1), (2024, 12, 31)),
        ("10/67 - 03/68", (2024, 10, 1), (2025, 3, 31)),
        ("2024/10/01 - 2567/12/31", (2024, 10, 1), (2024, 12, 31)),
        ("15, 16 และ 17 ม.ค. 68", (2025, 1, 15), (2025, 1, 17)),
        ("วันที่ 15 และวันที่ 16 มกราคม 2568", (2025, 1, 15), (2025, 1, 16)),
        ("รอบ 6 เดือนแรก", (2024, 10, 1), (2025, 3, 31)),
        ("๖ เดือนหลัง", (2025, 4, 1), (2025, 9, 30)),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๗", (2023, 10, 1), (2024, 9, 30)),
        ("ปีงบประมาณ ๒๕61 – ๒๕๖4", (2017, 10, 1), (2021, 9, 30)),
        ("มิ.ย. - ก.ย. ของทุกปี", (2025, 6, 1), (2025, 9, 30)),
        ("ธ.ค. 67, มี.ค. 68, มิ.ย. 68", (2024, 12, 1), (2025, 6, 30)),
        ("ไตรมาส 1-4/2568", (2024, 10, 1), (2025, 9, 30)),
        ("ไตรมาสที่ 1,2/2568", (2024, 10, 1), (2025, 3, 31)),
        ("ไตรมาส 1 และ 2/2568", (2024, 10, 1), (2025, 3, 31)),
        ("ไตรมาส ๓ ถึง ๔/๒๕๖๘", (2025, 4, 1), (2025, 9, 30)),
        ("Q1-4/2567", (2023, 10, 1), (2024, 9, 30)),
        ("ไตรมาส 1/2568 - 4/2568", (2024, 10, 1), (2025, 9, 30)),
        ("ไตรมาส 2-4/68", (2025, 1, 1), (2025, 9, 30)),
        ("ไตรมาส 1, 2, 3, 4/2568", (2024, 10, 1), (2025, 9, 30)),
        ("ไตรมาสที่ 2-4 พ.ศ. 2567", (2024, 1, 1), (2024, 9, 30)),
        ("ไตรมาส 2 ถึงสิ้นปีงบประมาณ", (2025, 1, 1), (2025, 9, 30)),
        ("ภายในเดือนมกราคม - มีนาคม 2568", (2025, 1, 1), (2025, 3, 31)),
        ("5 ม.ค. 2568 ตั้งแต่เวลา 08.30 น. เป็นต้นไป", (2025, 1, 5), (2025, 1, 5)),
    ],
)
def test_wordings_of_other_periods(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    assert parse_period(text, 2568) == Period(start=date(*start), end=date(*end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ต.ค. - ธ.ค.",
            Period(
                start=date(2024, 10, 1),
                end=date(2024, 12, 31),
                problem="ไม่ได้ระบุปี จึงใช้ปีงบประมาณ พ.ศ. 2568 ของรายงาน",
            ),
        ),
        (
            "๒๕61 – ๒๕๖4",
            Period(
                start=date(2017, 10, 1),
                end=date(2021, 9, 30),
                problem="ระบุเฉพาะปี จึงอ่านเป็นปีงบประมาณ โปรดตรวจสอบ",
            ),
        ),
        (
            "30 ก.ย. 68 - 1 ต.ค. 67",
            Period(start=date(2025, 9, 30), end=date(2024, 10, 1), problem=REVERSED),
        ),
        (
            "1 - 31 ก.ย. 68",
            Period(start=date(2025, 9, 1), end=date(2025, 9, 30), problem=NO_SUCH_DAY),
        ),
        (
            "00 ม.ค. 68",
            Period(start=date(2025, 1, 1), end=date(2025, 1, 31), problem=NO_DAY_ZERO),
        ),
        ("ม.ค. 25 50 คน", Period(start=date(1982, 1, 1), end=date(1982, 1, 31))),
        (
            "ตั้งแต่ 15 ธันวาคม 2567 เป็นต้นไป",
            Period(start=date(2024, 12, 15), end=date(2025, 9, 30), problem=OPEN_END),
        ),
        (
            "ตั้งแต่วันที่ 15 ธันวาคม 2567",
            Period(start=date(2024, 12, 15), end=date(2025, 9, 30), problem=OPEN_END),
        ),
        ("ภาคเรียน 1/2568", Period(problem=UNREADABLE)),
        (
            "1 ต.ค. 67 – ปัจจุบัน",
            Period(start=date(2024, 10, 1), end=date(2025, 9, 30), problem=OPEN_END),
        ),
        (
            "ภายในวันที่ 31 มี.ค. 68",
            Period(start=date(2024, 10, 1), end=date(2025, 3, 31), problem=OPEN_START),
        ),
        ("ปีการศึกษา 2567", Period(problem=UNREADABLE)),
        ("ภาคเรียนที่ 1/2568", Period(problem=UNREADABLE)),
        ("เมื่อได้รับอนุมัติ", Period(problem=UNREADABLE)),
        ("5/13/2568", Period(problem=UNREADABLE)),
        (" \n", Period()),
    ],
)
def test_what_is_assumed_or_cannot_be_read_is_said(text: str, expected: Period) -> None:
    assert parse_period(text, 2568) == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ไตรมาส 2 เป็นต้นไป", date(2025, 1, 1)),
        ("ตั้งแต่ไตรมาสที่สอง", date(2025, 1, 1)),
        ("ดำเนินการตั้งแต่ 1 มกราคม 2568", date(2025, 1, 1)),
        ("โครงการดำเนินการตั้งแต่เดือนกุมภาพันธ์ 2568", date(2025, 2, 1)),
    ],
)
def test_an_open_end_is_the_fiscal_years(text: str, start: date) -> None:
    assert parse_period(text, 2568) == Period(start=start, end=YEAR_2568[1], problem=OPEN_END)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("ภายในวันศุกร์ที่ 28 มีนาคม 2568", date(2025, 3, 28)),
        ("ให้แล้วเสร็จภายใน มี.ค. 68", date(2025, 3, 31)),
        ("ภายในเดือน 3/2568", date(2025, 3, 31)),
        ("ภายในสิ้นเดือนมีนาคม", date(2025, 3, 31)),
        ("ไม่เกินเดือนมีนาคม", date(2025, 3, 31)),
        ("ภายในไตรมาส 2", date(2025, 3, 31)),
        ("ก่อนวันที่ 1 เมษายน 2568", date(2025, 3, 31)),
        ("ก่อนวันที่ 1 ตุลาคม 2568", date(2025, 9, 30)),
        ("ก่อนไตรมาส 2", date(2024, 12, 31)),
        ("ก่อนสิ้นไตรมาส 2", date(2025, 3, 31)),
        ("ตั้งแต่บัดนี้ถึงวันที่ 31 มี.ค. 68", date(2025, 3, 31)),
    ],
)
def test_an_open_start_is_the_fiscal_years(text: str, end: date) -> None:
    assert parse_period(text, 2568) == Period(start=YEAR_2568[0], end=end, problem=OPEN_START)


@pytest.mark.parametrize("text", ["ต.ค. - ธ.ค.", "ไตรมาส 2", "ตลอดปีงบประมาณ"])
def test_without_any_year_nothing_is_guessed(text: str) -> None:
    assert parse_period(text, None) == Period(problem=NO_YEAR)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("รายงานผล ปีงบประมาณ พ.ศ.๒๕๖๘ เทศบาลตำบลดอนแก้วใส", 2568),
        ("ปีงบประมาณ พ.ศ.. 2568", 2568),
        ("ตามประกาศ พ.ศ. 2561 ประจำปีงบประมาณ ๒๕67", 2567),
        ("ประจำปีงบประมาณ ๖๘", 2568),
        ("FY2025", 2568),
        ("ITA 2568", 2568),
        ("ปีงบประมาณ พ.ศ. ๒๕ ๖๘ เทศบาลตำบลดอนแก้วใส", 2568),
        ("ประจำปี พ.ศ. 25\n68", 2568),
        ("รายงานผล พ.ศ. ๒๕ ๖๘", 2568),
        ("รายงานข้อ 25 68", None),
        ("ปีงบประมาณ 2690", None),
        ("แผน พ.ศ. 2566-2570", 2566),
        ("ปี 2567/2568", 2567),
        ("รายงานผล 1 มกราคม 2569 - 30 มิ.ย. 2569", 2569),
        ("คำสั่งที่ 215/2567", None),
        ("เลขที่ 2568/12", None),
        ("โทร. 0432112568", None),
        ("โทร 0-4321-2568", None),
        ("โทร. 0 4321 2568", None),
        ("โทร 0-2568-2569 รายงานปี 2567", 2567),
        ("ไม่มีปี", None),
    ],
)
def test_fiscal_year_of_a_title(text: str, year: int | None) -> None:
    assert parse_fiscal_year(text) == year


@pytest.mark.parametrize(
    ("text", "fiscal_year", "day"),
    [
        ("22 พ.ย. 2568", None, date(2025, 11, 22)),
        ("22/11/68", None, date(2025, 11, 22)),
        ("2025-11-22 00:00:00", None, date(2025, 11, 22)),
        ("22 พ.ย.", 2569, date(2025, 11, 22)),
        ("22 พ.ย.", None, None),
        ("31 เม.ย. 68", None, None),
        ("ต.ค. 67", None, date(2024, 10, 1)),
        ("เร็วๆ นี้", 2568, None),
    ],
)
def test_one_date(text: str, fiscal_year: int | None, day: date | None) -> None:
    assert parse_date(text, fiscal_year) == day


@given(DAYS, DIGITS)
def test_a_written_date_reads_as_itself(day: date, digits: Digits) -> None:
    assert parse_date(thai_date(day, digits)) == day
    assert parse_date(thai_date_long(day, digits)) == day


@given(DAYS, DAYS, DIGITS, st.sampled_from((" - ", "–", " ถึง ", " ถึงวันที่ ")))
def test_a_written_period_reads_as_itself(one: date, other: date, digits: Digits, to: str) -> None:
    start, end = min(one, other), max(one, other)
    text = f"{thai_date_long(start, digits)}{to}{thai_date(end, digits)}"
    assert parse_period(text, None) == Period(start=start, end=end)


@given(st.text(alphabet="1234567890๑๒/.- ตค.กย.ถึงปีงบประมาณไตรมาส", max_size=40))
def test_any_wording_gives_a_period_or_a_reason(text: str) -> None:
    period = parse_period(text, 2568)
    assert (period.start is None) == (period.end is None)
    assert period.start or period.problem or not fold_is_filled(text)


def fold_is_filled(text: str) -> bool:
    return bool(text.strip())


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ((), ""),
        (((2026, 1),), "ม.ค. 69"),
        (((2026, 1), (2026, 2)), "ม.ค. 69, ก.พ. 69"),
        (((2026, 1), (2026, 3), (2026, 4), (2026, 5)), "ม.ค. 69, มี.ค.–พ.ค. 69"),
        (((2025, 11), (2025, 12), (2026, 1), (2026, 6)), "พ.ย. 68–ม.ค. 69, มิ.ย. 69"),
    ],
)
def test_months_in_a_row_are_a_span(months: tuple[tuple[int, int], ...], words: str) -> None:
    assert month_spans([date(year, month, 1) for year, month in months]) == words
