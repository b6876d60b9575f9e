"""รายงาน: the round, who signs, cover and emblem; what is typed once is there again."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import docx
import pytest
from streamlit.testing.v1 import AppTest

from ita_data.store import Store
from pages.printing import downloading
from pages.widgets import report_key
from tests.app.agency import AGENCY, tracked
from tests.app.test_viewing import save
from tests.app.visitor import html_of, opened
from tests.export.pictures_given import picture

PAPER = f"paper:{report_key(AGENCY, None)}"


def typed(shown: AppTest, label: str, words: str) -> None:
    next(one for one in shown.text_input if one.label == label).set_value(words).run()


def test_names_are_remembered_for_the_agency(store: Store) -> None:
    save(store, tracked())
    shown = opened("report")
    typed(shown, "ชื่อผู้รายงาน", "สมใจ ตัวอย่าง")
    typed(shown, "ตำแหน่งผู้รับรองรายงาน", "ปลัดเทศบาล")
    again = html_of(opened("report"))
    assert "( สมใจ ตัวอย่าง )" in again
    assert "ตำแหน่ง ปลัดเทศบาล" in again
    save(store, tracked(agency="เทศบาลตำบลอื่น"))
    assert "สมใจ" not in html_of(opened("report", report=report_key("เทศบาลตำบลอื่น", 2569)))


def test_names_of_the_settings_stand_until_others_are_typed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ITA_SIGNERS", "ผู้รายงาน|สมหวัง ตัวอย่าง|นิติกร")
    save(store, tracked())
    shown = opened("report")
    assert "( สมหวัง ตัวอย่าง )<br>ตำแหน่ง นิติกร" in html_of(shown)
    typed(shown, "ชื่อผู้รายงาน", "")
    assert "สมหวัง" not in html_of(opened("report"))


def test_the_half_year_says_so_and_tells_what_it_leaves_out(store: Store) -> None:
    save(store, replace(tracked(), reported_on=date(2026, 9, 30)))
    whole = html_of(opened("report"))
    assert "รอบ 6 เดือน" not in whole.split("<tbody>")[0]
    half = html_of(opened("report", round="half"))
    assert "รอบ 6 เดือน (1 ตุลาคม 2568 – 31 มีนาคม 2569)" in half
    assert "รอบ 6 เดือนจึงไม่พิมพ์ข้อความเหล่านี้" in half
    assert "จากที่ต้องได้" in half


def test_the_memo_is_of_the_round_and_carries_the_emblem(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(
        downloading.widgets, "downloads", lambda *some: builds.update({o[2]: o[4] for o in some})
    )
    save(store, tracked())
    sha256 = store.keep_file(picture(), "ตรา.png", "image/png")
    store.remember(PAPER, {"emblem": sha256})
    opened("report", round="half")
    memo = builds[f"บันทึกข้อความ รายงาน ITA {AGENCY} 2569 รอบ 6 เดือน.docx"]()
    made = docx.Document(io.BytesIO(memo))
    said = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๘ – ๓๑ มีนาคม ๒๕๖๙)" in said
    assert "ณ วันที่ ๓๑ มี.ค. ๒๕๖๙" in said
    assert len(made.inline_shapes) == 1


def test_results_in_the_report_are_the_file_s_or_those_recorded_too(store: Store) -> None:
    save(store, tracked())
    told = "ทำแล้ว"
    plain = html_of(opened("report"))
    assert told not in plain
    assert "ช่องผล: ข้อความตามไฟล์ที่นำเข้า มาตรการที่ช่องนี้ว่างแสดงผลที่บันทึกไว้" in plain
    both = html_of(opened("report", results="recorded"))
    assert told in both
    assert "ช่องผล: ข้อความตามไฟล์ที่นำเข้า ต่อด้วยผลที่บันทึกไว้" in both


def test_cover_and_emblem_are_remembered(store: Store) -> None:
    save(store, tracked())
    sha256 = store.keep_file(picture(), "ตรา.png", "image/png")
    store.remember(PAPER, {"emblem": sha256, "cover": True})
    shown = opened("report")
    assert shown.checkbox(key=f"{PAPER}-cover").value is True
    shown.button(key=f"{PAPER}-drop").click().run()
    assert store.recall(PAPER) == {"emblem": "", "cover": True}


def uploaded(name: str, data: bytes) -> AppTest:
    shown = opened("report")
    return shown.file_uploader[0].set_value((name, data, "image/png")).run()


def test_an_emblem_is_kept_by_its_content(store: Store) -> None:
    save(store, tracked())
    shown = uploaded("ตรา.png", picture())
    assert not shown.exception
    assert store.file(store.recall(PAPER)["emblem"]).content == picture()
    assert "นำตราออก" in [button.label for button in opened("report").button]


@pytest.mark.parametrize("data", [b"<svg/>", picture()[:-12], b""])
def test_what_is_no_emblem_is_told_and_not_kept(store: Store, data: bytes) -> None:
    save(store, tracked())
    assert "ตราหน่วยงานใช้ไม่ได้" in html_of(uploaded("ตรา.png", data))
    assert store.recall(PAPER) is None
