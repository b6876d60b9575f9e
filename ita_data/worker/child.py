"""The child's side: reads or marks the files it is sent until no more can come."""

import faulthandler
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO, Protocol

from ita_data.codec import from_json, to_json
from ita_data.errors import UnreadableFile
from ita_data.findings import Finding
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings
from ita_data.worker import frames

_LARGEST_REQUEST = 2**40
# Fewer are understood in no time.
_MANY_ROWS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read, besides the file's bytes, which follow in a frame of their own."""

    name: str
    settings: Settings
    choices: Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRequest:
    """What to mark in a workbook, whose bytes follow in a frame of their own."""

    settings: Settings
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why there is no reading: an UnreadableFile's parts, or a bug's trace for the log."""

    code: str
    reason: str = ""
    trace: str = ""


class Load(Protocol):
    """What reads one file: ita_data.reading.load."""

    def __call__(
        self,
        name: str,
        data: bytes,
        *,
        settings: Settings,
        choices: Choices,
        on_rows: Callable[[int], None],
    ) -> Loaded: ...


class Mark(Protocol):
    """What marks one workbook: ita_data.marking.mark."""

    def __call__(
        self, data: bytes, findings: Sequence[Finding], *, settings: Settings
    ) -> bytes: ...


def _marks_nothing(data: bytes, findings: Sequence[Finding], *, settings: Settings) -> bytes:
    raise NotImplementedError("this process only reads")


def run(load: Load, mark: Mark = _marks_nothing) -> None:
    """Serves on this process's own standard input and output until the input ends.

    Standard output is moved out of the libraries' reach first: what they print goes to
    standard error and cannot end up between two frames.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    gc.freeze()  # what was imported stays: not looked through for garbage with every file
    serve(load, mark, sys.stdin.buffer, answers)


def serve(load: Load, mark: Mark, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answers each request with one frame. Ends when the other side is gone."""
    frames.write_frame(answers, frames.READY)
    while True:
        try:
            asked, words = frames.read_frame(requests, _LARGEST_REQUEST)
            _, data = frames.read_frame(requests, _LARGEST_REQUEST)
        except frames.BrokenFrame:
            return
        if asked == frames.MARK:
            marking = from_json(MarkRequest, words)
            kind, answer = _bounded(marking.settings, partial(_marked, mark, marking, data))
        else:
            reading = from_json(Request, words)
            work = partial(_loaded, load, reading, data, partial(_tell_rows, answers))
            kind, answer = _bounded(reading.settings, work)
        frames.write_frame(answers, kind, answer)


def _tell_rows(answers: IO[bytes], rows: int) -> None:
    if rows >= _MANY_ROWS:
        frames.write_frame(answers, frames.ROWS, str(rows).encode())


def _loaded(
    load: Load, asked: Request, data: bytes, on_rows: Callable[[int], None]
) -> tuple[bytes, bytes]:
    loaded = load(asked.name, data, settings=asked.settings, choices=asked.choices, on_rows=on_rows)
    return frames.LOADED, to_json(loaded)


def _marked(mark: Mark, asked: MarkRequest, data: bytes) -> tuple[bytes, bytes]:
    return frames.MARKED, mark(data, asked.findings, settings=asked.settings)


def _bounded(settings: Settings, work: Callable[[], tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """The frame to answer with: what the work gives within its limits, or why it gives none."""
    limits = settings.limits
    _limit_memory(limits.worker_bytes)
    # Should the parent die while this file is read, nobody else would end a reading that
    # hangs. This clock runs outside the interpreter and ends the process by itself.
    longest = max(limits.worker_seconds, limits.longest_seconds)
    _end_in(longest + 5)
    try:
        return work()
    except UnreadableFile as refused:
        return frames.UNREADABLE, to_json(Refused(code=refused.code, reason=refused.reason))
    except MemoryError:
        raise  # The process ends here: after this its memory cannot be relied on.
    except Exception:
        return frames.FAILED, to_json(Refused(code="failed", trace=traceback.format_exc()))
    finally:
        _end_in(0)


def _end_in(seconds: float) -> None:
    """This process's end after so many seconds; 0: not any more."""
    if hasattr(signal, "setitimer"):  # takes a thread less, but Windows has none
        signal.setitimer(signal.ITIMER_REAL, seconds)
    elif seconds:
        faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()


def _limit_memory(most: int) -> None:
    """Bounds this process's address space where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
