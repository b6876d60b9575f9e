"""What is made once for everybody, on shelves that hold so much and no more.

`st.cache_resource` counts entries only, and takes a good part of a page's time to find one by
an address of several parts.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

import streamlit as st

P = ParamSpec("P")
T = TypeVar("T")


class Shelf(Generic[T]):
    """Values by key. Too many, or together too heavy: what was not asked for longest goes.

    The newest stays however heavy it is, or it would be made anew at every run. Sessions that
    ask for the same at once wait for one of them to make it. All share it: change nothing.
    """

    def __init__(self, entries: int, heaviest: int, weigh: Callable[[T], int]) -> None:
        self._entries, self._heaviest, self._weigh = entries, heaviest, weigh
        self._kept: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._turn = threading.Lock()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    def has(self, key: Hashable) -> bool:
        """Whether it is there now."""
        return key in self._kept

    def get(
        self,
        key: Hashable,
        make: Callable[[], T],
        lasts: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """The value of a key; made where it is not there, and kept where it `lasts`."""
        with self._turn:
            if found := self._kept.get(key):
                self._kept.move_to_end(key)
                return found[0]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            if found := self._kept.get(key):
                return found[0]
            try:
                value = make()
                if lasts(value):
                    self._keep(key, value)
            finally:
                with self._turn:
                    if self._making.get(key) is making:
                        del self._making[key]
        return value

    def _keep(self, key: Hashable, value: T) -> None:
        weight = self._weigh(value)
        with self._turn:
            # After a failure two may have made the same.
            _, before = self._kept.pop(key, (None, 0))
            self._kept[key] = value, weight
            self.weight += weight - before
            while len(self._kept) > 1 and self._is_too_much():
                self.weight -= self._kept.popitem(last=False)[1][1]

    def _is_too_much(self) -> bool:
        return len(self._kept) > self._entries or self.weight > self._heaviest


@st.cache_resource(show_spinner=False)
def _shelves() -> dict[str, Shelf[object]]:
    """Cleared with Streamlit's own caches."""
    return {}


def shelf(name: str, entries: int, heaviest: int, weigh: Callable[[T], int]) -> Shelf[T]:
    """The shelf of a name, for the whole process."""
    found = _shelves().get(name)
    if found is None:
        found = _shelves().setdefault(name, Shelf(entries, heaviest, weigh))  # type: ignore[arg-type]
    return found  # type: ignore[return-value]


def shelved(
    entries: int, heaviest: int, weigh: Callable[[Any], int]
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function that makes each answer once. Its arguments are hashable, by position."""

    def keeping(make: Callable[P, T]) -> Callable[P, T]:
        def ask(*key: P.args, **named: P.kwargs) -> T:
            kept: Shelf[T] = shelf(
                f"{make.__module__}.{make.__qualname__}", entries, heaviest, weigh
            )
            return kept.get(key, lambda: make(*key, **named))

        return update_wrapper(ask, make)

    return keeping
