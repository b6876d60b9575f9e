"""The report of the first half of a fiscal year (รอบ 6 เดือน): what was due and done by 31 March.

The form is the same; its title names the round, and its result columns say only what stands
by then. The officer's words stay where they speak of no later day; results that were
recorded are told after them, indicator by indicator.
"""

from dataclasses import replace
from datetime import date

from ita_data.export.recorded import Results, Told, joined
from ita_data.model import Measure, Report, TrackedReport
from ita_data.progress import Progress

# Nothing is claimed of the texts: they may well tell of before that day, and do not say what.
LEFT_OUT = (
    "ข้อความผลของ {} มาตรการไม่แยกว่าส่วนใดทำแล้วภายในวันที่ 31 มีนาคม เพราะมาตรการดำเนินการต่อหลังวันนั้น "
    "รอบ 6 เดือนจึงไม่พิมพ์ข้อความเหล่านี้ และพิมพ์ผลที่บันทึกไว้ถึงวันนั้นแทน"
)


def half_year_report(
    tracked: TrackedReport,
    progress: Progress,
    known_by: date | None = None,
    results: Results = "file",
) -> Report:
    """The report with results up to the progress's day, which is the half-year's last.

    A result text stands where the day it speaks for is not later: the day the report was
    handed in, the measure's last day or `known_by`, a day on which the report was there
    already, whichever is first. Other texts are left out, as nobody can tell what of them
    was done by then. Recorded results are told where the words are left out, are none or
    are older; and after any words where `results` is "recorded".
    """
    told, day = Told(tracked, progress, progress.as_of), progress.as_of

    def by_then(measure: Measure) -> Measure:
        said_on = _said_on(measure, tracked, known_by)
        said = measure.output if said_on <= day else ""
        newer = any(said_on < on for on in told.days(measure))
        more = newer or (results == "recorded" and told.any_of(measure))
        return replace(
            measure,
            output=joined(said, told.lines(measure) if more or not said else []),
            outcome=measure.outcome if said_on <= day else "",
        )

    return replace(tracked.report, measures=tuple(map(by_then, tracked.report.measures)))


def left_out(tracked: TrackedReport, day: date, known_by: date | None = None) -> int:
    """How many measures have result texts that may speak of a later day, so that they are not
    printed; `left_out_words` says so."""
    return sum(
        bool(measure.output or measure.outcome) and _said_on(measure, tracked, known_by) > day
        for measure in tracked.report.measures
    )


def left_out_words(count: int) -> str:
    """Why result texts are not printed; "" where all are."""
    return LEFT_OUT.format(count) if count else ""


def _said_on(measure: Measure, tracked: TrackedReport, known_by: date | None) -> date:
    """The day that a measure's result texts speak for; the last of all where none is known."""
    return min(filter(None, [tracked.reported_on, measure.end, known_by]), default=date.max)
