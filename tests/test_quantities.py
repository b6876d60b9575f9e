"""Quantities: every wording read, every trap left alone, spans on exactly the file's words."""

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model import Cadence, Quantity
from ita_data.quantities import (
    budget_in_prose,
    clause_of,
    find_budget_thb,
    find_quantities,
    find_zero_promises,
)
from ita_data.thai import to_thai_digits

COLUMNS = ("steps", "output", "outcome")
MONTHLY, QUARTERLY, HALF_YEARLY = (Cadence(every_months=n) for n in (1, 3, 6))
WEEKLY = Cadence(every_days=7)


def read(text: str) -> list[tuple[str, Any, str, str, Cadence, Any]]:
    """Each quantity as (words, amount, unit, comparison, cadence, annual target)."""
    return [
        (q.text, q.amount, q.unit, q.comparison, q.cadence, q.annual_target)
        for q in find_quantities(text, "output")
    ]


@pytest.mark.parametrize(
    ("text", "amount", "unit", "comparison"),
    [
        ("จำนวน ๗ คู่มือ", 7, "คู่มือ", "="),
        ("๓ เล่ม", 3, "เล่ม", "="),
        ("ทั้ง ๓ ช่องทาง", 3, "ช่องทาง", "="),
        ("45 คน", 45, "คน", "="),
        ("๒ ภาษา", 2, "ภาษา", "="),
        ("4 ภาค", 4, "ภาค", "="),
        ("ไม่เกิน 150 ลิตร", 150, "ลิตร", "<="),
        ("11 ข้อเสนอ", 11, "ข้อเสนอ", "="),
        ("อย่างน้อย 2 ประเด็นความเสี่ยง", 2, "ประเด็นความเสี่ยง", ">="),
        ("1,250 ราย", 1250, "ราย", "="),
        ("อย่าง น้อย ๓ ช่องทาง", 3, "ช่องทาง", ">="),
        ("ไม่น้อยกว่า 20 คน", 20, "คน", ">="),
        ("ไม่ต่ำกว่า 4 ครั้ง", 4, "ครั้ง", ">="),
        ("จำนวนไม่น้อยกว่า 4 ครั้ง", 4, "ครั้ง", ">="),
        ("ตั้งแต่ 3 ครั้งขึ้นไป", 3, "ครั้ง", ">="),
        ("3-5 ครั้ง", 3, "ครั้ง", ">="),
        ("ไม่เกิน 2 ครั้ง", 2, "ครั้ง", "<="),
        ("ไม่มากกว่า 2 เรื่อง", 2, "เรื่อง", "<="),
        ("0 เรื่อง", 0, "เรื่อง", "<="),
        ("จำนวน 0 ราย", 0, "ราย", "<="),
        ("ร้อยละ 80", 80, "ร้อยละ", "="),
        ("ร้อยละ ๘๗.๕", 87.5, "ร้อยละ", "="),
        ("80%", 80, "ร้อยละ", "="),
        ("80 %", 80, "ร้อยละ", "="),
        ("80 เปอร์เซ็นต์", 80, "ร้อยละ", "="),
        ("ไม่น้อยกว่า ๙๕%", 95, "ร้อยละ", ">="),
        ("ไม่น้อยกว่าร้อยละ 80", 80, "ร้อยละ", ">="),
        ("ร้อยละ 80 ขึ้นไป", 80, "ร้อยละ", ">="),
        ("สองเล่ม", 2, "เล่ม", "="),
        ("หนึ่งครั้ง", 1, "ครั้ง", "="),
        ("ทั้งสองช่องทาง", 2, "ช่องทาง", "="),
        ("๓ (สาม) เล่ม", 3, "เล่ม", "="),
        ("จำนวน 7 เล่ม (เจ็ดเล่ม)", 7, "เล่ม", "="),
        ("จำนวน 12 ปฏิทิน", 12, "ปฏิทิน", "="),
        ("ไม่น้อยกว่า 6 ชั่วโมง", 6, "ชั่วโมง", ">="),
        ("จำนวนทั้งสิ้น 12 ครั้ง", 12, "ครั้ง", "="),
        ("๒๕0 ชุด", 250, "ชุด", "="),
        ("100 เปอร์เซ็น", 100, "ร้อยละ", "="),
        ("≥ 85%", 85, "ร้อยละ", ">="),
        ("<= 2 เรื่อง", 2, "เรื่อง", "<="),
        ("๘ ผืน", 8, "ผืน", "="),
        ("12 หอผู้ป่วย", 12, "หอผู้ป่วย", "="),
        ("ห้าห้องเรียน", 5, "ห้องเรียน", "="),
        ("2,315 ใบสั่ง", 2315, "ใบสั่ง", "="),
        ("5 กลุ่มงาน", 5, "กลุ่มงาน", "="),
        ("๑, ๒๕๐ แผ่น", 1250, "แผ่น", "="),
        ("ร้อยละแปดสิบ", 80, "ร้อยละ", "="),
        ("จำนวน ยี่สิบห้า คน", 25, "คน", "="),
        ("สามสิบเอ็ดคน", 31, "คน", "="),
        ("หนึ่งร้อยยี่สิบคน", 120, "คน", "="),
        ("ห้าพันสองร้อยใบ", 5200, "ใบ", "="),
        ("5 หมื่นใบ", 50000, "ใบ", "="),
        ("1.5 ล้านคน", 1500000, "คน", "="),
        ("3-5 พันคน", 3000, "คน", ">="),
    ],
)
def test_amounts(text: str, amount: float, unit: str, comparison: str) -> None:
    assert read(text) == [(text, amount, unit, comparison, Cadence(), amount)]


