"""The app lives on whatever a file does to the process that reads it."""

import ast
import gc
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ita_data.errors import UnreadableFile
from ita_data.loaded import Choices, Loaded
from ita_data.reading import load
from ita_data.settings import Limits, Settings
from ita_data.worker import ReadingService, frames, process, read_safely
from ita_data.worker.deadline import Deadline

PROJECT = Path(__file__).parents[1]
# A reader whose files say what to do to the process.
READER = """
import ctypes, os, sys, time
from ita_data.errors import UnreadableFile
from ita_data.loaded import Loaded
from ita_data.model import Report
from ita_data.worker.child import run

def load(name, data, *, settings, choices, on_rows):
    words = data.decode()
    if words == "abort":
        os.abort()
    if words == "exit":
        os._exit(0)
    if words == "loop":
        while True:
            pass
    if words == "eat memory":
        bytearray(2_000_000_000)
    if words == "refuse":
        raise UnreadableFile("encrypted", "ไฟล์นี้ตั้งรหัสผ่านไว้")
    if words == "environment":
        raise UnreadableFile("environment", repr(dict(os.environ)))
    if words == "bug":
        raise KeyError("a bug of ours")
    if words == "print":
        print("noise" * 1000)
        os.write(1, b"more noise")
    if words.startswith("rows"):
        on_rows(int(words.split()[1]))
        time.sleep(float(words.split()[2]))
    if words.startswith("sleep"):
        time.sleep(float(words.split()[1]))
    report = Report(agency=choices.agency or "", district="", province="",
                    fiscal_year=choices.fiscal_year)
    return Loaded(report=report, findings=(), name=name, format=str(os.getpid()))

run(load)
"""


def _settings(**limits: float) -> Settings:
    given: dict[str, float] = {"worker_seconds": 2.0, "worker_bytes": 600 * 1024 * 1024, **limits}
    return Settings(limits=Limits(**given))  # type: ignore[arg-type]


@pytest.fixture
def service() -> Iterator[ReadingService]:
    reading = ReadingService(_settings(), command=(sys.executable, "-c", READER))
    yield reading
    reading.close()


def _refused(service: ReadingService, words: str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        service.load("a.xlsx", words.encode())
    return caught.value


def _child_of(loaded: Loaded) -> int:
    return int(loaded.format)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("abort", "crashed"),
        ("exit", "crashed"),
        ("loop", "too-slow"),
        ("eat memory", "too-big"),
        ("refuse", "encrypted"),
        ("bug", "failed"),
    ],
)
def test_what_a_file_does_to_its_reader_is_a_sentence_and_the_next_file_is_read(
    service: ReadingService, words: str, code: str
) -> None:
    if words == "eat memory" and sys.platform == "win32":
        pytest.skip("Windows has no limit on a process's memory")
    assert _refused(service, words).code == code
    assert service.load("b.xlsx", b"fine").name == "b.xlsx"


def test_the_reason_names_the_limit(service: ReadingService) -> None:
    assert _refused(service, "loop").reason == (
        "ใช้เวลาอ่านไฟล์นี้เกิน 2 วินาที จึงหยุดอ่าน "
        "โปรดเปิดไฟล์ต้นฉบับ คัดลอกเฉพาะตารางรายงานไปไว้ในไฟล์ใหม่ แล้วนำเข้าอีกครั้ง"
    )


def test_a_long_table_is_given_more_time_but_not_any() -> None:
    limits = _settings(worker_seconds=0.5, seconds_a_thousand_rows=1, longest_seconds=2)
    service = ReadingService(limits, command=(sys.executable, "-c", READER))
    service.load("a", b"fine")
    assert _refused(service, "rows 499 1").reason.startswith("ใช้เวลาอ่านไฟล์นี้เกิน 0.5 วินาที")
    assert service.load("b", b"rows 1000 0.8").name == "b"
    assert _refused(service, "rows 200000 9").reason.startswith("ใช้เวลาอ่านไฟล์นี้เกิน 2 วินาที")
    service.close()


def test_a_refusal_crosses_over_whole(service: ReadingService) -> None:
    assert _refused(service, "refuse").reason == "ไฟล์นี้ตั้งรหัสผ่านไว้"


def test_choices_cross_over(service: ReadingService) -> None:
    choices = Choices(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568)
    report = service.load("a.csv", b"fine", choices).report
    assert (report.agency, report.fiscal_year) == ("เทศบาลตำบลดอนแก้วใส", 2568)


