"""Two people at one report: each has drafts of one's own, and takes another's over in sight."""

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.recording import Round
from ita_data.store import Store
from tests.app import test_record as recording
from tests.app.test_record import field, latest, opened, save_button
from tests.app.visitor import ONE, OTHER, drafts_of, html_of

pytestmark = pytest.mark.usefixtures("on_30_june")


@pytest.fixture
def store(reported: Store) -> Store:
    return reported


def press(page: AppTest, label: str) -> None:
    next(one for one in page.button if one.label == label).click().run()
    assert not page.exception


def typing(browser: str, amount: str, name: str = "", **others: str) -> AppTest:
    page = opened(browser)
    recording.choose(page, "i4a")
    recording.type_result(page, amount, **others)
    if name:
        field(page, "ผู้บันทึก").input(name).run()
    return page


def rounds(store: Store) -> dict[str, list[str]]:
    """By author, the amounts typed in each draft."""
    found: dict[str, list[str]] = {}
    for work in drafts_of(store, "record", Round):
        found.setdefault(work.author, []).extend(e.amount for e in work.entries.values())
    return found


def test_the_name_is_asked_once_in_a_browser(store: Store) -> None:
    page = typing(ONE, "1", "สมใจ ใฝ่งาน")
    save_button(page).click().run()
    assert latest(store).info.author == "สมใจ ใฝ่งาน"
    assert field(opened(ONE), "ผู้บันทึก").value == "สมใจ ใฝ่งาน"
    assert field(opened(OTHER), "ผู้บันทึก").value == ""


def test_two_people_typing_at_once_have_a_draft_each(store: Store) -> None:
    one, other = typing(ONE, "1", "สมใจ"), typing(OTHER, "2", "สมชาย")
    recording.type_result(one, "3")
    assert rounds(store) == {"สมใจ": ["3"], "สมชาย": ["2"]}
    other.run()
    assert field(other, "จำนวนที่ทำได้ครั้งนี้ (ครั้ง)").value == "2"


def test_ones_own_draft_is_gone_on_with_and_anothers_is_only_taken_over(store: Store) -> None:
    typing(ONE, "1", "สมใจ")
    labels = [one.label for one in opened(ONE).button]
    assert ("ทำต่อ" in labels, "รับมาทำต่อ" in labels) == (True, False)
    other = opened(OTHER)
    labels = [one.label for one in other.button]
    assert ("ทำต่อ" in labels, "รับมาทำต่อ" in labels) == (False, True)
    assert "ทิ้งแบบร่างนี้ถาวร" not in labels
    assert "โดย สมใจ" in html_of(other)


def test_the_address_of_anothers_draft_does_not_open_it(store: Store) -> None:
    one = typing(ONE, "1", "สมใจ")
    key = store.drafts("record")[0].key
    assert one.query_params["draft"] in (key, [key])
    other = opened(OTHER, draft=key)
    assert other.query_params["draft"] not in (key, [key])
    assert "แบบร่างที่เปิดไว้เป็นของ สมใจ" in other.warning[0].value.replace("\\", "")
    recording.choose(other, "i4a")
    recording.type_result(other, "2")
    assert rounds(store) == {"สมใจ": ["1"], "": ["2"]}


def test_who_is_taken_over_is_told_and_types_on_in_a_draft_of_ones_own(store: Store) -> None:
    one = typing(ONE, "1", "สมใจ")
    other = typing(OTHER, "9", "สมชาย")
    press(other, "รับมาทำต่อ")
    assert rounds(store) == {"สมชาย": ["9", "1"]} or rounds(store) == {"สมชาย": ["1", "9"]}
    recording.type_result(one, "5")
    assert "แบบร่างที่เปิดไว้เป็นของ สมชาย" in one.warning[0].value.replace("\\", "")
    assert rounds(store)["สมใจ"] == ["5"]
    assert sorted(rounds(store)["สมชาย"]) == ["1", "9"]


def test_a_draft_saved_in_one_tab_is_not_saved_again_in_another(store: Store) -> None:
    first = typing(ONE, "1", "สมใจ")
    key = store.drafts("record")[0].key
    second = opened(ONE, draft=key)
    save_button(first).click().run()
    assert latest(store).info.number == 2
    save_button(second).click().run()
    assert latest(store).info.number == 2
    assert len(latest(store).tracked.actuals) == len(recording.tracked().actuals) + 1


def test_the_fields_show_the_draft_that_the_address_goes_back_to(store: Store) -> None:
    typing(ONE, "1", note="หนึ่ง")
    (first,) = (draft.key for draft in store.drafts("record"))
    page = typing(ONE, "2")
    second = _one(page.query_params["draft"])
    press(page, "ทำต่อ")
    assert (_one(page.query_params["draft"]), shown(page)) == (first, ("1", "หนึ่ง"))
    page.query_params["draft"] = second
    page.run()
    assert (_one(page.query_params["draft"]), shown(page)) == (second, ("2", ""))
    save_button(page).click().run()
    new = latest(store).tracked.actuals[-1]
    assert (new.amount, new.note) == (2, "")


def test_the_fields_of_a_draft_that_is_gone_are_empty(store: Store) -> None:
    page = typing(ONE, "1", note="หนึ่ง")
    store.drop_draft("record", store.drafts("record")[0].key)
    recording.choose(page, "i5b")
    recording.type_result(page, "2")
    recording.choose(page, "i4a")
    assert shown(page) == ("", "")
    recording.choose(page, "i5b")
    assert shown(page) == ("2", "")
    store.drop_draft("record", store.drafts("record")[0].key)
    page.run()
    assert shown(page) == ("", "")


def shown(page: AppTest) -> tuple[str, str]:
    return field(page, "จำนวนที่ทำได้ครั้งนี้ (ครั้ง)").value, field(page, "หมายเหตุ").value


def test_what_was_typed_before_the_name_goes_with_it(store: Store) -> None:
    typing(ONE, "1")
    named = typing(ONE, "2", "สมใจ")
    assert [one.label for one in named.button].count("ทำต่อ") == 1
    draft = store.draft("record", str(_one(named.query_params["draft"])))
    assert draft is not None
    assert (draft.author, draft.owner) == ("สมใจ", "name:สมใจ")


def test_another_name_in_the_same_browser_is_another_person(store: Store) -> None:
    typing(ONE, "1", "สมใจ")
    page = typing(ONE, "2", "สมชาย")
    assert rounds(store) == {"สมใจ": ["1"], "สมชาย": ["2"]}
    assert [one.label for one in page.button].count("รับมาทำต่อ") == 1


def _one(value: object) -> object:
    return value[0] if isinstance(value, list) else value


def test_the_address_comes_back_to_a_draft_that_begins_after_it(store: Store) -> None:
    page = opened(ONE)
    key = str(_one(page.query_params["draft"]))
    assert store.drafts("record") == ()
    recording.choose(page, "i4a")
    recording.type_result(page, "1")
    assert [draft.key for draft in store.drafts("record")] == [key]
    other = opened(OTHER, draft=key)
    recording.choose(other, "i4a")
    recording.type_result(other, "2")
    assert sorted(amounts for (amounts,) in _amounts(store)) == ["1", "2"]


def _amounts(store: Store) -> list[list[str]]:
    drafts = drafts_of(store, "record", Round)
    return [[entry.amount for entry in work.entries.values()] for work in drafts]
