"""Where the header of a table stands: one to four rows, groups above, numbers below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ita_data.extract.columns import Column, assign
from ita_data.extract.header_guesses import guessed, with_title
from ita_data.extract.headers import (
    EXACT,
    LONGEST_HEADER,
    Match,
    form_of,
    forms_worded_in,
    is_header,
    match_header,
    signature_of,
)
from ita_data.extract.sheet import Sheet
from ita_data.forms import Form
from ita_data.thai import squash

MOST_ROWS = 4
# A longer cell above or below is no part of a header.
LONGEST_PART = 60
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The rows of a header and what its columns mean."""

    form: Form
    rows: tuple[int, ...]
    columns: tuple[Column, ...]

    @property
    def signature(self) -> str:
        texts = {column.column: column.header for column in self.columns}
        return signature_of(texts.get(at, "") for at in range(1, max(texts) + 1))


def headers_in(sheet: Sheet, forms: Sequence[Form]) -> tuple[Header, ...]:
    """Every header of a sheet, from top to bottom; a header repeated on each page too."""
    found: list[Header] = []
    last = 0
    for row in sheet.row_numbers:
        if row > last and (header := _header_at(sheet, row, forms)):
            found.append(header)
            last = header.rows[-1]
    return tuple(found)


def _header_at(sheet: Sheet, row: int, forms: Sequence[Form]) -> Header | None:
    texts = sheet.texts(row)
    if len(texts) < 2:
        return None
    worded, grouped = forms_worded_in(texts.values()), _is_group_row(sheet, row)
    may = (form for form in forms if grouped or form.id in worded)
    headers = (_form_header_at(sheet, row, form) for form in may)
    known = [header for header in headers if header]
    return max(known, key=_understood, default=None)


def _understood(header: Header) -> tuple[int, int]:
    """How much of a header a form has in its own words: all columns, then those with a field."""
    own = [column for column in header.columns if column.certainty >= EXACT]
    return len(own), len({column.field for column in own if column.field})


def _fields(header: Header) -> set[str]:
    return {column.field for column in header.columns if column.field}


def _form_header_at(sheet: Sheet, row: int, form: Form) -> Header | None:
    """The header that begins in a row: that row alone, or with the rows below it."""
    for count in range(1, MOST_ROWS + 1):
        rows = _next_rows(sheet, row, count)
        if len(rows) < count or (count > 1 and not _may_begin(sheet, rows, form)):
            return None
        if is_header(_matches(sheet, rows, form)):
            return _header(sheet, _with_rows_below(sheet, rows, form), form)
    return None


def _may_begin(sheet: Sheet, rows: tuple[int, ...], form: Form) -> bool:
    """Whether rows can be one header together: short cells, and no header without the first."""
    if any(len(text) > LONGEST_PART for row in rows for text in sheet.texts(row).values()):
        return False
    if _is_group_row(sheet, rows[0]) or _is_merged_down(sheet, rows):
        return True
    return not is_header(_matches(sheet, rows[1:], form))


def _is_merged_down(sheet: Sheet, rows: tuple[int, ...]) -> bool:
    """Whether a cell of the first row is merged into those below: they are one header."""
    return any(m.top == rows[0] and m.bottom >= rows[-1] for m in sheet.merges_in(rows[0]))


def _is_group_row(sheet: Sheet, row: int) -> bool:
    """Whether a row groups columns: at least two of its cells are merged sideways."""
    merges = [m for m in sheet.merges_in(row) if m.right > m.left and m.top == row]
    return sum(bool(sheet.text(m.top, m.left)) for m in merges) >= 2


def _next_rows(sheet: Sheet, row: int, count: int) -> tuple[int, ...]:
    return tuple(range(row, row + count)) if _filled(sheet, row, count) else ()


def _filled(sheet: Sheet, row: int, count: int) -> bool:
    return all(sheet.texts(at) for at in range(row, row + count))


def _with_rows_below(sheet: Sheet, rows: tuple[int, ...], form: Form) -> tuple[int, ...]:
    while len(rows) < MOST_ROWS and _goes_on(sheet, rows, form):
        rows = (*rows, rows[-1] + 1)
    return rows


def _goes_on(sheet: Sheet, rows: tuple[int, ...], form: Form) -> bool:
    """Whether the row below belongs to the header: merged into it, sub-headers, or (1) (2) (3)."""
    below = rows[-1] + 1
    if any(m.top in rows and m.bottom >= below for m in sheet.merges_in(below)):
        return True
    texts = sheet.texts(below)
    if not texts or any(len(text) > LONGEST_PART for text in texts.values()):
        return False
    if _are_column_numbers(list(texts.values())):
        return True
    fixed = {at for at, m in _matches(sheet, rows, form).items() if m and m.field in _FIXED}
    return not fixed & texts.keys() and all(_is_exact(text, form) for text in texts.values())


_FIXED = {"number", "title"}


def _are_column_numbers(texts: list[str]) -> bool:
    numbers = [squash(text) for text in texts]
    if len(numbers) < 4 or not all(map(_COLUMN_NUMBER.fullmatch, numbers)):
        return False
    counts = [int(number.strip("()")) for number in numbers]
    return counts == list(range(counts[0], counts[0] + len(counts)))


def _is_exact(text: str, form: Form) -> bool:
    match = match_header([text], form)
    return match is not None and match.certainty >= EXACT


def _matches(sheet: Sheet, rows: tuple[int, ...], form: Form) -> dict[int, Match | None]:
    return _meant(_parts(sheet, rows), form)


def _meant(parts: Mapping[int, Sequence[str]], form: Form) -> dict[int, Match | None]:
    return with_title(parts, {at: match_header(texts, form) for at, texts in parts.items()}, form)


def _parts(sheet: Sheet, rows: tuple[int, ...]) -> dict[int, list[str]]:
    """The header cells of each column from top to bottom, each once, without column numbers."""
    parts: dict[int, list[str]] = {}
    for row in rows:
        shown = sheet.shown(row)
        if _are_column_numbers(list(dict.fromkeys(shown.values()))):
            continue
        for column, text in shown.items():
            above = parts.setdefault(column, [])
            if not above or above[-1] != text:
                above.append(text)
    return parts


def _header(sheet: Sheet, rows: tuple[int, ...], form: Form) -> Header:
    parts = tuple((at, tuple(texts)) for at, texts in _parts(sheet, rows).items())
    long = any(len(text) > LONGEST_HEADER for _, texts in parts for text in texts)
    columns = _columns.__wrapped__ if long else _columns
    return Header(form=form, rows=rows, columns=columns(parts, form.id))


@lru_cache(maxsize=256)  # most reports of a form have the same header
def _columns(parts: tuple[tuple[int, tuple[str, ...]], ...], form_id: str) -> tuple[Column, ...]:
    """What the columns mean, by the cells above each of them."""
    form, cells = form_of(form_id), dict(parts)
    return assign(cells, guessed(cells, _meant(cells, form), form))
