"""Headers as they are met: any wording, any order, one to four rows."""

from datetime import date

import pytest

from ita_data.extract.headers import match_header
from ita_data.forms import forms
from tests.extract.hand import (
    HEADER,
    PERIOD,
    TITLE,
    codes,
    fields,
    grid,
    measure_row,
    official,
    read,
)

FORM = forms()[0]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("ลำดับที่", "number"), ("ที่", "number"), ("ลำดับ", "number"), ("ลำดับ\nที่", "number"),
        ("มาตรการ/โครงการ/ กิจกรรม", "title"), ("โครงการ", "title"), ("กิจกรรม", "title"),
        ("วิธีดำเนินการ", "steps"), ("ขั้นตอน", "steps"), ("แนวทางการดำเนินงาน", "steps"),
        ("ระยะเวลาในการ ดำเนินการ", "period_text"), ("ระยะเวลาดําเนินการ", "period_text"),
        ("แผนการดำเนินงาน", "steps"), ("การปฏิบัติ", "steps"), ("วันที่", "period_text"),
        ("กอง/สำนัก", "departments_text"), ("ผู้ปฏิบัติ", "departments_text"),
        ("ผลเชิงคุณภาพ", "outcome"), ("เกณฑ์วัดความสำเร็จ", "target"), ("งบฯ", "budget_thb"),
        ("แนวทางแก้ไข", "remarks"), ("ภาพถ่าย", "evidence"), ("เดือนที่เริ่ม", "start"),
        ("ผู้รับผิดชอบ", "departments_text"), ("หน่วยงานรับผิดชอบ", "departments_text"),
        ("ผลการดำเนินการ (out put)", "output"), ("ผลการดำเนินงาน", "output"),
        ("ผลผลิต", "output"), ("ผล", "output"), ("OUTPUT", "output"),
        ("ผลลัพธ์", "outcome"), ("Outcome / Result", "outcome"),
        ("งบประมาณ (บาท)", "budget_thb"), ("งบประมาณ", "budget_thb"),
        ("สถานะ", "declared_status"), ("ร้อยละความก้าวหน้า", None), ("หลักฐาน", "evidence"),
        ("กรอบเวลา", "period_text"), ("วัน/เดือน/ปี ที่ดำเนินการ", "period_text"),
        ("หน่วยงาน", "departments_text"), ("กลุ่ม/ฝ่าย", "departments_text"),
        ("ผลการดำเนินการ (outcome)", "outcome"), ("รายละเอียดผลการดำเนินการ", "output"),
        ("รายละเอียดการดำเนินงาน", "steps"), ("URL/Link", "evidence"),
        ("ปัญหา/ข้อเสนอแนะ", "remarks"), ("ค่าใช้จ่าย", "budget_thb"),
        ("ผลที่ได้รับ", "outcome"), ("ร้อยละ", None), ("สถานะ/ความก้าวหน้า", "declared_status"),
        ("หมายเหตุ", "remarks"), ("ตัวชี้วัด", "target"), ("เป้าหมาย", "target"),
        ("วันเริ่มต้น", "start"), ("วันสิ้นสุด", "end"), ("ต.ค.", None), ("ไตรมาส ๑", None),
    ],
)  # fmt: skip
def test_a_known_wording_is_certain(header: str, field: str | None) -> None:
    match = match_header([header], FORM)
    assert (match.field, match.certainty) == (field, pytest.approx(1, abs=0.03))  # type: ignore[union-attr]


def test_numbers_of_columns_under_merged_months() -> None:
    """ "(4)" merged over all months is one number, not twelve."""
    rows = (
        ("ที่", "มาตรการ", "ขั้นตอน", "แผน", None, "รายงานผล", None),
        (None, None, None, "ต.ค.", "พ.ย.", "ผลผลิต", "ผลลัพธ์"),
        ("(1)", "(2)", "(3)", "(4)", None, "(5)", "(6)"),
        (1, "จัดทำคู่มือ", "ทำ", "X", None, "ทำแล้ว", "เข้าใจ"),
    )
    [measure] = read(grid(*rows, merges=("D1:E1", "F1:G1", "D3:E3"))).report.measures
    assert (measure.output, measure.outcome) == ("ทำแล้ว", "เข้าใจ")


