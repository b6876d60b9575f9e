"""The first screen: what stands where, what is late and whose, what comes next."""

from collections import Counter
from collections.abc import Callable, Iterator
from html import escape

from ita_data.cautions import Caution, from_result, unconfirmed
from ita_data.figures.agenda import whose
from ita_data.figures.lines import (
    LATE,
    ON_PLAN,
    DepartmentLine,
    View,
)
from ita_data.figures.marks import (
    bar,
    link_to,
    status_badge,
)
from ita_data.figures.tiles import tiles
from ita_data.model import Basis, Indicator, Status
from ita_data.words import (
    LATE_WORDS,
    NO_DEPARTMENT,
    ON_PLAN_WORDS,
    late_and_silent_words,
    percent_words,
)

Address = Callable[..., str]
# What the headline counts, said first.
RESTS_ON = {
    Basis.CLAIMED: "ตามรายงาน",
    Basis.RECORDED: "ตามผลที่บันทึก",
    Basis.EVIDENCED: "ตามผลที่มีหลักฐาน",
}
GAUGE_WORDS = {
    "on_track": ON_PLAN_WORDS,
    "with_target": "มีเป้าหมายเป็นจำนวน",
    "recorded": "บันทึกผลแล้ว",
    "evidence": "มีหลักฐาน",
}


def headline(view: View) -> str:
    """One sentence of the whole: on which basis, on plan, with evidence, late and whose.
    Plain text."""
    return " · ".join(_headline_parts(view))


def _headline_parts(view: View) -> list[str]:
    if not view.measures:
        return ["รายงานนี้ยังไม่มีมาตรการ"]
    on_plan = sum(line.status in ON_PLAN for line in view.measures)
    of = f"{on_plan} จาก {len(view.measures)} มาตรการ"
    parts = [f"{RESTS_ON[view.basis]}: {ON_PLAN_WORDS} {of}"]
    proven, indicators = view.gauges["evidence"]
    if indicators:
        parts.append(f"มีหลักฐาน {proven} จาก {indicators} ตัวชี้วัด")
    late = view.of_status(*LATE)
    silent = len(view.of_status(Status.NOT_REPORTED))
    return parts + late_and_silent_words(len(late), silent, whose(late))


def summary(view: View, address: Address) -> str:
    """The sentence, what it rests on, and the tiles."""
    *parts, last = map(escape, _headline_parts(view))
    whole = "".join(f"<span>{part} ·</span> " for part in parts) + f"<span>{last}</span>"
    sentence = f'<p class="ita-headline">{whole}</p>'
    circular = _circular(view, address) if view.basis is Basis.CLAIMED else ""
    return sentence + circular + _unconfirmed(view, address) + tiles(view, address)


def _unconfirmed(view: View, address: Address) -> str:
    """One line while proposals wait: the numbers below partly rest on them."""
    return _caution(unconfirmed(_indicators(view)), address("indicators"))


def _circular(view: View, address: Address) -> str:
    """Said where it is so: a target taken from a result compares it with itself."""
    return _caution(from_result(_indicators(view)), address("targets", show="from_result"))


def _indicators(view: View) -> Iterator[Indicator]:
    return (line.indicator for line in view.indicators)


def _caution(caution: Caution | None, where: str) -> str:
    if caution is None:
        return ""
    return f'<p class="ita-caution">{link_to(where, caution.words)} {caution.note}</p>'


def status_counts(view: View, address: Address) -> str:
    """Measures by status, in the order of the statuses; each opens the measures of it."""
    counted = Counter(line.status for line in view.measures)
    chips = [
        link_to(
            address("measures", status=status.value),
            f"{status_badge(status)} <b>{counted[status]}</b>",
            "ita-chip",
        )
        for status in Status
        if counted[status]
    ]
    return f'<nav class="ita-chips" aria-label="จำนวนมาตรการตามสถานะ">{"".join(chips)}</nav>'


def gauges(view: View, address: Address) -> str:
    """On track, with a target, recorded, with evidence: so many of so many, and the gap."""
    each = "".join(_gauge(view, name, address) for name in GAUGE_WORDS)
    return f'<div class="ita-gauges">{each}</div>'


def _gauge(view: View, name: str, address: Address) -> str:
    count, of = view.gauges[name]
    share = count / of if of else 0
    gap = (
        link_to(address("targets", show=f"without_{name}"), f"ยังขาด {of - count} รายการ")
        if count < of
        else '<span class="ita-quiet">ครบแล้ว</span>'
    )
    return (
        f'<div class="ita-gauge"><span>{GAUGE_WORDS[name]}</span>'
        f"<b>{count} <small>จาก {of} ตัวชี้วัด</small></b>"
        f'<span class="ita-bar"><i style="width:{share * 100:.1f}%"></i></span>{gap}'
        f"{_own_targets(view, address) if name == 'with_target' else ''}</div>"
    )


def _own_targets(view: View, address: Address) -> str:
    caution = from_result(_indicators(view))
    return link_to(address("targets", show="from_result"), caution.words) if caution else ""


def department_lines(view: View, address: Address, most: int = 4) -> str:
    """A line a department, those with something late first: percent, how many late, how many
    silent; the rest folded."""
    if not view.departments:
        return '<p class="ita-empty">ยังไม่มีตัวชี้วัด โปรดนำเข้ารายงานและยืนยันตัวชี้วัด</p>'
    lines = sorted(view.departments, key=lambda line: (-line.late, -line.not_reported))
    rows = [_department_line(view, line, address) for line in lines]
    shown, rest = "".join(rows[:most]), rows[most:]
    more = (
        f"<details><summary>อีก {len(rest)} ส่วนราชการ</summary>"
        f'<ul class="ita-departments">{"".join(rest)}</ul></details>'
    )
    return f'<ul class="ita-departments">{shown}</ul>{more if rest else ""}'


def _department_line(view: View, line: DepartmentLine, address: Address) -> str:
    name = line.department or NO_DEPARTMENT
    where = address("targets", department=line.department or None)
    parts = [f"<b>{LATE_WORDS} {line.late}</b>"] if line.late else []
    parts += [f"ยังไม่รายงาน {line.not_reported}"] if line.not_reported else []
    parts += [f"{line.indicators} ตัวชี้วัด"]
    shown = percent_words(line.percent) if line.percent is not None else "–"
    return (
        f"<li>{link_to(where, escape(name))}{bar(line.percent, view.basis)}<b>{shown}</b>"
        f"<small>{' · '.join(parts)}</small></li>"
    )
