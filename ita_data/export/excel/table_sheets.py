"""มาตรการ, ตัวชี้วัด, รายเดือน and ข้อสังเกต: one line a row, real numbers and dates."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from ita_data.dates import fiscal_months, fiscal_year_of, month_short, thai_date_long
from ita_data.export.excel.book import Book, Column, Page, share
from ita_data.export.excel.text import Value, display_parts, first_part, surely_seen_whole
from ita_data.export.lines import BASES, IndicatorLine, Lines, MeasureLine, MonthCell
from ita_data.export.official import (
    COLUMNS,
    agency_line,
    departments_words,
    period_words,
)
from ita_data.findings import Finding, most_serious_first
from ita_data.model import Decision
from ita_data.words import (
    BASIS_WORDS,
    COMPARISON_WORDS,
    DECISION_WORDS,
    FIELD_WORDS,
    SEVERITY_WORDS,
    STATUS_WORDS,
    TARGET_FROM_RESULT,
    owed_amount,
    rhythm_words,
)

MEASURES, INDICATORS, MONTHS, FINDINGS = "มาตรการ", "ตัวชี้วัด", "รายเดือน", "ข้อสังเกต"
MEASURE_WIDTHS = (8, 25, 38, 17, 17, 40, 32)
MONTH_WORDS = {"covered": "ครบ", "late": "ค้าง", "waiting": "ถึงกำหนด", "done": "มีผล"}
MONTH_COLOURS = {"ครบ": "#0B6E4F", "ค้าง": "#A4161A", "ถึงกำหนด": "#5A6779", "มีผล": "#1F5FA8"}


def write_measures(book: Book, lines: Lines) -> None:
    """The official table, with where each measure stands."""
    columns = [
        Column(header=FIELD_WORDS[field], width=width, style="name" if at == 1 else "text")
        for at, (field, width) in enumerate(zip(COLUMNS, MEASURE_WIDTHS, strict=True))
    ]
    columns[0] = Column(header=columns[0].header, width=columns[0].width, style="whole")
    columns.append(Column(header="สถานะ", width=17, style="centre"))
    columns.append(Column(header="ความก้าวหน้า", width=13, style="percent"))
    page, first = _begin(book, MEASURES, lines, columns, frozen=2)
    rows = (row for line in lines.measures for row in _measure_rows(line, lines, columns))
    _dress(page, first, page.lines(first, rows), status=7, percent=8)


def _measure_rows(
    line: MeasureLine, lines: Lines, columns: Sequence[Column]
) -> Iterator[Sequence[Value]]:
    """One row; more where a text is too long to be seen whole in one."""
    measure = line.measure
    texts = (
        measure.title,
        measure.steps,
        period_words(measure),
        departments_words(measure),
        measure.output,
        measure.outcome,
    )
    widths = [column.width for column in columns[1:7]]
    if all(map(surely_seen_whole, texts, widths)):
        yield (measure.number, *texts, *_where(line, lines))
        return
    parts = [display_parts(text, width) for text, width in zip(texts, widths, strict=True)]
    standing = _where(line, lines)
    number: Value = measure.number
    for row in zip_longest(*parts, fillvalue=""):
        yield (number, *row, *standing)
        number, standing = None, (None, None)


def _where(line: MeasureLine, lines: Lines) -> tuple[Value, Value]:
    return STATUS_WORDS[line.status], share(line.percents[lines.basis])


def write_indicators(book: Book, lines: Lines) -> None:
    """Targets against what was achieved on each basis."""
    columns = (
        Column(header="มาตรการที่", width=9, style="whole"),
        Column(header="ตัวชี้วัด", width=34, style="name"),
        Column(header="ผู้รับผิดชอบ", width=16),
        Column(header="เงื่อนไข", width=9.5, style="centre"),
        Column(header="เป้าหมาย", width=9.5, style="amount"),
        Column(header="หน่วยนับ", width=10, style="centre"),
        Column(header="กำหนดการ", width=15, style="centre"),
        Column(header="ควรได้ถึงวันนี้", width=11, style="amount"),
        *(Column(header=f"ผล {BASIS_WORDS[b]}", width=10, style="amount") for b in BASES),
        Column(header=f"ร้อยละ ({BASIS_WORDS[lines.basis]})", width=14, style="percent"),
        Column(header="สถานะ", width=17, style="centre"),
        Column(header="ค้างตั้งแต่", width=13, style="date"),
        Column(header="กำหนดถัดไป", width=13, style="date"),
        Column(header="หมายเหตุ", width=22),
    )
    page, first = _begin(book, INDICATORS, lines, columns, frozen=2)
    end = page.lines(first, map(_indicator_row, lines.indicators))
    _dress(page, first, end, status=12, percent=11)


def _indicator_row(line: IndicatorLine) -> Sequence[Value]:
    indicator = line.indicator
    return (
        line.measure.number,
        first_part(indicator.name),
        first_part(line.department),
        COMPARISON_WORDS[indicator.comparison] if line.target is not None else "",
        line.target,
        first_part(indicator.unit),
        rhythm_words(indicator) if line.target is not None else "",
        owed_amount(line.expected, line.indicator),
        *(line.achieved[basis] for basis in BASES),
        share(line.percent),
        STATUS_WORDS[line.status],
        line.overdue_since,
        line.next_due,
        first_part(_remarks(line)),
    )


def _remarks(line: IndicatorLine) -> str:
    indicator = line.indicator
    remarks = [
        TARGET_FROM_RESULT if indicator.target_from == "result" else "",
        DECISION_WORDS[Decision.PROPOSED] if indicator.decision == Decision.PROPOSED else "",
        f"กำหนดสถานะเอง: {line.override_reason}" if line.override_reason else "",
    ]
    return "\n".join(filter(None, remarks))


def write_months(book: Book, lines: Lines) -> None:
    """Indicators × months of the fiscal year: what falls due, and whether it is covered."""
    year = lines.report.fiscal_year or fiscal_year_of(lines.as_of)
    months = fiscal_months(year)
    columns = (
        Column(header="มาตรการที่", width=9, style="whole"),
        Column(header="ตัวชี้วัด", width=40, style="name"),
        *(Column(header=month_short(month), width=10, style="centre") for month in months),
        Column(header="งวดทั้งหมด", width=10, style="whole"),
    )
    page, first = _begin(book, MONTHS, lines, columns, frozen=2)
    end = page.lines(first, (_month_row(line, lines, months) for line in lines.indicators))
    _colour_months(page, first, end - 1)


def _month_row(line: IndicatorLine, lines: Lines, months: Sequence[date]) -> Sequence[Value]:
    cells = lines.months.get(line.indicator.id, {})
    words = [_month_words(cells[month]) if month in cells else "" for month in months]
    total = sum(cell.due for cell in cells.values())
    return (line.measure.number, first_part(line.indicator.name), *words, total)


def _month_words(cell: MonthCell) -> str:
    """ "ครบ", "ค้าง 2": the state, and the due dates where there are several."""
    words = MONTH_WORDS.get(cell.state, "")
    return f"{words} {cell.due}" if words and cell.due > 1 else words


def _colour_months(page: Page, first: int, last: int) -> None:
    for words, colour in MONTH_COLOURS.items():
        style = page.book.workbook.add_format({"font_color": colour, "bold": words == "ค้าง"})
        rule = {"type": "text", "criteria": "begins with", "value": words, "format": style}
        page.sheet.conditional_format(first, 2, max(first, last), 13, rule)


def write_findings(book: Book, lines: Lines, findings: Sequence[Finding]) -> None:
    """What was observed, most serious first."""
    columns = (
        Column(header="ระดับ", width=14, style="centre"),
        Column(header="ที่", width=26),
        Column(header="ข้อสังเกต", width=70),
        Column(header="คำแนะนำ", width=60),
        Column(header="รหัส (สำหรับผู้ดูแลระบบ)", width=22),
    )
    page, first = _begin(book, FINDINGS, lines, columns)
    page.lines(first, map(_finding_row, most_serious_first(tuple(findings))))
    if not findings:
        page.text(first, 0, "ไม่พบข้อสังเกต", "plain")


def _finding_row(found: Finding) -> Sequence[Value]:
    place = str(found.place) if found.place else ""
    texts = (SEVERITY_WORDS[found.severity], place, found.message, found.advice, found.code)
    return [*map(first_part, texts)]


def _begin(
    book: Book, name: str, lines: Lines, columns: Sequence[Column], *, frozen: int = 0
) -> tuple[Page, int]:
    """A page with its titles and header; gives the row of the first line."""
    page = book.page(name)
    row = page.titles([name, _standing(lines.as_of, lines)], len(columns))
    return page, page.header(row, columns, frozen_columns=frozen)


def _standing(as_of: date, lines: Lines) -> str:
    agency = agency_line(lines.report)
    return " · ".join(filter(None, [agency, f"ข้อมูล ณ วันที่ {thai_date_long(as_of)}"]))


def _dress(page: Page, first: int, end: int, *, status: int, percent: int) -> None:
    last = max(first, end - 1)
    page.colour_statuses(first, last, status)
    page.bars(first, last, percent)
    page.sheet.autofilter(first - 1, 0, last, percent if percent > status else status)
