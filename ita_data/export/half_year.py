"""The report of the first half of a fiscal year (รอบ 6 เดือน): what was due and done by 31 March.

The form is the same; its title names the round, and its result columns say only what stands
by then. The officer's words stay where they speak of no later day; results that were
recorded are told after them, indicator by indicator.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ita_data.dates import thai_date
from ita_data.export.lines import IndicatorLine, Lines
from ita_data.export.standing import NO_NAME, counted
from ita_data.model import Basis, Measure, Report, TrackedReport
from ita_data.progress import Progress


def half_year_report(
    tracked: TrackedReport, progress: Progress, known_by: date | None = None
) -> Report:
    """The report with results up to the progress's day, which is the half-year's last.

    A result text stands where the day it speaks for is not later: the day the report was
    handed in, the measure's last day or `known_by`, a day on which the report was there
    already, whichever is first. Other texts are left out, as nobody can tell what of them
    was done by then.
    """
    lines: dict[str, list[IndicatorLine]] = {}
    for line in Lines(tracked, progress, Basis.RECORDED).indicators:
        lines.setdefault(line.measure.id, []).append(line)
    measures = (
        _by_then(
            measure,
            lines.get(measure.id, []),
            tracked,
            _said_on(measure, tracked, known_by),
            progress.as_of,
        )
        for measure in tracked.report.measures
    )
    return replace(tracked.report, measures=tuple(measures))


def left_out(tracked: TrackedReport, day: date, known_by: date | None = None) -> int:
    """How many measures have result texts that speak of a later day."""
    return sum(
        bool(measure.output or measure.outcome) and _said_on(measure, tracked, known_by) > day
        for measure in tracked.report.measures
    )


def _by_then(
    measure: Measure,
    lines: list[IndicatorLine],
    tracked: TrackedReport,
    said_on: date,
    day: date,
) -> Measure:
    """Recorded results are told where the words are left out, are none, or are older."""
    said = measure.output if said_on <= day else ""
    keys = {line.indicator.id for line in lines}
    newer = any(said_on < on <= day for on in _recorded_on(tracked, keys))
    told = [_told(line, day) for line in lines] if newer or not said else []
    return replace(
        measure,
        output="\n".join(filter(None, [said, *told])),
        outcome=measure.outcome if said_on <= day else "",
    )


def _said_on(measure: Measure, tracked: TrackedReport, known_by: date | None) -> date:
    """The day that a measure's result texts speak for; the last of all where none is known."""
    return min(filter(None, [tracked.reported_on, measure.end, known_by]), default=date.max)


def _recorded_on(tracked: TrackedReport, keys: set[str]) -> Iterator[date]:
    for actual in tracked.actuals:
        if actual.basis is Basis.RECORDED and actual.indicator_id in keys and actual.on:
            yield actual.on


def _told(line: IndicatorLine, day: date) -> str:
    """One indicator's result by the day, beside what was owed by then and in all; "" where
    it has neither."""
    done = line.achieved[Basis.RECORDED]
    if done is None and line.target is None:
        return ""
    result = "ยังไม่มีผลที่บันทึก" if done is None else f"ทำแล้ว {counted(done, line)}"
    goal = "" if line.target is None else _goal(line, day)
    return f"- {line.indicator.name or NO_NAME}: {result}{goal}"


def _goal(line: IndicatorLine, day: date) -> str:
    whole = counted(line.target, line)
    if line.indicator.comparison == "<=":
        return f" (ต้องไม่เกิน {whole})"
    if not line.expected:
        return f" (เป้าหมายทั้งปี {whole} กำหนดหลัง {thai_date(day)})"
    return f" จากที่ต้องได้ {counted(line.expected, line)} ภายใน {thai_date(day)} (เป้าหมายทั้งปี {whole})"
