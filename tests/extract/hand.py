"""Grids made by hand, as the readers give them."""

from collections.abc import Mapping, Sequence
from typing import Any

from ita_data.extract import extract
from ita_data.grid import Grid, Merge, Value, Workbook
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings

TITLE = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. 2568"
AGENCY = "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง"
HEADER = (
    "ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
    "ผู้รับผิดชอบ", "ผลการดำเนินการ (output)", "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
)  # fmt: skip
PERIOD = "1 ต.ค. 2567 - 30 ก.ย. 2568"


def measure_row(number: Value = 1, title: str = "จัดทำคู่มือ", **cells: Value) -> tuple[Value, ...]:
    """A row of the official table, with its usual cells where nothing else is given."""
    given = {
        "steps": "ทบทวนคู่มือ", "period": PERIOD, "department": "สำนักปลัด",
        "output": "ปรับปรุงแล้ว", "outcome": "ประชาชนเข้าใจ",
    } | cells  # fmt: skip
    return (number, title, *(given[name] for name in given))


def grid(
    *rows: Sequence[Value], sheet: str = "แผ่น1", merges: Sequence[str] = (), **more: Any
) -> Grid:
    """A grid whose first row is row 1; None and "" are empty cells. Merges as "A1:C1"."""
    cells = {
        at: {c: v for c, v in enumerate(row, start=1) if v not in (None, "")}
        for at, row in enumerate(rows, start=1)
    }
    filled = {at: row for at, row in cells.items() if row}
    return Grid(sheet=sheet, rows=filled, merges=tuple(map(_merge, merges)), **more)


def _merge(address: str) -> Merge:
    (left, top), (right, bottom) = map(_cell, address.split(":"))
    return Merge(top=top, left=left, bottom=bottom, right=right)


def _cell(address: str) -> tuple[int, int]:
    return ord(address[0]) - ord("A") + 1, int(address[1:])


def read(*grids: Grid, choices: Choices | None = None) -> Loaded:
    """The reading of a workbook that has these grids."""
    workbook = Workbook(name="รายงาน.xlsx", format="xlsx", grids=grids)
    return extract(workbook, settings=Settings(), choices=choices or Choices())


def official(*rows: Sequence[Value], **more: Any) -> Grid:
    """A grid with the official titles and header over some rows; rows begin at row 4."""
    return grid((TITLE,), (AGENCY,), HEADER, *rows, **more)


def codes(loaded: Loaded) -> list[tuple[str, str | None]]:
    """(code, cell) of every finding, in order."""
    return [(f.code, f.place.cell if f.place else None) for f in loaded.findings]


def fields(loaded: Loaded, table: int = 0) -> Mapping[str, str | None]:
    """The field of each column of a table by its header."""
    return {column.header: column.field for column in loaded.tables[table].columns}
