"""The officer's way without a mouse: a file in, reviewed, stored, a result recorded, printed."""

from pathlib import Path
from typing import Any

from tests.app import imported
from tests.browser.conftest import looking, open_settled, serving
from tests.browser.test_import_journey import settled

# The words of what has the focus, as a screen reader would name it.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one.matches('a, button, input, textarea')) return '';
  const label = one.labels?.[0]?.innerText ?? '';
  return [one.getAttribute('aria-label') ?? '', label, one.innerText ?? ''].join(' ');
}"""


def tab_to(page: Any, words: str, *, whole: bool = False, most: int = 150) -> None:
    """Presses Tab until something with these words (`whole`: nothing else) has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED).strip()
        if found == words or (words in found and not whole):
            return
    raise AssertionError(f"Tab does not come to “{words}”")


def test_from_file_to_paper_by_keyboard_alone(browser: Any, tmp_path: Path) -> None:
    with serving(tmp_path) as address, looking(browser) as page:
        page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
        # Choosers are caught only some time after the first listener: well before Enter, here.
        page.on("filechooser", lambda _: None)
        open_settled(page, f"{address}/upload")
        page.get_by_test_id("stFileUploader").first.wait_for()
        tab_to(page, "เลือกไฟล์")
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Enter")
        file = {"name": imported.NAME, "mimeType": "text/plain", "buffer": imported.DATA}
        chooser.value.set_files(files=[file])
        page.get_by_role("heading", name="ตรวจทานก่อนบันทึก").wait_for()
        settled(page)
        tab_to(page, "ยืนยันทั้งหมดทุกมาตรการ")
        page.keyboard.press("Enter")
        settled(page)
        tab_to(page, "บันทึกเป็นรุ่นใหม่")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="ภาพรวม", level=1, exact=True).wait_for()
        settled(page)

        tab_to(page, "บันทึกผล", whole=True)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="บันทึกผล", level=1, exact=True).wait_for()
        settled(page)
        tab_to(page, "จำนวนที่ทำได้")
        page.keyboard.type("2")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="บันทึก 1 รายการเป็นรุ่นใหม่").wait_for()
        settled(page)
        tab_to(page, "บันทึก 1 รายการเป็นรุ่นใหม่")
        page.keyboard.press("Enter")
        page.get_by_text("บันทึก 1 รายการเป็นรุ่นที่ 2 แล้ว").wait_for()
        settled(page)

        open_settled(page, f"{address}/report")
        page.locator("#ita-print").wait_for()
        tab_to(page, "พิมพ์รายงาน")
        page.keyboard.press("Enter")
        page.wait_for_function("window.printed === 1")
