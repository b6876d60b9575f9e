"""Where a value stands in the officer's file, in the words the officer uses to find it."""

from dataclasses import dataclass

# The one sheet of a text file, whose rows are the lines that its editor numbers.
TEXT_SHEET = "ไฟล์ข้อความ"


def column_letters(column: int) -> str:
    """Spreadsheet letters of a 1-based column: 1 → A, 27 → AA."""
    if column < 1:
        raise ValueError(f"columns count from 1, not {column}")
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sheet, and in it a row and column (both 1-based); None where it means the whole."""

    sheet: str
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        """Address such as F12; None where the place is not one cell."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """As shown to the officer: “แผ่นงาน … เซลล์ F12”; of a text file, which has
        no cells, by its line and the part of it."""
        if self.sheet == TEXT_SHEET and self.row is not None:
            line = f"{self.sheet} บรรทัดที่ {self.row}"
            return line if self.column in (None, 1) else f"{line} ช่องที่ {self.column}"
        if self.cell:
            return f"{self.sheet} เซลล์ {self.cell}"
        if self.row is not None:
            return f"{self.sheet} แถว {self.row}"
        return self.sheet


# Where a measure stands that the officer kept from an older version.
NOT_IN_FILE = Place(sheet="ไม่มีในไฟล์ล่าสุด")
