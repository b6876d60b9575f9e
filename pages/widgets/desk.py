"""Work on the open report that is not saved yet: a round of results, a revision of indicators."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Literal, Protocol, TypeVar

from ita_data.clock import BANGKOK
from ita_data.model import TrackedReport
from pages.widgets.drafts import Drafts
from pages.widgets.opened import Opened


class OfReport(Protocol):
    """What says of which report it is."""

    @property
    def agency(self) -> str: ...
    @property
    def fiscal_year(self) -> int | None: ...


class Work(OfReport, Protocol):
    """What such a record says besides its own matter."""

    @property
    def fiscal_year(self) -> int: ...
    @property
    def version(self) -> int | None: ...
    @property
    def author(self) -> str: ...
    @property
    def choices(self) -> Mapping[str, Literal["mine", "theirs"]]: ...


W = TypeVar("W", bound=Work)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Generic[W]):
    """The open report and one's own work on it, kept in the store at every change.

    `key` None: nothing was typed yet, `work` is as `fresh`. `base` is the version the work
    was begun on.
    """

    drafts: Drafts[W]
    opened: Opened
    key: str | None
    work: W
    fresh: W
    base: TrackedReport

    def name(self, *parts: object) -> str:
        """The name of a field; another one after `fields_anew`."""
        return self.drafts.name(self.opened.key, *parts)

    def keep(self, change: Callable[[W], W]) -> None:
        """Keeps a change; the first one begins a draft."""
        self.drafts.keep(self.fresh, change)

    def change(self, change: Callable[[W], W]) -> None:
        """A change that many fields show: kept, and the fields are made anew."""
        self.keep(change)
        self.drafts.fields_anew()

    def choose(self, key: str, side: Literal["mine", "theirs"]) -> None:
        """Whose value stands where both changed one thing."""
        self.keep(lambda work: _with(work, choices={**work.choices, key: side}))

    def sign(self, name: str) -> None:
        """Who does this work."""
        self.drafts.sign(self.fresh, name)


def taken_up(drafts: Drafts[W], fresh: W) -> tuple[str | None, W]:
    """One's own open draft with its key; `fresh` where there is none of this report."""
    key = drafts.current()
    work = drafts.read(key) if key else None
    if work is None or not same_report(work, fresh):
        drafts.leave()
        drafts.reserve()
        return None, fresh
    return key, work


def same_report(one: OfReport, other: OfReport) -> bool:
    """Whether both are for the same agency and year."""
    return (one.agency, one.fiscal_year) == (other.agency, other.fiscal_year)


def now() -> datetime:
    return datetime.now(BANGKOK)


def _with(work: W, **changes: Any) -> W:
    changed: W = replace(work, **changes)  # type: ignore[type-var]
    return changed