@pytest.mark.parametrize(
    ("text", "amount", "comparison", "cadence", "annual"),
    [
        ("ปีละ ๓ ครั้ง", 3, "=", Cadence(per_year=3), 3),
        ("๑ ครั้ง/ปี", 1, "=", Cadence(per_year=1), 1),
        ("3 ครั้งต่อปี", 3, "=", Cadence(per_year=3), 3),
        ("อย่างน้อยปีละ 1 ครั้ง", 1, ">=", Cadence(per_year=1), 1),
        ("ทุกๆ ๓ เดือน", None, "=", QUARTERLY, 4),
        ("ทุก ๆ ๓ เดือน", None, "=", QUARTERLY, 4),
        ("รอบ ๖ เดือน", None, "=", HALF_YEARLY, 2),
        ("รอบ 6 เดือน และ 12 เดือน", None, "=", HALF_YEARLY, 2),
        ("ราย 3 เดือน", None, "=", QUARTERLY, 4),
        ("6 เดือน/ครั้ง", None, "=", HALF_YEARLY, 2),
        ("อย่างน้อยทุก 3 เดือน", None, ">=", QUARTERLY, 4),
        ("ไม่น้อยกว่า 6 เดือนต่อ 1 ครั้ง", None, ">=", HALF_YEARLY, 2),
        ("เดือนละ 1 ครั้ง", 1, "=", MONTHLY, 12),
        ("เดือนละครั้ง", 1, "=", MONTHLY, 12),
        ("2 ครั้ง/เดือน", 2, "=", MONTHLY, 24),
        ("ทุกเดือน", None, "=", MONTHLY, 12),
        ("รายเดือน", None, "=", MONTHLY, 12),
        ("เป็นประจำทุกเดือน", None, "=", MONTHLY, 12),
        ("ไตรมาสละ 2 ครั้ง", 2, "=", QUARTERLY, 8),
        ("ทุกไตรมาส", None, "=", QUARTERLY, 4),
        ("รายไตรมาส", None, "=", QUARTERLY, 4),
        ("สัปดาห์ละ 1 ครั้ง", 1, "=", WEEKLY, 52),
        ("สัปดาห์ละไม่น้อยกว่า 2 ครั้ง", 2, ">=", WEEKLY, 104),
        ("ทุกสัปดาห์", None, "=", WEEKLY, 52),
        ("ทุกวันศุกร์", None, "=", WEEKLY, 52),
        ("ทุกเดือน ๆ ละ ๒ ครั้ง", 2, "=", MONTHLY, 24),
        ("ไตรมาสๆ ละ 1 ครั้ง", 1, "=", QUARTERLY, 4),
        ("2 สัปดาห์ต่อครั้ง", None, "=", Cadence(every_days=14), 26),
        ("สองเดือนครั้ง", None, "=", Cadence(every_months=2), 6),
        ("ทุกวันพฤหัสบดี", None, "=", WEEKLY, 52),
        ("ทุกวันจันทร์แรกของเดือน", None, "=", MONTHLY, 12),
        ("ทุก 2 สัปดาห์", None, "=", Cadence(every_days=14), 26),
        ("อย่างน้อยเดือนละ 2 ครั้ง", 2, ">=", MONTHLY, 24),
        ("จำนวน 4 ครั้ง (ไตรมาสละ 1 ครั้ง)", 1, "=", QUARTERLY, 4),
        ("2 ครั้ง ทุก 6 เดือน", 1, "=", HALF_YEARLY, 2),
        ("1 ครั้ง ทุก 3 เดือน", 1, "=", QUARTERLY, 4),
        ("เดือนละ ๑ ครั้ง รวม ๑๒ ครั้ง", 1, "=", MONTHLY, 12),
        ("ทุกเดือน เดือนละ 2 ครั้ง", 2, "=", MONTHLY, 24),
        ("ปีละ 2 ครั้ง (ทุก 6 เดือน)", 2, "=", Cadence(per_year=2), 2),
    ],
)
def test_cadences(
    text: str, amount: float | None, comparison: str, cadence: Cadence, annual: float
) -> None:
    assert read(text) == [(text, amount, "ครั้ง", comparison, cadence, annual)]


