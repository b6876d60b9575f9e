"""How long reading takes, beside the fastest reader there is, in the same run.

Run: python -m tests.benchmarks.bench_reading
The floor is python-calamine alone, which checks nothing, keeps no places and understands no
word. Every text differs from row to row and from run to run, so that nothing is remembered;
only "again" says what a file costs whose texts were read a moment ago.
"""

import io
import itertools
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pandas as pd
from python_calamine import CalamineWorkbook

from ita_data.loaded import Choices, Loaded
from ita_data.model import Report
from ita_data.readers import read
from ita_data.reading import load as understand
from ita_data.settings import Limits, Settings
from ita_data.worker import ReadingService

HEADER = (
    "ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
    "ผู้รับผิดชอบ", "ผลการดำเนินการ", "ผลลัพธ์",
)  # fmt: skip
ECHO = (sys.executable, "-c", "from tests.benchmarks.bench_reading import echo; echo()")
READ = (sys.executable, "-c", "from tests.benchmarks.bench_reading import grids; grids()")


FILES = itertools.count()
# About as long as a cell of an honest report.
STEPS = (
    "จัดทำคู่มือการให้บริการของกองที่ {0} และเผยแพร่ผ่านเว็บไซต์ของหน่วยงาน อย่างน้อย {1} ช่องทาง\n"
    "ประชุมชี้แจงเจ้าหน้าที่ผู้รับผิดชอบทุกไตรมาส รวม {1} ครั้ง ต่อปี พร้อมสรุปผลชุดที่ {0} "
    "เสนอผู้บริหารเพื่อทราบและสั่งการ"
)


