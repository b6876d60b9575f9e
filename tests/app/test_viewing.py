"""The pages that only show, with a stored report: their words, numbers, filters and links."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ita_data.findings import Finding
from ita_data.model import Report, TrackedReport
from ita_data.store import Store, StoreError, keys
from pages.widgets import offered, text
from pages.widgets import opened as opening
from pages.widgets.downloads import file_name
from pages.widgets.header import CHOOSER
from tests.app.agency import AGENCY, measure, tracked
from tests.app.visitor import APP, SECONDS, html_of, on_day, opened

DAY = "2026-06-30"
HOSTILE = "![x](http://a.example/p.png) :material/home: $a$ <img src=x> [y](http://b.example)"


def save(store: Store, report: TrackedReport, *findings: Finding) -> None:
    store.save(report, author="สมหญิง ทดลองดี", reason="นำเข้า", kind="upload", findings=findings)


def choosing(shown: AppTest, key: str = CHOOSER) -> AppTest:
    """With the pickers open, as after a click on the button of the header; or another popover."""
    shown.session_state[key] = True
    return shown.run()


def test_overview_says_where_the_agency_stands(store: Store) -> None:
    save(store, tracked())
    shown = html_of(opened("overview", date=DAY))
    assert f"<b>{AGENCY}</b> · ปีงบประมาณ 2569" in shown
    assert "รุ่นที่ 1 · บันทึกโดย สมหญิง ทดลองดี เมื่อ" in shown
    assert "ตามแผนหรือบรรลุแล้ว 2 จาก 7 มาตรการ ·</span> <span>มีหลักฐาน 6 จาก 11 ตัวชี้วัด" in shown
    assert shown.count('<div class="line" role="row">') == 7
    assert "ข้อมูลตัวอย่าง" not in shown


def test_overview_says_what_the_newest_version_moved(store: Store) -> None:
    save(store, replace(tracked(), actuals=tracked().actuals[:-1]))
    assert "เทียบกับรุ่นที่" not in html_of(opened("overview", date=DAY))
    save(store, tracked())
    shown = html_of(opened("overview", date=DAY))
    assert f'href="history?date={DAY}&amp;version=2&amp;against=1"' in shown
    assert "บันทึกผลแล้ว 49% → 55%" in shown
    assert "มาตรการ 6 ยังไม่รายงานผล → ตามแผน" in shown


@pytest.mark.parametrize("name", ["overview", "measures", "targets", "report"])
def test_until_something_is_stored_the_sample_is_open_and_says_so(store: Store, name: str) -> None:
    shown = html_of(opened(name))
    assert "<b>ข้อมูลตัวอย่าง – หน่วยงานสมมติ</b>" in shown
    assert "<b>เทศบาลตำบลดอนแก้วใส</b> · ปีงบประมาณ 2569" in shown
    save(store, tracked())
    assert "ข้อมูลตัวอย่าง" not in html_of(opened(name))


def test_the_sample_opens_on_its_own_day_and_shows_every_status_of_a_measure(store: Store) -> None:
    shown = opened("overview")
    assert "ณ วันที่ 30 มิ\\.ย\\. 2569" in _popover(shown)
    for words in ("บรรลุเป้าหมาย", "ตามแผน", "เฝ้าระวัง", "ล่าช้า", "เกินกำหนด", "ยังไม่รายงานผล"):
        assert f">{words}</span> <b>" in html_of(shown), words


def test_every_link_of_the_overview_carries_the_day(store: Store) -> None:
    save(store, tracked())
    shown = html_of(opened("overview", date=DAY))
    assert f'href="targets?date={DAY}&amp;show=late"' in shown
    assert f'href="measures?date={DAY}&amp;status=behind"' in shown


def test_the_default_day_is_today_at_most_the_years_end(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, tracked())
    monkeypatch.setattr(opening, "today", lambda: date(2030, 1, 1))
    assert "ณ วันที่ 30 ก\\.ย\\. 2569" in _popover(opened("overview"))
    monkeypatch.setattr(opening, "today", lambda: date(2026, 2, 3))
    assert "ณ วันที่ 3 ก\\.พ\\. 2569" in _popover(opened("overview"))


def _popover(shown: AppTest) -> str:
    return " ".join(block.proto.popover.label for block in _blocks(shown.main))


def _blocks(block) -> list:  # type: ignore[no-untyped-def, type-arg]
    found = [block] if hasattr(block, "children") else []
    for child in getattr(block, "children", {}).values():
        found += _blocks(child)
    return [one for one in found if getattr(one, "proto", None) is not None]


@pytest.mark.parametrize("day", ["", "soon", "2020-01-01", "2026-13-01"])
def test_a_day_that_is_none_or_outside_the_year_is_ignored(store: Store, day: str) -> None:
    save(store, tracked())
    assert "ตามแผน" in html_of(opened("overview", date=day))


def test_changing_the_day_changes_the_address(store: Store) -> None:
    save(store, tracked())
    shown = choosing(opened("overview", date=DAY))
    shown.selectbox(key="pick_month").set_value(date(2026, 2, 1)).run()
    assert shown.query_params["date"] in ("2026-02-28", ["2026-02-28"])
    assert "ตามแผน" in html_of(shown)


def test_changing_the_basis_changes_every_number(store: Store) -> None:
    save(store, tracked())
    shown = choosing(opened("targets", date=DAY, basis="evidenced"))
    assert "<b>8 ครั้ง</b>" in html_of(shown)  # the evidenced column is the bold one
    shown.radio(key="pick_basis").set_value("recorded").run()
    assert shown.query_params["basis"] in ("recorded", ["recorded"])


def test_the_choice_goes_along_from_page_to_page(store: Store) -> None:
    save(store, tracked())
    shown = opened("overview", date=DAY)
    shown.query_params.clear()
    shown.switch_page("pages/targets.py").run()
    assert shown.query_params["date"] in (DAY, [DAY])


def test_measures_are_filtered_by_the_address(store: Store) -> None:
    save(store, tracked())
    shown = html_of(opened("measures", date=DAY, status="behind", department="กองคลัง"))
    assert shown.count('<div class="line" role="row">') == 1
    assert "5. เปิดเผยการจัดซื้อจัดจ้าง" in shown


def test_a_filter_changes_the_address_and_the_list(store: Store) -> None:
    save(store, tracked())
    shown = opened("measures", date=DAY)
    shown.selectbox(key="filter_department").set_value("สำนักปลัด").run()
    assert shown.query_params["department"] in ("สำนักปลัด", ["สำนักปลัด"])
    assert html_of(shown).count('<div class="line" role="row">') == 3
    shown.text_input(key="filter_q").set_value("ไม่มีคำนี้").run()
    assert "ไม่มีมาตรการตามที่เลือก" in html_of(shown)


def test_unknown_filters_of_an_address_are_ignored(store: Store) -> None:
    save(store, tracked())
    shown = html_of(opened("measures", date=DAY, status="nonsense", measure="m99"))
    assert shown.count('<div class="line" role="row">') == 7


def test_a_measure_is_shown_whole_with_its_findings(store: Store) -> None:
    finding = Finding(
        code="copied", severity="warning", message="ผลซ้ำกับมาตรการ 3", advice="โปรดตรวจสอบ",
        measure_id="m5",
    )  # fmt: skip
    other = replace(finding, message="เรื่องของมาตรการอื่น", measure_id="m1")
    save(store, tracked(), finding, other)
    shown = html_of(opened("measures", date=DAY, measure="m5"))
    assert "<h2>5. เปิดเผยการจัดซื้อจัดจ้าง</h2>" in shown
    assert "<mark>จำนวน ๔ ครั้ง</mark>" in shown
    assert "รายงาน เซลล์ C9" in shown
    assert "ผลซ้ำกับมาตรการ 3" in shown
    assert "เรื่องของมาตรการอื่น" not in shown
    assert "ครบกำหนด 14 ครั้ง ทำครบ 4 ค้าง 6" in shown


def test_targets_list_what_is_late(store: Store) -> None:
    save(store, tracked())
    shown = opened("targets", date=DAY, show="late")
    table = html_of(shown).split('class="ita-table"')[1].split("</table>")[0]
    assert table.count("<tr>") == 4
    for name in ("จดหมายข่าว", "ตรวจนับพัสดุ", "สรุปผลการจัดซื้อจัดจ้าง"):
        assert name in table
    assert "ตามแผนควรได้ 51% · บันทึกผลแล้ว 55% · มีหลักฐาน 45%" in html_of(shown)
    assert len(shown.get("plotly_chart")) == 1


def test_a_list_with_nothing_in_it_says_so(store: Store) -> None:
    save(store, tracked())
    assert "ไม่มีตัวชี้วัดตามที่เลือก" in html_of(opened("targets", date=DAY, show="due30"))


@pytest.mark.usefixtures("on_30_june")
def test_the_report_has_seven_rows_and_its_files(store: Store) -> None:
    save(store, tracked())
    shown = choosing(opened("report", date=DAY), "report_others")
    table = html_of(shown).split("<tbody>")[1]
    assert table.count("<tr>") == 7
    assert [button.proto.label for button in shown.get("download_button")] == [
        "ดาวน์โหลด PDF",
        "ดาวน์โหลด Word",
        "สรุป Excel",
        "สรุปหนึ่งหน้า (PDF)",
        "บันทึกข้อความนำส่ง (Word)",
        "รายงาน (html)",
        "แม่แบบติดตาม (Excel)",
        "แผนปีถัดไป (Excel)",
        "หน้าเว็บสำหรับเผยแพร่",
        "ปฏิทินกำหนดการ (ics)",
    ]


def test_a_year_that_is_over_has_no_calendar_and_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, date(2026, 10, 15))
    save(store, tracked())
    shown = choosing(opened("report"), "report_others")
    labels = [button.proto.label for button in shown.get("download_button")]
    assert labels[-1] == "หน้าเว็บสำหรับเผยแพร่"
    assert "ไม่มีกำหนดตั้งแต่วันนี้ไปที่ยังไม่แล้วเสร็จ จึงไม่มีปฏิทินกำหนดการ" in html_of(shown)


def test_letters_that_no_font_has_are_told_with_their_place(store: Store) -> None:
    odd = tracked()
    first = replace(odd.report.measures[0], output="เสร็จแล้ว ✓")
    save(store, replace(odd, report=replace(odd.report, measures=(first,)), indicators=()))
    shown = opened("report", date=DAY)
    assert "ช่องผลการดำเนินการ (output)" in html_of(shown)
    assert "ดาวน์โหลด PDF" not in [b.proto.label for b in shown.get("download_button")]


def test_the_report_in_thai_digits(store: Store) -> None:
    save(store, tracked())
    shown = opened("report", digits="thai")
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๙" in html_of(shown)
    shown.selectbox(key="filter_digits").set_value("").run()
    assert "ปีงบประมาณ พ.ศ. 2569" in html_of(shown)


def test_the_newest_report_opens_and_another_can_be_chosen(store: Store) -> None:
    save(store, tracked(agency="เทศบาลตำบลเก่าก่อน"))
    save(store, tracked())
    shown = opened("overview")
    assert f"<b>{AGENCY}</b>" in html_of(shown)
    other = offered.report_key("เทศบาลตำบลเก่าก่อน", 2569)
    choosing(shown).selectbox(key="pick_report").set_value(other).run()
    assert "<b>เทศบาลตำบลเก่าก่อน</b>" in html_of(shown)


def test_a_link_to_a_report_that_is_not_there_says_that_another_is_open(store: Store) -> None:
    lost = "ไม่พบรายงานตามลิงก์ จึงเปิดรายงานล่าสุดแทน"
    assert lost not in html_of(opened("overview", report="nonsense"))  # the sample says what it is
    save(store, tracked())
    assert lost in html_of(opened("overview", report="nonsense"))
    assert lost not in html_of(opened("overview", report=offered.report_key(AGENCY, 2569)))
    assert lost not in html_of(opened("overview"))


@pytest.mark.parametrize("name", ["overview", "measures", "targets", "report"])
def test_a_report_without_measures_says_what_to_do(store: Store, name: str) -> None:
    empty = Report(agency=AGENCY, fiscal_year=2569)
    save(store, TrackedReport(report=empty))
    shown = html_of(opened(name))
    assert "นำเข้า" in shown
    assert "ยังไม่มี" in shown


@pytest.mark.parametrize("name", ["overview", "measures", "targets", "report"])
def test_words_of_a_file_stay_words(store: Store, name: str) -> None:
    measures = tuple(
        measure(n, title=HOSTILE, steps=HOSTILE, departments=(HOSTILE,), output=HOSTILE)
        for n in range(1, 8)
    )
    save(store, tracked(agency=HOSTILE, measures=measures))
    shown = opened(name, date=DAY)
    assert "<img" not in html_of(shown)
    for element in (*shown.markdown, *shown.error):
        assert HOSTILE not in element.value


@pytest.mark.parametrize("name", ["measures", "targets"])
def test_filters_show_a_files_words_as_they_are(store: Store, name: str) -> None:
    save(store, tracked(measures=tuple(measure(n, departments=(HOSTILE,)) for n in range(1, 8))))
    shown = opened(name, date=DAY)
    assert HOSTILE in shown.selectbox(key="filter_department").options


def test_a_failing_figure_leaves_the_page_and_is_logged(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    save(store, tracked())

    def broken(*_: object) -> str:
        raise RuntimeError("private detail")

    monkeypatch.setattr("ita_data.figures.agenda.late_list", broken)
    with caplog.at_level(logging.ERROR):
        shown = html_of(opened("overview", date=DAY))
    assert shown.count('<div class="line" role="row">') == 7
    assert "แสดงต้องตัดสินใจไม่ได้ในขณะนี้" in shown
    assert "private detail" not in shown
    code = shown.split("พร้อมรหัส ")[1][:6]
    assert f"error id {code}" in caplog.text


def test_a_store_that_cannot_be_opened_gives_its_own_sentence(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ITA_DATABASE_URL", "nonsense://nowhere")
    st.cache_resource.clear()
    shown = AppTest.from_file(APP, default_timeout=SECONDS).run()
    assert not shown.exception
    assert shown.error[0].value.startswith("ไม่รู้จักที่อยู่ฐานข้อมูล")


def test_a_failing_page_says_so_in_thai(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    save(store, tracked())

    def broken(*_: object) -> str:
        raise RuntimeError("private detail")

    monkeypatch.setattr("ita_data.figures.view.view_of", broken)
    shown = AppTest.from_file(APP, default_timeout=SECONDS).run()
    assert not shown.exception
    assert shown.error[0].value.startswith("แสดงหน้านี้ไม่ได้ในขณะนี้")
    assert "private detail" not in shown.error[0].value


@pytest.mark.parametrize(
    "words", ["![a](b)", "[a](b)", ":material/home:", ":red[a]", "$a$", "<b>", "*a* _b_ `c`", "# a"]
)
def test_plain_leaves_no_markdown(words: str) -> None:
    escaped = text.plain(words)
    assert escaped.replace("\\", "") == words
    assert all(
        escaped[at - 1] == "\\" for at, sign in enumerate(escaped) if sign in "![]():$<>*_`#"
    )


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("มาตรการ/โครงการ พ.ศ. 2569 (ครั้ง)", "มาตรการ/โครงการ พ.ศ. 2569 (ครั้ง)"),
        ("[a](b) *c* $d$ :x:", r"\[a\](b) \*c\* \$d\$ \:x:"),
        ("ระยะเวลา (ปี พ.ศ. 2568) | ต.ค.: แผน", "ระยะเวลา (ปี พ.ศ. 2568) | ต.ค.: แผน"),
        ("1. มาตรการ", "\u20601. มาตรการ"),
        ("# หัวข้อ", "\u2060# หัวข้อ"),
        ("www.a.example", "www\u2060.a.example"),
        (
            "HTTPS://a.example ก@a.example",
            r"HTTPS" "\u2060" r"\://a.example ก" "\u2060" r"\@a.example",
        ),
    ],
)
def test_a_label_is_read_aloud_without_needless_signs(words: str, label: str) -> None:
    assert text.inline(words) == label


def test_a_download_carries_the_id_its_failure_is_logged_under() -> None:
    def script() -> None:
        from pages.widgets.downloads import download

        download("ดาวน์โหลด", "one-file", "a.txt", "text/plain", lambda: b"")

    shown = AppTest.from_function(script, default_timeout=30).run()
    style = html_of(shown)
    assert '.st-key-one-file [data-testid="stDownloadButtonError"]' in style
    assert "โปรดแจ้งผู้ดูแลระบบพร้อมรหัส " in style


def test_a_download_s_style_holds_no_markup_of_an_id() -> None:
    def script() -> None:
        from pages.widgets.downloads import download

        download("ดาวน์โหลด", "proof-</style><img src=x>", "a.txt", "text/plain", lambda: b"")

    shown = AppTest.from_function(script, default_timeout=30).run()
    assert ".st-key-proof---style--img-src-x- [" in html_of(shown)
    assert "<img" not in html_of(shown)


@pytest.mark.parametrize(
    ("name", "on_disk"),
    [
        ("รายงาน ITA เทศบาลตำบลทุ่งทดลอง 2569.pdf", "รายงาน ITA เทศบาลตำบลทุ่งทดลอง 2569.pdf"),
        ("../../a/b\\c.pdf", "_.._a_b_c.pdf"),
        ("ผล\u202efdp\u200b.exe\r\n.docx", "ผลfdp.exe.docx"),
        ("a\u2028b\u00a0c.xlsx", "a b c.xlsx"),
        ("CON.xlsx", "_CON.xlsx"),
        ("nul", "_nul"),
        ("\ud800.pdf", "_.pdf"),
        ("", "_"),
        ("ก" * 100_000 + ".html", "ก" * 70 + ".html"),
        ("a." + "b" * 300, "a." + "b" * 68),
    ],
)
def test_a_download_has_a_name_that_every_disk_takes(name: str, on_disk: str) -> None:
    assert file_name(name) == on_disk


def test_the_end_of_a_month_is_one_choice_and_stays_the_end(store: Store) -> None:
    save(store, tracked())
    shown = choosing(opened("overview", date="2026-05-12"))
    shown.selectbox(key="pick_end").set_value(date(2026, 2, 28)).run()
    assert shown.query_params["date"] in ("2026-02-28", ["2026-02-28"])
    choosing(shown).selectbox(key="pick_month").set_value(date(2026, 3, 1)).run()
    assert shown.query_params["date"] in ("2026-03-31", ["2026-03-31"])


def test_a_report_that_cannot_be_read_leaves_the_others_to_choose(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, tracked(agency="เทศบาลตำบลเก่าก่อน"))
    save(store, tracked())
    whole = opening.content_of

    def broken(which: opening.Which) -> object:
        if which.agency == AGENCY:
            raise RuntimeError("private detail")
        return whole(which)

    monkeypatch.setattr(opening, "content_of", broken)
    shown = opened("overview", date=DAY)
    other = offered.report_key("เทศบาลตำบลเก่าก่อน", 2569)
    shown.selectbox(key="pick_other").set_value(other).run()
    assert "<b>เทศบาลตำบลเก่าก่อน</b>" in html_of(shown)


def save_of_no_year(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    """A report as it could be stored before years were looked at; its key."""
    with monkeypatch.context() as patched:
        patched.setattr(keys, "FISCAL_YEARS", range(100_000))
        save(store, tracked(agency="เทศบาลตำบลปีผิด", fiscal_year=99_999))
    return offered.report_key("เทศบาลตำบลปีผิด", 99_999)


@pytest.mark.parametrize("name", ["overview", "history", "record"])
def test_a_report_of_no_year_leaves_the_others_to_choose(
    store: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    save(store, tracked())
    wrong = save_of_no_year(store, monkeypatch)
    shown = opened(name, report=wrong)
    assert shown.error[0].value.startswith("แสดง")
    shown.selectbox(key="pick_other").set_value(offered.report_key(AGENCY, 2569)).run()
    assert f"<b>{AGENCY}</b>" in html_of(shown)


def test_a_bare_address_opens_no_report_of_no_year(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, tracked())
    save_of_no_year(store, monkeypatch)
    monkeypatch.setattr(opening, "today", lambda: date(2029, 6, 30))
    assert f"<b>{AGENCY}</b>" in html_of(opened("overview"))


def test_a_choice_that_cannot_be_remembered_is_told_and_still_opens(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("full")

    save(store, tracked(agency="เทศบาลตำบลเก่าก่อน"))
    save(store, tracked())
    shown = choosing(opened("overview"))
    monkeypatch.setattr(Store, "remember", full)
    other = offered.report_key("เทศบาลตำบลเก่าก่อน", 2569)
    shown.selectbox(key="pick_report").set_value(other).run()
    assert not shown.exception
    assert shown.error[0].value.startswith("สิ่งที่ทำล่าสุดยังไม่ได้เก็บ เนื้อที่จัดเก็บเต็ม")
    assert "<b>เทศบาลตำบลเก่าก่อน</b>" in html_of(shown)


def test_a_bare_address_opens_the_newest_report_of_this_year(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, tracked())
    save(store, tracked(agency="เทศบาลตำบลปีหน้า", fiscal_year=2570))
    monkeypatch.setattr(opening, "today", lambda: date(2026, 6, 30))
    assert f"<b>{AGENCY}</b>" in html_of(opened("overview"))
    monkeypatch.setattr(opening, "today", lambda: date(2026, 10, 1))
    assert "<b>เทศบาลตำบลปีหน้า</b>" in html_of(opened("overview"))