@pytest.mark.parametrize(
    "title",
    [
        "มาตรการลดข้อบกพร่องตามตัวชี้วัดที่ได้คะแนนน้อย",
        "เหตุการณ์ความเสี่ยงการทุจริต",
        "ตัวชี้วัด/มาตรการ",
        "เรื่องที่ดำเนินการ",
        "สิ่งซึ่งตั้งใจ",
    ],
)
def test_a_title_of_any_wording_is_guessed_where_the_other_columns_are_sure(title: str) -> None:
    found = read(grid((TITLE,), (HEADER[0], title, *HEADER[2:]), measure_row()))
    assert [measure.title for measure in found.report.measures] == ["จัดทำคู่มือ"]
    assert ("column-guessed", "B2") in codes(found)


def test_a_table_of_scores_is_no_table_of_measures() -> None:
    header = ("ที่", "ตัวชี้วัด", "คะแนน", "ผล", "หมายเหตุ")
    found = read(
        grid(header, (1, "การปฏิบัติหน้าที่", 91, "ผ่าน", "ก"), (2, "การใช้อำนาจ", 88, "ผ่าน", "ข"))
    )
    assert found.report.measures == ()


def test_too_few_sure_columns_make_no_header() -> None:
    found = read(
        grid(("ที่", "เหตุการณ์ความเสี่ยง", "ผู้เล่า", "ผล"), (1, "ก", "ข", "ค"), (2, "ง", "จ", "ฉ"))
    )
    assert found.report.measures == ()
    assert ("header-not-found", None) in codes(found)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("มาตราการ/โครงการ/กิจกรรม", "title"),
        ("ผุ้รับผิดชอบ", "departments_text"),
        ("ระยะเวลาในการดำเนินการตั้งแต่ต้นจนจบ", "period_text"),
    ],
)
def test_a_misspelt_header_is_a_guess(header: str, field: str) -> None:
    match = match_header([header], FORM)
    assert match is not None
    assert match.field == field
    assert match.certainty < 0.95


@pytest.mark.parametrize("header", ["ชื่อเล่น", "ผู้จดบันทึก", "", "ก" * 200])
def test_what_resembles_nothing_has_no_match(header: str) -> None:
    assert match_header([header], FORM) is None


def test_every_field_has_one_meaning_per_wording() -> None:
    wordings = [w for column in FORM.columns for w in (*column.wordings, column.label)]
    matches = {wording: match_header([wording], FORM) for wording in wordings}
    owners = {w: c.field for c in FORM.columns for w in (*c.wordings, c.label)}
    assert {w: m and m.field for w, m in matches.items()} == owners


def test_columns_may_stand_in_any_order_with_others_between() -> None:
    loaded = read(
        grid(
            ("ผู้รับผิดชอบ", "พื้นที่", "โครงการ", "ผลการดำเนินงาน", "ที่", "ระยะเวลา"),
            ("กองคลัง", "หมู่ 3", "ปรับปรุงแผนจัดหา", "เสร็จแล้ว", "๑", "ต.ค. 67 - ก.ย. 68"),
        )
    )
    [measure] = loaded.report.measures
    assert (measure.number, measure.title, measure.output) == (1, "ปรับปรุงแผนจัดหา", "เสร็จแล้ว")
    assert measure.departments == ("กองคลัง",)
    assert measure.extra == {"พื้นที่": "หมู่ 3"}


def test_a_header_of_two_rows_joins_group_and_sub_header() -> None:
    loaded = read(
        grid(
            ("ที่", "มาตรการ", "ขั้นตอน", "ระยะเวลา", None, "ผู้รับผิดชอบ", "ผลการดำเนินการ"),
            (None, None, None, "เริ่มต้น", "สิ้นสุด", None, "output", "outcome"),
            (1, "ก", "ข", "1/10/2567", "30/9/2568", "กองช่าง", "ค", "ง"),
            merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:H1"),
        )
    )
    assert loaded.tables[0].header_rows == (1, 2)
    assert fields(loaded) == {
        "ที่": "number", "มาตรการ": "title", "ขั้นตอน": "steps",
        "ระยะเวลา เริ่มต้น": "start", "ระยะเวลา สิ้นสุด": "end", "ผู้รับผิดชอบ": "departments_text",
        "ผลการดำเนินการ output": "output", "ผลการดำเนินการ outcome": "outcome",
    }  # fmt: skip
    [measure] = loaded.report.measures
    assert measure.period_text == "1/10/2567 - 30/9/2568"
    assert (str(measure.start), str(measure.end)) == ("2024-10-01", "2025-09-30")
    assert (measure.output, measure.outcome) == ("ค", "ง")


