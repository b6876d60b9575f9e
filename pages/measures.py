"""มาตรการ: the table with its filters, or one measure with everything about it."""

import streamlit as st

from ita_data.figures import last_year, lists, measure, measure_lines, readiness, timeline
from ita_data.figures.lines import MeasureLine, View
from ita_data.readiness import Observed, seen_in
from ita_data.words import STATUS_WORDS
from pages import widgets
from pages.widgets.proofs import results_with_proofs

ALL_MEASURES = "– รายการมาตรการทั้งหมด –"
EMPTY = "ไม่มีมาตรการตามที่เลือก ลองเลือก “ทั้งหมด” หรือใช้คำค้นที่สั้นลง"
FILTERS = ("status", "department", "topic", "q")
# The script is ours and fixed.
TO_THE_WORDS = (
    "<script>document.getElementById('ita-seen')?.scrollIntoView({block: 'center'})</script>"
)


def table(view: View) -> None:
    """The filters, and the measures that are left."""
    statuses = {line.status.value: STATUS_WORDS[line.status] for line in view.measures}
    topics = {
        str(line.measure.topic): f"หัวข้อที่ {line.measure.topic}"
        for line in view.measures
        if line.measure.topic
    }
    with st.container(horizontal=True, key="ita-filters"):
        asked = (
            widgets.filters.select("สถานะ", "status", statuses),
            widgets.filters.select("ส่วนราชการ", "department", widgets.filters.departments(view)),
            widgets.filters.select("หัวข้อ", "topic", topics),
            widgets.filters.words("คำค้น", "q", "เช่น คู่มือ หรือ พัสดุ"),
        )
    found = lists.measures_of(view, *asked)
    if not found:
        st.html(f'<p class="ita-empty">{EMPTY}</p>')
        return
    part = widgets.filters.part(found)

    def lines() -> str:
        ways = widgets.filters.ways(part, "measures", "มาตรการ", *FILTERS)
        shown = part.items, widgets.linker()
        return f"{ways}{widgets.drawn('รายการมาตรการ', measure_lines.lines_table, *shown)}{ways}"

    st.html(widgets.screen("measures", opened, lines, asked, part.number))


def detail(line: MeasureLine) -> None:
    """Everything about one measure; where a finding led here, its words are marked."""
    observed = widgets.readiness(opened).of_measure(line.measure.id)
    led = next((one for one in observed if one.key == st.query_params.get("finding")), None)
    seen = seen_in(led.finding, line.measure) if led else None
    about = line.measure.id, led.key if led else "", widgets.looks_name(opened)
    st.html(widgets.screen("measure", opened, lambda: everything(line, observed, led), *about))
    with st.expander("ผลที่บันทึกไว้และหลักฐาน"), widgets.guard("หลักฐาน"):
        results_with_proofs(opened.tracked, line.measure.id, widgets.looks(opened))
    if seen:
        st.html(TO_THE_WORDS, unsafe_allow_javascript=True)


def everything(line: MeasureLine, observed: tuple[Observed, ...], led: Observed | None) -> str:
    """The measure's words, indicators, last year and findings."""
    seen = seen_in(led.finding, line.measure) if led else None
    link, looks = widgets.linker(), widgets.looks(opened)
    timed = (line, opened.as_of, opened.fiscal_year)
    before = widgets.drawn("ปีก่อน", last_year.of_measure, opened.tracked, line.measure.id)
    where = widgets.escape(link("indicators", measure=line.measure.id))
    edit = f'<p class="ita-more"><a href="{where}">แก้ไขตัวชี้วัด</a></p>'
    return (
        (widgets.drawn("ข้อสังเกต", readiness.led, led, link) if led else "")
        + widgets.drawn("มาตรการ", measure.summary, line)
        + widgets.drawn("เส้นเวลา", timeline.timeline, *timed)
        + '<div class="ita-detail"><section><h3>ข้อความในรายงาน</h3>'
        + widgets.drawn("ข้อความในรายงาน", measure.fields, line, seen, looks)
        + "</section><section><h3>ตัวชี้วัดและผล</h3>"
        + widgets.drawn("ตัวชี้วัด", measure.indicator_lines, line, link)
        + ("" if opened.is_sample else edit)
        + (f"<h3>ปีก่อน</h3>{before}" if before else "")
        + "<h3>ข้อสังเกต</h3>"
        + widgets.drawn("ข้อสังเกต", readiness.short_list, observed, link)
        + "</section></div>"
    )


widgets.open_page("measures")
opened = widgets.current()
widgets.header(opened, widgets.TITLES["measures"])
by_id = {line.measure.id: line for line in opened.view.measures}
if not by_id:
    st.html('<p class="ita-empty">รายงานนี้ยังไม่มีมาตรการ โปรดนำเข้ารายงานใหม่</p>')
else:
    titles = widgets.filters.measures(opened.view)
    chosen = widgets.filters.select("ดูมาตรการ", "measure", titles, ALL_MEASURES)
    if chosen:
        detail(by_id[chosen])
    else:
        table(opened.view)
