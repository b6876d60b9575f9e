"""Text that is still being typed: the page is reloaded, hidden or cut off in the middle of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.browser.conftest import SETTLED, looking, open_settled, served
from tests.browser.test_import_journey import comes_back, settled
from tests.browser.test_months_table import GRID, pick, stored

AMOUNT, NOTE = "จำนวนที่ทำได้", "หมายเหตุ"


def opened(page: Any, address: str) -> None:
    open_settled(page, f"{address}/record")
    page.get_by_label(AMOUNT).first.wait_for()
    settled(page)


def values(page: Any) -> tuple[str, str]:
    page.get_by_label(AMOUNT).first.wait_for()
    settled(page)
    return (
        page.get_by_label(AMOUNT).first.input_value(),
        page.get_by_label(NOTE).first.input_value(),
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a report, for all: each page is another browser, with drafts of its own."""
    yield from served(tmp_path_factory, stored)


@contextmanager
def in_mid_word(browser: Any, address: str, label: str) -> Iterator[Any]:
    """A page on which "12" was just typed into a field, and nothing waited for."""
    with looking(browser) as page:
        opened(page, address)
        page.get_by_label(label).first.click()
        page.keyboard.type("12")
        yield page


@pytest.mark.parametrize("label", [AMOUNT, NOTE])
def test_a_pause_in_typing_is_enough(browser: Any, address: str, label: str) -> None:
    with looking(browser) as page:
        opened(page, address)
        page.get_by_label(label).first.click()
        page.keyboard.type("12", delay=40)
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()
        assert page.evaluate("document.activeElement.value") == "12"
        page.keyboard.type("34", delay=40)
        page.wait_for_timeout(1500)
        assert page.evaluate("document.activeElement.value") == "1234"
        page.reload()
        assert "1234" in values(page)


@pytest.mark.parametrize("label", [AMOUNT, NOTE])
def test_a_reload_in_the_middle_of_a_word_loses_none_of_it(
    browser: Any, address: str, label: str
) -> None:
    with in_mid_word(browser, address, label) as page:
        page.reload()
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()
        assert "12" in values(page)
        page.get_by_label(label).first.click()
        page.keyboard.press("End")
        page.keyboard.type("34")
        page.reload()
        page.wait_for_timeout(4000)
        assert "1234" in values(page)
        page.reload()
        assert "1234" in values(page)
        page.wait_for_function("sessionStorage.getItem('ita-typed') === null")


@pytest.mark.parametrize("reached", [True, False])
def test_fields_filled_in_one_go_outlive_a_reload(
    browser: Any, address: str, *, reached: bool
) -> None:
    with looking(browser) as page:
        opened(page, address)
        if not reached:  # as by a server too busy to look at them
            page.evaluate("WebSocket.prototype.send = () => {}")
        page.get_by_label(AMOUNT).first.fill("12")
        page.get_by_label(NOTE).first.fill("ทำแล้ว")
        page.get_by_label(NOTE).first.press("Tab")
        page.reload()
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()
        page.wait_for_timeout(3000)
        assert values(page) == ("12", "ทำแล้ว")
        page.wait_for_function("sessionStorage.getItem('ita-typed') === null")
        page.reload()
        assert values(page) == ("12", "ทำแล้ว")


def test_a_cell_in_the_middle_of_typing_is_asked_about(browser: Any, address: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{address}/record?view=grid")
        page.locator(GRID).first.wait_for()
        settled(page)
        pick(page, 0)
        page.keyboard.type("7")
        page.wait_for_timeout(300)
        with page.expect_event("dialog") as dialog:
            page.evaluate("setTimeout(() => location.reload())")
        assert dialog.value.type == "beforeunload"
        dialog.value.dismiss()
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()


def test_a_hidden_page_hands_over_what_was_typed(browser: Any, address: str) -> None:
    with looking(browser, "phone") as page:
        opened(page, address)
        page.get_by_label(NOTE).first.click()
        page.keyboard.type("ระหว่างทาง")
        page.evaluate(
            "Object.defineProperty(document, 'hidden', {value: true});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
        page.get_by_text("พิมพ์ไว้แล้ว 1 รายการ").wait_for()


def test_a_reload_gives_each_signer_the_name_that_was_typed_for_that_one(
    browser: Any, address: str
) -> None:
    with looking(browser) as page:
        open_settled(page, f"{address}/report")
        page.get_by_text("ผู้ลงนาม ปก และตรา").click()
        page.get_by_label("ชื่อผู้รับรองรายงาน").click()
        page.keyboard.type("นายสอง")
        page.reload()
        page.wait_for_selector(SETTLED)
        page.get_by_text("ผู้ลงนาม ปก และตรา").click()
        comes_back(page.get_by_label("ชื่อผู้รับรองรายงาน"), "นายสอง")
        page.wait_for_function("sessionStorage.getItem('ita-typed') === null")
        assert page.get_by_label("ชื่อผู้รายงาน").input_value() == ""
        page.reload()
        page.wait_for_selector(SETTLED)
        page.get_by_text("ผู้ลงนาม ปก และตรา").click()
        comes_back(page.get_by_label("ชื่อผู้รับรองรายงาน"), "นายสอง")
        assert page.get_by_label("ชื่อผู้รายงาน").input_value() == ""


@pytest.mark.parametrize("label", [AMOUNT, NOTE])
def test_a_link_in_the_middle_of_a_word_loses_none_of_it(
    browser: Any, address: str, label: str
) -> None:
    with in_mid_word(browser, address, label) as page:
        page.locator(".ita-menu a", has_text="ภาพรวม").click()
        page.wait_for_selector(".ita-overview")
        settled(page)
        page.go_back()
        assert "12" in values(page)
