"""The line above every page: whose report, which year, which day, which version; and the one
button that changes them."""

import calendar
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.clock import time_words
from ita_data.dates import BE_OFFSET, MONTHS, fiscal_months, month_ends, thai_date
from ita_data.model import Basis
from ita_data.words import BASIS_WORDS
from pages.widgets.address import carry, choose, say
from pages.widgets.guide import SAMPLE_WORDS, sample_banner
from pages.widgets.keeping import NEXT_PAGE, kept, told
from pages.widgets.offered import choose_report, report_words
from pages.widgets.opened import Opened, current
from pages.widgets.redrawn import redraw
from pages.widgets.resources import guard, today
from pages.widgets.text import escape, plain

LOST = "ไม่พบรายงานตามลิงก์ จึงเปิดรายงานล่าสุดแทน"
UNNAMED = "ยังไม่ระบุชื่อหน่วยงาน"
BASES = list(Basis)
CHOOSER = "ita_chooser"
# A list that is not looked through at a glance is searched by typing.
SEARCHED_FROM = 20


def header(
    opened: Opened,
    page_title: str,
    draw: Callable[[Opened], str] | None = None,
    *,
    has_bases: bool = True,
) -> None:
    """Title with agency, year and version, and the pickers; the sample is labelled as one.

    `draw`: the HTML of the whole page under the header. With it, another basis runs and sends
    nothing but that: most of the wait is the browser's work on what it is sent.
    `has_bases`: whether the page shows anything that another basis would change.
    """
    top = st.container(horizontal=True, vertical_alignment="bottom", key="ita-header")
    sample_banner(opened)
    told(NEXT_PAGE)
    if opened.lost:
        st.html(f'<p class="ita-caution" role="status">{LOST}</p>')
    place = st.empty() if draw else None
    with top:
        # What can change under it alone is said there.
        st.html(_title(opened, page_title, says_basis=has_bases and not draw))
        if place and draw:
            _basis_alone([opened], place, draw)
        elif has_bases:
            _basis_picker(opened.basis, _pick_basis)
        _chooser(opened)


@st.fragment
def _basis_alone(known: list[Opened], place: DeltaGenerator, draw: Callable[[Opened], str]) -> None:
    """The picker, and the page under the header in its place. `known`: what is open, of the
    page's own run; a run of this alone asks anew."""
    with guard("หน้านี้"):
        if known:
            opened = known.pop()
            _basis_picker(opened.basis)
            redraw(place, draw(opened))
            return
        basis = _basis_picker()
        opened = current().on(basis)
        carry(basis=basis.value)  # what is open asks the address, which does not know it yet
        redraw(place, draw(opened))
        say(basis=basis.value)  # last: what it makes the browser do is done with the page then


def version_words(opened: Opened, *, printed: bool = False) -> str:
    """ "รุ่นที่ 14 · บันทึกโดย … เมื่อ 22 พ.ย. 2568 เวลา 14:05 น."; of the sample, what it is.
    On paper (`printed`) a name that nobody gave is not missed aloud."""
    if opened.version is None:
        return SAMPLE_WORDS
    version = opened.version
    nobody = "บันทึกเมื่อ" if printed else "ไม่ระบุผู้บันทึก · เมื่อ"
    author = f"บันทึกโดย {version.author} เมื่อ" if version.author else nobody
    return f"รุ่นที่ {version.number} · {author} {time_words(version.created_at)}"


def _title(opened: Opened, page_title: str, *, says_basis: bool) -> str:
    year = f" · ปีงบประมาณ {opened.fiscal_year}" if opened.fiscal_year else ""
    agency = opened.tracked.report.agency or UNNAMED
    basis = f" · {BASIS_WORDS[opened.basis]}" if says_basis else ""
    here = {"report": opened.key, "date": opened.as_of, "basis": opened.basis.value}
    shown = f"ณ วันที่ {thai_date(opened.as_of)}{basis}"
    return (
        f'<header class="ita-top" data-here="{escape(urlencode(here))}">'
        f"<h1>{escape(page_title)}</h1>"
        f'<p><b>{escape(agency)}</b>{year} <span class="ita-quiet">{escape(version_words(opened))}'
        f'</span><span class="ita-only-print">{shown}</span></p></header>'
    )


