"""What was recorded, in the result column of the year's report."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.export.official import official_report
from ita_data.export.publish import publish_page
from ita_data.export.recorded import HEADING, full_name, with_recorded
from ita_data.export.standing import Standing
from ita_data.export.word import official_docx
from ita_data.model import Report, Source, TrackedReport
from ita_data.proposals import propose
from ita_data.reading import load
from tests.export.records import measure
from tests.export.tracked import progress_of, tracked

END = date(2026, 9, 30)
MEETINGS = "- ประชุม: ทำแล้ว 2 ครั้ง (ล่าสุด 20 มี.ค. 2569) จากเป้าหมาย 4 ครั้ง"
LINES = f"{MEETINGS}\n- คู่มือ: ยังไม่มีผลที่บันทึก จากเป้าหมาย 5 ครั้ง"
SUMMARY = "- สรุปผล: ทำแล้ว 3 ครั้ง (ล่าสุด 5 ม.ค. 2569) จากเป้าหมาย 12 ครั้ง"


def plan() -> TrackedReport:
    """A report that says no results, as a plan does when its year begins."""
    record = tracked()
    measures = tuple(replace(one, output="", outcome="") for one in record.report.measures)
    return replace(record, report=replace(record.report, measures=measures))


def outputs(report: Report) -> list[str]:
    return [measure.output for measure in report.measures]


def test_an_empty_output_tells_what_was_recorded() -> None:
    record = plan()
    printed = with_recorded(record, progress_of(record, END))
    assert outputs(printed) == [LINES, SUMMARY, ""]
    assert [one.outcome for one in printed.measures] == ["", "", ""]


def test_the_file_s_words_stand_alone_unless_more_is_asked_for() -> None:
    record = tracked()
    progress = progress_of(record, END)
    assert with_recorded(record, progress) == record.report
    words = record.report.measures[0].output
    asked = with_recorded(record, progress, "recorded")
    assert outputs(asked) == [
        f"{words}\n{HEADING}\n{LINES}",
        f"{words}\n{HEADING}\n{SUMMARY}",
        words,
    ]


def test_a_report_with_nothing_recorded_is_printed_as_the_file_has_it() -> None:
    record = replace(plan(), actuals=tracked().actuals[3:])
    assert not record.has_recorded
    assert with_recorded(record, progress_of(record, END), "recorded") is record.report


def test_what_is_recorded_after_the_day_is_not_told() -> None:
    record = plan()
    early = with_recorded(record, progress_of(record, date(2025, 12, 31)))
    assert outputs(early)[0].startswith("- ประชุม: ทำแล้ว 1 ครั้ง (ล่าสุด 20 ธ.ค. 2568) จาก")
    assert outputs(early)[1:] == ["", ""]


def test_what_is_dropped_is_not_told() -> None:
    record = plan()
    assert "ไม่ใช้แล้ว" not in outputs(with_recorded(record, progress_of(record, END)))[0]


@pytest.mark.parametrize("digits", ["arabic", "thai"])
def test_paper_word_and_the_published_page_say_the_same(digits: str) -> None:
    record = plan()
    progress = progress_of(record, END)
    printed = with_recorded(record, progress)
    told = official_report(printed, digits=digits).rows[0][5]  # type: ignore[arg-type]
    assert told.startswith("- ประชุม: ทำแล้ว ")
    page = publish_page(Standing(record, progress), digits=digits)  # type: ignore[arg-type]
    assert told in page.replace("<wbr>", "")
    word = load("x.docx", official_docx(printed, digits=None)).report
    assert outputs(word) == outputs(printed)


def test_a_name_that_was_cut_is_told_whole() -> None:
    long = "1. " + "เผยแพร่ประชาสัมพันธ์ผลวิเคราะห์มาตรการ " * 4 + "ให้บุคลากรภายในหน่วยงานทราบ"
    of = measure(1, steps=f"{long} จำนวน 2 ครั้ง", target="", output="", outcome="")
    report = load("x.docx", official_docx(Report(measures=(of,)), digits=None)).report
    read = report.measures[0]
    (indicator,) = propose(report)[0]
    assert indicator.name.endswith("…")
    assert full_name(indicator, read) == long.removeprefix("1. ")
    own = replace(indicator, name="ชื่อที่เจ้าหน้าที่ตั้งเอง…")
    assert full_name(own, read) == own.name
    other = replace(read, steps="ถ้อยคำใหม่ทั้งหมดของไฟล์รุ่นหลัง จำนวน 2 ครั้ง")
    assert full_name(indicator, other) == indicator.name
    assert full_name(replace(indicator, source=None), read) == indicator.name
    moved = Source(column="steps", text="", start=9_000, end=9_001)
    assert full_name(replace(indicator, source=moved), read) == indicator.name
