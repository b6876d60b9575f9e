"""ประวัติ, แก้ไขตัวชี้วัด and แผนปีถัดไป in Chromium: what only a browser can tell."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ita_data.settings import Settings
from ita_data.store import Store
from tests.app.agency import AGENCY, tracked
from tests.browser.conftest import looking, open_settled, serving

PAGES = ("history", "history?version=1&against=2", "indicators?measure=m1", "plan")


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with an upload and a round of results."""
    folder = tmp_path_factory.mktemp("versions")
    with Store.open(Settings(data_dir=str(folder))) as store:
        store.save(replace(tracked(), actuals=()), author="สมหญิง", reason="นำเข้า", kind="upload",
                   source_name="แผน 2569.xlsx", source_bytes=b"the officer's file")  # fmt: skip
        store.save(tracked(), author="สมชาย", reason="บันทึกผล", kind="results")
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_nothing_runs_over_the_side(browser: Any, versions: str, size: str) -> None:
    with looking(browser, size) as page:
        for path in PAGES:
            open_settled(page, f"{versions}/{path}")
            width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert width[0] <= width[1], path


def test_a_version_is_opened_from_the_timeline_and_stays_after_a_reload(
    browser: Any, versions: str
) -> None:
    with looking(browser) as page:
        open_settled(page, f"{versions}/history")
        page.locator(".ita-versions a", has_text="รุ่นที่ 1").click()
        page.wait_for_selector("text=เป็นรุ่นแรก มี 7 มาตรการ")
        assert "version=1" in page.url
        page.reload()
        page.wait_for_selector("text=เป็นรุ่นแรก มี 7 มาตรการ")
        assert page.locator(".ita-versions li.chosen").count() == 1


def test_the_original_file_and_a_whole_backup_are_downloaded(
    browser: Any, versions: str, tmp_path: Path
) -> None:
    with looking(browser) as page:
        open_settled(page, f"{versions}/history")
        found = {}
        for label in ("ดาวน์โหลดไฟล์ต้นฉบับ", "ดาวน์โหลดข้อมูลสำรองทั้งหมด"):
            with page.expect_download() as waiting:
                page.get_by_role("button", name=label).click()
            found[waiting.value.suggested_filename] = Path(waiting.value.path()).read_bytes()
    assert found.pop("แผน 2569.xlsx") == b"the officer's file"
    ((name, data),) = found.items()
    assert name.endswith(".ita")
    (tmp_path / name).write_bytes(data)
    with Store.open(Settings(data_dir=str(tmp_path / "again"))) as store:
        store.restore(tmp_path / name)
        assert [info.number for info in store.versions(AGENCY, 2569)] == [1, 2]


def test_what_is_typed_of_an_indicator_survives_a_reload_in_the_middle(
    browser: Any, versions: str
) -> None:
    with looking(browser) as page:
        open_settled(page, f"{versions}/indicators?measure=m1")
        page.get_by_text("แก้ไข", exact=True).first.click()
        field = page.get_by_role("textbox", name="เป้าหมายรวมตลอดระยะเวลา").first
        field.fill("๙")
        field.press("Tab")
        page.wait_for_selector("text=เป้าหมาย 6 → 9")
        page.reload()
        page.wait_for_selector("text=เป้าหมาย 6 → 9")
        assert "draft=" in page.url
