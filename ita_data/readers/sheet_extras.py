"""What calamine does not give of a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ita_data.grid import Merge


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetExtras:
    """Links by (row, column), hidden rows, and merges where calamine gives none; 1-based."""

    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
