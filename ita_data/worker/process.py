"""One child process that reads files, seen from the app: started, asked, timed, ended."""

import logging
import os
import subprocess
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from ita_data.codec import from_json
from ita_data.errors import UnreadableFile
from ita_data.settings import MEGABYTE, Settings
from ita_data.worker import frames
from ita_data.worker.child import Refused
from ita_data.worker.deadline import Deadline

START_SECONDS = 60.0

# The system's own, where libraries are found (a person's own packages lie under their home),
# and where short-lived files go. The settings come with each request.
_NEEDED = {
    "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR", "HOME", "USERPROFILE",
    "APPDATA", "TMPDIR", "TEMP", "TMP", "LANG", "TZ",
}  # fmt: skip

_log = logging.getLogger(__name__)
_SAVE_AGAIN = "โปรดเปิดไฟล์ต้นฉบับ คัดลอกเฉพาะตารางรายงานไปไว้ในไฟล์ใหม่ แล้วนำเข้าอีกครั้ง"
_REASONS = {
    "crashed": f"อ่านไฟล์นี้ไม่สำเร็จ เพราะเนื้อหาในไฟล์ผิดปกติ {_SAVE_AGAIN}",
    "too-slow": "ใช้เวลาอ่านไฟล์นี้เกิน {limit} วินาที จึงหยุดอ่าน " + _SAVE_AGAIN,
    "too-big": "ไฟล์นี้ต้องใช้หน่วยความจำเกิน {limit} MB จึงหยุดอ่าน " + _SAVE_AGAIN,
    "not-started": "ยังเปิดส่วนอ่านไฟล์ไม่ได้ โปรดลองอีกครั้ง หากยังไม่ได้ โปรดเปิดโปรแกรมใหม่",
    "closed": "โปรแกรมกำลังปิด จึงยังไม่ได้อ่านไฟล์นี้ โปรดเปิดโปรแกรมใหม่แล้วนำเข้าอีกครั้ง",
    "failed": (
        "โปรแกรมอ่านไฟล์นี้ไม่สำเร็จ ข้อมูลเดิมไม่เปลี่ยนแปลง "
        "โปรดลองบันทึกไฟล์เป็น .xlsx แล้วนำเข้าอีกครั้ง หรือส่งไฟล์ให้ผู้ดูแลระบบตรวจสอบ"
    ),
}


class ReadingProcess:
    """One child process and the frames to and from it; used by one thread at a time.

    It is still starting when made; `await_ready` before the first file.
    """

    def __init__(self, command: Sequence[str], settings: Settings) -> None:
        self._limits = settings.limits
        try:
            self._words = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
            self._process = _started(command, self._words)
        except OSError as error:
            _log.exception("no reading process could be started")
            raise no_answer("not-started") from error
        self._deadline = Deadline(self._process)
        self.stop = weakref.finalize(self, _end, self._process, self._words, self._deadline)
        self._ready = False

    @property
    def alive(self) -> bool:
        return self.stop.alive and self._process.poll() is None

    def await_ready(self) -> None:
        """Returns once the child can read. Raises UnreadableFile("not-started")."""
        if self._ready:
            return
        self._deadline.begin(START_SECONDS)
        try:
            kind, _ = frames.read_frame(self._pipes()[1], 0)
        except (frames.BrokenFrame, OSError, ValueError) as error:
            _log.error("the reading process did not start: %s", self._last_words())
            self.stop()
            raise no_answer("not-started") from error
        finally:
            self._deadline.done()
        if kind != frames.READY:
            self.stop()
            raise no_answer("not-started")
        self._ready = True

    def ask(self, what: bytes, request: bytes, data: bytes) -> bytes:
        """The child's answer within the time limit; without one the child is ended.

        `what` is frames.REQUEST or frames.MARK, `request` its Request or MarkRequest as JSON.
        """
        self._deadline.begin(self._limits.worker_seconds)
        answer: bytes | UnreadableFile | None = None
        try:
            answer = _answer(*self._exchange(what, request, data))
        except (frames.BrokenFrame, OSError, ValueError) as error:
            code = "too-slow" if self._deadline.late else self._cause()
            raise self._refusal(code, self._deadline.seconds) from error
        finally:
            self._deadline.done()
            if answer is None:
                # An answer that still came would be taken for the next file's.
                self.stop()
        if isinstance(answer, UnreadableFile):
            raise answer
        return answer

    def _exchange(self, what: bytes, request: bytes, data: bytes) -> tuple[bytes, bytes]:
        stdin, stdout = self._pipes()
        frames.write_frames(stdin, (what, request), (frames.DATA, data))
        kind, answer = frames.read_frame(stdout, self._limits.worker_bytes)
        while kind == frames.ROWS:
            self._deadline.extend(self._limits.seconds_for(int(answer)))
            kind, answer = frames.read_frame(stdout, self._limits.worker_bytes)
        return kind, answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:  # pragma: no cover - both are asked for above
            raise frames.BrokenFrame("no pipes")
        return stdin, stdout

    def _cause(self) -> str:
        """Why a child gave no answer: libraries say so when memory ran out. It is ended first,
        for one that said nonsense may live on."""
        if not self.stop.alive:
            return "closed"
        self._process.kill()
        self._process.wait()
        words = self._last_words()
        _log.warning("the reading process died (%s): %s", self._process.returncode, words)
        hungry = ("memory allocation", "MemoryError", "capacity overflow", "bad_alloc")
        return "too-big" if any(word in words for word in hungry) else "crashed"

    def _last_words(self) -> str:
        end = self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, end - 4096))
        return self._words.read().decode("utf-8", errors="replace")

    def _refusal(self, code: str, seconds: float) -> UnreadableFile:
        limit = self._limits.worker_bytes / MEGABYTE if code == "too-big" else seconds
        return no_answer(code, limit=f"{round(limit, 1):,g}")


def _answer(kind: bytes, answer: bytes) -> bytes | UnreadableFile:
    """What was asked for, or why there is none. Raises ValueError where it is neither."""
    if kind in (frames.LOADED, frames.MARKED):
        return answer
    refused = from_json(Refused, answer)
    if kind == frames.FAILED:
        _log.error("reading failed: %s", refused.trace)
        return no_answer("failed")
    return UnreadableFile(refused.code, refused.reason)


def no_answer(code: str, **words: str) -> UnreadableFile:
    """The exception for a file to which no reading came back; `words` fill its sentence."""
    return UnreadableFile(code, _REASONS[code].format(**words))


def _started(command: Sequence[str], words: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=words,
        env=_environment(os.environ),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """What Python needs of the parent's, and this package found wherever the app was started
    from. No more: the database's password has no place where hostile files are read."""
    needed = {name: value for name, value in environ.items() if _is_needed(name)}
    home = str(Path(__file__).resolve().parent.parent.parent)
    paths = [home, *filter(None, [environ.get("PYTHONPATH")])]
    return {**needed, "PYTHONPATH": os.pathsep.join(paths)}


def _is_needed(name: str) -> bool:
    return name in _NEEDED or name.startswith(("LC_", "PYTHON"))


def _end(process: subprocess.Popen[bytes], words: IO[bytes], deadline: Deadline) -> None:
    deadline.close()
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, words):
        if stream:
            try:
                stream.close()
            except OSError:
                _log.debug("the pipe was broken already")
