"""The tracking workbook reads back to the same records, also after LibreOffice saved it."""

import io
import subprocess
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ita_data
from ita_data.changes import carry_over, next_year
from ita_data.export.template import tracking_workbook
from ita_data.model import (
    Actual,
    Basis,
    Cadence,
    Decision,
    Evidence,
    Indicator,
    Note,
    Source,
    TrackedReport,
)
from ita_data.review import finish, start
from tests.export import libreoffice
from tests.export.records import PLACE, measure, report
from tests.export.tracked import tracked

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")


def full() -> TrackedReport:
    """Something in every column of every sheet."""
    own = tracked(
        report(
            measure(1, declared_status="แล้วเสร็จ", budget_thb=5000, target="๓ ต้น"),
            measure(2, title="ชื่อเดียวกัน", extra={"พื้นที่": "หมู่ที่ 4"}),
            measure(7, number=None, title="ไม่มีลำดับที่"),
            form="annual-report",
            notes=(Note(text="ขอรับรองว่าเป็นความจริง", place=PLACE),),
        )
    )
    source = Source(column="output", text="จำนวน ๓ ต้น", start=9, end=20)
    more = Indicator(
        id="m7-1", measure_id="m7", name="ปลูกต้นไม้", target=2.5, unit="ร้อยละ", level=True,
        comparison="<=", cadence=Cadence(every_days=7), department="กองช่าง", source=source,
        target_from="steps", decision=Decision.CORRECTED,
    )  # fmt: skip
    results = (
        Actual(
            id="r1", indicator_id="m7-1", amount=1.5, basis=Basis.RECORDED, on=date(2025, 11, 3),
            note="=1+1", recorded_by="สมมติ", recorded_at=datetime(2025, 11, 4, 9, 30),
            evidence=(
                Evidence(address="https://a.example/1", label="ภาพถ่าย"),
                Evidence(address="ไฟล์.pdf", sha256="ab"),
            ),
        ),
        Actual(id="r2", indicator_id="m7-1", amount=2, basis=Basis.RECORDED, on=date(2025, 11, 9)),
        Actual(id="m7-1-claim", indicator_id="m7-1", amount=3, basis=Basis.CLAIMED, source=source),
    )  # fmt: skip
    claims = (replace(a, id=f"{a.indicator_id}-claim") if a.basis is Basis.CLAIMED else a
              for a in own.actuals)  # fmt: skip
    return replace(
        own, indicators=(*own.indicators, more), actuals=(*claims, *results),
    )  # fmt: skip


def read(data: bytes) -> TrackedReport:
    loaded = ita_data.load("แม่แบบ.xlsx", data)
    assert loaded.tracked is not None
    assert loaded.tracked.report == loaded.report
    return loaded.tracked


def bare(of: TrackedReport) -> TrackedReport:
    """Without the places of a file and what follows from the texts; results in one order."""
    measures = tuple(
        replace(m, place=PLACE, cells={}, quantities=(), departments=()) for m in of.report.measures
    )
    notes = tuple(replace(note, place=PLACE) for note in of.report.notes)
    return replace(
        of,
        report=replace(of.report, measures=measures, notes=notes, places={}),
        indicators=tuple(replace(i, source=_placeless(i.source)) for i in of.indicators),
        actuals=tuple(
            replace(a, source=_placeless(a.source)) for a in sorted(of.actuals, key=lambda a: a.id)
        ),
    )


def _placeless(source: Source | None) -> Source | None:
    return replace(source, place=None) if source else None


