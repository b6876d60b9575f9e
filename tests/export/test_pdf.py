"""The official PDF: every word, none cut by a line, text that copies, and nothing but text."""

import io
from collections import Counter
from dataclasses import replace

import pikepdf
import pytest
from pypdf import PdfReader

from ita_data.errors import Unprintable
from ita_data.export.official import COLUMNS, Signature, official_report
from ita_data.export.pdf import official_pdf, unknown_letters
from ita_data.export.pieces import pieces
from ita_data.model import Report
from ita_data.place import Place
from ita_data.reading import load
from ita_data.thai import squash
from sample_data import files
from tests.conftest import PROJECT
from tests.export.paper import lines_of, pieces_of
from tests.export.records import measure, report

HOSTILE = '#panic() #read("/etc/passwd") *bold* _it_ $x$ <label> @ref \\ [a] `b` = h // c "d" #{1}'


@pytest.fixture(scope="module")
def sample() -> Report:
    return load("report", files.as_csv()).report


def continuations(pdf: bytes) -> list[str]:
    """What pages say above the rest of a row that began before them."""
    return [line for line in lines_of(pdf) if line.endswith("(ต่อ)") or line == "ต่อจากหน้าก่อน"]


def said(of: Report, pages: int, continued: list[str]) -> Counter[str]:
    """The letters of the whole document, white space apart."""
    paper = official_report(of)
    cells = [text for row in paper.rows for text in row]
    footers = [f"หน้า {page} จาก {pages}" for page in range(1, pages + 1)]
    return letters("".join([*paper.titles, *paper.header * pages, *cells, *continued, *footers]))


def letters(text: str) -> Counter[str]:
    """Each letter without white space; ํา counts as ำ."""
    return Counter("".join(squash(text).split()))


def test_every_letter_is_there_once(sample: Report) -> None:
    pdf = official_pdf(sample)
    reader = PdfReader(io.BytesIO(pdf))
    expected = said(sample, len(reader.pages), continuations(pdf))
    shown = letters("".join(piece.text for piece in pieces_of(pdf)))
    assert (shown - expected, expected - shown) == (Counter(), Counter())
    copied = "".join(page.extract_text() for page in reader.pages)
    assert letters(copied) == expected


def test_marks_copy_right_glyph_by_glyph() -> None:
    """As readers see them that know no ActualText: Firefox, pypdf."""
    words = "ซ้ำ น้ำ ก่ำ ขั้น ที่ ผู้ ปุ้ย ญู ปี่ ปื้อ ฝ้ำ ฎุ ฐุ์ เก็ก กำ ตั้งใจ ปฏิบัติ ffi"
    reader = PdfReader(io.BytesIO(official_pdf(report(measure(1, steps=words)))))
    copied = squash(reader.pages[0].extract_text())
    assert squash(words) in copied


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ทุกๆ ๓ เดือน", ["ทุกๆ", " ", "๓", " ", "เดือน"]),
        ("(กันยายน2568)", ["(กันยายน2568)"]),
        ("1. จัดทำคู่มือ", ["1. จัดทำ", "คู่มือ"]),
        ("1.จัดทำคู่มือ", ["1.จัดทำ", "คู่มือ"]),
        ("งาน - ปรับปรุง", ["งาน", " ", "- ปรับปรุง"]),
        ("ม.ค.-มี.ค. 2569", ["ม.ค.-มี.ค.", " ", "2569"]),
        ("E-Service", ["E-Service"]),
        ("ก\u200bข  \u00a0 ค", ["กข", " ", "ค"]),
        ("บ้านทุ่งฝันดี", ["บ้าน", "ทุ่งฝันดี"]),
        ("", []),
        ("-", ["-"]),
    ],
)
def test_words_and_what_clings_to_them(line: str, expected: list[str]) -> None:
    assert pieces(line, 100, ("ทุ่งฝันดี",)) == expected


def test_what_is_wider_than_its_column_is_cut_and_loses_nothing() -> None:
    address = "https://www.a.example/" + "very-long-path/" * 6
    parts = pieces(address, 8)
    assert len(parts) > 5
    assert "".join(parts) == address
    assert official_pdf(report(measure(1, departments_text=address)))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("เทคโนโลยีสารสนเทศ", ["เทคโนโลยี", "สารสนเทศ"]),
        ("บัตรประจำตัวประชาชน", ["บัตรประจำตัว", "ประชาชน"]),
        ("01/10/67-30/09/68", ["01/10/67-", "30/09/68"]),
        ("ต.ค.2567-ก.ย.2568", ["ต.ค.2567-", "ก.ย.2568"]),
        ("www.example.go.th/eservice", ["www.example.", "go.th/eservice"]),
    ],
)
def test_a_wide_word_is_cut_where_it_hurts_least(word: str, parts: list[str]) -> None:
    assert pieces(word, 6.5) == parts


def test_text_is_never_markup() -> None:
    words = dict.fromkeys(COLUMNS[1:], HOSTILE)
    hostile = report(measure(1, **words), agency=HOSTILE, district=HOSTILE)
    pdf = official_pdf(hostile, signatures=(Signature(name=HOSTILE, post=HOSTILE),))
    text = squash("".join(piece.text for piece in pieces_of(pdf)))
    assert text.count(squash(HOSTILE)) >= 2 + 2
    assert Counter(text)["#"] == 3 * (2 + 6 + 2)
    assert "root:" not in text


