"""The page to publish, in a browser: nothing stands out of the window, nothing is complained of."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.test_accessible import AXE
from tests.export.pictures import MOST_APART, apart, golden, published, shots
from tests.export.records import measure, report
from tests.export.test_publish import page
from tests.export.tracked import tracked

ASK = """async () => (await axe.run(document, {runOnly: [
  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations
  .map(one => one.id + ': ' + one.nodes[0].html.slice(0, 200))
"""


@pytest.mark.parametrize("width", [320, 390, 768, 1366, 1920])
def test_nothing_stands_out_of_the_window(width: int, tmp_path: Path, browser: Browser) -> None:
    source = tmp_path / "page.html"
    words = {"title": "มาตรการ" * 12, "departments_text": "https://www.a.example/" + "x" * 90}
    source.write_text(page(tracked(report(measure(1, **words), measure(2), measure(3)))), "utf-8")
    shown = browser.new_page(viewport={"width": width, "height": 800})
    told: list[str] = []
    shown.on("console", lambda message: told.append(message.text))
    shown.goto(source.as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.get_by_role("row").count() == 4
    assert told == []
    shown.close()


def test_it_looks_as_it_did(browser: Browser) -> None:
    for name, image in shots(browser, published()).items():
        kept = Image.open(golden(name))
        assert apart(kept, image) <= MOST_APART, f"{name}: python -m tests.export.pictures"


@pytest.mark.parametrize("width", [390, 1366])
def test_it_keeps_nobody_out(width: int, browser: Browser) -> None:
    """WCAG 2.2 A and AA, as far as axe can tell; all that it says, not the serious alone."""
    shown = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    shown.set_content(published())
    shown.evaluate(AXE)
    violations = shown.evaluate(ASK)
    shown.close()
    assert violations == []
