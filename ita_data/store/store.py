"""The store as a whole: open it once, share it between threads."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import URL

from ita_data.settings import Settings
from ita_data.store.backup import check_backup, read_backup, write_backup
from ita_data.store.connecting import (
    BUSY_SECONDS,
    FILE_NAME,
    data_folder,
    database_url,
    engine_of,
    prepare,
)
from ita_data.store.desk import Desk
from ita_data.store.failures import StoreError
from ita_data.store.keys import utc_now

# What SQLite's files are called after the database's own name; that one last.
TAILS = ("-wal", "-shm", "-journal", "")


class Store(Desk):
    """Reports through the year, nothing lost. One a process, any number of threads.

    `folder` is this user's data folder, where files beside the database are kept.
    """

    folder: Path

    @classmethod
    def open(
        cls,
        settings: Settings,
        *,
        clock: Callable[[], datetime] = utc_now,
        busy_seconds: float = BUSY_SECONDS,
    ) -> "Store":
        """Open the store that the settings name; make or upgrade it first where needed.

        Raises StoreError, one Thai sentence in `.reason`, where that cannot be done.
        """
        engine = engine_of(database_url(settings), busy_seconds)
        try:
            prepare(engine)
        except BaseException:
            engine.dispose()
            raise
        store = cls(engine, clock)
        store.folder = data_folder(settings)
        return store

    def backup(self, to: Path) -> None:
        """Write one file with everything, checked by hash; work may go on meanwhile.

        Raises StoreError where it cannot be written, or would take the place of the data
        itself; no folder is made for it.
        """
        if _is_of(self._engine.url, to):
            raise StoreError("backup-onto-data")
        if not to.parent.exists():
            raise StoreError("no-backup-folder")
        write_backup(self._engine, to)

    def restore(self, source: Path) -> Path | None:
        """Replace everything by a backup. What was there is backed up first, in `folder`.

        Returns where that is; None where the store was empty. Raises StoreError, and
        changes nothing, where the file is no whole backup or is of a newer program.
        """
        before = self._free_name("before-restore")
        with self._turn:
            kept = read_backup(self._engine, source, before)
            self._listed = None
        return before if kept else None

    def _free_name(self, what: str) -> Path:
        stamp = self._clock().strftime("%Y%m%d-%H%M%S-%f")
        return self.folder / f"{what}-{stamp}.ita"

    def close(self) -> None:
        """Let go of the database; what was saved is saved."""
        self._watch.close()
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def recover(
    settings: Settings, source: Path, clock: Callable[[], datetime] = utc_now
) -> Path | None:
    """`Store.restore` for a store that may be damaged: its files are then put aside, not deleted.

    Returns where the former data is; None where there was none. Raises StoreError.
    """
    check_backup(source)
    try:
        with Store.open(settings, clock=clock) as store:
            return store.restore(source)
    except StoreError as error:
        if error.code != "damaged" or settings.database_url:
            raise
    aside = put_aside(settings, clock())
    with Store.open(settings, clock=clock) as store:
        store.restore(source)
    return aside


def _is_of(url: URL, path: Path) -> bool:
    """Whether a path is one of the files that SQLite keeps the store in."""
    if url.get_backend_name() != "sqlite":
        return False
    own = Path(url.database or "").resolve()
    return path.resolve() in [own.with_name(own.name + tail) for tail in TAILS]


def put_aside(settings: Settings, now: datetime) -> Path:
    """Rename the database's files so that a new one can take their place."""
    path = data_folder(settings) / FILE_NAME
    stamp = now.strftime("%Y%m%d-%H%M%S-%f")
    for tail in TAILS:
        part = path.with_name(path.name + tail)
        if part.exists():
            part.rename(path.with_name(f"{path.name}.damaged-{stamp}{tail}"))
    return path.with_name(f"{path.name}.damaged-{stamp}")
