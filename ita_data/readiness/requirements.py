"""What the form asks for, said as it should be, and whether it is so: a list, not a score."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ita_data.checks import Outcome
from ita_data.findings import Finding
from ita_data.readiness.observed import Readiness

State = Literal["met", "open", "accepted", "unasked"]
# By the code of the rule that asks.
REQUIREMENTS: Mapping[str, str] = {
    "header-not-found": "มีหัวตารางตามแบบ",
    "no-measures": "มีมาตรการในตาราง",
    "agency-missing": "ระบุชื่อหน่วยงาน",
    "fiscal-year-missing": "ระบุปีงบประมาณ",
    "agency-differs": "ชื่อหน่วยงานตรงกันทุกแห่ง",
    "fiscal-year-differs": "ปีงบประมาณตรงกันทุกแห่ง",
    "column-missing": "มีคอลัมน์ครบตามแบบ",
    "heading-missing": "มีมาตรการครบทุกหัวข้อของแบบ",
    "title-missing": "ทุกมาตรการมีชื่อ",
    "numbers-not-consecutive": "ลำดับที่ต่อเนื่องกัน",
    "number-unread": "ลำดับที่เป็นตัวเลข",
    "number-missing": "ทุกมาตรการมีลำดับที่",
    "cell-empty": "กรอกครบทุกช่อง",
    "department-missing": "ทุกมาตรการมีผู้รับผิดชอบ",
    "departments-unread": "ผู้รับผิดชอบเป็นชื่อส่วนราชการ",
    "period-unreadable": "ระยะเวลามีวันเริ่มต้นและวันสิ้นสุด",
    "period-reversed": "วันเริ่มต้นอยู่ก่อนวันสิ้นสุด",
    "period-outside": "ระยะเวลาอยู่ในปีงบประมาณ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One requirement. `findings` counts what stands against it, accepted or not; `because`
    says why it was not asked ("" otherwise)."""

    code: str
    words: str
    state: State
    findings: int = 0
    because: str = ""


def requirements_of(readiness: Readiness) -> tuple[Requirement, ...]:
    """The requirements of the form, in the order of the rules."""
    still = {one.finding for one in readiness.open}
    return tuple(
        Requirement(
            code=outcome.rule.code,
            words=REQUIREMENTS[outcome.rule.code],
            state=_state(outcome, still),
            findings=len(outcome.findings),
            because=outcome.because,
        )
        for outcome in readiness.outcomes
        if outcome.rule.code in REQUIREMENTS
    )


def _state(outcome: Outcome, still: set[Finding]) -> State:
    if outcome.state == "skipped":
        return "unasked"
    if outcome.state == "pass":
        return "met"
    return "open" if still.intersection(outcome.findings) else "accepted"
