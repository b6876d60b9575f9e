"""The child process: reads and marks with the library's own functions until its input ends."""

from collections.abc import Sequence

from ita_data.findings import Finding
from ita_data.reading import load
from ita_data.settings import Settings
from ita_data.worker.child import run


def mark(data: bytes, findings: Sequence[Finding], *, settings: Settings) -> bytes:
    from ita_data import marking  # only a worker that marks needs it, and what it imports

    return marking.mark(data, findings, settings=settings)


if __name__ == "__main__":
    run(load, mark)
