"""Tables anywhere in a workbook, continued, unrecognised, or read by the officer's choice."""

from dataclasses import replace

from ita_data.loaded import Choices
from tests.extract.hand import (
    AGENCY,
    HEADER,
    TITLE,
    codes,
    fields,
    grid,
    measure_row,
    official,
    read,
)

UNKNOWN = (
    ("ก.", "ชื่อเรื่องราว", "ทำอย่างไรบ้าง", "เกิดอะไรขึ้น"),
    ("1", "จัดทำคู่มือ", "ทบทวนคู่มือเดิม", "ได้คู่มือใหม่"),
    ("2", "เปิดเผยข้อมูล", "ลงข่าวในเว็บไซต์", "ลงข่าวแล้ว"),
)


def test_a_table_may_stand_anywhere_on_the_sheet() -> None:
    shifted = [(None, None, *row) for row in (HEADER, measure_row())]
    loaded = read(grid((), (), (None, TITLE), (), *shifted))
    [measure] = loaded.report.measures
    assert measure.place.row == 6
    assert [str(place.cell) for place in measure.cells["output"]] == ["H6"]


def test_sheets_with_the_same_header_are_one_table() -> None:
    loaded = read(
        official(measure_row(1), sheet="หน้า 1"),
        official(measure_row(2, "ข"), measure_row(3, "ค"), sheet="หน้า 2"),
    )
    assert [(m.id, m.place.sheet) for m in loaded.report.measures] == [
        ("m1", "หน้า 1"), ("m2", "หน้า 2"), ("m3", "หน้า 2"),
    ]  # fmt: skip
    assert [table.measures for table in loaded.tables] == [3]


def test_a_table_goes_on_without_its_header() -> None:
    loaded = read(
        official(measure_row(1), sheet="ตาราง 1"),
        grid(measure_row(2, "ข"), measure_row(3, "ค"), sheet="ตาราง 2"),
    )
    assert [m.number for m in loaded.report.measures] == [1, 2, 3]


def test_signatures_in_a_table_of_their_own_are_notes() -> None:
    loaded = read(
        official(measure_row(1), sheet="ตาราง 1"),
        grid(("ลงชื่อ", "ลงชื่อ"), ("ผู้รายงาน", "ผู้ตรวจสอบ"), sheet="ตาราง 2"),
    )
    assert len(loaded.report.measures) == 1
    assert [note.text for note in loaded.report.notes] == [
        "ลงชื่อ", "ลงชื่อ", "ผู้รายงาน", "ผู้ตรวจสอบ",
    ]  # fmt: skip


def test_prose_between_tables_gives_titles_and_notes() -> None:
    prose = grid((TITLE,), (AGENCY,), ("คำนำของผู้จัดทำรายงาน",), sheet="ข้อความ", prose=True)
    loaded = read(prose, grid(HEADER, measure_row(), sheet="ตาราง 1"))
    assert (loaded.report.agency, loaded.report.fiscal_year) == ("เทศบาลตำบลดอนแก้วใส", 2568)
    assert [note.text for note in loaded.report.notes] == ["คำนำของผู้จัดทำรายงาน"]


def test_a_hidden_sheet_is_left_out_with_a_finding() -> None:
    hidden = replace(official(measure_row(9)), sheet="ร่างเดิม", hidden=True)
    loaded = read(official(measure_row(1)), hidden)
    assert [m.number for m in loaded.report.measures] == [1]
    assert codes(loaded) == [("sheet-hidden", None)]
    assert "ร่างเดิม" in loaded.findings[0].message


def test_hidden_rows_are_read_and_told() -> None:
    loaded = read(official(measure_row(1), measure_row(2, "ข"), hidden_rows=frozenset({5})))
    assert len(loaded.report.measures) == 2
    assert codes(loaded) == [("rows-hidden", None)]


def test_a_cover_sheet_gives_titles() -> None:
    cover = grid((), ("รายงานประจำปี 2568",), (), (AGENCY,), sheet="ปก")
    loaded = read(cover, grid(HEADER, measure_row()))
    assert (loaded.report.agency, loaded.report.fiscal_year) == ("เทศบาลตำบลดอนแก้วใส", 2568)
    assert loaded.report.places["agency"].cell == "A4"


