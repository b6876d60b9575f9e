"""The child's side: reads the files it is sent until no more can come."""

import faulthandler
import os
import sys
import traceback
from dataclasses import dataclass
from typing import IO, Protocol

from ita_data.codec import from_json, to_json
from ita_data.errors import UnreadableFile
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings
from ita_data.worker import frames

_LARGEST_REQUEST = 2**40


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read, besides the file's bytes, which follow in a frame of their own."""

    name: str
    settings: Settings
    choices: Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why there is no reading: an UnreadableFile's parts, or a bug's trace for the log."""

    code: str
    reason: str = ""
    trace: str = ""


class Load(Protocol):
    """What reads one file: ita_data.reading.load."""

    def __call__(
        self, name: str, data: bytes, *, settings: Settings, choices: Choices
    ) -> Loaded: ...


def run(load: Load) -> None:
    """Serves on this process's own standard input and output until the input ends.

    Standard output is moved out of the libraries' reach first: what they print goes to
    standard error and cannot end up between two frames.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(load, sys.stdin.buffer, answers)


def serve(load: Load, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answers each request with one frame. Ends when the other side is gone."""
    frames.write_frame(answers, frames.READY)
    while True:
        try:
            _, words = frames.read_frame(requests, _LARGEST_REQUEST)
            _, data = frames.read_frame(requests, _LARGEST_REQUEST)
        except frames.BrokenFrame:
            return
        kind, answer = _answer(load, from_json(Request, words), data)
        frames.write_frame(answers, kind, answer)


def _answer(load: Load, request: Request, data: bytes) -> tuple[bytes, bytes]:
    limits = request.settings.limits
    _limit_memory(limits.worker_bytes)
    # Should the parent die while this file is read, nobody else would end a reading that
    # hangs. This clock runs outside the interpreter and ends the process by itself.
    faulthandler.dump_traceback_later(2 * limits.worker_seconds + 5, exit=True)
    try:
        loaded = load(request.name, data, settings=request.settings, choices=request.choices)
        return frames.LOADED, to_json(loaded)
    except UnreadableFile as refused:
        return frames.UNREADABLE, to_json(Refused(code=refused.code, reason=refused.reason))
    except MemoryError:
        raise  # The process ends here: after this its memory cannot be relied on.
    except Exception:
        return frames.FAILED, to_json(Refused(code="failed", trace=traceback.format_exc()))
    finally:
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
