"""The framework stops a run in the middle of its callbacks when the next one comes: no field's
text is lost by it, and one draft stays one (docs/adr/0011)."""

from functools import partial

import pytest
import streamlit as st

from ita_data.recording import Round
from ita_data.store import Store
from pages.widgets import fields
from pages.widgets.drafts import Drafts
from tests.app import visitor
from tests.app.test_record import choose, field, type_result
from tests.app.visitor import drafts_of

opened = partial(visitor.opened, "record")


pytestmark = pytest.mark.usefixtures("on_30_june", "reported")


def cut_off_once(monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> list[str]:
    """What is called there is cut off before it does anything, the first time."""
    whole, cut = getattr(where, name), []

    def cutting(*all_: object) -> object:
        if not cut:
            cut.append(name)
            st.rerun()
        return whole(*all_)

    monkeypatch.setattr(where, name, cutting)
    return cut


def typed(store: Store) -> list[Round]:
    return drafts_of(store, "record", Round)


@pytest.mark.parametrize("fields_of", [("๑", "ครบ"), ("๑", "")])
def test_text_whose_callback_was_cut_off_is_kept(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    fields_of: tuple[str, str],
) -> None:
    page = opened()
    choose(page, "i4a")
    cut = cut_off_once(monkeypatch, fields, "_save")
    amount, note = fields_of
    type_result(page, amount, **({"note": note} if note else {}))
    assert cut
    (work,) = typed(store)
    assert (work.entries["i4a"].amount, work.entries["i4a"].note) == fields_of


def test_a_draft_begun_by_a_run_that_was_cut_off_is_gone_on_with(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened()
    choose(page, "i4a")
    cut = cut_off_once(monkeypatch, Drafts, "open")
    field(page, "หมายเหตุ").input("ครบ")
    type_result(page, "๑")
    assert cut
    (work,) = typed(store)
    assert (work.entries["i4a"].amount, work.entries["i4a"].note) == ("๑", "ครบ")


def test_text_that_was_kept_is_not_kept_again(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened()
    choose(page, "i4a")
    type_result(page, "ไม่ใช่จำนวน", note="ครบ")
    saved = []
    monkeypatch.setattr(fields, "_save", lambda _, shown, _key: saved.append(shown))
    page.run()
    assert not page.exception
    assert saved == []
