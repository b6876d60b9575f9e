"""One page for the executive: where the agency stands, what is late, what comes, what to decide."""

import io
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from ita_data.dates import thai_date, thai_date_long
from ita_data.errors import Unprintable
from ita_data.export.letters import missing_letters
from ita_data.export.lines import IndicatorLine, MeasureLine
from ita_data.export.official import agency_line, printable
from ita_data.export.pdf.typesetting import typeset
from ita_data.export.pieces import pieces
from ita_data.export.standing import NO_NAME, Due, Standing, since_words
from ita_data.model import Basis, Status
from ita_data.progress import LATE
from ita_data.words import (
    BASIS_WORDS,
    LATE_WORDS,
    NOT_LATE,
    STATUS_COLOURS,
    STATUS_WORDS,
    percent_words,
    responsible_words,
    waits_for,
)

HEADING = "สรุปสำหรับผู้บริหาร"
# What is asked of the executive, counted in requests; the overview counts indicators.
ORDERS = "ข้อเสนอเพื่อสั่งการ"
SILENT = "ถึงกำหนดแล้ว ยังไม่รายงานผล"
MEASURE_HEADER = ("ที่", "มาตรการ", "สถานะ", "เทียบเป้าหมาย", "", "ผู้รับผิดชอบ")
# How each status and basis looks without colour.
STATUS_PATTERNS = {
    Status.ACHIEVED: "solid",
    Status.ON_TRACK: "solid",
    Status.WATCH: "wide",
    Status.BEHIND: "stripe",
    Status.OVERDUE: "dense",
    Status.NOT_REPORTED: "dots",
    Status.NOT_DUE: "outline",
    Status.NO_TARGET: "outline",
}
BASIS_PATTERNS = {Basis.CLAIMED: "hatched", Basis.RECORDED: "light", Basis.EVIDENCED: "solid"}
# How many measures, requests, and lines of each other list; fewer where the page does not hold
# them.
MOST = (
    (12, 9, 9), (12, 6, 6), (12, 4, 4), (12, 4, 3), (12, 4, 2), (12, 2, 2), (8, 2, 2), (5, 1, 1),
)  # fmt: skip
UNKNOWN = "สร้าง PDF ไม่ได้ เพราะรายงานมีอักขระที่ฟอนต์ไม่มี ({}) โปรดแทนด้วยคำอื่นแล้วลองอีกครั้ง"
TITLE_LETTERS, NAME_LETTERS, OWN_LETTERS, AGENCY_LETTERS = 80, 80, 160, 120
# Wider than any column: what does not fit a line is for typst to break between words.
WIDE = 14.0


def brief_pdf(standing: Standing, *, version_words: str = "") -> bytes:
    """The brief as one A4 page, PDF/A-2a and PDF/UA-1.

    Lists are cut to what the page holds, and say how many more there are. Raises
    Unprintable where the font lacks a letter.
    """
    pdf = b""
    for most in MOST:
        data = _data(standing, version_words, *most)
        if letters := missing_letters(_all_text(data)):
            raise Unprintable(UNKNOWN.format(" ".join(letters)))
        pdf = typeset("brief.typ", data, created=standing.as_of)
        if _pages(pdf) == 1:
            break
    return pdf


