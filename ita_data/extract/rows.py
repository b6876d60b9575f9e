"""Rows of a table → measures in the raw: every piece of text with its cell, nothing read yet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ita_data.dates import parse_period
from ita_data.extract.by_period import is_mark
from ita_data.extract.columns import Column, ticked_status
from ita_data.extract.lines import Line, is_page_mark
from ita_data.extract.numbers import glued_number, is_total, number_of
from ita_data.extract.raw import Piece, RawMeasure, piece_at, pieces_of
from ita_data.extract.row_texts import RowTexts
from ita_data.extract.sheet import Sheet
from ita_data.extract.signing import is_signature, may_sign
from ita_data.extract.tables import Stretch, Table
from ita_data.extract.topics import is_section
from ita_data.thai import squash


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """What the rows of a table hold."""

    measures: tuple[RawMeasure, ...]
    lines: tuple[Line, ...]


def rows_of(table: Table, *, own: bool = False) -> TableRows:
    """Reads the rows of a table in order; rows that are no measure become lines.

    `own`: this program wrote the table, so that each row with a title is a measure.
    """
    walk = _Walk(table, own=own)
    for stretch in table.stretches:
        walk.along(stretch)
    return TableRows(measures=tuple(walk.measures), lines=tuple(walk.lines))


class _Walk:
    """The state of reading one table from top to bottom."""

    def __init__(self, table: Table, *, own: bool) -> None:
        self.own = own
        self.columns = table.columns
        self.form = table.form
        self.texts = RowTexts(table.columns)
        self.measures: list[RawMeasure] = []
        self.lines: list[Line] = []
        self.section = ""
        self.numbered_section = False  # ends with the next whole number
        self.below = False  # signatures have begun: nothing but a numbered row is a measure
        self.last_measure: int | None = None  # the row of the stretch's, once it is asked for

    def along(self, stretch: Stretch) -> None:
        self.stretch, self.last_measure = stretch, None
        for row in stretch.rows:
            self.take(stretch.sheet, row)

    def take(self, sheet: Sheet, row: int) -> None:
        texts = sheet.texts(row)
        inside = self.texts.inside(texts)
        number = self.texts.own_number(inside)
        self.below = number is None and (
            self.below or self._begins_signatures(sheet, row, inside, texts)
        )
        if self.below or not inside or is_page_mark(texts) or is_total(next(iter(inside.values()))):
            self._keep_as_lines(sheet, row, texts)
        elif self._is_section(sheet, row, inside):
            self.section, self.numbered_section = next(iter(inside.values())), False
            self._keep_as_lines(sheet, row, texts)
        else:
            self._keep_as_lines(sheet, row, {c: t for c, t in texts.items() if c not in inside})
            self._into_measure(sheet, row, inside)

    def _keep_as_lines(self, sheet: Sheet, row: int, texts: Mapping[int, str]) -> None:
        self.lines += [
            Line(text=text, place=sheet.place(row, column), below=True)
            for column, text in texts.items()
        ]

    def _into_measure(self, sheet: Sheet, row: int, inside: dict[int, str]) -> None:
        if self.measures and self._heads(self.measures[-1], inside):
            self._make_section(self.measures.pop())
        if not self.measures or self._starts_new(sheet, row, inside):
            self.measures.append(self._new(sheet, row, inside))
            self._fill(self.measures[-1], sheet, row, inherit=True)
        else:
            self._fill(self.measures[-1], sheet, row, inherit=False)

    def _heads(self, above: RawMeasure, inside: dict[int, str]) -> bool:
        """Whether the row above ("1", and a title alone) heads this one ("1.1")."""
        alone = above.pieces.keys() <= {"number", "title"} and not above.extra
        return alone and bool(self.texts.of("title", inside)) and self._is_part(above, inside)

    def _is_part(self, above: RawMeasure, inside: dict[int, str]) -> bool:
        """Whether a row's number is below the measure's: 1.2 is a part of 1."""
        number = squash(self.texts.number(inside)).rstrip(".")
        return above.number is not None and number.startswith(f"{above.number}.")

    def _make_section(self, raw: RawMeasure) -> None:
        self.section, self.numbered_section = raw.text("title"), True
        pieces = [piece for found in raw.pieces.values() for piece in found]
        self.lines += [Line(text=piece.text, place=piece.place, below=True) for piece in pieces]

    def _new(self, sheet: Sheet, row: int, inside: dict[int, str]) -> RawMeasure:
        number_text = self.texts.number(inside)
        number = number_of(number_text)
        if number is not None and self.numbered_section:
            self.section = ""
        if number is None:
            number = glued_number(number_text or self.texts.of("title", inside)).number
        return RawMeasure(
            place=sheet.place(row), number=number, number_text=number_text, section=self.section
        )

    def _fill(self, raw: RawMeasure, sheet: Sheet, row: int, *, inherit: bool) -> None:
        """Adds the row's cells; a new measure also has what is merged down over it."""
        for column in self.columns:
            if piece := piece_at(sheet, row, column.column, inherit=inherit):
                piece = _ticked(piece, column)
                more = column.field == "number" and not inherit
                if more and number_of(piece.text) == raw.number:
                    continue
                known = pieces_of(raw, replace(column, field=None) if more else column)
                if not known or squash(known[-1].text) != squash(piece.text):
                    known.append(piece)

    def _starts_new(self, sheet: Sheet, row: int, inside: dict[int, str]) -> bool:
        """Whether a row is a measure of its own rather than more of the one above."""
        current = self.measures[-1]
        if self.own and self.texts.of("title", inside):
            return True
        if number_text := self.texts.number(inside):
            same = number_of(number_text) == current.number is not None
            goes_on = same or self._is_part(current, inside)
            return not (goes_on and self._repeats_title(current, inside))
        title = self.texts.of("title", inside)
        if not title or self._is_merged_number(sheet, row):
            return False
        if glued_number(title).number is not None and self._is_next(title, current):
            return True
        if "number" not in self.texts.by_field or not any(m.number_text for m in self.measures):
            return not self._repeats_title(current, inside)
        return self._is_whole(current, inside)

    def _is_next(self, title: str, current: RawMeasure) -> bool:
        """A glued number counts where the table has no numbers of its own beside it."""
        return not current.number_text or glued_number(title).number == (current.number or 0) + 1

    def _is_whole(self, current: RawMeasure, inside: dict[int, str]) -> bool:
        """Whether an unnumbered row says enough to be a measure: its own whole period."""
        period = parse_period(self.texts.of("period_text", inside), None)
        has_text = any(self.texts.of(name, inside) for name in ("steps", "output"))
        return bool(period.start and period.end and has_text and current.pieces.get("period_text"))

    def _repeats_title(self, current: RawMeasure, inside: dict[int, str]) -> bool:
        title = self.texts.of("title", inside)
        known = current.pieces.get("title", [])
        return not title or bool(known and squash(known[-1].text) == squash(title))

    def _is_merged_number(self, sheet: Sheet, row: int) -> bool:
        merges = (sheet.merge_at(row, column) for column in self.texts.columns_of("number"))
        return any(merge is not None and merge.top < row for merge in merges)

    def _begins_signatures(
        self, sheet: Sheet, row: int, inside: dict[int, str], texts: Mapping[int, str]
    ) -> bool:
        if len(texts) > 3 or self.texts.say_a_measure(inside):
            return False
        if any(is_signature(text) for text in texts.values()):
            return True
        apart = not sheet.texts(row - 1) and not any(m.top < row for m in sheet.merges_in(row))
        return apart and all(map(may_sign, texts.values())) and row > self._last_measure()

    def _last_measure(self) -> int:
        """The last row of the stretch that is a measure's for sure; 0 where none is."""
        if self.last_measure is None:
            sheet, rows = self.stretch.sheet, self.stretch.rows
            self.last_measure = max(
                (r for r in rows if self.texts.are_a_measure(sheet.texts(r))), default=0
            )
        return self.last_measure

    def _is_section(self, sheet: Sheet, row: int, inside: dict[int, str]) -> bool:
        """Whether a row heads a group of measures: one cell, alone or across the table."""
        if len(inside) != 1:
            return False
        [(column, text)] = inside.items()
        merge = sheet.merge_at(row, column)
        if merge and merge.right - merge.left + 1 >= max(3, len(self.columns) // 2):
            return True
        first = column in (self.columns[0].column, *self.texts.columns_of("number"))
        if first and "number" in self.texts.by_field and number_of(text) is None:
            return column in self.texts.columns_of("number")
        return column in self.texts.columns_of("title") and is_section(text, self.form)


def _ticked(piece: Piece, column: Column) -> Piece:
    """A tick below a status says that status."""
    status = ticked_status(column.own) if column.field == "declared_status" else ""
    return replace(piece, text=status) if status and is_mark(piece.text) else piece
