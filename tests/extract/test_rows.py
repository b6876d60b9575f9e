"""Which rows are one measure, and which are none."""

import pytest

from ita_data.extract.numbers import glued_number, is_total, number_of
from tests.extract.hand import HEADER, PERIOD, codes, grid, measure_row, official, read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๗.", 7),
        ("1", 1),
        ("(3)", 3),
        ("๑๒)", 12),
        ("1.0", 1),
        ("1.1", None),
        ("ก", None),
        ("", None),
    ],
)
def test_numbers_in_a_cell_of_their_own(text: str, number: int | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("๑. มาตรการโปร่งใส", 1, "มาตรการโปร่งใส"),
        ("2) จัดทำคู่มือ", 2, "จัดทำคู่มือ"),
        ("(3) จัดทำคู่มือ", 3, "จัดทำคู่มือ"),
        ("มาตรการที่ ๔ จัดทำคู่มือ", 4, "มาตรการที่ ๔ จัดทำคู่มือ"),
        ("1.1 กิจกรรมย่อย", None, "1.1 กิจกรรมย่อย"),
        ("5 ส.", None, "5 ส."),
        ("จัดทำคู่มือ", None, "จัดทำคู่มือ"),
    ],
)
def test_numbers_in_front_of_a_title(title: str, number: int | None, rest: str) -> None:
    glued = glued_number(title)
    assert (glued.number, glued.title) == (number, rest)


@pytest.mark.parametrize("text", ["รวม", "รวมทั้งสิ้น", "รวม 7 มาตรการ", "รวมงบประมาณ 12,000 บาท"])
def test_totals(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["รวมพลังต้านทุจริต", "รวมศูนย์บริการ", "1"])
def test_what_only_begins_like_a_total(text: str) -> None:
    assert not is_total(text)


def test_signatures_in_a_column_of_the_table_are_no_part_of_its_last_measure() -> None:
    signed = ("ตรวจแล้วถูกต้อง", "พันตำรวจเอก", "ผู้กำกับการ")
    loaded = read(official(measure_row(), (), *((*[None] * 4, words) for words in signed)))
    assert [m.departments_text for m in loaded.report.measures] == ["สำนักปลัด"]
    assert tuple(note.text for note in loaded.report.notes) == signed


@pytest.mark.parametrize(
    "signed",
    [
        ["(แพทย์หญิงสมมติ ตัวอย่าง)", "ผู้อำนวยการโรงพยาบาลดอนแก้ว"],
        ["(ว่าที่ร้อยตรี สมมติ ตัวอย่าง) ปลัดอำเภอ"],
        ["(ผศ.ดร.สมมติ ตัวอย่าง)", "คณบดี"],
        ["(น.อ. สมมติ ตัวอย่าง)", "ผู้บังคับการกองบิน"],
        ["อธิบดีเห็นชอบแล้ว ๖ ต.ค. ๖๙"],
        ["เห็นชอบ", "(นายสมมติ ตัวอย่าง)"],
        ["อนุมัติตามเสนอ เมื่อวันที่ 10 ตุลาคม พ.ศ. 2568", "นายกเทศมนตรีตำบลดอนแก้วใส"],
        ["ทราบ/อนุมัติ\n(นายสมมติ ตัวอย่าง)"],
        ["ที่ประชุมรับทราบแล้ว 10/10/2568"],
        ["วันที่ ๖ เดือน ตุลาคม พ.ศ. ๒๕๖๘"],
        ["นางสาวสมมติ ตัวอย่าง", "ตำแหน่ง นักทรัพยากรบุคคลชำนาญการ"],
        ["หัวหน้าสำนักปลัด รักษาราชการแทน ปลัดเทศบาล"],
    ],
)
@pytest.mark.parametrize("column", [4, 5])
def test_who_signs_or_approves_apart_below_a_table_is_no_part_of_it(
    signed: list[str], column: int
) -> None:
    below = [(*[None] * column, line) for line in signed]
    loaded = read(official(measure_row(1), measure_row(2, "อบรม"), (), *below))
    last = loaded.report.measures[-1]
    assert (last.departments_text, last.output) == ("สำนักปลัด", "ปรับปรุงแล้ว")
    assert [note.text for note in loaded.report.notes] == signed


