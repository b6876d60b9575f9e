"""A round of results on the officer's desk, kept in the store at every change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ita_data.changes import Merged
from ita_data.dates import thai_date
from ita_data.model import Basis, Indicator, Measure
from ita_data.recording import Entry, Round, doubts, problems, proposed_day, put_together
from ita_data.words import told_apart
from pages import widgets
from pages.widgets import desk
from pages.widgets.about import About
from pages.widgets.drafts import Drafts
from pages.widgets.opened import MOST_ROWS
from pages.widgets.person import person
from pages.widgets.shelves import shelved


def _about(work: Round) -> About:
    return About(
        agency=work.agency, fiscal_year=work.fiscal_year, version=work.version, size=work.size
    )


ROUNDS = Drafts("record", Round, _about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(desk.Desk[Round]):
    """The open report and what was typed for it.

    `indicators`: everything a result can be recorded for, the indicators that count.
    `measures` by id. `names`: what each indicator is called, told apart. `recorded`: each
    indicator's row of `Progress.indicators` on what was recorded; `claimed`: the same on what
    the report says. `doubts`: by indicator, a question about what was typed.
    """

    today: date
    indicators: Mapping[str, Indicator]
    measures: Mapping[str, Measure]
    names: Mapping[str, str]
    doubts: Mapping[str, str]
    recorded: Mapping[str, Mapping[str, Any]]
    claimed: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, opened: widgets.Opened) -> "Desk":
        """The desk of the report that is open; a round of another report is put aside."""
        report = opened.tracked.report
        fresh = Round(
            agency=report.agency,
            fiscal_year=report.fiscal_year or 0,
            version=opened.number,
            author=person().author,
        )
        key, work = desk.taken_up(ROUNDS, fresh)
        base = widgets.version_content(opened, work.version)
        recorded = _standing(opened.which, opened.as_of, Basis.RECORDED)
        claimed = _standing(opened.which, opened.as_of, Basis.CLAIMED)
        return cls(drafts=ROUNDS, opened=opened, key=key, work=work, fresh=fresh, base=base,
                   today=widgets.today(), recorded=recorded, claimed=claimed,
                   indicators={i.id: i for i in opened.tracked.indicators if i.id in recorded},
                   measures={measure.id: measure for measure in report.measures},
                   names=told_apart(opened.tracked.indicators, report.measures),
                   doubts=doubts(work, opened.tracked, widgets.today()))  # fmt: skip

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
        return put_together(self.work, self.base, self.opened.tracked, desk.now())

    @property
    def day_words(self) -> str:
        """The day proposed for a new result."""
        return thai_date(proposed_day(self.today, self.work.fiscal_year))

    def entry(self, indicator_id: str) -> Entry:
        """What was typed for an indicator; else an empty one with the proposed day."""
        return self.work.entries.get(indicator_id, Entry(on=self.day_words))

    def saving(self, what: str, subject: str, start: Entry, name: str) -> Callable[[str], None]:
        """Keeps one field of an entry ("entries") or of a correction ("corrections")."""

        def keep(value: str) -> None:
            self.keep(lambda work: _typed(work, what, subject, start, {name: value}))

        return keep


@shelved(entries=200, heaviest=MOST_ROWS, weigh=len)
def _standing(which: widgets.Which, as_of: date, basis: Basis) -> Mapping[str, Mapping[str, Any]]:
    """The rows of `Progress.indicators` on a basis, by indicator: those that count."""
    frame = widgets.progress_on(which, as_of).indicators
    rows: list[Any] = frame[frame["basis"] == basis.value].to_dict("records")
    return {row["indicator_id"]: row for row in rows}


def _typed(work: Round, what: str, subject: str, start: Entry, value: Mapping[str, Any]) -> Round:
    entries: Mapping[str, Entry] = getattr(work, what)
    entry = replace(entries.get(subject, start), **value)
    typed: dict[str, Any] = {what: {**entries, subject: entry}}
    return replace(work, **typed)
