"""What an executive is told: percents, what is late and whose, what comes due, what to decide.

One source for the brief, the cover memo, the published page and the calendar. Plain words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ita_data.cautions import cautions
from ita_data.dates import thai_date
from ita_data.export.lines import BASES, IndicatorLine, Lines
from ita_data.model import Basis, Status, TrackedReport
from ita_data.progress import LATE, Progress, pressing
from ita_data.words import (
    BASIS_WORDS,
    LATE_WORDS,
    ON_PLAN_WORDS,
    STATUS_WORDS,
    late_and_silent_words,
    owed_words,
    percent_words,
)

NO_NAME = "ไม่มีชื่อตัวชี้วัด"
SOON_DAYS = (30, 90)
ON_PLAN = (Status.ACHIEVED, Status.ON_TRACK)
# How many a sentence of the memo names.
NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due date: what, of which measure ("3", "" unknown), whose, and how much in all by then.

    `state` on the chosen basis: covered, late or waiting.
    """

    day: date
    indicator_id: str
    number: int
    measure: str
    title: str
    name: str
    department: str
    owed: str
    state: str


class Standing:
    """One report on the progress's day, on one basis."""

    def __init__(
        self, tracked: TrackedReport, progress: Progress, basis: Basis | None = None
    ) -> None:
        self.lines = Lines(tracked, progress, basis or progress.default_basis)
        self.report = tracked.report
        self.as_of = progress.as_of
        self.basis = self.lines.basis

    def percents(self) -> list[tuple[str, float | None, str]]:
        """Words, share and reason of the three bases, in their order."""
        found = self.lines.reports
        return [(BASIS_WORDS[b], found[b]["percent"], found[b]["reason"]) for b in BASES]

    def statuses(self) -> list[tuple[Status, int]]:
        """Measures by status; those of which there are any."""
        counted = Counter(line.status for line in self.lines.measures)
        return [(status, counted[status]) for status in Status if counted[status]]

    def late(self) -> list[IndicatorLine]:
        """Late for certain, the most pressing first."""
        late = [line for line in self.lines.indicators if line.status in LATE]
        return sorted(late, key=self._pressing)

    def silent(self) -> list[IndicatorLine]:
        """Due, with nothing reported."""
        silent = [one for one in self.lines.indicators if one.status is Status.NOT_REPORTED]
        return sorted(silent, key=self._pressing)

    def _pressing(self, line: IndicatorLine) -> tuple[int, date]:
        return pressing(line.status, line.overdue_since or self.as_of)

    def dues(self) -> list[Due]:
        """Every due date, in order."""
        known = {line.indicator.id: line for line in self.lines.indicators}
        frame = self.lines.progress.due
        names = ("indicator_id", "due", "number", "cumulative_target", self.basis.value)
        rows = zip(*(frame[name].tolist() for name in names), strict=True)
        found = [_due(known[row[0]], *row[1:]) for row in rows]
        return sorted(found, key=lambda due: (due.day, due.indicator_id))

    def coming(self) -> tuple[list[Due], list[Due]]:
        """What is not done yet and falls due in the next 30 days, and then up to 90: the
        nearest of each indicator."""
        until = [self.as_of + timedelta(days=days) for days in SOON_DAYS]
        nearest: dict[str, Due] = {}
        for due in self.dues():
            if due.state == "waiting" and self.as_of < due.day <= until[1]:
                nearest.setdefault(due.indicator_id, due)
        dues = list(nearest.values())
        return [d for d in dues if d.day <= until[0]], [d for d in dues if d.day > until[0]]

    def headline(self) -> str:
        """ "ตามแผนหรือบรรลุแล้ว 5 จาก 7 มาตรการ · ล่าช้าและเกินกำหนด 2 เรื่อง"."""
        measures = self.lines.measures
        on_plan = sum(line.status in ON_PLAN for line in measures)
        counted = Counter(line.status for line in self.lines.indicators)
        late, silent = sum(counted[status] for status in LATE), counted[Status.NOT_REPORTED]
        told = late_and_silent_words(late, silent)
        return " · ".join([f"{ON_PLAN_WORDS} {on_plan} จาก {len(measures)} มาตรการ", *told])

    def cautions(self) -> tuple[str, ...]:
        """What the percents rest on, a sentence each; none where they rest on promises that
        somebody confirmed."""
        return tuple(map(str, cautions(line.indicator for line in self.lines.indicators)))

    def decisions(self) -> list[str]:
        """What the executive is asked for, most pressing first; empty where nothing is."""
        asked = [
            f"สั่งการให้{who}เร่งดำเนินการเรื่องที่{LATE_WORDS} {counted}"
            for who, counted in _by_department(self.late())
        ]
        asked += [
            f"ให้{who}รายงานผลที่ถึงกำหนดแล้ว {counted}"
            for who, counted in _by_department(self.silent())
        ]
        if unproven := sum(_unproven(line) for line in self.lines.indicators):
            asked.append(f"ให้แนบหลักฐานของผลที่บันทึกไว้แล้ว {unproven} ตัวชี้วัด")
        return asked

    def own_words(self) -> str:
        """How many statuses are an officer's own word, and of what; "" where none is."""
        own = [_named(line) for line in self.lines.indicators if line.override_reason]
        return f"สถานะที่เจ้าหน้าที่กำหนดเอง {len(own)} ตัวชี้วัด: {'; '.join(own)}" if own else ""

    def facts(self) -> tuple[str, ...]:
        """The whole in sentences, for the cover memo."""
        shares = ", ".join(
            f"{words} {percent_words(share) if share is not None else f'({why})'}"
            for words, share, why in self.percents()
        )
        counts = ", ".join(f"{STATUS_WORDS[status]} {n} มาตรการ" for status, n in self.statuses())
        facts = [
            f"ความก้าวหน้าเฉลี่ยของตัวชี้วัดที่มีเป้าหมาย ณ วันที่ {thai_date(self.as_of)} {shares}",
            f"จำนวนมาตรการตามสถานะ ({BASIS_WORDS[self.basis]}) {counts}",
        ]
        own = filter(None, [self.own_words()])
        return (*facts, *self._late_and_silent(), *own, *self.cautions())

    def _late_and_silent(self) -> list[str]:
        """ "ล่าช้าและเกินกำหนด 1 เรื่อง: มาตรการที่ 2 สรุปผล (กองคลัง ตั้งแต่ 31 ม.ค. 2569)"."""
        late, silent = self.late(), self.silent()
        told = late_and_silent_words(len(late), len(silent))
        which = [f": {_listed(lines)}" for lines in (late, silent) if lines] or [""]
        return [words + names for words, names in zip(told, which, strict=True)]


