"""Drafts, remembered choices and kept files, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from ita_data.model import LinkCheck, LinkState
from ita_data.settings import Settings
from ita_data.store import Draft, DraftInfo, KeptFile, Store
from tests.store.conftest import Clock


def test_a_draft_survives_until_it_is_dropped(store: Store, settings: Settings) -> None:
    store.save_draft("round", "สมใจ|เทศบาล|2568", b"\0first", "สมใจ")
    store.save_draft("round", "สมใจ|เทศบาล|2568", b"second", "สมใจ", "name:สมใจ")
    with Store.open(settings) as again:
        assert again.draft("round", "สมใจ|เทศบาล|2568") == Draft(
            kind="round",
            key="สมใจ|เทศบาล|2568",
            payload=b"second",
            author="สมใจ",
            owner="name:สมใจ",
            saved_at=datetime(2025, 1, 15, 2, 30, 2, tzinfo=UTC),
        )
    store.drop_draft("round", "สมใจ|เทศบาล|2568")
    store.drop_draft("round", "never there")
    assert store.draft("round", "สมใจ|เทศบาล|2568") is None


def test_a_draft_is_changed_as_it_is_now_or_left(store: Store) -> None:
    store.save_draft("round", "ก", b"1", "สมใจ", "name:สมใจ")
    changed = store.change_draft("round", "ก", lambda d: replace(d, payload=d.payload + b"2"))
    assert changed == store.draft("round", "ก")
    assert changed is not None
    assert (changed.payload, changed.author, changed.owner) == (b"12", "สมใจ", "name:สมใจ")
    assert store.change_draft("round", "ก", lambda d: None) == changed
    assert store.change_draft("round", "ข", lambda d: d) is None
    assert store.draft("round", "ข") is None


def test_changes_of_one_draft_at_once_are_all_in_it(store: Store) -> None:
    store.save_draft("round", "ก", b"")
    start = threading.Barrier(8)

    def work(letter: bytes) -> None:
        start.wait()
        for _ in range(5):
            store.change_draft("round", "ก", lambda d: replace(d, payload=d.payload + letter))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, (bytes([97 + n]) for n in range(8))))
    draft = store.draft("round", "ก")
    assert draft is not None
    assert sorted(draft.payload) == sorted(b"abcdefgh" * 5)


def test_drafts_of_a_kind_come_newest_first(store: Store) -> None:
    for key in ("ก", "ข", "ค"):
        store.save_draft("round", key, key.encode())
    store.save_draft("import", "ง", b"")
    store.save_draft("round", "ก", b"again")
    assert [draft.key for draft in store.drafts("round")] == ["ก", "ค", "ข"]


def test_a_list_of_drafts_says_what_they_are_about(store: Store) -> None:
    store.save_draft("round", "ก", b"content", "สมใจ", "name:สมใจ", b"about")
    assert store.drafts("round") == (
        DraftInfo(
            kind="round",
            key="ก",
            author="สมใจ",
            owner="name:สมใจ",
            saved_at=datetime(2025, 1, 15, 2, 30, 1, tzinfo=UTC),
            about=b"about",
        ),
    )
    store.change_draft("round", "ก", lambda d: replace(d, about=b"more"))
    assert [draft.about for draft in store.drafts("round")] == [b"more"]


def test_drafts_that_nobody_touched_are_dropped_with_what_belongs_to_them(
    store: Store, clock: Clock
) -> None:
    for key in ("old", "typed in"):
        store.save_draft("import-file", key, b"file")
        store.save_draft("import", key, b"")
    store.save_draft("record", "left", b"")
    clock.now += timedelta(days=20)
    store.save_draft("import", "typed in", b"more")
    clock.now += timedelta(days=10)
    assert store.drop_untouched_drafts(31) == 0
    assert store.drop_untouched_drafts(30) == 3
    kept = [
        draft.key for kind in ("import", "import-file", "record") for draft in store.drafts(kind)
    ]
    assert kept == ["typed in", "typed in"]


def test_column_choices_are_remembered_by_header(store: Store) -> None:
    store.remember_columns("ลำดับ|ชื่อ", {1: "number", 2: "title", 3: None})
    store.remember_columns("ลำดับ|ชื่อ", {1: "number", 2: "steps", 3: None})
    assert store.all_remembered_columns() == {"ลำดับ|ชื่อ": {1: "number", 2: "steps", 3: None}}


def test_small_values_are_recalled(store: Store) -> None:
    store.remember("last report", {"agency": "เทศบาล", "years": [2568, 2569]})
    store.remember("last report", {"agency": "เทศบาล", "years": []})
    assert store.recall("last report") == {"agency": "เทศบาล", "years": []}
    assert store.recall("nothing") is None
    assert store.recall("nothing", 3) == 3


def test_a_file_of_evidence_is_kept_once_under_its_first_name(store: Store) -> None:
    name = store.keep_file(b"%PDF", "คำสั่ง.pdf", "application/pdf")
    assert store.keep_file(b"%PDF", "สำเนา.pdf", "application/pdf") == name
    kept = KeptFile(name="คำสั่ง.pdf", media_type="application/pdf", content=b"%PDF")
    assert store.file(name) == kept


def test_the_latest_look_at_each_link_is_kept(store: Store) -> None:
    def look(address: str, state: LinkState, day: int) -> LinkCheck:
        at = datetime(2025, 11, day, 9, tzinfo=timezone(timedelta(hours=7)))
        return LinkCheck(address=address, state=state, at=at, title="ประกาศ\0", years=(2568,))

    first = look("https://ก.example/1", LinkState.PUBLIC, 1)
    second = look("https://ก.example/" + "2" * 5_000, LinkState.LOGIN, 2)
    newer = look("https://ก.example/1", LinkState.MISSING, 3)
    store.keep_links("เทศบาล ดอนแก้วใส", 2568, [first, second])
    store.keep_links("เทศบาลดอนแก้วใส", 2568, [newer])
    store.keep_links("เทศบาลดอนแก้วใส", 2567, [first])
    assert store.links("เทศบาลดอนแก้วใส", 2568) == (newer, second)
    assert store.links("เทศบาลอื่น", 2568) == ()
