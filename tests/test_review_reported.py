"""The day that a line beside the table gives for the report's results."""

from datetime import date

import pytest

from ita_data.model import Note, Report
from ita_data.place import Place
from ita_data.review import named_reported_on

PLACE = Place(sheet="รายงาน", row=20, column=1)


def report(*notes: str, fiscal_year: int | None = 2569) -> Report:
    made = tuple(Note(text=text, place=PLACE) for text in notes)
    return Report(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=fiscal_year, notes=made)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ข้อมูล ณ วันที่ ๑๕ มีนาคม ๒๕๖๙", date(2026, 3, 15)),
        ("หมายเหตุ: ผลการดำเนินงาน ณ วันที่ 31 มี.ค. 69", date(2026, 3, 31)),
        ("รายงาน ณ 31/3/2569", date(2026, 3, 31)),
        ("ข้อมูล ณ วันที่ 15 มีนาคม 2568", None),
        ("ประกาศ ณ วันที่ 15 มีนาคม 2569", None),
        ("ลงชื่อ ผู้รายงาน", None),
        ("ข้อมูล ณ ที่ว่าการอำเภอ", None),
    ],
)
def test_a_day_of_the_year_after_such_words(text: str, day: date | None) -> None:
    found = named_reported_on(report("ผู้รับรอง", text))
    assert (found.day if found else None) == day
    assert found is None or (found.words, found.place) == (text, PLACE)
