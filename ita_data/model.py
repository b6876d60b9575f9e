"""The records of the field. Plain, frozen values: no file, no clock, no Thai parsing here.

Words follow docs/glossary.md. Fiscal years are Buddhist-era years, dates are CE dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from ita_data.place import NOT_IN_FILE, Place

Number = int | float
Comparison = Literal["=", ">=", "<="]

# The fields of the official table that hold prose or values, by the names used everywhere.
Field = Literal[
    "number", "title", "steps", "period_text", "start", "end", "departments_text",
    "target", "output", "outcome", "declared_status", "budget_thb", "evidence", "remarks",
]  # fmt: skip
# The columns quantities are looked for in: what is promised, then what is claimed.
PROMISE_COLUMNS: tuple[Field, ...] = ("steps", "target")
RESULT_COLUMNS: tuple[Field, ...] = ("output", "outcome")
# The texts that next year's plan takes over as they were written; its periods are moved.
PlanField = Literal["title", "steps", "target"]
PLAN_COLUMNS: tuple[PlanField, ...] = ("title", "steps", "target")


class Basis(StrEnum):
    """Where a result comes from; never mixed silently. In the order they are shown."""

    CLAIMED = "claimed"
    RECORDED = "recorded"
    EVIDENCED = "evidenced"


class Status(StrEnum):
    """Status of an indicator or a measure, in the order shown: done, under way, in need."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    WATCH = "watch"
    BEHIND = "behind"
    OVERDUE = "overdue"
    NOT_REPORTED = "not_reported"
    NOT_DUE = "not_due"
    NO_TARGET = "no_target"


class Decision(StrEnum):
    """What the officer said of a proposal. Dropped ones are kept, so they are not asked again."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Proof of a result: an http(s) address, or the name of a file."""

    address: str
    label: str = ""
    sha256: str | None = None


