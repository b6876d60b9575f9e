"""The main job in a browser: upload → review → store → overview → targets → report → download."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.app import imported
from tests.browser.conftest import ARTEFACTS, SETTLED, looking, open_settled, serving
from tests.conftest import SEED

SEED_FILE = SEED / "report-2568.txt"
SEED_AGENCY = "เทศบาลตำบลนามะเขือ"


def settled(page) -> None:  # type: ignore[no-untyped-def]
    page.wait_for_timeout(200)
    page.wait_for_selector(SETTLED)


def comes_back(field, words: str) -> None:  # type: ignore[no-untyped-def]
    """What was typed is there again as soon as its field is drawn: on a busy machine, later."""
    expect(field).to_have_value(words, timeout=30_000)


def pictured(page, name: str) -> None:  # type: ignore[no-untyped-def]
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png")


def uploaded(page, address: str, name: str, data: bytes) -> None:  # type: ignore[no-untyped-def]
    open_settled(page, f"{address}/upload")
    file = {"name": name, "mimeType": "text/plain", "buffer": data}
    page.locator("input[type=file]").set_input_files(files=[file])
    page.get_by_role("heading", name="ตรวจทานก่อนบันทึก").wait_for()
    settled(page)


def go(page, title: str) -> None:  # type: ignore[no-untyped-def]
    """Through the menu, as a person does; on a phone it is opened first."""
    opener = page.get_by_test_id("stExpandSidebarButton")
    if opener.is_visible():
        opener.click()
    page.locator(".ita-menu a").filter(has_text=title).first.click()
    page.get_by_role("heading", name=title, level=1, exact=True).wait_for()
    settled(page)
    closer = page.locator("[data-testid=stSidebar][data-collapsed=false] button").first
    if page.viewport_size["width"] < 600 and closer.is_visible():
        closer.click()
        settled(page)


def journey(page, address: str, name: str, data: bytes, found: str, agency: str) -> None:  # type: ignore[no-untyped-def]
    uploaded(page, address, name, data)
    assert page.get_by_text(found).is_visible()
    # A field is called as its column is headed, without the backslashes of markdown.
    page.get_by_text("จับคู่แล้ว 7 จาก 7 คอลัมน์").click()
    page.get_by_role("combobox", name="ผลการดำเนินการ (out put)").wait_for()
    pictured(page, f"review-{page.viewport_size['width']}")

    reason = page.get_by_label("เหตุผลหรือหมายเหตุของรุ่นนี้")
    reason.fill("พิมพ์ไว้ก่อนโหลดหน้าใหม่")
    reason.press("Tab")
    settled(page)
    page.reload()
    page.get_by_role("heading", name="ตรวจทานก่อนบันทึก").wait_for()
    settled(page)
    comes_back(page.get_by_label("เหตุผลหรือหมายเหตุของรุ่นนี้"), "พิมพ์ไว้ก่อนโหลดหน้าใหม่")

    page.get_by_role("button", name="ยืนยันทั้งหมดทุกมาตรการ").click()
    settled(page)
    page.get_by_role("button", name="บันทึกเป็นรุ่นใหม่").click()
    page.get_by_role("heading", name="ภาพรวม", level=1, exact=True).wait_for()
    settled(page)
    assert page.get_by_text(agency).first.is_visible()
    pictured(page, f"stored-{page.viewport_size['width']}")

    go(page, "เป้าหมายและผล")
    assert page.get_by_text(agency).first.is_visible()
    go(page, "รายงาน")
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").first.locator("button").click()
    assert Path(download.value.path()).stat().st_size > 1000


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_an_invented_agencys_report_from_file_to_download(
    browser: object, tmp_path: Path, size: str
) -> None:
    with serving(tmp_path) as address, looking(browser, size) as page:
        journey(
            page, address, imported.NAME, imported.DATA,
            "พบ 3 มาตรการ · 5 จำนวนในข้อความ", imported.AGENCY,
        )  # fmt: skip


def test_the_real_report_from_file_to_download(browser: object, tmp_path: Path) -> None:
    if not SEED_FILE.exists():
        pytest.skip("the shared folder is not beside the project: no report-2568.txt")
    with serving(tmp_path) as address, looking(browser) as page:
        journey(
            page, address, SEED_FILE.name, SEED_FILE.read_bytes(),
            "พบ 7 มาตรการ · 24 จำนวนในข้อความ", SEED_AGENCY,
        )  # fmt: skip


def test_a_draft_outlives_the_server(browser: object, tmp_path: Path) -> None:
    with looking(browser) as page:
        with serving(tmp_path) as address:
            uploaded(page, address, imported.NAME, imported.DATA)
            district = page.get_by_label("อำเภอ")
            district.fill("เมืองใหม่")
            district.press("Tab")
            settled(page)
            draft = page.url.split("?", 1)[1]
        with serving(tmp_path) as address:
            open_settled(page, f"{address}/upload?{draft}")
            page.get_by_role("heading", name="ตรวจทานก่อนบันทึก").wait_for()
            settled(page)
            comes_back(page.get_by_label("อำเภอ"), "เมืองใหม่")


def test_a_result_outlives_a_reload_and_is_saved_once(browser: object, tmp_path: Path) -> None:
    with serving(tmp_path) as address, looking(browser) as page:
        uploaded(page, address, imported.NAME, imported.DATA)
        page.get_by_role("button", name="บันทึกเป็นรุ่นใหม่").click()
        page.get_by_role("heading", name="ภาพรวม", level=1, exact=True).wait_for()
        go(page, "บันทึกผล")
        page.get_by_label("จำนวนที่ทำได้").first.fill("๒")
        page.get_by_label("หมายเหตุ").first.fill("พิมพ์ค้างไว้")
        page.get_by_label("หมายเหตุ").first.press("Tab")
        settled(page)
        page.reload()
        page.get_by_role("heading", name="บันทึกผล", level=1, exact=True).wait_for()
        settled(page)
        comes_back(page.get_by_label("จำนวนที่ทำได้").first, "๒")
        comes_back(page.get_by_label("หมายเหตุ").first, "พิมพ์ค้างไว้")
        page.get_by_role("button", name="บันทึก 1 รายการเป็นรุ่นใหม่").click()
        page.get_by_text("บันทึก 1 รายการเป็นรุ่นที่ 2 แล้ว").wait_for()


def test_a_foreign_file_is_refused_in_one_sentence(browser: object, tmp_path: Path) -> None:
    with serving(tmp_path) as address, looking(browser) as page:
        open_settled(page, f"{address}/upload")
        file = {
            "name": "ภาพ.xlsx",
            "mimeType": "image/png",
            "buffer": b"\x89PNG\r\n\x1a\n" + bytes(99),
        }
        page.locator("input[type=file]").set_input_files(files=[file])
        page.get_by_text("ข้อมูลที่บันทึกไว้เดิมไม่เปลี่ยนแปลง").wait_for()
        assert page.get_by_test_id("stAlert").count() == 1
