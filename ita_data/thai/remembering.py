"""Answers about texts that come again: from row to row, and when a file is read once more.

An officer matches a column or uploads a corrected copy, and the same file is read again;
statuses, departments and results repeat within it. What is remembered depends on nothing
but its arguments.
"""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
# Longer texts hardly ever come again, and would take most of the room.
LONGEST = 2_000
MOST = 4_096


def remembered(
    function: Callable[Concatenate[str, P], T],
) -> Callable[Concatenate[str, P], T]:
    """The function, whose first argument is a text, with its latest answers kept.

    Arguments must be hashable, answers immutable.
    """
    known = lru_cache(maxsize=MOST)(function)

    def answer(text: str, /, *rest: P.args, **named: P.kwargs) -> T:
        if len(text) > LONGEST:
            return function(text, *rest, **named)
        return known(text, *rest, **named)  # type: ignore[arg-type]

    return update_wrapper(answer, function)