def _pages(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _data(
    standing: Standing, version_words: str, measures: int, requests: int, most: int
) -> dict[str, Any]:
    report = standing.report
    year = f"ปีงบประมาณ พ.ศ. {report.fiscal_year}" if report.fiscal_year else ""
    day = f"ข้อมูล ณ วันที่ {thai_date_long(standing.as_of)}"
    basis = f"ที่มาของผล: {BASIS_WORDS[standing.basis]}"
    subtitles = (
        " · ".join(filter(None, (_short(agency_line(report), AGENCY_LETTERS), year))),
        " · ".join(filter(None, (day, basis, version_words))),
    )
    shown = (*subtitles, _short(standing.own_words(), OWN_LETTERS))
    soon, later = standing.coming()
    return {
        "title": printable(" ".join((HEADING, *subtitles))),
        "author": printable(report.agency),
        "heading": _words(HEADING),
        "subtitles": [_words(line) for line in shown if line],
        "headline": _words(standing.headline()),
        "cautions": [_words(caution) for caution in standing.cautions()],
        "tiles": _tiles(standing),
        "pattern": BASIS_PATTERNS[standing.basis],
        "measures": _measures(standing, measures),
        "left": _owed(standing, most),
        "right": [
            _list(ORDERS, "ไม่มีเรื่องที่ต้องสั่งการ", standing.decisions(), _decision, requests),
            _list("ครบกำหนดใน 30 วัน", "ไม่มี", soon, _coming, most),
            _list("ครบกำหนดใน 31–90 วัน", "ไม่มี", later, _coming, most),
        ],
    }


def _owed(standing: Standing, most: int) -> list[dict[str, Any]]:
    """What is late, and what is due with nothing reported; one list that is empty where both
    are, as only then nothing is late for certain."""
    late, silent = standing.late(), standing.silent()
    late_list = _list(LATE_WORDS, NOT_LATE, late, _late(standing), most)
    silent_list = _list(SILENT, "", silent, _late(standing), most)
    return ([late_list] if late or not silent else []) + ([silent_list] if silent else [])


def _tiles(standing: Standing) -> list[dict[str, Any]]:
    return [
        {
            "label": _words(words),
            "percent": "–" if share is None else _short_percent(share),
            "share": share,
            "pattern": BASIS_PATTERNS[basis],
            "why": _words(why),
        }
        for basis, (words, share, why) in zip(Basis, standing.percents(), strict=True)
    ]


def _measures(standing: Standing, most: int) -> dict[str, Any]:
    lines = standing.lines.measures
    # Those in need first where not all fit; in the report's order then.
    pressing = sorted(lines, key=lambda line: line.status not in (*LATE, Status.NOT_REPORTED))
    shown = [line for line in lines if line in pressing[:most]]
    return {
        "heading": _words("สถานะรายมาตรการ"),
        "header": [_words(label) for label in MEASURE_HEADER],
        "rows": [_measure(line, standing.basis) for line in shown],
        "more": _more(len(lines) - len(shown), "มาตรการ"),
    }


def _measure(line: MeasureLine, basis: Basis) -> dict[str, Any]:
    measure, share = line.measure, line.percents[basis]
    return {
        "number": "" if measure.number is None else str(measure.number),
        "title": _words(_short(measure.title or "ไม่มีชื่อมาตรการ", TITLE_LETTERS)),
        "status": _words(STATUS_WORDS[line.status]),
        "pattern": STATUS_PATTERNS[line.status],
        "colour": STATUS_COLOURS[line.status],
        "share": share,
        "percent": "–" if share is None else _short_percent(share),
        "department": _words(
            _short(responsible_words(measure.departments, measure.departments_text, ", "), 44),
            measure.departments,
        ),
    }


def _list(
    heading: str, empty: str, found: Sequence[Any], item: Callable[[Any], Any], most: int
) -> dict[str, Any]:
    return {
        "heading": _words(f"{heading} ({len(found)})" if found else heading),
        "empty": _words(empty),
        "items": [item(one) for one in found[:most]],
        "more": _more(len(found) - most, "เรื่อง"),
    }


def _late(standing: Standing) -> Callable[[IndicatorLine], dict[str, Any]]:
    def item(line: IndicatorLine) -> dict[str, Any]:
        number = f"มาตรการที่ {line.measure.number}:" if line.measure.number is not None else ""
        note = (line.responsible, since_words(line), waits_for(line, standing.basis))
        what = _short(line.indicator.name or NO_NAME, NAME_LETTERS)
        return _item(number, what, " · ".join(filter(None, note)))

    return item


def _decision(text: str) -> dict[str, Any]:
    return _item("•", text, "")


def _coming(due: Due) -> dict[str, Any]:
    note = f"{due.department} · ต้องได้รวม {due.owed}"
    return _item(thai_date(due.day), _short(due.name, NAME_LETTERS), note)


def _item(lead: str, what: str, note: str) -> dict[str, Any]:
    return {"lead": _words(lead), "what": _words(what), "note": _words(note)}


def _more(count: int, unit: str) -> list[str]:
    return _words(f"และอีก {count} {unit}") if count > 0 else []


def _short_percent(share: float) -> str:
    """The tile and the column are narrow: "<1%" for "น้อยกว่า 1%"."""
    return percent_words(share).replace("น้อยกว่า ", "<")


def _short(text: str, most: int) -> str:
    """One line of at most that many letters, cut between words; "…" for what is left out."""
    line = " ".join(printable(text).split())
    if len(line) <= most:
        return line
    ends = [end for end in accumulate(map(len, pieces(line, WIDE))) if end < most]
    return f"{line[: ends[-1] if ends else most - 1].rstrip()}…"


def _words(text: str, names: tuple[str, ...] = ()) -> list[str]:
    """`names` are kept whole where they stand."""
    return pieces(printable(text), WIDE, names)


def _all_text(data: Any) -> str:
    if isinstance(data, str):
        return data
    values = data.values() if isinstance(data, dict) else data
    return "".join(map(_all_text, values)) if isinstance(data, dict | list) else ""
