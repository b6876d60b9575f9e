"""A round of results on the officer's desk, kept in the store at every change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import streamlit as st

from ita_data.changes import Merged
from ita_data.dates import thai_date
from ita_data.model import Basis, Indicator, TrackedReport
from ita_data.recording import Entry, Round, problems, proposed_day, put_together
from pages import widgets
from pages.widgets.drafts import Drafts

ROUNDS = Drafts("record", Round)
_FIELDS = "record_fields"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The open report and what was typed for it. `key` None: nothing was typed yet.

    `base` is the version the round was begun on.
    """

    opened: widgets.Opened
    key: str | None
    work: Round
    today: date
    base: TrackedReport

    @classmethod
    def of(cls, opened: widgets.Opened) -> "Desk":
        """The desk of the report that is open; a round of another report is put aside."""
        report = opened.tracked.report
        key = ROUNDS.current()
        work = ROUNDS.read(key) if key else None
        fresh = Round(
            agency=report.agency,
            fiscal_year=report.fiscal_year or 0,
            version=opened.number,
            author=widgets.settings().author,
        )
        if work is None or not same_report(work, fresh):
            ROUNDS.leave()
            key, work = None, fresh
        base = widgets.version_content(opened, work.version)
        return cls(opened=opened, key=key, work=work, today=widgets.today(), base=base)

    @property
    def newer(self) -> bool:
        """Whether someone saved a version since the round was begun."""
        return bool(self.work.size) and self.base is not self.opened.tracked

    @property
    def merged(self) -> Merged | None:
        """The round put together with the newer version; None where there is none, or
        something is wrong with what was typed."""
        if not self.newer or problems(self.work, self.opened.tracked, self.today):
            return None
        now = datetime.now(widgets.BANGKOK)
        return put_together(self.work, self.base, self.opened.tracked, now)

    def choose(self, key: str, side: str) -> None:
        """Whose value stands where both changed one result."""
        self.change(lambda work: replace(work, choices={**work.choices, key: side}))

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Everything a result can be recorded for: the indicators that count."""
        frame = self.opened.progress.indicators
        counted = set(frame["indicator_id"])
        return {i.id: i for i in self.opened.tracked.indicators if i.id in counted}

    @property
    def day_words(self) -> str:
        """The day proposed for a new result."""
        return thai_date(proposed_day(self.today, self.work.fiscal_year))

    def name(self, *parts: object) -> str:
        """The name of a field; another one after each save."""
        number = st.session_state.get(_FIELDS, 0)
        return "-".join(map(str, ("record", self.opened.key, number, *parts)))

    def entry(self, indicator_id: str) -> Entry:
        """What was typed for an indicator; else an empty one with the proposed day."""
        return self.work.entries.get(indicator_id, Entry(on=self.day_words))

    def change(self, change: Callable[[Round], Round]) -> None:
        """Keeps a change; the first one begins a draft."""
        if self.key and ROUNDS.read(self.key):
            ROUNDS.change(self.key, change)
        else:
            ROUNDS.begin(change(self.work))

    def saving(self, what: str, subject: str, start: Entry, name: str) -> Callable[[str], None]:
        """Keeps one field of an entry ("entries") or of a correction ("corrections")."""

        def keep(value: str) -> None:
            self.change(lambda work: _typed(work, what, subject, start, {name: value}))

        return keep

    @property
    def recorded(self) -> Any:
        """The rows of `Progress.indicators` on what was recorded, by indicator."""
        frame = self.opened.progress.indicators
        return frame[frame["basis"] == Basis.RECORDED.value].set_index("indicator_id")


def same_report(one: Round, other: Round) -> bool:
    """Whether two rounds are for the same agency and year."""
    return (one.agency, one.fiscal_year) == (other.agency, other.fiscal_year)


def fields_anew() -> None:
    """All fields are made again from the draft."""
    st.session_state[_FIELDS] = st.session_state.get(_FIELDS, 0) + 1


def _typed(work: Round, what: str, subject: str, start: Entry, value: Mapping[str, str]) -> Round:
    entries: Mapping[str, Entry] = getattr(work, what)
    entry = replace(entries.get(subject, start), **value)
    return replace(work, **{what: {**entries, subject: entry}})
