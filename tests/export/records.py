"""Made-up reports for the tests of what leaves the program."""

from datetime import date
from typing import Any

from ita_data.model import Measure, Report
from ita_data.place import Place

PLACE = Place(sheet="แผ่นงาน", row=6)


def measure(number: int = 1, /, **changes: Any) -> Measure:
    """A measure with every column filled."""
    words: dict[str, Any] = {
        "id": f"m{number}",
        "number": number,
        "title": f"มาตรการที่ {number}",
        "steps": "๑. ปลูกต้นไม้\n๒. รดน้ำ",
        "period_text": "1 ต.ค. 68 – 30 ก.ย. 69",
        "start": date(2025, 10, 1),
        "end": date(2026, 9, 30),
        "departments": ("กองช่าง",),
        "departments_text": "กองช่าง",
        "output": "ปลูกแล้ว จำนวน ๓ ต้น",
        "outcome": "ร่มเย็น",
        "place": PLACE,
    }
    return Measure(**(words | changes))


def report(*measures: Measure, **changes: Any) -> Report:
    words: dict[str, Any] = {
        "agency": "เทศบาลตำบลดอนแก้วใส",
        "district": "บ้านสมมติ",
        "province": "ตัวอย่าง",
        "fiscal_year": 2569,
        "measures": measures or (measure(),),
    }
    return Report(**(words | changes))
