"""A measure before anything of it is read: every piece of text with its cell."""

from dataclasses import dataclass, field

from ita_data.extract.columns import Column
from ita_data.extract.sheet import Sheet
from ita_data.grid import Value
from ita_data.model import Field
from ita_data.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One filled cell of a measure. `link`: where its hyperlinks lead, an address a line."""

    place: Place
    value: Value
    text: str
    link: str | None = None


@dataclass(slots=True, kw_only=True)
class RawMeasure:
    """A measure as it stands: pieces by field, and by header for the columns kept as extra.

    `number_text` is what stands in the number column ("" where nothing does); `section` is
    the row heading it stands under.
    """

    place: Place
    number: int | None = None
    number_text: str = ""
    section: str = ""
    pieces: dict[Field, list[Piece]] = field(default_factory=dict)
    extra: dict[str, list[Piece]] = field(default_factory=dict)

    def text(self, name: Field) -> str:
        """The field's pieces, a line each."""
        return "\n".join(piece.text for piece in self.pieces.get(name, ()))


def pieces_of(raw: RawMeasure, column: Column) -> list[Piece]:
    """The pieces that a column adds to: its field's, or those under its header."""
    if column.field:
        return raw.pieces.setdefault(column.field, [])
    return raw.extra.setdefault(column.header, [])


def piece_at(sheet: Sheet, row: int, column: int, *, inherit: bool) -> Piece | None:
    """The cell of a measure, None where it is empty.

    `inherit`: a cell merged down from a row above gives its value too.
    """
    text = sheet.text(row, column)
    if inherit and not text:
        merge = sheet.merge_at(row, column)
        if merge and merge.top < row and merge.left == column:
            row, text = merge.top, sheet.text(merge.top, column)
    link = sheet.grid.links.get((row, column))
    if not text and not link:
        return None
    value = sheet.value(row, column)
    return Piece(place=sheet.place(row, column), value=value, text=text, link=link)