@pytest.mark.parametrize(
    "text",
    [
        "๑.จัดทำ ๒.คู่มือ 3) เรื่อง (4) แผน - ข้อ",
        "1.1 แผนงาน",
        "3 โครงการอบรมคุณธรรม",
        "2 รายงานผลการดำเนินงาน",
        "พ.ร.บ. พ.ศ. 2540 เรื่องข้อมูลข่าวสาร",
        "ปี 2568 เรื่อง",
        "ประกาศแผน ๒๕๖๖-๒๕๗๐ ฉบับปรับปรุง",
        "มาตรา 7 เรื่อง",
        "ม.3 ราย",
        "ข้อ 2 เรื่อง",
        "ประมวลจริยธรรม หมวด ๒ ข้อ ๕",
        "มาตรา 9 วรรค 2 เรื่อง",
        "หมู่ที่ 1-9 ครัวเรือน",
        "หมู่ 4 ตำบลตัวอย่าง",
        "ครั้งที่ 13/2567 เรื่อง",
        "ประชุมครั้งที่ 1 ครั้งที่ 2",
        "ฉบับที่ 2 เรื่อง",
        "คำสั่งที่ 215/2567 เรื่อง แต่งตั้ง",
        "ที่ ว 1234 เรื่อง",
        "ลงวันที่ 1 ม.ค. 2568 เรื่อง นโยบาย",
        "1 ม.ค. 68 เรื่อง นโยบาย",
        "เวลา 09.00 น.",
        "08.30-16.30 น.",
        "โทร. 0 4300 0000 ราย",
        "โทร 043-000000 คน",
        "สายตรงนายก 08 1234 5678 ตู้ ปณ. 12",
        "เมื่อเปิดรอบ ๑ เม.ย. - ๓๐ ก.ย.",
        "ประเมินตามหนังสือ ที่ ศธ 0206.7/ว 19 ประเมิน",
        "ใช้ตั้งแต่ ๑ พฤศจิกายน ๒๕๖๘",
        "ISO 9001 ฉบับ",
        "ISO 9001:2015 ฉบับ",
        "O25 รายการ",
        "ITA 2568 เรื่อง",
        "สขร.1 รายการ",
        "ขนาด 5,000 วัตต์",
        "งบ 20,000 บาท",
        "จำนวน 1.5 ล้านบาท",
        "ภายใน 15 วัน",
        "ไม่เกิน 15 วัน",
        "ล่วงหน้าไม่น้อยกว่า 3 วัน",
        "อายุ 60 ปี",
        "แผนพัฒนา 5 ปี",
        "ระยะเวลา 6 เดือน",
        "รอบ 6 เดือนแรก",
        "ทุกวัน",
        "ทุกเดือนตุลาคม",
        "ระดับ 3 คน",
        "หน้า 5 เรื่อง",
        "ภาษีมูลค่าเพิ่ม 7%",
        "หักภาษี ณ ที่จ่ายร้อยละ 1",
        "โครงการหนึ่งตำบลหนึ่งผลิตภัณฑ์",
        "คนละ 1 เล่ม",
        "1 เล่ม/คน",
        "การสื่อสารสองทางที่สามารถเข้าถึง",
        "ไม่มีเรื่องร้องเรียน",
        "(ภาคผนวก 2 หน้า 15)",
        "",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("แจ้งบุคลากร ทุกๆ ๓ เดือน ๔. มีการอบรม", ["ทุกๆ ๓ เดือน"]),
        ("จัดทำแผน ๑ ครั้ง/ปี ๒. จัดทำคู่มือ", ["๑ ครั้ง/ปี"]),
        ("แจ้งผล 1. 5 หมู่บ้าน", ["5 หมู่บ้าน"]),
        ("ผ่าน ๒ ช่องทาง ๓ ครั้ง", ["๒ ช่องทาง", "๓ ครั้ง"]),
        ("จำนวน ๒ ช่องทาง ประชาชนรับทราบ", ["จำนวน ๒ ช่องทาง"]),
        ("อบรมเจ้าหน้าที่ 45 คน คิดเป็นร้อยละ 90", ["45 คน", "ร้อยละ 90"]),
        ("บุคลากรภายใน 45 คน", ["45 คน"]),
        ("รายงานความก้าวหน้า 3 ครั้ง", ["3 ครั้ง"]),
        ("ทางเพจ Facebook 2 ช่องทาง", ["2 ช่องทาง"]),
        ("จำนวน 3 ครั้ง (ไตรมาสละ 1 ครั้ง)", ["จำนวน 3 ครั้ง", "ไตรมาสละ 1 ครั้ง"]),
        ("ปี 2568 จัดอบรม 2 ครั้ง", ["2 ครั้ง"]),
        ("อบรม 5 คน/ปี งบประมาณ 25,000 บาท", ["5 คน/ปี"]),
        ("บริการ 4 เรื่อง ร้องเรียนทุจริต 1 เรื่อง", ["4 เรื่อง", "1 เรื่อง"]),
        ("พบความเสี่ยงระดับสูง 1 เรื่อง", ["1 เรื่อง"]),
        ("ทุกวันจันทร์ และจัดทำวีดิทัศน์", ["ทุกวันจันทร์"]),
        ("เปิดทุกวันจันทร์ - ศุกร์", []),
        ("เด็กอายุ 3-5 ปี จำนวน 60 คน", ["จำนวน 60 คน"]),
        ("พนักงานมีคะแนนเฉลี่ย 4.52", ["คะแนนเฉลี่ย 4.52"]),
        ("คะแนนเฉลี่ย 4.52 คะแนน จากคะแนนเต็ม 5", ["4.52 คะแนน"]),
        ("ได้คะแนน 4 ด้าน", ["4 ด้าน"]),
        ("ได้คะแนนไม่น้อยกว่าร้อยละ 60", ["ไม่น้อยกว่าร้อยละ 60"]),
        ("พบยาหมดอายุ 3 รายการ", ["3 รายการ"]),
        ("กรรมการอย่างน้อย 3 คนต่อวัน", ["อย่างน้อย 3 คน"]),
        ("เปิดบริการสัปดาห์ละ ๒ วัน", ["สัปดาห์ละ ๒ วัน"]),
        ("ณ ห้องประชุมชั้น 2 อาคารเรียน", []),
        ("ติดประกาศ จำนวน ๑๔ งานบริการ", ["จำนวน ๑๔ งานบริการ"]),
        ("ปี 2566-2,570 คน ของปี 2567-2570ล้าน", []),
        ("จัดทำพันธกิจ 2 พันธกิจ", ["2 พันธกิจ"]),
        ("รายงานรอบ 6 เดือน และรอบ 12 เดือน", ["รอบ 6 เดือน", "รอบ 12 เดือน"]),
        ("รอบ 6 เดือนแรก และรอบ 6 เดือนหลัง", ["รอบ 6 เดือนแรก และรอบ 6 เดือนหลัง"]),
        ("จัดทำ รวม 14 คู่มือ แจกทั้งหมด 810 ราย", ["14 คู่มือ", "810 ราย"]),
        ("รวมจำนวน 12 ชุด รวมร้อยละ 97", ["จำนวน 12 ชุด", "ร้อยละ 97"]),
        ("ขอยืมพัสดุ จำนวน 77 ราย ได้แก่ เต็นท์ 30 ราย รับคืนแล้ว", ["จำนวน 77 ราย", "30 ราย"]),
        ("แบบสำรวจ 3 หมวด 24 ข้อ", ["3 หมวด", "24 ข้อ"]),
        ("ทบทวนครบทุกหมวด 5 หมวด", ["5 หมวด"]),
        ("บริการเคลื่อนที่ 12 ครั้ง", ["12 ครั้ง"]),
        ("ตรวจครบทั้ง 5 ตลาด", ["ทั้ง 5 ตลาด"]),
        ("อบรม 1 รุ่น ระยะเวลา ๖ ชั่วโมง", ["1 รุ่น", "๖ ชั่วโมง"]),
        ("อบรมการใช้ระบบที่ให้บริการตลอด 24 ชั่วโมง", []),
        ("ตอบแบบสำรวจ IIT ๑๓๒ คน", ["๑๓๒ คน"]),
        ("รายงานผลการประเมิน ITA ๑ ฉบับ ตามข้อ O43 รายงานผล", ["๑ ฉบับ"]),
        ("แจ้งประกาศ MOIT 9 แผนงาน", []),
        ("ผู้จองต๊ะยามผ่านแอป 1,356 ต๊ะยาม", ["1,356 ต๊ะยาม"]),
        ("เปลี่ยนหลอดไฟส่องสว่าง 250 วัตต์ ตามเขตไฟ 12 วัตต์", []),
        ("ครบทั้ง 16 สำนักงาน", ["ทั้ง 16 สำนักงาน"]),
        ("จัดเก็บภาษีได้ไม่น้อยกว่าร้อยละ 95", ["ไม่น้อยกว่าร้อยละ 95"]),
        ("ผู้เสียภาษีพึงพอใจร้อยละ 90", ["ร้อยละ 90"]),
        ("ได้คะแนน ITA 92.35 คะแนน", ["92.35 คะแนน"]),
        ("อบรมหนึ่งครั้ง ประชุมหนึ่งครั้ง", ["หนึ่งครั้ง", "หนึ่งครั้ง"]),
    ],
)
def test_words_end_where_the_quantity_ends(text: str, words: list[str]) -> None:
    assert [q.text for q in find_quantities(text, "output")] == words


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("กำหนดให้มีผู้รับผิดชอบจำนวน ๓ ท่าน", True),
        ("แต่งตั้งคณะทำงาน จำนวน 5 คน", True),
        ("อบรม 45 คน", False),
        ("ผู้รับผิดชอบเข้าอบรม จำนวน 3 คน", False),
        ("ร้อยละ 80", True),
        ("ทั้ง 3 ช่องทาง", True),
        ("3 เล่ม", False),
    ],
)
def test_levels_are_not_summed(text: str, level: bool) -> None:
    assert [q.level for q in find_quantities(text, "output")] == [level]


