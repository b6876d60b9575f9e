"""Two tabs of one browser on one report, and the browser's back button."""

from pathlib import Path
from typing import Any

from tests.app.agency import AGENCY
from tests.browser.conftest import SETTLED, looking, open_settled, serving
from tests.browser.test_viewing import DAY, keep


def address_has(page: Any, *parts: str) -> None:
    for part in parts:
        page.wait_for_function(f"location.href.includes('{part}')")


def test_two_tabs_keep_their_own_view_and_going_back_comes_back_to_it(
    browser: Any, tmp_path: Path
) -> None:
    keep(tmp_path)
    with serving(tmp_path) as address, looking(browser) as page:
        open_settled(page, f"{address}/?{DAY}&basis=recorded")
        other = page.context.new_page()
        open_settled(other, f"{address}/?date=2026-03-31&basis=evidenced")
        assert "30 มิ.ย. 2569" in page.locator(".st-key-ita-header").inner_text()
        assert "31 มี.ค. 2569" in other.locator(".st-key-ita-header").inner_text()

        # A new version in one tab is there in the other at its next step; its view stays.
        keep(tmp_path, province="จังหวัดใหม่")
        other.locator(".ita-overview a.ita-tile").first.click()
        other.get_by_text("รุ่นที่ 2 · บันทึกโดย").wait_for()
        address_has(other, "/targets", "date=2026-03-31", "basis=claimed")
        page.locator("a.ita-tile.bad").click()
        page.wait_for_selector(".ita-table")
        address_has(page, "/targets", "show=late", DAY, "basis=recorded")
        page.get_by_text("รุ่นที่ 2 · บันทึกโดย").wait_for()

        # Back, in the first tab alone, to what it showed; and on again.
        page.go_back()
        page.wait_for_selector(".ita-overview")
        page.wait_for_selector(SETTLED)
        address_has(page, DAY, "basis=recorded")
        assert "30 มิ.ย. 2569" in page.locator(".st-key-ita-header").inner_text()
        assert page.locator(".ita-headline").inner_text().startswith("ตามผลที่บันทึก")
        page.go_forward()
        page.wait_for_selector(".ita-table")
        address_has(page, "show=late")

        # Within the app: a page of the menu, another basis, and back through both.
        page.locator(".ita-menu a", has_text="มาตรการ").first.click()
        page.locator(".ita-top h1", has_text="มาตรการ").wait_for()
        address_has(page, DAY, "basis=recorded")
        page.go_back()
        page.locator(".ita-top h1", has_text="เป้าหมายและผล").wait_for()
        page.wait_for_selector(SETTLED)
        address_has(page, "/targets", DAY, "basis=recorded")
        assert AGENCY in page.locator(".ita-top").inner_text()
        address_has(other, "date=2026-03-31")


def test_the_pickers_stay_open_until_they_are_closed(browser: Any, tmp_path: Path) -> None:
    keep(tmp_path)
    with serving(tmp_path) as address, looking(browser) as page:
        open_settled(page, f"{address}/targets?{DAY}")
        page.get_by_test_id("stPopoverButton").first.click()
        page.get_by_role("button", name="วันนี้").click()
        page.wait_for_function(f"!location.href.includes('{DAY}')")
        page.wait_for_timeout(1000)
        page.get_by_role("button", name="วันนี้").wait_for()
        page.keyboard.press("Escape")
        page.get_by_test_id("stPopoverBody").wait_for(state="hidden")
        page.wait_for_timeout(1000)
        assert page.get_by_test_id("stPopoverBody").count() == 0


def test_another_basis_is_one_click_on_every_page_that_has_one(
    browser: Any, tmp_path: Path
) -> None:
    keep(tmp_path)
    with serving(tmp_path) as address, looking(browser) as page:
        for path, seen in (("", ".ita-headline"), ("targets", ".ita-table"), ("report", "table")):
            open_settled(page, f"{address}/{path}?{DAY}&basis=claimed")
            page.locator(".st-key-ita-header label", has_text="มีหลักฐาน").last.click()
            address_has(page, "basis=evidenced", DAY)
            page.locator(seen).first.wait_for()
        open_settled(page, f"{address}/?{DAY}&basis=claimed")
        page.locator(".st-key-ita-header label", has_text="มีหลักฐาน").last.click()
        page.locator(".ita-headline", has_text="ตามผลที่มีหลักฐาน").wait_for()
        # What the links carry is what is shown, and a reload comes back to it.
        assert "basis=evidenced" in page.locator("a.ita-tile.bad").get_attribute("href")
        address_has(page, "basis=evidenced")
        page.reload()
        page.locator(".ita-headline", has_text="ตามผลที่มีหลักฐาน").wait_for()


def test_on_paper_the_overview_names_the_basis_that_is_shown(browser: Any, tmp_path: Path) -> None:
    keep(tmp_path)
    with serving(tmp_path) as address, looking(browser) as page:
        open_settled(page, f"{address}/?{DAY}&basis=claimed")
        page.locator(".st-key-ita-header label", has_text="มีหลักฐาน").last.click()
        page.locator(".ita-headline", has_text="ตามผลที่มีหลักฐาน").wait_for()
        page.emulate_media(media="print")
        said = page.locator(".ita-only-print")
        assert said.is_visible()
        assert said.inner_text() == "ณ วันที่ 30 มิ.ย. 2569"
        open_settled(page, f"{address}/targets?{DAY}&basis=claimed")
        assert said.inner_text() == "ณ วันที่ 30 มิ.ย. 2569 · ตามรายงาน"
