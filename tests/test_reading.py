"""Whole files: the real document and what it becomes in other formats, and the cases folder."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ita_data
from ita_data.inspection import inspection
from tests.cases import grid_files
from tests.cases.make import reading_of
from tests.writing import docx_bytes, text_bytes, xlsx_bytes

CASES = Path(__file__).parent / "cases"
Gold = dict[str, Any]


def squashed(value: Any) -> Any:
    """Without white space: the real document has spaces inside words."""
    return "".join(value.split()) if isinstance(value, str) else value


def as_gold(data: bytes, gold: Gold, name: str = "รายงาน") -> Gold:
    """What was read, cut to the keys of the gold, texts without white space."""
    got = inspection(ita_data.load(name, data))
    cut = {key: got[key] for key in gold}
    cut["measures"] = [cut_measure(measure, gold["measures"][0]) for measure in got["measures"]]
    return cut


def cut_measure(measure: Gold, keys: Gold) -> Gold:
    return {key: squashed(measure[key]) if key in PROSE else measure[key] for key in keys}


PROSE = {"title", "steps", "period_text", "departments_text", "output", "outcome"}


@pytest.fixture(scope="session")
def seed_answer(seed_gold: Gold) -> Gold:
    """The gold, with its prose squashed like what is read."""
    measures = [cut_measure(m, seed_gold["measures"][0]) for m in seed_gold["measures"]]
    return seed_gold | {"measures": measures}


@pytest.fixture(scope="session")
def seed_rows(seed_bytes: bytes) -> list[list[str]]:
    """The real document's lines as rows of cells."""
    return [line.split("\t") for line in seed_bytes.decode("utf-8").splitlines()]


@pytest.fixture(scope="session")
def seed_pages(seed_rows: list[list[str]]) -> list[list[list[str]]]:
    """Its tables, each with the header that begins it."""
    pages: list[list[list[str]]] = []
    for row in seed_rows:
        if row[0] == "ลำดับที่":
            pages.append([])
        if len(row) > 1:
            pages[-1].append(row)
    return pages


def test_the_real_document_reads_exactly(seed_bytes: bytes, seed_answer: Gold) -> None:
    assert as_gold(seed_bytes, seed_answer) == seed_answer


def test_the_real_document_has_its_lines_and_findings(seed_bytes: bytes, seed_gold: Gold) -> None:
    loaded = ita_data.load("x", seed_bytes)
    sixth = loaded.report.measures[5]
    assert sixth.steps.split("\n") == seed_gold["measures"][5]["steps"].split("\n")
    assert sum(len(measure.quantities) for measure in loaded.report.measures) == 24
    assert [(f.code, f.place and f.place.cell) for f in loaded.findings] == [
        ("agency-differs", "A8"), ("markup", "C30"), ("markup", "F30"), ("markup", "G30"),
    ]  # fmt: skip
    assert "เทศบาลตำบลมะเขือ" in loaded.findings[0].message
    assert "เทศบาลตำบลนามะเขือ" in loaded.findings[0].message
    assert loaded.report.notes == ()
    assert [place.row for place in sixth.cells["output"]] == [30]


def test_the_real_document_as_tsv_and_csv(seed_rows: list[list[str]], seed_answer: Gold) -> None:
    for delimiter in ("\t", ",", ";"):
        assert as_gold(text_bytes(seed_rows, delimiter), seed_answer) == seed_answer
    thai = text_bytes(seed_rows, ",", "cp874")
    assert as_gold(thai, seed_answer) == seed_answer


def test_the_real_document_as_one_sheet(seed_rows: list[list[str]], seed_answer: Gold) -> None:
    titles = [at for at, row in enumerate(seed_rows, start=1) if len(row) == 1 and row[0]]
    merges = {"รายงาน": [f"A{at}:G{at}" for at in titles]}
    assert as_gold(xlsx_bytes({"รายงาน": seed_rows}, merges), seed_answer) == seed_answer


def test_the_real_document_over_several_sheets(
    seed_rows: list[list[str]], seed_pages: list[list[list[str]]], seed_answer: Gold
) -> None:
    titles = [row for row in seed_rows if len(row) == 1]
    sheets = {"ปก": titles} | {f"หน้า {at}": page for at, page in enumerate(seed_pages, start=1)}
    assert as_gold(xlsx_bytes(sheets), seed_answer) == seed_answer