def test_level_units_are_a_setting() -> None:
    quantities = find_quantities("ทั้ง 3 ช่องทาง 2 เล่ม", "steps", level_units=frozenset({"เล่ม"}))
    assert [(q.unit, q.level, q.column) for q in quantities] == [
        ("ช่องทาง", False, "steps"),
        ("เล่ม", True, "steps"),
    ]


def test_the_real_report_exactly(seed_gold: dict[str, Any]) -> None:
    found = [
        [as_gold(q) for c in COLUMNS for q in find_quantities(measure[c], c)]  # type: ignore[arg-type]
        for measure in seed_gold["measures"]
    ]
    assert found == [measure["quantities"] for measure in seed_gold["measures"]]


def as_gold(quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text,
        "column": quantity.column,
        "amount": quantity.amount,
        "unit": quantity.unit,
        "comparison": quantity.comparison,
        "every_months": quantity.cadence.every_months,
        "per_year": quantity.cadence.per_year,
        "annual_target": quantity.annual_target,
    }


NOISE = st.sampled_from(
    ("", "จัดกิจกรรมส่งเสริมคุณธรรม ", "เผยแพร่ให้ทราบ\n", "ตามแผน (ถ้ามี) ", "๒. มีการดำเนินการ ")
)
TAIL = st.sampled_from(("", " และรายงานผล", " ๓. จัดทำประกาศ", "\nเพื่อให้ทราบทั่วกัน", ", เสนอนายก"))
BEFORE = st.sampled_from(("", "จำนวน", "อย่างน้อย", "ไม่น้อยกว่า", "ไม่เกิน", "ทั้ง", "ปีละ", "เดือนละ"))


