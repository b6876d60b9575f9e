"""Several files at once: pages of one report, and reports of their own."""

import pytest

from ita_data.errors import UnreadableFile
from ita_data.loaded import Loaded
from ita_data.reading import load
from ita_data.together import in_reports, pages_file, pages_of
from tests.cases.make import HEADER
from tests.writing import docx_bytes, text_bytes, xlsx_bytes

FIRST = "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง"
SECOND = "องค์การบริหารส่วนตำบลทุ่งสมมติ อำเภอบ้านสมมติ จังหวัดตัวอย่าง"
File = tuple[str, bytes]


def page(
    name: str, *numbers: int, agency: str | None = FIRST, year: int = 2568, kind: str = "csv"
) -> File:
    titles = ((agency,), (f"ปีงบประมาณ {year}",)) if agency else ()
    rows = [
        (n, f"มาตรการ {n}", f"จัดทำ {n} เล่ม", "ต.ค. 67 - ก.ย. 68", "กองคลัง", f"จัดทำ {n} เล่ม", "ดี")
        for n in numbers
    ]
    if kind == "docx":
        return name, docx_bytes([*(title[0] for title in titles), [HEADER, *rows]])
    if kind == "xlsx":
        return name, xlsx_bytes({"รายงาน": [*titles, HEADER, *rows]})
    return name, text_bytes([*titles, HEADER, *rows])


def reports(*files: File) -> list[tuple[str, list[int | None]]]:
    found = in_reports([(file, load(*file)) for file in files], load_file)
    return [(name, [m.number for m in loaded.report.measures]) for (name, _), loaded in found]


def load_file(name: str, data: bytes) -> Loaded:
    return load(name, data)


def test_pages_of_one_report_become_one_in_the_order_of_their_numbers() -> None:
    files = (page("หน้า 2.docx", 3, 4, kind="docx"), page("หน้า 1.xlsx", 1, 2, kind="xlsx"))
    [((name, data), loaded)] = in_reports([(file, load(*file)) for file in files], load_file)
    assert name == "หน้า 1.xlsx และอีก 1 ไฟล์.zip"
    assert [measure.title for measure in loaded.report.measures] == [
        "มาตรการ 1", "มาตรการ 2", "มาตรการ 3", "มาตรการ 4",
    ]  # fmt: skip
    assert loaded.report.measures[0].place.sheet == "หน้า 1.xlsx รายงาน"
    assert [f.code for f in loaded.findings] == ["files-joined"]
    assert load(name, data) == loaded


def test_agencies_and_years_are_told_apart() -> None:
    assert reports(
        page("ก", 1, 2), page("ข", 1, agency=SECOND), page("ค", 3, year=2567),
        page("ง", 2, agency=SECOND), page("จ", 3),
    ) == [("ก และอีก 1 ไฟล์.zip", [1, 2, 3]), ("ข และอีก 1 ไฟล์.zip", [1, 2]), ("ค", [3])]  # fmt: skip


def test_the_same_agency_written_short_is_the_same() -> None:
    short = "อบต.ทุ่งสมมติ อ.บ้านสมมติ จ.ตัวอย่าง"
    files = (page("ก", 1, agency=SECOND), page("ข", 2, agency=short))
    assert reports(*files) == [("ก และอีก 1 ไฟล์.zip", [1, 2])]


def test_two_versions_of_a_report_stay_two() -> None:
    assert reports(page("ก", 1, 2), page("ข", 2, 3)) == [("ก", [1, 2]), ("ข", [2, 3])]


def test_pages_without_a_title_join_the_only_report() -> None:
    assert reports(page("ก", 1), page("ข", 2, agency=None)) == [("ก และอีก 1 ไฟล์.zip", [1, 2])]


def test_pages_without_a_title_are_not_guessed_to_be_one_of_several() -> None:
    files = (page("ก", 1), page("ข", 1, agency=SECOND), page("ค", 2, agency=None))
    assert reports(*files) == [("ก", [1]), ("ข", [1]), ("ค", [2])]
    untitled = [load(*page("ก", 1, agency=None)), load(*page("ข", 2, agency=None))]
    assert pages_of(untitled) == [[0], [1]]


def test_pages_inside_pages_are_refused() -> None:
    nested = pages_file([("ก", pages_file([page("ข", 1)]))])
    with pytest.raises(UnreadableFile) as refused:
        load("x", nested)
    assert refused.value.code == "foreign"


def test_a_hostile_page_is_refused_like_the_file_itself() -> None:
    with pytest.raises(UnreadableFile) as refused:
        load("x", pages_file([page("ก", 1), ("../../ข.xlsx", b"PK\x03\x04 no zip")]))
    assert refused.value.code == "damaged"
