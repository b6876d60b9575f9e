"""Which column of a table holds which field, with the officer's own word on top."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ita_data.extract.headers import Match
from ita_data.forms import words
from ita_data.model import Field
from ita_data.thai import squash

# Fields whose text may stand in several columns; they are joined in the columns' order.
JOINED: frozenset[Field] = frozenset(
    {"steps", "departments_text", "target", "output", "outcome", "evidence", "remarks"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table; `field` None: kept as extra text under its header.

    `own` is the lowest of its header's cells, without the groups above.
    """

    column: int
    header: str
    field: Field | None
    certainty: float
    with_outcome: bool = False
    own: str = ""


def assign(
    parts: Mapping[int, Sequence[str]], matches: Mapping[int, Match | None]
) -> tuple[Column, ...]:
    """Each column with its field; a field that several columns claim goes to the surest.

    `parts` are the cells of each column's header from top to bottom.
    """
    columns = [_column(at, cells, matches.get(at)) for at, cells in sorted(parts.items())]
    taken: dict[Field, Column] = {}
    for column in sorted(columns, key=lambda column: -column.certainty):
        if column.field and column.field not in JOINED:
            taken.setdefault(column.field, column)
    kept = [_kept(column, taken) for column in columns]
    return tuple(_with_steps(kept, columns))


def _column(at: int, cells: Sequence[str], match: Match | None) -> Column:
    return Column(
        column=at,
        header=" ".join(" ".join(cells).split()),
        field=match.field if match else None,
        certainty=match.certainty if match else 0,
        with_outcome=match is not None and match.with_outcome,
        own=cells[-1],
    )


def _kept(column: Column, taken: Mapping[Field, Column]) -> Column:
    if not column.field or column.field in JOINED or taken[column.field] is column:
        return column
    if column.field == "declared_status" and ticked_status(column.own):
        return column  # one column for each status, one of them ticked
    return replace(column, field=None, certainty=0)


@lru_cache(maxsize=256)
def ticked_status(header: str) -> str:
    """The status that a tick below the header stands for; "" where it names none."""
    folded = squash(header)
    found = [word for word in words()["status"]["ticked"] if folded.endswith(squash(word))]
    return max(found, key=len, default="")


def _with_steps(kept: list[Column], columns: list[Column]) -> Iterable[Column]:
    """Where no column is named steps, a second title ("กิจกรรม" beside "มาตรการ") holds them."""
    if any(column.field == "steps" for column in kept):
        return kept
    for index, (now, before) in enumerate(zip(kept, columns, strict=True)):
        if before.field == "title" and now.field is None:
            kept[index] = replace(before, field="steps", certainty=min(before.certainty, 0.7))
            break
    return kept


def choose(
    columns: tuple[Column, ...], choice: Mapping[int, Field | None] | None
) -> tuple[Column, ...]:
    """The columns as the officer matched them; columns not named stay as they were.

    A field that the officer gave to one column is taken from the others.
    """
    if not choice:
        return columns
    given = {field for field in choice.values() if field}
    return tuple(_chosen(column, choice, given) for column in columns)


def _chosen(column: Column, choice: Mapping[int, Field | None], given: set[Field]) -> Column:
    if column.column in choice:
        return replace(column, field=choice[column.column], certainty=1, with_outcome=False)
    if column.field in given:
        return replace(column, field=None, certainty=0, with_outcome=False)
    return column
