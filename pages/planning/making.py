"""The plan to be, and the one button that stores it as the first version of its year."""

import streamlit as st

from ita_data.changes import with_proposed
from ita_data.figures.last_year import plan_table
from ita_data.model import TrackedReport
from ita_data.store import Conflict
from pages import widgets
from pages.planning.leftover import accepted
from pages.widgets.keeping import kept, not_saved_words, tell, told
from pages.widgets.person import asked_author

DONE, PROBLEM = "plan_done", "plan_problem"


def making(opened: widgets.Opened, plan: TrackedReport) -> None:
    """What the plan takes over and what it leaves out, and the plan itself."""
    year = plan.report.fiscal_year
    told(PROBLEM)
    if year is None:
        st.info("รายงานนี้ไม่ระบุปีงบประมาณ จึงทำแผนของปีถัดไปไม่ได้ โปรดนำเข้ารายงานที่ระบุปี")
        return
    key = widgets.report_key(plan.report.agency, year)
    if stored := widgets.reports().get(key):
        _already(year, stored.latest, key)
        return
    st.html(_words(opened, plan))
    plan = with_proposed(plan, accepted(plan))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        author = asked_author("plan_author")
        st.button(
            f"บันทึกเป็นแผนปีงบประมาณ {year}",
            type="primary",
            icon=":material/save:",
            key="plan_save",
            on_click=kept(_save),
            args=(opened, plan, author),
        )
    st.html(table("แผนปีถัดไป", plan))


def table(what: str, plan: TrackedReport) -> str:
    """The measures of a plan, of a long one the part that the address names, and its ways on."""
    part = widgets.filters.part(plan.report.measures)
    ways = widgets.filters.ways(part, "plan", "มาตรการ")
    return f"{ways}{widgets.drawn(what, plan_table, plan, part.items)}{ways}"


def made() -> None:
    """Once after the save: what comes next."""
    if told(DONE):
        st.page_link("pages/indicators.py", label="ไปยืนยันเป้าหมายของปีใหม่", icon=":material/rule:")


def _already(year: int, number: int, key: str) -> None:
    st.info(
        f"ปีงบประมาณ {year} มีอยู่แล้ว (รุ่นที่ {number}) จึงไม่ทำแผนทับ เปิดดูและแก้ไขได้เลย",
        icon=":material/info:",
    )
    st.button(f"เปิดปีงบประมาณ {year}", key="plan_open", on_click=kept(_open), args=(key,))


def _open(key: str) -> None:
    widgets.choose(report=key, date=None, basis=None)


def _words(opened: widgets.Opened, plan: TrackedReport) -> str:
    report = plan.report
    return (
        f"<h2>แผนปีงบประมาณ {report.fiscal_year}</h2>"
        f"<p>นำ {len(report.measures)} มาตรการ {len(plan.indicators)} ตัวชี้วัดจากรายงานปี "
        f"{opened.fiscal_year} มาใช้ เลื่อนระยะเวลาไปหนึ่งปี เป้าหมายทุกข้อรอให้ยืนยันอีกครั้ง "
        "ผลและหลักฐานของปีเดิมไม่นำมา แต่เทียบให้เห็นข้างเป้าหมาย</p>"
    )


def _save(opened: widgets.Opened, plan: TrackedReport, author: str) -> None:
    year = plan.report.fiscal_year
    try:
        widgets.store().save(
            plan,
            author=author,
            reason=f"แผนจากรายงานปีงบประมาณ {opened.fiscal_year} รุ่นที่ {opened.number}",
            kind="plan",
            expected_version=0,
        )
    except Conflict:
        tell(PROBLEM, f"ปีงบประมาณ {year} เพิ่งมีผู้บันทึกไว้แล้ว จึงไม่ได้บันทึกทับ", "problem")
    except Exception as error:
        tell(PROBLEM, not_saved_words(error), "problem")
    else:
        tell(DONE, f"บันทึกแผนปีงบประมาณ {year} เป็นรุ่นที่ 1 แล้ว ขณะนี้เปิดแผนนี้อยู่")
        _open(widgets.report_key(plan.report.agency, year))
