"""The time a child process may take for one file, and its end when that is over."""

import math
import subprocess
import threading
import time


class Deadline:
    """Kills the process where it takes longer for one file than it may.

    `late` is then true, and reads from the process end at once. One thread keeps the time of
    all its files, one after the other: to start one for each would take as long as to read a
    small file. It wakes when time may be over, not when a file begins or ends.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.late = False
        self.seconds = 0.0
        self._process = process
        self._began = 0.0
        self._until = math.inf
        self._wakes = math.inf
        self._closed = False
        self._changed = threading.Condition()
        threading.Thread(target=self._keep, name="reading deadline", daemon=True).start()

    def begin(self, seconds: float) -> None:
        """A file's time: so many seconds from now."""
        with self._changed:
            self.late, self.seconds, self._began = False, seconds, time.monotonic()
            self._set(self._began + seconds)

    def extend(self, seconds: float) -> None:
        """So many seconds from the beginning, where that is more than was given."""
        with self._changed:
            if seconds > self.seconds:
                self.seconds = seconds
                self._set(self._began + seconds)

    def done(self) -> None:
        """The file is read: from here on nothing is killed for it."""
        with self._changed:
            self._until = math.inf

    def close(self) -> None:
        """No file will follow."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _set(self, until: float) -> None:
        self._until = until
        if until < self._wakes:
            self._changed.notify()

    def _keep(self) -> None:
        with self._changed:
            while not self._closed:
                left = self._until - time.monotonic()
                if left <= 0:
                    self.late, self._until = True, math.inf
                    self._process.kill()
                else:
                    self._wakes = self._until
                    self._changed.wait(None if left == math.inf else left)