def test_what_a_library_prints_is_no_answer(service: ReadingService) -> None:
    assert service.load("a.csv", b"print").name == "a.csv"


def test_a_warm_worker_is_used_again(service: ReadingService) -> None:
    first, second = service.load("a", b"fine"), service.load("b", b"fine")
    assert _child_of(first) == _child_of(second)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_worker_killed_while_reading(service: ReadingService) -> None:
    child = _child_of(service.load("a", b"fine"))
    killer = threading.Timer(0.2, os.kill, (child, signal.SIGKILL))
    killer.start()
    assert _refused(service, "sleep 1.8").code == "crashed"
    assert _child_of(service.load("b", b"fine")) != child


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_worker_that_died_while_idle_is_replaced_unnoticed(service: ReadingService) -> None:
    child = _child_of(service.load("a", b"fine"))
    os.kill(child, signal.SIGKILL)
    time.sleep(0.1)
    assert _child_of(service.load("b", b"fine")) != child


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_killed_worker_is_replaced_by_one_that_was_started_ahead(
    service: ReadingService,
) -> None:
    child = _child_of(service.load("a", b"fine"))
    ahead = service._spare
    assert ahead is not None
    os.kill(child, signal.SIGKILL)
    time.sleep(0.1)
    assert _child_of(service.load("b", b"fine")) == ahead._process.pid
    assert service._spare not in (None, ahead)


def test_a_spare_that_died_is_started_again(service: ReadingService) -> None:
    service.load("a", b"fine")
    first = service._spare
    assert first is not None
    first.stop()
    service.load("b", b"fine")
    assert service._spare not in (None, first)


def test_a_service_without_a_spare_and_a_closed_one_leave_no_process() -> None:
    for spare in (False, True):
        reading = ReadingService(_settings(), command=(sys.executable, "-c", READER), spare=spare)
        reading.load("a", b"fine")
        children = list(reading._children)
        reading.close()
        assert (len(children), any(child.alive for child in children)) == (1 + spare, False)