def report(rows: int) -> bytes:
    """An xlsx of an invented agency with this many measures, unlike any before."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["รายงานผลการดำเนินการ เทศบาลตำบลดอนแก้วใส ปีงบประมาณ พ.ศ. 2568"])
    sheet.append(HEADER)
    file = next(FILES)
    for number in range(1, rows + 1):
        steps, output = (STEPS.format(f"{file}-{number}-{n}", number % 40 + n) for n in (1, 2))
        title = f"มาตรการปรับปรุงงานบริการที่ {file}-{number}"
        outcome = f"ผู้รับบริการพึงพอใจ ร้อยละ {60 + number % 40}"
        sheet.append([number, title, steps, "ต.ค. 67 - ก.ย. 68", "สำนักปลัด", output, outcome])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def empty_reading() -> Loaded:
    return Loaded(report=Report(agency="", district="", province="", fiscal_year=None), findings=())


def echo() -> None:
    """A worker that reads nothing: what the process border itself costs."""
    from ita_data.worker.child import run

    run(lambda name, data, *, settings, choices, on_rows: empty_reading())


def grids() -> None:
    """A worker that reads the grids: the border and the safe reading together."""
    from ita_data.worker.child import run

    def load(
        name: str,
        data: bytes,
        *,
        settings: Settings,
        choices: Choices,
        on_rows: Callable[[int], None],
    ) -> Loaded:
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
    size = 40 if rows < 100 else 3
    files = itertools.cycle([report(rows) for _ in range(size)])
    limits = Limits(worker_seconds=60)
    settings = Settings(limits=limits)
    border = ReadingService(settings, command=ECHO)
    reader = ReadingService(settings, command=READ)
    whole = ReadingService(settings)
    works: dict[str, Callable[[bytes], object]] = {
        "python-calamine alone (floor)": calamine,
        "readers.read": lambda data: read("a", data, limits),
        "reading.load, with understanding": lambda data: understand("a", data),
        "worker, nothing read": lambda data: border.load("a", data),
        "worker, readers.read": lambda data: reader.load("a", data),
        "worker, the whole safe reading": lambda data: whole.load("a", data),
        "pandas, engine calamine": lambda data: pd.read_excel(
            io.BytesIO(data), header=None, engine="calamine"
        ),
        "pandas, engine openpyxl": lambda data: pd.read_excel(
            io.BytesIO(data), header=None, engine="openpyxl"
        ),
    }
    measured = {
        what: milliseconds(lambda work=work: work(next(files)))  # type: ignore[misc]
        for what, work in works.items()
    }
    for service in (border, reader, whole):
        service.close()
    floor = measured["python-calamine alone (floor)"]
    print(f"\n{rows:,} rows, {len(next(files)):,} bytes")
    for what, value in measured.items():
        print(f"  {what:<34}{value:>10.2f} ms{value / floor:>8.1f} ×")


def in_turn(works: dict[str, Callable[[bytes], object]], files: list[bytes]) -> dict[str, float]:
    """The median milliseconds of each work over the files, taken in turn: what else the
    machine does falls on all alike."""
    times: dict[str, list[float]] = {what: [] for what in works}
    for data in files:
        for what, work in works.items():
            start = time.perf_counter()
            work(data)
            times[what].append(1000 * (time.perf_counter() - start))
    return {what: statistics.median(taken[len(taken) // 10 :]) for what, taken in times.items()}


def pandas_openpyxl(data: bytes) -> object:
    return pd.read_excel(io.BytesIO(data), header=None, engine="openpyxl")


def against_pandas() -> None:
    """A 7-row file: texts never seen before, and a file read again (after a column was
    matched, or with the same texts as last time)."""
    service = ReadingService(Settings(limits=Limits(workers=1)), spare=False)
    cells = ReadingService(Settings(limits=Limits(workers=1)), command=READ, spare=False)
    works: dict[str, Callable[[bytes], object]] = {
        "pandas": pandas_openpyxl,
        "cells only, through the worker": lambda data: cells.load("a", data),
        "load": lambda data: understand("a", data),
        "load through the worker": lambda data: service.load("a", data),
    }
    known = report(7)
    print("\n7 rows, in parts of pandas.read_excel (openpyxl), and workbooks a second")
    for kind, files in (("new texts", [report(7) for _ in range(60)]), ("again", [known] * 60)):
        measured = in_turn(works, files)
        floor = measured.pop("pandas")
        for what, taken in measured.items():
            print(f"  {what + ', ' + kind:<44}{taken / floor:>6.2f} ×{1000 / taken:>8.0f} a second")
    for reading in (service, cells):
        reading.close()


def through_one_worker() -> None:
    """Workbooks of 7 rows a second through one worker, by how many hand them in at once."""
    service = ReadingService(Settings(limits=Limits(workers=1)), spare=False)
    cells = ReadingService(Settings(limits=Limits(workers=1)), command=READ, spare=False)
    known = [report(7)] * 300
    print("\nworkbooks a second through one worker, by callers at once")
    for callers in (1, 2, 4):
        rates = [
            a_second(cells, known, callers),
            a_second(service, [report(7) for _ in range(200)], callers),
            a_second(service, known, callers),
        ]
        words = "cells only {:>5.0f}   new texts {:>5.0f}   again {:>5.0f}".format(*rates)
        print(f"  {callers:<10}{words}")
    for reading in (service, cells):
        reading.close()


def a_second(service: ReadingService, files: list[bytes], callers: int) -> float:
    service.load("a", files[0])
    with ThreadPoolExecutor(callers) as threads:
        start = time.perf_counter()
        list(threads.map(lambda data: service.load("a", data), files))
        return len(files) / (time.perf_counter() - start)


def against_calamine() -> None:
    """1,000 rows to grids: every check, the worker and the way there and back."""
    service = ReadingService(Settings(limits=Limits(worker_seconds=60)), command=READ, spare=False)
    works = {"calamine": calamine, "worker": lambda data: service.load("a", data)}
    measured = in_turn(works, [report(1_000) for _ in range(7)])
    service.close()
    ratio = measured["worker"] / measured["calamine"]
    print(f"\n1,000 rows to grids, the whole safe reading{ratio:>18.2f} × calamine alone")


def replacement() -> None:
    service = ReadingService(Settings(limits=Limits(workers=1)))
    data, times = report(7), []
    for _ in range(7):
        service.load("a", data)
        child, spare = service._free.queue[-1], service._spare
        spare.await_ready()  # it has started long before the next officer comes
        os.kill(child._process.pid, signal.SIGKILL)
        child._process.wait()
        start = time.perf_counter()
        service.load("a", data)
        times.append(1000 * (time.perf_counter() - start))
    service.close()
    print(f"  {'a killed worker reads again after':<40}{statistics.median(times):>8.0f} ms")


def start_up() -> None:
    """A worker's start beside the interpreter's own."""
    bare = milliseconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True))

    def first() -> None:
        service = ReadingService(Settings(), command=READ_ALONE)
        service.load("a", b"")
        service.close()

    def inspect() -> None:
        path = Path(__file__).parent.parent / "cases" / "half-years.xlsx"
        command = [sys.executable, "-m", "ita_data", "inspect", str(path)]
        subprocess.run(command, check=True, capture_output=True)

    started, inspected = milliseconds(first), milliseconds(inspect)
    print("\nstart")
    print(f"  {'python -c pass (floor)':<34}{bare:>10.0f} ms{1:>8.1f} ×")
    print(f"  {'worker, first answer':<34}{started:>10.0f} ms{started / bare:>8.1f} ×")
    print(f"  {'python -m ita_data inspect':<34}{inspected:>10.0f} ms{inspected / bare:>8.1f} ×")


# As the app's own worker imports, without the readers' benchmarks around it.
READ_ALONE = (
    sys.executable,
    "-c",
    "import ita_data.readers\n"
    "from ita_data.worker.child import run\n"
    "from ita_data.loaded import Loaded\n"
    "from ita_data.model import Report\n"
    "run(lambda name, data, *, settings, choices, on_rows: Loaded(findings=(), report=Report("
    "agency='', district='', province='', fiscal_year=None)))\n",
)

if __name__ == "__main__":
    for size in (7, 1_000, 5_000):
        table(size)
    against_pandas()
    through_one_worker()
    against_calamine()
    replacement()
    start_up()