def test_a_cell_of_600_phrases_loses_nothing() -> None:
    phrases = "\n".join(f"ลำดับงาน {i} ปลูกต้นไม้ริมคลองและรดน้ำทุกเย็น" for i in range(1, 601))
    pdf = official_pdf(report(measure(1), measure(2, steps=phrases), measure(3, outcome="จบ")))
    text = squash("".join(piece.text for piece in pieces_of(pdf)))
    assert [i for i in range(1, 601) if f"งาน{i}ปลูกต้นไม้ริมคลอง" not in text] == []
    assert text.count(squash("ผู้รับผิดชอบ")) == len(PdfReader(io.BytesIO(pdf)).pages) > 10


def test_a_row_that_goes_on_over_a_page_says_whose_it_is() -> None:
    many = "\n".join(f"ลำดับงาน {i}" for i in range(1, 71))
    of = report(measure(1), measure(2, steps=many), measure(3, steps=many, number=None))
    pdf = official_pdf(of, digits="thai", cover=True)
    words = {2: "มาตรการที่ ๒ (ต่อ)", 3: "ต่อจากหน้าก่อน"}
    said_on = [(one.page, one.text) for one in pieces_of(pdf) if one.text in words.values()]
    assert said_on == [(3, words[2]), (4, words[2]), (5, words[3]), (6, words[3])]
    assert continuations(official_pdf(report(measure(1), measure(2)))) == []


def test_300_measures_lose_nothing() -> None:
    many = report(*(measure(i, outcome=f"จบที่{i}แล้ว") for i in range(1, 301)))
    pdf = official_pdf(many)
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    text = squash("".join(piece.text for piece in pieces_of(pdf)))
    assert [i for i in range(1, 301) if f"จบที่{i}แล้ว" not in text] == []
    assert letters(text) == said(many, pages, continuations(pdf))


def test_pages_are_numbered_and_have_the_header(sample: Report) -> None:
    pdf = official_pdf(sample, digits="thai")
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    lines = [line.strip() for line in lines_of(pdf)]
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    wanted = [f"หน้า {n} จาก {pages}".translate(thai) for n in range(1, pages + 1)]
    assert [line for line in lines if line.startswith("หน้า ")] == wanted
    header = [line for line in lines if line.startswith("(outcome/result)")]
    assert len(header) == pages > 1
    sizes = {
        tuple(map(round, map(float, page.mediabox[2:])))
        for page in PdfReader(io.BytesIO(pdf)).pages
    }
    assert sizes == {(842, 595)}


def test_the_same_report_is_the_same_file(sample: Report) -> None:
    assert official_pdf(sample) == official_pdf(sample)


def test_who_signs_stands_below_and_the_emblem_above() -> None:
    signed = (Signature(role="ผู้รายงาน"), Signature(name="สมใจ ตัวอย่าง", post="ปลัดเทศบาล"))
    emblem = (PROJECT / "static" / "icon.png").read_bytes()
    pdf = official_pdf(report(), signatures=signed, emblem=emblem)
    text = [piece.text for piece in pieces_of(pdf)]
    assert "สม" in "".join(text)
    assert "ตำแหน่ง ปลัดเทศบาล" in " ".join("".join(text).split())
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages[0].get_images()) == 1


def test_a_letter_without_a_picture_is_an_error_that_names_its_cell() -> None:
    cells = {"output": (Place(sheet="ก", row=7, column=6),)}
    odd = report(measure(4, output="เสร็จ ✓ 😀 ✓", cells=cells), measure(5, title="☑"))
    with pytest.raises(Unprintable) as caught:
        official_pdf(odd)
    assert caught.value.reason == (
        "สร้าง PDF ไม่ได้ เพราะมาตรการที่ 4 ช่องผลการดำเนินการ (output) (ก เซลล์ F7) "
        "มีอักขระที่ฟอนต์ของรายงานไม่มี (✓ 😀); "
        "มาตรการที่ 5 ช่องมาตรการ/โครงการ/กิจกรรม มีอักขระที่ฟอนต์ของรายงานไม่มี (☑) "
        "โปรดแทนอักขระนั้นด้วยคำหรือเครื่องหมายอื่นแล้วลองอีกครั้ง"
    )


def test_marks_that_nobody_sees_stop_nothing() -> None:
    words = "ก\u200bข\ufeffค\u00adง\u2060จ\t\u00a0\u2003ฉ\u200dช\u0000ซ\ufe0f"
    odd = report(measure(1, output=words))
    assert unknown_letters(odd) == ()
    assert "กขคงจฉชซ" in squash("".join(p.text for p in pieces_of(official_pdf(odd))))


def test_a_report_without_rows_or_names_is_a_page() -> None:
    empty = replace(report(), measures=(), agency="", district="", province="", fiscal_year=None)
    assert len(PdfReader(io.BytesIO(official_pdf(empty))).pages) == 1


@pytest.mark.parametrize("lines", [17, 20, 23, 26])
def test_nobody_signs_under_nothing(lines: int) -> None:
    """However full the page before is, the one to sign on holds the end of the table."""
    measures = [measure(1), measure(2, steps="\n".join(["ปลูกต้นไม้"] * lines), outcome="ร่มเย็นทั่วกัน")]
    signed = tuple(Signature(role=role) for role in ("ผู้รายงาน", "ผู้อนุมัติ"))
    found = pieces_of(official_pdf(report(*measures), signatures=signed))
    page = next(one.page for one in found if "ลงชื่อ" in one.text)
    on_it = "".join(one.text for one in found if one.page == page)
    assert "ปลูกต้นไม้" in squash(on_it)
    assert squash("".join(one.text for one in found)).count("ปลูกต้นไม้") == lines + 1
