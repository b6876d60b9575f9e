"""When a measure runs, from one column or two, from text, dates and serial numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ita_data.dates import OPEN_END, OPEN_START, Period, parse_period, thai_date
from ita_data.extract import notices
from ita_data.extract.by_period import MarkedPeriod, marked_period
from ita_data.extract.raw import Piece, RawMeasure
from ita_data.extract.values import in_common_era, serial_date, text_of, typed_in_be
from ita_data.findings import Finding
from ita_data.model import Field
from ita_data.place import Place
from ita_data.thai import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRead:
    """A measure's period: its text, its days (None where they cannot be read), its findings."""

    text: str = ""
    start: date | None = None
    end: date | None = None
    places: tuple[Place, ...] = ()
    findings: tuple[Finding, ...] = ()


def period_of(raw: RawMeasure, measure_id: str, fiscal_year: int | None) -> PeriodRead:
    """Days in columns of their own win over the words of the period column."""
    fields: tuple[Field, ...] = ("period_text", "start", "end")
    columns = [raw.pieces.get(name, []) for name in fields]
    pieces = [piece for column in columns for piece in column]
    if not pieces:
        marked = marked_period(raw, fiscal_year)
        return _from_marks(marked, measure_id) if marked else PeriodRead()
    said = [_words(column) for column in columns]
    words = said[0] or " - ".join(filter(None, said[1:]))
    whole, start, end = (parse_period(each, fiscal_year) for each in said)
    read = Period(
        start=start.start or whole.start,
        end=end.end or whole.end,
        problem=whole.problem or _beside(start, OPEN_END) or _beside(end, OPEN_START),
    )
    return PeriodRead(
        text=words,
        start=read.start,
        end=read.end,
        places=tuple(piece.place for piece in pieces),
        findings=(*_converted(pieces, measure_id), *_problem(pieces, words, read, measure_id)),
    )


def _beside(read: Period, open_side: str) -> str | None:
    """What had to be assumed, but for the side that the other column says."""
    return read.problem if read.problem != open_side else None


def _from_marks(marked: MarkedPeriod, measure_id: str) -> PeriodRead:
    start, end = marked.period.start, marked.period.end
    if start is None or end is None:
        problem = "โปรดระบุปีงบประมาณของรายงาน"
        finding = notices.period_unreadable(marked.places[0], marked.text, problem, measure_id)
    else:
        days = f"{thai_date(start)} – {thai_date(end)}"
        finding = notices.period_from_marks(marked.places[0], marked.text, days, measure_id)
    return PeriodRead(
        text=marked.text, start=start, end=end, places=marked.places, findings=(finding,)
    )


def _words(pieces: Sequence[Piece]) -> str:
    return "\n".join(clean(_day_words(piece)) for piece in pieces)


def _day_words(piece: Piece) -> str:
    """The cell's text; a serial number as the day it stands for."""
    day = serial_date(piece.value)
    return thai_date(day) if day else text_of(piece.value)


def _converted(pieces: Sequence[Piece], measure_id: str) -> list[Finding]:
    return [
        notices.date_converted(piece.place, words, _day_words(piece), measure_id)
        for piece in pieces
        if (words := _stored_otherwise(piece))
    ]


def _stored_otherwise(piece: Piece) -> str:
    """What the cell really holds, where that is no CE date: a serial number or a BE year."""
    value = piece.value
    if isinstance(value, date) and typed_in_be(value):
        day = in_common_era(value)
        return f"{day.day}/{day.month}/{value.year}"
    return text_of(value) if serial_date(value) else ""


def _problem(pieces: Sequence[Piece], words: str, read: Period, measure_id: str) -> list[Finding]:
    if not pieces or not (read.problem or read.start is None or read.end is None):
        return []
    place, problem = pieces[0].place, read.problem or "โปรดระบุทั้งวันเริ่มต้นและวันสิ้นสุด"
    if read.start is None or read.end is None:
        return [notices.period_unreadable(place, words, problem, measure_id)]
    days = f"{thai_date(read.start)} – {thai_date(read.end)}"
    return [notices.period_assumed(place, words, days, problem, measure_id)]
