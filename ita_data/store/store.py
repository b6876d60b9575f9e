"""The store as a whole: open it once, share it between threads."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from ita_data.settings import Settings
from ita_data.store.connecting import BUSY_SECONDS, database_url, engine_of, prepare
from ita_data.store.desk import Desk
from ita_data.store.keys import utc_now


class Store(Desk):
    """Reports through the year, nothing lost. One a process, any number of threads."""

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
        return cls(engine, clock)

    def close(self) -> None:
        """Let go of the database; what was saved is saved."""
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
