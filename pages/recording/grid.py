"""กรอกทั้งตาราง: indicators × months of the fiscal year, to type in or to paste into.

What is typed goes into the draft when the page is drawn next, cell by cell.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from ita_data.dates import fiscal_months, month_short, month_spans
from ita_data.recording import Cells, cell_key, problems, put_cell, shown
from ita_data.words import target_words
from pages import widgets
from pages.recording.cells import typed_cells
from pages.recording.copying import copying
from pages.recording.desk import Desk
from pages.recording.missing import missing, missing_words
from pages.recording.picking import by_urgency
from pages.widgets.keeping import kept, tell, told

ORDER = "record_order"
URGENT, AS_REPORTED = "ที่ครบกำหนดก่อน", "ตามลำดับในรายงาน"
SPAN = "record_span"
YEAR, NEAR = "ทั้งปี", "3 เดือนล่าสุด"
REVERTED = "record_reverted"
REVERTED_WORDS = "เดือนนั้นบันทึกไว้หลายครั้ง จึงลบทั้งช่องไม่ได้และแสดงค่าเดิม โปรดลบทีละผลที่ “ทีละตัวชี้วัด”"
HEIGHT, ROW, HEAD = 640, 36, 40
HOW = (
    "พิมพ์จำนวนที่ทำได้ของแต่ละเดือน หรือคัดลอกจาก Excel แล้ววางลงในช่องแรก ทุกช่องเก็บเป็นแบบร่างทันที "
    "ช่องที่มีตัวเลขอยู่แล้วคือผลรวมที่บันทึกไว้ ถ้าแก้หรือลบออกจะถามเหตุผลก่อนบันทึก"
)


def grid(here: Desk) -> None:
    """The table with what is missing, what was typed in it, and "same as last month"."""
    cells = Cells.of(here.opened.tracked)
    late = missing(here, cells)
    st.html(f'<p class="ita-quiet">{HOW}</p>{missing_words(late)}')
    told(REVERTED)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            "เรียงตัวชี้วัด", [URGENT, AS_REPORTED], default=URGENT, required=True, key=ORDER
        )
        span = st.segmented_control(
            "เดือนที่แสดง", [YEAR, NEAR], default=YEAR, required=True, key=SPAN
        )
        copying(here, cells)
    order = _order(here)
    frame = pd.DataFrame(list(_rows(here, cells, order, late)))
    st.data_editor(
        frame,
        key=_key(here),
        hide_index=True,
        num_rows="fixed",
        height=min(HEIGHT, HEAD + ROW * len(frame)),
        row_height=ROW,
        column_order=["name", "seen", *_months(here, span), "target"],
        column_config=_columns(here, late),
        disabled=["name", "seen", "target"],
    )
    typed_cells(here, cells)


def _months(here: Desk, span: str | None) -> list[str]:
    """The months shown: the whole year, or the last three up to today."""
    months = [month.isoformat() for month in fiscal_months(here.work.fiscal_year)]
    begun = [month for month in months if month <= here.today.isoformat()]
    return begun[-3:] or months[:3] if span == NEAR else months


def taken(here: Desk) -> Desk:
    """The desk with what was typed in the table since it was last drawn."""
    edits = dict(_edits(here))
    seen = st.session_state.get(_seen(here), {})
    new = {place: text for place, text in edits.items() if seen.get(place) != text}
    if not edits:
        # A table that is drawn anew knows no edits: the same one may be typed in it again.
        st.session_state.pop(_seen(here), None)
    if not new:
        return here

    @kept
    def keep() -> None:
        _keep(here, new)
        st.session_state[_seen(here)] = edits

    keep()
    return Desk.of(here.opened)


def _keep(here: Desk, new: Mapping[tuple[int, str], str]) -> None:
    cells, order = Cells.of(here.opened.tracked), _order(here)
    typed = {cell_key(order[row], date.fromisoformat(column)): text
             for (row, column), text in new.items() if row < len(order)}  # fmt: skip

    def change(work: Any) -> Any:
        for key, text in typed.items():
            work = put_cell(work, cells, key, text)
        return work

    here.keep(change)
    emptied = [key for key, text in typed.items() if not text.strip()]
    if emptied:
        here.drafts.fields_anew()  # the table shows an emptied cell as "None"
    if any(len(cells.results.get(key, ())) > 1 for key in emptied):
        tell(REVERTED, REVERTED_WORDS, "note")


def _edits(here: Desk) -> Iterator[tuple[tuple[int, str], str]]:
    """Every cell that was typed in this session, by row and column."""
    state = st.session_state.get(_key(here)) or {}
    for row, columns in state.get("edited_rows", {}).items():
        for column, value in columns.items():
            yield (int(row), column), "" if value is None else str(value)


def _key(here: Desk) -> str:
    """The table's name: another one for another order of its rows."""
    order = 1 if st.session_state.get(ORDER, URGENT) == AS_REPORTED else 0
    return here.name("grid", here.opened.number, here.opened.as_of, order)


def _seen(here: Desk) -> str:
    return f"{_key(here)}-seen"


def _order(here: Desk) -> list[str]:
    if st.session_state.get(ORDER, URGENT) == URGENT:
        return by_urgency(here)
    place = {m.id: n for n, m in enumerate(here.opened.tracked.report.measures)}
    return sorted(here.indicators, key=lambda one: place[here.indicators[one].measure_id])


def _rows(
    here: Desk, cells: Cells, order: list[str], late: Mapping[str, tuple[date, ...]]
) -> Iterator[dict[str, str]]:
    months = fiscal_months(here.work.fiscal_year)
    wrong = {one.subject for one in problems(here.work, here.opened.tracked, here.today)}
    for one in order:
        indicator = here.indicators[one]
        yield {
            "name": here.names[one],
            "seen": _seen_words(one, months, wrong, late.get(one, ())),
            "target": target_words(indicator),
            **{month.isoformat(): shown(here.work, cells, cell_key(one, month))
               for month in months},
        }  # fmt: skip


def _seen_words(one: str, months: tuple[date, ...], wrong: set[str], late: tuple[date, ...]) -> str:
    """What the row needs: cells to put right first, then months that are missing."""
    bad = [month_short(month) for month in months if cell_key(one, month) in wrong]
    parts = [f"โปรดแก้ {', '.join(bad)}"] if bad else []
    parts += [f"ขาด {month_spans(late)}"] if late else []
    return " · ".join(parts)


def _columns(here: Desk, late: Mapping[str, tuple[date, ...]]) -> dict[str, Any]:
    text = st.column_config.TextColumn
    months = {
        month.isoformat(): _month_column(here, month, late)
        for month in fiscal_months(here.work.fiscal_year)
    }
    return {
        "name": text("ตัวชี้วัด", width=164, pinned=True),
        "seen": text("ต้องดู", width=150, help="ช่องที่ต้องแก้ และเดือนที่ครบกำหนดแล้วแต่ยังไม่มีผล"),
        **months,
        "target": text("เป้าหมาย", width=160),
    }


def _month_column(here: Desk, month: date, late: Mapping[str, tuple[date, ...]]) -> Any:
    """The month's head: marked where something due is missing, named in the help."""
    owing = [here.names[one] for one, months in late.items() if month in months]
    words = f"ขาด {len(owing)}: {', '.join(owing)}" if owing else None
    if month > here.today:
        words = "ยังมาไม่ถึง"
    mark = "● " if owing else ""
    return st.column_config.TextColumn(
        f"{mark}{month_short(month)}",
        width=104,
        alignment="right",
        help=words and widgets.plain(words),
    )
