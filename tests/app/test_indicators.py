"""แก้ไขตัวชี้วัด with a stored report: corrected, merged, overridden, kept, saved, put together."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.model import Cadence, Decision, Status, TrackedReport
from ita_data.store import Store
from pages import widgets
from tests.app import visitor
from tests.app.agency import AGENCY, AS_OF, result, tracked
from tests.app.visitor import html_of

YEAR = 2569
REASON = "ปรับตามมติที่ประชุม"
opened = partial(visitor.opened, "indicators")


pytestmark = pytest.mark.usefixtures("on_30_june")


@pytest.fixture
def store(empty: Store) -> Store:
    """Every indicator of the first measure still a proposal."""
    empty.save(
        with_first(decision=Decision.PROPOSED), author="สมหญิง", reason="นำเข้า", kind="upload"
    )
    return empty


def with_first(**fields: Any) -> TrackedReport:
    """The report with both indicators of the first measure changed."""
    report = tracked()
    changed = [replace(i, **fields) if i.measure_id == "m1" else i for i in report.indicators]
    return replace(report, indicators=tuple(changed))


def address_of(page: AppTest) -> dict[str, str]:
    values = page.query_params.items()
    return {key: value[0] if isinstance(value, list) else value for key, value in values}


def edit(page: AppTest, indicator_id: str, number: int = 0) -> None:
    """Opens the fields of an indicator, as a click on แก้ไข does."""
    key = f"revise-n{number}-{widgets.report_key(AGENCY, YEAR)}-edit-{indicator_id}"
    page.session_state[key] = True
    page.run()
    assert not page.exception


def named(page: AppTest, kind: str, label: str) -> Any:
    return next(one for one in getattr(page, kind) if one.label.startswith(label))


def click(page: AppTest, label: str) -> None:
    named(page, "button", label).click().run()
    assert not page.exception


def save(page: AppTest) -> None:
    named(page, "text_input", "เหตุผลที่แก้ไข").input(REASON).run()
    click(page, "บันทึกเป็นรุ่นใหม่")


def latest(store: Store) -> Any:
    return store.latest(AGENCY, YEAR)


def indicators(store: Store) -> dict[str, Any]:
    return {i.id: i for i in latest(store).tracked.indicators}


def test_nothing_can_be_changed_under_the_sample(empty: Store) -> None:
    assert "นำเข้ารายงานของหน่วยงานก่อน" in opened().info[0].value


def test_the_first_measure_with_something_waiting_opens(store: Store) -> None:
    page = opened()
    box = named(page, "selectbox", "มาตรการ")
    assert box.options[0] == "1. จัดทำคู่มือการให้บริการประชาชน · รอยืนยัน 2"
    assert html_of(page).count("รอยืนยัน</span>") == 2
    assert "ยังไม่ได้แก้ไขสิ่งใด" in html_of(page)


def test_accepting_all_and_a_reason_make_one_version(store: Store) -> None:
    page = opened()
    click(page, "ยืนยันทั้งรายงาน 2 รายการ")
    assert "โปรดใส่เหตุผลที่แก้ไข" in html_of(page)
    assert named(page, "button", "บันทึกเป็นรุ่นใหม่").disabled
    save(page)
    version = latest(store)
    assert (version.info.number, version.info.kind, version.info.reason) == (2, "edit", REASON)
    assert version.tracked == with_first(decision=Decision.ACCEPTED)
    assert page.success[0].value == "บันทึกเป็นรุ่นที่ 2 แล้ว"
    assert store.drafts("revise") == ()


def test_a_target_is_shown_with_every_digit(empty: Store) -> None:
    empty.save(with_first(target=85.125), author="สมหญิง", reason="นำเข้า", kind="upload")
    page = opened()
    edit(page, "i1a")
    assert named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").value == "85.125"


def test_target_schedule_unit_direction_and_department_are_corrected(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("๖").run()
    named(page, "text_input", "หน่วยนับ").input("หน").run()
    named(page, "selectbox", "รอบเวลา").set_value(Cadence(every_months=2)).run()
    named(page, "selectbox", "เทียบแบบ").set_value(">=").run()
    named(page, "selectbox", "ส่วนราชการ").set_value("กองคลัง").run()
    assert "มาตรการ 1 ตัวชี้วัด ประชุมทบทวนคู่มือ: เป้าหมาย 4 → 6" in html_of(page)
    save(page)
    found = indicators(store)["i1b"]
    assert (found.target, found.unit, found.comparison, found.department, found.cadence) == (
        6, "หน", ">=", "กองคลัง", Cadence(every_months=2),
    )  # fmt: skip
    assert found.decision is Decision.CORRECTED


def test_what_was_said_is_there_after_a_reload_and_in_another_session(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("9").run()
    again = opened(**address_of(page))
    assert "9 ครั้ง · ทุก 3 เดือน" in html_of(again)
    other = opened()
    assert "การแก้ไขตัวชี้วัดที่ยังไม่ได้บันทึก" in html_of(other)
    click(other, "ทำต่อ")
    assert "เป้าหมาย 4 → 9" in html_of(other)


def test_one_indicator_goes_back_to_what_it_was(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("9").run()
    click(page, "คืนค่าเดิม")
    assert "ยังไม่ได้แก้ไขสิ่งใด" in html_of(page)


def test_one_is_dropped_and_one_added_by_hand(store: Store) -> None:
    page = opened(measure="m1")
    click(page, "ไม่ใช้")
    click(page, "เพิ่มตัวชี้วัด")
    edit(page, "m1-x1", 2)
    named(page, "text_input", "ชื่อตัวชี้วัด").input("อบรมการใช้คู่มือ").run()
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("2").run()
    save(page)
    found = indicators(store)
    assert found["i1a"].decision is Decision.DROPPED
    added = found["m1-x1"]
    assert (added.name, added.target, added.decision) == ("อบรมการใช้คู่มือ", 2, Decision.ADDED)


def test_merging_takes_the_results_along(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1a")
    named(page, "text_input", "หน่วยนับ").input("ครั้ง").run()
    named(page, "selectbox", "รวมเข้ากับ").set_value("i1b").run()
    assert "รวมเข้ากับ “ประชุมทบทวนคู่มือ”" in html_of(page)
    save(page)
    moved = {a.id: a.indicator_id for a in latest(store).tracked.actuals}
    assert (moved["a1"], moved["c1"]) == ("i1b", "i1b")
    assert indicators(store)["i1a"].decision is Decision.DROPPED


def test_an_override_needs_a_reason_and_stays_in_sight(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "selectbox", "สถานะ").set_value(Status.ON_TRACK).run()
    assert "โปรดใส่เหตุผลที่กำหนดสถานะเอง" in html_of(page)
    named(page, "text_input", "เหตุผลที่แก้ไข").input(REASON).run()
    assert named(page, "button", "บันทึกเป็นรุ่นใหม่").disabled
    named(page, "text_input", "เหตุผลที่กำหนดสถานะเอง").input("เลื่อนตามคำสั่ง").run()
    click(page, "บันทึกเป็นรุ่นใหม่")
    (override,) = latest(store).tracked.overrides
    assert (override.status, override.reason) == (Status.ON_TRACK, "เลื่อนตามคำสั่ง")
    again = html_of(opened(measure="m1"))
    assert "กำหนดสถานะเองเป็น “ตามแผน”: เลื่อนตามคำสั่ง" in again
    assert "(ระบบคำนวณได้ “" in again


def test_a_number_that_is_none_is_told_and_nothing_else_is_lost(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "หน่วยนับ").input("ร้อยละ").run()
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("มาก").run()
    assert "“มาก” ไม่ใช่จำนวน จึงยังใช้ค่าเดิม" in html_of(page)
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("120").run()
    assert "เป้าหมายร้อยละต้องไม่เกิน 100" in html_of(page)
    assert named(page, "button", "บันทึกเป็นรุ่นใหม่").disabled


def newer(store: Store, **fields: Any) -> None:
    """Someone else saves: the first measure's indicators with other fields, and a result."""
    report = with_first(decision=Decision.PROPOSED, **fields)
    more = result("i1b-r9", "i1b", 1, AS_OF)
    store.save(replace(report, actuals=(*report.actuals, more)), author="สมชาย", reason="แก้ไข")


