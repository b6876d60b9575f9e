"""Immutable versions: saved in one transaction, read back whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, func, select

from ita_data.codec import from_json, to_json
from ita_data.findings import Finding
from ita_data.model import TrackedReport
from ita_data.store.connecting import Connected
from ita_data.store.contents import add_missing, content, contents_of, keep
from ita_data.store.failures import Conflict, StoreError, told_in_words
from ita_data.store.keys import agency_key, report_key, sha256, time_text, utc_now
from ita_data.store.records import Kind, ReportInfo, Version, VersionInfo
from ita_data.store.rows import info_of, info_of_row, report_info_of, row_of
from ita_data.store.schema import drafts, reports, versions
from ita_data.store.watching import Mark, Watch

Key = tuple[str, int]
# Built once: to build a query costs more than to run it.
_OF_REPORT = (versions.c.agency_key == bindparam("agency")) & (
    versions.c.fiscal_year == bindparam("year")
)
_NEWEST = select(func.max(versions.c.number)).where(_OF_REPORT)
_ALL = select(versions).where(_OF_REPORT).order_by(versions.c.number)
_ONE = select(versions).where(_OF_REPORT & (versions.c.number == bindparam("number")))
_LAST = select(versions).where(_OF_REPORT).order_by(versions.c.number.desc()).limit(1)
# Versions are only added, or all replaced by a backup: this tells both.
_SAVED = select(func.count(), func.max(versions.c.created_at)).select_from(versions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """The list of reports, at which mark it was looked at last, and what was saved by then."""

    mark: Mark
    saved: tuple[int, str | None]
    infos: tuple[ReportInfo, ...]


class Versions(Connected):
    """Reports and their versions."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__(engine)
        self._clock = clock
        self._watch = Watch(engine)
        self._listed: _Listed | None = None

    def save(
        self,
        tracked: TrackedReport,
        *,
        author: str,
        reason: str,
        kind: Kind = "edit",
        source_name: str | None = None,
        source_bytes: bytes | None = None,
        findings: tuple[Finding, ...] = (),
        expected_version: int | None = None,
        spends: Iterable[tuple[str, str]] = (),
    ) -> VersionInfo:
        """Store the next version of the report; when this returns, it is on the disk.

        `expected_version` is the number the edit started from (0: there was none; None:
        do not check). Raises Conflict with the newer version where another came between,
        StoreError where the report has no agency or year or the store cannot be written.

        `spends`: kind and key of the drafts this was typed in. They go with the save, or, if
        one of them is gone already, the save does not happen: what is typed once is saved once.
        """
        key = report_key(tracked.report)
        payload, observed = to_json(tracked), to_json(findings)
        said = {
            "kind": kind,
            "author": author,
            "reason": reason,
            "source_name": source_name,
            "source_sha256": None if source_bytes is None else sha256(source_bytes),
            "payload_sha256": sha256(payload),
            "findings_sha256": sha256(observed),
        }
        with self._writing() as connection:
            newest = _take_turn(connection, key)
            if expected_version is not None and expected_version != newest:
                raise Conflict(_version(connection, key, newest) if newest else None)
            _spend(connection, spends)
            keep(connection, payload, observed, *(() if source_bytes is None else (source_bytes,)))
            said["created_at"] = time_text(self._clock())
            row = row_of(tracked.report, newest + 1, said) | {"based_on": expected_version}
            connection.execute(versions.insert().values(row))
        return info_of(row)

    def mark(self) -> Mark:
        """Another value after every change of anything, by whichever process. Costs nothing."""
        with told_in_words():
            return self._watch.mark()

    def reports(self) -> tuple[ReportInfo, ...]:
        """Every report with its newest version, by agency, then the latest year first.

        The very same tuple again until somebody, in whichever process, saves or restores.
        """
        mark, listed = self.mark(), self._listed
        if listed is None or listed.mark != mark:
            with self._reading() as connection:
                listed = self._listed = _list_again(connection, mark, listed)
        return listed.infos

    def latest(self, agency: str, fiscal_year: int) -> Version | None:
        """The newest version; None where there is none."""
        key = (agency_key(agency), fiscal_year)
        with self._reading() as connection:
            row = connection.execute(_LAST, _of(key)).one_or_none()
            return None if row is None else _whole(connection, [row])[0]

    def versions(self, agency: str, fiscal_year: int) -> tuple[VersionInfo, ...]:
        """Who, when and why of every version, the first one first."""
        with self._reading() as connection:
            rows = connection.execute(_ALL, _of((agency_key(agency), fiscal_year))).all()
        return tuple(info_of_row(row) for row in rows)

    def version(self, agency: str, fiscal_year: int, number: int) -> Version:
        """One version. Raises StoreError ("missing") where there is none."""
        with self._reading() as connection:
            return _version(connection, (agency_key(agency), fiscal_year), number)

    def source(self, name: str) -> bytes:
        """An original file by its sha256; its name is in the version's info."""
        with self._reading() as connection:
            return content(connection, name)


