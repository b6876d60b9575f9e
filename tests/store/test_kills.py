"""Killed at any moment: every confirmed version is there whole, none is half.

On each of the two databases 110 kills, unless ITA_KILLS says otherwise. Of 210 they would be
80 while saving, 40 while importing, 40 while a schema is migrated, 30 while backing up, 20 while
restoring.
"""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from ita_data.settings import Settings
from ita_data.store import Draft, Store, VersionInfo
from ita_data.store.backup import check_backup
from tests.store import killing
from tests.store.killing import confirmed_before_kill
from tests.store.made import AGENCY, YEAR, tracked
from tests.test_cli_store import sheet

KILLS = int(os.environ.get("ITA_KILLS", "110"))
# A store that has seen so many kills makes room for a new one: the checks read all of it.
KILLS_A_STORE = 10
LONGEST_SECONDS = 0.15

Fresh = Callable[[], Settings]


def kills(share: int, seed: int, longest: float = LONGEST_SECONDS) -> Iterator[float]:
    """After how many seconds to kill, for `share` of 210 kills."""
    chance = random.Random(seed)
    return (chance.uniform(0, longest) for _ in range(max(2, KILLS * share // 210)))


def assert_all_there(store: Store, confirmed: set[int]) -> list[VersionInfo]:
    """Versions without a gap, the confirmed ones among them."""
    infos = list(store.versions(AGENCY, YEAR))
    numbers = [info.number for info in infos]
    assert numbers == list(range(1, len(numbers) + 1))
    assert confirmed <= set(numbers)
    killing.assert_sound(store)
    return infos


def assert_whole(store: Store, info: VersionInfo) -> None:
    version = store.version(AGENCY, YEAR, info.number)
    words = version.tracked.report.measures[0].steps
    assert info.reason == words[:20]
    assert info.source_sha256 is not None
    assert store.source(info.source_sha256) == words.encode() * 2


def test_kills_while_saving(fresh: Fresh, tmp_path: Path) -> None:
    confirmed: set[int] = set()
    ever = 0
    for turn, seconds in enumerate(kills(80, seed=4)):
        if turn % KILLS_A_STORE == 0:
            settings, confirmed = fresh(), set()
        confirmed |= confirmed_before_kill(killing.saving, settings, tmp_path, seconds)
        with Store.open(settings) as store:
            for info in assert_all_there(store, confirmed):
                assert_whole(store, info)
        ever += len(confirmed)
    assert ever, "the children never got to save: nothing was tested"


def test_kills_while_backing_up(fresh: Fresh, tmp_path: Path) -> None:
    backup, checked = tmp_path / "running.ita", 0
    for turn, seconds in enumerate(kills(30, seed=5, longest=4 * LONGEST_SECONDS)):
        if turn % KILLS_A_STORE == 0:
            settings, confirmed = fresh(), set[int]()
        confirmed |= confirmed_before_kill(killing.backing_up, settings, tmp_path, seconds)
        with Store.open(settings) as store:
            assert_all_there(store, confirmed)
        if backup.exists():
            check_backup(backup)
            checked += 1
    assert checked, "the children never got to a backup: nothing was tested"


def test_kills_while_importing(fresh: Fresh, tmp_path: Path) -> None:
    # Whatever reading needs is loaded once, here: the children then spend their time on it.
    assert next(killing.importing(fresh(), tmp_path)) == 1
    ever = 0
    for turn, seconds in enumerate(kills(40, seed=6, longest=3 * LONGEST_SECONDS)):
        if turn % KILLS_A_STORE == 0:
            settings, confirmed = fresh(), set[int]()
        confirmed |= confirmed_before_kill(killing.importing, settings, tmp_path, seconds)
        with Store.open(settings) as store:
            for info in assert_all_there(store, confirmed):
                assert_imported_whole(store, info)
        ever += len(confirmed)
    assert ever, "the children never got to import: nothing was tested"


def assert_imported_whole(store: Store, info: VersionInfo) -> None:
    """The file, and the report that was read from that very file."""
    assert info.source_sha256 is not None
    source = store.source(info.source_sha256)
    report = store.version(AGENCY, YEAR, info.number).tracked.report
    times = report.measures[0].steps.split()[2]
    assert source == sheet(int(times))
    assert len(report.measures) == 2


def test_kills_while_a_schema_is_migrated(fresh: Fresh, tmp_path: Path) -> None:
    """From the first schema, with what was stored under it; and from nothing."""
    for turn, seconds in enumerate(kills(40, seed=7, longest=2 * LONGEST_SECONDS)):
        settings, old = fresh(), turn % 2 == 0
        if old:
            killing.of_the_first_schema(settings)
        confirmed_before_kill(killing.opening, settings, tmp_path, seconds)
        with Store.open(settings) as store:
            if old:
                assert_as_before(store)
            assert store.save(tracked(), author="", reason="").number == 1 + old
            killing.assert_sound(store)


def assert_as_before(store: Store) -> None:
    """What the first schema held is all there."""
    (info,) = store.versions(AGENCY, YEAR)
    assert store.version(AGENCY, YEAR, 1).tracked == tracked("ก")
    assert info.source_sha256 is not None
    assert store.source(info.source_sha256) == b"the officer's file"
    assert [draft.key for draft in store.drafts("round")] == ["ก"]
    assert store.draft("round", "ก") == Draft(
        kind="round", key="ก", payload=b"typed", author="สมใจ", owner="", saved_at=info.created_at
    )


def test_kills_while_restoring_leave_all_of_one_backup(settings: Settings, tmp_path: Path) -> None:
    states: list[list[VersionInfo]] = []
    with Store.open(settings) as store:
        for name in ("1-short.ita", "2-long.ita"):
            for turn in range(4):
                store.save(tracked(f"{turn} " * killing.BULK), author="", reason="")
            store.backup(tmp_path / name)
            states.append(list(store.versions(AGENCY, YEAR)))
    for seconds in kills(20, seed=8):
        confirmed_before_kill(killing.restoring, settings, tmp_path, seconds)
        with Store.open(settings) as store:
            assert list(store.versions(AGENCY, YEAR)) in states
            killing.assert_sound(store)


def test_a_store_of_the_first_schema_is_brought_up_whole(settings: Settings) -> None:
    killing.of_the_first_schema(settings)
    with Store.open(settings) as store:
        assert_as_before(store)
