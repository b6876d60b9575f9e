"""Browser print of ภาพรวม, เป้าหมายและผล and รายงาน: all that is on the page, nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

from ita_data.export.html import report_page
from ita_data.export.official import Signature
from pages import APP_NAME
from pages.widgets.shell import TITLES
from tests.browser.conftest import looking, open_settled, served
from tests.browser.test_viewing import DAY, keep, letters, printed
from tests.export.records import measure, report

# What the paper leaves to the screen: menu, buttons, filters, pickers.
SCREEN = (APP_NAME, "ดาวน์โหลด", "พิมพ์รายงาน", "แสดงตัวชี้วัด", "ตัวเลขในรายงาน", "รอบรายงาน",
          "ผลในรายงาน", "ผู้ลงนาม ปก และตรา", TITLES["upload"], TITLES["history"])  # fmt: skip
# Every word that the page has in print, without what is only for who listens.
WORDS = """() => [...document.querySelectorAll('[data-testid=stMain] *')].flatMap(one => {
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const shown = box.width > 2 && box.height > 2 && style.visibility === 'visible';
  return shown && !one.closest('style, .ita-screen-only')
    ? [...one.childNodes].filter(it => it.nodeType === 3).map(it => it.data) : [];
}).join(' ').split(/\\s+/)"""
PAPER_PX = round(273 / 25.4 * 96)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(tmp_path_factory, keep)


@pytest.mark.parametrize("width", [1366, 1920])
@pytest.mark.parametrize("path", ["overview", "targets", "report"])
def test_all_that_is_on_the_page_and_nothing_else(
    browser: Any, stored: str, path: str, width: int
) -> None:
    with looking(browser) as page:
        page.set_viewport_size({"width": width, "height": 900})
        open_settled(page, f"{stored}/{path}?{DAY}")
        if path == "targets":
            page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
        page.wait_for_timeout(500)
        together = "".join(printed(page))
        page.emulate_media(media="print")
        words = [letters(word) for word in page.evaluate(WORDS)]
        page.set_viewport_size({"width": PAPER_PX, "height": 700})
        wide = page.evaluate("document.documentElement.scrollWidth")
    assert len(words) > 150
    assert sorted({word for word in words if len(word) > 1 and word not in together}) == []
    assert [words for words in SCREEN if letters(words) in together] == []
    assert wide <= PAPER_PX


def test_nobody_signs_under_nothing(browser: Any) -> None:
    """However full the page before is, the one to sign on holds the end of the table."""
    signed = tuple(Signature(role=role) for role in ("ผู้รายงาน", "ผู้อนุมัติ"))
    page = browser.new_page()
    for lines in (15, 16, 17, 19):
        long = measure(2, steps="\n".join(["ปลูกต้นไม้"] * lines))
        page.set_content(report_page(report(measure(1), long), signatures=signed))
        *_, last = printed(page)
        assert [letters(words) in last for words in ("ลงชื่อ", "ปลูกต้นไม้")] == [True, True]
    page.close()