def _list_again(connection: Connection, mark: Mark, before: _Listed | None) -> _Listed:
    """Most changes are drafts; only where a version came or went the list is read."""
    count, last = connection.execute(_SAVED).one()
    saved = count, last
    if before is not None and before.saved == saved:
        return _Listed(mark=mark, saved=saved, infos=before.infos)
    infos = [info_of_row(row) for row in connection.execute(_newest_rows())]
    infos.sort(key=lambda info: (info.agency, -info.fiscal_year))
    return _Listed(mark=mark, saved=saved, infos=tuple(map(report_info_of, infos)))


def _spend(connection: Connection, spends: Iterable[tuple[str, str]]) -> None:
    for kind, key in spends:
        if not connection.execute(drafts.delete().filter_by(kind=kind, key=key)).rowcount:
            raise StoreError("spent")


def _take_turn(connection: Connection, key: Key) -> int:
    """The newest number, which stays the newest until this transaction ends.

    SQLite: the whole transaction holds the write lock. PostgreSQL: the report's row is locked.
    """
    row = {"agency_key": key[0], "fiscal_year": key[1]}
    add_missing(connection, reports, row)
    if connection.dialect.name == "postgresql":
        connection.execute(select(reports).filter_by(**row).with_for_update())
    return _newest(connection, key)


def _newest(connection: Connection, key: Key) -> int:
    """0 where the report has no version."""
    return connection.execute(_NEWEST, _of(key)).scalar() or 0


def _newest_rows() -> Any:
    keys = (versions.c.agency_key, versions.c.fiscal_year)
    newest = select(*keys, func.max(versions.c.number).label("number")).group_by(*keys).subquery()
    return select(versions).join(
        newest,
        (versions.c.agency_key == newest.c.agency_key)
        & (versions.c.fiscal_year == newest.c.fiscal_year)
        & (versions.c.number == newest.c.number),
    )


def _of(key: Key) -> dict[str, Any]:
    return {"agency": key[0], "year": key[1]}


def _version(connection: Connection, key: Key, number: int) -> Version:
    row = connection.execute(_ONE, _of(key) | {"number": number}).one_or_none()
    if row is None:
        raise StoreError("missing")
    return _whole(connection, [row])[0]


def _whole(connection: Connection, rows: Iterable[Row[Any]]) -> list[Version]:
    """The rows with their contents, each checked by its hash. Raises StoreError ("damaged")
    also where a content is no record of ours, as a backup made by hand may hold."""
    rows = list(rows)
    names = {name for row in rows for name in (row.payload_sha256, row.findings_sha256)}
    blobs = contents_of(connection, names)
    try:
        return [
            Version(
                info=info_of_row(row),
                tracked=from_json(TrackedReport, blobs[row.payload_sha256]),
                findings=from_json(tuple[Finding, ...], blobs[row.findings_sha256]),
            )
            for row in rows
        ]
    except (ValueError, RecursionError) as error:
        raise StoreError("damaged") from error
