"""Short reports of an invented agency, for the examples of rules and their tests."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from ita_data.checks.rule import Case
from ita_data.findings import Finding, Severity
from ita_data.model import (
    RESULT_COLUMNS,
    Actual,
    Basis,
    Evidence,
    Field,
    Indicator,
    LastYear,
    LinkCheck,
    LinkState,
    Measure,
    Report,
    TrackedReport,
)
from ita_data.place import Place
from ita_data.quantities import find_quantities
from ita_data.settings import CheckSettings, Settings

SHEET = "รายงาน"
YEAR = 2568
START, END = date(2024, 10, 1), date(2025, 9, 30)
HEADINGS = {1: "กระบวนการปฏิบัติงานที่โปร่งใส", 2: "การให้บริการ", 3: "การใช้ทรัพย์สินของราชการ"}
COLUMNS: tuple[Field, ...] = (
    "number", "title", "steps", "period_text", "departments_text", "output", "outcome", "evidence",
)  # fmt: skip
FIRST_ROW = 5
LEVELS = Settings().level_units
PROOF = Evidence(address="https://www.donkaewsai.example/ita/1")


def a_measure(number: int | None = 1, **said: Any) -> Measure:
    """A faultless measure, but for what is said; its cells stand in row 4 + number."""
    row = FIRST_ROW - 1 + (number or 1)
    values: dict[str, Any] = {
        "id": f"m{number}",
        "number": number,
        "title": f"มาตรการพัฒนางานด้านที่ {number}",
        "steps": "ชี้แจงแนวทางแก่พนักงานทุกคนก่อนเริ่มงาน",
        "period_text": "1 ต.ค. 67 - 30 ก.ย. 68",
        "start": START,
        "end": END,
        "departments": ("สำนักปลัด",),
        "departments_text": "สำนักปลัด",
        "output": f"ลงพื้นที่ชุมชนแห่งที่ {number} จำนวน 1 ครั้ง",
        "outcome": "ผู้มาติดต่อใช้เวลารอสั้นลง",
        "evidence": (PROOF,),
        "place": Place(sheet=SHEET, row=row),
    }
    values |= said
    values.setdefault("quantities", _quantities(values))
    values.setdefault("cells", _cells(values, row))
    return Measure(**values)


def a_report(
    *measures: Measure,
    reading: Sequence[Finding] = (),
    headings: dict[int, str] | None = None,
    indicators: Sequence[Indicator] = (),
    actuals: Sequence[Actual] = (),
    last_year: Sequence[LastYear] = (),
    settings: CheckSettings | None = None,
    unreported: Mapping[str, date] | None = None,
    links: Sequence[LinkCheck] = (),
    **report: Any,
) -> Case:
    """A report of these measures, with what was observed at its reading."""
    said = {"agency": "เทศบาลตำบลดอนแก้วใส", "district": "บ้านสมมติ", "province": "ตัวอย่าง"}
    values = {**said, "fiscal_year": YEAR, "measures": measures, **report}
    return Case(
        tracked=TrackedReport(
            report=Report(**values),
            indicators=tuple(indicators),
            actuals=tuple(actuals),
            last_year=tuple(last_year),
        ),
        reading=tuple(reading),
        headings=headings or {},
        settings=settings or CheckSettings(),
        links={check.address: check for check in links},
        unreported=unreported,
    )


def observed(
    code: str, message: str, severity: Severity = "warning", measure_id: str | None = None
) -> Finding:
    """A finding of the reading."""
    place = Place(sheet=SHEET, row=FIRST_ROW, column=3)
    return Finding(
        code=code,
        severity=severity,
        message=message,
        advice="โปรดตรวจสอบเอกสารต้นฉบับ",
        place=place,
        measure_id=measure_id,
    )


def an_indicator(number: int = 1, **said: Any) -> Indicator:
    """An indicator of measure m1: a meeting, four times."""
    values = {"measure_id": "m1", "name": "จัดประชุม", "target": 4, "unit": "ครั้ง", **said}
    return Indicator(id=f"i{number}", **values)


def a_result(number: int = 1, **said: Any) -> Actual:
    """A recorded result of indicator i1 without evidence, once."""
    values = {"amount": 1, "on": date(2025, 1, 31), "basis": Basis.RECORDED, **said}
    return Actual(id=f"a{number}", indicator_id=f"i{number}", **values)


def a_look(state: LinkState = LinkState.PUBLIC, **said: Any) -> LinkCheck:
    """What was seen at the usual proof on 22 Nov 2025."""
    values = {"address": PROOF.address, "at": datetime(2025, 11, 22, 9, 30, tzinfo=UTC), **said}
    return LinkCheck(state=state, **values)


def _quantities(values: dict[str, Any]) -> tuple[Any, ...]:
    columns: tuple[Field, ...] = ("steps", "target", *RESULT_COLUMNS)
    return tuple(
        quantity
        for column in columns
        for quantity in find_quantities(values.get(column, ""), column, level_units=LEVELS)
    )


def _cells(values: dict[str, Any], row: int) -> dict[str, tuple[Place, ...]]:
    return {
        name: (Place(sheet=SHEET, row=row, column=at),)
        for at, name in enumerate(COLUMNS, start=1)
        if values.get(name)
    }