def test_two_header_rows_without_merges_as_csv_has_them() -> None:
    loaded = read(
        grid(
            ("ที่", "มาตรการ", "ขั้นตอน", "ระยะเวลา", None, "ผู้รับผิดชอบ", "ผลการดำเนินการ"),
            (None, None, None, "เริ่มต้น", "สิ้นสุด", None, "output", "outcome"),
            (1, "ก", "ข", "1/10/2567", "30/9/2568", "กองช่าง", "ค", "ง"),
        )
    )
    assert loaded.tables[0].header_rows == (1, 2)
    [measure] = loaded.report.measures
    assert (measure.output, measure.outcome) == ("ค", "ง")


def test_groups_above_and_column_numbers_below_belong_to_the_header() -> None:
    loaded = read(
        grid(
            ("แผน", None, None, None, None, "ผล"),
            HEADER,
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
            measure_row(1),
            merges=("A1:E1", "F1:G1"),
        )
    )
    assert loaded.tables[0].header_rows == (1, 2, 3)
    assert [m.title for m in loaded.report.measures] == ["จัดทำคู่มือ"]


def test_months_of_a_group_are_kept_as_extra() -> None:
    loaded = read(
        grid(
            ("ที่", "กิจกรรม", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"),
            (None, None, None, None, "ต.ค.", "พ.ย.", "ธ.ค."),
            (1, "อบรม", "จัดอบรม", "กองคลัง", None, "X", "X"),
            merges=("E1:G1",),
        )
    )
    [measure] = loaded.report.measures
    assert measure.extra == {"ระยะเวลาดำเนินการ พ.ย.": "X", "ระยะเวลาดำเนินการ ธ.ค.": "X"}


def test_output_and_outcome_in_one_column_is_no_missing_column() -> None:
    header = (*HEADER[:5], "ผลการดำเนินการ/ผลลัพธ์")
    loaded = read(grid((TITLE,), header, measure_row()[:6]))
    assert loaded.report.measures[0].output == "ปรับปรุงแล้ว"
    assert codes(loaded) == [("agency-missing", None)]


def test_a_title_with_a_page_number_before_a_repeated_header_is_no_measure() -> None:
    page = (TITLE, None, None, None, None, None, "หน้า 2")
    loaded = read(official(measure_row(1), page, HEADER, measure_row(2, "ข")))
    assert [m.number for m in loaded.report.measures] == [1, 2]
    assert [note.text for note in loaded.report.notes] == ["หน้า 2"]


def test_the_last_line_of_a_measure_is_no_title() -> None:
    more = (None, None, "จัดทำรายงานประจำปี")
    loaded = read(official(measure_row(1), more, HEADER, measure_row(2, "ข")))
    assert loaded.report.measures[0].steps == "ทบทวนคู่มือ\nจัดทำรายงานประจำปี"


def test_target_and_indicator_columns_are_joined() -> None:
    header = (*HEADER, "ตัวชี้วัด", "เป้าหมาย")
    loaded = read(grid(header, (*measure_row(), "จำนวนคู่มือ", "7 เล่ม")))
    assert loaded.report.measures[0].target == "จำนวนคู่มือ\n7 เล่ม"


def test_a_repeated_header_is_no_measure() -> None:
    loaded = read(official(measure_row(1), (TITLE,), HEADER, measure_row(2, "ข"), HEADER))
    assert [m.number for m in loaded.report.measures] == [1, 2]
    assert [m.place.row for m in loaded.report.measures] == [4, 7]
    assert len(loaded.tables) == 1
    assert loaded.report.notes == ()


def test_missing_and_guessed_columns_are_findings() -> None:
    header = ("ที่", "มาตราการ/โครงการ/กิจกรรม", "ขั้นตอน", "ผู้รับผิดชอบ", "ผลการดำเนินการ")
    loaded = read(grid((TITLE,), (AGENCY_LINE,), header, (1, "ก", "ข", "กองคลัง", "ค")))
    assert codes(loaded) == [
        ("column-missing", None),
        ("column-missing", None),
        ("column-guessed", "B3"),
    ]


AGENCY_LINE = "เทศบาลตำบลดอนแก้วใส"


def test_files_with_the_same_header_share_a_signature() -> None:
    one = read(official(measure_row()))
    other = read(grid(tuple(text.replace("การ", "การ ") for text in HEADER), measure_row(3)))
    assert one.tables[0].signature == other.tables[0].signature


def test_a_header_of_other_wording_is_guessed_by_its_telling_word() -> None:
    header = list(HEADER)
    header[4], header[5] = "ฝ่ายที่รับผิดชอบหลัก/รอง", "ผลดำเนินกิจกรรมที่ผ่านมา"
    loaded = read(grid((TITLE,), (AGENCY_LINE,), header, measure_row(department="กองคลัง")))
    assert list(fields(loaded).values())[4:] == ["departments_text", "output", "outcome"]
    assert codes(loaded) == [("column-guessed", "E3"), ("column-guessed", "F3")]


def test_a_telling_word_never_takes_a_field_that_a_column_has() -> None:
    header = (*HEADER, "ผู้ร่วมรับผิดชอบงานอื่นใด")
    read_fields = fields(read(grid((TITLE,), header, (*measure_row(), "กองช่าง"))))
    assert read_fields["ผู้ร่วมรับผิดชอบงานอื่นใด"] is None


STEPS_AND_MORE = ("ขั้นตอน", "ผู้รับผิดชอบ", "ผลการดำเนินการ")


def test_a_title_and_its_number_under_one_header() -> None:
    header = ("มาตรการ", None, "ระยะเวลา", *STEPS_AND_MORE)
    rows = [(1, "ก", PERIOD, "ข", "กองคลัง", "ค"), (2, "ง", PERIOD, "จ", "กองช่าง", "ฉ")]
    loaded = read(grid(header, *rows, merges=["A1:B1"]))
    assert [(m.number, m.title, m.extra) for m in loaded.report.measures] == [
        (1, "ก", {}), (2, "ง", {}),
    ]  # fmt: skip


def test_the_first_and_last_day_under_one_header() -> None:
    header = ("ที่", "มาตรการ", "ระยะเวลา", None, *STEPS_AND_MORE)
    row = (1, "ก", "1 ต.ค. 67", "31 มี.ค. 68", "ข", "กองคลัง", "ค")
    [measure] = read(grid(header, row, merges=["C1:D1"])).report.measures
    assert (measure.start, measure.end) == (date(2024, 10, 1), date(2025, 3, 31))
    assert (measure.period_text, measure.extra) == ("1 ต.ค. 67 - 31 มี.ค. 68", {})


def test_done_beside_begun_is_the_end_and_alone_the_status() -> None:
    header = ("ที่", "มาตรการ", *STEPS_AND_MORE, "เริ่ม", "แล้วเสร็จ")
    days = (date(2024, 10, 1), date(2025, 3, 31))
    [measure] = read(grid(header, (1, "ก", "ข", "กองคลัง", "ค", *days))).report.measures
    assert (measure.start, measure.end, measure.declared_status) == (*days, None)
    ticked = grid((*header[:-2], "แล้วเสร็จ"), (1, "ก", "ข", "กองคลัง", "ค", "✓"))
    assert read(ticked).report.measures[0].declared_status == "แล้วเสร็จ"


def test_a_tick_is_the_status_below_its_group() -> None:
    group = ("ที่", "มาตรการ", "ระยะเวลา", *STEPS_AND_MORE, "สถานะการดำเนินการ", None, None)
    below = (*[None] * 6, "แล้วเสร็จ", "อยู่\nระหว่างดำเนินการ", "ยังไม่เริ่ม")
    ticks = [("✓",), (None, "/"), (None, None, "X")]
    rows = [(n, f"ก{n}", PERIOD, "ข", "กองคลัง", "ค", *row) for n, row in enumerate(ticks)]
    merges = ["G1:I1", *(f"{letter}1:{letter}2" for letter in "ABCDEF")]
    loaded = read(grid(group, below, *rows, merges=merges))
    assert [m.declared_status for m in loaded.report.measures] == [
        "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ยังไม่เริ่ม",
    ]  # fmt: skip
