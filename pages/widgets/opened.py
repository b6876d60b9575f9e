"""Which report is open, on which day and basis. The address says it, so a link and a reload
come back to the same view; the session carries it from page to page."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from ita_data.dates import FISCAL_YEARS, fiscal_year_bounds, fiscal_year_of
from ita_data.findings import Finding
from ita_data.model import Basis, TrackedReport
from pages.widgets.address import chosen
from pages.widgets.browser import last_chosen
from pages.widgets.offered import offer_others, reports
from pages.widgets.resources import settings, store, today
from pages.widgets.shelves import shelved

if TYPE_CHECKING:
    from ita_data.figures.lines import View
    from ita_data.progress import Progress
    from ita_data.store import ReportInfo, VersionInfo
    from ita_data.tables import Tables

SAMPLE = "sample"
# Of all versions that are held at once, each time as records, frames, progress or lines.
MOST_ROWS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """One version of one report, by name: the key of every cache. `number` 0: the sample.

    A number is given again once a backup was restored. When the version was saved (UTC) and
    the hash of what it holds tell such two apart; the sample has neither.
    """

    key: str
    agency: str = ""
    fiscal_year: int = 0
    number: int = 0
    saved_at: datetime | None = None
    sha256: str = ""

    @classmethod
    def of(cls, key: str, info: "VersionInfo | ReportInfo", number: int) -> "Which":
        """The name of a version of the report with that key, as itself or its report tells it."""
        return cls(
            key=key,
            agency=info.agency,
            fiscal_year=info.fiscal_year,
            number=number,
            saved_at=info.created_at,
            sha256=info.payload_sha256,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a page shows. Shared by all sessions through a cache: never change anything in it.

    `key` names the report in addresses and in the frames (`report_id`). `version` is None for
    the sample. `basis` is the one shown.
    `view` has the same as plain lines, on that basis. `lost`: the address named a report that
    is not there, so another one is open. `reports`: all that can be opened, see `reports()`.
    """

    which: Which
    tracked: TrackedReport
    findings: tuple[Finding, ...]
    version: "VersionInfo | None"
    as_of: date
    basis: Basis
    tables: "Tables"
    progress: "Progress"
    view: "View"
    reports: "dict[str, ReportInfo]"
    lost: bool = False

    @property
    def key(self) -> str:
        """The report's short name."""
        return self.which.key

    @property
    def is_sample(self) -> bool:
        """Whether this is the invented agency, shown until a report is stored."""
        return self.version is None

    @property
    def fiscal_year(self) -> int | None:
        """Buddhist-era year; None where the report names none."""
        return self.tracked.report.fiscal_year

    @property
    def year(self) -> int:
        """The fiscal year to draw: the report's, else the one the day falls in."""
        return self.fiscal_year or fiscal_year_of(self.as_of)

    @property
    def number(self) -> int:
        """The version's number, 0 for the sample; what an edit starts from, for Store.save."""
        return self.which.number

    def on(self, basis: Basis) -> "Opened":
        """The same on a basis that was chosen."""
        view = view_on(self.which, self.as_of, basis)
        return replace(self, basis=basis, view=view)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What one version holds. `opens_on`: the day to begin with; None: today."""

    tracked: TrackedReport
    findings: tuple[Finding, ...]
    version: "VersionInfo | None"
    opens_on: date | None


def current() -> Opened:
    """The report, day and basis of this address; else the newest stored report, today."""
    offered = reports()
    named = chosen("report")
    key = named if named in offered else _unasked(offered)
    which = _which(offered, key)
    lost = bool(offered) and named not in (None, SAMPLE, key)
    try:
        return _opened(which, offered, lost)
    except Exception:
        offer_others(offered, key)
        raise


def _opened(which: Which, offered: "dict[str, ReportInfo]", lost: bool) -> Opened:
    content = content_of(which)
    day = _day_of(content)
    asked = next((one for one in Basis if one.value == chosen("basis")), None)
    progress = progress_on(which, day)
    basis = asked or progress.default_basis
    return Opened(
        which=which,
        tracked=content.tracked,
        findings=content.findings,
        version=content.version,
        as_of=day,
        basis=basis,
        tables=tables_of_version(which),
        progress=progress,
        view=view_on(which, day, basis),
        reports=offered,
        lost=lost,
    )


def get_ready() -> None:
    """Makes what a bare address will ask for, so that the first to come finds it made."""
    offered = reports()
    which = _which(offered, _newest(offered))
    day = _opens_on(content_of(which))
    view_on(which, day, progress_on(which, day).default_basis)


def _which(offered: "dict[str, ReportInfo]", key: str) -> Which:
    info = offered.get(key)
    return Which.of(key, info, info.latest) if info else Which(key=key)


def _unasked(offered: "dict[str, ReportInfo]") -> str:
    """Of a bare address: what was chosen last in this browser, else the newest report."""
    if len(offered) > 1 and (last := last_chosen()) in offered:
        return last
    return _newest(offered)


def _newest(offered: "dict[str, ReportInfo]") -> str:
    """The newest report of the fiscal year that today falls in, else the newest; the sample
    where none is stored. One of a year that is none, kept before those were refused, comes last."""
    years = {key: info.fiscal_year for key, info in offered.items()}
    this_year = (key for key in years if years[key] == fiscal_year_of(today()))
    sound = (key for key in years if years[key] in FISCAL_YEARS)
    return next(chain(this_year, sound, years), SAMPLE)


def view_before(opened: Opened) -> "View | None":
    """The version before the open one, on the same day and basis; None where there is none."""
    before = which_before(opened)
    return view_on(before, opened.as_of, opened.basis) if before else None


def which_before(opened: Opened) -> Which | None:
    """The name of the version before the open one; None of a first version and the sample."""
    if opened.number < 2:
        return None
    info = versions_of(opened.which)[-2]
    return Which.of(opened.key, info, info.number)


def version_content(opened: Opened, number: int | None) -> TrackedReport:
    """What a version of the open report holds, as the one a draft was begun on; the open
    one where none is named, or it is not there any more (a backup was restored)."""
    if number in (None, opened.number):
        return opened.tracked
    by_number = {info.number: info for info in versions_of(opened.which)}
    if info := by_number.get(number or 0):
        return content_of(Which.of(opened.key, info, info.number)).tracked
    return opened.tracked


def _day_of(content: Content) -> date:
    """The day of the address where it lies in the year, else the one to begin with."""
    first, last = _year_of(content)
    try:
        day = date.fromisoformat(chosen("date") or "")
    except ValueError:
        day = date.min
    return day if first <= day <= last and day != date.min else _opens_on(content)


def _opens_on(content: Content) -> date:
    """Today, at most the year's end; the sample has a day of its own."""
    return content.opens_on or min(today(), _year_of(content)[1])


