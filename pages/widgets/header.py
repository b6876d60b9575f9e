"""The line above every page: whose report, which year, which day, which version; and the one
button that changes them."""

import calendar
from datetime import date, datetime

import streamlit as st

from ita_data.dates import BE_OFFSET, MONTHS, fiscal_months, fiscal_year_of, thai_date
from ita_data.model import Basis
from ita_data.words import BASIS_WORDS
from pages.widgets.address import choose, link
from pages.widgets.opened import Opened, reports
from pages.widgets.resources import BANGKOK, today
from pages.widgets.text import escape, plain

SAMPLE_WORDS = "ข้อมูลตัวอย่าง – หน่วยงานสมมติ"
LOST = "ไม่พบรายงานตามลิงก์ จึงเปิดรายงานล่าสุดแทน"
UNNAMED = "ยังไม่ระบุชื่อหน่วยงาน"


def header(opened: Opened, page_title: str) -> None:
    """Title with agency, year and version, and the pickers; the sample is labelled as one."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="ita-header"):
        st.html(_title(opened, page_title))
        label = f"ณ วันที่ {thai_date(opened.as_of)} · {BASIS_WORDS[opened.basis]}"
        with st.popover(plain(label), icon=":material/tune:", help="เลือกหน่วยงาน วันที่ และที่มาของผล"):
            _report_picker(opened)
            _day_picker(opened)
            _basis_picker(opened)
    sample_banner(opened)
    if opened.lost:
        st.html(f'<p class="ita-caution" role="status">{LOST}</p>')


def sample_banner(opened: Opened) -> None:
    """Says plainly that nothing here is real; nothing where a stored report is open."""
    if opened.is_sample:
        st.html(
            f'<p class="ita-sample"><b>{SAMPLE_WORDS}</b> ใช้ลองดูวิธีทำงานเท่านั้น '
            f'เริ่มใช้งานจริงโดย<a href="{escape(link("upload"))}" target="_self">'
            "นำเข้ารายงานของหน่วยงาน</a></p>"
        )


def version_words(opened: Opened) -> str:
    """ "รุ่นที่ 14 · บันทึกโดย … เมื่อ 22 พ.ย. 2568 เวลา 14:05 น."; of the sample, what it is."""
    if opened.version is None:
        return SAMPLE_WORDS
    version = opened.version
    author = f" · บันทึกโดย {version.author}" if version.author else " · บันทึก"
    return f"รุ่นที่ {version.number}{author} เมื่อ {time_words(version.created_at)}"


def time_words(time: datetime) -> str:
    """A moment as a clock in Bangkok shows it: "22 พ.ย. 2568 เวลา 14:05 น."."""
    local = time.astimezone(BANGKOK)
    return f"{thai_date(local.date())} เวลา {local:%H:%M} น."


def _title(opened: Opened, page_title: str) -> str:
    year = f" · ปีงบประมาณ {opened.fiscal_year}" if opened.fiscal_year else ""
    agency = opened.tracked.report.agency or UNNAMED
    shown = f"ณ วันที่ {thai_date(opened.as_of)} · {BASIS_WORDS[opened.basis]}"
    return (
        f'<header class="ita-top"><h1>{escape(page_title)}</h1>'
        f'<p><b>{escape(agency)}</b>{year} <span class="ita-quiet">{escape(version_words(opened))}'
        f'</span><span class="ita-only-print">{shown}</span></p></header>'
    )


def _report_picker(opened: Opened) -> None:
    offered = reports()
    if len(offered) < 2:
        return
    words = {key: f"{info.agency} · {info.fiscal_year}" for key, info in offered.items()}
    st.session_state["pick_report"] = opened.key
    st.selectbox(
        "หน่วยงานและปีงบประมาณ",
        list(words),
        format_func=words.__getitem__,
        key="pick_report",
        filter_mode=None,
        on_change=lambda: choose(report=st.session_state["pick_report"], date=None, basis=None),
    )


def _day_picker(opened: Opened) -> None:
    """Month and day apart: the calendar that comes with Streamlit knows neither Thai nor BE."""
    months = fiscal_months(opened.fiscal_year or fiscal_year_of(opened.as_of))
    st.session_state["pick_month"] = opened.as_of.replace(day=1)
    st.session_state["pick_day"] = opened.as_of.day
    with st.container(horizontal=True):
        st.selectbox(
            "เดือน",
            months,
            format_func=_month_words,
            key="pick_month",
            filter_mode=None,
            on_change=_pick,
        )
        st.selectbox(
            "วันที่", _days(opened.as_of), key="pick_day", filter_mode=None, on_change=_pick, width=96
        )
    with st.container(horizontal=True):
        last = date(months[-1].year, 9, 30)
        st.button(
            "วันนี้", on_click=_pick_day, args=(min(today(), last),), disabled=today() < months[0]
        )
        st.button("สิ้นปีงบประมาณ", on_click=_pick_day, args=(last,))


def _basis_picker(opened: Opened) -> None:
    st.session_state["pick_basis"] = opened.basis
    st.radio(
        "คิดสถานะจาก",
        list(Basis),
        format_func=BASIS_WORDS.__getitem__,
        key="pick_basis",
        help="ตามรายงาน คือผลที่เขียนไว้ในรายงาน · บันทึกผลแล้ว คือผลที่เจ้าหน้าที่บันทึกพร้อมวันที่ · "
        "มีหลักฐาน คือผลที่บันทึกและแนบหลักฐานแล้ว",
        on_change=lambda: choose(basis=Basis(st.session_state["pick_basis"]).value),
    )


def _pick() -> None:
    month: date = st.session_state["pick_month"]
    last = _days(month)[-1]
    _pick_day(month.replace(day=min(st.session_state["pick_day"], last)))


def _pick_day(day: date) -> None:
    choose(date=day.isoformat())


def _days(month: date) -> list[int]:
    return list(range(1, calendar.monthrange(month.year, month.month)[1] + 1))


def _month_words(month: date) -> str:
    return f"{MONTHS[month.month - 1]} {month.year + BE_OFFSET}"
