"""ตรวจความพร้อม as HTML, and what the first screen says its numbers rest on."""

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest

from ita_data.figures import lists, overview
from ita_data.figures import measure as measures
from ita_data.figures import readiness as figures
from ita_data.figures.lines import View
from ita_data.figures.view import view_of
from ita_data.findings import Finding
from ita_data.model import Basis, TrackedReport
from ita_data.place import Place
from ita_data.progress import assess
from ita_data.readiness import Readiness, accept, by_measure, readiness_of, requirements_of, since
from ita_data.settings import Settings
from ita_data.tables import tables_of
from tests.app.agency import AS_OF, measure, tracked

HOSTILE = "<script>alert(1)</script>"
COPIED = f"ตรวจนับพัสดุคงเหลือร่วมกับคณะกรรมการทุกรายการ จัดทำทะเบียนคุม และรายงานผลให้นายกทราบแล้ว {HOSTILE}"
TWO = replace(
    tracked(measures=(measure(3, output=COPIED), measure(5, output=COPIED))),
    indicators=(),
    actuals=(),
)


def address(page: str, **filters: object) -> str:
    wanted = {name: value for name, value in filters.items() if value is not None}
    return f"{page}?{urlencode(wanted)}" if wanted else page


def checked(report: TrackedReport, *reading: Finding) -> Readiness:
    return readiness_of(report, reading, Settings())


def view(report: TrackedReport, basis: Basis) -> View:
    return view_of(report, assess(tables_of({"r": report}, Settings()), AS_OF), basis, "r")


def own_targets() -> TrackedReport:
    """The report with two targets taken from the result itself."""
    report = tracked()
    first, second, *rest = report.indicators
    changed = (replace(first, target_from="result"), replace(second, target_from="result"))
    return replace(report, indicators=(*changed, *rest))


def test_a_copied_result_shows_both_texts_with_what_they_share_marked() -> None:
    (copied,) = [o for o in checked(TWO).observed if o.finding.code == "result-copied"]
    shown = figures.finding(copied, TWO.report, address)
    assert shown.count("<mark>") >= 2
    assert "<details open>" in shown
    assert "มาตรการ 5 · ผลการดำเนินการ (output)" in shown
    assert "มาตรการ 3 · ผลการดำเนินการ (output)" in shown
    assert f"measures?measure=m5&amp;finding={copied.key}" in shown
    assert HOSTILE not in shown


def test_an_accepted_finding_says_why_who_and_when() -> None:
    one = checked(TWO).observed[0]
    at = datetime(2026, 6, 30, tzinfo=UTC)
    report = accept(TWO, one, reason=HOSTILE, by="สมหญิง <b>", at=at)
    (accepted,) = checked(report).accepted
    shown = figures.finding(accepted, report.report, address)
    assert "<b>ยอมรับแล้ว:</b> &lt;script&gt;" in shown
    assert "(สมหญิง &lt;b&gt; · 30 มิ.ย. 2569)" in shown


def test_the_summary_counts_by_severity_and_requirements() -> None:
    found = checked(TWO)
    words = figures.summary(found, requirements_of(found))
    assert f"ควรตรวจสอบ {found.counts['warning']} ข้อ" in words
    assert "จาก 18 รายการ" in words


def test_counts_open_their_list_and_none_says_so() -> None:
    found = checked(TWO)
    shown = figures.open_counts(found, address)
    assert 'href="readiness?severity=warning"' in shown
    assert f"<b>{found.counts['warning']}</b>" in shown
    nothing = Readiness(observed=(), outcomes=())
    assert "ไม่มีข้อสังเกตค้างอยู่" in figures.open_counts(nothing, address)


def test_requirements_have_words_for_their_state() -> None:
    missing = Finding(code="agency-missing", severity="error", message="ไม่พบชื่อ", advice="")
    shown = figures.requirement_list(requirements_of(checked(TWO, missing)))
    assert '<li class="open"><span>ระบุชื่อหน่วยงาน</span><b>ยังไม่ครบ 1 แห่ง</b></li>' in shown
    assert '<li class="met"><span>ทุกมาตรการมีชื่อ</span><b>ครบ</b></li>' in shown
    assert "<b>ยังตรวจไม่ได้</b>" in shown


