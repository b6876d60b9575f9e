"""The parts of รายงาน: how it is to be printed, its files, the paper itself."""

from dataclasses import replace

import streamlit as st

from ita_data.export import thai_words
from ita_data.export.half_year import left_out_words
from ita_data.export.html import report_table
from ita_data.export.pdf import unknown_letters, unknown_words
from ita_data.export.recorded import Results
from pages import widgets
from pages.printing.downloading import downloads, more_downloads
from pages.printing.files import Files
from pages.printing.paper import Paper, signing
from pages.widgets.fields import field_problem
from pages.widgets.keeping import editing_style

__all__ = ["show"]

EMPTY = "รายงานนี้ยังไม่มีมาตรการ จึงยังไม่มีตารางให้พิมพ์ โปรดนำเข้ารายงาน"
# A browser takes seconds for more rows of the table.
AT_ONCE = 300
IN_PARTS = "รายงานนี้ยาว หน้านี้จึงแสดงและพิมพ์ทีละส่วน รายงานทั้งฉบับอยู่ในไฟล์ PDF และ Word"
# The paper has its own titles.
ONLY_PAPER = "<style>@media print{.st-key-ita-header{display:none}}</style>"


def show() -> None:
    """Choices, then files, the most wanted first; below the paper as it will be."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["report"])
    editing_style()
    st.html(ONLY_PAPER)
    with st.container(horizontal=True, vertical_alignment="bottom", key="ita-choices"):
        digits = _digits()
        half_year = opened.fiscal_year is not None and _half_year()
        results = _results()
        with st.popover("ผู้ลงนาม ปก และตรา"):
            signed = signing(opened)
    paper = Paper.of(opened, signed, digits=digits, half_year=half_year, results=results)
    problem = _problem(opened, paper)
    files = Files(opened, paper, with_pdf=not problem)
    with st.container(horizontal=True, vertical_alignment="bottom", key="ita-actions"):
        widgets.print_button()
        downloads(files)
        others = st.popover("ไฟล์อื่น", key="report_others", on_change="rerun")
    if others.open:
        with others:
            more_downloads(files)
    _paper(opened, paper, problem)


def _digits() -> str:
    words = {"thai": "เลขไทย ๑๒๓"}
    return widgets.filters.select("ตัวเลขในรายงาน", "digits", words, "เลขอารบิก 123") or "arabic"


def _half_year() -> bool:
    words = {"half": "รอบ 6 เดือน"}
    return widgets.filters.select("รอบรายงาน", "round", words, "ทั้งปี") == "half"


def _results() -> Results:
    words = {"recorded": "ตามไฟล์ และผลที่บันทึกไว้"}
    asked = widgets.filters.select("ผลในรายงาน", "results", words, "ตามไฟล์ที่นำเข้า")
    return "recorded" if asked == "recorded" else "file"


def _problem(opened: widgets.Opened, paper: Paper) -> str:
    """Letters that the font of the PDF does not have, in words; "" where it has all."""

    def words() -> str:
        unknown = unknown_letters(paper.report, paper.signatures)
        return unknown_words(unknown) if unknown else ""

    return widgets.screen("letters", opened, words, *paper.choices)


def _paper(opened: widgets.Opened, paper: Paper, problem: str) -> None:
    if problem:
        field_problem(problem)
    if not paper.report.measures:
        st.html(f'<p class="ita-empty">{EMPTY}</p>')
        return
    if words := left_out_words(paper.left_out):
        st.html(f'<p class="ita-caution ita-screen-only" role="status">{words}</p>')
    st.html(f'<p class="ita-quiet ita-screen-only">{paper.results_words}</p>')

    # The list of words is loaded in the background; no page waits for it.
    whole_words = thai_words.are_loaded()

    part = widgets.filters.part(paper.report.measures, AT_ONCE)
    if part.parts > 1:
        st.html(f'<p class="ita-caution ita-screen-only" role="status">{IN_PARTS}</p>')

    def paper_table() -> str:
        shown = replace(paper.report, measures=part.items)
        return report_table(shown, **paper.words(), whole_words=whole_words)

    def table() -> str:
        ways = widgets.filters.ways(part, "report", "มาตรการ", "digits", "round", "results")
        return f"{ways}{widgets.drawn('รายงาน', paper_table)}{ways}"

    st.html(widgets.screen("report", opened, table, *paper.choices, whole_words, part.number))
