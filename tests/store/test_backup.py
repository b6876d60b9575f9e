"""One file with everything, from either database into either."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from ita_data.model import LinkCheck, LinkState
from ita_data.settings import Settings
from ita_data.store import Store, StoreError, recover
from ita_data.store.connecting import engine_of, sqlite_url
from ita_data.store.schema import ALL
from ita_data.store.sealing import seal
from tests.store.conftest import Clock
from tests.store.made import AGENCY, FINDING, YEAR, tracked

LOOK = LinkCheck(
    address="https://www.donkaewsai.example/1",
    state=LinkState.PUBLIC,
    at=datetime(2025, 11, 22, 9, tzinfo=UTC),
)


def fill(store: Store) -> None:
    store.save(tracked("ก"), author="สมใจ", reason="ครั้งแรก", findings=(FINDING,))
    store.save(tracked("ข"), author="", reason="", source_name="ก.xlsx", source_bytes=b"\0\xff")
    store.save(tracked(year=2569), author="", reason="")
    store.save_draft("round", "ก", b"typed", "สมใจ")
    store.remember_columns("h", {1: "title"})
    store.remember("k", [1])
    store.keep_file(b"proof", "ก.pdf", "application/pdf")
    store.keep_links(AGENCY, YEAR, [LOOK])


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store._reading() as connection:
        return {
            table.name: sorted(tuple(row) for row in connection.execute(table.select()))
            for table in ALL
        }


def test_a_backup_holds_everything_and_goes_into_a_new_store(
    store: Store, tmp_path: Path, sqlite_settings: Settings
) -> None:
    fill(store)
    before = everything(store)
    store.backup(tmp_path / "all.ita")
    other = Settings(data_dir=str(tmp_path / "other"))
    with Store.open(other) as new:
        assert new.restore(tmp_path / "all.ita") is None
        assert everything(new) == before
        assert new.save(tracked("ค"), author="", reason="").number == 3
    assert [path.name for path in tmp_path.glob("*.ita*")] == ["all.ita"]


def test_restoring_keeps_what_was_there_before(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.backup(tmp_path / "old.ita")
    old = everything(store)
    store.save(tracked("ใหม่"), author="", reason="")
    new = everything(store)
    kept = store.restore(tmp_path / "old.ita")
    assert everything(store) == old
    assert kept is not None
    assert store.restore(kept) is not None
    assert everything(store) == new
    with pytest.raises(StoreError), store._writing() as connection:
        connection.execute(text("DELETE FROM versions"))


def test_a_backup_from_postgresql_goes_into_sqlite_and_back(
    postgres_server: object, tmp_path: Path
) -> None:
    from tests.store.conftest import new_database

    there = Settings(data_dir=str(tmp_path / "pg"), database_url=new_database(postgres_server))
    here = Settings(data_dir=str(tmp_path / "lite"))
    with Store.open(there) as postgres, Store.open(here) as sqlite:
        fill(postgres)
        before = everything(postgres)
        postgres.backup(tmp_path / "1.ita")
        sqlite.restore(tmp_path / "1.ita")
        assert everything(sqlite) == before
        sqlite.save(tracked("ค"), author="", reason="")
        after = everything(sqlite)
        sqlite.backup(tmp_path / "2.ita")
        postgres.restore(tmp_path / "2.ita")
        assert everything(postgres) == after


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE versions SET author = 'อื่น'",
        "DELETE FROM drafts",
        "UPDATE contents SET content = x'00'",
        "UPDATE manifest SET row_count = 9",
        "DELETE FROM manifest WHERE table_name = 'versions'",
        "DROP TABLE manifest",
        "CREATE TABLE more (x)",
        "CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
        "SELECT i FROM n",
        "DROP TABLE remembered; CREATE VIEW remembered AS SELECT 'k' AS key, x'00' AS value",
    ],
)
def test_a_backup_that_was_touched_is_refused(store: Store, tmp_path: Path, harm: str) -> None:
    fill(store)
    before = everything(store)
    path = tmp_path / "all.ita"
    store.backup(path)
    with sqlite3.connect(path, isolation_level=None) as copy:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in copy.execute(triggers).fetchall():
            copy.execute(f"DROP TRIGGER {name}")
        copy.executescript(harm)
    copy.close()
    with pytest.raises(StoreError) as caught:
        store.restore(path)
    assert caught.value.code == "bad-backup"
    assert everything(store) == before


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all", b"SQLite format 3\0" + b"\1" * 99]
)
def test_a_file_that_is_no_backup_is_refused(
    sqlite_settings: Settings, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.ita"
    path.write_bytes(content)
    with Store.open(sqlite_settings) as store:
        fill(store)
        before = everything(store)
        with pytest.raises(StoreError) as caught:
            store.restore(path)
        assert caught.value.code == "bad-backup"
        assert everything(store) == before


def test_nothing_behind_the_last_page_is_copied(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.ita"
    store.backup(path)
    with path.open("ab") as file:
        file.truncate(2**24)
    with pytest.raises(StoreError) as caught:
        store.restore(path)
    assert caught.value.code == "bad-backup"


def test_triggers_of_a_backup_are_not_run(store: Store, tmp_path: Path) -> None:
    fill(store)
    before = everything(store)
    path = tmp_path / "all.ita"
    store.backup(path)
    with sqlite3.connect(path, isolation_level=None) as copy:
        copy.executescript(
            "ALTER TABLE drafts DROP COLUMN owner; UPDATE alembic_version SET version_num = '0002';"
            'CREATE TRIGGER "a""b" BEFORE UPDATE ON alembic_version '
            "BEGIN SELECT RAISE(ABORT, 'run'); END"
        )
    copy.close()
    older = engine_of(sqlite_url(path))
    seal(older)
    older.dispose()
    store.restore(path)
    assert everything(store) == before


def test_a_backup_never_takes_the_place_of_the_data(sqlite_settings: Settings) -> None:
    with Store.open(sqlite_settings) as store:
        fill(store)
        before = everything(store)
        for name in ("ita.sqlite3", "ita.sqlite3-wal", "./ita.sqlite3-journal"):
            with pytest.raises(StoreError) as caught:
                store.backup(store.folder / name)
            assert caught.value.code == "backup-onto-data"
        assert everything(store) == before


def test_a_backup_that_is_used_as_the_data_is_backed_up_again(store: Store, tmp_path: Path) -> None:
    fill(store)
    before = everything(store)
    store.backup(tmp_path / "ita.sqlite3")
    with Store.open(Settings(data_dir=str(tmp_path))) as moved:
        moved.backup(tmp_path / "again.ita")
    store.restore(tmp_path / "again.ita")
    assert everything(store) == before


def test_every_truncated_backup_is_refused(sqlite_settings: Settings, tmp_path: Path) -> None:
    with Store.open(sqlite_settings) as store:
        fill(store)
        store.backup(tmp_path / "all.ita")
        whole = (tmp_path / "all.ita").read_bytes()
        for kept in range(0, len(whole), 4096 * 3):
            (tmp_path / "part.ita").write_bytes(whole[:kept])
            with pytest.raises(StoreError) as caught:
                store.restore(tmp_path / "part.ita")
            assert caught.value.code == "bad-backup"


def test_a_backup_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        store.restore(tmp_path / "no.ita")
    assert caught.value.code == "no-file"


def test_a_backup_that_cannot_be_written_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    fill(store)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        store.backup(tmp_path / "file" / "all.ita")
    assert caught.value.code == "backup-unwritable"
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError):
        store.backup(tmp_path / "folder")
    assert list((tmp_path).glob("*ita-backup*")) == []


def test_backups_of_a_running_app_are_of_one_moment(store: Store, tmp_path: Path) -> None:
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            store.save(tracked("x"), author="", reason="")

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for n in range(3):
            store.backup(tmp_path / f"{n}.ita")
    finally:
        done.set()
        worker.join()
    for n in range(3):
        with Store.open(Settings(data_dir=str(tmp_path / f"s{n}"))) as new:
            new.restore(tmp_path / f"{n}.ita")
            numbers = [info.number for info in new.versions(AGENCY, YEAR)]
            assert numbers == list(range(1, len(numbers) + 1))


def test_a_damaged_store_is_put_aside_and_recovered(
    sqlite_settings: Settings, tmp_path: Path, clock: Clock
) -> None:
    with Store.open(sqlite_settings) as store:
        fill(store)
        before = everything(store)
        store.backup(tmp_path / "all.ita")
    database = tmp_path / "data" / "ita.sqlite3"
    database.write_bytes(b"garbage " * 1000)
    with pytest.raises(StoreError) as caught:
        Store.open(sqlite_settings)
    assert caught.value.code == "damaged"
    aside = recover(sqlite_settings, tmp_path / "all.ita", clock)
    assert aside is not None
    assert aside.read_bytes() == b"garbage " * 1000
    with Store.open(sqlite_settings) as store:
        assert everything(store) == before


def test_a_save_beside_a_restore_is_in_the_store_or_in_what_was_kept(
    store: Store, tmp_path: Path
) -> None:
    fill(store)
    store.backup(tmp_path / "all.ita")
    saved: list[str] = []
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            word = f"งาน{len(saved)}"
            store.save(tracked(word), author=word, reason="")
            saved.append(word)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        kept = [store.restore(tmp_path / "all.ita") for _ in range(4)]
    finally:
        done.set()
        worker.join()
    found = {info.author for info in store.versions(AGENCY, YEAR)}
    for n, path in enumerate(kept):
        assert path is not None
        with Store.open(Settings(data_dir=str(tmp_path / f"kept{n}"))) as before:
            before.restore(path)
            found |= {info.author for info in before.versions(AGENCY, YEAR)}
    assert set(saved) <= found


def test_a_store_damaged_inside_is_recovered(sqlite_settings: Settings, tmp_path: Path) -> None:
    with Store.open(sqlite_settings) as store:
        fill(store)
        store.save(tracked("x" * 50_000), author="", reason="")
        before = everything(store)
        store.backup(tmp_path / "all.ita")
    database = tmp_path / "data" / "ita.sqlite3"
    content = bytearray(database.read_bytes())
    content[4096 * 4 :] = b"\xff" * len(content[4096 * 4 :])
    database.write_bytes(bytes(content))
    assert recover(sqlite_settings, tmp_path / "all.ita") is not None
    with Store.open(sqlite_settings) as store:
        assert everything(store) == before
