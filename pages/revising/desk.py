"""A revision of the indicators on the officer's desk, kept in the store at every change."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import streamlit as st

from ita_data.changes import Merged
from ita_data.model import Indicator, TrackedReport
from ita_data.revising import Revision, finish, put_together, start, touched
from pages import widgets
from pages.widgets.drafts import Drafts
from pages.widgets.keeping import kept

REVISIONS = Drafts("revise", Revision)
_FIELDS = "revise_fields"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The open report and what was said of its indicators. `key` None: nothing was said yet.

    `base` is the version the work was begun on. `merged`: the work put together with the
    newest version, None where that is still the same.
    """

    opened: widgets.Opened
    key: str | None
    work: Revision
    base: TrackedReport
    merged: Merged | None

    @classmethod
    def of(cls, opened: widgets.Opened) -> "Desk":
        """The desk of the report that is open; work on another report is put aside."""
        fresh = start(opened.tracked, opened.number, widgets.settings().author)
        key = REVISIONS.current()
        work = REVISIONS.read(key) if key else None
        if work is None or not same_report(work, fresh):
            REVISIONS.leave()
            key, work = None, fresh
        base = widgets.version_content(opened, work.version)
        newer = work.version != opened.number
        merged = put_together(work, base, opened.tracked, now()) if newer else None
        return cls(opened=opened, key=key, work=work, base=base, merged=merged)

    @property
    def touched(self) -> frozenset[str]:
        """Ids of the indicators that something was said of."""
        return touched(self.work, self.base)

    @property
    def outcome(self) -> tuple[TrackedReport, TrackedReport]:
        """What the save would change: before and after. While a clash is undecided, the
        work on the version it was begun on."""
        if self.merged and not self.merged.open:
            return self.opened.tracked, self.merged.tracked
        return self.base, finish(self.work, self.base, now())

    def of_measure(self, measure_id: str) -> tuple[Indicator, ...]:
        """The measure's indicators, as they shall be."""
        return tuple(i for i in self.work.indicators if i.measure_id == measure_id)

    def name(self, *parts: object) -> str:
        """The name of a field; another one after changes that come from elsewhere."""
        number = st.session_state.get(_FIELDS, 0)
        return "-".join(map(str, ("revise", self.opened.key, number, *parts)))

    def keep(self, change: Callable[[Revision], Revision]) -> None:
        """Keeps a change; the first one begins a draft."""
        if self.key and REVISIONS.read(self.key):
            REVISIONS.change(self.key, change)
        else:
            REVISIONS.begin(change(self.work))

    def saving(self, function: Callable[..., Revision], *subject: Any, name: str = "") -> Any:
        """Keeps what a field holds: `function(work, *subject, name=value)`."""

        def save(value: Any) -> None:
            said = {name: value}
            self.keep(lambda work: function(work, *subject, **said))

        return save

    def change(self, function: Callable[..., Revision], *subject: Any, **more: Any) -> None:
        """A change that many fields show: kept, and the fields are made anew."""
        kept(lambda: self.keep(lambda work: function(work, *subject, **more)))
        fields_anew()

    def choose(self, key: str, side: str) -> None:
        """Whose value stands where both changed one field."""
        self.keep(lambda work: replace(work, choices={**work.choices, key: side}))


def same_report(one: Revision, other: Revision) -> bool:
    """Whether two revisions are of the same agency and year."""
    return (one.agency, one.fiscal_year) == (other.agency, other.fiscal_year)


def now() -> datetime:
    return datetime.now(widgets.BANGKOK)


def fields_anew() -> None:
    """All fields are made again from the draft."""
    st.session_state[_FIELDS] = st.session_state.get(_FIELDS, 0) + 1
