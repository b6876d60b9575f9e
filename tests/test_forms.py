"""The official forms as data."""

from ita_data import load
from ita_data.extract.headers import key_of
from ita_data.forms import forms, words
from tests.writing import text_bytes


def test_the_annual_report_has_seven_headings_and_seven_official_columns() -> None:
    form = forms()[0]
    assert form.id == "annual-report"
    assert len(form.topics) == 7
    required = [column.field for column in form.columns if column.required]
    assert required == ["title", "steps", "period_text", "departments_text", "output", "outcome"]
    assert form.label_of("output") == "ผลการดำเนินการ (output)"


def test_the_items_differ_by_year() -> None:
    assert [(item.years, item.measures, item.report) for item in forms()[0].items] == [
        ((2565, 2566), "O42", "O43"),
        ((2569, 2569), "O25", "O26"),
    ]


def test_no_wording_stands_under_two_columns() -> None:
    form = forms()[0]
    owners = [
        (key_of(wording), column.field)
        for column in form.columns
        for wording in {*column.wordings, column.label}
    ]
    fields = dict(owners)
    assert [(key, field) for key, field in owners if fields[key] != field] == []
    assert not fields.keys() & {key_of(text) for text in (*form.aside, *form.output_with_outcome)}


def test_the_words_have_every_part_that_reading_asks_for() -> None:
    assert set(words()) == {
        "agency",
        "place",
        "department",
        "around",
        "own_export",
        "tracking",
        "by_period",
        "status",
    }


def test_the_form_of_one_lowest_indicator_is_known_by_its_columns() -> None:
    header = ("ที่", "ตัวชี้วัดที่ได้คะแนนต่ำสุด", "คะแนน ITA", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ",
              "ผลการดำเนินการ", "ผลลัพธ์")  # fmt: skip
    row = (1, "การใช้ทรัพย์สินของราชการ", 82.5, "ทะเบียนคุมการยืม", "จัดทำทะเบียน ๑ เล่ม", "ไตรมาส 1",
           "กองคลัง", "จัดทำแล้ว ๑ เล่ม", "ตรวจสอบได้")  # fmt: skip
    report = load("x", text_bytes((("ปีงบประมาณ 2569",), header, row))).report
    assert report.form == "lowest-indicator"
    assert report.measures[0].extra == {
        "ตัวชี้วัดที่ได้คะแนนต่ำสุด": "การใช้ทรัพย์สินของราชการ", "คะแนน ITA": "82.5",
    }  # fmt: skip
    plain = tuple(word for word in header if word not in report.measures[0].extra)
    assert load("x", text_bytes((plain, row[:1] + row[3:]))).report.form == "annual-report"


def test_the_form_of_one_lowest_indicator_has_the_columns_of_the_annual_report() -> None:
    annual, lowest = forms()
    assert lowest.columns == annual.columns
    assert (lowest.first_year, lowest.topics) == (2569, ())
    [items] = lowest.items
    assert (items.years, items.measures, items.report) == ((2569, 2569), "O25", "O26")
