"""นำเข้า: a file is read, reviewed and stored; nothing said on the way is lost."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.model import Actual, Basis, Decision, Evidence
from ita_data.review import Review
from ita_data.store import Store, Version
from pages import widgets
from tests.app import imported
from tests.app.visitor import drafts_of, html_of, on_day, opened
from tests.writing import xlsx_bytes

TODAY = date(2025, 3, 15)
visit = partial(opened, "upload")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(monkeypatch, TODAY)


@pytest.fixture(scope="module", autouse=True)
def _one_reading_service() -> Iterator[None]:
    """The worker processes are started once for the module, not for each test."""
    service = widgets.reading_service()
    kept = pytest.MonkeyPatch()
    for name, module in list(sys.modules.items()):
        if name.startswith("pages.widgets") and hasattr(module, "reading_service"):
            kept.setattr(module, "reading_service", lambda: service)
    yield
    kept.undo()
    service.close()


def upload(data: bytes = imported.DATA, name: str = imported.NAME) -> AppTest:
    page = visit()
    page.file_uploader[0].set_value((name, data, "text/plain"))
    page.run()
    assert not page.exception
    return page


def reload(page: AppTest) -> AppTest:
    """A new session at the same address."""
    return visit(**{k: v if isinstance(v, str) else v[0] for k, v in page.query_params.items()})


def field(page: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in (*page.text_input, *page.text_area) if one.label == label)


def press(page: AppTest, label: str) -> AppTest:
    next(one for one in page.button if one.label == label).click().run()
    assert not page.exception
    return page


def choose_measure(page: AppTest, measure_id: str) -> None:
    control = next(one for one in page.get("button_group") if one.label == "เลือกมาตรการ")
    control.set_value(measure_id).run()
    assert not page.exception


def open_expander(page: AppTest, *parts: str) -> None:
    """Opens a lazy expander by the end of its name."""
    key = page.query_params["draft"]
    key = key if isinstance(key, str) else key[0]
    page.session_state["-".join(("import", f"n{_round(page)}", key, *parts))] = True
    page.run()


def _round(page: AppTest) -> int:
    try:
        return int(page.session_state["import_fields"])
    except KeyError:
        return 0


def latest(store: Store, year: int = 2568) -> Version:
    version = store.latest(imported.AGENCY, year)
    assert version is not None
    return version


def save(page: AppTest) -> AppTest:
    return press(page, "บันทึกเป็นรุ่นใหม่")


SAME = "ไม่มีสิ่งใดเปลี่ยน บันทึกเป็นรุ่นใหม่อยู่ดี"


def test_the_way_in_says_what_is_taken_and_how_large(store: Store) -> None:
    page = visit()
    assert page.file_uploader[0].label == "ไฟล์รายงานผลการดำเนินการ"
    assert "20 MB" in page.file_uploader[0].help
    assert "docx" in html_of(page)


def test_a_refused_file_is_told_in_one_sentence_and_changes_nothing(store: Store) -> None:
    page = upload(b"%PDF-1.7 not a table", "report.pdf")
    assert len(page.error) == 1
    assert page.error[0].value.endswith("ข้อมูลที่บันทึกไว้เดิมไม่เปลี่ยนแปลง")
    assert (store.reports(), store.drafts("import"), store.drafts("import-file")) == ((), (), ())


def test_the_review_shows_what_was_understood(store: Store) -> None:
    page = upload()
    shown = html_of(page)
    assert "พบ 3 มาตรการ · 5 จำนวนในข้อความ" in shown
    assert field(page, "หน่วยงาน").value == imported.AGENCY
    assert field(page, "อำเภอ").value == "เมืองสมมติ"
    assert field(page, "จังหวัด").value == "ตัวอย่าง"
    assert field(page, "ปีงบประมาณ (พ.ศ.)").value == "2568"
    assert "อ่านจาก" in shown
    assert "<mark>จำนวน ๗ เล่ม<sup>1</sup></mark>" in shown
    assert "เป้าหมายนำมาจากผลที่รายงาน" in shown


def test_cadences_are_said_in_words(store: Store) -> None:
    page = upload()
    choose_measure(page, "m3")
    shown = html_of(page)
    assert "<b>6 ครั้ง</b> · ทุก 2 เดือน" in shown
    assert "<b>2 ครั้ง</b> · ปีละ 2 ครั้ง" in shown


def test_storing_makes_a_version_with_the_file_and_leads_to_the_overview(store: Store) -> None:
    page = upload()
    press(page, "ยืนยันทั้งหมดทุกมาตรการ")
    field(page, "ผู้บันทึก").input("สมหญิง").run()
    field(page, "เหตุผลหรือหมายเหตุของรุ่นนี้").input("รายงานสิ้นปี").run()
    save(page)
    version = latest(store)
    info = version.info
    assert (info.number, info.kind, info.author, info.reason, info.source_name) == (
        1, "upload", "สมหญิง", "รายงานสิ้นปี", imported.NAME,
    )  # fmt: skip
    assert store.source(info.source_sha256 or "") == imported.DATA
    assert {i.decision for i in version.tracked.indicators} == {Decision.ACCEPTED}
    assert (store.drafts("import"), store.drafts("import-file")) == ((), ())
    assert "draft" not in page.query_params
    assert imported.AGENCY in html_of(page)
    assert "ตรวจทานก่อนบันทึก" not in html_of(page)
    assert page.success[0].value.startswith("บันทึกรายงานจากไฟล์")
    assert "เป็นรุ่นที่ 1 แล้ว" in page.success[0].value
    assert not page.run().success


def test_the_day_that_the_file_names_is_proposed_and_used_only_on_a_click(store: Store) -> None:
    note = "ข้อมูล ณ วันที่ ๑๕ มีนาคม ๒๕๖๘"
    page = upload(f"{imported.TEXT}\n\n{note}\n".encode())
    assert field(page, "ผลในรายงาน ณ วันที่").value == ""
    assert f"ในไฟล์เขียนว่า “{note}” (ไฟล์ข้อความ บรรทัดที่ 8)" in html_of(page)
    press(page, "ใช้ 15 มี.ค. 2568")
    assert field(page, "ผลในรายงาน ณ วันที่").value == "15 มี.ค. 2568"
    assert f"อ่านจาก “{note}”" in html_of(page)
    save(page)
    assert latest(store).tracked.reported_on == date(2025, 3, 15)


def test_a_reload_comes_back_to_everything_that_was_typed(store: Store) -> None:
    page = upload()
    field(page, "อำเภอ").input("เมืองใหม่").run()
    choose_measure(page, "m2")
    open_expander(page, "fields", "m2")
    field(page, "ผลการดำเนินการ (output)").input("เปิดรับเรื่องแล้ว ๔ ช่องทาง").run()
    again = reload(page)
    assert field(again, "อำเภอ").value == "เมืองใหม่"
    assert "<mark>๔ ช่องทาง<sup>" in html_of(again)
    assert "กรอกโดยผู้ตรวจทาน" in html_of(again)


def test_a_draft_left_behind_is_offered_and_dropped_only_after_a_question(store: Store) -> None:
    field(upload(), "อำเภอ").input("เมืองใหม่").run()
    page = visit()
    assert f"<b>{imported.NAME}</b> · {imported.AGENCY} ปีงบประมาณ 2568" in html_of(page)
    press(page, "ทำต่อ")
    assert field(page, "อำเภอ").value == "เมืองใหม่"
    press(page, "เลือกไฟล์อื่น")
    press(page, "ทิ้งแบบร่างนี้ถาวร")
    assert (store.drafts("import"), store.drafts("import-file")) == ((), ())


def test_proposals_are_dropped_corrected_and_added(store: Store) -> None:
    page = upload()
    page.checkbox[0].set_value(False).run()
    assert '<mark class="unused">จำนวน ๗ เล่ม<sup>1</sup></mark>' in html_of(page)
    choose_measure(page, "m3")
    first = next(i for i in _draft(store).indicators if i.measure_id == "m3")
    open_expander(page, "edit", first.id)
    field(page, "เป้าหมายรวมตลอดระยะเวลา").input("๘").run()
    next(one for one in page.selectbox if one.label == "รอบเวลา").select("ทุก 3 เดือน").run()
    press(page, "เพิ่มตัวชี้วัด")
    assert field(page, "ชื่อตัวชี้วัด").value == "ตัวชี้วัดใหม่"
    press(page, "ยืนยัน")
    save(page)
    stored = {i.id: i for i in latest(store).tracked.indicators}
    assert [i.decision for i in stored.values() if i.measure_id == "m1"] == [Decision.DROPPED]
    assert (stored[first.id].target, stored[first.id].cadence.every_months) == (8, 3)
    assert stored[first.id].decision is Decision.CORRECTED
    assert [i.name for i in stored.values() if i.decision is Decision.ADDED] == ["ตัวชี้วัดใหม่"]
    last = [i.decision for i in stored.values() if i.measure_id == "m3"][1]
    assert last is Decision.ACCEPTED


def _draft(store: Store) -> Review:
    return drafts_of(store, "import", Review)[0]


def test_a_number_that_is_none_is_told_at_its_field(store: Store) -> None:
    page = upload()
    first = _draft(store).indicators[0]
    open_expander(page, "edit", first.id)
    field(page, "เป้าหมายรวมตลอดระยะเวลา").input("เจ็ด").run()
    assert "“เจ็ด” ไม่ใช่จำนวน จึงยังใช้ค่าเดิม" in html_of(page)
    assert _draft(store).indicators[0].target == 7


@pytest.mark.parametrize(
    ("missing", "label", "told", "typed"),
    [
        (f"{imported.AGENCY} ", "หน่วยงาน", "ยังไม่ทราบชื่อหน่วยงาน", imported.AGENCY),
        ("ปีงบประมาณ พ.ศ. 2568 ", "ปีงบประมาณ (พ.ศ.)", "ยังไม่ทราบปีงบประมาณ", "๒๕๖๘"),
    ],
)
def test_what_the_file_does_not_say_is_asked(
    store: Store, missing: str, label: str, told: str, typed: str
) -> None:
    page = upload(imported.report(missing, ""))
    assert f"{told} (ข้อ ๑) จึงยังบันทึกไม่ได้" in html_of(page)
    assert next(one for one in page.button if one.label == "บันทึกเป็นรุ่นใหม่").disabled
    field(page, label).input(typed).run()
    assert "จึงยังบันทึกไม่ได้" not in html_of(page)
    save(page)
    assert latest(store).info.number == 1


def test_a_table_without_known_headers_is_matched_by_hand_and_remembered(store: Store) -> None:
    page = upload(imported.FOREIGN)
    assert "ไม่พบแถวหัวตารางที่รู้จัก" in page.warning[0].value
    names = ("ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
             "ผู้รับผิดชอบ", "ผลการดำเนินการ (output)")  # fmt: skip
    for at, name in enumerate(names):
        _column_boxes(page)[at].select(name).run()
        assert not page.exception
    assert "พบ 3 มาตรการ" in html_of(page)
    save(page)
    assert [m.title for m in latest(store).tracked.report.measures] == [r[1] for r in imported.ROWS]
    again = upload(imported.FOREIGN)
    assert "พบ 3 มาตรการ" in html_of(again)


def test_columns_of_months_are_told_as_used_not_as_left_aside(store: Store) -> None:
    rows = (
        ("เทศบาลตำบลบึงสมมติ อำเภอเมืองสมมติ จังหวัดตัวอย่าง ปีงบประมาณ 2568",),
        ("ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ต.ค.", "พ.ย.", "ธ.ค.", "ข้อความอื่น"),
        (1, "จัดประชุม", "ประชุม ๒ ครั้ง/ปี", "กองคลัง\nกองช่าง", "✓", None, "✓", "คำอธิบาย"),
    )
    page = upload(xlsx_bytes({"แผน": rows}), "แผน.xlsx")
    boxes = {box.label: box for box in page.selectbox}
    months = {boxes[name].options[0] for name in ("ต.ค.", "พ.ย.", "ธ.ค.")}
    assert months == {"ใช้เป็นระยะเวลา"}
    assert boxes["ข้อความอื่น"].value is None
    assert any("จับคู่แล้ว 7 จาก 8" in one.label for one in page.expander)
    # A text of two lines has a field of lines: nothing is joined.
    open_expander(page, "fields", "m1")
    departments = field(page, "ผู้รับผิดชอบ (ตามที่พิมพ์ในรายงาน)")
    assert (departments.type, departments.value) == ("text_area", "กองคลัง\nกองช่าง")


@pytest.mark.parametrize("typed", ["2025", "68", "๒๐๒๕"])
def test_a_year_of_another_era_is_offered_as_what_is_meant(store: Store, typed: str) -> None:
    page = upload(imported.report("ปีงบประมาณ พ.ศ. 2568 ", ""))
    field(page, "ปีงบประมาณ (พ.ศ.)").input(typed).run()
    assert "เช่น 2568 หมายถึง 2568 หรือไม่" in html_of(page)
    press(page, "ใช้ 2568")
    assert field(page, "ปีงบประมาณ (พ.ศ.)").value == "2568"
    assert "หมายถึง" not in html_of(page)


def test_a_file_without_a_table_is_not_asked_for_its_columns(store: Store) -> None:
    page = upload("บันทึกข้อความ\nขอส่งรายงานผลการดำเนินการ\n".encode())
    assert "ไม่พบตารางในไฟล์นี้ โปรดเลือกไฟล์อื่น" in page.warning[0].value
    assert "ไม่พบตารางในไฟล์นี้ จึงไม่มีคอลัมน์ให้จับคู่" in html_of(page)
    assert not any("ข้อ ๒" in one.value for one in page.warning)


def _column_boxes(page: AppTest):  # type: ignore[no-untyped-def]
    return [one for one in page.selectbox if "เก็บเป็นข้อความเพิ่มเติม" in one.options]


def test_what_will_change_is_told_before_it_is_stored(store: Store) -> None:
    save(upload())
    page = upload(imported.report("สำนักปลัด กองช่าง", "กองคลัง"))
    shown = html_of(page)
    assert "มีรุ่นที่ 1" in shown
    assert "สำนักปลัด กองช่าง → กองคลัง" in shown
    save(page)
    assert latest(store).info.number == 2


def test_the_next_file_shows_what_was_decided_before(store: Store) -> None:
    page = upload()
    press(page, "ยืนยันทั้งหมดทุกมาตรการ")
    first, second = _draft(store).indicators[:2]
    open_expander(page, "edit", first.id)
    field(page, "เป้าหมายรวมตลอดระยะเวลา").input("8").run()
    choose_measure(page, "m2")
    page.checkbox[0].set_value(False).run()
    save(page)
    again = upload(imported.report("สำนักปลัด กองช่าง", "กองคลัง"))
    assert "รอยืนยัน" not in html_of(again)
    assert "<b>8 เล่ม</b>" in html_of(again)
    choose_measure(again, "m2")
    assert again.checkbox[0].value is False
    save(again)
    stored = {i.id: (i.target, i.decision) for i in latest(store).tracked.indicators}
    assert stored[first.id] == (8, Decision.CORRECTED)
    assert stored[second.id][1] is Decision.DROPPED


def test_decisions_come_once_the_agency_is_put_right(store: Store) -> None:
    press(page := upload(), "ยืนยันทั้งหมดทุกมาตรการ")
    save(page)
    again = upload(imported.report(imported.AGENCY, "เทศบาลตำบลอื่น"))
    assert "รอยืนยัน" in html_of(again)
    field(again, "หน่วยงาน").input(imported.AGENCY).run()
    assert not again.exception
    assert "(ยืนยันครบแล้ว)" in html_of(again)


def test_a_file_without_a_change_is_stored_only_for_a_reason(store: Store) -> None:
    save(upload())
    page = upload()
    assert "ไม่มีสิ่งใดเปลี่ยนจากรุ่นล่าสุด" in html_of(page)
    button = next(one for one in page.button if one.label == SAME)
    assert button.disabled
    assert button.proto.type == "secondary"
    field(page, "เหตุผลหรือหมายเหตุของรุ่นนี้").input("ส่งซ้ำ").run()
    press(page, SAME)
    assert (latest(store).info.number, latest(store).info.reason) == (2, "ส่งซ้ำ")


def test_someone_elses_version_in_between_is_told_and_nothing_is_lost(store: Store) -> None:
    save(upload())
    page = upload()
    field(page, "เหตุผลหรือหมายเหตุของรุ่นนี้").input("ของฉัน").run()
    store.save(latest(store).tracked, author="ผู้อื่น", reason="แก้ไข")
    press(page, SAME)
    assert "มีการบันทึกรุ่นที่ 2 โดย ผู้อื่น" in page.error[0].value.replace("\\", "")
    assert field(page, "เหตุผลหรือหมายเหตุของรุ่นนี้").value == "ของฉัน"
    press(page, SAME)
    assert (latest(store).info.number, latest(store).info.reason) == (3, "ของฉัน")


def test_a_row_that_is_no_measure_can_be_taken_out(store: Store) -> None:
    page = upload()
    choose_measure(page, "m3")
    open_expander(page, "fields", "m3")
    press(page, "แถวนี้ไม่ใช่มาตรการ นำออก")
    assert "พบ 2 มาตรการ" in html_of(page)
    press(page, "นำกลับมา")
    assert "พบ 3 มาตรการ" in html_of(page)


def test_a_measure_with_results_that_the_file_lacks_is_asked_for_and_stays(store: Store) -> None:
    save(upload())
    before = latest(store).tracked
    own = next(i for i in before.indicators if i.measure_id == "m2")
    proof = Evidence(address="https://bueng.example/1")
    result = Actual(id="r1", indicator_id=own.id, amount=3, basis=Basis.RECORDED,
                    on=date(2025, 1, 31), evidence=(proof,))  # fmt: skip
    recorded = replace(before, actuals=(*before.actuals, result))
    store.save(recorded, author="", reason="บันทึกผล", kind="results")
    lacking = imported.report("\t".join(imported.ROWS[1]) + "\n", "")

    page = upload(lacking)
    shown = html_of(page)
    assert "มาตรการของรุ่นที่ 2 ที่ไม่มีในไฟล์นี้ 1 มาตรการ" in shown
    assert "มาตรการนี้มีผลที่บันทึกไว้ 1 รายการ หลักฐาน 1 รายการ" in shown
    assert "ไม่มีในไฟล์นี้ 1 (คงไว้ 1)" in shown
    assert page.radio[0].value == "คงไว้ในรายงาน"
    page.radio[0].set_value("นำออกจากรายงาน").run()
    assert "จะไม่อยู่ในรุ่นใหม่ ดูได้ที่ประวัติ รุ่นที่ 2" in html_of(page)
    assert "มาตรการ 2: ไม่มีแล้ว" in html_of(page)
    page.radio[0].set_value("คงไว้ในรายงาน").run()
    field(page, "เหตุผลหรือหมายเหตุของรุ่นนี้").input("แผนใหม่").run()
    press(page, SAME)
    stored = latest(store)
    assert stored.info.number == 3
    assert [m.in_file for m in stored.tracked.report.measures] == [True, False, True]
    assert result in stored.tracked.actuals


def test_what_the_rules_say_is_told_before_storing(store: Store) -> None:
    page = upload(imported.report("ทั้ง ๓ ช่องทาง", "ทั้ง ๓ ช่องทาง ปรับปรุง จำนวน ๒ ช่องทาง"))
    assert "ระบุทั้ง “ทั้ง ๓ ช่องทาง” และ “จำนวน ๒ ช่องทาง”" in html_of(page)


def test_words_of_a_file_never_become_markup(store: Store) -> None:
    nasty = "<img src=x onerror=alert(1)> ![x](http://outside.example/a.png)"
    page = upload(imported.report("พิมพ์คู่มือแล้ว", nasty), "<b>รายงาน</b>.txt")
    shown = html_of(page)
    assert "<img" not in shown
    assert "<b>รายงาน</b>" not in shown
    labels = [one.label for one in (*page.checkbox, *page.text_input, *page.expander)]
    assert [text for text in labels if "![x](" in text] == []


def test_a_dropped_draft_in_an_old_address_leads_to_the_start(store: Store) -> None:
    page = visit(draft="gone")
    assert page.file_uploader
    assert "draft" not in page.query_params


def test_a_draft_that_does_not_read_hides_no_other(store: Store) -> None:
    upload()
    store.save_draft("import", "old", b'{"loaded": 1}')
    page = visit(draft="old")
    assert [one.label for one in page.button].count("ทำต่อ") == 1
    assert store.draft("import", "old") is not None


def test_several_files_are_a_draft_each_and_a_refused_one_is_told(store: Store) -> None:
    page = visit()
    other = imported.DATA.decode().replace("2568", "2569").replace("๒๕๖๘", "๒๕๖๙").encode()
    bad = b"%PDF-1.7 no table"
    files = [("ก.txt", imported.DATA), ("ข.txt", other), ("ค.pdf", bad), ("ง.pdf", bad)]
    page.file_uploader[0].set_value([(name, data, "text/plain") for name, data in files])
    page.run()
    assert not page.exception
    shown = html_of(page)
    assert "<b>ก.txt</b>" in shown
    assert "<b>ข.txt</b>" in shown
    told = [error.value.partition("** ")[0] for error in page.error]
    assert told == [f"**{widgets.plain(name)}" for name in ("ค.pdf", "ง.pdf")]
    press(page, "นำออก")
    assert [error.value.partition("** ")[0] for error in page.error] == told[1:]
    assert "<b>ก.txt</b>" in html_of(page)


def test_many_measures_are_chosen_from_a_list_not_a_wall_of_buttons(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.importing.measures.MOST_BUTTONS", 2)
    page = upload()
    assert [one.label for one in page.get("button_group") if one.label == "เลือกมาตรการ"] == []
    box = next(one for one in page.selectbox if one.label == "เลือกมาตรการ")
    assert len(box.options) == 3
    assert box.options[0].startswith("1 · รอ ")
