"""The Thai words and number forms that a user sees, one place for pages, figures and exports."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ita_data.findings import Severity
from ita_data.model import Basis, Cadence, Comparison, Decision, Indicator, Measure, Status

STATUS_WORDS: dict[Status, str] = {
    Status.ACHIEVED: "บรรลุเป้าหมาย",
    Status.ON_TRACK: "ตามแผน",
    Status.WATCH: "เฝ้าระวัง",
    Status.BEHIND: "ล่าช้า",
    Status.OVERDUE: "เกินกำหนด",
    Status.NOT_REPORTED: "ยังไม่รายงานผล",
    Status.NOT_DUE: "ยังไม่ถึงกำหนด",
    Status.NO_TARGET: "ไม่มีเป้าหมายเชิงปริมาณ",
}
STATUS_COLOURS: dict[Status, str] = {
    Status.ACHIEVED: "#0B6E4F",
    Status.ON_TRACK: "#1F5FA8",
    Status.WATCH: "#8A5A00",
    Status.BEHIND: "#B4440A",
    Status.OVERDUE: "#A4161A",
    Status.NOT_REPORTED: "#4A5568",
    Status.NOT_DUE: "#5A6779",
    Status.NO_TARGET: "#6B5B95",
}
BASIS_WORDS: dict[Basis, str] = {
    Basis.CLAIMED: "ตามรายงาน",
    Basis.RECORDED: "บันทึกผลแล้ว",
    Basis.EVIDENCED: "มีหลักฐาน",
}
COMPARISON_WORDS: dict[Comparison, str] = {"=": "", ">=": "อย่างน้อย", "<=": "ไม่เกิน"}
DECISION_WORDS: dict[Decision, str] = {
    Decision.PROPOSED: "รอยืนยัน",
    Decision.ACCEPTED: "ยืนยันแล้ว",
    Decision.CORRECTED: "แก้ไขแล้ว",
    Decision.DROPPED: "ไม่ใช้",
    Decision.ADDED: "เพิ่มเอง",
}
NOBODY = "ไม่ระบุผู้รับผิดชอบ"
NO_DEPARTMENT = "ยังไม่ทราบกอง"
# Behind and overdue together; "ล่าช้า" alone is the status of the former.
LATE_WORDS, NOT_LATE = "ล่าช้าและเกินกำหนด", "ไม่มีเรื่องล่าช้าหรือเกินกำหนด"
DECIDE_WORDS = "ต้องตัดสินใจ"  # late, or due and not reported
ON_PLAN_WORDS = "ตามแผนหรือบรรลุแล้ว"
SEVERITY_WORDS: dict[Severity, str] = {
    "error": "ต้องแก้ไข",
    "warning": "ควรตรวจสอบ",
    "advice": "คำแนะนำ",
}
# Units of which a part is something too; of all others only whole ones are.
MEASURED_UNITS = frozenset({
    "ร้อยละ", "คะแนน", "แต้ม", "กิโลเมตร", "กม.", "เมตร", "ตารางเมตร", "ไร่", "กิโลกรัม", "กก.", "กรัม",
    "ตัน", "ลิตร", "ชั่วโมง", "ชม.", "นาที", "บาท",
})  # fmt: skip
TARGET_FROM_RESULT = "เป้าหมายนำมาจากผลที่รายงาน"
FIELD_WORDS: dict[str, str] = {
    "number": "ลำดับที่",
    "title": "มาตรการ/โครงการ/กิจกรรม",
    "steps": "ขั้นตอน/วิธีการปฏิบัติ",
    "period_text": "ระยะเวลาในการดำเนินการ",
    "start": "วันเริ่มต้น",
    "end": "วันสิ้นสุด",
    "departments_text": "ผู้รับผิดชอบ",
    "target": "เป้าหมาย/ตัวชี้วัด",
    "output": "ผลการดำเนินการ (output)",
    "outcome": "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
    "declared_status": "สถานะ",
    "budget_thb": "งบประมาณ (บาท)",
    "evidence": "หลักฐาน",
    "remarks": "หมายเหตุ",
}


def late_and_silent_words(late: int, silent: int, whose: str = "") -> list[str]:
    """How many are late (`whose` beside them), and how many are due with nothing reported. That
    nothing is late is said only where nothing is silent either: nobody knows of that."""
    told = [f"{LATE_WORDS} {late} เรื่อง {whose}".rstrip()] if late else []
    told += [f"{STATUS_WORDS[Status.NOT_REPORTED]} {silent} เรื่องที่ถึงกำหนดแล้ว"] if silent else []
    return told or [NOT_LATE]


def percent_words(share: float | None) -> str:
    """0.996 → "99%", 0.003 → "น้อยกว่า 1%", None → "ยังไม่ทราบ": never a false 0 or 100."""
    if share is None or share != share:
        return "ยังไม่ทราบ"
    if share >= 1:
        return "100%"
    if 0 < share < 0.01:
        return "น้อยกว่า 1%"
    # The small addend undoes 0.29 * 100 = 28.999…
    return f"{min(int(share * 100 + 1e-9), 99)}%"


def number_words(amount: float | None) -> str:
    """1250 → "1,250", 2.5 → "2.5", 0.004 → "น้อยกว่า 0.01", None → "–"."""
    if amount is None or amount != amount:
        return "–"
    if 0 < amount < 0.01:
        return "น้อยกว่า 0.01"
    return f"{amount + 0:,.2f}".rstrip("0").rstrip(".")


def in_unit(amount: float | None, unit: str) -> str:
    """ "3 ครั้ง", "ร้อยละ 88.5", "–"."""
    words = number_words(amount)
    if words == "–":
        return words
    return f"{unit} {words}" if unit == "ร้อยละ" else f"{words} {unit}".strip()


def owed_amount(owed: float | None, indicator: Indicator) -> float | None:
    """What is owed by a day, in whole ones where whole ones are counted: 1.5 meetings are held
    once the second is (docs/adr/0003)."""
    counted = float(indicator.target or 0).is_integer() and indicator.unit not in MEASURED_UNITS
    if owed is None or owed != owed or not counted:
        return owed
    return math.ceil(owed - 1e-9)


def owed_words(owed: float | None, indicator: Indicator) -> str:
    """`owed_amount` with its unit."""
    return in_unit(owed_amount(owed, indicator), indicator.unit)


def cadence_words(cadence: Cadence) -> str:
    """Cadence(every_months=3) → "ทุก 3 เดือน", per_year=2 → "ปีละ 2 ครั้ง"; none: once, by the end."""
    if cadence.every_months:
        return "ทุกเดือน" if cadence.every_months == 1 else f"ทุก {cadence.every_months} เดือน"
    if cadence.every_days:
        return "ทุกสัปดาห์" if cadence.every_days == 7 else f"ทุก {cadence.every_days} วัน"
    if cadence.per_year:
        return f"ปีละ {cadence.per_year} ครั้ง"
    return "ให้ครบภายในวันสิ้นสุด"


def rhythm_words(indicator: Indicator) -> str:
    """`cadence_words` of an indicator; a ceiling is not reached by the end, it holds all along."""
    if indicator.comparison == "<=" and indicator.cadence == Cadence():
        return "ตลอดระยะเวลา"
    return cadence_words(indicator.cadence)


def responsible_words(departments: Sequence[str], said: str, between: str = " ") -> str:
    """The departments in one line; where none was recognised, the file's own words `said`:
    "นิติกร (ยังไม่ทราบกอง)"; "ไม่ระบุผู้รับผิดชอบ" where it says nothing."""
    words = " ".join(said.split())
    if departments:
        return between.join(departments)
    return f"{words} ({NO_DEPARTMENT})" if any(map(str.isalnum, words)) else NOBODY


def target_words(indicator: Indicator) -> str:
    """ "อย่างน้อย 3 ช่องทาง", "ร้อยละ 80", "4 ครั้ง", "ต้องไม่มี (0 เรื่อง)";
    "ไม่มีเป้าหมายเชิงปริมาณ" where there is none."""
    if indicator.target is None:
        return STATUS_WORDS[Status.NO_TARGET]
    counted = in_unit(indicator.target, indicator.unit)
    if indicator.comparison == "<=" and not indicator.target:
        return f"ต้องไม่มี ({counted})"
    return f"{COMPARISON_WORDS[indicator.comparison]} {counted}".strip()


def told_apart(indicators: Iterable[Indicator], measures: Iterable[Measure]) -> dict[str, str]:
    """Each indicator's name by its id, with its measure's number ("3. อบรม"); those that are
    still called the same have their target too ("3. อบรม (5 ครั้ง)")."""
    numbers = {measure.id: measure.number for measure in measures}
    known = list(indicators)
    names = {one.id: _numbered(one.name, numbers.get(one.measure_id)) for one in known}
    often = Counter(names.values())
    return {
        one.id: f"{names[one.id]} ({target_words(one)})"
        if often[names[one.id]] > 1
        else names[one.id]
        for one in known
    }


def _numbered(name: str, number: int | None) -> str:
    words = name or "ไม่มีชื่อตัวชี้วัด"
    return words if number is None else f"{number}. {words}"


class StandingLine(Protocol):
    """Where an indicator stands: what was achieved on each basis (None: no result), what should
    be there by now, what is there in the end."""

    @property
    def indicator(self) -> Indicator: ...
    @property
    def achieved(self) -> Mapping[Basis, float | None]: ...
    @property
    def expected(self) -> float | None: ...
    @property
    def target(self) -> float | None: ...


def waits_for(line: StandingLine, basis: Basis) -> str:
    """What an indicator that is late is missing on a basis."""
    unit = line.indicator.unit
    done, claimed = line.achieved.get(basis), line.achieved.get(Basis.CLAIMED)
    if done is None:
        if basis is Basis.EVIDENCED and line.achieved.get(Basis.RECORDED) is not None:
            return "รอแนบหลักฐาน"
        if claimed is not None:
            return f"รอบันทึกผล (รายงานแจ้งว่าทำแล้ว {in_unit(claimed, unit)})"
        return "รอรายงานผล"
    if line.indicator.comparison == "<=":
        return f"มีแล้ว {in_unit(done, unit)} จากที่กำหนดว่า{target_words(line.indicator)}"
    owed = line.expected if line.expected is not None else line.target
    return f"ทำแล้ว {in_unit(done, unit)} จากที่ควรได้ {owed_words(owed, line.indicator)}"
