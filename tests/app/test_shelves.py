"""What is made once for everybody is never old, never another agency's, and never too much."""

import re
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ita_data.store import Store
from pages import printing
from pages.widgets import checked, offered
from pages.widgets.shelves import Shelf
from tests.app.agency import AGENCY, indicator, measure, tracked
from tests.app.test_viewing import DAY, save
from tests.app.visitor import body_of
from tests.app.visitor import opened as page

LESS = replace(tracked(), actuals=tracked().actuals[:3])
OTHER = replace(
    LESS,
    report=tracked(measures=(measure(1, title="อย่างอื่น"), *tracked().report.measures[1:])).report,
    indicators=(indicator("i1a", "อย่างอื่น", 6, "เล่ม"), *tracked().indicators[1:]),
)
PAGES = ("overview", "measures", "targets", "report")
# All that show what a version holds.
ALL_PAGES = (*PAGES, "record", "indicators", "readiness", "history", "plan")


def words(shown: AppTest) -> str:
    """Without scripts and styles, which name the browser and make up ids."""
    return re.sub(r"<script>.*?</script>", "", body_of(shown), flags=re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_what_another_process_saved_is_shown_at_the_next_run(store: Store, name: str) -> None:
    save(store, LESS)
    shown = page(name, date=DAY)
    before = words(shown)
    save(store, tracked(province="จังหวัดใหม่"))
    after = words(shown.run())
    assert "รุ่นที่ 2 · บันทึกโดย" in after
    st.cache_resource.clear()
    assert after == words(page(name, date=DAY))
    assert after != before


@pytest.mark.parametrize("name", ALL_PAGES)
def test_a_restored_backup_is_shown_though_the_number_is_the_same(
    store: Store, tmp_path: Path, name: str
) -> None:
    save(store, LESS)
    store.backup(tmp_path / "kept.ita")
    save(store, OTHER)
    first = words(page(name, date=DAY, basis="recorded"))
    store.restore(tmp_path / "kept.ita")
    save(store, tracked())
    second = words(page(name, date=DAY, basis="recorded"))
    assert "รุ่นที่ 2 · บันทึกโดย" in first
    assert "รุ่นที่ 2 · บันทึกโดย" in second
    st.cache_resource.clear()
    assert second == words(page(name, date=DAY, basis="recorded")) != first


def test_a_longer_backup_of_another_history_is_shown(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "empty.ita")
    for content in (LESS, tracked(), LESS):
        save(store, content)
    store.backup(tmp_path / "longer.ita")
    store.restore(tmp_path / "empty.ita")
    save(store, LESS)
    save(store, LESS)
    page("history", date=DAY)
    store.restore(tmp_path / "longer.ita")
    shown = words(page("history", date=DAY, version="2"))
    assert "จากรุ่นที่ 1 เป็นรุ่นที่ 2 · เปลี่ยน 6 รายการ" in shown
    st.cache_resource.clear()
    assert shown == words(page("history", date=DAY, version="2"))


@pytest.mark.parametrize("name", PAGES)
def test_two_agencies_with_the_same_measures_keep_apart(store: Store, name: str) -> None:
    save(store, tracked())
    save(store, replace(LESS, report=replace(LESS.report, agency="เทศบาลตำบลข้างเคียง")))
    one, other = (
        words(page(name, date=DAY, report=offered.report_key(agency, 2569)))
        for agency in (AGENCY, "เทศบาลตำบลข้างเคียง")
    )
    assert f"<b>{AGENCY}</b>" in one
    assert "ข้างเคียง" not in one
    assert AGENCY not in other
    key = offered.report_key(AGENCY, 2569)
    assert f"report={key}" not in other


def test_a_shelf_lets_go_of_what_was_not_asked_for_longest() -> None:
    shelf: Shelf[str] = Shelf(entries=3, heaviest=10, weigh=len)
    made: list[str] = []

    def get(key: str, size: int) -> str:
        def make() -> str:
            made.append(key)
            return key * size

        return shelf.get(key, make)

    for key in "abca":
        get(key, 2)
    get("d", 2)  # a fourth: b goes
    get("b", 2)
    assert (made, len(shelf), shelf.weight) == (["a", "b", "c", "d", "b"], 3, 6)
    get("e", 30)  # too heavy alone: it stays, by itself
    assert (get("e", 30), len(shelf), shelf.weight) == ("e" * 30, 1, 30)
    get("f", 1)
    assert (len(shelf), shelf.weight) == (1, 1)


def test_what_failed_is_made_again() -> None:
    shelf: Shelf[str] = Shelf(entries=3, heaviest=10, weigh=len)
    assert shelf.get("a", lambda: "failed", lambda value: value != "failed") == "failed"
    with pytest.raises(RuntimeError):
        shelf.get("a", _broken)
    assert shelf.get("a", lambda: "whole") == "whole"
    assert shelf.get("a", _broken) == "whole"


def test_what_two_made_after_a_failure_weighs_once() -> None:
    shelf: Shelf[str] = Shelf(entries=3, heaviest=100, weigh=len)
    fail, go_on, making = threading.Event(), threading.Event(), threading.Event()

    def failing() -> str:
        fail.wait(20)
        raise RuntimeError

    def slow() -> str:
        making.set()
        go_on.wait(20)
        return "slow"

    def ask(make: Callable[[], str]) -> threading.Thread:
        def asking() -> None:
            with suppress(RuntimeError):
                shelf.get("a", make)

        thread = threading.Thread(target=asking)
        thread.start()
        return thread

    threads = [ask(failing), ask(slow)]
    time.sleep(0.05)  # the second waits for the first
    fail.set()
    making.wait(20)
    ask(lambda: "quick").join()
    go_on.set()
    for thread in threads:
        thread.join()
    assert (shelf.get("a", _broken), len(shelf), shelf.weight) == ("slow", 1, 4)


def _broken() -> str:
    raise RuntimeError


def test_a_long_report_is_shown_before_it_is_checked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked, "LONG", 7)
    go_on, asked = threading.Event(), checked._readiness_of
    monkeypatch.setattr(checked, "_readiness_of", lambda *which: go_on.wait(20) and asked(*which))
    save(store, tracked())
    shown = page("overview", date=DAY)
    assert "กำลังตรวจข้อสังเกต …" in words(shown)
    assert words(shown).count('<div class="line" role="row">') == 7
    thread = next(one for one in threading.enumerate() if one.name == "checking")
    go_on.set()
    thread.join()
    after = words(shown.run())
    assert "กำลังตรวจข้อสังเกต …" not in after
    assert 'aria-label="ข้อสังเกตในรายงานตามความสำคัญ"' in after


def test_a_very_long_paper_is_shown_in_parts_and_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "AT_ONCE", 4)
    save(store, tracked())
    first, second = (words(page("report", date=DAY, part=part)) for part in ("1", "2"))
    assert printing.IN_PARTS in first
    assert "แสดง 1–4 จาก 7 มาตรการ" in first
    assert [one.split("<tbody>")[1].count("<tr>") for one in (first, second)] == [4, 3]
