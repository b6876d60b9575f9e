"""The app's side: a queue of files, and up to `limits.workers` processes that read them."""

import queue
import sys
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

from ita_data.codec import from_json, to_json
from ita_data.errors import UnreadableFile
from ita_data.findings import Finding
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings
from ita_data.worker import frames
from ita_data.worker.child import MarkRequest, Request
from ita_data.worker.process import ReadingProcess, no_answer

Progress = Callable[[str], None]

COMMAND = (sys.executable, "-m", "ita_data.worker")


class ReadingService:
    """Reads files in up to `settings.limits.workers` child processes, started when needed.

    One more is kept started but idle, to take the place of one that a file brought down:
    the next officer need not wait for its start. `spare` False: for a service that reads
    a file or two and closes. Safe to call from many threads. `command` starts a child;
    tests give their own.
    """

    def __init__(
        self, settings: Settings, *, command: Sequence[str] = COMMAND, spare: bool = True
    ) -> None:
        # A child has no need for the address of the database, which may hold a password.
        self._settings = replace(settings, database_url=None, data_dir=None)
        self._command = tuple(command)
        self._free: queue.LifoQueue[ReadingProcess | None] = queue.LifoQueue()
        self._lock = threading.RLock()
        self._waiting = 0
        self._children: weakref.WeakSet[ReadingProcess] = weakref.WeakSet()
        self._keeps_spare = spare
        self._spare: ReadingProcess | None = None
        self._closed = threading.Event()
        for _ in range(max(1, settings.limits.workers)):
            self._free.put(None)

    def load(
        self,
        name: str,
        data: bytes,
        choices: Choices | None = None,
        on_progress: Progress | None = None,
    ) -> Loaded:
        """The reading of a file; waits for a free worker. `on_progress` gets Thai sentences.

        Raises UnreadableFile: what reading.load refuses, and "crashed", "too-slow",
        "too-big", "failed", "not-started" or "closed" where the worker gave no answer.
        """
        tell = on_progress or _silent
        request = Request(name=name, settings=self._settings, choices=choices or Choices())
        asked = to_json(request)
        with self._worker(tell) as child:
            tell("กำลังอ่านไฟล์")
            answer = child.ask(frames.REQUEST, asked, data)
        return from_json(Loaded, answer)  # while the worker reads the next file

    def mark(self, data: bytes, findings: Sequence[Finding]) -> bytes:
        """The officer's own xlsx with the findings marked in it, everything else untouched.

        Raises UnreadableFile as `load` does, and what marking.mark refuses.
        """
        request = MarkRequest(settings=self._settings, findings=tuple(findings))
        asked = to_json(request)
        with self._worker(_silent) as child:
            return child.ask(frames.MARK, asked, data)

    def close(self) -> None:
        """Ends all workers; readings under way are refused. May be called twice."""
        self._closed.set()
        with self._lock:
            children = list(self._children)
        for child in children:
            child.stop()

    @contextmanager
    def _worker(self, tell: Progress) -> Iterator[ReadingProcess]:
        """A running child for one reading, given back (or its place freed) afterwards."""
        child = self._wait(tell)
        try:
            child = self._running(child, tell)
            yield child
        finally:
            self._free.put(child if child and child.alive else None)
            self._prepare_spare()

    def _wait(self, tell: Progress) -> ReadingProcess | None:
        with self._lock:
            self._waiting += 1
        try:
            if self._free.empty():
                tell(f"กำลังรออ่านไฟล์ มีไฟล์รออยู่ {self._waiting} ไฟล์")
            return self._free.get()
        finally:
            with self._lock:
                self._waiting -= 1

    def _running(self, child: ReadingProcess | None, tell: Progress) -> ReadingProcess:
        if self._closed.is_set():
            raise no_answer("closed")
        if child is None or not child.alive:
            tell("กำลังเตรียมอ่านไฟล์")
            child = self._take_spare() or self._started()
        child.await_ready()
        return child

    def _started(self) -> ReadingProcess:
        child = ReadingProcess(self._command, self._settings)
        with self._lock:
            self._children.add(child)
        if self._closed.is_set():  # meanwhile
            child.stop()
            raise no_answer("closed")
        return child

    def _take_spare(self) -> ReadingProcess | None:
        with self._lock:
            spare, self._spare = self._spare, None
        return spare if spare and spare.alive else None

    def _prepare_spare(self) -> None:
        """Starts the next process ahead; does not wait for it, and may do without it."""
        if not self._keeps_spare or self._closed.is_set():
            return
        with self._lock, suppress(UnreadableFile):
            if self._spare is None or not self._spare.alive:
                self._spare = self._started()


def read_safely(
    name: str, data: bytes, settings: Settings | None = None, choices: Choices | None = None
) -> Loaded:
    """One reading in one worker, closed afterwards. Raises UnreadableFile."""
    service = ReadingService(settings or Settings(), spare=False)
    try:
        return service.load(name, data, choices)
    finally:
        service.close()


def _silent(_: str) -> None:
    """Progress that nobody asked for."""
