"""สรุป: what an executive reads first, with native charts beside the numbers they show."""

from collections.abc import Sequence

from ita_data.dates import thai_date_long
from ita_data.export.excel.book import Book, Page, percent_style
from ita_data.export.excel.charts import by_department, by_measure, by_status
from ita_data.export.excel.text import first_part, row_points
from ita_data.export.lines import BASES, Lines, MeasureLine
from ita_data.export.official import agency_line, title_lines
from ita_data.export.standing import Standing
from ita_data.model import Status
from ita_data.words import BASIS_WORDS, LATE_WORDS, NO_DEPARTMENT, ON_PLAN_WORDS, STATUS_WORDS

NAME = "สรุป"
WIDTHS = (7.0, 34.0, 11.0, 11.0, 11.0, 18.0, 2.0)
# The titles stand over the table and the charts beside it.
TITLE_COLUMNS = 15
# More lines than a page and a chart can hold are left to their own sheets.
MOST_MEASURES = 20
MOST_DEPARTMENTS = 15
GAUGES = (
    ("gauge_on_track", f"{ON_PLAN_WORDS} จากที่ประเมินได้"),
    ("gauge_with_target", "ตัวชี้วัดที่มีเป้าหมายเชิงปริมาณ"),
    ("gauge_recorded", "ตัวชี้วัดที่บันทึกผลแล้ว"),
    ("gauge_evidence", "ตัวชี้วัดที่มีหลักฐาน"),
)


def write(book: Book, standing: Standing, version_words: str) -> None:
    page, lines = book.page(NAME), standing.lines
    for at, width in enumerate(WIDTHS):
        page.sheet.set_column(at, at, width)
    told = [standing.headline(), *standing.cautions()]
    row = page.titles([*_titles(lines, version_words), *told], TITLE_COLUMNS)
    anchor = row + 1
    row = _bases(page, row + 1, lines)
    row = _gauges(page, row + 1, lines)
    statuses = row + 2
    row = _statuses(page, row + 1, lines)
    measures = row + 2
    row = _measures(page, row + 1, lines)
    departments = row + 2
    _departments(page, row + 1, lines)
    charts = [by_status(page, statuses, len(STATUS_WORDS))]
    if lines.measures:
        charts.append(by_measure(page, measures, len(_shown(lines))))
    if lines.departments:
        shares = [line.percent for line in lines.departments[:MOST_DEPARTMENTS]]
        charts.append(by_department(page, departments, shares, BASIS_WORDS[lines.basis]))
    for at, chart in enumerate(charts):
        page.sheet.insert_chart(anchor, len(WIDTHS), chart, {"y_offset": 310 * at})


def _titles(lines: Lines, version_words: str) -> list[str]:
    basis = f"สถานะคิดจากผล “{BASIS_WORDS[lines.basis]}”"
    day = f"ข้อมูล ณ วันที่ {thai_date_long(lines.as_of)}"
    year = title_lines(lines.report)[1:2] if lines.report.fiscal_year else ()
    place = " ".join(filter(None, [agency_line(lines.report), *year]))
    stand = " · ".join(filter(None, [day, basis, version_words]))
    return ["สรุปผลการดำเนินการตามมาตรการ ITA", *filter(None, [place]), stand]


def _bases(page: Page, row: int, lines: Lines) -> int:
    row = _heading(page, row, "ความก้าวหน้าของตัวชี้วัด แยกตามที่มาของผล", ())
    first = row
    for basis in BASES:
        record = lines.reports[basis]
        _label(page, row, BASIS_WORDS[basis])
        _share(page, row, 2, record["percent"], record["reason"], merged=3)
        row += 1
    page.bars(first, row - 1, 2)
    return row


def _gauges(page: Page, row: int, lines: Lines) -> int:
    row = _heading(page, row, "ตัวชี้วัดทั้งหมด", ("จำนวน", "จาก", "คิดเป็น"))
    record = lines.reports[lines.basis]
    for gauge, words in GAUGES:
        count, of = record[gauge], record[f"{gauge}_of"]
        _label(page, row, words)
        page.put(row, 2, count, "whole")
        page.put(row, 3, of, "whole")
        page.share(row, 4, count / of if of else None)
        row += 1
    return row


