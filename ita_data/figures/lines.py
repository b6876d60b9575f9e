"""One report on one day and one basis as plain lines, in the report's order: what every figure
and page of it is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ita_data.model import Basis, Indicator, Measure, Number, Status
from ita_data.words import responsible_words

LATE = (Status.OVERDUE, Status.BEHIND)
NEEDS_WORK = (*LATE, Status.NOT_REPORTED)
ON_PLAN = (Status.ACHIEVED, Status.ON_TRACK)
GAUGES = ("on_track", "with_target", "recorded", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One due date of an indicator; `owed` is the amount owed by then in all, `state` covered,
    late or waiting on the view's basis."""

    day: date
    number: int
    owed: Number
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """An indicator and where it stands. Amounts and percents None: unknown, see `reason`.

    `achieved` holds the amount on each basis; the rest is of the view's basis. `percent` and
    `expected_percent` are 0..1 of the target.
    """

    indicator: Indicator
    measure: Measure
    departments: tuple[str, ...]
    status: Status
    computed_status: Status
    override_reason: str
    target: Number | None
    expected: Number | None
    achieved: Mapping[Basis, Number | None]
    percent: float | None
    expected_percent: float | None
    reason: str
    next_due: date | None
    late_since: date | None
    dues: tuple[Due, ...]

    @property
    def responsible(self) -> str:
        """Whose it is, in one line; the file's own words where no department was recognised."""
        return responsible_words(self.departments, self.measure.departments_text)

    @property
    def next_waiting(self) -> Due | None:
        """The next due date that what is done does not cover yet; None where there is none."""
        return next((due for due in self.dues if due.state == "waiting"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """A measure, where it stands, and its indicators."""

    measure: Measure
    status: Status
    percent: float | None
    expected_percent: float | None
    reason: str
    next_due: date | None
    late_since: date | None
    indicators: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentLine:
    """A department ("" where none is named): its indicators, those late, its percent."""

    department: str
    indicators: int
    late: int
    not_reported: int
    percent: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown of one report. `percents` has all three bases, `gauges` (count, of how
    many) by the names of GAUGES."""

    as_of: date
    basis: Basis
    percents: Mapping[Basis, float | None]
    reasons: Mapping[Basis, str]
    gauges: Mapping[str, tuple[int, int]]
    measures: tuple[MeasureLine, ...]
    departments: tuple[DepartmentLine, ...]

    @property
    def indicators(self) -> tuple[IndicatorLine, ...]:
        """Of all measures, in the report's order."""
        return tuple(line for measure in self.measures for line in measure.indicators)

    def of_status(self, *wanted: Status) -> tuple[IndicatorLine, ...]:
        """The indicators of these statuses."""
        return tuple(line for line in self.indicators if line.status in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStanding:
    """The whole report at the close of one day, without its lines: shares 0..1 of all targets,
    None where unknown. `expected`: what should be reached by then."""

    percents: Mapping[Basis, float | None]
    expected: float | None


def mean_expected(lines: tuple[IndicatorLine, ...]) -> float | None:
    """How much of their targets should be reached by now: the mark beside a percent."""
    known = [line.expected_percent for line in lines if line.expected_percent is not None]
    return sum(known) / len(known) if known else None
