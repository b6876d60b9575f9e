"""An invented agency's tracked report, with every status on 30 June 2026, for pages and figures."""

from datetime import date
from typing import Any

from ita_data.model import (
    Actual,
    Basis,
    Cadence,
    Decision,
    Evidence,
    Indicator,
    Measure,
    Report,
    Source,
    TrackedReport,
)
from ita_data.place import Place

AS_OF = date(2026, 6, 30)
AGENCY = "เทศบาลตำบลทุ่งทดลอง"
YEAR = (date(2025, 10, 1), date(2026, 9, 30))
QUARTERLY, MONTHLY = Cadence(every_months=3), Cadence(every_months=1)
TITLES = (
    "จัดทำคู่มือการให้บริการประชาชน",
    "เปิดช่องทางรับคำร้องทางอินเทอร์เน็ต",
    "เผยแพร่ข่าวสารของเทศบาล",
    "ตรวจสอบทรัพย์สินของทางราชการ",
    "เปิดเผยการจัดซื้อจัดจ้าง",
    "อบรมคุณธรรมพนักงาน",
    "แผนป้องกันการทุจริต",
)
DEPARTMENTS = (
    ("สำนักปลัด", "กองช่าง"), ("สำนักปลัด",), ("สำนักปลัด",), ("กองคลัง",), ("กองคลัง",),
    ("กองการศึกษา",), ("หน่วยตรวจสอบภายใน",),
)  # fmt: skip


def measure(number: int, **others: Any) -> Measure:
    row = number + 4
    return Measure(
        **{
            "id": f"m{number}",
            "number": number,
            "title": TITLES[number - 1],
            "topic": number,
            "steps": f"๑. ทำงานของมาตรการที่ {number} จำนวน ๔ ครั้ง\n๒. สรุปผลให้ผู้บริหารทราบ",
            "period_text": "๑ ตุลาคม ๒๕๖๘ ถึง ๓๐ กันยายน ๒๕๖๙",
            "start": YEAR[0],
            "end": YEAR[1],
            "departments": DEPARTMENTS[number - 1],
            "departments_text": " ".join(DEPARTMENTS[number - 1]),
            "output": f"ทำงานของมาตรการที่ {number} แล้ว",
            "outcome": "ประชาชนได้รับความสะดวก",
            "place": Place(sheet="รายงาน", row=row),
            "cells": {"steps": (Place(sheet="รายงาน", row=row, column=3),)},
        }
        | others
    )


def indicator(id: str, name: str, target: float | None, unit: str, **others: Any) -> Indicator:
    number = id[1]
    source = Source(column="steps", text="จำนวน ๔ ครั้ง", start=24, end=37)
    defaults = {
        "measure_id": f"m{number}",
        "source": source,
        "target_from": "steps",
        "decision": Decision.ACCEPTED,
    }
    return Indicator(id=id, name=name, target=target, unit=unit, **(defaults | others))


INDICATORS = (
    indicator("i1a", "คู่มือการให้บริการ", 6, "เล่ม"),
    indicator("i1b", "ประชุมทบทวนคู่มือ", 4, "ครั้ง", cadence=QUARTERLY),
    indicator("i2a", "บริการที่ยื่นทางอินเทอร์เน็ตได้", 5, "บริการ", comparison=">="),
    indicator("i2b", "ตรวจสอบหน้าเว็บ", 12, "ครั้ง", cadence=MONTHLY),
    indicator("i3a", "จดหมายข่าว", 4, "ฉบับ", cadence=QUARTERLY),
    indicator("i4a", "ตรวจนับพัสดุ", 3, "ครั้ง"),
    indicator("i5a", "สรุปผลการจัดซื้อจัดจ้าง", 12, "ครั้ง", cadence=MONTHLY),
    indicator("i5b", "รายงานการใช้จ่าย", 2, "ครั้ง", cadence=Cadence(per_year=2)),
    indicator("i6a", "อบรมคุณธรรม", 6, "ครั้ง", cadence=Cadence(every_months=2)),
    indicator("i6b", "การปฏิบัติตามประมวลจริยธรรม", None, ""),
    indicator("i7a", "แผนป้องกันการทุจริต", 1, "แผน"),
)


def result(id: str, indicator_id: str, amount: float, on: date, proven: bool = True) -> Actual:
    address = f"https://www.thungthotlong.example/{id}"
    return Actual(
        id=id,
        indicator_id=indicator_id,
        amount=amount,
        basis=Basis.RECORDED,
        on=on,
        evidence=(Evidence(address=address),) if proven else (),
        recorded_by="สมหญิง ทดลองดี",
    )


ACTUALS = (
    Actual(id="c1", indicator_id="i1a", amount=6, basis=Basis.CLAIMED),
    result("a1", "i1a", 6, date(2026, 2, 16)),
    result("a2", "i1b", 3, date(2026, 6, 25), proven=False),
    result("a3", "i2a", 5, date(2026, 1, 20)),
    result("a4", "i2b", 8, date(2026, 6, 10)),
    result("a5", "i3a", 2, date(2026, 3, 2)),
    result("a6", "i4a", 2, date(2026, 3, 5)),
    result("a7", "i5a", 4, date(2026, 2, 27), proven=False),
    result("a8", "i6a", 4, date(2026, 5, 29)),
)


def tracked(**report: Any) -> TrackedReport:
    """The report, with any field of it changed."""
    measures = tuple(measure(number) for number in range(1, 8))
    fourth = measure(4, end=date(2026, 3, 31), period_text="ต.ค. 68 - มี.ค. 69")
    fields = {
        "agency": AGENCY,
        "district": "บ้านสมมติ",
        "province": "ตัวอย่าง",
        "fiscal_year": 2569,
        "measures": (*measures[:3], fourth, *measures[4:]),
    }
    return TrackedReport(report=Report(**(fields | report)), indicators=INDICATORS, actuals=ACTUALS)
