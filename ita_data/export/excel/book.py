"""A workbook that is written once: its cell styles, and rows of text, numbers and dates.

Every text goes through `Page.text`, which can write nothing else: no formula, no link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from xlsxwriter.format import Format

from ita_data.export.excel.packing import LightWorkbook
from ita_data.export.excel.rows import RowSheet, Value
from ita_data.export.excel.text import cell_parts, row_points
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
        self.workbook.set_properties(
            {"title": title, "subject": subject, "company": company, "created": created}
        )
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
        self._numbers: tuple[int, ...] = ()
        self._by_share: dict[Value, tuple[int, ...]] = {}
        self._percent: int | None = None

    def text(self, row: int, column: int, text: str, style: str) -> None:
        """The text as text, whatever it begins with; it must fit a cell (`cell_parts`)."""
        if text.endswith("</r>"):
            text += " "  # XlsxWriter takes "<r>…</r>" for its own markup
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
            style = self.book.style("title" if row == 0 else "subtitle")
            self.sheet.merge_range(row, 0, row, columns - 1, "", style)
            self.text(row, 0, cell_parts(line)[0], "title" if row == 0 else "subtitle")
            self.sheet.set_row(row, 26 if row == 0 else 20)
        return len(lines)

    def header(self, row: int, columns: Sequence[Column], *, frozen_columns: int = 0) -> int:
        """The header: frozen on screen, repeated on paper; gives the next free row."""
        for at, column in enumerate(columns):
            self.sheet.set_column(at, at, column.width)
            self.text(row, at, column.header, "header")
        self.sheet.set_row(row, row_points([(c.header, c.width * 0.9) for c in columns]))
        self._widths = [column.width for column in columns]
        styles = [column.style for column in columns]
        self._numbers = tuple(map(self.book.number, styles))
        self._by_share = {}
        self._percent = styles.index("percent") if "percent" in styles else None
        self.sheet.freeze_panes(row + 1, frozen_columns)
        self.sheet.repeat_rows(row)
        return row + 1

    def line(self, row: int, values: Sequence[Value]) -> None:
        """A row of values below the header, in its columns' styles, high enough for its texts."""
        points = row_points(zip(values, self._widths, strict=True))
        self.sheet.add_row(row, values, self._styled(values), points)

    def _styled(self, values: Sequence[Value]) -> tuple[int, ...]:
        """The styles of a row's cells: its columns', of a share the one that shows it."""
        if self._percent is None:
            return self._numbers
        value = values[self._percent]
        if value not in self._by_share:
            styles = [*self._numbers]
            if isinstance(value, float):
                styles[self._percent] = self.book.number(percent_style(value))
            self._by_share[value] = tuple(styles)
        return self._by_share[value]

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
