"""The Excel summary as a spreadsheet program sees it."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.export.excel import summary_workbook
from ita_data.export.excel.log_sheet import MOST_CHANGES, NONE, LoggedVersion
from ita_data.export.lines import Lines
from ita_data.findings import Finding
from ita_data.model import Basis, Cadence, Status, TrackedReport
from ita_data.place import Place
from ita_data.words import STATUS_WORDS
from tests.export.records import measure, report
from tests.export.tracked import progress_of, tracked

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")

SHEETS = ["สรุป", "มาตรการ", "ตัวชี้วัด", "รายเดือน", "ข้อสังเกต", "ประวัติการแก้ไข", "ข้อมูลนำเข้า"]
FINDING = Finding(
    code="text.copied",
    severity="warning",
    message="ผลเหมือนกับมาตรการที่ 3",
    advice="โปรดเขียนผลของมาตรการนี้",
    place=Place(sheet="แผ่นงาน", row=3, column=6),
)


@lru_cache(maxsize=1)
def made() -> bytes:
    record = tracked()
    return summary_workbook(record, progress_of(record), [FINDING], version_words="รุ่นที่ 2")


def book(data: bytes | None = None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data or made()))


def rows(sheet: Worksheet, header: str) -> list[dict[str, Any]]:
    """The rows under the header that begins with that word, by header."""
    lines = list(sheet.iter_rows(values_only=True))
    at = next(i for i, line in enumerate(lines) if line[0] == header)
    return [dict(zip(lines[at], line, strict=True)) for line in lines[at + 1 :]]


def test_the_sheets_stand_in_reading_order() -> None:
    assert book().sheetnames == SHEETS


def test_indicators_are_real_numbers_and_dates() -> None:
    lines = rows(book()["ตัวชี้วัด"], "มาตรการที่")
    assert lines[0] == {
        "มาตรการที่": 1,
        "ตัวชี้วัด": "ประชุม",
        "ผู้รับผิดชอบ": "กองช่าง",
        "เงื่อนไข": None,
        "เป้าหมาย": 4,
        "หน่วยนับ": "ครั้ง",
        "กำหนดการ": "ทุก 3 เดือน",
        "ควรได้ถึงวันนี้": 2,
        "ผล ตามรายงาน": None,
        "ผล บันทึกผลแล้ว": 2,
        "ผล มีหลักฐาน": 1,
        "ร้อยละ (บันทึกผลแล้ว)": 0.5,
        "สถานะ": "ตามแผน",
        "ค้างตั้งแต่": None,
        "กำหนดถัดไป": datetime(2026, 6, 30),
        "หมายเหตุ": None,
    }
    assert [line["สถานะ"] for line in lines] == [
        "ตามแผน", "เฝ้าระวัง", "ล่าช้า", "ไม่มีเป้าหมายเชิงปริมาณ",
    ]  # fmt: skip
    assert lines[2]["ค้างตั้งแต่"] == datetime(2026, 1, 31)
    assert lines[1]["หมายเหตุ"] == "เป้าหมายนำมาจากผลที่รายงาน\nกำหนดสถานะเอง: รอพิมพ์"


def test_dates_are_shown_in_the_buddhist_era() -> None:
    sheet = book()["ตัวชี้วัด"]
    formats = {cell.number_format for cell in sheet["O"] if isinstance(cell.value, datetime)}
    assert formats == {"[$-107041E]d mmm yyyy"}


def test_measures_have_status_and_percent_beside_their_words() -> None:
    first, second, third = rows(book()["มาตรการ"], "ลำดับที่")
    assert (first["ลำดับที่"], first["มาตรการ/โครงการ/กิจกรรม"]) == (1, "มาตรการที่ 1")
    assert (first["สถานะ"], first["ความก้าวหน้า"]) == ("เฝ้าระวัง", 0.25)
    assert (second["สถานะ"], second["ความก้าวหน้า"]) == ("ล่าช้า", 0.25)
    assert (third["สถานะ"], third["ความก้าวหน้า"]) == (STATUS_WORDS[Status.NO_TARGET], None)


def test_months_say_what_is_covered_and_what_is_late() -> None:
    first, _, second, _ = rows(book()["รายเดือน"], "มาตรการที่")
    assert (first["ธ.ค. 68"], first["มี.ค. 69"], first["มิ.ย. 69"]) == ("ครบ", "ครบ", "ถึงกำหนด")
    assert (second["ต.ค. 68"], second["ม.ค. 69"], second["เม.ย. 69"]) == ("ครบ", "ค้าง", "ถึงกำหนด")
    assert (first["งวดทั้งหมด"], second["งวดทั้งหมด"]) == (4, 12)


def test_findings_name_their_place() -> None:
    assert rows(book()["ข้อสังเกต"], "ระดับ") == [
        {
            "ระดับ": "ควรตรวจสอบ",
            "ที่": "แผ่นงาน เซลล์ F3",
            "ข้อสังเกต": "ผลเหมือนกับมาตรการที่ 3",
            "คำแนะนำ": "โปรดเขียนผลของมาตรการนี้",
            "รหัส (สำหรับผู้ดูแลระบบ)": "text.copied",
        }
    ]


def logged(number: int, *changes: str) -> LoggedVersion:
    at = datetime(2026, 3, number, 14, 5)
    return LoggedVersion(number=number, at=at, author="สมใจ", reason="=แก้", changes=changes)


def test_the_log_has_a_line_a_change_the_newest_version_first() -> None:
    record = tracked()
    log = (logged(1, "รุ่นแรก"), logged(2), logged(3, "=1+1", "ข", *["ค"] * MOST_CHANGES))
    data = summary_workbook(record, progress_of(record), log=log)
    lines = rows(book(data)["ประวัติการแก้ไข"], "รุ่นที่")
    assert lines[0] == {
        "รุ่นที่": 3,
        "วันและเวลาที่บันทึก": datetime(2026, 3, 3, 14, 5),
        "ผู้บันทึก": "สมใจ",
        "เหตุผล": "=แก้",
        "สิ่งที่เปลี่ยน": "=1+1",
    }
    assert [line["รุ่นที่"] for line in lines] == [*[3] * (MOST_CHANGES + 1), 2, 1]
    assert [line["สิ่งที่เปลี่ยน"] for line in lines[-3:]] == [
        "และอีก 2 รายการ", "ไม่มีสิ่งใดต่างจากรุ่นก่อนหน้า", "รุ่นแรก",
    ]  # fmt: skip
    assert book()["ประวัติการแก้ไข"]["A4"].value == NONE


def test_the_summary_counts_and_shares() -> None:
    values = {row[0]: row[1:] for row in book()["สรุป"].iter_rows(values_only=True) if row[0]}
    assert values["ตามรายงาน"][1] == pytest.approx(1 / 6, abs=1e-15)
    assert values["บันทึกผลแล้ว"][1] == 0.25
    assert values["ตัวชี้วัดที่มีหลักฐาน"][1:4] == (1, 4, 0.25)
    assert values["ล่าช้า"][1:3] == (1, 1)
    assert values["กองคลัง"][1:5] == (2, 1, 0.25, 0)
    assert "ข้อมูล ณ วันที่ 31 มีนาคม 2569 · สถานะคิดจากผล “บันทึกผลแล้ว” · รุ่นที่ 2" in values


def test_late_is_the_sum_of_two_statuses_and_what_is_silent_stands_beside_it() -> None:
    sheet = book()["สรุป"]
    (row,) = (row for row in sheet.iter_rows(values_only=True) if row[0] == "ตามผู้รับผิดชอบ")
    assert row[2:6] == ("ตัวชี้วัด", "ล่าช้าและเกินกำหนด", "ความก้าวหน้า", "ยังไม่รายงานผล")
    record = replace(tracked(), actuals=())
    silent = book(summary_workbook(record, progress_of(record)))["สรุป"]
    counts = {row[0]: row[2:6] for row in silent.iter_rows(values_only=True) if row[0]}
    assert counts["กองคลัง"] == (2, 0, None, 1)


def test_a_percent_reads_as_on_the_screen_and_stands_whole() -> None:
    record = tracked()
    of_eight = replace(record.indicators[0], target=3.2, cadence=Cadence())
    record = replace(record, indicators=(of_eight, *record.indicators[1:3]))
    cells = [row[4] for row in book(summary_workbook(record, progress_of(record)))["สรุป"].rows]
    shown = {(cell.value, cell.number_format) for cell in cells if isinstance(cell.value, float)}
    assert (0.625, '"62%"') in shown


def test_three_native_charts_stand_on_the_summary() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 3


def test_nothing_is_a_formula_or_a_link() -> None:
    words = dict.fromkeys(("title", "steps", "period_text", "departments_text", "output"), "=1+1")
    words["outcome"] = "https://www.a.example/?x=1"
    record = tracked(report(measure(1, **words), measure(2, steps="<r><t>x</t></r>")))
    data = summary_workbook(record, progress_of(record))
    cells = [cell for sheet in book(data) for line in sheet.iter_rows() for cell in line]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert sum(cell.value == "=1+1" for cell in cells) >= 12
    assert sum(cell.value == "<r><t>x</t></r> " for cell in cells) == 2


@pytest.mark.parametrize("name", SHEETS[1:6])
def test_tables_print_their_header_on_each_page(name: str) -> None:
    sheet = book()[name]
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes.endswith("4")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # One page wide (which is not written), as many high as it takes.
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)


def test_the_file_says_whose_it_is_and_is_the_same_each_time() -> None:
    properties = book().properties
    assert properties.subject == "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง"
    assert properties.title.endswith("ปีงบประมาณ พ.ศ. 2569")
    record = tracked()
    again = summary_workbook(record, progress_of(record), [FINDING], version_words="รุ่นที่ 2")
    assert again == made()


def test_a_text_too_tall_for_a_row_goes_on_in_the_next() -> None:
    phrases = [f"ลำดับงาน {i} ปลูกต้นไม้" for i in range(1, 601)]
    record = tracked(report(measure(1, steps="\n".join(phrases)), measure(2)))
    lines = rows(book(summary_workbook(record, progress_of(record)))["มาตรการ"], "ลำดับที่")
    steps = [line["ขั้นตอน/วิธีการปฏิบัติ"] for line in lines]
    assert "\n".join(steps[:-1]).split("\n") == phrases
    assert len(lines) == -(-600 // 27) + 1
    assert [line["ลำดับที่"] for line in lines if line["ลำดับที่"]] == [1, 2]


def test_an_empty_report_still_gives_a_workbook() -> None:
    record = TrackedReport(report=report().__class__())
    empty = book(summary_workbook(record, progress_of(record)))
    assert empty.sheetnames == SHEETS


@pytest.mark.parametrize("basis", list(Basis))
def test_each_basis_can_be_chosen(basis: Basis) -> None:
    record = tracked()
    sheet = book(summary_workbook(record, progress_of(record), basis=basis))["ตัวชี้วัด"]
    statuses = [line["สถานะ"] for line in rows(sheet, "มาตรการที่")]
    assert (
        statuses[2]
        == {
            Basis.CLAIMED: "ตามแผน",
            Basis.RECORDED: "ล่าช้า",
            Basis.EVIDENCED: "ยังไม่รายงานผล",
        }[basis]
    )


def test_a_day_before_anything_is_due() -> None:
    record = tracked()
    sheet = book(summary_workbook(record, progress_of(record, date(2025, 10, 2))))["ตัวชี้วัด"]
    assert {line["สถานะ"] for line in rows(sheet, "มาตรการที่")} == {
        "ยังไม่ถึงกำหนด", "ไม่มีเป้าหมายเชิงปริมาณ", "เฝ้าระวัง",
    }  # fmt: skip


def test_a_percent_that_is_unknown_says_why_as_the_screen_does() -> None:
    record = tracked()
    early = progress_of(record, date(2026, 3, 1))
    sheet = book(summary_workbook(record, early, basis=Basis.CLAIMED))["สรุป"]
    shown = {row[0]: row[2] for row in sheet.iter_rows(max_row=10, values_only=True)}
    assert shown["ตามรายงาน"] == "ผลตามรายงานนับ ณ 31 มี.ค. 2569"
    reasons = [line.reason for line in Lines(record, early, Basis.CLAIMED).measures]
    assert reasons[1] == "ผลตามรายงานนับ ณ 31 มี.ค. 2569"