def test_the_real_document_in_word(
    seed_rows: list[list[str]], seed_pages: list[list[list[str]]], seed_answer: Gold
) -> None:
    titles = [row[0] for row in seed_rows if len(row) == 1 and row[0]]
    assert as_gold(docx_bytes([*titles, *seed_pages]), seed_answer) == seed_answer
    unheaded = [seed_pages[0], *(page[1:] for page in seed_pages[1:])]
    assert as_gold(docx_bytes([*titles, *unheaded]), seed_answer) == seed_answer


def cases() -> list[Path]:
    """Every file of tests/cases that has a gold beside it."""
    return [p for p in sorted(CASES.iterdir()) if p.suffix not in (".py", ".json", "")]


@pytest.mark.parametrize("case", cases(), ids=lambda path: path.name)
def test_a_case_reads_as_its_gold(case: Path) -> None:
    gold = json.loads(case.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert reading_of(case) == gold


def test_every_gold_has_its_case() -> None:
    golds = {path.name.removesuffix(".gold.json") for path in CASES.glob("*.gold.json")}
    assert golds == {path.stem for path in cases()}
    assert len(golds) >= 60


@pytest.mark.parametrize("name", grid_files.cases())
def test_a_gold_says_what_the_agency_wrote(name: str) -> None:
    gold = json.loads((CASES / name).with_suffix(".gold.json").read_text(encoding="utf-8"))
    said = grid_files.truth(name)
    assert grid_files.cut(gold, said) == said


def test_days_of_a_workbook_keep_their_place() -> None:
    header = ("ที่", "มาตรการ", "ขั้นตอน", "วันเริ่มต้น", "วันสิ้นสุด", "ผู้รับผิดชอบ", "ผลผลิต", "ผลลัพธ์")
    row = (1, "ก", "ข", date(2024, 10, 1), date(2025, 9, 30), "กองคลัง", "ค", "ง")
    [measure] = ita_data.load("x", xlsx_bytes({"ก": [header, row]})).report.measures
    assert (measure.start, measure.end) == (date(2024, 10, 1), date(2025, 9, 30))
    assert [place.cell for place in measure.cells["start"]] == ["D2"]


HEADER = (
    "ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
    "ผู้รับผิดชอบ", "ผลการดำเนินการ (output)", "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
)  # fmt: skip
WORDS = st.lists(
    st.sampled_from(
        [
            "จัดทำ",
            "คู่มือ",
            "๓ เล่ม",
            "เผยแพร่",
            "Website,",
            "“ข้อมูล”",
            "ร้อยละ 80",
            "2568;",
            "ข่าวสาร",
            "ก/ข",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
PROSE_CELL = st.one_of(st.just(""), WORDS, st.tuples(WORDS, WORDS).map("\n".join))
ROWS = st.lists(st.tuples(WORDS, PROSE_CELL, PROSE_CELL, PROSE_CELL), min_size=1, max_size=6)


@settings(max_examples=40)
@given(rows=ROWS, thai_digits=st.booleans(), kind=st.sampled_from(["csv", "tsv", "xlsx"]))
def test_a_written_report_reads_back_the_same_texts(
    rows: list[tuple[str, str, str, str]], thai_digits: bool, kind: str
) -> None:
    table = [HEADER] + [
        (digits(at, thai_digits), title, steps, "1 ต.ค. 67 - 30 ก.ย. 68", "กองคลัง", output, outcome)
        for at, (title, steps, output, outcome) in enumerate(rows, start=1)
    ]  # fmt: skip
    data = (
        xlsx_bytes({"รายงาน": table})
        if kind == "xlsx"
        else text_bytes(table, "," if kind == "csv" else "\t")
    )
    measures = ita_data.load("x", data).report.measures
    assert [(m.title, m.steps, m.output, m.outcome) for m in measures] == rows
    assert [m.number for m in measures] == list(range(1, len(rows) + 1))


def digits(number: int, thai: bool) -> str:
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) if thai else str(number)