@pytest.mark.parametrize(
    "more",
    [
        "ผู้อำนวยการลงนามประกาศแล้ว",
        "นายกเทศมนตรีมอบนโยบาย",
        "เห็นชอบแผน 3 แผน",
        "(ร้อยละ 80)",
        "อนุมัติโครงการแล้ว",
        "วันที่ 6 ต.ค. 69 ประชุม",
    ],
)
def test_a_result_apart_from_its_row_is_still_one(more: str) -> None:
    loaded = read(official(measure_row(1), (), (*[None] * 5, more)))
    assert loaded.report.measures[0].output == f"ปรับปรุงแล้ว\n{more}"


def test_who_is_named_between_measures_signs_nothing() -> None:
    post = (*[None] * 4, "หัวหน้าฝ่ายทะเบียน")
    loaded = read(official(measure_row(1), (), post, measure_row(2, "อบรม"), post))
    assert [m.departments_text for m in loaded.report.measures] == [
        "สำนักปลัด\nหัวหน้าฝ่ายทะเบียน", "สำนักปลัด\nหัวหน้าฝ่ายทะเบียน",
    ]  # fmt: skip


def test_a_numbered_title_over_its_parts_is_a_section() -> None:
    loaded = read(
        official(
            ("1", "การให้บริการและระบบ E-Service"),
            measure_row("1.1", "จัดทำคู่มือ"),
            measure_row("1.2", "เปิดระบบ"),
            measure_row("2", "อบรม"),
        )
    )
    assert [(m.number, m.title, m.topic) for m in loaded.report.measures] == [
        (None, "จัดทำคู่มือ", 2), (None, "เปิดระบบ", 2), (2, "อบรม", None),
    ]  # fmt: skip
    assert [note.text for note in loaded.report.notes] == ["1", "การให้บริการและระบบ E-Service"]


def test_numbered_rows_without_a_title_are_steps_of_the_measure() -> None:
    first = (1, "จัดทำคู่มือ", None, PERIOD, "กองคลัง")
    parts = [("1.1", None, "ทบทวน"), ("1.2", None, "เผยแพร่")]
    loaded = read(official(first, *parts, measure_row(2, "อบรม")))
    assert [(m.number, m.steps, m.extra) for m in loaded.report.measures] == [
        (1, "ทบทวน\nเผยแพร่", {"ลำดับที่": "1.1\n1.2"}), (2, "ทบทวนคู่มือ", {}),
    ]  # fmt: skip


def test_a_measure_merged_down_over_rows_joins_its_lines() -> None:
    loaded = read(
        official(
            measure_row(1, "จัดทำคู่มือ", steps="1. ทบทวน", output="ทบทวนแล้ว"),
            (None, None, "2. เผยแพร่", None, None, "เผยแพร่แล้ว", None),
            (None, None, "3. ประเมิน"),
            measure_row(2, "เปิดเผยข้อมูล"),
            merges=("A4:A6", "B4:B6", "D4:D6", "E4:E6"),
        )
    )
    first, second = loaded.report.measures
    assert first.steps == "1. ทบทวน\n2. เผยแพร่\n3. ประเมิน"
    assert first.output == "ทบทวนแล้ว\nเผยแพร่แล้ว"
    assert [place.cell for place in first.cells["steps"]] == ["C4", "C5", "C6"]
    assert (second.number, second.place.row) == (2, 7)


def test_what_is_merged_down_over_measures_belongs_to_each() -> None:
    loaded = read(
        official(
            measure_row(1, "ก"),
            (2, "ข", "ทำ ข", None, None, "ได้ ข", None),
            merges=("D4:D5", "E4:E5"),
        )
    )
    second = loaded.report.measures[1]
    assert (second.period_text, second.departments) == (PERIOD, ("สำนักปลัด",))
    assert [place.cell for place in second.cells["departments_text"]] == ["E4"]


