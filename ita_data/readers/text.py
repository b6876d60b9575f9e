"""Text files: tab-separated tables with titles between them, csv, semicolons."""

import re
from collections import Counter
from collections.abc import Iterator

from ita_data.grid import Grid, Value
from ita_data.place import TEXT_SHEET
from ita_data.readers.characters import filled, tidy
from ita_data.readers.decoding import decode
from ita_data.readers.refusals import megabytes, refusal
from ita_data.settings import Limits

_DELIMITERS = ("\t", ",", ";")
# The last column a worksheet has: more fields are no table, filled or not.
_WIDEST = 16_384
# A quoted field of any of them.
_QUOTED = re.compile(r'(?<![^\t,;\n])"(?:[^"]++|"")*+"(?=[\t,;\n]|\Z)')


def read(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """One grid; a row's number is the line of the file on which its record begins.

    Values stay text: a number in a text file is what the officer typed, nothing more.
    Raises UnreadableFile where the text is too long, too wide or no text at all.
    """
    if len(data) > limits.text_bytes:
        raise refusal("too-much-text", limit=megabytes(limits.text_bytes))
    text = tidy(decode(data))
    if not filled(text):
        raise refusal("empty")
    if text.rstrip().count("\n") >= limits.rows:
        raise refusal("too-tall", limit=f"{limits.rows:,}")
    rows = {
        line: cells
        for line, record in records(text, delimiter_of(text))
        if (cells := _cells(record, limits))
    }
    return (Grid(sheet=TEXT_SHEET, rows=rows),)


def delimiter_of(text: str) -> str | None:
    """The delimiter of the tables in a text; None where it holds no table.

    Delimiters within quoted fields say nothing. A tab is hardly ever part of prose, so each
    cell it makes counts. Commas and semicolons do stand in sentences: they count only where
    several records agree on their number of fields.
    """
    outside = _QUOTED.sub("q", text)
    cells = {mark: _agreement(outside, mark) for mark in _DELIMITERS}
    best = max(cells, key=lambda mark: cells[mark])
    return best if cells[best] else None


def records(text: str, delimiter: str | None) -> Iterator[tuple[int, list[str]]]:
    """(line number, fields) of every record; a quoted field may hold line breaks.

    A quotation mark that is not closed right before a delimiter or a line's end is an
    ordinary character, so that a sentence that begins with one swallows nothing.
    """
    if delimiter is None:
        yield from ((line, [words]) for line, words in enumerate(text.split("\n"), start=1))
        return
    field = _field_pattern(delimiter)
    line, begun, record, position = 1, 1, [], 0
    while position <= len(text):
        match = field.match(text, position)
        if match is None:  # pragma: no cover - the pattern matches the empty field too
            return
        quoted, plain, end = match.group("quoted"), match.group("plain"), match.group("end")
        record.append(plain if quoted is None else quoted.replace('""', '"'))
        if len(record) > _WIDEST:
            raise refusal("too-wide", limit=f"{_WIDEST:,}")
        line += (quoted or "").count("\n")
        position = match.end()
        if end == delimiter:
            continue
        yield begun, record
        if not end:
            return
        line += 1
        begun, record = line, []


def _field_pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(
        rf'(?:"(?P<quoted>(?:[^"]++|"")*+)"(?=[{mark}\n]|\Z)|(?P<plain>[^{mark}\n]*+))'
        rf"(?P<end>[{mark}\n]|\Z)"
    )


def _agreement(text: str, delimiter: str) -> int:
    """How many cells stand in lines of the commonest width, with tabs of every width.

    0 where they are too few. The text has no quoted fields.
    """
    lines = (line for line in text.split("\n") if line.strip(delimiter))
    widths = Counter(line.count(delimiter) + 1 for line in lines)
    tables = {width: count for width, count in widths.items() if width > 1}
    if not tables or delimiter == "\t":
        return sum(width * count for width, count in tables.items())
    width, count = max(tables.items(), key=lambda pair: (pair[0] * pair[1], pair[0]))
    if count < 2 or (width == 2 and count < 0.8 * widths.total()):
        return 0
    return width * count


def _cells(record: list[str], limits: Limits) -> dict[int, Value]:
    cells: dict[int, Value] = {
        column: words for column, words in enumerate(record, start=1) if filled(words)
    }
    if cells and max(cells) > limits.columns:
        raise refusal("too-wide", limit=f"{limits.columns:,}")
    return cells
