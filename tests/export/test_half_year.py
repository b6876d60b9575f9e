"""รอบ 6 เดือน: the title says so, and nothing of after 31 March stands in it."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from ita_data.export.half_year import half_year_report, left_out, left_out_words
from ita_data.export.html import report_page
from ita_data.export.official import half_year_words, official_report
from ita_data.export.pdf import official_pdf
from ita_data.export.word import official_docx
from ita_data.model import Actual, Basis, Report, TrackedReport
from ita_data.reading import load
from ita_data.thai import squash
from tests.export.paper import pieces_of
from tests.export.records import report
from tests.export.tracked import AS_OF, progress_of, tracked

LINES = """\
- ประชุม: ทำแล้ว 2 ครั้ง (ล่าสุด 20 มี.ค. 2569) จากที่ต้องได้ 2 ครั้ง ภายใน 31 มี.ค. 2569 (เป้าหมายทั้งปี 4 ครั้ง)
- คู่มือ: ยังไม่มีผลที่บันทึก (เป้าหมายทั้งปี 5 ครั้ง กำหนดหลัง 31 มี.ค. 2569)"""
TITLE = "รอบ 6 เดือน (1 ตุลาคม 2568 – 31 มีนาคม 2569)"


def half(record: TrackedReport) -> Report:
    return half_year_report(record, progress_of(record))


def of_year_s_end() -> TrackedReport:
    """Its words were written in September."""
    return replace(tracked(), reported_on=date(2026, 9, 15))


def test_the_title_names_the_round_and_the_columns_stay() -> None:
    paper = official_report(half(tracked()), digits="thai", half_year=True)
    assert paper.titles == (
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ปีงบประมาณ พ.ศ. ๒๕๖๙",
        "รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๘ – ๓๑ มีนาคม ๒๕๖๙)",
        "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง",
    )
    assert paper.header == official_report(report()).header
    assert half_year_words(None) == "รอบ 6 เดือน (1 ตุลาคม – 31 มีนาคม)"


def test_words_of_by_then_stand_as_they_are() -> None:
    record = tracked()
    assert record.reported_on == AS_OF
    assert half(record) == record.report
    assert left_out(record, AS_OF) == 0


def test_words_of_later_give_way_to_what_was_recorded() -> None:
    record = of_year_s_end()
    first, second, third = half(record).measures
    assert (first.output, first.outcome) == (LINES, "")
    assert second.output == (
        "- สรุปผล: ทำแล้ว 3 ครั้ง (ล่าสุด 5 ม.ค. 2569) "
        "จากที่ต้องได้ 6 ครั้ง ภายใน 31 มี.ค. 2569 (เป้าหมายทั้งปี 12 ครั้ง)"
    )
    assert (third.output, third.outcome) == ("", "")
    assert left_out(record, AS_OF) == 3
    assert [m.steps for m in half(record).measures] == [m.steps for m in record.report.measures]


def test_a_report_that_was_there_by_then_keeps_its_words() -> None:
    record = replace(tracked(), reported_on=None)
    day = date(2026, 3, 20)
    assert (
        half_year_report(record, progress_of(record), day).measures[1:]
        == (record.report.measures[1:])
    )
    assert left_out(record, AS_OF, day) == 0
    assert left_out(record, AS_OF) == left_out(record, AS_OF, date(2026, 4, 1)) == 3


def test_what_is_recorded_after_march_is_left_out() -> None:
    record = of_year_s_end()
    late = Actual(id="a9", indicator_id="i1", amount=1, basis=Basis.RECORDED, on=date(2026, 4, 1))
    assert half(replace(record, actuals=(*record.actuals, late))) == half(record)


def test_what_was_recorded_after_the_words_is_added_to_them() -> None:
    record = replace(tracked(), reported_on=date(2025, 12, 31))
    first, second, _ = half(record).measures
    assert first.output == f"ปลูกแล้ว จำนวน ๓ ต้น\nผลที่บันทึกไว้\n{LINES}"
    assert second.output.startswith("ปลูกแล้ว จำนวน ๓ ต้น\nผลที่บันทึกไว้\n- สรุปผล: ")
    assert first.outcome == "ร่มเย็น"


def test_words_and_results_where_both_are_asked_for() -> None:
    record = tracked()
    asked = half_year_report(record, progress_of(record), results="recorded")
    assert asked.measures[0].output == f"{record.report.measures[0].output}\nผลที่บันทึกไว้\n{LINES}"
    assert asked.measures[2] == record.report.measures[2]


def test_a_measure_that_ended_by_then_keeps_its_words() -> None:
    record = of_year_s_end()
    ended = replace(record.report.measures[2], end=date(2026, 1, 31))
    measures = (*record.report.measures[:2], ended)
    record = replace(record, report=replace(record.report, measures=measures))
    assert half(record).measures[2] == ended


def test_a_ceiling_and_a_level_are_said_as_such() -> None:
    record = of_year_s_end()
    none = replace(record.indicators[0], name="ร้องเรียน", target=0, unit="เรื่อง", comparison="<=")
    level = replace(
        record.indicators[1], name="พอใจ", target=80, unit="ร้อยละ", level=True, measure_id="m1"
    )
    record = replace(record, indicators=(none, level), overrides=())
    lines = half(record).measures[0].output.split("\n")
    assert lines[0] == "- ร้องเรียน: ทำแล้ว 2 เรื่อง (ล่าสุด 20 มี.ค. 2569) (ต้องไม่เกิน 0 เรื่อง)"
    assert lines[1].startswith(
        "- พอใจ: ทำแล้ว ร้อยละ 3 (ล่าสุด 5 ม.ค. 2569) จากที่ต้องได้ ร้อยละ 80 ภายใน 31 มี.ค. 2569"
    )


def test_no_half_of_a_meeting_is_owed() -> None:
    """Three a year in four parts: 1.5 are owed by March, which the second meeting reaches."""
    record = of_year_s_end()
    three = replace(record.indicators[0], target=3)
    record = replace(record, indicators=(three, *record.indicators[1:]))
    assert (
        "จากที่ต้องได้ 2 ครั้ง ภายใน 31 มี.ค. 2569 (เป้าหมายทั้งปี 3 ครั้ง)" in half(record).measures[0].output
    )


def test_what_is_left_out_is_not_said_to_speak_of_later() -> None:
    assert left_out_words(0) == ""
    said = left_out_words(7)
    assert said.startswith("ข้อความผลของ 7 มาตรการไม่แยกว่าส่วนใดทำแล้วภายในวันที่ 31 มีนาคม ")
    assert "พูดถึงผลหลัง" not in said


@pytest.mark.parametrize("cover", [False, True])
def test_every_form_of_the_paper_names_the_round(cover: bool) -> None:
    of = half(of_year_s_end())
    pdf = official_pdf(of, half_year=True, cover=cover)
    pieces = pieces_of(pdf)
    on_pages = {
        page for page in {piece.page for piece in pieces}
        if squash(TITLE) in squash("".join(p.text for p in pieces if p.page == page))
    }  # fmt: skip
    assert on_pages == ({1, 2} if cover else {1})
    word = official_docx(of, half_year=True, cover=cover)
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs]
    assert texts.count(TITLE) == 1 + cover
    assert TITLE in report_page(of, half_year=True)
    again = load("x.docx", word).report
    assert (again.agency, again.fiscal_year) == ("เทศบาลตำบลดอนแก้วใส", 2569)
    assert [m.output for m in again.measures] == [m.output for m in of.measures]
