"""ประวัติการแก้ไข: who saved which version when and why, and what it changed, a line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ita_data.export.excel.book import Book, Column
from ita_data.export.excel.text import Value, first_part
from ita_data.export.official import agency_line
from ita_data.model import Report

NAME = "ประวัติการแก้ไข"
NONE = "ยังไม่มีรุ่นข้อมูลที่บันทึกไว้ จึงยังไม่มีประวัติ"
# More changes of one version than anyone reads.
MOST_CHANGES = 500
COLUMNS = (
    Column(header="รุ่นที่", width=8, style="whole"),
    Column(header="วันและเวลาที่บันทึก", width=19, style="moment"),
    Column(header="ผู้บันทึก", width=20),
    Column(header="เหตุผล", width=34),
    Column(header="สิ่งที่เปลี่ยน", width=90),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedVersion:
    """A version as the sheet tells it: `at` as the clock on the wall showed, `changes` a
    sentence each (none: nothing that is told changed)."""

    number: int
    at: datetime
    author: str
    reason: str
    changes: tuple[str, ...]


def write(book: Book, report: Report, log: Sequence[LoggedVersion]) -> None:
    """The newest version first."""
    page = book.page(NAME)
    row = page.titles([NAME, *filter(None, [agency_line(report)])], len(COLUMNS))
    first = page.header(row, COLUMNS)
    newest_first = sorted(log, key=lambda one: -one.number)
    end = page.lines(first, (values for version in newest_first for values in _rows(version)))
    if end == first:
        page.text(first, 0, NONE, "plain")
    else:
        page.sheet.autofilter(first - 1, 0, end - 1, len(COLUMNS) - 1)


def _rows(version: LoggedVersion) -> Iterator[Sequence[Value]]:
    told = [*version.changes[:MOST_CHANGES]] or ["ไม่มีสิ่งใดต่างจากรุ่นก่อนหน้า"]
    if (more := len(version.changes) - MOST_CHANGES) > 0:
        told.append(f"และอีก {more:,} รายการ")
    texts = (first_part(version.author), first_part(version.reason))
    for sentence in told:
        yield (version.number, version.at, *texts, first_part(sentence))
