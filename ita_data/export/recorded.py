"""What was recorded, told in the result column of the official report.

Every form of the paper takes its words from here: of the whole year, and of its half.
"""

from dataclasses import replace
from datetime import date
from typing import Literal

from ita_data.dates import thai_date
from ita_data.export.lines import IndicatorLine, Lines
from ita_data.export.standing import NO_NAME
from ita_data.model import Actual, Basis, Indicator, Measure, Report, TrackedReport
from ita_data.progress import Progress
from ita_data.quantities import clause_of, whole_clause_of
from ita_data.words import in_unit, owed_words

# "file": the file's own words, and what was recorded only where it has none; "recorded": both.
Results = Literal["file", "recorded"]
HEADING = "ผลที่บันทึกไว้"


def with_recorded(tracked: TrackedReport, progress: Progress, results: Results = "file") -> Report:
    """The report of the year with what was recorded by the progress's day.

    Told of a measure with a recorded result: alone where its output is empty, after the
    output where `results` is "recorded". All else stays as the file has it.
    """
    if not tracked.has_recorded:
        return tracked.report
    told = Told(tracked, progress)

    def printed(measure: Measure) -> Measure:
        if not told.any_of(measure) or (results == "file" and measure.output.strip()):
            return measure
        return replace(measure, output=joined(measure.output, told.lines(measure)))

    return replace(tracked.report, measures=tuple(map(printed, tracked.report.measures)))


def joined(said: str, told: list[str]) -> str:
    """The file's words, and below them what was recorded, named as such."""
    return "\n".join([said, HEADING, *told] if said and told else [said, *told]).strip("\n")


class Told:
    """Recorded results by measure, up to the progress's day, in words."""

    def __init__(
        self, tracked: TrackedReport, progress: Progress, until: date | None = None
    ) -> None:
        """`until`: the round's last day, beside whose due amounts the results are told; None:
        beside the whole year's."""
        self._by_day = progress.as_of
        self._until = until
        self._lines: dict[str, list[IndicatorLine]] = {}
        self._days: dict[str, list[date]] = {}
        for line in Lines(tracked, progress, Basis.RECORDED).indicators:
            self._lines.setdefault(line.measure.id, []).append(line)
        for actual in tracked.actuals:
            if day := self._day(actual):
                self._days.setdefault(actual.indicator_id, []).append(day)

    def _day(self, actual: Actual) -> date | None:
        counts = actual.basis is Basis.RECORDED and actual.on and actual.on <= self._by_day
        return actual.on if counts else None

    def any_of(self, measure: Measure) -> bool:
        """Whether it has a recorded result."""
        lines = self._lines.get(measure.id, ())
        return any(line.achieved[Basis.RECORDED] is not None for line in lines)

    def days(self, measure: Measure) -> list[date]:
        """The days of its recorded results, in no order."""
        lines = self._lines.get(measure.id, ())
        return [day for line in lines for day in self._days.get(line.indicator.id, ())]

    def lines(self, measure: Measure) -> list[str]:
        """One an indicator that has a result or a target."""
        return list(filter(None, map(self._told, self._lines.get(measure.id, ()))))

    def _told(self, line: IndicatorLine) -> str:
        done = line.achieved[Basis.RECORDED]
        if done is None and line.target is None:
            return ""
        goal = "" if line.target is None else self._goal(line)
        return f"- {full_name(line.indicator, line.measure)}: {self._done(line, done)}{goal}"

    def _done(self, line: IndicatorLine, done: float | None) -> str:
        if done is None:
            return "ยังไม่มีผลที่บันทึก"
        days = self._days.get(line.indicator.id)
        latest = f" (ล่าสุด {thai_date(max(days))})" if days else ""
        return f"ทำแล้ว {in_unit(done, line.indicator.unit)}{latest}"

    def _goal(self, line: IndicatorLine) -> str:
        whole = in_unit(line.target, line.indicator.unit)
        if line.indicator.comparison == "<=":
            return f" (ต้องไม่เกิน {whole})"
        if self._until is None:
            return f" จากเป้าหมาย {whole}"
        by = thai_date(self._until)
        if not line.expected:
            return f" (เป้าหมายทั้งปี {whole} กำหนดหลัง {by})"
        expected = owed_words(line.expected, line.indicator)
        return f" จากที่ต้องได้ {expected} ภายใน {by} (เป้าหมายทั้งปี {whole})"


def full_name(indicator: Indicator, measure: Measure) -> str:
    """The name uncut, where it is still the one that its words were given ("…" at the cut)."""
    name, source = indicator.name or NO_NAME, indicator.source
    if source is None or not (name.startswith("…") or name.endswith("…")):
        return name
    words = measure.text_of(source.column), source.start, source.end
    return whole_clause_of(*words) if clause_of(*words) == name else name