def _chooser(opened: Opened) -> None:
    """The button with the other pickers behind it, which are sent once it is opened: at every run
    they cost more than the page does."""
    chooser = st.popover(
        plain(f"ณ วันที่ {thai_date(opened.as_of)}"),
        icon=":material/tune:",
        key=CHOOSER,
        on_change="rerun",
    )
    if chooser.open:
        with chooser:
            _report_picker(opened)
            _day_picker(opened)


def _report_picker(opened: Opened) -> None:
    if len(opened.reports) < 2:
        return
    words = {key: report_words(info) for key, info in opened.reports.items()}
    st.session_state["pick_report"] = opened.key
    st.selectbox(
        "หน่วยงานและปีงบประมาณ",
        list(words),
        format_func=words.__getitem__,
        key="pick_report",
        filter_mode="contains" if len(words) > SEARCHED_FROM else None,
        on_change=kept(_pick_report),
    )


def _day_picker(opened: Opened) -> None:
    """Month and day apart: the calendar that comes with Streamlit knows neither Thai nor BE."""
    months, ends = fiscal_months(opened.year), month_ends(opened.year)
    st.session_state["pick_month"] = opened.as_of.replace(day=1)
    st.session_state["pick_day"] = opened.as_of.day
    with st.container(horizontal=True):
        st.selectbox(
            "เดือน",
            months,
            format_func=_month_words,
            key="pick_month",
            filter_mode=None,
            on_change=kept(_pick),
            args=(opened.as_of,),
        )
        st.selectbox(
            "วันที่",
            _days(opened.as_of),
            key="pick_day",
            filter_mode=None,
            on_change=kept(_pick),
            args=(opened.as_of,),
            width=96,
        )
    st.session_state["pick_end"] = opened.as_of if opened.as_of in ends else None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "สิ้นเดือน",
            ends,
            format_func=thai_date,
            key="pick_end",
            filter_mode=None,
            placeholder="โปรดเลือก",
            on_change=kept(_pick_end),
        )
        st.button(
            "วันนี้",
            on_click=kept(_pick_day),
            args=(min(today(), ends[-1]),),
            disabled=today() < months[0],
        )


def _basis_picker(shown: Basis | None = None, pick: Callable[[], None] = lambda: None) -> Basis:
    """`shown`: the one to begin with; None leaves what was clicked."""
    if shown:
        st.session_state["pick_basis"] = shown
    return st.radio(
        "คิดสถานะจาก",
        BASES,
        format_func=BASIS_WORDS.__getitem__,
        key="pick_basis",
        horizontal=True,
        help="ตามรายงาน คือผลที่เขียนไว้ในรายงาน · บันทึกผลแล้ว คือผลที่เจ้าหน้าที่บันทึกพร้อมวันที่ · "
        "มีหลักฐาน คือผลที่บันทึกและแนบหลักฐานแล้ว · "
        "เมื่อมีผลที่บันทึกแล้ว ทุกหน้าจะเริ่มจาก “บันทึกผลแล้ว” แทน “ตามรายงาน” ร้อยละจึงอาจลดลง",
        on_change=kept(pick),
    )


def _pick_basis() -> None:
    choose(basis=st.session_state["pick_basis"].value)


def _pick_report() -> None:
    _stay_open()
    choose_report(st.session_state["pick_report"])


def _stay_open() -> None:
    """A button with other words is another one to Streamlit, and would begin closed."""
    st.session_state[CHOOSER] = True


def _pick(before: date) -> None:
    """The day in the month; from the end of a month to the end of another."""
    month: date = st.session_state["pick_month"]
    day, last = st.session_state["pick_day"], _days(month)[-1]
    at_the_end = month != before.replace(day=1) and before.day == _days(before)[-1]
    _pick_day(month.replace(day=last if at_the_end else min(day, last)))


def _pick_end() -> None:
    if end := st.session_state["pick_end"]:
        _pick_day(end)


def _pick_day(day: date) -> None:
    _stay_open()
    choose(date=day.isoformat())


def _days(month: date) -> list[int]:
    return list(range(1, calendar.monthrange(month.year, month.month)[1] + 1))


def _month_words(month: date) -> str:
    return f"{MONTHS[month.month - 1]} {month.year + BE_OFFSET}"
