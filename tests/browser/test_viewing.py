"""The viewing pages in Chromium: cold links, closed network, lists behind numbers, paper, phone."""

import base64
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

from ita_data.settings import Settings
from ita_data.store import Store
from pages.widgets.shell import TITLES as SHELL_TITLES
from tests.app.agency import AGENCY, TITLES, measure, tracked
from tests.browser.conftest import ARTEFACTS, looking, open_settled, served, serving

# Every page by its address; the first one also answers at the root.
ADDRESSES = {"": SHELL_TITLES["overview"]} | SHELL_TITLES
DAY = "date=2026-06-30"
DETAIL = f"measures?measure=m5&{DAY}"
HOSTILE = "![x](http://a.example/p.png) :material/home: $a$ <img src=http://b.example/q.png>"
ON_PAPER = {
    "printBackground": True,
    "preferCSSPageSize": True,
    "landscape": True,
}


def keep(data_dir: Path, **report: Any) -> None:
    with Store.open(Settings(data_dir=str(data_dir))) as store:
        store.save(tracked(**report), author="สมหญิง", reason="นำเข้า", kind="upload")


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the invented agency's report stored."""
    yield from served(tmp_path_factory, keep)


# The one that is made before anybody comes, one with charts, one to type in.
@pytest.mark.parametrize("path", ["overview", "targets", "record"])
def test_a_cold_server_shows_the_page_that_was_asked_for(
    browser: Any, tmp_path: Path, path: str
) -> None:
    with serving(tmp_path) as address, looking(browser) as page:
        open_settled(page, f"{address}/{path}")
        is_the_page(page, path)
        assert page.evaluate("document.documentElement.lang") == "th"


def test_every_address_shows_its_page(browser: Any, stored: str) -> None:
    with looking(browser) as page:
        for path in ADDRESSES:
            open_settled(page, f"{stored}/{path}")
            is_the_page(page, path)


def is_the_page(page: Any, path: str) -> None:
    page.locator(".ita-menu a").first.wait_for()
    menu = page.locator(".ita-menu a").all_inner_texts()
    assert [words.strip() for words in menu] == list(SHELL_TITLES.values())
    assert page.title() == f"{ADDRESSES[path]} · ติดตามมาตรการ ITA"
    assert page.locator(".ita-top h1").inner_text() == ADDRESSES[path]
    assert page.locator("[data-testid=stException], [role=dialog]").count() == 0


@pytest.mark.parametrize("size", ["desktop", "zoomed", "phone"])
@pytest.mark.parametrize(
    "path", ["", "measures", f"measures?measure=m5&{DAY}", "targets", "readiness", "report"]
)
def test_no_page_scrolls_sideways_or_asks_anybody_else(
    browser: Any, stored: str, path: str, size: str
) -> None:
    with looking(browser, size) as page:
        open_settled(page, f"{stored}/{path}")
        too_wide = page.evaluate(
            "(() => { const m = document.querySelector('[data-testid=stMain]');"
            " return m.scrollWidth - m.clientWidth })()"
        )
        assert too_wide <= 0
        ARTEFACTS.mkdir(exist_ok=True)
        name = path.split("?")[0] or "overview"
        page.screenshot(path=ARTEFACTS / f"{name}{'-detail' if '=m5' in path else ''}-{size}.png")


