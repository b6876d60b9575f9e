"""Immutable versions, on both databases."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy.exc
from sqlalchemy import text

from ita_data.settings import Settings
from ita_data.store import Conflict, Store, StoreError, VersionInfo
from ita_data.store.connecting import writing
from tests.store.made import AGENCY, FINDING, YEAR, tracked


def save(store: Store, words: str = "", **options: object) -> VersionInfo:
    return store.save(tracked(words), author="สมใจ", reason="ทดสอบ", **options)  # type: ignore[arg-type]


def test_what_was_saved_comes_back_whole(store: Store) -> None:
    info = save(store, "ก", source_name="รายงาน.xlsx", source_bytes=b"\0file", findings=(FINDING,))
    version = store.version(AGENCY, YEAR, 1)
    assert version.info == info
    assert version.tracked == tracked("ก")
    assert version.findings == (FINDING,)
    assert info.created_at == datetime(2025, 1, 15, 2, 30, 1, tzinfo=UTC)
    assert (info.number, info.kind, info.author, info.reason) == (1, "edit", "สมใจ", "ทดสอบ")
    assert info.source_name == "รายงาน.xlsx"
    assert info.source_sha256 == hashlib.sha256(b"\0file").hexdigest()
    assert store.source(info.source_sha256) == b"\0file"


def test_versions_count_from_one_in_each_report(store: Store) -> None:
    numbers = [save(store, str(n)).number for n in range(3)]
    other = store.save(tracked(year=2569), author="", reason="")
    assert (numbers, other.number) == ([1, 2, 3], 1)
    assert [info.number for info in store.versions(AGENCY, YEAR)] == [1, 2, 3]
    latest = store.latest(AGENCY, YEAR)
    assert latest is not None
    assert latest.tracked == tracked("2")
    assert store.latest(AGENCY, 2570) is None


def test_the_list_of_reports_tells_the_newest_version_of_each(store: Store) -> None:
    save(store)
    save(store)
    store.save(tracked(year=2569), author="สมชาย", reason="")
    store.save(tracked(agency="เทศบาลตำบลกอไผ่"), author="สมศรี", reason="")
    found = [(r.agency, r.fiscal_year, r.latest, r.author) for r in store.reports()]
    assert found == [
        ("เทศบาลตำบลกอไผ่", YEAR, 1, "สมศรี"),
        (AGENCY, 2569, 1, "สมชาย"),
        (AGENCY, YEAR, 2, "สมใจ"),
    ]
    assert store.reports()[2].province == "จังหวัดตัวอย่าง"


@pytest.mark.parametrize(
    "spelling",
    ["เทศบาลตำบล ดอนแก้วใส", " เทศบาลตำบลดอนแก้วใส\u200b", "เทศบาลต\u0e4d\u0e32บลดอนแก้วใส"],
)
def test_white_space_and_invisible_marks_make_no_other_report(store: Store, spelling: str) -> None:
    save(store)
    store.save(tracked(agency=spelling), author="", reason="")
    assert [r.latest for r in store.reports()] == [2]
    assert store.latest(spelling, YEAR) == store.version(AGENCY, YEAR, 2)


def test_an_edit_of_an_older_version_is_told_what_changed_underneath(store: Store) -> None:
    save(store, "แรก", expected_version=0)
    save(store, "ของสมชาย", expected_version=1)
    with pytest.raises(Conflict) as caught:
        save(store, "ของสมใจ", expected_version=1)
    assert caught.value.newer is not None
    assert caught.value.newer.tracked == tracked("ของสมชาย")
    assert caught.value.newer.info.number == 2
    assert [info.based_on for info in store.versions(AGENCY, YEAR)] == [0, 1]


def test_an_edit_of_a_version_that_never_was_is_a_conflict_too(store: Store) -> None:
    with pytest.raises(Conflict) as caught:
        save(store, expected_version=3)
    assert caught.value.newer is None
    assert store.reports() == ()


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (tracked(agency=" "), "no-agency"),
        (tracked(year=None), "no-year"),
    ],
)
def test_a_report_without_agency_or_year_is_not_stored(
    store: Store, report: object, code: str
) -> None:
    with pytest.raises(StoreError) as caught:
        store.save(report, author="", reason="")  # type: ignore[arg-type]
    assert caught.value.code == code
    assert store.reports() == ()


@pytest.mark.parametrize("table", ["versions", "contents", "reports", "files"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_the_database_itself_refuses_to_change_what_is_kept(
    store: Store, table: str, change: str
) -> None:
    save(store, source_name="ก.xlsx", source_bytes=b"1")
    store.keep_file(b"proof", "ก.pdf", "application/pdf")
    column = {"versions": "author = ''", "contents": "size = 0", "files": "name = ''"}
    statement = change.format(table, column.get(table, "fiscal_year = 1"))
    with (
        pytest.raises(sqlalchemy.exc.DBAPIError, match="only added to"),
        writing(store._engine) as connection,
    ):
        connection.execute(text(statement))
    assert store.version(AGENCY, YEAR, 1).tracked == tracked()


def test_equal_contents_are_kept_once(store: Store) -> None:
    for _ in range(3):
        save(store, source_name="ก.xlsx", source_bytes=b"same")
    with store._reading() as connection:
        count = connection.execute(text("SELECT count(*) FROM contents")).scalar()
    assert count == 3  # the report's JSON, its findings, the file


def test_a_version_or_content_that_is_not_there_is_told(store: Store) -> None:
    for ask in (
        lambda: store.version(AGENCY, YEAR, 1),
        lambda: store.source("0" * 64),
        lambda: store.file("0" * 64),
    ):
        with pytest.raises(StoreError) as caught:
            ask()
        assert caught.value.code == "missing"


def test_odd_letters_are_stored(store: Store) -> None:
    info = store.save(tracked(), author="ก\0\ud800", reason="\0", source_name="\0ก.xlsx")
    assert (info.author, info.reason, info.source_name) == ("ก?", "", "ก.xlsx")
    assert store.version(AGENCY, YEAR, 1).info == info


def test_many_threads_share_one_store_and_lose_nothing(store: Store) -> None:
    start = threading.Barrier(8)

    def work(n: int) -> list[int]:
        start.wait()
        return [save(store, f"{n}-{turn}").number for turn in range(5)]

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for batch in pool.map(work, range(8)) for number in batch]
    assert sorted(numbers) == list(range(1, 41))
    kept = {store.version(AGENCY, YEAR, n).tracked.report.measures[0].steps for n in numbers}
    assert kept == {f"{n}-{turn}" for n in range(8) for turn in range(5)}


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    save(store, "ก")
    with store._reading() as connection:
        before = connection.execute(text("SELECT count(*) FROM versions")).scalar()
        save(store, "ข")
        assert before == 1
    assert len(store.versions(AGENCY, YEAR)) == 2


def test_a_reopened_store_holds_the_same(store: Store, settings: Settings) -> None:
    save(store, "ก")
    with Store.open(settings) as again:
        assert again.versions(AGENCY, YEAR) == store.versions(AGENCY, YEAR)
        latest = again.latest(AGENCY, YEAR)
        assert latest is not None
        assert replace(latest, findings=()) == store.latest(AGENCY, YEAR)


def test_the_list_is_read_anew_only_where_a_version_came(store: Store, settings: Settings) -> None:
    store.save(tracked(), author="สมศรี", reason="นำเข้า")
    listed = store.reports()
    store.save_draft("import", "one", b"typed")
    assert store.reports() is listed
    with Store.open(settings) as other:  # as another process opens it
        other.save_draft("import", "two", b"typed")
        assert store.reports() is listed
        other.save(tracked("อื่น"), author="สมชาย", reason="แก้ไข")
    assert [(r.latest, r.author) for r in store.reports()] == [(2, "สมชาย")]
    assert store.reports() is store.reports()