class LinkState(StrEnum):
    """What became of opening an address of evidence, as anybody on the internet may.

    REFUSED: not opened, since it leads where this program does not go. UNKNOWN: nothing can
    be said (no network, or the site asks to come later).
    """

    PUBLIC = "public"
    LOGIN = "login"
    MISSING = "missing"
    FAULT = "fault"
    SILENT = "silent"
    NO_NAME = "no_name"
    CERTIFICATE = "certificate"
    ASTRAY = "astray"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheck:
    """What was seen at one address at one time.

    `why` tells states apart further ("slow", "private" …; evidence/words.py lists them).
    `status` is HTTP's (None: no answer came so far). `landed` is the address after redirects.
    `years` are Buddhist-era years in the address and the page's title, `text_years` those in
    the beginning of its text.
    """

    address: str
    state: LinkState
    at: datetime
    why: str = ""
    status: int | None = None
    landed: str = ""
    title: str = ""
    years: tuple[int, ...] = ()
    text_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often something is promised; all None: once, by the measure's last day.

    every_months: one due date at the end of each window of that many months.
    every_days: the same in days (7 for every week).
    per_year: that many even windows over the measure's period.
    """

    every_months: int | None = None
    every_days: int | None = None
    per_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number (or a cadence) found in a text: a proposal, not yet a commitment.

    `text` is the file's own words; `start`, `end` its half-open span in the column's text.
    `amount` is None where the words hold a cadence but no count. `annual_target` is for a
    whole year; a measure over part of one may owe less (see proposals). `level` is true
    where the latest value counts instead of the sum (ร้อยละ, ช่องทาง, people in charge).
    """

    text: str
    column: Field
    amount: Number | None
    unit: str
    comparison: Comparison = "="
    cadence: Cadence = Cadence()
    annual_target: Number | None
    level: bool = False
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodAmount:
    """A number that a table plans or reports for a month or quarter, or without any.

    `start`, `end`: first and last day of the column's period; None: the column has none.
    """

    kind: Literal["target", "result"]
    amount: Number
    unit: str = ""
    start: date | None = None
    end: date | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A row of the official table (มาตรการ/โครงการ/กิจกรรม).

    Texts are the file's own words, whole; "" where the file has none. `id` stays the same
    from version to version ("m1"); `number` is what the file says, None where it says none.
    `cells` tells where each field was read: one place a cell it was joined from.
    `extra` keeps columns the form does not know, by their header. `amounts` are numbers in
    columns of months and quarters, or alone in the target or output column.
    """

    id: str
    number: int | None
    title: str
    topic: int | None = None
    steps: str = ""
    period_text: str = ""
    start: date | None = None
    end: date | None = None
    departments: tuple[str, ...] = ()
    departments_text: str = ""
    target: str = ""
    output: str = ""
    outcome: str = ""
    declared_status: str | None = None
    budget_thb: Number | None = None
    evidence: tuple[Evidence, ...] = ()
    remarks: str = ""
    quantities: tuple[Quantity, ...] = ()
    amounts: tuple[PeriodAmount, ...] = ()
    place: Place
    cells: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_file(self) -> bool:
        """Whether the newest file has it; else it stays as an older version has it."""
        return self.place != NOT_IN_FILE

    def text_of(self, column: Field) -> str:
        """The prose of one column ("" where there is none)."""
        return str(getattr(self, column) or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line beside or below the table that is no measure (signatures, remarks): kept."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One agency, one fiscal year. "" or None where the file does not say (never guessed).

    `places` tells where agency, district, province and fiscal_year were read.
    """

    agency: str = ""
    district: str = ""
    province: str = ""
    fiscal_year: int | None = None
    form: str | None = None
    measures: tuple[Measure, ...] = ()
    notes: tuple[Note, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words an indicator was taken from: column, words, span and place."""

    column: Field
    text: str
    start: int
    end: int
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A commitment: what is counted, how much of it, by when.

    `target` is for the measure's whole period (None: no quantitative target).
    `target_from` is "result" where the report names the amount only as a result, so that
    the target was taken from it: shown as such, everywhere. `department` None: the
    measure's departments. `id` is unique in the report and stays from version to version.
    """

    id: str
    measure_id: str
    name: str
    target: Number | None
    unit: str
    comparison: Comparison = "="
    cadence: Cadence = Cadence()
    level: bool = False
    target_from: Literal["steps", "result", "typed"] = "typed"
    source: Source | None = None
    department: str | None = None
    decision: Decision = Decision.PROPOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """A result for an indicator.

    A claim (`basis` claimed) is what the report's text says: `on` None, as the text gives
    no date (tables.py dates it). A recorded result has a date and may have evidence, which
    makes it evidenced. `basis` is never "evidenced" here: that follows from `evidence`.
    """

    id: str
    indicator_id: str
    amount: Number
    basis: Basis
    on: date | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    recorded_by: str = ""
    recorded_at: datetime | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The officer's own word on a status, with a reason; it stays visible as an override."""

    indicator_id: str
    status: Status
    reason: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A measure that a newer file no longer has, with what was decided and recorded for it.

    Kept out of the report, its figures and its print, never thrown away: it comes back
    when a later file has the measure again.
    """

    measure: Measure
    indicators: tuple[Indicator, ...] = ()
    actuals: tuple[Actual, ...] = ()
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastYear:
    """What a measure (`indicator_id` None) or an indicator promised and did a year before.

    `promise`, `result` are words: of a measure its steps and its two result columns, of an
    indicator its target. `done` has the amount on each basis that an indicator has one on.
    """

    fiscal_year: int | None
    measure_id: str
    indicator_id: str | None = None
    promise: str = ""
    result: str = ""
    unit: str = ""
    done: Mapping[Basis, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding:
    """A finding that the officer let stand, with a reason; it stays visible as accepted.

    Known again by rule, measure (None: the whole report) and `words`, a hash of the words
    it is about (see readiness/): other words are another finding.
    """

    code: str
    measure_id: str | None
    words: str
    reason: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedReport:
    """All that one version holds: the report, its indicators, results and overrides.

    `reported_on` is the day the report's claims stand for (the day it was handed in);
    None: the last day of each measure. `retired` are measures the file no longer has.
    `last_year`: of a plan made from a report, what that report promised and did.
    `accepted`: findings that the officer let stand.
    """

    report: Report
    indicators: tuple[Indicator, ...] = ()
    actuals: tuple[Actual, ...] = ()
    overrides: tuple[Override, ...] = ()
    reported_on: date | None = None
    retired: tuple[Retired, ...] = ()
    last_year: tuple[LastYear, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()

    @property
    def has_recorded(self) -> bool:
        """Whether a result was recorded, whatever the report's text claims."""
        return any(actual.basis is Basis.RECORDED for actual in self.actuals)
