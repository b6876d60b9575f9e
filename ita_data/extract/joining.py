"""One measure in two tables (the plan on one sheet, the result on another) becomes one again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_data.extract.raw import RawMeasure
from ita_data.extract.rows import TableRows
from ita_data.extract.tables import Table
from ita_data.model import Field
from ita_data.thai import squash

# Two texts of one of these make two measures, even under the same number and title.
TELLING: tuple[Field, ...] = ("steps", "target", "output", "outcome")
Read = tuple[Table, TableRows]
Key = tuple[int | None, str]


def joined(read: Sequence[Read]) -> list[Read]:
    """The tables, with the rows that only complete a measure of an earlier table put there.

    Same number and title, and nothing that differs: what is missing above is filled in.
    """
    known: dict[Key, RawMeasure] = {}
    tables: list[Read] = []
    for table, rows in read:
        left = tuple(raw for raw in rows.measures if not _completes(raw, known))
        known = {key: raw for raw in left if (key := _key(raw))} | known
        tables.append((table, replace(rows, measures=left)))
    return tables


def completed(before: Sequence[Read], after: Sequence[Read]) -> Iterator[Table]:
    """The tables of which rows went into measures of earlier tables."""
    for (table, rows), (_, left) in zip(before, after, strict=True):
        if len(left.measures) < len(rows.measures):
            yield table


def _key(raw: RawMeasure) -> Key | None:
    title = squash(raw.text("title"))
    return (raw.number, title) if title and raw.number is not None else None


def _completes(raw: RawMeasure, known: dict[Key, RawMeasure]) -> bool:
    key = _key(raw)
    first = known.get(key) if key else None
    if first is None or not _adds(raw, first):
        return False
    for name, pieces in raw.pieces.items():
        first.pieces.setdefault(name, pieces)
    for header, pieces in raw.extra.items():
        first.extra.setdefault(header, []).extend(pieces)
    return True


def _adds(raw: RawMeasure, first: RawMeasure) -> bool:
    """Whether a row says something new, and nothing against the measure it would complete."""
    new = {name for name in TELLING if raw.text(name)}
    old = {name for name in TELLING if first.text(name)}
    return (
        bool(new) and not new & old and not any(_differs(raw, first, name) for name in raw.pieces)
    )


def _differs(raw: RawMeasure, first: RawMeasure, name: Field) -> bool:
    """Whether both have a text of this field, and not the same: joining would lose one."""
    one, other = squash(raw.text(name)), squash(first.text(name))
    return name != "number" and bool(one and other) and one != other
