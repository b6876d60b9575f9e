"""A workbook that is written once: its cell styles, and rows of text, numbers and dates.

Every text goes through `Page.text`, which can write nothing else: no formula, no link.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from xlsxwriter.format import Format

from ita_data.export.excel.packing import LightWorkbook
from ita_data.export.excel.rows import RowSheet, Style
from ita_data.export.excel.text import Value, cell_text, first_part, row_points, rows_points
from ita_data.export.official import printable
from ita_data.model import Status
from ita_data.words import STATUS_COLOURS, STATUS_WORDS, percent_words

FONT = "Sarabun"
INK, PRIMARY, PANEL, LINE = "#1A2433", "#1F3A5F", "#F5F7FA", "#B8C2CF"
# A date in the Buddhist era with Thai month names; Excel and LibreOffice both know it.
DATE_FORMAT = "[$-107041E]d mmm yyyy"
MOMENT_FORMAT = "[$-107041E]d mmm yyyy hh:mm"
AMOUNT_FORMAT = "#,##0.##;-#,##0.##;0"
WHOLE_FORMAT = "#,##0"
PERCENT_FORMAT = "0%"
# Excel refuses document properties of more letters.
MOST_OF_A_PROPERTY = 255

STYLES: Mapping[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "font_color": PRIMARY},
    "subtitle": {"font_size": 12, "align": "center"},
    "heading": {"bold": True, "font_size": 12, "font_color": PRIMARY},
    "note": {"font_color": "#4A5568", "text_wrap": True, "valign": "top"},
    "plain": {},
    "header": {"bold": True, "text_wrap": True, "align": "center", "bg_color": PANEL, "border": 1},
    "text": {"text_wrap": True, "valign": "top", "border": 1},
    "name": {"text_wrap": True, "valign": "top", "border": 1, "bold": True},
    "centre": {"text_wrap": True, "valign": "top", "border": 1, "align": "center"},
    "amount": {"num_format": AMOUNT_FORMAT, "valign": "top", "border": 1},
    "whole": {"num_format": WHOLE_FORMAT, "valign": "top", "border": 1, "align": "center"},
    "percent": {"num_format": PERCENT_FORMAT, "valign": "top", "border": 1, "align": "right"},
    "date": {"num_format": DATE_FORMAT, "valign": "top", "border": 1, "align": "center"},
    "moment": {"num_format": MOMENT_FORMAT, "valign": "top", "border": 1, "align": "center"},
    "label": {"align": "center", "text_wrap": True, "border": 1, "bg_color": PANEL},
    "data": {"valign": "top", "text_wrap": True},
    "data_header": {"bold": True, "bg_color": PANEL},
    "label_line": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its header, its width (worksheet units) and its cells' style."""

    header: str
    width: float
    style: str = "text"


