"""The page to publish: alone, escaped, small, readable on a phone and to who cannot see it."""

import re
from dataclasses import replace

import pytest

from ita_data.errors import Unprintable
from ita_data.export.official import COLUMNS
from ita_data.export.publish import MOST_BYTES, publish_page
from ita_data.export.publish_css import PUBLISH_CSS
from ita_data.export.standing import Standing
from ita_data.model import TrackedReport
from ita_data.words import STATUS_COLOURS
from tests.export.records import measure, report
from tests.export.test_html import HOSTILE, Tags
from tests.export.tracked import progress_of, tracked


def page(record: TrackedReport | None = None, **options: object) -> str:
    record = record or tracked()
    return publish_page(Standing(record, progress_of(record)), **options)  # type: ignore[arg-type]


def test_the_page_stands_alone() -> None:
    shown = page()
    assert shown.startswith('<!DOCTYPE html>\n<html lang="th">\n<head>\n<meta charset="utf-8">')
    assert not re.findall(r"https?://|@import|<script|<link|<img|src=|\son\w+=", shown)
    assert set(re.findall(r"url\(([a-z#:/0-9]+)", shown)) == {"data:font/woff2", "#hatched"}
    assert "default-src 'none'" in shown
    assert len(shown.encode()) <= MOST_BYTES


def test_every_word_of_the_report_is_there() -> None:
    cells = Tags(page(digits="thai")).cells
    assert cells[7:14] == [
        "ลำดับที่๑",
        "มาตรการ/โครงการ/กิจกรรมมาตรการที่ ๑",
        "ขั้นตอน/วิธีการปฏิบัติ๑. ปลูกต้นไม้\n๒. รดน้ำ",
        "ระยะเวลาในการดำเนินการ๑ ต.ค. ๖๘ – ๓๐ ก.ย. ๖๙",
        "ผู้รับผิดชอบกองช่าง",
        "ผลการดำเนินการ (output)ปลูกแล้ว จำนวน ๓ ต้น",
        "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)ร่มเย็น",
    ]


def test_charts_say_their_numbers() -> None:
    svgs = [tag for tag in Tags(page()).named("svg") if tag.get("role") == "img"]
    labels = [tag["aria-label"] for tag in svgs]
    assert labels[:3] == ["ตามรายงาน 16%", "บันทึกผลแล้ว 25%", "มีหลักฐาน 8%"]
    assert labels[3] == "เฝ้าระวัง 1 มาตรการ, ล่าช้า 1 มาตรการ, ไม่มีเป้าหมายเชิงปริมาณ 1 มาตรการ"
    assert len(labels) == 3 + 1 + 3
    assert "ยังไม่ทราบ" in page(replace(tracked(), actuals=()))


def test_an_officers_own_status_is_told() -> None:
    assert "สถานะที่เจ้าหน้าที่กำหนดเอง 1 ตัวชี้วัด: มาตรการที่ 1 คู่มือ" in page()
    assert "กำหนดเอง" not in page(replace(tracked(), overrides=()))


def test_text_never_becomes_markup() -> None:
    words = dict.fromkeys(COLUMNS[1:], HOSTILE)
    of = report(measure(1, **words), measure(2), measure(3), agency=HOSTILE, district=HOSTILE)
    hostile = tracked(of)
    shown = Tags(page(hostile))
    assert {name for name, _ in shown.tags} == {
        "html", "head", "meta", "title", "style", "body", "a", "svg", "defs", "pattern", "rect",
        "header", "h1", "p", "br", "main", "section", "h2", "ul", "ol", "li", "b", "strong",
        "small", "span", "div", "table", "thead", "tbody", "tr", "th", "td", "footer",
        "wbr",
    }  # fmt: skip
    assert sum(HOSTILE in cell for cell in shown.cells) == 6


def test_who_cannot_see_it_finds_the_way() -> None:
    shown = Tags(page())
    assert len(shown.named("h1")) == len(shown.named("main")) == len(shown.named("title")) == 1
    assert [a["href"] for a in shown.named("a")] == ["#report"]
    assert [h["id"] for h in shown.named("h2")] == [
        "h-bases", "h-statuses", "h-measures", "report",
    ]  # fmt: skip
    ids = [tag["id"] for _, tag in shown.tags if "id" in tag]
    assert len(set(ids)) == len(ids)
    assert {cell["scope"] for cell in shown.named("th")} == {"col", "row"}


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    "colour", [*STATUS_COLOURS.values(), *re.findall(r"[{;]color:(#\w{6})", PUBLISH_CSS)]
)
def test_every_word_stands_out_from_its_ground(colour: str) -> None:
    for ground in ("#FFFFFF", "#F5F7FA"):
        assert (_luminance(ground) + 0.05) / (_luminance(colour) + 0.05) >= 4.5


def test_a_long_report_goes_without_the_font_and_a_longer_one_is_refused() -> None:
    long = tracked(report(measure(1, steps="ก" * 88_000), measure(2), measure(3)))
    shown = page(long)
    assert "@font-face" not in shown
    assert len(shown.encode()) <= MOST_BYTES
    longer = tracked(report(measure(1, steps="ก" * 110_000), measure(2), measure(3)))
    with pytest.raises(Unprintable, match="PDF"):
        page(longer)