@given(NOISE, BEFORE, st.integers(1, 39), st.sampled_from(("ครั้ง", "เล่ม", "คน")), TAIL, st.data())
def test_any_quantity_is_found_on_exactly_its_words(
    noise: str, before: str, n: int, unit: str, tail: str, data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from((str(n), to_thai_digits(str(n)))))
    gaps = st.sampled_from(("", "", " ", "\u00a0", "\n", "\u200b"))
    words = before + "".join(data.draw(gaps) for _ in before[:1]) + number
    words += "".join(data.draw(gaps) + letter for letter in unit)
    text = f"{noise}{words}{tail}"
    (quantity,) = find_quantities(text, "output")
    assert text[quantity.start : quantity.end] == quantity.text == words
    assert (quantity.amount, quantity.unit) == (n, unit)


@given(st.text(alphabet="จำนวนครั้งทุกเดือนปีละ๑๒34/,.()-% \nก", max_size=80))
def test_spans_are_in_order_and_never_overlap(text: str) -> None:
    found = find_quantities(text, "output")
    assert all(text[q.start : q.end] == q.text != "" for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["อบรม 45 คน ", "1 ", "จำนวน", "ไม่น้อยกว่า", "1,000,", "ทุกๆ", "๒."])
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    small, large = (piece * n for n in (200, 800))
    few = calls_of(lambda: find_quantities(small, "output"))
    many = calls_of(lambda: find_quantities(large, "output"))
    assert many <= 4.5 * few + 100


