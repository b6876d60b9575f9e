"""The page to publish, in a browser: nothing stands out of the window, nothing is complained of."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.export.records import measure, report
from tests.export.test_publish import page
from tests.export.tracked import tracked


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
