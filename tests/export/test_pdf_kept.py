"""The PDF in other programs' hands: what they copy, and what it says of itself to be kept for
decades (PDF/A-2a) and read aloud (PDF/UA-1)."""

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
import pytest

from ita_data.export.official import Signature, official_report
from ita_data.export.pdf import official_pdf
from ita_data.export.pdf.brief import brief_pdf
from ita_data.export.standing import Standing
from ita_data.model import Report
from ita_data.reading import load
from ita_data.thai import squash
from sample_data import files
from tests.export.pictures_given import picture
from tests.export.records import measure, report
from tests.export.test_pdf import continuations, letters, said
from tests.export.tracked import progress_of, tracked

HARD = "ซ้ำ น้ำ ก่ำ ขั้น ที่ ผู้ ปุ้ย ญู ปี่ ปื้อ ฝ้ำ ฎุ ฐุ์ เก็ก กำ ตั้งใจ ปฏิบัติ ffi"


@pytest.fixture(scope="module")
def sample() -> Report:
    return load("report", files.as_csv()).report


def by_poppler(pdf: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler) is not on this machine")
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def by_mupdf(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return "".join(page.get_text() for page in document)


READERS = (by_poppler, by_pdfium, by_mupdf)


@pytest.mark.parametrize("read", READERS)
def test_every_letter_is_copied(sample: Report, read: Callable[[bytes], str]) -> None:
    pdf = official_pdf(sample)
    pages = len(pypdfium2.PdfDocument(pdf))
    copied, expected = letters(read(pdf)), said(sample, pages, continuations(pdf))
    assert (copied - expected, expected - copied) == (Counter(), Counter())


@pytest.mark.parametrize("read", READERS)
def test_marks_are_copied_in_their_order(read: Callable[[bytes], str]) -> None:
    """Poppler mixes the lines of two columns that stand beside each other, so its words are
    asked for one by one; pdfium leaves out a space here and there."""
    copied = read(official_pdf(report(measure(1, steps=HARD))))
    missing = [word for word in HARD.split() if word not in copied.split()]
    assert missing == [] or squash(HARD) in squash(copied)


def made(kind: str) -> bytes:
    if kind == "brief":
        record = tracked()
        return brief_pdf(Standing(record, progress_of(record)))
    of = load("report", files.as_csv()).report
    signed = (Signature(role="ผู้รายงาน"),)
    return official_pdf(
        of, signatures=signed, emblem=picture(), cover=kind == "cover", created=date(2026, 9, 30)
    )


@pytest.mark.parametrize("kind", ["report", "cover", "brief"])
def test_it_says_what_it_is(kind: str) -> None:
    with pikepdf.open(io.BytesIO(made(kind))) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        assert pdf.Root.Lang == "th"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert meta["dc:title"] == str(pdf.docinfo["/Title"])
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert {str(font.BaseFont)[8:] for font in fonts} <= {"Sarabun-Regular", "Sarabun-Bold"}
        inside = {
            "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            or "/FontFile3" in font.DescendantFonts[0].FontDescriptor
            for font in fonts
        }
        assert inside == {True}
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(pdf.Root.get("/Names", {}).keys())


def test_its_day_is_the_one_given() -> None:
    with pikepdf.open(io.BytesIO(made("report"))) as pdf:
        assert pdf.open_metadata()["xmp:CreateDate"].startswith("2026-09-30")


def tree(element: Any) -> Iterator[Any]:
    """Every element of the structure, as it is read aloud."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from tree(kid)


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    root = pdf.Root.StructTreeRoot
    kids = root.K if isinstance(root.K, pikepdf.Array) else [root.K]
    return [element for kid in kids for element in tree(kid)]


def test_the_table_is_told_as_a_table(sample: Report) -> None:
    with pikepdf.open(io.BytesIO(made("report"))) as pdf:
        found = elements(pdf)
        kinds = Counter(str(element.S)[1:] for element in found)
        rows = len(official_report(sample).rows)
        # The last measure has a table of its own, so that nobody signs on an empty page.
        assert (kinds["Table"], kinds["THead"], kinds["TBody"], kinds["H1"]) == (2, 2, 2, 1)
        assert (kinds["TR"], kinds["TH"], kinds["TD"]) == (2 + rows, 14, 7 * rows)
        assert kinds["Figure"] == 1
        (figure,) = (element for element in found if element.S == "/Figure")
        assert str(figure.Alt) == "ตราหน่วยงาน"
        heads = [head for head in found if head.S == "/TH"]
        about = [next(one for one in head.A if one.O == "/Table") for head in heads]
        assert {str(one.Scope) for one in about} == {"/Column"}


def test_every_word_of_a_page_is_told_or_an_artefact() -> None:
    """What is drawn outside marked content would not be read aloud."""
    with pikepdf.open(io.BytesIO(made("cover"))) as pdf:
        for page in pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                depth += str(operator) in {"BDC", "BMC"}
                depth -= str(operator) == "EMC"
                assert depth or str(operator) not in {"Tj", "TJ", "f", "S", "Do"}, operands
