"""The words on the paper: titles, digits, what stands where the file has no words."""

import pytest

from ita_data.dates import Digits
from ita_data.export.official import agency_line, in_digits, official_report, title_lines
from tests.export.records import measure, report


def test_titles_name_the_report_the_year_and_the_agency() -> None:
    assert title_lines(report()) == (
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ปีงบประมาณ พ.ศ. 2569",
        "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง",
    )


def test_titles_leave_out_what_the_report_does_not_say() -> None:
    bare = report(agency="", district="", province="", fiscal_year=None)
    assert title_lines(bare) == ("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",)


def test_bangkok_has_districts_and_is_no_province() -> None:
    bangkok = report(agency="สำนักงานสมมติ", district="สวนแก้ว", province="กรุงเทพมหานคร")
    assert agency_line(bangkok) == "สำนักงานสมมติ เขตสวนแก้ว กรุงเทพมหานคร"


@pytest.mark.parametrize(
    ("text", "digits", "printed"),
    [
        ("จำนวน 3 เล่ม ๒ ครั้ง", "thai", "จำนวน ๓ เล่ม ๒ ครั้ง"),
        ("จำนวน 3 เล่ม ๒ ครั้ง", "arabic", "จำนวน 3 เล่ม 2 ครั้ง"),
        ("ดู https://a.example/2569/๑?x=2 ข้อ 1", "thai", "ดู https://a.example/2569/๑?x=2 ข้อ ๑"),
        ("www.a.example/5", "thai", "www.a.example/5"),
        ("office2@a.example", "thai", "office2@a.example"),
        ("OIT25 ปี2569", "thai", "OIT25 ปี๒๕๖๙"),
        ("3D และ 3 มิติ", "thai", "3D และ ๓ มิติ"),
        ("2. ประชาชน", "thai", "๒. ประชาชน"),
        ("", "thai", ""),
    ],
)
def test_digits_change_script_and_nothing_else(text: str, digits: Digits, printed: str) -> None:
    assert in_digits(text, digits) == printed


def test_a_row_has_the_seven_columns_of_the_form() -> None:
    paper = official_report(report(measure(4)), digits="thai")
    assert len(paper.header) == 7
    assert paper.rows == (
        (
            "๔",
            "มาตรการที่ ๔",
            "๑. ปลูกต้นไม้\n๒. รดน้ำ",
            "๑ ต.ค. ๖๘ – ๓๐ ก.ย. ๖๙",
            "กองช่าง",
            "ปลูกแล้ว จำนวน ๓ ต้น",
            "ร่มเย็น",
        ),
    )


def test_dates_and_departments_stand_in_where_the_file_has_no_words() -> None:
    bare = measure(1, period_text="", departments_text="", departments=("ก", "ข"))
    row = official_report(report(bare)).rows[0]
    assert row[3:5] == ("1 ตุลาคม 2568 ถึง 30 กันยายน 2569", "ก\nข")


def test_no_number_is_an_empty_cell_and_control_characters_are_left_out() -> None:
    odd = measure(1, number=None, title="ก\x00ข\x0bค\ud800", steps="ก\r\nข\rค")
    row = official_report(report(odd)).rows[0]
    assert row[:3] == ("", "กขค", "ก\nข\nค")
