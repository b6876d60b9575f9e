"""Whole parts of pages as HTML, made once for everybody who looks at the same."""

from collections.abc import Callable, Hashable

from pages.widgets.address import carried
from pages.widgets.opened import Opened
from pages.widgets.resources import FAILED
from pages.widgets.shelves import Shelf, shelf

MOST, MOST_LETTERS = 2_000, 32_000_000


def screen(what: str, opened: Opened, make: Callable[[], str], *rest: Hashable) -> str:
    """The HTML that `make` gives. It may depend on the version, day and basis that are open, on
    the choices that links carry, and on `rest`; on nothing else. What failed is tried again."""
    key = (what, opened.which, opened.as_of, opened.basis, carried(), rest)
    kept: Shelf[str] = shelf("screens", MOST, MOST_LETTERS, len)
    return kept.get(key, make, lasts=_is_whole)


def _is_whole(html: str) -> bool:
    return FAILED not in html