def test_an_interrupted_reading_leaves_no_answer_for_the_next(
    service: ReadingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _child_of(service.load("a", b"fine"))

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(frames, "read_frame", interrupted)
        with pytest.raises(KeyboardInterrupt):
            service.load("b", b"fine")
    loaded = service.load("c", b"fine")
    assert (loaded.name, _child_of(loaded) != first) == ("c", True)


# Says nonsense of a file named so and, behind it, what it should have said.
LIAR = """
import sys
from ita_data.worker import frames

frames.write_frame(sys.stdout.buffer, frames.READY)
while True:
    frames.read_frame(sys.stdin.buffer, 2**40)
    _, data = frames.read_frame(sys.stdin.buffer, 2**40)
    if data == b"nonsense":
        frames.write_frame(sys.stdout.buffer, frames.UNREADABLE, b"nonsense")
    frames.write_frame(sys.stdout.buffer, frames.MARKED, b"marked " + data)
"""


def test_nonsense_from_a_worker_leaves_no_answer_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = _settings(workers=1, worker_seconds=60)
    service = ReadingService(settings, command=(sys.executable, "-c", LIAR), spare=False)
    assert service.mark(b"first", ()) == b"marked first"
    with monkeypatch.context() as patched:
        patched.setattr(process, "START_SECONDS", 0.2)
        with pytest.raises(UnreadableFile, match="เนื้อหาในไฟล์ผิดปกติ"):
            service.mark(b"nonsense", ())
    assert service.mark(b"another's", ()) == b"marked another's"
    service.close()


def test_a_worker_sees_no_secret_of_the_apps(
    service: ReadingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ITA_DATABASE_URL", "PGPASSWORD", "LC_ALL", "PYTHONPATH", "SOME_TOKEN"):
        monkeypatch.setenv(name, f"value of {name}")
    seen = ast.literal_eval(_refused(service, "environment").reason)
    assert {name: seen.get(name) for name in ("PATH", "LC_ALL")} == {
        "PATH": os.environ["PATH"],
        "LC_ALL": "value of LC_ALL",
    }
    assert seen.pop("PYTHONPATH") == os.pathsep.join([str(PROJECT), "value of PYTHONPATH"])
    assert [name for name in seen if "value of" in seen[name]] == ["LC_ALL"]


def test_progress_that_raises_gives_the_worker_back(service: ReadingService) -> None:
    def stop(_: str) -> None:
        raise RuntimeError("the page was left")

    for _ in range(3):
        with pytest.raises(RuntimeError, match="the page was left"):
            service.load("a", b"fine", on_progress=stop)
    assert service.load("b", b"fine").name == "b"


def test_the_real_reader_through_the_border(seed_bytes: bytes) -> None:
    assert read_safely("รายงาน.txt", seed_bytes) == load("รายงาน.txt", seed_bytes)


def test_a_hostile_file_through_the_border() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_safely("รายงาน.xlsx", b"PK\x03\x04 not a zip")
    assert caught.value.code == "damaged"


def test_eight_threads_share_two_workers(service: ReadingService) -> None:
    work = ["sleep 0.1", "abort", "fine", "refuse", "sleep 0.1", "fine", "exit", "fine"]

    def outcome(words: str) -> str:
        try:
            return service.load(words, words.encode()).name
        except UnreadableFile as refused:
            return refused.code

    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(outcome, work))
    assert outcomes == [
        "sleep 0.1", "crashed", "fine", "encrypted", "sleep 0.1", "fine", "crashed", "fine",
    ]  # fmt: skip


def test_progress_is_told_and_the_queue_is_visible() -> None:
    service = ReadingService(_settings(workers=1), command=(sys.executable, "-c", READER))
    told: list[str] = []
    first = threading.Thread(target=service.load, args=("a", b"sleep 0.5"))
    first.start()
    while not service._children:
        time.sleep(0.01)
    service.load("b", b"fine", on_progress=told.append)
    first.join()
    service.close()
    assert told == ["กำลังรออ่านไฟล์ มีไฟล์รออยู่ 1 ไฟล์", "กำลังอ่านไฟล์"]


class _Killed(threading.Event):
    """A process of which only its end is seen."""

    kill = threading.Event.set


def test_one_clock_keeps_the_time_of_each_file_in_turn() -> None:
    process = _Killed()
    deadline = Deadline(process)  # type: ignore[arg-type]
    deadline.begin(0.3)
    deadline.done()
    deadline.begin(60)
    deadline.done()
    assert (process.wait(0.5), deadline.late) == (False, False)  # nothing is left of the first
    deadline.begin(0.3)  # shorter than what the clock sleeps for
    assert (process.wait(10), deadline.late) == (True, True)
    process.clear()
    deadline.begin(0.3)
    deadline.extend(60)
    assert (process.wait(0.5), deadline.late, deadline.seconds) == (False, False, 60)
    deadline.close()


def test_a_reader_that_does_not_start() -> None:
    service = ReadingService(_settings(), command=(sys.executable, "-c", "raise SystemExit(3)"))
    assert _refused(service, "fine").code == "not-started"
    assert _refused(service, "fine").code == "not-started"
    service.close()


def test_a_closed_service_reads_no_more(service: ReadingService) -> None:
    service.load("a", b"fine")
    service.close()
    service.close()
    assert _refused(service, "fine").code == "closed"


def test_closing_ends_a_reading_under_way(service: ReadingService) -> None:
    service.load("a", b"fine")
    closing = threading.Timer(0.2, service.close)
    closing.start()
    assert _refused(service, "sleep 1.8").code == "closed"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_forgotten_service_leaves_no_process() -> None:
    service = ReadingService(_settings(), command=(sys.executable, "-c", READER))
    child = _child_of(service.load("a", b"fine"))
    del service
    gc.collect()
    assert not Path(f"/proc/{child}").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_workers_end_when_the_app_is_killed() -> None:
    app = textwrap.dedent(
        f"""
        import os, signal, sys
        from ita_data.settings import Settings
        from ita_data.worker import ReadingService
        service = ReadingService(Settings(), command=(sys.executable, "-c", {READER!r}))
        print(service.load("a", b"fine").format, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    ended = subprocess.run([sys.executable, "-c", app], stdout=subprocess.PIPE, check=False)
    assert _gone(int(ended.stdout))


def _gone(process: int) -> bool:
    """Whether a process ends within five seconds."""
    for _ in range(100):
        if not Path(f"/proc/{process}").exists():
            return True
        time.sleep(0.05)
    return False
