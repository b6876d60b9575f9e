"""Deadlines and planned days in sentences."""

from datetime import date

import pytest

from ita_data.dates import deadlines_in, months_in, planned_days
from ita_data.thai import fold


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("ประกาศนโยบายภายในเดือนมกราคม ๒๕๖๙ และรายงาน", "ภายในเดือนมกราคม2569", date(2026, 1, 31)),
        ("เปิดใช้ภายใน 31 มีนาคม 2569", "ภายใน31มีนาคม2569", date(2026, 3, 31)),
        ("ไม่เกินวันที่ 15 ก.พ. 69", "ไม่เกินวันที่15ก.พ.69", date(2026, 2, 15)),
        ("จัดทำแผนภายในเดือนธันวาคม", "ภายในเดือนธันวาคม", date(2025, 12, 31)),
        ("ส่งก่อนวันที่ 1 เมษายน 2569", "ก่อนวันที่1เมษายน2569", date(2026, 3, 31)),
        ("ส่งก่อนสิ้นเดือนเมษายน", "ก่อนสิ้นเดือนเมษายน", date(2026, 4, 30)),
        ("จัดทำแผนภายในไตรมาสที่ ๒", "ภายในไตรมาสที่2", date(2026, 3, 31)),
        ("ภายในไตรมาสแรกของปีงบประมาณ 2569", "ภายในไตรมาสแรกของปีงบประมาณ2569", date(2025, 12, 31)),
        ("ให้เสร็จภายใน 6 เดือนแรก", "ภายใน6เดือนแรก", date(2026, 3, 31)),
        ("ภายในไตรมาส 1-2/2569", "ภายในไตรมาส1-2/2569", date(2026, 3, 31)),
        ("ภายในไตรมาส 1 และ 2/2569", "ภายในไตรมาส1และ2/2569", date(2026, 3, 31)),
        ("ภายในไตรมาส 1, 2 และ 3", "ภายในไตรมาส1, 2และ3", date(2026, 6, 30)),
        ("อบรมภายในไตรมาส 2 และ 3 ครั้งต่อปี", "ภายในไตรมาส2", date(2026, 3, 31)),
        ("ก่อนไตรมาส 2", "ก่อนไตรมาส2", date(2025, 12, 31)),
    ],
)
def test_a_deadline_is_its_last_day(text: str, words: str, day: date) -> None:
    folded = fold(text).text
    (found,) = deadlines_in(folded, 2569)
    assert (folded[found.start : found.end], found.day) == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "ตอบภายใน 15 วัน",
        "ส่งงบภายในวันที่ ๑๐ ของเดือนถัดไป",
        "ภายใน ๔๕ วัน ตาม พ.ร.บ.ควบคุมอาคาร พ.ศ. ๒๕๒๒",
        "เผยแพร่ทั้งภายในและภายนอก เดือนมกราคม",
        "ภายในเดือนมกราคม - มีนาคม 2569",
        "ภายในเดือนมกราคมของปีถัดไป",
    ],
)
def test_a_time_limit_is_no_deadline(text: str) -> None:
    assert deadlines_in(fold(text).text, 2569) == ()


def test_only_days_with_a_year_that_something_is_planned_for() -> None:
    text = (
        "ตามคำสั่งลงวันที่ 3 ตุลาคม 2566 ประชุมในเดือนมีนาคม 2568 อบรมระหว่างวันที่ 1-15 พ.ค. 68 "
        "และสรุปผลภายในเดือนกันยายน"
    )
    assert [one.day for one in planned_days(fold(text).text)] == [
        date(2025, 3, 31),
        date(2025, 5, 15),
    ]


def test_quarters_before_a_year_name_no_month() -> None:
    assert months_in(fold("ไตรมาส 2-4/2568 และเดือน 5/2568").text) == {5}
