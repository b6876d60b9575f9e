"""A revision of the indicators on the officer's desk, kept in the store at every change."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ita_data.changes import Merged
from ita_data.model import Indicator, TrackedReport
from ita_data.revising import Revision, finish, put_together, start, touched
from pages import widgets
from pages.widgets import desk
from pages.widgets.about import About
from pages.widgets.drafts import Drafts
from pages.widgets.person import person


def _about(work: Revision) -> About:
    return About(agency=work.agency, fiscal_year=work.fiscal_year, version=work.version)


REVISIONS = Drafts("revise", Revision, _about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(desk.Desk[Revision]):
    """The open report and what was said of its indicators.

    `merged`: the work put together with the newest version, None where that is still the same.
    """

    merged: Merged | None

    @classmethod
    def of(cls, opened: widgets.Opened) -> "Desk":
        """The desk of the report that is open; work on another report is put aside."""
        fresh = start(opened.tracked, opened.number, person().author)
        key, work = desk.taken_up(REVISIONS, fresh)
        base = widgets.version_content(opened, work.version)
        newer = work.version != opened.number
        merged = put_together(work, base, opened.tracked, desk.now()) if newer else None
        return cls(drafts=REVISIONS, opened=opened, key=key, work=work, fresh=fresh, base=base,
                   merged=merged)  # fmt: skip

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
        return self.base, finish(self.work, self.base, desk.now())

    def of_measure(self, measure_id: str) -> tuple[Indicator, ...]:
        """The measure's indicators, as they shall be."""
        return tuple(i for i in self.work.indicators if i.measure_id == measure_id)

    def saving(self, function: Callable[..., Revision], *subject: Any, name: str = "") -> Any:
        """Keeps what a field holds: `function(work, *subject, name=value)`."""

        def save(value: Any) -> None:
            said = {name: value}
            self.keep(lambda work: function(work, *subject, **said))

        return save

    def says(self, function: Callable[..., Revision], *subject: Any, **more: Any) -> None:
        """A change that many fields show: `function(work, *subject, **more)`."""
        self.change(lambda work: function(work, *subject, **more))
