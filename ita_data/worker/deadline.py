"""The time a child process may take for one file, and its end when that is over."""

import subprocess
import threading
import time


class Deadline:
    """Kills the process after so many seconds from now. `late` is then set, and reads from
    the process end at once."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.late = threading.Event()
        self.seconds = seconds
        self._process = process
        self._began = time.monotonic()
        self._timer = self._started()

    def extend(self, seconds: float) -> None:
        """So many seconds from the beginning, where that is more than was given."""
        if seconds > self.seconds:
            self._timer.cancel()
            self.seconds = seconds
            self._timer = self._started()

    def cancel(self) -> None:
        self._timer.cancel()

    def _started(self) -> threading.Timer:
        left = self.seconds - (time.monotonic() - self._began)
        timer = threading.Timer(max(left, 0), _end, (self._process, self.late))
        timer.daemon = True
        timer.start()
        return timer


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()