def test_the_seven_measures_stand_on_the_first_screen(browser: Any, stored: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{stored}/?{DAY}")
        lines = page.locator(".ita-lines .line")
        assert lines.count() == 7
        box = lines.nth(6).bounding_box()
        assert box["y"] + box["height"] < 620
        for name in ("late", "next", "departments"):
            part = page.locator(f".ita-overview > .{name}").bounding_box()
            assert part["y"] + part["height"] <= 900, name
        families = page.evaluate(
            "getComputedStyle(document.querySelector('.ita-headline')).fontFamily"
        )
        assert families.split(",")[0].strip('"') == "Sarabun"
        assert page.evaluate("document.fonts.check('16px Sarabun', 'ก')")


@pytest.mark.parametrize("size", ["desktop", "projector", "phone"])
def test_titles_and_percents_can_be_read_at_every_size(
    browser: Any, stored: str, size: str
) -> None:
    with looking(browser, size) as page:
        open_settled(page, f"{stored}/?{DAY}")
        for line in page.locator(".ita-lines .line").all():
            assert line.locator(".what").bounding_box()["width"] >= 200
        for percent in page.locator(".ita-bullet b").all():
            assert percent.is_visible()


def test_on_a_phone_what_is_late_comes_before_the_measures(browser: Any, stored: str) -> None:
    with looking(browser, "phone") as page:
        open_settled(page, f"{stored}/?{DAY}")
        tops = [
            page.locator(f".ita-overview > .{name}").bounding_box()["y"]
            for name in ("top", "late", "measures", "next", "departments")
        ]
        assert tops == sorted(tops)


def test_a_number_opens_its_list_which_comes_back_on_reload(browser: Any, stored: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{stored}/?{DAY}")
        page.locator("a.ita-tile.bad").click()
        page.wait_for_selector(".ita-table")
        rows = page.locator(".ita-table tbody tr")
        assert rows.count() == 3
        assert "show=late" in page.url
        assert DAY in page.url
        page.reload()
        page.wait_for_selector(".ita-table")
        assert rows.count() == 3
        page.go_back()
        page.wait_for_selector(".ita-headline")


def test_going_on_by_the_menu_keeps_the_day(browser: Any, stored: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{stored}/measures?{DAY}")
        page.locator(".ita-menu a", has_text="เป้าหมายและผล").click()
        page.wait_for_selector(".ita-table")
        page.wait_for_function(f"location.search.includes('{DAY}')")


def test_on_a_narrow_screen_the_menu_closes_after_a_choice(browser: Any, stored: str) -> None:
    with looking(browser, "phone") as page:
        open_settled(page, f"{stored}/")
        for name in ("report", "readiness"):
            page.get_by_test_id("stExpandSidebarButton").click()
            page.locator(".ita-menu a", has_text=SHELL_TITLES[name]).click()
            page.locator(".ita-top h1", has_text=SHELL_TITLES[name]).wait_for()
            page.wait_for_selector("[data-testid=stSidebar][data-collapsed=true]", state="attached")


@pytest.mark.parametrize("width", [1440, 1100])
def test_with_the_menu_folded_the_page_is_wider_and_everything_answers(
    browser: Any, stored: str, width: int
) -> None:
    with looking(browser) as page:
        page.set_viewport_size({"width": width, "height": 900})
        open_settled(page, f"{stored}/?{DAY}")
        page.get_by_test_id("stSidebar").hover()
        page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
        page.wait_for_function(
            "document.querySelector('[data-testid=stMain]').getBoundingClientRect().left === 0"
        )
        fold = page.get_by_test_id("stExpandSidebarButton").bounding_box()
        title = page.locator(".ita-top h1").bounding_box()
        assert fold["x"] + fold["width"] <= title["x"]
        page.get_by_role("button", name=re.compile("^tune ณ วันที่|^ณ วันที่")).click()
        page.get_by_test_id("stPopoverBody").wait_for()


def test_on_a_phone_nothing_of_the_page_shines_through_the_menu_button(
    browser: Any, stored: str
) -> None:
    with looking(browser, "phone") as page:
        open_settled(page, f"{stored}/?{DAY}")
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 400)")
        button = page.get_by_test_id("stExpandSidebarButton").bounding_box()
        bar = page.get_by_test_id("stHeader")
        box, ground = bar.bounding_box(), bar.evaluate("e => getComputedStyle(e).backgroundColor")
        assert (box["width"], ground) == (390, "rgb(255, 255, 255)")
        assert button["y"] + button["height"] <= box["y"] + box["height"] <= 48


def test_a_finding_leads_to_its_words(browser: Any, tmp_path: Path) -> None:
    same = "ตรวจนับพัสดุคงเหลือร่วมกับคณะกรรมการทุกรายการ จัดทำทะเบียนคุมเป็นปัจจุบัน และรายงานผลให้นายกทราบแล้ว"
    steps = "\n".join(f"{n}. ทำงานตามแผน" for n in range(1, 60))
    keep(tmp_path, measures=tuple(measure(n, steps=steps, output=same) for n in (3, 5)))
    with serving(tmp_path) as address, looking(browser) as page:
        open_settled(page, f"{address}/readiness?group=rule")
        page.locator(".ita-found", has_text="เหมือนกับของมาตรการที่ 3").get_by_role(
            "link", name="เปิดดูในมาตรการ"
        ).click()
        page.wait_for_selector("#ita-seen mark")
        page.wait_for_timeout(300)
        box = page.locator("#ita-seen mark").first.bounding_box()
        assert 0 <= box["y"] <= 900


def test_words_of_a_file_fetch_nothing_and_stay_words(browser: Any, tmp_path: Path) -> None:
    keep(
        tmp_path,
        agency=f"{AGENCY} {HOSTILE}",
        measures=tuple(
            measure(n, title=HOSTILE, departments=(HOSTILE,), steps=HOSTILE) for n in range(1, 8)
        ),
    )
    with serving(tmp_path) as address, looking(browser) as page:
        for path in ("", "measures", "measures?measure=m1", "targets", "report"):
            open_settled(page, f"{address}/{path}")
            assert page.locator("[data-testid=stMain] img").count() == 0
        open_settled(page, f"{address}/measures")
        page.locator(
            ".st-key-filter_department input, .st-key-filter_department [role=combobox]"
        ).first.click()
        page.wait_for_timeout(300)
        assert page.locator("[role=listbox] img, [role=option] img").count() == 0


def printed(page: Any) -> list[str]:
    """The text of each sheet that Chromium prints."""
    session = page.context.new_cdp_session(page)
    data = base64.b64decode(session.send("Page.printToPDF", ON_PAPER)["data"])
    return [letters(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(data)).pages]


def letters(text: str) -> str:
    """Without spaces, and without the marks above and below, which Chromium's files lose."""
    return re.sub("[\\s\0\u0e31\u0e33\u0e32\u0e34-\u0e3a\u0e47-\u0e4e]", "", text)


def test_paper_has_all_measures_the_header_on_each_sheet_and_nothing_of_the_screen(
    browser: Any, tmp_path: Path
) -> None:
    long = tuple(
        measure(n, steps="\n".join(f"{i}. ทำงานตามแผนและรายงานผู้บริหาร" for i in range(1, 16)))
        for n in range(1, 8)
    )
    keep(tmp_path, measures=long)
    with serving(tmp_path) as address, looking(browser) as page:
        page.set_viewport_size({"width": 1366, "height": 768})
        open_settled(page, f"{address}/report")
        sheets = printed(page)
    together = "".join(sheets)
    assert len(sheets) > 1
    assert [title for title in TITLES if letters(title) not in together] == []
    assert [sheet for sheet in sheets[:-1] if letters("ลำดับที่") not in sheet] == []
    screen = ("พิมพ์รายงาน", "ดาวน์โหลด", "ติดตามมาตรการ", "ตัวเลขในรายงาน", "เป้าหมายและผล")
    assert [words for words in screen if letters(words) in together] == []


# Without the calendar, which a year that is over has no more.
FILES = {
    "ดาวน์โหลด PDF": ("รายงาน ITA {} 2569 รอบ 6 เดือน.pdf", b"%PDF-1.7"),
    "ดาวน์โหลด Word": ("รายงาน ITA {} 2569 รอบ 6 เดือน.docx", b"PK"),
    "รายงาน (html)": ("รายงาน ITA {} 2569 รอบ 6 เดือน.html", b"<!DOCTYPE html>"),
    "สรุป Excel": ("รายงาน ITA {} 2569.xlsx", b"PK"),
    "แม่แบบติดตาม (Excel)": ("แม่แบบติดตาม รายงาน ITA {} 2569.xlsx", b"PK"),
    "แผนปีถัดไป (Excel)": ("แผนปีถัดไป รายงาน ITA {} 2569.xlsx", b"PK"),
    "สรุปหนึ่งหน้า (PDF)": ("สรุปผู้บริหาร รายงาน ITA {} 2569.pdf", b"%PDF-1.7"),
    "บันทึกข้อความนำส่ง (Word)": ("บันทึกข้อความ รายงาน ITA {} 2569 รอบ 6 เดือน.docx", b"PK"),
    "หน้าเว็บสำหรับเผยแพร่": ("เผยแพร่ รายงาน ITA {} 2569.html", b"<!DOCTYPE html>"),
}
# Folded away: all but the report and what goes to the executive with it.
OTHERS = frozenset({
    "รายงาน (html)", "แม่แบบติดตาม (Excel)", "แผนปีถัดไป (Excel)", "หน้าเว็บสำหรับเผยแพร่",
})  # fmt: skip


@pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")
def test_every_file_can_be_downloaded(browser: Any, stored: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{stored}/report?{DAY}&round=half")
        found = {}
        for label in FILES:
            if label in OTHERS and not page.get_by_role("button", name=label).count():
                page.get_by_role("button", name="ไฟล์อื่น").click()
            with page.expect_download() as waiting:
                page.get_by_role("button", name=label).click()
            path = Path(waiting.value.path())
            found[label] = (waiting.value.suggested_filename, path.read_bytes())
    for label, (name, begins) in FILES.items():
        assert found[label][0] == name.format(AGENCY)
        assert found[label][1].startswith(begins), label
    sheets = openpyxl.load_workbook(io.BytesIO(found["สรุป Excel"][1]))
    assert sheets["ประวัติการแก้ไข"]["A4"].value == 1
