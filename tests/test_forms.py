"""The official forms as data."""

from ita_data.extract.headers import key_of
from ita_data.forms import forms, words


def test_the_annual_report_has_seven_headings_and_seven_official_columns() -> None:
    [form] = forms()
    assert form.id == "annual-report"
    assert len(form.topics) == 7
    required = [column.field for column in form.columns if column.required]
    assert required == ["title", "steps", "period_text", "departments_text", "output", "outcome"]
    assert form.label_of("output") == "ผลการดำเนินการ (output)"


def test_the_item_differs_by_year_and_is_unknown_for_others() -> None:
    [form] = forms()
    items = {year: form.items_in(year) for year in (2564, 2565, 2566, 2568, 2569)}
    assert {year: item and (item.measures, item.report) for year, item in items.items()} == {
        2564: None, 2565: ("O42", "O43"), 2566: ("O42", "O43"), 2568: None, 2569: ("O25", "O26"),
    }  # fmt: skip


def test_no_wording_stands_under_two_columns() -> None:
    [form] = forms()
    owners = [
        (key_of(wording), column.field)
        for column in form.columns
        for wording in {*column.wordings, column.label}
    ]
    fields = dict(owners)
    assert [(key, field) for key, field in owners if fields[key] != field] == []
    assert not fields.keys() & {key_of(text) for text in (*form.aside, *form.output_with_outcome)}


def test_the_words_have_every_part_that_reading_asks_for() -> None:
    assert set(words()) == {"agency", "place", "department", "around", "own_export"}
