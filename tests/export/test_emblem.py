"""The agency's emblem is judged by its content, and stands where it should."""

import io

import docx
import pikepdf
import pytest

from ita_data.errors import Unprintable
from ita_data.export.emblem import MOST_BYTES, Emblem, emblem_of
from ita_data.export.pdf import official_pdf
from ita_data.export.word import memo_docx, official_docx
from tests.export.pictures_given import picture, png
from tests.export.records import report


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_has_its_sides(kind: str) -> None:
    data = picture(kind, 60, 40)
    assert emblem_of(data) == Emblem(data=data, width=60, height=40)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + bytes(50),
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"\xff\xd8\xff",
        b"\xff\xd8\xff" + bytes(5_000),
        picture("JPEG")[:30],
        picture("PNG")[:-12],
        b"\x89PNG\r\n\x1a\n",
        png(50_000, 50_000),
        png(8, 8),
        picture() + bytes(MOST_BYTES),
    ],
    ids=["empty", "gif", "svg", "jpeg-start", "jpeg-zeros", "jpeg-cut", "png-cut", "png-start",
         "bomb", "small", "heavy"],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unprintable, match="ตราหน่วยงานใช้ไม่ได้ โปรดใช้ภาพ PNG หรือ JPEG"):
        emblem_of(data)


def test_a_picture_that_cannot_be_drawn_is_refused_too() -> None:
    with pytest.raises(Unprintable, match="ตราหน่วยงาน"):
        official_pdf(report(), emblem=png(60, 40, b"no picture at all"))


@pytest.mark.parametrize("cover", [False, True])
def test_the_emblem_stands_once_above_the_titles(cover: bool) -> None:
    with pikepdf.open(io.BytesIO(official_pdf(report(), emblem=picture(), cover=cover))) as pdf:
        assert [len(page.get_images()) for page in pdf.pages] == ([1, 0] if cover else [1])


def test_the_emblem_in_word_comes_with_its_words() -> None:
    made = docx.Document(io.BytesIO(official_docx(report(), emblem=picture("JPEG"))))
    (shown,) = made.inline_shapes
    assert (shown.height.mm, shown.width.mm) == (20, 30)
    assert shown._inline.docPr.get("descr") == "ตราหน่วยงาน"
    first, second = made.paragraphs[:2]
    assert first._p.xpath(".//pic:pic")
    assert second.text.startswith("รายงานผลการดำเนินการ")


def test_the_emblem_of_the_memo_stands_before_its_heading() -> None:
    made = docx.Document(io.BytesIO(memo_docx(report(), (), emblem=picture())))
    assert len(made.inline_shapes) == 1
    assert made.paragraphs[0].text == "\tบันทึกข้อความ"
