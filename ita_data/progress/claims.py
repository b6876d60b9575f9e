"""Why nothing counts on the basis of the report's own claims by a day, told apart."""

from collections.abc import Iterable
from datetime import date

from ita_data.dates import thai_date
from ita_data.model import RESULT_COLUMNS, Basis, TrackedReport
from ita_data.progress.rollup import NO_RESULT
from ita_data.tables import period_of, result_day

ONLY_A_PLAN = "แผนนี้ยังไม่มีรายงานผล"


class Claims:
    """The days that a report's claims stand for."""

    def __init__(self, tracked: TrackedReport, as_of: date) -> None:
        report = tracked.report
        periods = {measure.id: period_of(measure, report) for measure in report.measures}
        measure_of = {one.id: one.measure_id for one in tracked.indicators}
        self.as_of = as_of
        self.days = {
            one.indicator_id: result_day(
                one, periods[measure_of[one.indicator_id]], tracked.reported_on
            )
            for one in tracked.actuals
            if one.basis == Basis.CLAIMED and measure_of.get(one.indicator_id) in periods
        }
        self.is_plan = not self.days and not any(
            measure.text_of(name).strip() for measure in report.measures for name in RESULT_COLUMNS
        )

    def reason(self, computed: str, indicator_ids: Iterable[str] | None = None) -> str:
        """`computed`, a reason of `Progress`; where it says that the report names no result, what
        is so for these indicators (None: all): they count from a later day, it is only a plan."""
        if computed != NO_RESULT[Basis.CLAIMED]:
            return computed
        days = [
            self.days.get(one) for one in (self.days if indicator_ids is None else indicator_ids)
        ]
        later = [day for day in days if day and day > self.as_of]
        if later:
            return f"ผลตามรายงานนับ ณ {thai_date(min(later))}"
        return ONLY_A_PLAN if self.is_plan else computed