class Book:
    """The workbook being made; `bytes` closes it."""

    def __init__(self, *, title: str, subject: str, company: str, created: datetime) -> None:
        self.workbook = LightWorkbook({"strings_to_formulas": False, "strings_to_urls": False})
        named = {"title": title, "subject": subject, "company": company}
        shown = {name: printable(words)[:MOST_OF_A_PROPERTY] for name, words in named.items()}
        self.workbook.set_properties({**shown, "created": created})
        self._styles: dict[str, Format] = {}
        self._numbers: dict[str, int] = {}

    def style(self, name: str) -> Format:
        """By its name in `STYLES`, or as `percent_style` gives it."""
        if name not in self._styles:
            words = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            kind, _, shown = name.partition(" ")
            words |= {"border_color": LINE} | STYLES[kind]
            words |= {"num_format": f'"{shown}"'} if shown else {}
            self._styles[name] = self.workbook.add_format(words)
        return self._styles[name]

    def number(self, name: str) -> int:
        """The number that a style has in the file."""
        if name not in self._numbers:
            self._numbers[name] = int(self.style(name)._get_xf_index())
        return self._numbers[name]

    @cached_property
    def status_styles(self) -> dict[Status, Format]:
        """Colour of the words of a status, for conditional formats."""
        return {
            status: self.workbook.add_format({"font_color": colour, "bold": True})
            for status, colour in STATUS_COLOURS.items()
        }

    def page(self, name: str, *, landscape: bool = True) -> "Page":
        sheet = self.workbook.add_worksheet(name, RowSheet)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_margins(left=0.47, right=0.47, top=0.47, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        sheet.fit_to_pages(1, 0)
        if landscape:
            sheet.set_landscape()
        return Page(self, sheet)

    def bytes(self) -> bytes:
        return self.workbook.packed()


class Page:
    """A sheet that is written from the top down. Rows and columns count from 0."""

    def __init__(self, book: Book, sheet: RowSheet) -> None:
        self.book = book
        self.sheet = sheet
        self.name = sheet.get_name()
        self._widths: list[float] = []
        self._styles: list[str] = []

    def text(self, row: int, column: int, text: str, style: str) -> None:
        """The text as text, whatever it begins with; it must fit a cell (`cell_parts`)."""
        text = cell_text(text)
        if not text:
            self.sheet.write_blank(row, column, None, self.book.style(style))
        elif self.sheet.write_string(row, column, text, self.book.style(style)):
            raise ValueError(f"a text of {len(text)} letters was not written whole")

    def put(self, row: int, column: int, value: Value, style: str) -> None:
        """A value in its own kind: text, real number, real date, or an empty cell."""
        if value is None:
            self.sheet.write_blank(row, column, None, self.book.style(style))
        elif isinstance(value, str):
            self.text(row, column, value, style)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, value, self.book.style(style))
        else:
            self.sheet.write_number(row, column, value, self.book.style(style))

    def share(self, row: int, column: int, value: float | None) -> None:
        """A share as a percent; empty where it is unknown."""
        self.put(row, column, share(value), percent_style(share(value)))

    def titles(self, lines: Sequence[str], columns: int) -> int:
        """Lines merged over the table; gives the next free row."""
        for row, line in enumerate(lines):
            self.sheet.merge_across(row, columns)
            self.text(row, 0, first_part(line), "title" if row == 0 else "subtitle")
            self.sheet.set_row(row, 26 if row == 0 else 20)
        return len(lines)

    def header(
        self, row: int, columns: Sequence[Column], *, frozen_columns: int = 0, style: str = "header"
    ) -> int:
        """The header: frozen on screen, repeated on paper; gives the next free row."""
        for at, column in enumerate(columns):
            self.sheet.set_column(at, at, column.width)
            self.text(row, at, column.header, style)
        self.sheet.set_row(row, row_points([(c.header, c.width * 0.9) for c in columns]))
        self._widths = [column.width for column in columns]
        self._styles = [column.style for column in columns]
        self.sheet.freeze_panes(row + 1, frozen_columns)
        self.sheet.repeat_rows(row)
        return row + 1

    def lines(self, first: int, rows: Iterable[Sequence[Value]], *, blanks: bool = True) -> int:
        """Rows below the header, in its columns' styles, high enough for their texts; gives
        the next free row. `blanks`: empty cells have a style too."""
        columns = [*zip(*rows, strict=True)]
        points = rows_points(columns, self._widths) if columns else []
        styles = map(self._numbers, self._styles, columns)
        self.sheet.add_rows(first, columns, [*styles], points, blanks=blanks)
        return first + len(points)

    def empty_lines(self, first: int, count: int, points: float) -> None:
        """Rows to write in, `points` high."""
        columns = [[None] * count] * len(self._styles)
        self.sheet.add_rows(
            first, columns, [*map(self.book.number, self._styles)], [points] * count
        )

    def _numbers(self, style: str, values: Sequence[Value]) -> Style:
        """A column's style; of shares the one that shows each."""
        if style != "percent":
            return self.book.number(style)
        shown = (
            (v, percent_style(v if isinstance(v, float) else None)) for v in dict.fromkeys(values)
        )
        return {value: self.book.number(name) for value, name in shown}

    def colour_statuses(self, first: int, last: int, column: int) -> None:
        """Status words in their colours."""
        for status, style in self.book.status_styles.items():
            rule = {"type": "cell", "criteria": "==", "format": style}
            rule["value"] = f'"{STATUS_WORDS[status]}"'
            self.sheet.conditional_format(first, column, last, column, rule)

    def bars(self, first: int, last: int, column: int) -> None:
        """Data bars of a share of 0..1."""
        self.sheet.conditional_format(
            first,
            column,
            last,
            column,
            {
                "type": "data_bar",
                "data_bar_2010": True,
                "bar_solid": True,
                "bar_color": "#B7C9E2",
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": 1,
            },
        )


def share(value: float | None) -> float | None:
    """A share for a cell: whole, as it is counted; None unknown."""
    return None if value is None or value != value else value


def percent_style(value: float | None) -> str:
    """The style of a share's cell. Excel rounds and the screen does not: where that differs
    the format spells the screen's words over the number (docs/adr/0013)."""
    if value is None:
        return "percent"
    words, rounded = percent_words(value), int(value * 100 + 0.5 + 1e-9)
    return "percent" if f"{rounded}%" == words else f"percent {words}"
