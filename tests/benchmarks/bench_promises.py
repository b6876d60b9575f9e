"""The figures that reading promises, each as a ratio or a rate of one run, with what was asked.

Run: python -m tests.benchmarks.bench_promises
"""

import io
import os
import signal
import time
from collections.abc import Iterator

import pandas as pd

from ita_data.errors import UnreadableFile
from ita_data.reading import load
from ita_data.settings import Limits, Settings
from ita_data.worker import ReadingService
from tests.benchmarks.bench_reading import calamine, milliseconds, report

SECONDS = 4


def lines() -> Iterator[tuple[str, float, str, bool]]:
    """What was measured, the figure, what was asked of it, and whether it holds."""
    small, large = report(7), report(1_000)
    service = ReadingService(Settings(limits=Limits(worker_seconds=60)))
    pandas = milliseconds(lambda: pd.read_excel(io.BytesIO(small), header=None, engine="openpyxl"))
    safe = milliseconds(lambda: service.load("a", small))
    yield "7 rows, safe reading ÷ pandas (openpyxl)", safe / pandas, "≤ 0.5", safe <= 0.5 * pandas
    floor = milliseconds(lambda: calamine(large))
    whole = milliseconds(lambda: load("a", large))
    yield "1,000 rows, reading ÷ calamine alone", whole / floor, "≤ 3", whole <= 3 * floor
    rate = 1000 / milliseconds(lambda: service.load("a", small), seconds=SECONDS)
    yield "small workbooks a second, one worker", rate, "≥ 400", rate >= 400
    took = replaced(service, small)
    yield "a killed worker replaced, ms", took, "≤ 200", took <= 200
    service.close()


def replaced(service: ReadingService, data: bytes) -> float:
    """Milliseconds from a worker's death to the next file's reading; the median of five."""
    times = []
    for _ in range(5):
        service.load("a", data)
        for child in [child for child in service._children if child.alive]:
            os.kill(child._process.pid, signal.SIGKILL)
            child._process.wait()
        begun = time.perf_counter()
        try:
            service.load("a", data)
        except UnreadableFile:
            service.load("a", data)
        times.append(1000 * (time.perf_counter() - begun))
    return sorted(times)[2]


if __name__ == "__main__":
    for what, figure, asked, holds in lines():
        print(f"{what:<44}{figure:>10.2f}   {asked:<8}{'' if holds else 'MISSED'}")
