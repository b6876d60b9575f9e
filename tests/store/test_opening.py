"""Opening: where the data is, who migrates, and what each failure says."""

import hashlib
import multiprocessing
import re
import sqlite3
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from ita_data.settings import Settings
from ita_data.store import Store, StoreError, schema
from ita_data.store.connecting import data_folder, engine_of, sqlite_url, writing
from ita_data.store.contents import keep
from ita_data.store.failures import REASONS
from ita_data.store.keys import sha256
from ita_data.store.migrating import HEAD, KNOWN, migrate, revision_of
from tests.store.made import AGENCY, YEAR, tracked

FORK = multiprocessing.get_context("fork")


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert data_folder(Settings(data_dir=str(tmp_path))) == tmp_path
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert data_folder(Settings()) == tmp_path / "ita-data"


def test_sqlite_is_opened_for_safety(sqlite_settings: Settings) -> None:
    expected = {
        "journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 15000,
        "secure_delete": 1,
    }  # fmt: skip
    with Store.open(sqlite_settings) as store, store._reading() as connection:
        found = {n: connection.execute(text(f"PRAGMA {n}")).scalar() for n in expected}
    assert found == expected


def test_the_migrations_make_the_tables_the_program_uses(store: Store) -> None:
    with store._reading() as connection:
        assert revision_of(connection) == HEAD
        found = inspect(connection)
        for table in schema.ALL:
            columns = {c["name"]: c["nullable"] for c in found.get_columns(table.name)}
            assert columns == {c.name: c.nullable for c in table.columns}, table.name
            key = found.get_pk_constraint(table.name)["constrained_columns"]
            assert key == [c.name for c in table.primary_key], table.name
            foreign = {tuple(k["constrained_columns"]) for k in found.get_foreign_keys(table.name)}
            expected = {tuple(c.column_keys) for c in table.foreign_key_constraints}
            assert foreign == expected, table.name


