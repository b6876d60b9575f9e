"""Where a value stands, in the officer's words."""

import pytest

from ita_data.place import TEXT_SHEET, Place


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(sheet="รายงาน", row=12, column=6), "รายงาน เซลล์ F12"),
        (Place(sheet="รายงาน", row=12), "รายงาน แถว 12"),
        (Place(sheet="รายงาน"), "รายงาน"),
        (Place(sheet=TEXT_SHEET, row=10, column=1), "ไฟล์ข้อความ บรรทัดที่ 10"),
        (Place(sheet=TEXT_SHEET, row=10), "ไฟล์ข้อความ บรรทัดที่ 10"),
        (Place(sheet=TEXT_SHEET, row=10, column=3), "ไฟล์ข้อความ บรรทัดที่ 10 ช่องที่ 3"),
        (Place(sheet=TEXT_SHEET), "ไฟล์ข้อความ"),
    ],
)
def test_a_place_is_said_as_the_file_shows_it(place: Place, words: str) -> None:
    assert str(place) == words
