"""Killed at any moment, and crowded: every confirmed version is there whole, none is half.

ITA_KILLS sets how many kills (25 unless told).
"""

import multiprocessing
import os
import random
import signal
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from ita_data.settings import Settings
from ita_data.store import Conflict, Store, VersionInfo
from ita_data.store.backup import check_backup
from tests.store.made import AGENCY, YEAR, tracked

FORK = multiprocessing.get_context("fork")
KILLS = int(os.environ.get("ITA_KILLS", "25"))
LONGEST_LIFE_SECONDS = 0.15
LONGEST_OPENING_SECONDS = 0.4
# Big enough that a save is many pages.
BULK = 100_000


def _write_until_killed(settings: Settings, folder: Path, out: int) -> None:
    """Save without end, and confirm each version's number once the store said it is kept."""
    store = Store.open(settings)
    turn = 0
    while True:
        turn += 1
        words = f"{os.getpid()}-{turn} " * (BULK // 10)
        source = words.encode() * 2
        info = store.save(
            tracked(words), author="", reason=words[:20], source_name="ก", source_bytes=source
        )
        os.write(out, struct.pack("<I", info.number))
        store.save_draft("round", "ก", words.encode())
        store.keep_file(source[:BULK], "ก", "text/plain")
        if turn % 3 == 0:
            store.backup(folder / "running.ita")


def _confirmed_before_kill(settings: Settings, folder: Path, seconds: float) -> list[int]:
    ours, its = os.pipe()
    child = FORK.Process(target=_write_until_killed, args=(settings, folder, its))
    child.start()
    os.close(its)
    _kill_after(child, seconds)
    with os.fdopen(ours, "rb") as stream:
        data = stream.read()
    assert child.exitcode == -signal.SIGKILL
    return [number for (number,) in struct.iter_unpack("<I", data)]


def _kill_after(child: Any, seconds: float) -> None:
    time.sleep(seconds)
    os.kill(child.pid, signal.SIGKILL)
    child.join()


def test_kills_lose_no_confirmed_version_and_leave_none_half(
    settings: Settings, tmp_path: Path
) -> None:
    chance = random.Random(4)
    confirmed: list[int] = []
    for _ in range(KILLS):
        life = chance.uniform(0, LONGEST_LIFE_SECONDS)
        confirmed += _confirmed_before_kill(settings, tmp_path, life)
        with Store.open(settings) as store:
            numbers = [info.number for info in store.versions(AGENCY, YEAR)]
            assert numbers == list(range(1, len(numbers) + 1))
            assert set(confirmed) <= set(numbers)
            for number in numbers[-3:]:
                _assert_whole(store, number)
            _assert_sound(store)
        if (tmp_path / "running.ita").exists():
            check_backup(tmp_path / "running.ita")
    assert confirmed, "the children never got to save: nothing was tested"


def _assert_whole(store: Store, number: int) -> None:
    version = store.version(AGENCY, YEAR, number)
    words = version.tracked.report.measures[0].steps
    assert version.info.reason == words[:20]
    assert version.info.source_sha256 is not None
    assert store.source(version.info.source_sha256) == words.encode() * 2


def _assert_sound(store: Store) -> None:
    with store._reading() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA quick_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def _open(settings: Settings) -> None:
    Store.open(settings)


def test_kills_while_a_new_store_is_made_leave_one_that_opens(
    fresh: Callable[[], Settings],
) -> None:
    chance = random.Random(5)
    for _ in range(max(4, KILLS // 4)):
        settings = fresh()
        child = FORK.Process(target=_open, args=(settings,))
        child.start()
        _kill_after(child, chance.uniform(0, LONGEST_OPENING_SECONDS))
        with Store.open(settings) as store:
            assert store.save(tracked(), author="", reason="").number == 1


def _restore_until_killed(settings: Settings, sources: tuple[Path, ...]) -> None:
    with Store.open(settings) as store:
        while True:
            for source in sources:
                store.restore(source)


def test_kills_while_restoring_leave_all_of_one_backup(settings: Settings, tmp_path: Path) -> None:
    chance = random.Random(6)
    states: list[list[VersionInfo]] = []
    sources = (tmp_path / "short.ita", tmp_path / "long.ita")
    with Store.open(settings) as store:
        for source in sources:
            for turn in range(4):
                store.save(tracked(f"{turn} " * (BULK // 10)), author="", reason="")
            store.backup(source)
            states.append(list(store.versions(AGENCY, YEAR)))
    for _ in range(max(4, KILLS // 4)):
        child = FORK.Process(target=_restore_until_killed, args=(settings, sources))
        child.start()
        _kill_after(child, chance.uniform(0, LONGEST_LIFE_SECONDS))
        with Store.open(settings) as store:
            assert list(store.versions(AGENCY, YEAR)) in states
            _assert_sound(store)


def _add_words(settings: Settings, year: int, words: list[str]) -> int:
    """Add each word to the report as an editor does; the number of conflicts that were told."""
    conflicts = 0
    with Store.open(settings) as store:
        for word in words:
            base = store.latest(AGENCY, year)
            while True:
                text_before = base.tracked.report.measures[0].steps if base else ""
                expected = base.info.number if base else 0
                edited = tracked(f"{text_before} {word}", year=year)
                try:
                    store.save(edited, author=word, reason="", expected_version=expected)
                    break
                except Conflict as conflict:
                    base, conflicts = conflict.newer, conflicts + 1
    return conflicts


@pytest.mark.parametrize("reports", [1, 8])
def test_eight_processes_at_once_lose_no_word(settings: Settings, reports: int) -> None:
    jobs = [(settings, YEAR + n % reports, [f"{n}.{turn}" for turn in range(6)]) for n in range(8)]
    Store.open(settings).close()
    with FORK.Pool(8) as pool:
        pool.starmap(_add_words, jobs, chunksize=1)
    with Store.open(settings) as store:
        found = [
            word
            for info in store.reports()
            for word in store.version(AGENCY, info.fiscal_year, info.latest)
            .tracked.report.measures[0]
            .steps.split()
        ]
        count = sum(info.latest for info in store.reports())
    assert sorted(found) == sorted(word for _, _, words in jobs for word in words)
    assert count == 48
