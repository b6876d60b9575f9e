"""Columns of months and quarters: marks are a period, numbers targets and results."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

import ita_data
from ita_data.extract.by_period import is_period, role_of
from ita_data.loaded import Choices, Loaded, used_besides
from ita_data.model import Actual, Basis, Cadence, Indicator
from ita_data.proposals import propose
from tests.writing import xlsx_bytes

AGENCY = ("เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง ปีงบประมาณ 2568",)
QUARTERS = ("ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")
FIRST = ("ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ")
MEASURE = (1, "จัดประชุมติดตาม", "ประชุมติดตามงาน", "กองคลัง")


def loaded(
    groups: Sequence[str],
    cells: Sequence[Any],
    steps: str = MEASURE[2],
    quarters: Sequence[str] = QUARTERS,
) -> Loaded:
    """A measure with four quarter columns under each group."""
    rows = (
        AGENCY,
        (*FIRST, *(name for group in groups for name in (group, None, None, None))),
        (None, None, None, None, *tuple(quarters) * len(groups)),
        (*MEASURE[:2], steps, MEASURE[3], *cells),
    )
    ends = {1: ["E2:H2"], 2: ["E2:H2", "I2:L2"]}[len(groups)]
    merges = [*ends, *(f"{letter}2:{letter}3" for letter in "ABCD")]
    return ita_data.load("x", xlsx_bytes({"แผน": rows}, {"แผน": merges}))


def proposed(of: Loaded) -> tuple[list[Indicator], list[Actual]]:
    indicators, actuals = propose(of.report)
    return list(indicators), list(actuals)


@pytest.mark.parametrize("mark", ["X", "x", "✓", "/", "●", "→"])
def test_marks_are_the_period(mark: str) -> None:
    read = loaded(["ระยะเวลา"], [None, mark, mark, None])
    [measure] = read.report.measures
    assert measure.period_text == "ไตรมาส 2, ไตรมาส 3"
    assert (measure.start, measure.end) == (date(2025, 1, 1), date(2025, 6, 30))
    assert [p.cell for p in measure.cells["period_text"]] == ["F4", "G4"]
    assert ("period-from-marks", "F4") in [
        (f.code, f.place and f.place.cell) for f in read.findings
    ]


def test_quarters_by_their_number_alone() -> None:
    read = loaded(["ระยะเวลา (ไตรมาส)"], [None, "/", "/", None], quarters=("1", "2", "3", "4"))
    [measure] = read.report.measures
    assert (measure.start, measure.end) == (date(2025, 1, 1), date(2025, 6, 30))


def test_quarters_under_a_heading_that_says_more_than_their_number() -> None:
    read = loaded(["ไตรมาสที่ดำเนินการ"], [None, "✓", "✓", None], quarters=("1", "2", "3", "4"))
    [measure] = read.report.measures
    assert (measure.start, measure.end) == (date(2025, 1, 1), date(2025, 6, 30))


MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.",
          "ก.ย.")  # fmt: skip


@pytest.mark.parametrize(
    ("ticked", "words", "start", "end"),
    [
        (range(12), "ต.ค. 67–ก.ย. 68", date(2024, 10, 1), date(2025, 9, 30)),
        ((4, 7), "ก.พ. 68, พ.ค. 68", date(2025, 2, 1), date(2025, 5, 31)),
        # In every third month: for the quarter that it ends.
        ((2, 5, 8, 11), "ธ.ค. 67, มี.ค. 68, มิ.ย. 68, ก.ย. 68", date(2024, 10, 1), date(2025, 9, 30)),
        ((5, 8, 11), "มี.ค. 68, มิ.ย. 68, ก.ย. 68", date(2025, 1, 1), date(2025, 9, 30)),
        ((1, 4, 7, 10), "พ.ย. 67, ก.พ. 68, พ.ค. 68, ส.ค. 68", date(2024, 10, 1), date(2025, 8, 31)),
        ((0, 1, 2, 6), "ต.ค.–ธ.ค. 67, เม.ย. 68", date(2024, 10, 1), date(2025, 4, 30)),
    ],
)  # fmt: skip
def test_ticked_months_are_named_without_the_heading_above_them(
    ticked: Sequence[int], words: str, start: date, end: date
) -> None:
    cells = ["✓" if at in ticked else None for at in range(12)]
    rows = (
        AGENCY,
        (*FIRST, "ระยะเวลา (ปี พ.ศ. 2567 - 2568)", *[None] * 11),
        (None, None, None, None, *MONTHS),
        (*MEASURE, *cells),
    )
    merges = ["E2:P2", *(f"{letter}2:{letter}3" for letter in "ABCD")]
    [measure] = ita_data.load("x", xlsx_bytes({"แผน": rows}, {"แผน": merges})).report.measures
    assert (measure.period_text, measure.start, measure.end) == (words, start, end)


def test_columns_that_are_used_without_a_field_are_known_by_their_place() -> None:
    marks = loaded(["ระยะเวลา"], [None, "X", "X", None])
    assert used_besides(marks) == {("แผน", 6): "period", ("แผน", 7): "period"}
    numbers = loaded(["แผน", "ผล"], [1, None, 1, None, None, 2, None, None])
    assert used_besides(numbers) == dict.fromkeys([("แผน", 5), ("แผน", 7), ("แผน", 10)], "amount")


@pytest.mark.parametrize(
    ("headers", "words", "end"),
    [
        (("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"), "ต.ค. 67, พ.ย. 67", date(2024, 11, 30)),
        (("ต.ค.-๖๗", "พ.ย.-๖๗", "ธ.ค.-๖๗"), "ต.ค. 67, พ.ย. 67", date(2024, 11, 30)),
        (("ตุลาคม 2567", "พฤศจิกายน 2567", "ธันวาคม 2567"), "ต.ค. 67, พ.ย. 67", date(2024, 11, 30)),
        (("ไตรมาส 1/68", "ไตรมาส 2/68", "Q3/68"), "ไตรมาส 1/68, ไตรมาส 2/68", date(2025, 3, 31)),
    ],
)  # fmt: skip
def test_months_and_quarters_with_their_year_are_a_header(
    headers: Sequence[str], words: str, end: date
) -> None:
    rows = (AGENCY, (*FIRST, *headers), (*MEASURE, "✓", "✓", None))
    [measure] = ita_data.load("x", xlsx_bytes({"ก": rows})).report.measures
    assert (measure.period_text, measure.start, measure.end) == (words, date(2024, 10, 1), end)


def test_a_period_in_words_beats_the_marks() -> None:
    rows = (
        AGENCY, (*FIRST, "ระยะเวลา", "ต.ค.", "พ.ย.", "ธ.ค."),
        (*MEASURE, "ม.ค. - มี.ค. 68", "X", None, None),
    )  # fmt: skip
    [measure] = ita_data.load("x", xlsx_bytes({"ก": rows})).report.measures
    assert (measure.start, measure.end) == (date(2025, 1, 1), date(2025, 3, 31))


def test_marks_without_a_year_are_asked_about() -> None:
    rows = ((*FIRST, *QUARTERS), (*MEASURE, None, "X", None, None))
    read = ita_data.load("x", xlsx_bytes({"ก": rows}))
    [measure] = read.report.measures
    assert (measure.period_text, measure.start) == ("ไตรมาส 2", None)
    assert "period-unreadable" in [finding.code for finding in read.findings]


def test_planned_and_reported_numbers() -> None:
    read = loaded(["แผน", "ผล"], [1, 1, 1, 1, 1, "๒", None, None])
    [indicator], results = proposed(read)
    assert (indicator.name, indicator.target, indicator.target_from) == (MEASURE[1], 4, "steps")
    assert indicator.cadence == Cadence(every_months=3)
    assert [(a.id, a.amount, a.basis, a.on) for a in results] == [
        (f"{indicator.id}-2567-12", 1, Basis.RECORDED, date(2024, 12, 31)),
        (f"{indicator.id}-2568-03", 2, Basis.RECORDED, date(2025, 3, 31)),
    ]


def test_the_plan_of_a_promise_is_that_promise() -> None:
    read = loaded(["เป้าหมาย", "ผลการดำเนินงาน"], [2, 0, 2, 0, 2, None, 1, None], "ประชุม 4 ครั้ง")
    [indicator], results = proposed(read)
    assert (indicator.target, indicator.unit, indicator.source is not None) == (4, "ครั้ง", True)
    assert [a.amount for a in results] == [2, 1]
    assert {a.indicator_id for a in results} == {indicator.id}


def test_another_total_is_an_indicator_of_its_own() -> None:
    indicators, _ = proposed(loaded(["แผน"], [1, 2, 1, 1], "ประชุม 4 ครั้ง"))
    assert [(i.target, i.cadence) for i in indicators] == [(4, Cadence()), (5, Cadence())]


def test_percentages_are_not_added() -> None:
    groups = ["แผน (ร้อยละ)", "ผล (ร้อยละ)"]
    [indicator], results = proposed(loaded(groups, [25, 50, 75, 100, 20, 45, None, None]))
    assert (indicator.target, indicator.unit, indicator.level) == (100, "ร้อยละ", True)
    assert [a.amount for a in results] == [20, 45]


def test_prose_of_the_quarters_is_the_output() -> None:
    read = loaded(["ผลการดำเนินงาน"], ["ประชุม 1 ครั้ง", None, "ประชุม 2 ครั้ง", None])
    [measure] = read.report.measures
    assert measure.output == "ประชุม 1 ครั้ง\nประชุม 2 ครั้ง"
    assert measure.amounts == ()


def test_numbers_under_months_that_say_nothing_stay_text() -> None:
    read = loaded(["ระยะเวลา"], [1, None, 2, None])
    [measure] = read.report.measures
    assert (measure.amounts, measure.start) == ((), None)
    assert measure.extra == {"ระยะเวลา ไตรมาส 1": "1", "ระยะเวลา ไตรมาส 3": "2"}


def test_numbers_alone_in_target_and_result_columns() -> None:
    rows = (
        AGENCY, (*FIRST, "เป้าหมาย", "หน่วยนับ", "ผลการดำเนินงาน"),
        (*MEASURE, 5, "เล่ม", "๓"), (2, "อบรม", "อบรม", "กองช่าง", "-", "คน", None),
    )  # fmt: skip
    indicators, results = proposed(ita_data.load("x", xlsx_bytes({"ก": rows})))
    assert [(i.target, i.unit, i.target_from) for i in indicators] == [
        (5, "เล่ม", "steps"), (None, "", "typed"),
    ]  # fmt: skip
    assert [(a.id, a.amount, a.basis, a.on) for a in results] == [
        (f"{indicators[0].id}-claim", 3, Basis.CLAIMED, None)
    ]


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        ("ร้อยละของผู้รับบริการที่พึงพอใจ", "ร้อยละ"),
        ("ระดับความพึงพอใจ (ร้อยละ)", "ร้อยละ"),
        ("จำนวนครั้งของการประชุม", "ครั้ง"),
        ("จำนวนคู่มือที่เผยแพร่", "คู่มือ"),
        ("ผลการประเมิน", ""),
    ],
)
def test_a_target_of_a_number_takes_its_unit_from_the_indicator(indicator: str, unit: str) -> None:
    rows = (
        AGENCY, (*FIRST, "ตัวชี้วัด", "ค่าเป้าหมาย", "ผลการดำเนินงาน"),
        (*MEASURE, indicator, 80, "ดำเนินการแล้ว"),
    )  # fmt: skip
    [measure] = ita_data.load("x", xlsx_bytes({"ก": rows})).report.measures
    assert [(a.kind, a.amount, a.unit) for a in measure.amounts] == [("target", 80, unit)]


def test_a_quarter_without_any_result_is_no_output() -> None:
    names = tuple(f"ไตรมาส {quarter}" for quarter in (1, 2))
    rows = (
        AGENCY, (*FIRST, *(cell for name in names for cell in (name, None)), "ผลลัพธ์"),
        (None, None, None, None, *("เป้า", "ผล") * 2), (*MEASURE, 2, 1, 3, None, "ดี"),
    )  # fmt: skip
    merges = ["E2:F2", "G2:H2", *(f"{letter}2:{letter}3" for letter in "ABCDI")]
    read = ita_data.load("x", xlsx_bytes({"ก": rows}, {"ก": merges}))
    [measure] = read.report.measures
    assert [(a.kind, a.amount) for a in measure.amounts] == [
        ("target", 2), ("result", 1), ("target", 3),
    ]  # fmt: skip
    assert [c.field for c in read.tables[0].columns[4:]] == [None, None, None, None, "outcome"]


def test_months_with_a_plan_and_a_result_under_each() -> None:
    months = ("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67")
    rows = (
        AGENCY, (*FIRST, *(cell for month in months for cell in (month, None))),
        (None, None, None, None, *("แผน", "ผล") * 3),
        (*MEASURE, 1, 1, 1, 0, 1, None),
    )  # fmt: skip
    merges = ["E2:F2", "G2:H2", "I2:J2", *(f"{letter}2:{letter}3" for letter in "ABCD")]
    [indicator], results = proposed(ita_data.load("x", xlsx_bytes({"ก": rows}, {"ก": merges})))
    assert (indicator.target, indicator.cadence) == (3, Cadence(every_months=1))
    assert [(a.amount, a.on) for a in results] == [
        (1, date(2024, 10, 31)), (0, date(2024, 11, 30)),
    ]  # fmt: skip


def test_the_officers_matching_stays() -> None:
    read = loaded(["แผน"], [1, 1, 1, 1])
    choices = Choices(columns={read.tables[0].signature: {5: "remarks"}})
    rows = (
        AGENCY, (*FIRST, "แผน", None, None, None), (None,) * 4 + QUARTERS,
        (*MEASURE, 1, 1, 1, 1),
    )  # fmt: skip
    merges = ["E2:H2", *(f"{letter}2:{letter}3" for letter in "ABCD")]
    data = xlsx_bytes({"แผน": rows}, {"แผน": merges})
    [measure] = ita_data.load("x", data, choices=choices).report.measures
    assert (measure.remarks, len(measure.amounts)) == ("1", 3)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("แผน ต.ค.", "target"), ("เป้าหมาย ไตรมาส 1", "target"), 
        ("ผลการดำเนินงานตามแผน Q1", "result"),
        ("แผนการดำเนินงาน ผล", "target"), ("ไตรมาสที่ ๑", None), ("ทำได้จริง ตุลาคม", "result"),
    ],
)  # fmt: skip
def test_what_a_column_holds(header: str, role: str | None) -> None:
    assert is_period(header) or header == "แผนการดำเนินงาน ผล"
    assert role_of(header) == role
