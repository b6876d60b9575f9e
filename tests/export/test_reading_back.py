"""What leaves as Excel comes back as the same report: sample, seed, and whatever may be typed."""

from dataclasses import fields, replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.export.excel import summary_workbook
from ita_data.extract import extract
from ita_data.grid import Grid, Workbook
from ita_data.loaded import Choices
from ita_data.model import Measure, Report, TrackedReport
from ita_data.reading import load
from ita_data.settings import Settings
from ita_data.words import FIELD_WORDS
from sample_data import files
from tests.export.tracked import progress_of


def again(report: Report) -> Report:
    record = TrackedReport(report=report)
    return load("x.xlsx", summary_workbook(record, progress_of(record, date(2026, 6, 30)))).report


def said(report: Report) -> dict[str, Any]:
    """Everything a report says, without where it was said."""
    words = {f.name: getattr(report, f.name) for f in fields(Report)}
    words["notes"] = [note.text for note in report.notes]
    words["measures"] = [_said(measure) for measure in report.measures]
    del words["places"]
    return words


def _said(measure: Measure) -> dict[str, Any]:
    places = {"place", "cells"}
    return {f.name: getattr(measure, f.name) for f in fields(Measure) if f.name not in places}


@pytest.mark.parametrize("made", [files.as_xlsx, files.as_csv, files.as_docx])
def test_the_sample_comes_back(made: Any) -> None:
    report = load("report", made()).report
    assert said(again(report)) == said(report)


def test_the_seed_comes_back(seed_bytes: bytes) -> None:
    report = load("report", seed_bytes).report
    assert said(again(report)) == said(report)


COLUMNS = (
    "number", "title", "steps", "period_text", "departments_text", "output", "outcome",
    "budget_thb", "declared_status", "evidence", "remarks", "target",
)  # fmt: skip
TOKENS = st.sampled_from(
    ["จัดทำคู่มือ", "จำนวน ๗ เล่ม", "ทุกๆ ๓ เดือน", "ร้อยละ 80", "=1+1", "+66", "-", "@", "1.", "๒)", "🙂",
     "a < b & c", '"คำ"', "https://www.a.example/1?x=2&y=3", "น้ำ", "กำ้", "ถัดไป ", " เว้น", "\t",
     "{}", "%s"]
)  # fmt: skip
LINES = st.lists(TOKENS, min_size=1, max_size=6).map("".join).map(str.strip).filter(bool)
TEXTS = st.lists(LINES, max_size=4).map("\n".join)
ROWS = st.fixed_dictionaries(
    {
        "title": LINES.map(lambda line: f"มาตรการ {line}"),
        "steps": TEXTS,
        "period_text": st.sampled_from(
            ["1 ต.ค. 68 – 30 ก.ย. 69", "ไตรมาส 2", "ตลอดปี", "เมื่อพร้อม", "", "1/10/2568 - 31/3/2569"]
        ),
        "departments_text": st.sampled_from(["กองคลัง", "สำนักปลัด กองช่าง", "นิติกร", "ทุกกอง", ""]),
        "output": TEXTS,
        "outcome": TEXTS,
        "budget_thb": st.sampled_from(["", "20,000", "ไม่ใช้งบประมาณ", "-", "15000.50", "ตามจ่ายจริง"]),
        "declared_status": st.sampled_from(["", "แล้วเสร็จ", "ยังไม่ได้ดำเนินการ", "50%"]),
        "evidence": st.sampled_from(
            [
                "",
                "https://www.a.example/a.pdf",
                "ภาพ 1.jpg",
                "ประกาศ https://www.a.example/b\nภาพ 2.jpg",
            ]
        ),
        "remarks": TEXTS,
        "target": TEXTS,
        "พื้นที่": st.sampled_from(["", "หมู่ที่ 3", "ทั้งตำบล"]),
    }
)
TITLES = st.sampled_from(
    [
        (),
        ("เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง", "ปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("องค์การบริหารส่วนตำบลทุ่งฝัน อำเภอเมืองสมมติ จังหวัดตัวอย่าง", "ประจำปีงบประมาณ 2568"),
        ("สำนักงานเขตสวนแก้ว กรุงเทพมหานคร", "ปีงบประมาณ 2569"),
    ]
)
NOTES = st.sampled_from(
    [(), ("หมายเหตุ: ข้อมูลเบื้องต้น",), ("ลงชื่อ ................ ผู้รายงาน", "( สมใจ )")]
)


def _read(titles: tuple[str, ...], rows: list[dict[str, str]], notes: tuple[str, ...]) -> Report:
    """The report of a sheet with those titles, rows and lines below."""
    numbers = count(1)
    sheet: dict[int, dict[int, str]] = {next(numbers): {1: title} for title in titles}
    headers = [*(FIELD_WORDS[name] for name in COLUMNS), "พื้นที่"]
    sheet[next(numbers)] = dict(enumerate(headers, start=1))
    for at, row in enumerate(rows, start=1):
        values = [str(at), *(row[name] for name in COLUMNS[1:]), row["พื้นที่"]]
        sheet[next(numbers)] = {c: text for c, text in enumerate(values, start=1) if text}
    sheet |= {next(numbers): {1: note} for note in notes}
    book = Workbook(name="x", format="xlsx", grids=(Grid(sheet="แผ่นงาน", rows=sheet),))
    return extract(book, settings=Settings(), choices=Choices()).report


@settings(max_examples=40)
@given(TITLES, st.lists(ROWS, min_size=1, max_size=4), NOTES)
def test_any_report_comes_back(
    titles: tuple[str, ...], rows: list[dict[str, str]], notes: tuple[str, ...]
) -> None:
    report = _read(titles, rows, notes)
    assert len(report.measures) == len(rows)
    assert said(again(report)) == said(report)


ROW = dict.fromkeys((*COLUMNS[1:], "พื้นที่"), "") | {"title": "มาตรการ", "output": "ทำแล้ว"}


def test_a_text_of_many_cells_comes_back_whole() -> None:
    long = "\n".join(f"ลำดับงาน {i} ปลูกต้นไม้ริมคลองและรดน้ำทุกเย็น" for i in range(4_000))
    # Beginnings that would end a table, were the rows below not numbered as their measure's.
    long += "\n" + "\n".join(["ลงชื่อ ก", "หมายเหตุ ข", "เรียน ค", "รวม"] * 6_000)
    report = _read((), [ROW | {"steps": long}, ROW | {"title": "มาตรการถัดไป"}], ())
    report = replace(report, measures=(replace(report.measures[0], steps=long), report.measures[1]))
    assert [m.steps for m in again(report).measures] == [long, ""]


def test_days_that_the_words_do_not_say_come_back() -> None:
    report = _read((), [ROW | {"period_text": "เมื่อพร้อม"}], ())
    days = {"start": date(2025, 11, 3), "end": date(2026, 2, 27)}
    corrected = replace(report, measures=(replace(report.measures[0], **days),))
    assert said(again(corrected)) == said(corrected)
