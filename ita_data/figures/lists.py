"""The lists that numbers open: which indicators, which measures. Names stand in addresses."""

from collections.abc import Callable
from datetime import timedelta

from ita_data.cautions import is_from_result, is_unconfirmed
from ita_data.figures.lines import LATE, NEEDS_WORK, ON_PLAN, IndicatorLine, MeasureLine, View
from ita_data.model import Basis, Status
from ita_data.thai import squash
from ita_data.words import DECIDE_WORDS, LATE_WORDS, STATUS_WORDS

SOON_DAYS = (30, 90)
# Nothing can be said of these yet, so they are neither on plan nor off it.
UNJUDGED = (Status.NO_TARGET, Status.NOT_DUE)

Belongs = Callable[[IndicatorLine], bool]
_LISTS: dict[str, tuple[str, Belongs]] = {
    "late": (LATE_WORDS, lambda line: line.status in LATE),
    "work": (DECIDE_WORDS, lambda line: line.status in NEEDS_WORK),
    "without_on_track": (
        "ยังไม่เป็นไปตามแผน",
        lambda line: line.status not in (*ON_PLAN, *UNJUDGED),
    ),
    "from_result": (
        "เป้าหมายที่นำมาจากผลที่รายงานเอง",
        lambda line: is_from_result(line.indicator),
    ),
    "unconfirmed": ("รอยืนยัน", lambda line: is_unconfirmed(line.indicator)),
    "without_with_target": ("ยังไม่มีเป้าหมายเป็นจำนวน", lambda line: line.target is None),
    "without_recorded": ("ยังไม่บันทึกผล", lambda line: line.achieved[Basis.RECORDED] is None),
    "without_evidence": ("ยังไม่มีหลักฐาน", lambda line: line.achieved[Basis.EVIDENCED] is None),
}
LISTS: dict[str, str] = (
    {name: words for name, (words, _) in _LISTS.items()}
    | {f"due{days}": f"ครบกำหนดใน {days} วัน" for days in SOON_DAYS}
    | {status.value: STATUS_WORDS[status] for status in Status}
)


def due_within(view: View, days: int) -> tuple[IndicatorLine, ...]:
    """Indicators with something still to do that falls due in the next days, nearest first."""
    until = view.as_of + timedelta(days=days)
    soon = [
        (due.day, line)
        for line in view.indicators
        if (due := line.next_waiting) and due.day <= until
    ]
    return tuple(line for _, line in sorted(soon, key=lambda pair: pair[0]))


def indicators_of(
    view: View, show: str = "", department: str = "", measure_id: str = ""
) -> tuple[IndicatorLine, ...]:
    """The indicators of a list (a name of LISTS; "" for all), of a department, of a measure."""
    return tuple(
        line
        for line in _shown(view, show)
        if (not department or department in line.departments)
        and (not measure_id or measure_id == line.measure.id)
    )


def _shown(view: View, show: str) -> tuple[IndicatorLine, ...]:
    if show in _LISTS:
        return tuple(filter(_LISTS[show][1], view.indicators))
    if show.startswith("due"):
        return due_within(view, int(show.removeprefix("due")))
    return view.of_status(Status(show)) if show else view.indicators


def measures_of(
    view: View, status: str = "", department: str = "", topic: str = "", words: str = ""
) -> tuple[MeasureLine, ...]:
    """The measures of a status, department and topic, with these words anywhere in them.

    White space and Thai or Arabic digits make no difference to the words.
    """
    return tuple(
        line
        for line in view.measures
        if status in ("", line.status.value)
        and (not department or department in departments_of(line))
        and topic in ("", str(line.measure.topic or ""))
        and squash(words) in squash(_text_of(line))
    )


def departments_of(line: MeasureLine) -> tuple[str, ...]:
    """The measure's departments, and those that its indicators name besides."""
    own = (*line.measure.departments, *(d for one in line.indicators for d in one.departments))
    return tuple(dict.fromkeys(own))


def all_departments(view: View) -> tuple[str, ...]:
    """Every department named, in the report's order."""
    return tuple(dict.fromkeys(d for line in view.measures for d in departments_of(line)))


def _text_of(line: MeasureLine) -> str:
    measure = line.measure
    texts = (measure.title, measure.steps, measure.departments_text, measure.target)
    names = (one.indicator.name for one in line.indicators)
    return " ".join((*texts, measure.output, measure.outcome, measure.remarks, *names))