def _statuses(page: Page, row: int, lines: Lines) -> int:
    row = _heading(page, row, "จำนวนตามสถานะ", ("มาตรการ", "ตัวชี้วัด"))
    record, first = lines.reports[lines.basis], row
    for status, words in STATUS_WORDS.items():
        _label(page, row, words)
        page.put(row, 2, record[f"measures_{status.value}"], "whole")
        page.put(row, 3, record[f"indicators_{status.value}"], "whole")
        row += 1
    page.colour_statuses(first, row - 1, 0)
    return row


def _measures(page: Page, row: int, lines: Lines) -> int:
    shown = _shown(lines)
    title = "ความก้าวหน้ารายมาตรการ"
    if len(shown) < len(lines.measures):
        title += f" ({len(shown)} มาตรการที่คืบหน้าน้อยที่สุด จาก {len(lines.measures):,})"
    headers = (*(BASIS_WORDS[basis] for basis in BASES), "สถานะ")
    row = first = _heading(page, row, title, headers)
    for line in shown:
        _measure(page, row, line)
        row += 1
    page.colour_statuses(first, max(first, row - 1), 5)
    return row


def _measure(page: Page, row: int, line: MeasureLine) -> None:
    title = first_part(line.measure.title)
    page.put(row, 0, line.measure.number, "whole")
    page.text(row, 1, title, "text")
    for at, basis in enumerate(BASES, start=2):
        page.share(row, at, line.percents[basis])
    page.text(row, 5, STATUS_WORDS[line.status], "centre")
    page.sheet.set_row(row, row_points([(title, WIDTHS[1])]))


def _shown(lines: Lines) -> list[MeasureLine]:
    """All measures, or those that have come least far (unknown first)."""
    if len(lines.measures) <= MOST_MEASURES:
        return lines.measures

    def progress_of(line: MeasureLine) -> float:
        percent = line.percents[lines.basis]
        settled = line.status in (Status.NO_TARGET, Status.NOT_DUE)
        return 2.0 if settled else -1.0 if percent is None else percent

    return sorted(lines.measures, key=progress_of)[:MOST_MEASURES]


def _departments(page: Page, row: int, lines: Lines) -> int:
    headers = ("ตัวชี้วัด", LATE_WORDS, "ความก้าวหน้า", STATUS_WORDS[Status.NOT_REPORTED])
    row = _heading(page, row, "ตามผู้รับผิดชอบ", headers)
    for line in lines.departments[:MOST_DEPARTMENTS]:
        _label(page, row, line.department or NO_DEPARTMENT)
        page.put(row, 2, line.indicators, "whole")
        page.put(row, 3, line.late, "whole")
        page.share(row, 4, line.percent)
        page.put(row, 5, line.not_reported, "whole")
        row += 1
    return row


def _heading(page: Page, row: int, title: str, headers: Sequence[str]) -> int:
    """A heading above two columns, with the headers of the numbers beside it."""
    page.text(row, 0, title, "heading")
    for at, header in enumerate(headers, start=2):
        page.text(row, at, header, "header")
    widths = (width * 0.9 for width in WIDTHS[2:])  # bold letters are wider
    page.sheet.set_row(row, max(20, row_points(zip(headers, widths, strict=False))))
    return row + 1


def _label(page: Page, row: int, words: str) -> None:
    words = first_part(words)
    page.sheet.merge_range(row, 0, row, 1, "", page.book.style("text"))
    page.text(row, 0, words, "text")
    page.sheet.set_row(row, row_points([(words, WIDTHS[0] + WIDTHS[1])]))


def _share(page: Page, row: int, column: int, value: float | None, why: str, merged: int) -> None:
    """A share, or why it is unknown, across some cells."""
    last = column + merged - 1
    style = "text" if value is None else percent_style(value)
    page.sheet.merge_range(row, column, row, last, "", page.book.style(style))
    page.put(row, column, why if value is None else value, style)
