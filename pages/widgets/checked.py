"""What the rules say of the open report, asked once a version for everybody."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from ita_data.evidence import linked_of
from pages.widgets.opened import Opened, Which, content_of, progress_on, which_before
from pages.widgets.resources import error_id, settings, store
from pages.widgets.shelves import Shelf, shelf, shelved

if TYPE_CHECKING:
    from ita_data.model import LinkCheck
    from ita_data.readiness import Readiness
    from ita_data.store import Mark

MOST_FINDINGS = 100_000
# Longer reports are checked beside the page: nobody waits seconds for the first screen.
LONG = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """What was last seen at a report's links; `name` is another one for anything else seen."""

    by_address: "Mapping[str, LinkCheck]"
    name: int


_NO_LOOKS = _Looks(by_address={}, name=0)


def looks(opened: Opened) -> "Mapping[str, LinkCheck]":
    """What was last seen at the open report's evidence links, by address."""
    return _looks(opened).by_address


def looks_name(opened: Opened) -> int:
    """Another number once anything else was seen there, for what is made of it."""
    return _looks(opened).name


def readiness(opened: Opened) -> "Readiness":
    """The findings of the version and day that are open, with what was seen at its links."""
    return _readiness_of(opened.which, _looks(opened), opened.as_of)


def is_being_checked(opened: Opened) -> bool:
    """Whether a long report is being checked, in a thread of its own, which this begins.

    False where the findings are there, or went wrong there: whoever asks for them is told."""
    which, seen, day = opened.which, _looks(opened), opened.as_of
    name = which, seen.name, day
    if len(opened.tracked.report.measures) < LONG or _kept().has(name):
        return False

    def check() -> None:
        try:
            _readiness_of(which, seen, day)
        except Exception as error:
            error_id("checking", error)
        else:
            _checking().pop(name, None)

    thread = threading.Thread(target=check, daemon=True, name="checking")
    begun = _checking().setdefault(name, thread)
    if begun is thread:
        thread.start()
    return begun.is_alive() or begun.ident is None


def readiness_before(opened: Opened) -> "Readiness | None":
    """The findings of the version before it, at the same links; None for a first version and
    the sample."""
    before = which_before(opened)
    return _readiness_of(before, _looks(opened), opened.as_of) if before else None


def _looks(opened: Opened) -> _Looks:
    if opened.is_sample or not _has_links(opened.which):
        return _NO_LOOKS
    return _seen(opened.which.agency, opened.which.fiscal_year, store().mark())


@shelved(entries=2_000, heaviest=2_000, weigh=lambda _: 1)
def _has_links(which: Which) -> bool:
    return bool(linked_of(content_of(which).tracked))


@shelved(entries=500, heaviest=50_000, weigh=lambda looks: len(looks.by_address))
def _seen(agency: str, fiscal_year: int, mark: "Mark") -> _Looks:  # noqa: ARG001 - of this moment
    seen = store().links(agency, fiscal_year)
    return _Looks(by_address={look.address: look for look in seen}, name=hash(seen))


def _readiness_of(which: Which, looks: _Looks, day: date) -> "Readiness":
    """Asked once for a version, what was seen at its links, and a day."""

    def make() -> "Readiness":
        from ita_data.progress import unreported_since
        from ita_data.readiness import readiness_of

        content = content_of(which)
        seen = tuple(looks.by_address.values())
        since = unreported_since(progress_on(which, day), which.key)
        return readiness_of(content.tracked, content.findings, settings(), seen, since)

    return _kept().get((which, looks.name, day), make)


def _kept() -> "Shelf[Readiness]":
    return shelf("readiness", 200, MOST_FINDINGS, lambda one: len(one.observed))


@st.cache_resource(show_spinner=False)
def _checking() -> dict[tuple[Which, int, date], threading.Thread]:
    return {}