def _year_of(content: Content) -> tuple[date, date]:
    year = content.tracked.report.fiscal_year
    return fiscal_year_bounds(year) if year else (date.min, date.max)


@shelved(entries=200, heaviest=MOST_ROWS, weigh=lambda content: _rows_of(content.tracked))
def content_of(which: Which) -> Content:
    """One version, read once: versions never change. Raises StoreError ("missing") where
    another one has its number by now."""
    if which.number == 0:
        return _sample()
    version = store().version(which.agency, which.fiscal_year, which.number)
    _is_the_same(which, version.info)
    return Content(
        tracked=version.tracked, findings=version.findings, version=version.info, opens_on=None
    )


@shelved(entries=500, heaviest=20_000, weigh=len)
def versions_of(which: Which) -> "tuple[VersionInfo, ...]":
    """Every version up to that one, the first one first. Raises as `content_of`."""
    infos = store().versions(which.agency, which.fiscal_year)[: which.number]
    _is_the_same(which, infos[-1] if infos else None)
    return infos


def _is_the_same(which: Which, found: "VersionInfo | None") -> None:
    """A backup may be restored between the list of reports and what is read then."""
    from ita_data.store import StoreError

    if found is None or Which.of(which.key, found, found.number) != which:
        raise StoreError("missing")


def _rows_of(tracked: TrackedReport) -> int:
    return len(tracked.report.measures) + len(tracked.indicators) + len(tracked.actuals)


def _sample() -> Content:
    from ita_data.sample import sample

    found = sample()
    return Content(
        tracked=found.tracked, findings=found.findings, version=None, opens_on=found.as_of
    )


@shelved(entries=200, heaviest=MOST_ROWS, weigh=lambda tables: len(tables.indicators))
def tables_of_version(which: Which) -> "Tables":
    """The tidy frames of one version, made once for everybody."""
    from ita_data.tables import tables_of

    return tables_of({which.key: content_of(which).tracked}, settings())


@shelved(entries=1000, heaviest=MOST_ROWS, weigh=lambda progress: len(progress.indicators))
def progress_on(which: Which, day: date) -> "Progress":
    """Where one version stands at the close of a day."""
    from ita_data.progress import assess

    return assess(tables_of_version(which), day, settings())


@shelved(entries=1000, heaviest=MOST_ROWS, weigh=lambda view: len(view.indicators))
def view_on(which: Which, day: date, basis: Basis) -> "View":
    """The same as plain lines, on one basis."""
    from ita_data.figures.view import view_of

    return view_of(content_of(which).tracked, progress_on(which, day), basis, which.key)
