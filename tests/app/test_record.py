"""บันทึกผล with a stored report: what is due first, told at the field, kept, saved once."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.codec import to_json
from ita_data.model import Basis, Evidence
from ita_data.recording import Entry, Round
from ita_data.store import Store, StoreError
from pages import widgets
from tests.app import visitor
from tests.app.agency import AGENCY, AS_OF, result, tracked
from tests.app.visitor import html_of

opened = partial(visitor.opened, "record")


pytestmark = pytest.mark.usefixtures("on_30_june")


@pytest.fixture
def store(reported: Store) -> Store:
    return reported


def field(page: AppTest, label: str, at: int = 0):  # type: ignore[no-untyped-def]
    found = [one for one in (*page.text_input, *page.text_area) if one.label == label]
    return found[at]


def choose(page: AppTest, indicator_id: str) -> None:
    shown = next(one for one in page.get("button_group") if one.label == "แสดง")
    shown.set_value("ทุกตัวชี้วัด").run()
    next(box for box in page.selectbox if box.label == "ตัวชี้วัด").set_value(indicator_id).run()
    assert not page.exception


def save_button(page: AppTest):  # type: ignore[no-untyped-def]
    return next(one for one in page.button if one.label.startswith("บันทึก"))


def type_result(page: AppTest, amount: str, **others: str) -> None:
    label = next(one.label for one in page.text_input if one.label.startswith("จำนวนที่ทำได้"))
    field(page, label).input(amount).run()
    for name, value in others.items():
        field(page, {"on": "วันที่", "note": "หมายเหตุ", "link": "ลิงก์หลักฐาน"}[name]).input(value).run()
    assert not page.exception


def told(page: AppTest) -> str:
    """What keeps the round from being saved: each line is a button to its field."""
    keys = (one.label for one in page.button if "-wrong-" in str(one.key))
    return "\n".join(label.replace("\\", "").replace("\u2060", "") for label in keys)


def latest(store: Store):  # type: ignore[no-untyped-def]
    version = store.latest(AGENCY, 2569)
    assert version is not None
    return version


def test_nothing_can_be_stored_under_the_sample(empty: Store) -> None:
    page = opened()
    assert "นำเข้ารายงานของหน่วยงานก่อน" in page.info[0].value
    assert not page.text_input


def test_what_is_late_stands_first(store: Store) -> None:
    page = opened()
    box = next(one for one in page.selectbox if one.label == "ตัวชี้วัด")
    assert box.options[0].startswith("เกินกำหนด") or box.options[0].startswith("ล่าช้า")
    assert all("ยังไม่ถึงกำหนด" not in option for option in box.options)


def test_a_result_becomes_one_new_version(store: Store) -> None:
    page = opened()
    choose(page, "i4a")
    assert field(page, "วันที่").value == "30 มิ.ย. 2569"
    type_result(page, "๑", note="ตรวจนับครบ", link="https://www.thungthotlong.example/new")
    save_button(page).click().run()
    assert not page.exception
    version = latest(store)
    new = version.tracked.actuals[-1]
    assert (version.info.number, version.info.kind) == (2, "results")
    assert version.info.reason == "บันทึกผล 1 รายการ: “4. ตรวจนับพัสดุ” วันที่ 30 มิ.ย. 2569"
    assert (new.indicator_id, new.amount, new.on, new.note, new.basis) == (
        "i4a",
        1,
        date(2026, 6, 30),
        "ตรวจนับครบ",
        Basis.RECORDED,
    )
    assert [e.address for e in new.evidence] == ["https://www.thungthotlong.example/new"]
    assert "บันทึก 1 รายการเป็นรุ่นที่ 2 แล้ว" in page.success[0].value
    assert store.drafts("record") == ()


def test_what_is_wrong_is_told_at_the_field_and_nothing_else_is_lost(store: Store) -> None:
    page = opened()
    choose(page, "i4a")
    type_result(page, "หนึ่ง", on="1 ต.ค. 2569", note="ยังอยู่", link="แฟ้ม")
    shown = html_of(page)
    assert "“หนึ่ง” อ่านเป็นจำนวนไม่ได้" in shown
    assert "1 ต.ค. 2569 อยู่นอกปีงบประมาณ 2569" in shown
    assert "ต้องขึ้นต้นด้วย http:// หรือ https://" in shown
    assert save_button(page).disabled
    assert field(page, "หมายเหตุ").value == "ยังอยู่"
    assert latest(store).info.number == 1


def test_a_number_that_is_far_too_much_is_asked_for_and_can_be_saved(store: Store) -> None:
    page = opened()
    choose(page, "i5a")
    type_result(page, "500")
    assert "ผลที่บันทึกจะเป็น 504 ครั้ง มากกว่าเป้าหมายทั้งปี (12 ครั้ง) มาก" in html_of(page)
    assert not save_button(page).disabled
    grid = grid_opened(draft=str(_address(page)["draft"][0]))
    type_cells(grid, **{str(row_of(grid, "จดหมายข่าว")): {"2026-05-01": "300"}})
    assert "3. จดหมายข่าว: ผลที่บันทึกจะเป็น 302 ฉบับ" in html_of(grid)


def test_what_was_typed_is_there_after_a_reload(store: Store) -> None:
    page = opened()
    choose(page, "i4a")
    type_result(page, "หนึ่ง", note="พิมพ์ค้างไว้")
    again = opened(**{key: value[0] for key, value in _address(page).items()})
    assert field(again, "หมายเหตุ").value == "พิมพ์ค้างไว้"
    assert next(o.value for o in again.text_input if o.label.startswith("จำนวน")) == "หนึ่ง"


def _address(page: AppTest) -> dict[str, list[str]]:
    values = page.query_params.items()
    return {key: value if isinstance(value, list) else [value] for key, value in values}


def test_a_round_left_behind_is_offered_again_and_can_be_dropped(store: Store) -> None:
    first = opened()
    choose(first, "i4a")
    type_result(first, "1", note="จากเมื่อวาน")
    page = opened()
    assert "ผลที่พิมพ์ไว้ยังไม่ได้บันทึก <b>1 รายการ</b>" in html_of(page)
    next(one for one in page.button if one.label == "ทำต่อ").click().run()
    choose(page, "i4a")
    assert field(page, "หมายเหตุ").value == "จากเมื่อวาน"
    other = opened()
    next(one for one in other.button if one.label == "ทิ้งแบบร่างนี้ถาวร").click().run()
    assert store.drafts("record") == ()


def test_a_draft_opens_at_what_was_typed_and_a_problem_leads_to_its_field(store: Store) -> None:
    entries = {"i4a": Entry(amount="1", on="1 มิ.ย. 2569"), "i3a": Entry(note="ยังไม่มีจำนวน")}
    corrections = {"a2": Entry(amount="2", on="25 มิ.ย. 2569")}
    work = Round(agency=AGENCY, fiscal_year=2569, version=1, entries=entries,
                 corrections=corrections)  # fmt: skip
    first = opened(indicator="i5a")
    type_result(first, "1")
    (draft,) = store.drafts("record")
    store.save_draft("record", draft.key, to_json(work), draft.author, draft.owner)
    page = opened(indicator="i5a")
    press(page, "ทำต่อ")
    assert _chosen(page) == "i1b"
    assert "โปรดเลือกเหตุผลที่แก้ไข" in html_of(page)
    assert told(page).split("\n")[0].startswith("3. จดหมายข่าว · จำนวน: ")
    next(one for one in page.button if "จดหมายข่าว · จำนวน" in one.label).click().run()
    assert _chosen(page) == "i3a"
    assert field(page, "หมายเหตุ").value == "ยังไม่มีจำนวน"


def _chosen(page: AppTest) -> str:
    return str(next(one for one in page.selectbox if one.label == "ตัวชี้วัด").value)


def test_a_click_that_fails_is_told_in_words_and_nothing_typed_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StoreError("locked")

    first = opened()
    choose(first, "i4a")
    type_result(first, "1")
    page = opened()
    choose(page, "i4a")
    with monkeypatch.context() as broken:
        broken.setattr(Store, "drop_draft", locked)
        broken.setattr(Store, "save_draft", locked)
        next(one for one in page.button if one.label == "ทิ้งแบบร่างนี้ถาวร").click().run()
        assert not page.exception
        (said,) = (one.value.replace("\\", "") for one in page.error)
        assert said.startswith("สิ่งที่ทำล่าสุดยังไม่ได้เก็บ มีการบันทึกอื่นค้างอยู่นาน")
        assert "(รหัส " in said
        type_result(page, "2")
        for _ in range(2):
            assert "ค่าในช่องนี้ยังไม่ได้เก็บ" in html_of(page)
            assert field(page, "จำนวนที่ทำได้ครั้งนี้ (ครั้ง)").value == "2"
            page.run()
    page.run()
    assert "ค่าในช่องนี้ยังไม่ได้เก็บ" not in html_of(page)
    assert "พิมพ์ไว้แล้ว <b>1 รายการ</b>" in html_of(page)


def test_someone_elses_version_in_between_is_told_and_nothing_is_lost(store: Store) -> None:
    page = opened()
    choose(page, "i4a")
    type_result(page, "1", note="ของฉัน")
    store.save(tracked(), author="ผู้อื่น", reason="แก้ไข")
    save_button(page).click().run()
    assert "มีการบันทึกรุ่นที่ 2 โดย ผู้อื่น" in page.error[0].value.replace("\\", "")
    assert field(page, "หมายเหตุ").value == "ของฉัน"
    assert latest(store).info.number == 2
    save_button(page).click().run()
    assert latest(store).tracked.actuals[-1].note == "ของฉัน"
    assert latest(store).info.number == 3


def others(store: Store, **fields: object) -> None:
    """Someone else corrects the result a2 and adds one for the same indicator."""
    report = tracked()
    changed = [replace(a, **fields) if a.id == "a2" else a for a in report.actuals]  # type: ignore[arg-type]
    added = result("i1b-r1", "i1b", 1, AS_OF)
    store.save(replace(report, actuals=(*changed, added)), author="สมชาย", reason="แก้ไข")


def correct_a2(page: AppTest, amount: str) -> None:
    page.session_state[f"record-n0-{widgets.report_key(AGENCY, 2569)}-correct-a2"] = True
    page.run()
    [one for one in page.text_input if one.label.startswith("จำนวนที่ทำได้")][1].input(amount).run()
    next(one for one in page.selectbox if one.label == "เหตุผลที่แก้ไข").set_value("พิมพ์ผิด").run()
    assert not page.exception


def test_two_new_results_under_one_id_are_both_stored(store: Store) -> None:
    page = opened()
    choose(page, "i1b")
    type_result(page, "2", note="ของฉัน")
    others(store)
    page.run()
    assert "สิ่งที่ผู้อื่นเปลี่ยน 1 รายการ" in html_of(page)
    save_button(page).click().run()
    assert not page.exception
    found = {a.id: a.amount for a in latest(store).tracked.actuals if a.indicator_id == "i1b"}
    assert found == {"a2": 3, "i1b-r1": 1, "i1b-r2": 2}


def test_a_correction_and_another_ones_proof_both_stand(store: Store) -> None:
    page = opened()
    choose(page, "i1b")
    correct_a2(page, "2")
    others(store, evidence=(Evidence(address="https://www.thungthotlong.example/2"),))
    page.run()
    save_button(page).click().run()
    changed = {a.id: a for a in latest(store).tracked.actuals}["a2"]
    assert (changed.amount, len(changed.evidence)) == (2, 1)


@pytest.mark.parametrize(("side", "amount"), [("mine", 2), ("theirs", 4)])
def test_one_result_corrected_by_two_is_asked(store: Store, side: str, amount: int) -> None:
    page = opened()
    choose(page, "i1b")
    correct_a2(page, "2")
    others(store, amount=4)
    page.run()
    assert save_button(page).disabled
    question = next(one for one in page.radio if "ผล (เดิม" in one.label.replace("\\", ""))
    assert question.options == ["ของท่าน: 2", "ที่บันทึกแล้ว: 4"]
    question.set_value(side).run()
    save_button(page).click().run()
    assert not page.exception
    assert {a.id: a.amount for a in latest(store).tracked.actuals}["a2"] == amount
    assert latest(store).info.number == 3


def test_results_without_proof_say_so_and_a_link_is_added(store: Store) -> None:
    page = opened()
    choose(page, "i1b")
    assert "ยังไม่มีหลักฐาน" in html_of(page)
    field(page, "ลิงก์หลักฐาน", at=1).input("https://www.thungthotlong.example/p").run()
    save_button(page).click().run()
    assert latest(store).info.reason == "เพิ่มหลักฐาน 1 รายการ"
    changed = {a.id: a for a in latest(store).tracked.actuals}["a2"]
    assert [e.address for e in changed.evidence] == ["https://www.thungthotlong.example/p"]


def test_correcting_an_earlier_result_asks_for_a_reason(store: Store) -> None:
    page = opened()
    choose(page, "i1b")
    page.session_state[f"record-n0-{widgets.report_key(AGENCY, 2569)}-correct-a2"] = True
    page.run()
    amounts = [one for one in page.text_input if one.label.startswith("จำนวนที่ทำได้")]
    amounts[1].input("2").run()
    assert "โปรดเลือกเหตุผลที่แก้ไข" in html_of(page)
    assert save_button(page).disabled
    next(one for one in page.selectbox if one.label == "เหตุผลที่แก้ไข").set_value("นับซ้ำหรือนับขาด").run()
    save_button(page).click().run()
    assert not page.exception
    assert latest(store).info.reason == (
        "แก้ไขผลของ “1. ประชุมทบทวนคู่มือ” วันที่ 25 มิ.ย. 2569 เพราะนับซ้ำหรือนับขาด"
    )
    assert {a.id: a.amount for a in latest(store).tracked.actuals}["a2"] == 2


@pytest.mark.parametrize("amount", [85.125, 0.004])
def test_a_corrected_note_leaves_the_amount_as_it_is(store: Store, amount: float) -> None:
    report = tracked()
    results = [replace(a, amount=amount) if a.id == "a2" else a for a in report.actuals]
    store.save(replace(report, actuals=tuple(results)), author="สมชาย", reason="")
    page = opened()
    choose(page, "i1b")
    page.session_state[f"record-n0-{widgets.report_key(AGENCY, 2569)}-correct-a2"] = True
    page.run()
    field(page, "หมายเหตุ", 1).input("นับจากทะเบียน").run()
    next(one for one in page.selectbox if one.label == "เหตุผลที่แก้ไข").set_value("พิมพ์ผิด").run()
    save_button(page).click().run()
    assert {a.id: (a.amount, a.note) for a in latest(store).tracked.actuals}["a2"] == (
        amount,
        "นับจากทะเบียน",
    )


def press(page: AppTest, label: str) -> None:
    next(one for one in page.button if one.label == label).click().run()
    assert not page.exception


def test_a_result_is_deleted_for_a_reason_and_not_before_the_save(store: Store) -> None:
    page = opened()
    choose(page, "i2a")
    press(page, "ลบผลนี้")
    assert "โปรดเลือกเหตุผลที่ลบ" in html_of(page)
    assert save_button(page).disabled
    press(page, "ไม่ลบแล้ว")
    assert "ยังไม่ได้พิมพ์ผลใหม่" in html_of(page)
    press(page, "ลบผลนี้")
    next(one for one in page.selectbox if one.label == "เหตุผลที่ลบ").set_value("ยังไม่ได้ทำจริง").run()
    save_button(page).click().run()
    assert not page.exception
    assert "a3" not in {a.id for a in latest(store).tracked.actuals}
    assert latest(store).info.reason == (
        "ลบผลของ “2. บริการที่ยื่นทางอินเทอร์เน็ตได้” วันที่ 20 ม.ค. 2569 เพราะยังไม่ได้ทำจริง"
    )


def test_a_proof_is_taken_off_its_result_or_put_back(store: Store) -> None:
    page = opened()
    choose(page, "i2a")
    press(page, "เอาออก")
    assert "พิมพ์ไว้แล้ว <b>1 รายการ</b>" in html_of(page)
    press(page, "ใส่คืน")
    assert "ยังไม่ได้พิมพ์ผลใหม่" in html_of(page)
    press(page, "เอาออก")
    save_button(page).click().run()
    left = {a.id: a for a in latest(store).tracked.actuals}["a3"]
    assert (left.amount, left.evidence) == (5, ())
    assert latest(store).info.reason == "นำหลักฐานออก 1 รายการ"


def test_what_was_typed_for_another_report_is_not_mixed_in(store: Store) -> None:
    other = Round(agency="อบต.อื่น", fiscal_year=2569)
    store.save_draft("record", "k", __import__("ita_data.codec", fromlist=["x"]).to_json(other))
    page = opened(draft="k")
    assert page.query_params["draft"] not in ("k", ["k"])


def test_words_of_a_file_never_become_markup(empty: Store) -> None:
    nasty = "<img src=x onerror=alert(1)> ![x](http://outside.example/a.png) :red[x]"
    report = tracked()
    first = report.indicators[0]
    marked = replace(report, indicators=(replace(first, name=nasty), *report.indicators[1:]))
    empty.save(marked, author=nasty, reason="")
    page = opened(indicator=first.id)
    assert "<img" not in html_of(page)
    shown = [one.label for one in page.text_input] + [one.value for one in page.markdown]
    assert [text for text in shown if "![x](" in text] == []


# --- the table of months ---


def table(page: AppTest):  # type: ignore[no-untyped-def]
    return page.data_editor[0]


def grid_opened(**address: str) -> AppTest:
    page = opened(view="grid", **address)
    assert len(page.data_editor) == 1
    return page


def row_of(page: AppTest, name: str) -> int:
    names = list(table(page).value["name"])
    return next(n for n, one in enumerate(names) if one.endswith(name))


def type_cells(page: AppTest, **rows: dict[str, str]) -> None:
    """As the browser sends it: every cell changed so far, by row and column."""
    state = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    page.session_state[table(page).key] = state
    page.run()
    assert not page.exception


def cell(page: AppTest, name: str, month: str) -> str:
    return str(table(page).value[month][row_of(page, name)] or "")


def test_the_table_shows_the_months_with_what_is_recorded_and_what_is_missing(store: Store) -> None:
    page = grid_opened()
    assert cell(page, "ประชุมทบทวนคู่มือ", "2026-06-01") == "3"
    row = table(page).value.iloc[row_of(page, "สรุปผลการจัดซื้อจัดจ้าง")]
    # Four of nine are done, in February: five of the empty months are asked for, not that one.
    assert row["seen"] == "ขาด ม.ค. 69, มี.ค.–มิ.ย. 69"
    assert "ผลที่ครบกำหนดแล้วแต่ยังไม่มี" in html_of(page)


def test_a_cell_that_is_no_number_is_still_missing(store: Store) -> None:
    page = grid_opened()
    row = row_of(page, "สรุปผลการจัดซื้อจัดจ้าง")
    type_cells(page, **{str(row): {"2026-04-01": "abc", "2026-03-01": "1"}})
    seen = table(page).value.iloc[row_of(page, "สรุปผลการจัดซื้อจัดจ้าง")]["seen"]
    assert seen == "โปรดแก้ เม.ย. 69 · ขาด ม.ค. 69, เม.ย.–มิ.ย. 69"
    assert "โปรดแก้ 1 จุดก่อนบันทึก" in html_of(page)


def test_a_month_that_was_filled_in_is_not_asked_for_again(store: Store) -> None:
    page = grid_opened()
    row = row_of(page, "สรุปผลการจัดซื้อจัดจ้าง")
    type_cells(page, **{str(row): {"2026-05-01": "1"}})
    typed = table(page).value.iloc[row_of(page, "สรุปผลการจัดซื้อจัดจ้าง")]["seen"]
    save_button(page).click().run()
    assert not page.exception
    saved = table(page).value.iloc[row_of(page, "สรุปผลการจัดซื้อจัดจ้าง")]["seen"]
    assert typed == saved == "ขาด ม.ค. 69, มี.ค. 69, เม.ย. 69, มิ.ย. 69"


def test_a_round_typed_in_the_table_is_one_version(store: Store) -> None:
    page = grid_opened()
    one, other = row_of(page, "ตรวจนับพัสดุ"), row_of(page, "จดหมายข่าว")
    type_cells(page, **{str(one): {"2026-04-01": "๑"}, str(other): {"2026-06-01": " 2 "}})
    save_button(page).click().run()
    assert not page.exception
    version = latest(store)
    new = [(a.indicator_id, a.amount, a.on) for a in version.tracked.actuals[-2:]]
    assert version.info.number == 2
    assert sorted(new) == [("i3a", 2, date(2026, 6, 30)), ("i4a", 1, date(2026, 4, 30))]
    assert version.info.reason == (
        "บันทึกผล 2 รายการ: “4. ตรวจนับพัสดุ” เม.ย. 69, “3. จดหมายข่าว” มิ.ย. 69"
    )


def test_what_was_typed_in_the_table_is_there_after_a_reload(store: Store) -> None:
    page = grid_opened()
    type_cells(page, **{str(row_of(page, "ตรวจนับพัสดุ")): {"2026-04-01": "สี่"}})
    again = opened(**{key: value[0] for key, value in _address(page).items()})
    assert cell(again, "ตรวจนับพัสดุ", "2026-04-01") == "สี่"
    assert "โปรดแก้ เม.ย. 69" in table(again).value["seen"][row_of(again, "ตรวจนับพัสดุ")]
    assert "4. ตรวจนับพัสดุ · เม.ย. 69 · จำนวน: “สี่” อ่านเป็นจำนวนไม่ได้" in told(again)
    assert save_button(again).disabled


def test_a_month_to_come_is_told(store: Store) -> None:
    page = grid_opened()
    type_cells(page, **{str(row_of(page, "ตรวจนับพัสดุ")): {"2026-07-01": "1"}})
    assert "ก.ค. 69 ยังมาไม่ถึง" in html_of(page)
    assert save_button(page).disabled


def test_typing_over_what_is_recorded_asks_why(store: Store) -> None:
    page = grid_opened()
    type_cells(page, **{str(row_of(page, "ประชุมทบทวนคู่มือ")): {"2026-06-01": "4"}})
    assert "จาก 3 เป็น 4 ครั้ง" in html_of(page)
    assert save_button(page).disabled
    next(one for one in page.selectbox if one.label == "เหตุผลที่แก้ไข").set_value("พิมพ์ผิด").run()
    save_button(page).click().run()
    assert {a.id: a.amount for a in latest(store).tracked.actuals}["a2"] == 4
    assert latest(store).info.reason == ("แก้ไขผลของ “1. ประชุมทบทวนคู่มือ” วันที่ 25 มิ.ย. 2569 เพราะพิมพ์ผิด")


def test_an_emptied_month_of_one_result_is_deleted_for_a_reason(store: Store) -> None:
    page = grid_opened()
    row = str(row_of(page, "ประชุมทบทวนคู่มือ"))
    type_cells(page, **{row: {"2026-06-01": None}})  # type: ignore[dict-item]
    assert cell(page, "ประชุมทบทวนคู่มือ", "2026-06-01") == ""
    assert "ลบผล 3 ครั้ง" in html_of(page)
    assert save_button(page).disabled
    next(one for one in page.selectbox if one.label == "เหตุผลที่ลบ").set_value("บันทึกซ้ำ").run()
    save_button(page).click().run()
    assert "a2" not in {a.id for a in latest(store).tracked.actuals}
    assert latest(store).info.reason == ("ลบผลของ “1. ประชุมทบทวนคู่มือ” วันที่ 25 มิ.ย. 2569 เพราะบันทึกซ้ำ")


def test_a_month_of_several_results_cannot_be_emptied_in_the_table(store: Store) -> None:
    report = tracked()
    second = result("x", "i1b", 1, date(2026, 6, 9))
    store.save(replace(report, actuals=(*report.actuals, second)), author="สมชาย", reason="")
    page = grid_opened()
    row = str(row_of(page, "ประชุมทบทวนคู่มือ"))
    type_cells(page, **{row: {"2026-06-01": None}})  # type: ignore[dict-item]
    assert cell(page, "ประชุมทบทวนคู่มือ", "2026-06-01") == "4"
    assert "บันทึกไว้หลายครั้ง" in page.warning[0].value


def test_a_month_recorded_by_someone_else_meanwhile_is_asked(store: Store) -> None:
    page = grid_opened()
    type_cells(page, **{str(row_of(page, "ประชุมทบทวนคู่มือ")): {"2026-05-01": "2"}})
    report = tracked()
    theirs = result("x", "i1b", 1, date(2026, 5, 9))
    store.save(replace(report, actuals=(*report.actuals, theirs)), author="สมชาย", reason="")
    page.run()
    assert "เปลี่ยนเป็น 1 (เดิมยังไม่มี)" in html_of(page)
    assert save_button(page).disabled
    next(one for one in page.button if one.label == "ยืนยันค่าที่พิมพ์").click().run()
    next(one for one in page.selectbox if one.label == "เหตุผลที่แก้ไข").set_value("พิมพ์ผิด").run()
    save_button(page).click().run()
    assert {a.id: a.amount for a in latest(store).tracked.actuals}["x"] == 2


def test_empty_months_are_filled_as_the_month_before(store: Store) -> None:
    page = grid_opened()
    type_cells(page, **{str(row_of(page, "ตรวจสอบหน้าเว็บ")): {"2026-03-01": "1"}})
    next(one for one in page.selectbox if one.label == "ตัวชี้วัด").set_value("i2b").run()
    next(one for one in page.button if one.label.startswith("เติมทั้งแถว")).click().run()
    assert not page.exception
    found = [cell(page, "ตรวจสอบหน้าเว็บ", f"2026-0{month}-01") for month in range(2, 8)]
    assert found == ["", "1", "1", "1", "8", ""]


# --- files of evidence ---

PDF = b"%PDF-1.7\n%%EOF"


def upload(page: AppTest, name: str, data: bytes) -> None:
    page.file_uploader[0].set_value((name, data, "application/octet-stream")).run()
    assert not page.exception


def test_a_file_of_evidence_is_kept_and_named(store: Store) -> None:
    page = opened()
    choose(page, "i4a")
    type_result(page, "1")
    upload(page, "คำสั่ง.pdf", PDF)
    again = opened(**{key: value[0] for key, value in _address(page).items()})
    save_button(again).click().run()
    (proof,) = latest(store).tracked.actuals[-1].evidence
    assert proof.address == "คำสั่ง.pdf"
    assert store.file(proof.sha256 or "").content == PDF


def test_a_file_that_is_not_what_its_name_says_is_told_and_not_kept(store: Store) -> None:
    page = opened()
    choose(page, "i4a")
    type_result(page, "1", note="ยังอยู่")
    upload(page, "ภาพ.jpg", PDF)
    assert "ไม่ตรงกับสิ่งที่อยู่ข้างใน ซึ่งเป็น PDF" in html_of(page)
    assert field(page, "หมายเหตุ").value == "ยังอยู่"
    save_button(page).click().run()
    assert latest(store).tracked.actuals[-1].evidence == ()


def test_the_last_three_months_alone_keep_what_was_typed(store: Store) -> None:
    page = grid_opened()
    type_cells(page, **{str(row_of(page, "ตรวจนับพัสดุ")): {"2026-01-01": "1"}})
    span = next(one for one in page.get("button_group") if one.label == "เดือนที่แสดง")
    span.set_value("3 เดือนล่าสุด").run()
    assert list(table(page).proto.column_order)[2:-1] == ["2026-04-01", "2026-05-01", "2026-06-01"]
    assert cell(page, "ตรวจนับพัสดุ", "2026-01-01") == "1"


def test_a_cell_can_be_typed_again_after_the_table_was_drawn_in_another_order(store: Store) -> None:
    page = grid_opened()
    row = str(row_of(page, "ตรวจนับพัสดุ"))
    type_cells(page, **{row: {"2026-04-01": "1"}})
    order = next(one for one in page.get("button_group") if one.label == "เรียงตัวชี้วัด")
    order.set_value("ตามลำดับในรายงาน").run()
    type_cells(page, **{str(row_of(page, "ตรวจนับพัสดุ")): {"2026-04-01": "2"}})
    order = next(one for one in page.get("button_group") if one.label == "เรียงตัวชี้วัด")
    order.set_value("ที่ครบกำหนดก่อน").run()
    assert cell(page, "ตรวจนับพัสดุ", "2026-04-01") == "2"
    type_cells(page, **{row: {"2026-04-01": "1"}})
    assert cell(page, "ตรวจนับพัสดุ", "2026-04-01") == "1"
