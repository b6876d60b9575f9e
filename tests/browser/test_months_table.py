"""The table of months in a browser: typed, reloaded in the middle, pasted, saved once."""

import re
from datetime import date
from pathlib import Path

import pytest

from ita_data.dates import fiscal_months, fiscal_year_bounds
from ita_data.model import Indicator, Measure, Report, TrackedReport
from ita_data.place import Place
from ita_data.settings import Settings
from ita_data.store import Store
from tests.browser.conftest import ARTEFACTS, looking, open_settled, serving
from tests.browser.test_import_journey import go, settled

AGENCY, YEAR = "เทศบาลตำบลดอนแก้วใส", 2569
MONTH = fiscal_months(YEAR)[0]
WITHOUT_ICONS = """place => {
  const words = place.cloneNode(true);
  words.querySelectorAll('[data-testid=stIconMaterial]').forEach(icon => icon.remove());
  return words.textContent;
}"""
GRID = "[data-testid=stDataFrame] canvas"


def stored(folder: Path) -> None:
    start, end = fiscal_year_bounds(YEAR)
    measures = tuple(
        Measure(id=f"m{n}", number=n, title=title, start=start, end=end, place=Place(sheet="ก"))
        for n, title in enumerate(("อบรมคุณธรรม", "เผยแพร่ข่าวสาร"), 1)
    )
    indicators = (
        Indicator(id="a", measure_id="m1", name="อบรมพนักงาน", target=6, unit="ครั้ง"),
        Indicator(id="b", measure_id="m2", name="จดหมายข่าว", target=12, unit="ฉบับ"),
    )
    report = Report(agency=AGENCY, fiscal_year=YEAR, measures=measures)
    with Store.open(Settings(data_dir=str(folder))) as store:
        store.save(TrackedReport(report=report, indicators=indicators), author="ก", reason="")


def pick(page, row: int) -> None:  # type: ignore[no-untyped-def]
    """The first month's cell of a row: keys walk there from the first column."""
    page.locator(GRID).first.click(position={"x": 60, "y": 40 + 36 * row + 18}, force=True)
    for _ in range(2):
        page.wait_for_timeout(200)
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)


def typed(page, text: str) -> None:  # type: ignore[no-untyped-def]
    """At the pace of a person: the cell's field opens with the first key."""
    page.keyboard.type(text)
    page.locator("#portal textarea, #portal input").first.wait_for()
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")


def column_menu(page) -> str:  # type: ignore[no-untyped-def]
    """The words of a column's menu, which opens by a small mark in its head."""
    menu = page.get_by_test_id("stDataFrameColumnMenu")
    box = page.locator(GRID).first.bounding_box()
    for x in range(300, 600, 6):
        page.mouse.move(box["x"] + x, box["y"] + 20)
        page.mouse.click(box["x"] + x, box["y"] + 20)
        page.wait_for_timeout(100)
        if menu.count():
            break
    words = menu.evaluate(WITHOUT_ICONS) + menu.get_by_role("menu").get_attribute("aria-label")
    page.keyboard.press("Escape")
    menu.wait_for(state="detached")
    return words


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_typing_in_the_table_outlives_a_reload_and_is_saved_once(
    browser: object, tmp_path: Path, size: str
) -> None:
    assert date.today() > MONTH
    stored(tmp_path)
    with serving(tmp_path) as address, looking(browser, size) as page:
        open_settled(page, f"{address}/record?view=grid")
        page.locator(GRID).first.wait_for()
        settled(page)
        pick(page, 0)
        typed(page, "2")
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()
        settled(page)
        page.reload()
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()
        settled(page)
        pick(page, 1)
        typed(page, "x")
        page.get_by_text("“x” อ่านเป็นจำนวนไม่ได้").first.wait_for()
        pick(page, 1)
        typed(page, "3")
        page.get_by_role("button", name="บันทึก 2 รายการเป็นรุ่นใหม่").wait_for()
        settled(page)
        ARTEFACTS.mkdir(exist_ok=True)
        page.screenshot(
            path=ARTEFACTS / f"months-{page.viewport_size['width']}.png", full_page=True
        )
        page.get_by_role("button", name="บันทึก 2 รายการเป็นรุ่นใหม่").click()
        page.get_by_text("บันทึก 2 รายการเป็นรุ่นที่ 2 แล้ว").wait_for()
    with Store.open(Settings(data_dir=str(tmp_path))) as store:
        version = store.latest(AGENCY, YEAR)
        assert version is not None
        found = sorted((a.indicator_id, a.amount) for a in version.tracked.actuals)
        assert found == [("a", 2), ("b", 3)]


def test_a_block_copied_from_excel_is_pasted_and_a_file_is_downloaded(
    browser: object, tmp_path: Path
) -> None:
    stored(tmp_path)
    with serving(tmp_path) as address, looking(browser) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        open_settled(page, f"{address}/record?view=grid")
        page.locator(GRID).first.wait_for()
        settled(page)
        words = column_menu(page)
        assert re.findall("[A-Za-z]{3,}", words) == []
        assert "เรียงจากน้อยไปมาก" in words
        page.evaluate("navigator.clipboard.writeText('1\\t๒\\n3\\t4')")
        pick(page, 0)
        page.keyboard.press("Control+v")
        page.get_by_text("พิมพ์ไว้แล้ว 4 รายการ").wait_for()
        settled(page)
        file = {"name": "คำสั่ง.pdf", "mimeType": "image/png", "buffer": b"%PDF-1.7\n%%EOF"}
        page.locator("input[type=file]").set_input_files(files=[file])
        page.get_by_text("คำสั่ง.pdf").first.wait_for()
        settled(page)
        page.get_by_role("button", name="บันทึก 4 รายการเป็นรุ่นใหม่").click()
        page.get_by_text("บันทึก 4 รายการเป็นรุ่นที่ 2 แล้ว").wait_for()
        go(page, "มาตรการ")
        open_settled(page, f"{page.url.split('?')[0]}?measure=m1")
        page.get_by_text("ผลที่บันทึกไว้และหลักฐาน").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="คำสั่ง.pdf").click()
        assert Path(download.value.path()).read_bytes() == b"%PDF-1.7\n%%EOF"
        assert download.value.suggested_filename == "คำสั่ง.pdf"
