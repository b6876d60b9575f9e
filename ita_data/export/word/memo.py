"""The cover memo (บันทึกข้อความ) to the executive, as a Word file to finish by hand."""

from datetime import date

from ita_data.dates import Digits, thai_date_long
from ita_data.export.emblem import emblem_of
from ita_data.export.official import DOTS, Signature, half_year_words, in_digits
from ita_data.export.word.building import document
from ita_data.export.word.writing import PICTURE, paragraph, run
from ita_data.forms import cover_memo
from ita_data.model import Report

HEADING_POINTS, LABEL_POINTS, POINTS = 29, 20, 16
INDENT_MM, SIGN_MM, PAGE_MM = 25, 75, 160
SHORT_DOTS = "." * 24


def memo_docx(
    report: Report,
    facts: tuple[str, ...],
    *,
    digits: Digits = "thai",
    half_year: bool = False,
    department: str = "",
    signature: Signature | None = None,
    emblem: bytes | None = None,
    day: date | None = None,
) -> bytes:
    """The memo for a report; `facts` are sentences, one a line (what stands where).

    What only the officer knows (number, department, day, name) is left as dots to fill in.
    `half_year`: it goes with the report of รอบ 6 เดือน, whose day the facts are of.
    `emblem` (a PNG or JPEG, commonly the Garuda) stands to the left of the heading.
    """
    picture = None if emblem is None else emblem_of(emblem).data
    form, words = cover_memo(), _words(report, half_year)
    subject = form["subject"].format(**words).rstrip()
    labels = (
        (("ส่วนราชการ", f"{department or report.agency or SHORT_DOTS}  โทร. {SHORT_DOTS}"),),
        (("ที่", SHORT_DOTS), ("วันที่", thai_date_long(day, digits) if day else SHORT_DOTS)),
        (("เรื่อง", subject),),
    )
    before, between, after = (text.format(**words) for text in form["paragraphs"])
    body = [
        _heading(form["heading"], with_picture=picture is not None),
        *(_labelled(line, digits) for line in labels),
        paragraph(run(f"เรียน  {words['executive']}", POINTS), before=6, after=6),
        *(_prose(text, digits) for text in (before, between)),
        *(_fact(number, fact, digits) for number, fact in enumerate(facts, start=1)),
        _prose(after, digits),
        *_signed(signature or Signature(), digits),
    ]
    return document(
        "".join(body),
        title=in_digits(subject, "arabic"),
        author=report.agency,
        landscape=False,
        margins_mm=(25, 20, 20, 30),
        points=POINTS,
        digits=digits,
        picture=picture,
        created=day,
    )


def _heading(words: str, *, with_picture: bool) -> str:
    """In the middle of the page's 160 mm, also beside a picture."""
    heading = run(("\t" if with_picture else "") + words, HEADING_POINTS, bold=True)
    if with_picture:
        return paragraph(PICTURE, heading, middle=PAGE_MM / 2)
    return paragraph(heading, align="center")


def _words(report: Report, half_year: bool) -> dict[str, str]:
    return {
        "round": f" {half_year_words(report.fiscal_year)} " if half_year else "",
        "agency": report.agency or SHORT_DOTS,
        "fiscal_year": str(report.fiscal_year or SHORT_DOTS),
        "measures": str(len(report.measures)),
        "executive": executive(report.agency),
    }


def executive(agency: str) -> str:
    """Whom the memo is for: the mayor where the agency's name says so."""
    form = cover_memo()
    for begins, post in form["executives"]:
        if agency.startswith(begins):
            return str(post) + agency.removeprefix(begins)
    return str(form["executive"])


def _labelled(parts: tuple[tuple[str, str], ...], digits: Digits) -> str:
    runs = [
        made
        for at, (label, text) in enumerate(parts)
        for made in (
            run(("\t" if at else "") + f"{label}  ", LABEL_POINTS, bold=True),
            run(in_digits(text, digits), POINTS),
        )
    ]
    return paragraph(*runs, tabs=(SIGN_MM,))


def _prose(text: str, digits: Digits) -> str:
    words = run(in_digits(text, digits), POINTS)
    return paragraph(words, align="thaiDistribute", before=6, first=INDENT_MM)


def _fact(number: int, text: str, digits: Digits) -> str:
    words = run(in_digits(f"{number}. {text}", digits), POINTS)
    return paragraph(words, align="left", first=INDENT_MM)


def _signed(signature: Signature, digits: Digits) -> list[str]:
    lines = (
        f"ลงชื่อ {DOTS}",
        f"( {signature.name or DOTS} )",
        f"ตำแหน่ง {signature.post or DOTS}",
    )
    return [
        paragraph(
            run(in_digits(line, digits), POINTS),
            align="center",
            before=36 if at == 0 else 0,
            left=SIGN_MM,
            keep=at < 2,
        )
        for at, line in enumerate(lines)
    ]