def test_blank_rows_and_rows_left_blank_do_not_cut_a_measure() -> None:
    loaded = read(
        official(measure_row(1, steps="ขั้นแรก"), (), (None, None, "ขั้นต่อมา"), (), measure_row(2))
    )
    assert [m.steps for m in loaded.report.measures] == ["ขั้นแรก\nขั้นต่อมา", "ทบทวนคู่มือ"]


def test_number_and_title_repeated_on_each_row_are_one_measure() -> None:
    loaded = read(official(measure_row(1, steps="ขั้นแรก"), measure_row(1, steps="ขั้นสอง")))
    [measure] = loaded.report.measures
    assert (measure.title, measure.steps) == ("จัดทำคู่มือ", "ขั้นแรก\nขั้นสอง")
    assert measure.output == "ปรับปรุงแล้ว"


def test_a_title_split_over_rows_is_one_title() -> None:
    loaded = read(official(measure_row(1, "จัดทำ"), (None, "คู่มือ", "และเผยแพร่")))
    [measure] = loaded.report.measures
    assert (measure.title, measure.steps) == ("จัดทำ\nคู่มือ", "ทบทวนคู่มือ\nและเผยแพร่")


def test_without_a_number_column_the_titles_have_the_numbers() -> None:
    rows = [measure_row(0, title)[1:] for title in ("๑. ก", "๒. ข", "ค")]
    loaded = read(grid(HEADER[1:], *rows))
    assert [(m.number, m.title) for m in loaded.report.measures] == [
        (1, "ก"),
        (2, "ข"),
        (None, "ค"),
    ]


def test_a_title_keeps_its_own_number_beside_a_number_column() -> None:
    [measure] = read(official(measure_row(1, "1. จัดทำคู่มือ"))).report.measures
    assert (measure.number, measure.title) == (1, "1. จัดทำคู่มือ")


def test_a_whole_row_without_number_is_a_measure_with_a_finding() -> None:
    loaded = read(official(measure_row(1), measure_row(None, "เปิดเผยข้อมูล")))
    assert [m.number for m in loaded.report.measures] == [1, None]
    assert codes(loaded) == [("number-missing", None)]


def test_an_odd_number_is_told_and_left_out() -> None:
    loaded = read(official(measure_row(1), measure_row("1.1", "ย่อย")))
    assert [m.number for m in loaded.report.measures] == [1, None]
    assert codes(loaded) == [("number-unread", "A5")]


def test_totals_and_headings_are_no_measures() -> None:
    loaded = read(
        official(
            ("ด้านที่ 1 การเปิดเผยข้อมูล",),
            measure_row(1),
            ("กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",),
            measure_row(2, "ทะเบียนพัสดุ"),
            ("รวมทั้งสิ้น", None, None, None, None, "2 มาตรการ"),
            merges=("A4:G4", "A6:G6"),
        )
    )
    assert [(m.number, m.topic) for m in loaded.report.measures] == [(1, None), (2, 4)]
    assert [note.place.cell for note in loaded.report.notes] == ["A4", "A6", "A8", "F8"]


def test_signatures_below_and_notes_beside_are_kept_as_notes() -> None:
    loaded = read(
        official(
            (*measure_row(1), None, "ตรวจแล้ว"),
            (),
            (None, None, None, None, "ลงชื่อ ................ ผู้รายงาน"),
            (None, None, None, None, "(นางสาวสมมติ ตัวอย่าง)"),
            (None, "หมายเหตุ ข้อมูล ณ สิ้นปี"),
        )
    )
    [measure] = loaded.report.measures
    assert (measure.departments_text, measure.title) == ("สำนักปลัด", "จัดทำคู่มือ")
    assert [note.place.cell for note in loaded.report.notes] == ["I4", "E6", "E7", "B8"]


@pytest.mark.parametrize("mark", ["หน้า 1", "หน้าที่ ๒/๕", "- 3 -", "(ต่อ)"])
def test_page_numbers_belong_to_no_measure(mark: str) -> None:
    loaded = read(official(measure_row(1), (None, None, None, None, None, None, mark)))
    assert loaded.report.measures[0].outcome == "ประชาชนเข้าใจ"
    assert [note.text for note in loaded.report.notes] == [mark]