def test_another_field_saved_meanwhile_is_told_and_both_stand(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("9").run()
    newer(store, department="กองช่าง")
    save(page)
    assert latest(store).info.number == 3
    found = indicators(store)["i1b"]
    assert (found.target, found.department) == (9, "กองช่าง")
    assert "i1b-r9" in {a.id for a in latest(store).tracked.actuals}
    assert latest(store).info.reason == f"{REASON} (รวมกับรุ่นที่ 2)"


def test_what_the_other_changed_is_told_before_the_fields(store: Store) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("9").run()
    newer(store, department="กองช่าง")
    page.run()
    assert "รุ่นที่ 2 · บันทึกโดย สมชาย" in page.warning[0].value.replace("\\", "")
    shown = html_of(page)
    assert "สิ่งที่ผู้อื่นเปลี่ยน 3 รายการ" in shown
    assert "มาตรการ 1 ตัวชี้วัด คู่มือการให้บริการ: ผู้รับผิดชอบ (ว่าง) → กองช่าง" in shown


@pytest.mark.parametrize(("side", "target"), [("mine", 9), ("theirs", 7)])
def test_one_field_changed_by_both_is_asked(store: Store, side: str, target: int) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("9").run()
    named(page, "text_input", "เหตุผลที่แก้ไข").input(REASON).run()
    newer(store, target=7)
    page.run()
    assert named(page, "button", "บันทึกเป็นรุ่นใหม่").disabled
    assert "แก้ไขไม่ตรงกัน 1 รายการ" in html_of(page)
    question = next(radio for radio in page.radio if "เป้าหมาย" in radio.label)
    assert question.options == ["ของท่าน: 9", "ที่บันทึกแล้ว: 7"]
    question.set_value(side).run()
    click(page, "บันทึกเป็นรุ่นใหม่")
    assert latest(store).info.number == 3
    assert indicators(store)["i1b"].target == target


def test_a_save_in_the_last_moment_is_told_and_can_be_done_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(measure="m1")
    edit(page, "i1b")
    named(page, "text_input", "เป้าหมายรวมตลอดระยะเวลา").input("9").run()
    named(page, "text_input", "เหตุผลที่แก้ไข").input(REASON).run()
    real, calls = Store.save, []

    def save_after_another(self: Store, *args: Any, **more: Any) -> Any:
        if not calls:
            calls.append(1)
            newer(store, department="กองช่าง")
        return real(self, *args, **more)

    monkeypatch.setattr(Store, "save", save_after_another)
    click(page, "บันทึกเป็นรุ่นใหม่")
    assert "รุ่นที่ 2 โดย สมชาย" in page.error[0].value.replace("\\", "")
    assert "สิ่งที่ผู้อื่นเปลี่ยน" in html_of(page)
    click(page, "บันทึกเป็นรุ่นใหม่")
    found = indicators(store)["i1b"]
    assert (latest(store).info.number, found.target, found.department) == (3, 9, "กองช่าง")


def test_words_of_a_file_never_become_markup(store: Store) -> None:
    nasty = "<img src=x onerror=alert(1)> ![x](http://outside.example/a.png)"
    store.save(with_first(name=nasty, department=nasty), author=nasty, reason="")
    page = opened(measure="m1")
    edit(page, "i1a")
    assert "<img" not in html_of(page)
    labels = [
        one.label for kind in ("button", "radio", "text_input") for one in getattr(page, kind)
    ]
    assert [label for label in labels if "![x](" in label] == []
