"""The pictures of README, made anew: python -m tests.browser.screenshots

Invented sample only: each page as a newcomer sees it, and the review of the sample's file.
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, PROJECT, SETTLED, SIZES, serving

FOLDER = PROJECT / "docs" / "screenshots"
PAGES = ("overview", "measures", "targets", "readiness", "report")
SAMPLE = PROJECT / "sample_data" / "report-2569.xlsx"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        _picture_all(address)


def _picture_all(address: str) -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*ARGUMENTS, "--hide-scrollbars"]
        )
        for size in ("desktop", "phone"):
            width, height = SIZES[size]
            page = browser.new_page(viewport={"width": width, "height": height})
            for name in PAGES:
                page.goto(f"{address}/{name}")
                _picture(page, f"{name}-{width}")
            page.goto(f"{address}/upload")
            page.wait_for_selector(SETTLED)
            page.set_input_files("input[type=file]", SAMPLE)
            page.wait_for_url("**draft=*")
            page.get_by_text("ตรวจทานก่อนบันทึก").first.wait_for()
            _picture(page, f"upload-{width}")
            page.close()
        browser.close()


def _picture(page: Page, name: str) -> None:
    page.wait_for_selector(SETTLED)
    page.wait_for_timeout(800)  # the last fonts
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