def calls_of(work: Callable[[], object]) -> int:
    count = 0

    def counting(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def name_of(text: str) -> str:
    quantity = find_quantities(text, "output")[-1]
    return clause_of(text, quantity.start, quantity.end)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("๑. จัดทำแผนการบริหารทรัพยากร\nบุคคล ๑ ครั้ง/ปี", "จัดทำแผนการบริหารทรัพยากร บุคคล"),
        ("๑. จัดทำแผน ๑ ครั้ง/ปี ๒.จัดทำคู่มือให้ จำนวน ๓ เล่ม", "จัดทำคู่มือ"),
        ("- ปรับปรุงข้อมูล ทั้ง ๓ ช่องทาง ของหน่วยงาน", "ปรับปรุงข้อมูล"),
        ("จัดอบรมคุณธรรม 2 ครั้ง ผู้เข้าร่วม 45 คน", "ผู้เข้าร่วม"),
        ("จัดอบรมคุณธรรม 2 ครั้ง จำนวน 45 คน", "จัดอบรมคุณธรรม"),
        ("จัดประชุม ทุกเดือน และอบรม จำนวน 3 ครั้ง", "อบรม"),
        ("จัดทำคู่มือ 3 เล่ม รวมทั้งแจก 100 ชุด", "แจก"),
        ("เผยแพร่ทุกเดือน รวม ๑๒ ครั้ง\nตรวจไตรมาสละ ๑ ครั้ง", "ตรวจ"),
        ("จัดอบรมคุณธรรม 2 ครั้ง และมี 45 คน", "จัดอบรมคุณธรรม"),
        ("๒ ครั้ง ประชุมคณะทำงาน", "ประชุมคณะทำงาน"),
        ("2 ครั้ง", ""),
    ],
)
def test_name_of_what_is_counted(text: str, name: str) -> None:
    assert name_of(text) == name


