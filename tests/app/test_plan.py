"""แผนปีถัดไป: two clicks to next year's plan, last year beside each line, nothing overwritten."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.changes import next_year
from ita_data.figures.last_year import beside, done_words, last_of, plan_table, result_of
from ita_data.model import Decision
from ita_data.store import Store
from pages import widgets
from tests.app.agency import AGENCY, tracked
from tests.app.visitor import html_of, opened

YEAR = 2569
PLAN = widgets.report_key(AGENCY, YEAR + 1)


pytestmark = pytest.mark.usefixtures("on_30_june")


@pytest.fixture
def store(reported: Store) -> Store:
    return reported


def named(page: AppTest, kind: str, label: str) -> Any:
    return next(one for one in getattr(page, kind) if one.label.startswith(label))


def test_the_sample_makes_no_plan(empty: Store) -> None:
    assert "ยังทำแผนไม่ได้" in opened("plan").info[0].value


def test_the_second_click_stores_the_plan_and_opens_it(store: Store) -> None:
    page = opened("plan")
    assert "นำ 7 มาตรการ 11 ตัวชี้วัดจากรายงานปี 2569 มาใช้" in html_of(page)
    named(page, "button", "บันทึกเป็นแผนปีงบประมาณ 2570").click().run()
    assert not page.exception
    version = store.latest(AGENCY, YEAR + 1)
    assert version is not None
    assert version.tracked == next_year(tracked())
    info = version.info
    assert (info.number, info.kind, info.reason) == (1, "plan", "แผนจากรายงานปีงบประมาณ 2569 รุ่นที่ 1")
    assert version.tracked.report.measures[0].end == date(2027, 9, 30)
    assert "ปีงบประมาณ 2570" in html_of(page)
    assert "แผนนี้ยังไม่มีผล" in html_of(page)
    assert page.success[0].value.startswith("บันทึกแผนปีงบประมาณ 2570")
    assert len(store.versions(AGENCY, YEAR)) == 1


def test_last_years_promise_and_result_stand_beside_each_target(store: Store) -> None:
    shown = html_of(opened("plan"))
    assert '<td data-label="ปีก่อน">6 เล่ม</td>' in shown
    assert "ตามรายงาน 6 เล่ม · บันทึกผลแล้ว 6 เล่ม · มีหลักฐาน 6 เล่ม" in shown
    assert "ทำงานของมาตรการที่ 1 แล้ว\nประชาชนได้รับความสะดวก" in shown


def test_a_year_that_is_there_already_is_not_overwritten(store: Store) -> None:
    plan = next_year(tracked())
    store.save(plan, author="ผู้อื่น", reason="แผน", kind="plan")
    page = opened("plan", report=widgets.report_key(AGENCY, YEAR))
    assert "ปีงบประมาณ 2570 มีอยู่แล้ว (รุ่นที่ 1)" in page.info[0].value
    named(page, "button", "เปิดปีงบประมาณ 2570").click().run()
    assert "แผนนี้ยังไม่มีผล" in html_of(page)


def test_a_plan_stored_by_another_in_the_last_moment_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened("plan")
    real = Store.save

    def late(self: Store, *args: Any, **more: Any) -> Any:
        monkeypatch.setattr(Store, "save", real)
        real(self, next_year(tracked()), author="ผู้อื่น", reason="แผน", kind="plan")
        return real(self, *args, **more)

    monkeypatch.setattr(Store, "save", late)
    named(page, "button", "บันทึกเป็นแผน").click().run()
    assert not page.exception
    (only,) = store.versions(AGENCY, YEAR + 1)
    assert only.author == "ผู้อื่น"


def test_the_targets_of_the_plan_wait_with_last_year_beside_them(store: Store) -> None:
    plan = next_year(tracked())
    store.save(plan, author="สมหญิง", reason="แผน", kind="plan")
    shown = html_of(opened("indicators", report=PLAN, measure="m3"))
    assert "ปี 2569: เป้าหมาย 4 ฉบับ · ผล บันทึกผลแล้ว 2 ฉบับ · มีหลักฐาน 2 ฉบับ" in shown
    assert {i.decision for i in plan.indicators} == {Decision.PROPOSED}


def test_the_figure_escapes_and_says_what_is_new() -> None:
    plan = next_year(tracked(agency="<b>"))
    marked = replace(plan, indicators=(replace(plan.indicators[0], id="new", name="<img>"),))
    shown = plan_table(marked)
    assert "<img>" not in shown
    assert "ไม่มีในปีก่อน" in shown
    assert last_of(plan, "nobody") is None
    assert result_of(plan, "nobody") == ""
    nothing = last_of(plan, "i6b")
    assert nothing is not None
    assert done_words(nothing) == "ไม่มีผลเป็นจำนวน"
    assert beside(nothing) == "ปี 2569: เป้าหมาย ไม่มีเป้าหมายเชิงปริมาณ · ผล ไม่มีผลเป็นจำนวน"


def test_a_measure_of_the_plan_shows_the_year_before(store: Store) -> None:
    assert "<h3>ปีก่อน</h3>" not in html_of(opened("measures", measure="m1"))
    store.save(next_year(tracked()), author="สมหญิง", reason="แผน", kind="plan")
    shown = html_of(opened("measures", report=PLAN, measure="m1"))
    assert "<h3>ปีก่อน</h3>" in shown
    assert "ปี 2569: เป้าหมาย 6 เล่ม · ผล ตามรายงาน 6 เล่ม" in shown
    assert "ทำงานของมาตรการที่ 1 แล้ว" in shown


def dated(empty: Store) -> None:
    report = tracked()
    first = replace(report.indicators[0], name="ประกาศภายในเดือนมกราคม ๒๕๖๙")
    empty.save(
        replace(report, indicators=(first, *report.indicators[1:])),
        author="สมหญิง", reason="นำเข้า", kind="upload",
    )  # fmt: skip


def test_words_of_last_year_are_shown_and_stay_without_a_tick(empty: Store) -> None:
    dated(empty)
    page = opened("plan")
    assert "1 ข้อความในแผนยังระบุวัน เดือน หรือปีของปีงบประมาณ 2569" in page.warning[0].value
    assert "<mark>มกราคม ๒๕๖๙</mark>" in html_of(page)
    named(page, "button", "บันทึกเป็นแผน").click().run()
    version = empty.latest(AGENCY, YEAR + 1)
    assert version is not None
    assert version.tracked.indicators[0].name == "ประกาศภายในเดือนมกราคม ๒๕๖๙"
    assert "<mark>มกราคม ๒๕๖๙</mark>" in html_of(page)
    named(page, "checkbox", "เปลี่ยนเป็น").check().run()
    named(page, "button", "บันทึกถ้อยคำที่เปลี่ยน").click().run()
    assert not page.exception
    newer = empty.latest(AGENCY, YEAR + 1)
    assert newer is not None
    assert (newer.info.number, newer.info.kind) == (2, "edit")
    assert newer.tracked.indicators[0].name == "ประกาศภายในเดือนมกราคม ๒๕๗๐"
    assert "<mark>" not in html_of(page)


def test_a_tick_changes_the_words_before_the_plan_is_stored(empty: Store) -> None:
    dated(empty)
    page = opened("plan")
    named(page, "checkbox", "เปลี่ยนเป็น “มกราคม ๒๕๗๐”").check().run()
    named(page, "button", "บันทึกเป็นแผน").click().run()
    version = empty.latest(AGENCY, YEAR + 1)
    assert version is not None
    assert version.tracked.indicators[0].name == "ประกาศภายในเดือนมกราคม ๒๕๗๐"
    assert not page.warning