def _due(line: IndicatorLine, day: date, number: int, owed: float, state: str) -> Due:
    return Due(
        day=date(day.year, day.month, day.day),
        indicator_id=line.indicator.id,
        number=number,
        measure="" if line.measure.number is None else str(line.measure.number),
        title=line.measure.title,
        name=line.indicator.name or NO_NAME,
        department=line.responsible,
        owed=owed_words(owed, line.indicator),
        state=state,
    )


def _named(line: IndicatorLine) -> str:
    number = f"มาตรการที่ {line.measure.number} " if line.measure.number is not None else ""
    return f"{number}{line.indicator.name or NO_NAME}"


def _listed(lines: Sequence[IndicatorLine]) -> str:
    """The first of them with whose they are and since when, and how many more there are."""
    named = "; ".join(f"{_named(one)} ({_whose_since(one)})" for one in lines[:NAMED])
    rest = len(lines) - NAMED
    return f"{named} และอีก {rest} เรื่อง" if rest > 0 else named


def _whose_since(line: IndicatorLine) -> str:
    return " ".join(filter(None, (line.responsible, since_words(line))))


def since_words(line: IndicatorLine) -> str:
    """ "ตั้งแต่ 31 ม.ค. 2569": the first due date that is not covered; "" without one."""
    return f"ตั้งแต่ {thai_date(line.overdue_since)}" if line.overdue_since else ""


def _by_department(lines: Sequence[IndicatorLine]) -> list[tuple[str, str]]:
    """Who, and how many. What several departments share counts for each of them, and is said:
    "4 เรื่อง (ร่วมกับสำนักปลัด 1 เรื่อง)"; else the counts add up to more than there are."""
    own: Counter[str] = Counter()
    shared: dict[str, list[IndicatorLine]] = {}
    for line in lines:
        for name in line.departments or ("ผู้รับผิดชอบ",):
            own[name] += 1
            shared.setdefault(name, []).extend([line] if len(line.departments) > 1 else [])
    return [
        (name, f"{count} เรื่อง{_shared_words(name, shared[name])}")
        for name, count in own.most_common()
    ]


def _shared_words(name: str, lines: Sequence[IndicatorLine]) -> str:
    others = {other for line in lines for other in line.departments} - {name}
    with_whom = others.pop() if len(others) == 1 else "ส่วนราชการอื่น"
    return f" (ร่วมกับ{with_whom} {len(lines)} เรื่อง)" if lines else ""


def _unproven(line: IndicatorLine) -> bool:
    return line.achieved[Basis.RECORDED] is not None and line.achieved[Basis.EVIDENCED] is None
