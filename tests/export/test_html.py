"""The report as html: whole, escaped, alone; and as it prints."""

import io
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from ita_data.export.html import report_page, report_table, unbroken
from ita_data.export.official import COLUMNS, Signature
from ita_data.model import Report
from ita_data.thai import squash
from tests.export.records import measure, report

HOSTILE = "<script>alert(1)</script><img src=x onerror=y> & \"quoted\" 'single' </td></table>"


class Tags(HTMLParser):
    """Every opening tag with its attributes, and the texts of the cells."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"td", "th"}:
            self.inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_every_word_stands_in_its_cell() -> None:
    cells = Tags(report_table(report(measure(1), measure(2)), digits="thai")).cells
    assert len(cells) == 7 * 3
    assert cells[7:14] == [
        "๑",
        "มาตรการที่ ๑",
        "๑. ปลูกต้นไม้\n๒. รดน้ำ",
        "๑ ต.ค. ๖๘ – ๓๐ ก.ย. ๖๙",
        "กองช่าง",
        "ปลูกแล้ว จำนวน ๓ ต้น",
        "ร่มเย็น",
    ]


def test_text_never_becomes_markup() -> None:
    words = dict.fromkeys(COLUMNS[1:], HOSTILE)
    hostile = report(measure(1, **words), agency=HOSTILE, district=HOSTILE, province=HOSTILE)
    signed = (Signature(name=HOSTILE, post=HOSTILE, role=HOSTILE),)
    page = Tags(report_page(hostile, signatures=signed))
    assert page.cells[8:] == [HOSTILE] * 6
    assert {name for name, _ in page.tags} == {
        "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "br",
        "div", "table", "caption", "colgroup", "col", "thead", "tr", "th", "tbody", "td", "wbr",
    }  # fmt: skip


def test_the_page_stands_alone() -> None:
    page = report_page(report())
    assert page.startswith('<!DOCTYPE html>\n<html lang="th">\n<head>\n<meta charset="utf-8">')
    assert set(re.findall(r"url\(([a-z:/0-9]+)", page)) == {"data:font/woff2"}
    assert page.count("@font-face") == 4
    assert not re.findall(r"https?://|@import|<script|<link|src=", page)
    assert len(page.encode()) < 300_000


def test_the_table_says_what_it_is_to_who_cannot_see_it() -> None:
    page = Tags(report_page(report()))
    scopes = [cell.get("scope") for cell in page.named("th")]
    assert scopes == ["col"] * 7 + ["row"]
    assert len(page.named("caption")) == 1
    assert len(page.named("h1")) == 1


def test_signatures_leave_dots_for_what_is_not_known() -> None:
    signed = (Signature(role="ผู้รายงาน"), Signature(name="สมใจ ตัวอย่าง", post="ปลัดเทศบาล"))
    page = report_table(report(), signatures=signed)
    assert page.count('class="ita-signature"') == 2
    assert "( สมใจ ตัวอย่าง )<br>ตำแหน่ง ปลัดเทศบาล" in page
    assert "ita-signatures" not in report_table(report()).split("</style>")[1]


def _printed(page: str, folder: Path) -> list[str]:
    """The text of each page as Chromium prints it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("Chromium is not on this machine")
    source, target = folder / "report.html", folder / "report.pdf"
    source.write_text(page, encoding="utf-8")
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [chromium, *switches, profile, f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    reader = PdfReader(io.BytesIO(target.read_bytes()))
    for sheet in reader.pages:
        width, height = (round(float(side)) for side in sheet.mediabox[2:])
        assert (width, height) == (842, 595)
    return [squash(sheet.extract_text()) for sheet in reader.pages]


def _long_report() -> Report:
    phrases = "\n".join(f"ลำดับงาน {i} ปลูกต้นไม้ริมคลองและรดน้ำทุกเย็น" for i in range(1, 91))
    short = (measure(i, outcome=f"row {i} end") for i in range(1, 8))
    return report(*short, measure(8, steps=phrases, outcome="row 8 end"))


@pytest.mark.browser
def test_printing_repeats_the_header_and_loses_nothing(tmp_path: Path) -> None:
    pages = _printed(report_page(_long_report(), digits="arabic"), tmp_path)
    assert len(pages) >= 3
    assert [squash("(outcome/result)") in page for page in pages] == [True] * len(pages)
    whole = "".join(pages)
    assert [n for n in range(1, 9) if f"row{n}end" not in whole] == []
    assert [i for i in range(1, 91) if not re.search(rf"งาน{i}ปล", whole)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("กองคลัง\n-", '<span class="ita-whole">กองคลัง</span>\n<span class="ita-whole">-</span>'),
        ("<b>", '<span class="ita-whole">&lt;b&gt;</span>'),
        ("ฝ่ายส่งเสริมคุณธรรมและความโปร่งใส", "ฝ่ายส่งเสริมคุณธรรมและความโปร่งใส"),
        ("", ""),
    ],
)  # fmt: skip
def test_short_names_of_departments_are_never_broken(text: str, shown: str) -> None:
    assert unbroken(text) == shown


def test_words_that_are_not_loaded_yet_are_left_to_the_browser() -> None:
    plain, by_word = (report_table(report(), whole_words=whole) for whole in (False, True))
    assert Tags(plain).cells == Tags(by_word).cells
    assert "<wbr>" not in plain
    assert "<td>๑. ปลูก<wbr>ต้นไม้\n๒. รดน้ำ</td>" in report_table(report(), digits="thai")
