"""เหมือนเดือนก่อน: the empty cells of one month, or of one indicator, as the month before."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from ita_data.dates import fiscal_months, month_short
from ita_data.model import Cadence, Indicator
from ita_data.recording import Cells, Entry, Round, same_as_before
from pages.recording.desk import Desk
from pages.recording.picking import by_urgency
from pages.widgets.keeping import kept, tell, told

COPIED = "record_copied"


def copying(here: Desk, cells: Cells) -> None:
    """Behind one button: a column at once, or a row at once."""
    months = [m for m in fiscal_months(here.work.fiscal_year)[1:] if m <= here.today]
    if not months:
        return
    with st.popover("เหมือนเดือนก่อน", icon=":material/content_copy:"):
        st.html('<p class="ita-quiet">เติมเฉพาะช่องที่ยังว่าง ด้วยจำนวนของเดือนก่อนหน้า</p>')
        month = st.selectbox("เดือน", months, len(months) - 1, format_func=month_short,
                             key=here.name("copy-month"))  # fmt: skip
        repeating = [key for key, one in here.indicators.items() if repeats(one)]
        st.button("เติมทั้งเดือน", key=here.name("copy-column"), on_click=kept(_copy),
                  args=(here, cells, repeating, month, month))  # fmt: skip
        row = st.selectbox("ตัวชี้วัด", by_urgency(here), key=here.name("copy-row"),
                           format_func=here.names.__getitem__)  # fmt: skip
        last = months[-1]
        st.button(f"เติมทั้งแถวถึง {month_short(last)}", key=here.name("copy-all"),
                  on_click=kept(_copy), args=(here, cells, [row], last, None))  # fmt: skip
    told(COPIED)


def repeats(indicator: Indicator) -> bool:
    """Whether a month may well be like the one before: not what is done once a year."""
    return indicator.level or indicator.cadence != Cadence()


def _copy(here: Desk, cells: Cells, rows: Iterable[str], until: date, only: date | None) -> None:
    before = here.work.size
    work = same_as_before(here.work, cells, rows, until, only)
    new = {k: entry for k, entry in work.cells.items() if here.work.cells.get(k) != entry}
    if new:
        here.change(lambda now: _with(now, new))
    count = work.size - before
    tell(COPIED, f"เติมแล้ว {count} ช่อง" if count else "ไม่มีช่องว่างที่เติมได้", "passing")


def _with(work: Round, new: Mapping[str, Entry]) -> Round:
    return replace(work, cells={**work.cells, **new})