def test_tokens_of_browsers_become_their_hashes_and_nobody_loses_a_draft(
    settings: Settings,
) -> None:
    token = "a-cookie_of-24-letters-00"
    hashed = hashlib.sha256(token.encode()).hexdigest()
    with Store.open(settings) as store:
        store.remember(f"name-in-browser:{token}", "สมใจ")
        store.remember(f"report-in-browser:{token}", "k1")
        store.remember("report-in-browsers", 1)
        store.save_draft("record", "ก", b"typed", "สมใจ", f"browser:{token}")
        store.save_draft("record", "ข", b"named", "สมใจ", "name:สมใจ")
        with writing(store._engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    with Store.open(settings) as store:
        assert store.recall(f"name-in-browser:{hashed}") == "สมใจ"
        assert store.recall(f"report-in-browser:{hashed}") == "k1"
        assert store.recall("report-in-browsers") == 1
        assert {d.key: d.owner for d in store.drafts("record")} == {
            "ก": f"browser:{hashed}",
            "ข": "name:สมใจ",
        }
        draft = store.draft("record", "ก")
        assert draft is not None
        assert draft.payload == b"typed"
        with store._reading() as connection:
            rows = [connection.execute(table.select()).all() for table in schema.ALL]
        assert token not in str(rows)


def test_a_list_of_drafts_need_not_pass_over_their_contents(store: Store) -> None:
    with store._reading() as connection:
        made = [column["name"] for column in inspect(connection).get_columns("drafts")]
    assert (made[-1], schema.drafts.columns.keys()[-1]) == ("payload", "payload")


def test_revisions_are_named_by_their_files() -> None:
    assert tuple(f"{n:04}" for n in range(1, len(KNOWN) + 1)) == KNOWN


def test_a_newer_schema_is_refused_with_a_sentence(settings: Settings) -> None:
    with Store.open(settings) as store, writing(store._engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError) as caught:
        Store.open(settings)
    assert caught.value.code == "newer"
    assert caught.value.reason == (
        "ข้อมูลนี้บันทึกด้วยโปรแกรมรุ่นใหม่กว่า โปรดปรับปรุงโปรแกรมก่อนเปิด ข้อมูลไม่ถูกแก้ไข"
    )


@pytest.mark.parametrize("reason", REASONS.values(), ids=REASONS)
def test_every_reason_is_one_thai_line(reason: str) -> None:
    assert "\n" not in reason
    assert re.search(r"โปรด|ข้อมูลเดิมยังอยู่ครบ", reason)


def test_processes_that_open_a_new_store_at_once_all_succeed(settings: Settings) -> None:
    with FORK.Pool(4) as pool:
        numbers = pool.starmap(_open_and_save, [(settings, n) for n in range(8)])
    assert sorted(numbers) == list(range(1, 9))


def _open_and_save(settings: Settings, n: int) -> int:
    with Store.open(settings) as store:
        return store.save(tracked(str(n)), author="", reason="").number


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        Store.open(Settings(data_dir=str(tmp_path / "file" / "data")))
    assert caught.value.code == "unwritable"


def test_a_store_that_became_read_only_still_reads(sqlite_settings: Settings) -> None:
    with Store.open(sqlite_settings) as store:
        store.save(tracked("ก"), author="", reason="")
        with store._reading() as connection:
            connection.execute(text("PRAGMA query_only = ON"))
        with pytest.raises(StoreError) as caught:
            store.save(tracked("ข"), author="", reason="")
        assert caught.value.code == "unwritable"
        assert [info.number for info in store.versions(AGENCY, YEAR)] == [1]


def test_a_full_disk_is_told_and_loses_nothing(sqlite_settings: Settings) -> None:
    with Store.open(sqlite_settings) as store:
        store.save(tracked("ก"), author="", reason="")
        with store._reading() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar()
            connection.execute(text(f"PRAGMA max_page_count = {pages + 3}"))
        with pytest.raises(StoreError) as caught:
            store.save(tracked("ข"), author="", reason="", source_bytes=b"x" * 200_000)
        assert caught.value.code == "full"
        assert store.latest(AGENCY, YEAR) == store.version(AGENCY, YEAR, 1)
        assert store.save(tracked("ค"), author="", reason="").number == 2


def test_a_store_that_is_locked_is_told(sqlite_settings: Settings, tmp_path: Path) -> None:
    with Store.open(sqlite_settings, busy_seconds=0.1) as store:
        other = sqlite3.connect(tmp_path / "data" / "ita.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            store.save(tracked(), author="", reason="")
        assert caught.value.code == "locked"
        other.execute("ROLLBACK")
        other.close()
        assert store.save(tracked(), author="", reason="").number == 1


def test_damage_is_told_and_nothing_is_written(sqlite_settings: Settings, tmp_path: Path) -> None:
    database = tmp_path / "data" / "ita.sqlite3"
    database.parent.mkdir()
    database.write_bytes(b"no database " * 500)
    with pytest.raises(StoreError) as caught:
        Store.open(sqlite_settings)
    assert caught.value.code == "damaged"
    assert database.read_bytes() == b"no database " * 500


def test_a_content_that_does_not_match_its_hash_is_damage(store: Store) -> None:
    store.save(tracked("ก"), author="", reason="", source_bytes=b"file")
    with writing(store._engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE contents DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER contents_no_update"))
        connection.execute(schema.contents.update().values(content=b"other"))
    for ask in (lambda: store.latest(AGENCY, YEAR), lambda: store.version(AGENCY, YEAR, 1)):
        with pytest.raises(StoreError) as caught:
            ask()
        assert caught.value.code == "damaged"


@pytest.mark.parametrize("payload", [b"{", b"[]", b"[" * 100_000, b'{"report":{"agency":[]}}'])
def test_a_content_that_is_no_record_is_damage(store: Store, payload: bytes) -> None:
    store.save(tracked(), author="", reason="")
    with writing(store._engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE versions DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER versions_no_update"))
        keep(connection, payload)
        connection.execute(schema.versions.update().values(payload_sha256=sha256(payload)))
    with pytest.raises(StoreError) as caught:
        store.latest(AGENCY, YEAR)
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("not an address", "bad-address"),
        ("mysql://localhost/ita", "bad-address"),
        ("sqlite://", "bad-address"),
        ("postgresql://somebody:secret@server:port/ita", "bad-address"),
        ("postgresql://somebody:secret@[::1/ita", "bad-address"),
        ("postgresql://nobody@127.0.0.1:1/none", "unreachable"),
    ],
)
def test_a_wrong_database_address_is_told(tmp_path: Path, url: str, code: str) -> None:
    with pytest.raises(StoreError) as caught:
        Store.open(Settings(data_dir=str(tmp_path), database_url=url))
    assert caught.value.code == code
    assert "secret" not in "".join(traceback.format_exception(caught.value))


def test_a_failed_migration_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    engine = engine_of(sqlite_url(tmp_path / "x.sqlite3"))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE drafts (mine)"))
    with pytest.raises(Exception, match="already exists"), writing(engine) as connection:
        migrate(connection)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["drafts"]
    engine.dispose()
