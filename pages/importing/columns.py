"""How the file's columns were understood; another choice reads the file again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, get_args

import streamlit as st

from ita_data.extract.by_period import is_period
from ita_data.loaded import MatchedColumn, MatchedTable, used_besides
from ita_data.model import Field
from ita_data.review import Review, with_columns
from ita_data.words import FIELD_WORDS
from pages import widgets
from pages.importing.desk import Desk
from pages.widgets.fields import choice_field

AS_TEXT = "เก็บเป็นข้อความเพิ่มเติม"
CHOICES: list[Field | None] = [None, *get_args(Field)]
SURE = 0.999
Use = Literal["period", "amount"]
Used = Mapping[tuple[str, int], Use]
USED: Mapping[Use, str] = {"period": "ใช้เป็นระยะเวลา", "amount": "ใช้เป็นจำนวนของช่วงเวลา"}


def columns(here: Desk) -> None:
    """Each different table once, with its header, first value and what it is taken for."""
    st.subheader("๒ การจับคู่คอลัมน์")
    tables = _different(here.review.loaded.tables)
    used = used_besides(here.review.loaded)
    if not tables:
        st.html('<p class="ita-quiet">ไม่พบตารางในไฟล์นี้ จึงไม่มีคอลัมน์ให้จับคู่</p>')
    clear = bool(here.review.loaded.report.measures) and all(map(_clear, tables))
    for table in tables:
        with st.expander(_title(table, used), expanded=not (clear and _clear(table))):
            _table(here, table, used)


def _table(here: Desk, table: MatchedTable, used: Used) -> None:
    if not table.recognised:
        st.warning(
            "ไม่พบแถวหัวตารางที่รู้จักในตารางนี้ โปรดเลือกว่าแต่ละคอลัมน์คืออะไร "
            "อย่างน้อยคอลัมน์มาตรการ/โครงการ/กิจกรรม ระบบจะจำไว้ใช้กับไฟล์ที่มีหัวตารางเดียวกัน",
            icon=":material/table_view:",
        )
    for at in range(0, len(table.columns), 2):  # two by two: on a phone the order stays
        for place, column in zip(st.columns(2), table.columns[at : at + 2], strict=False):
            with place:
                _column(here, table, column, _use(table, column, used))


def _column(here: Desk, table: MatchedTable, column: MatchedColumn, use: Use | None) -> None:
    header = widgets.inline(column.header) or f"คอลัมน์ที่ {column.column} (ไม่มีหัวตาราง)"

    def save(field: Field | None) -> None:
        here.saving(_matched, table, column.column)(field)

    choice_field(
        header,
        CHOICES,
        column.field,
        save,
        key=here.name("column", table.signature, column.column),
        words=lambda name: FIELD_WORDS[name] if name else USED[use] if use else AS_TEXT,
    )
    sample = " ".join(column.sample.split())
    shown = f"เช่น “{sample[:80]}{'…' if len(sample) > 80 else ''}”" if sample else "ไม่มีข้อความ"
    unsure = "" if column.certainty >= SURE or not column.field else " · ไม่แน่ใจ โปรดตรวจสอบ"
    st.html(f'<p class="ita-quiet">{widgets.escape(shown + unsure)}</p>')


def _use(table: MatchedTable, column: MatchedColumn, used: Used) -> Use | None:
    """What an unmatched column is used for; a month that nothing stands in as its neighbours."""
    empty = not column.sample and is_period(column.header) and "period" in used.values()
    return used.get((table.sheet, column.column), "period" if empty else None)


def _matched(review: Review, table: MatchedTable, column: int, field: Field | None) -> Review:
    return replace(review, choices=with_columns(review.choices, table, {column: field}))


def _different(tables: tuple[MatchedTable, ...]) -> list[MatchedTable]:
    """One table of each header: a header repeated on every page is matched once."""
    first: dict[str, MatchedTable] = {}
    for table in tables:
        first.setdefault(table.signature, table)
    return list(first.values())


def _clear(table: MatchedTable) -> bool:
    sure = all(c.certainty >= SURE for c in table.columns if c.field)
    return table.recognised and sure


def _title(table: MatchedTable, used: Used) -> str:
    known = sum(
        column.field is not None or _use(table, column, used) is not None
        for column in table.columns
    )
    state = f"จับคู่แล้ว {known} จาก {len(table.columns)} คอลัมน์"
    return widgets.plain(
        f"{table.sheet}: {state}" if table.recognised else f"{table.sheet}: โปรดจับคู่"
    )
