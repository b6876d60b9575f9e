"""What the framework says by itself: Thai to the eye and to the ear, on every page."""

from collections.abc import Iterable
from typing import Any

import pytest

from pages.widgets.shell import TITLES
from tests.browser.conftest import looking, open_settled

# Every text that is shown and everything read aloud that has three Latin letters in a row,
# outside our own pages; names of formats and systems are what they are everywhere.
ENGLISH = """() => {
  const known = /E-Service|ITA|OIT|CSV|PDF|Excel|Word|html|xlsx?|MB|https?:/i;
  const seen = [];
  const add = (words, where) => {
    if (/[A-Za-z]{3}/.test(words) && !known.test(words)) seen.push(where + ': ' + words.trim());
  };
  for (const one of document.querySelectorAll('[aria-label],[title],[placeholder]')) {
    if (one.closest('.stHtml')) continue;
    for (const name of ['aria-label', 'title', 'placeholder'])
      add(one.getAttribute(name) ?? '', name);
  }
  return [...new Set(seen)];
}"""


@pytest.mark.parametrize(
    ("size", "paths"), [("desktop", TITLES), ("phone", ["overview", "record"])]
)
def test_nothing_is_read_aloud_in_english(
    browser: Any, server: str, size: str, paths: Iterable[str]
) -> None:
    with looking(browser, size) as page:
        found = {}
        for path in paths:
            open_settled(page, f"{server}/{path}")
            page.locator(".ita-top h1").wait_for()
            if seen := page.evaluate(ENGLISH):
                found[path] = seen
        assert page.get_by_test_id("stSkipToContent").inner_text() == "ข้ามไปที่เนื้อหา"
    assert found == {}


def test_a_page_that_is_not_there_says_so_in_thai(browser: Any, server: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{server}/nothing-here")
        page.get_by_role("dialog").get_by_text("ไม่พบหน้านี้").wait_for()
        words = page.get_by_role("dialog").inner_text()
        assert "not found" not in words
        assert "ไม่มีหน้าตามที่อยู่นี้ จึงเปิดหน้าภาพรวมแทน" in words
        page.get_by_role("dialog").get_by_role("button", name="ปิด").click()
        page.locator(".ita-overview").wait_for()


def test_a_lost_server_is_told_in_thai_and_comes_back_with_the_page(
    browser: Any, server: str
) -> None:
    with looking(browser) as page:
        page.add_init_script(
            "window.sockets = [];"
            "window.WebSocket = class extends WebSocket {"
            " constructor(...all) { super(...all); window.sockets.push(this); } };"
        )
        open_settled(page, f"{server}/?basis=evidenced")
        page.locator(".ita-overview").wait_for()
        page.evaluate("window.sockets.at(-1).close()")
        page.wait_for_function("window.sockets.length > 1")
        page.wait_for_function("window.sockets.at(-1).readyState === 1")
        page.locator(".ita-headline", has_text="ตามผลที่มีหลักฐาน").wait_for()