def changed(data: bytes, sheet: str, cells: dict[str, Any]) -> bytes:
    """The workbook after an officer typed into it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell, value in cells.items():
        book[sheet][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_everything_reads_back() -> None:
    assert bare(read(tracking_workbook(full()))) == bare(full())


def test_the_same_report_gives_the_same_file() -> None:
    assert tracking_workbook(full()) == tracking_workbook(full())


def test_an_empty_template_says_only_that_it_is_empty() -> None:
    loaded = ita_data.load("แม่แบบ.xlsx", tracking_workbook())
    assert loaded.tracked == TrackedReport(report=loaded.report)
    codes = [finding.code for finding in loaded.findings]
    assert codes == ["no-measures", "agency-missing", "fiscal-year-missing"]


NEEDS_LIBREOFFICE = pytest.mark.skipif(libreoffice.ABSENT, reason="LibreOffice is not installed")


@NEEDS_LIBREOFFICE
def test_everything_reads_back_after_libreoffice(tmp_path: Path) -> None:
    typed = changed(tracking_workbook(full()), "ผลรายเดือน", {"G4": 4})
    (tmp_path / "a.xlsx").write_bytes(typed)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for kind in ("ods", "xlsx"):
        name = "a.xlsx" if kind == "ods" else "out/a.ods"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", "out", name],
            cwd=tmp_path, check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        again = read((tmp_path / "out" / f"a.{kind}").read_bytes())
        assert bare(again) == bare(read(typed))
    assert ("i1-2568-12", 4) not in [(a.id, a.amount) for a in again.actuals]
    assert {a.amount for a in again.actuals if a.id == "a1"} == {4}


@NEEDS_LIBREOFFICE
def test_an_edit_in_libreoffice_itself_is_read_and_nothing_else_changes(tmp_path: Path) -> None:
    own = tracking_workbook(full())
    row, proof = 4 + len(full().indicators), len(full().actuals) + 8
    typed = {
        "ผลรายเดือน!G4": "4",
        "ผลรายเดือน!E4": "๒",
        f"ตัวชี้วัด!B{row}": "1",
        f"ตัวชี้วัด!C{row}": "จัดอบรม",
        f"ตัวชี้วัด!E{row}": "1,250",
        f"ตัวชี้วัด!F{row}": "คน",
        f"ผลและหลักฐาน!A{proof}": "i1",
        f"ผลและหลักฐาน!B{proof}": "2025-10-05",
        f"ผลและหลักฐาน!F{proof}": "https://a.example/9",
    }
    expected = changed(own, "ผลรายเดือน", {"G4": 4, "E4": 2})
    expected = changed(
        expected, "ตัวชี้วัด", {f"B{row}": 1, f"C{row}": "จัดอบรม", f"E{row}": 1250, f"F{row}": "คน"}
    )
    day = datetime(2025, 10, 5)
    expected = changed(
        expected, "ผลและหลักฐาน",
        {f"A{proof}": "i1", f"B{proof}": day, f"F{proof}": "https://a.example/9"},
    )  # fmt: skip
    again = read(libreoffice.edited(own, typed, tmp_path))
    assert bare(again) == bare(read(expected))
    assert [i.target for i in again.indicators if i.name == "จัดอบรม"] == [1250]


def test_a_new_month_is_a_result_of_its_last_day() -> None:
    data = changed(tracking_workbook(full()), "ผลรายเดือน", {"E4": "๒", "P4": 0})
    new = [a for a in read(data).actuals if a.id.startswith("i1-25")]
    assert [(a.id, a.amount, a.on, a.basis) for a in new] == [
        ("i1-2568-10", 2, date(2025, 10, 31), Basis.RECORDED),
        ("i1-2569-09", 0, date(2026, 9, 30), Basis.RECORDED),
    ]


def test_a_proof_goes_to_the_result_of_its_month() -> None:
    data = changed(tracking_workbook(full()), "ผลรายเดือน", {"E4": 2})
    rows = len(full().actuals)  # any free row below the results
    cells = {f"A{rows + 8}": "i1", f"B{rows + 8}": datetime(2025, 10, 5),
             f"F{rows + 8}": "https://a.example/9"}  # fmt: skip
    data = changed(data, "ผลและหลักฐาน", cells)
    [new] = [a for a in read(data).actuals if a.id == "i1-2568-10"]
    assert [proof.address for proof in new.evidence] == ["https://a.example/9"]


def test_a_new_indicator_in_a_free_row() -> None:
    rows = 4 + len(full().indicators)
    typed = {
        f"B{rows}": 1,
        f"C{rows}": "จัดอบรม",
        f"E{rows}": 4,
        f"F{rows}": "ครั้ง",
        f"G{rows}": "ทุกไตรมาส",
    }
    data = changed(tracking_workbook(full()), "ตัวชี้วัด", typed)
    data = changed(data, "ผลรายเดือน", {f"E{rows}": 1})
    again = read(data)
    [new] = [i for i in again.indicators if i.name == "จัดอบรม"]
    assert (new.id, new.measure_id, new.target) == ("n1", "m1", 4)
    assert (new.cadence, new.decision) == (Cadence(every_months=3), Decision.ADDED)
    assert [a.amount for a in again.actuals if a.indicator_id == "n1"] == [1]


@pytest.mark.parametrize(
    ("sheet", "cells", "code"),
    [
        ("ตัวชี้วัด", {"B4": 99}, "indicator-without-measure"),
        ("ตัวชี้วัด", {"E4": "มาก"}, "amount-unread"),
        ("ผลรายเดือน", {"H4": "สาม"}, "amount-unread"),
        ("ผลรายเดือน", {"H20": 3}, "result-without-indicator"),
        ("ผลรายเดือน", {"F9": 9}, "month-differs"),
        ("ผลและหลักฐาน", {"A20": "i1", "C20": 3}, "result-without-day"),
        ("ผลและหลักฐาน", {"A20": "i1", "B20": date(2026, 8, 1), "F20": "x.pdf"},
         "proof-without-result"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said(sheet: str, cells: dict[str, Any], code: str) -> None:
    data = changed(tracking_workbook(full()), sheet, cells)
    found = [f for f in ita_data.load("x", data).findings if f.code == code]
    assert found
    assert all(f.place and f.place.sheet == sheet for f in found)


def test_columns_in_another_order_read_the_same() -> None:
    own = tracking_workbook(
        replace(full(), indicators=tuple(i for i in full().indicators if i.name != "=1+1"))
    )
    book = openpyxl.load_workbook(io.BytesIO(own))
    page = book["ตัวชี้วัด"]
    page.insert_cols(1)
    for row in range(1, page.max_row + 1):
        page.cell(row, 1).value, page.cell(row, 4).value = page.cell(row, 4).value, None
    out = io.BytesIO()
    book.save(out)
    assert read(out.getvalue()).indicators == read(own).indicators


def test_a_review_of_it_stores_its_results() -> None:
    loaded = ita_data.load("x", tracking_workbook(full()))
    assert bare(finish(start(loaded))) == bare(full())


def test_importing_it_again_changes_nothing_and_doubles_nothing() -> None:
    first = read(changed(tracking_workbook(full()), "ผลรายเดือน", {"E4": 2}))
    again = carry_over(first, first.report, (first.indicators, first.actuals))
    assert bare(again) == bare(first)


def test_a_corrected_month_takes_the_place_of_the_stored_result() -> None:
    data = changed(tracking_workbook(full()), "ผลรายเดือน", {"G4": 4})
    new = read(data)
    merged = carry_over(full(), new.report, (new.indicators, new.actuals))
    assert [a.amount for a in merged.actuals if a.id == "a1"] == [4]


def test_next_years_plan() -> None:
    plan = read(tracking_workbook(next_year(full())))
    first = plan.report.measures[0]
    assert plan.report.fiscal_year == 2570
    assert (first.start, first.end) == (date(2026, 10, 1), date(2027, 9, 30))
    assert (first.period_text, first.output) == ("1 ต.ค. 69 – 30 ก.ย. 70", "")
    assert first.steps == full().report.measures[0].steps
    assert plan.actuals == ()
    assert {i.decision for i in plan.indicators} == {Decision.PROPOSED}
    assert [(i.id, i.target) for i in plan.indicators] == [
        ("i1", 4), ("i2", 12), ("i3", None), ("i4", 5), ("m7-1", 2.5),
    ]  # fmt: skip


def test_it_prints_and_offers_choices() -> None:
    book = openpyxl.load_workbook(io.BytesIO(tracking_workbook(full())))
    assert book.sheetnames == [
        "คำแนะนำ", "หน่วยงาน", "มาตรการ", "ตัวชี้วัด", "ผลรายเดือน", "ผลและหลักฐาน", "รายการเลือก",
    ]  # fmt: skip
    assert book["รายการเลือก"].sheet_state == "hidden"
    page = book["ตัวชี้วัด"]
    lists = {str(v.sqref)[0] for v in page.data_validations.dataValidation if v.type == "list"}
    assert {"D", "F", "G", "H", "K"} <= lists
    assert page.page_setup.orientation == "landscape"
    assert page.print_title_rows == "$3:$3"
    assert page["C4"].font.name == "Sarabun"
    months = [cell.value for cell in book["ผลรายเดือน"][3]][4:]
    assert (months[0], months[-1], len(months)) == ("ต.ค. 68", "ก.ย. 69", 12)


WORDS = st.text(st.sampled_from("กขค๓3 =+-@\n“”,"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
AMOUNTS = st.one_of(st.integers(0, 10**6), st.floats(0, 10**6).map(lambda x: round(x, 4)))


@settings(max_examples=40)
@given(
    rows=st.lists(
        st.tuples(WORDS, st.none() | AMOUNTS, st.sampled_from(["=", ">=", "<="]), st.booleans(),
                  st.lists(st.tuples(AMOUNTS, st.dates(date(2025, 10, 1), date(2026, 9, 30))),
                           max_size=3)),
        max_size=4,
    )
)  # fmt: skip
def test_any_indicators_and_results_read_back(rows: list[Any]) -> None:
    own = TrackedReport(
        report=report(),
        indicators=tuple(
            Indicator(id=f"i{n}", measure_id="m1", name=name, target=target, unit="ครั้ง",
                      comparison=comparison, level=level, decision=Decision.ACCEPTED)
            for n, (name, target, comparison, level, _) in enumerate(rows)
        ),
        actuals=tuple(
            Actual(id=f"i{n}-r{k}", indicator_id=f"i{n}", amount=amount, on=on,
                   basis=Basis.RECORDED)
            for n, row in enumerate(rows) for k, (amount, on) in enumerate(row[4])
        ),
    )  # fmt: skip
    assert bare(read(tracking_workbook(own))) == bare(own)
