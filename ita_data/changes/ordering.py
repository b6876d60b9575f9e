"""Two lists of ids as one."""

from collections.abc import Sequence
from itertools import chain


def in_order(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Every id: in the order of the first list, the others after their neighbour in the second."""
    placed = set(first)
    behind: dict[str | None, list[str]] = {}
    neighbour: str | None = None
    for key in second:
        if key in placed:
            neighbour = key
        else:
            behind.setdefault(neighbour, []).append(key)
    groups = ([key, *behind.get(key, ())] for key in first)
    return [*behind.get(None, ()), *chain.from_iterable(groups)]