def test_long_names_are_cut_where_it_reads_well() -> None:
    item = "๖.เผยแพร่ผลวิเคราะห์มาตรการความโปร่งใส " + "และรายงานผลให้บุคลากร ภายในรับทราบ " * 3
    assert name_of(item + "๑ ครั้ง/ปี").startswith("เผยแพร่ผลวิเคราะห์มาตรการความโปร่งใส และ")
    assert name_of(item + "๑ ครั้ง/ปี").endswith("…")
    prose = "ให้เจ้าหน้าที่ทบทวนขั้นตอนการให้บริการของงานต่างๆ " * 3 + "และเผยแพร่คู่มือการให้บริการ จำนวน ๗ คู่มือ"
    assert name_of(prose) == "เผยแพร่คู่มือการให้บริการ"
    assert all(len(name_of(text)) <= 80 for text in (item + "๑ ครั้ง/ปี", prose))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("หน่วยงานไม่มี เรื่องร้องเรียน การทุจริตในการทำงาน", ["ไม่มี เรื่องร้องเรียน การทุจริต"]),
        ("ไม่มีเรื่องร้องเรียน", ["ไม่มีเรื่องร้องเรียน"]),
        ("ไม่พบการทุจริตและประพฤติมิชอบ", ["ไม่พบการทุจริตและประพฤติมิชอบ"]),
        ("ไม่มีแผนป้องกันการทุจริต", []),
        ("กรณีไม่มีเรื่องร้องเรียน ให้รายงานด้วย", []),
        ("ป้องกันการทุจริต", []),
    ],
)
def test_promises_that_nothing_bad_happens(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_zero_promises(text)] == words


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("งบประมาณ 20,000 บาท", 20000),
        ("ค่าวิทยากร 600 บาท รวมงบประมาณทั้งสิ้น ๑๕,๐๐๐.- บาท", 15000),
        ("1.5 ล้านบาท", 1500000),
        ("12,500.50", 12500.5),
        ("ไม่ใช้งบประมาณ", 0),
        ("-", None),
        ("อบรม 45 คน", None),
    ],
)
def test_budget_in_baht(text: str, budget: float | None) -> None:
    assert find_budget_thb(text) == budget


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("อบรมความรู้ ใช้งบประมาณ ๓๕,๐๐๐ บาท", (35000, "๓๕,๐๐๐ บาท")),
        ("จัดกิจกรรม งบประมาณเงินบำรุง 42,000.- บาท", (42000, "42,000.- บาท")),
        ("งบประมาณรวม 1.5 ล้านบาท", (1500000, "1.5 ล้านบาท")),
        ("โครงการที่มีวงเงินเกิน 500,000 บาท", None),
        ("ค่าปรับ 500 บาท", None),
        ("งบประมาณ 5,000 บาท และงบประมาณ 3,000 บาท", None),
    ],
)
def test_the_budget_that_a_sentence_names(text: str, budget: tuple[int, str] | None) -> None:
    found = budget_in_prose(text)
    assert (found and (found[0], text[found[1] : found[2]])) == budget
