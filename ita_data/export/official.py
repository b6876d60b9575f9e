"""The official report as it is printed: title lines, seven columns, rows, signatures.

One source for every form it leaves in (html here; PDF and Word say the same), so that they
cannot differ. Pure values: nothing here knows markup.
"""

import re
from dataclasses import dataclass

from ita_data.dates import Digits, fiscal_year_bounds, half_year_end, thai_date_long
from ita_data.model import Field, Measure, Report
from ita_data.thai import to_arabic, to_thai_digits
from ita_data.words import FIELD_WORDS

TITLE = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
COLUMNS: tuple[Field, ...] = (
    "number",
    "title",
    "steps",
    "period_text",
    "departments_text",
    "output",
    "outcome",
)
# Shares of the table's width, in hundredths: the same as in print_css and publish_css.
WIDTHS = (5.5, 13, 20.5, 11, 12, 21, 17)
BANGKOK = "กรุงเทพมหานคร"
DOTS = "." * 44

# Addresses and words with Latin letters keep their digits: a converted link leads nowhere.
_KEPT = re.compile(r"(?:https?://|www\.)\S+|[0-9.:/@_-]*[A-Za-z][A-Za-z0-9.:/@?=&%#_-]*")
_ARABIC, _NOT_ARABIC = "0123456789", "๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９"
# XML and html know no other control characters than tab and line feed.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: name and post ("" leaves dots to write on), and what the name stands for."""

    name: str = ""
    post: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialReport:
    """All the words on the paper, in one kind of digits. `rows` follow `header`."""

    titles: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    signatures: tuple[Signature, ...] = ()


def official_report(
    report: Report,
    *,
    digits: Digits | None = "arabic",
    signatures: tuple[Signature, ...] = (),
    half_year: bool = False,
) -> OfficialReport:
    """The words to print. Digits change their script only (None: as they were typed).

    `half_year`: the titles name the first half of the year; the rows are the report's, which
    then is one of `half_year.half_year_report`.
    """
    return OfficialReport(
        titles=tuple(in_digits(line, digits) for line in title_lines(report, half_year=half_year)),
        header=tuple(FIELD_WORDS[column] for column in COLUMNS),
        rows=tuple(_row(measure, digits) for measure in report.measures),
        signatures=signatures,
    )


def title_lines(report: Report, *, half_year: bool = False) -> tuple[str, ...]:
    """The lines above the table; what the report does not say is left out."""
    year = f"ปีงบประมาณ พ.ศ. {report.fiscal_year}" if report.fiscal_year else ""
    half = half_year_words(report.fiscal_year) if half_year else ""
    return tuple(line for line in (TITLE, year, half, agency_line(report)) if line)


def half_year_words(fiscal_year: int | None) -> str:
    """ "รอบ 6 เดือน (1 ตุลาคม 2568 – 31 มีนาคม 2569)"; without a year the days alone."""
    if fiscal_year is None:
        return "รอบ 6 เดือน (1 ตุลาคม – 31 มีนาคม)"
    first, last = fiscal_year_bounds(fiscal_year)[0], half_year_end(fiscal_year)
    return f"รอบ 6 เดือน ({thai_date_long(first)} – {thai_date_long(last)})"


def agency_line(report: Report) -> str:
    """Agency, district and province with the words that stand before them."""
    bangkok = report.province == BANGKOK
    district = f"{'เขต' if bangkok else 'อำเภอ'}{report.district}" if report.district else ""
    province = report.province if bangkok or not report.province else f"จังหวัด{report.province}"
    return " ".join(part for part in (report.agency, district, province) if part)


def signature_lines(signature: Signature) -> tuple[str, str, str]:
    """The three lines of one who signs; dots for what is not known."""
    return (
        f"ลงชื่อ {DOTS} {signature.role}".rstrip(),
        f"( {signature.name or DOTS} )",
        f"ตำแหน่ง {signature.post or DOTS}",
    )


def in_digits(text: str, digits: Digits | None) -> str:
    """The text in one script of digits; addresses and Latin words stay as they are."""
    if digits is None:
        return text
    convert, other = (
        (to_thai_digits, "0123456789") if digits == "thai" else (to_arabic, _NOT_ARABIC)
    )
    if not any(digit in text for digit in other):
        return text
    parts, done = [], 0
    for kept in _KEPT.finditer(text):
        parts += [convert(text[done : kept.start()]), kept.group()]
        done = kept.end()
    return "".join(parts) + convert(text[done:])


def printable(text: str) -> str:
    """The text without characters that no document can hold; line ends as line feeds."""
    if text.isprintable() or text.replace("\n", "").isprintable():  # told faster than a search
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("", text)


def period_words(measure: Measure) -> str:
    """The file's own words, or the dates in words where it has none."""
    if measure.period_text or measure.start is None or measure.end is None:
        return measure.period_text
    return f"{thai_date_long(measure.start)} ถึง {thai_date_long(measure.end)}"


def departments_words(measure: Measure) -> str:
    """The file's own words, or the departments one a line where it has none."""
    return measure.departments_text or "\n".join(measure.departments)


def _row(measure: Measure, digits: Digits | None) -> tuple[str, ...]:
    texts = (
        "" if measure.number is None else str(measure.number),
        measure.title,
        measure.steps,
        period_words(measure),
        departments_words(measure),
        measure.output,
        measure.outcome,
    )
    return tuple(in_digits(printable(text), digits) for text in texts)
