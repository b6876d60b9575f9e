"""Columns under headers that resemble nothing: known by every one of their cells, and told."""

import pytest

from ita_data.grid import Value
from ita_data.loaded import Choices, Loaded
from ita_data.model import Measure
from tests.extract.hand import AGENCY, TITLE, codes, grid, read

FIRST = ("ที่", "มาตรการ", "ขั้นตอน", "ผลผลิต")


def beside(header: str, *cells: Value, choices: Choices | None = None) -> Loaded:
    """A table with one more column, whose header nobody knows."""
    rows = [(n, f"เรื่องที่ {n}", "ทำ", "ทำแล้ว", cell) for n, cell in enumerate(cells, start=1)]
    return read(grid((TITLE,), (AGENCY,), (*FIRST, header), *rows), choices=choices)


@pytest.mark.parametrize(
    ("cells", "field", "first"),
    [
        (("กองคลัง", "สำนักปลัด กองช่าง"), "departments", ("กองคลัง",)),
        (("แล้วเสร็จ", "อยู่ระหว่างดำเนินการ"), "declared_status", "แล้วเสร็จ"),
        (("ต.ค. 67 - ก.ย. 68", "ธ.ค. 67"), "period_text", "ต.ค. 67 - ก.ย. 68"),
    ],
)
def test_every_cell_says_the_same_kind_of_thing(
    cells: tuple[str, ...], field: str, first: object
) -> None:
    found = beside("เบ็ดเตล็ด", *cells)
    assert getattr(found.report.measures[0], field) == first
    assert [code for code, _ in codes(found)].count("column-guessed") == 1


@pytest.mark.parametrize(
    "cells",
    [
        ("กองคลัง", "ดูภาคผนวก"),
        ("กองคลัง",),
        ("กองคลัง " * 40, "กองช่าง"),
        ("แล้วเสร็จ", "แล้วเสร็จตามกำหนดทุกข้อโดยไม่มีเรื่องใดค้างเลย"),
    ],
)
def test_one_cell_that_says_another_thing_leaves_the_column_as_it_stands(
    cells: tuple[str, ...],
) -> None:
    found = beside("เบ็ดเตล็ด", *cells).report.measures[0]
    assert found.departments == ()
    assert found.declared_status is None
    assert found.extra["เบ็ดเตล็ด"] == " ".join(cells[0].split())


def test_what_stands_below_the_measures_says_nothing_of_a_column() -> None:
    rows = [(f"กอง{name}", n, "เรื่อง", "ทำ", "ทำแล้ว") for n, name in ((1, "คลัง"), (2, "ช่าง"))]
    below = (("ข้อมูล ณ วันที่ 30 มิถุนายน 2568",), (None, None, None, None, "นายสมมติ .............."))
    header = ("เบ็ดเตล็ด", "ลำดับ", "มาตรการ", "ขั้นตอน", "ผลผลิต")
    first, last = read(grid((TITLE,), (AGENCY,), header, *rows, *below)).report.measures
    assert (first.departments, last.departments) == (("กองคลัง",), ("กองช่าง",))
    assert last.output == "ทำแล้ว"


def test_the_officers_own_matching_stays() -> None:
    (table,) = beside("เบ็ดเตล็ด", "กองคลัง", "กองช่าง").tables
    said = Choices(columns={table.signature: {5: "remarks"}})
    measure: Measure = beside("เบ็ดเตล็ด", "กองคลัง", "กองช่าง", choices=said).report.measures[0]
    assert (measure.departments, measure.remarks) == ((), "กองคลัง")


def test_two_columns_that_the_officer_gave_the_title_are_both_looked_at() -> None:
    (table,) = beside("เบ็ดเตล็ด", "กองคลัง", "กองช่าง").tables
    said = Choices(columns={table.signature: {2: "title", 3: "title"}})
    first, last = beside("เบ็ดเตล็ด", "กองคลัง", "กองช่าง", choices=said).report.measures
    assert first.title == "เรื่องที่ 1\nทำ"
    assert (first.departments, last.departments) == (("กองคลัง",), ("กองช่าง",))