def test_an_unknown_header_asks_for_the_columns() -> None:
    loaded = read(grid(*UNKNOWN))
    [table] = loaded.tables
    assert (table.recognised, table.header_rows, table.measures) == (False, (), 0)
    assert fields(loaded) == dict.fromkeys(UNKNOWN[0])
    assert [column.sample for column in table.columns] == list(UNKNOWN[1])
    assert [code for code, _ in codes(loaded)] == [
        "header-not-found", "no-measures", "agency-missing", "fiscal-year-missing",
    ]  # fmt: skip


def test_the_officers_choice_reads_an_unknown_table() -> None:
    signature = read(grid(*UNKNOWN)).tables[0].signature
    choices = Choices(
        columns={signature: {1: "number", 2: "title", 3: "steps", 4: "output"}},
        agency="เทศบาลตำบลดอนแก้วใส",
        fiscal_year=2568,
    )
    loaded = read(grid(*UNKNOWN), choices=choices)
    assert [(m.number, m.title, m.output) for m in loaded.report.measures] == [
        (1, "จัดทำคู่มือ", "ได้คู่มือใหม่"), (2, "เปิดเผยข้อมูล", "ลงข่าวแล้ว"),
    ]  # fmt: skip
    assert loaded.tables[0].signature == signature
    assert codes(loaded) == []


def test_the_officers_choice_beats_a_recognised_header() -> None:
    plain = read(official(measure_row()))
    choices = Choices(columns={plain.tables[0].signature: {7: "output", 6: None}})
    [measure] = read(official(measure_row()), choices=choices).report.measures
    assert (measure.output, measure.outcome) == ("ประชาชนเข้าใจ", "")
    assert measure.extra == {"ผลการดำเนินการ (output)": "ปรับปรุงแล้ว"}


def test_another_table_beside_a_recognised_one_is_told() -> None:
    loaded = read(official(measure_row()), grid(*UNKNOWN, sheet="อื่น"))
    assert len(loaded.report.measures) == 1
    assert codes(loaded) == [("table-not-read", None)]
    assert str(loaded.findings[0].place) == "อื่น แถว 1"


def test_only_the_sheet_for_reading_back_is_read_of_an_own_export() -> None:
    own = grid(
        ("ข้อมูลรายงานสำหรับนำเข้ากลับ ห้ามแก้ไขหัวตาราง",),
        ("หน่วยงาน", "เทศบาลตำบลดอนแก้วใส"),
        ("อำเภอ", "บ้านสมมติ"),
        ("จังหวัด", "ตัวอย่าง"),
        ("ปีงบประมาณ", 2568),
        HEADER,
        measure_row(1),
        sheet="ข้อมูลนำเข้า",
    )
    loaded = read(official(measure_row(8), measure_row(9), sheet="สรุป"), own)
    report = loaded.report
    assert [m.number for m in report.measures] == [1]
    assert (report.agency, report.district, report.province, report.fiscal_year) == (
        "เทศบาลตำบลดอนแก้วใส", "บ้านสมมติ", "ตัวอย่าง", 2568,
    )  # fmt: skip
    assert loaded.findings == ()


def test_an_empty_workbook_has_no_measures_and_no_crash() -> None:
    assert [code for code, _ in codes(read(grid()))] == [
        "no-measures", "agency-missing", "fiscal-year-missing",
    ]  # fmt: skip


PLAN = (HEADER[:5], measure_row(1, "ก")[:5], measure_row(2, "ข")[:5])
RESULT = (
    (HEADER[0], HEADER[1], HEADER[4], HEADER[5], HEADER[6]),
    (1, "ก", "สำนักปลัด", "ได้ ก", "ดี"), (2, "ข", "กองช่าง", "ได้ ข", "ดี"),
)  # fmt: skip


def test_a_plan_and_its_results_on_two_sheets_are_one_measure() -> None:
    loaded = read(grid((TITLE,), (AGENCY,), *PLAN, sheet="แผน"), grid(*RESULT, sheet="ผล"))
    first, second, other = loaded.report.measures
    assert (first.steps, first.output, first.outcome) == ("ทบทวนคู่มือ", "ได้ ก", "ดี")
    assert [str(place) for place in first.cells["output"]] == ["ผล เซลล์ D2"]
    # What differs stays apart: the second one names another department.
    assert (second.output, other.output) == ("", "ได้ ข")
    assert ("table-joined", None) in codes(loaded)
