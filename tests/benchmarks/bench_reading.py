"""How long reading takes, beside the fastest reader there is, in the same run.

Run: python -m tests.benchmarks.bench_reading
The floor is python-calamine alone, which checks nothing and keeps no places.
"""

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import openpyxl
import pandas as pd
from python_calamine import CalamineWorkbook

from ita_data.loaded import Choices, Loaded
from ita_data.model import Report
from ita_data.readers import read
from ita_data.settings import Limits, Settings
from ita_data.worker import ReadingService

HEADER = (
    "ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
    "ผู้รับผิดชอบ", "ผลการดำเนินการ", "ผลลัพธ์",
)  # fmt: skip
ECHO = (sys.executable, "-c", "from tests.benchmarks.bench_reading import echo; echo()")
READ = (sys.executable, "-c", "from tests.benchmarks.bench_reading import grids; grids()")


def report(rows: int) -> bytes:
    """An xlsx of an invented agency with this many measures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["รายงานผลการดำเนินการ เทศบาลตำบลดอนแก้วใส"])
    sheet.append(HEADER)
    for number in range(1, rows + 1):
        steps = f"ทบทวนคู่มือการให้บริการ อย่างน้อย {number} เล่ม " * 8
        sheet.append([number, "มาตรการ", steps, "ต.ค. 67 - ก.ย. 68", "สำนักปลัด", steps, "ดี"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def empty_reading() -> Loaded:
    return Loaded(report=Report(agency="", district="", province="", fiscal_year=None), findings=())


def echo() -> None:
    """A worker that reads nothing: what the process border itself costs."""
    from ita_data.worker.child import run

    run(lambda name, data, *, settings, choices: empty_reading())


def grids() -> None:
    """A worker that reads the grids: the border and the safe reading together."""
    from ita_data.worker.child import run

    def load(name: str, data: bytes, *, settings: Settings, choices: Choices) -> Loaded:
        read(name, data, settings.limits)
        return empty_reading()

    run(load)


def milliseconds(work: Callable[[], object], *, seconds: float = 1.5) -> float:
    """The median of as many runs as fit, after one to warm up."""
    work()
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def calamine(data: bytes) -> object:
    return CalamineWorkbook.from_object(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def table(rows: int) -> None:
    data, limits = report(rows), Limits(worker_seconds=60)
    settings = Settings(limits=limits)
    border = ReadingService(settings, command=ECHO)
    worker = ReadingService(settings, command=READ)
    floor = milliseconds(lambda: calamine(data))
    measured = {
        "python-calamine alone (floor)": floor,
        "readers.read": milliseconds(lambda: read("a", data, limits)),
        "worker, nothing read": milliseconds(lambda: border.load("a", data)),
        "worker, readers.read": milliseconds(lambda: worker.load("a", data)),
        "pandas, engine calamine": milliseconds(
            lambda: pd.read_excel(io.BytesIO(data), header=None, engine="calamine")
        ),
        "pandas, engine openpyxl": milliseconds(
            lambda: pd.read_excel(io.BytesIO(data), header=None, engine="openpyxl")
        ),
    }
    border.close()
    worker.close()
    print(f"\n{rows:,} rows, {len(data):,} bytes")
    for what, value in measured.items():
        print(f"  {what:<32}{value:>10.2f} ms{value / floor:>8.1f} ×")


def start_up() -> None:
    """A worker's start beside the interpreter's own."""
    bare = milliseconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True))

    def first() -> None:
        service = ReadingService(Settings(), command=READ_ALONE)
        service.load("a", b"")
        service.close()

    started = milliseconds(first)
    print("\nstart of a worker")
    print(f"  {'python -c pass (floor)':<32}{bare:>10.0f} ms{1:>8.1f} ×")
    print(f"  {'worker, first answer':<32}{started:>10.0f} ms{started / bare:>8.1f} ×")


# As the app's own worker imports, without the readers' benchmarks around it.
READ_ALONE = (
    sys.executable,
    "-c",
    "import ita_data.readers\n"
    "from ita_data.worker.child import run\n"
    "from ita_data.loaded import Loaded\n"
    "from ita_data.model import Report\n"
    "run(lambda name, data, *, settings, choices: Loaded(findings=(), report=Report("
    "agency='', district='', province='', fiscal_year=None)))\n",
)

if __name__ == "__main__":
    for size in (7, 1_000, 20_000):
        table(size)
    start_up()