def test_what_changed_is_two_lists_or_one_sentence() -> None:
    found = checked(TWO)
    assert "เหมือนกับรุ่นที่ 3 ทุกข้อ" in figures.since_list(since(found, found), 3)
    many = tuple(
        Finding(code="x", severity="advice", message=f"ข้อที่ {n}", advice="") for n in range(12)
    )
    shown = figures.since_list(since(found, checked(TWO, *many)), 3)
    assert "<h3>เพิ่มขึ้น 12 ข้อ</h3>" in shown
    assert "อีก 4 ข้อ" in shown
    assert "หมดไปแล้ว" not in shown


def test_a_group_of_a_measure_opens_it() -> None:
    group = by_measure(checked(TWO).observed, TWO.report)[-1]
    assert 'href="measures?measure=m' in figures.group_title(group, address)


def test_findings_alike_are_one_card_with_their_places() -> None:
    many = [
        Finding(code="x", severity="advice", message=f"ข้อที่ {n}", advice="แนบลิงก์", measure_id="m5")
        for n in range(10)
    ]
    found = tuple(o for o in checked(TWO, *many).observed if o.finding.code == "x")
    shown = figures.bundle(found, TWO.report, address)
    assert shown.count("แนบลิงก์") == 1
    assert "<b>10 แห่ง</b>" in shown
    assert "อีก 2 แห่ง" in shown
    assert shown.count("<li>") == shown.count("เปิดดูในมาตรการ") == 10
    assert figures.bundle(found[:1], TWO.report, address) == figures.finding(
        found[0], TWO.report, address
    )


def test_short_list_says_how_serious_where_and_what_to_do() -> None:
    finding = Finding(
        code="x", severity="warning", message="ผลซ้ำ", advice="โปรดตรวจสอบ", measure_id="m5",
        place=Place(sheet="รายงาน", row=9, column=6),
    )  # fmt: skip
    (one,) = [o for o in checked(TWO, finding).observed if o.finding.code == "x"]
    shown = figures.short_list([one], address)
    assert '<b class="ita-severity warning">ควรตรวจสอบ</b>' in shown
    assert "<small>รายงาน เซลล์ F9 · โปรดตรวจสอบ</small>" in shown
    assert "ไม่มีข้อสังเกต" in figures.short_list([], address)


def test_a_measure_marks_the_words_of_the_finding_that_led_to_it() -> None:
    line = view(tracked(), Basis.RECORDED).measures[4]
    plain = measures.fields(line)
    seen = measures.fields(line, {"steps": ((0, 4),), "evidence": ()})
    assert 'id="ita-seen"' not in plain
    assert seen.count('id="ita-seen"') == 1
    assert seen.count("<mark>") == 1
    assert seen.count('class="seen"') == 2


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis.CLAIMED, "ตามรายงาน: "),
        (Basis.RECORDED, "ตามผลที่บันทึก: "),
        (Basis.EVIDENCED, "ตามผลที่มีหลักฐาน: "),
    ],
)
def test_the_headline_begins_with_what_it_rests_on(basis: Basis, words: str) -> None:
    assert overview.headline(view(tracked(), basis)).startswith(f"{words}ตามแผนหรือบรรลุแล้ว ")


def test_targets_taken_from_results_are_told_and_listed() -> None:
    claimed = view(own_targets(), Basis.CLAIMED)
    words = "2 ตัวชี้วัดใช้เป้าหมายที่นำมาจากผลที่รายงานเอง"
    assert f'href="targets?show=from_result">{words}' in overview.summary(claimed, address)
    assert words in overview.gauges(claimed, address)
    found = lists.indicators_of(claimed, "from_result")
    assert [line.indicator.target_from for line in found] == ["result", "result"]
    assert lists.LISTS["from_result"] == "เป้าหมายที่นำมาจากผลที่รายงานเอง"


def test_no_caution_where_results_are_recorded_or_targets_promised() -> None:
    assert "ita-caution" not in overview.summary(view(own_targets(), Basis.RECORDED), address)
    assert "ita-caution" not in overview.summary(view(tracked(), Basis.CLAIMED), address)
    assert "นำมาจากผลที่รายงานเอง" not in overview.gauges(view(tracked(), Basis.CLAIMED), address)
