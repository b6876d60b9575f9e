"""Servers for the app's benchmark: the program itself, and plain pages as a floor beside it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
HELLO = 'import streamlit as st; st.write("hello")\n'
# One choice to click, and nothing else: with the program's own settings the floor of a rerun.
EMPTY = """import streamlit as st

st.set_page_config(layout="wide")
st.radio("choice", [1, 2, 3])
"""
TICKS = os.sysconf("SC_CLK_TCK")
MIB = 1024
# A process rests that uses less than this share of a core for so many seconds.
REST_SECONDS, RESTING_SHARE = 0.75, 0.05
# Compiled once and kept, as after an installation, also where the shell says not to.
BYTECODE = tempfile.TemporaryDirectory(prefix="bytecode-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: where it answers, and what its process has used. Linux only."""

    address: str
    pid: int
    healthy_after: float

    def cpu(self) -> float:
        """Seconds of CPU since the start, of all threads, in steps of 10 ms."""
        words = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / TICKS

    def memory(self) -> float:
        """MiB that are in memory now."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / MIB

    def rest(self) -> None:
        """Returns once nothing is done but waiting: after its first page the app loads what the
        next ones need, in a thread of its own."""
        time.sleep(2 * REST_SECONDS)
        used = -1.0
        while self.cpu() - used > RESTING_SHARE * REST_SECONDS:
            used = self.cpu()
            time.sleep(REST_SECONDS)


@contextmanager
def the_app(data_dir: Path) -> Iterator[Server]:
    """The program over a data folder."""
    with serving(PROJECT / "app.py", PROJECT, {"ITA_DATA_DIR": str(data_dir)}) as server:
        yield server


@contextmanager
def a_page(folder: Path, script: str, *, our_settings: bool) -> Iterator[Server]:
    """A script of its own in a folder; with the program's settings and fonts, or Streamlit's."""
    folder.mkdir(exist_ok=True)
    (folder / "page.py").write_text(script, encoding="utf-8")
    if our_settings:
        for name in (".streamlit", "static"):
            shutil.copytree(PROJECT / name, folder / name, dirs_exist_ok=True)
    with serving(folder / "page.py", folder, {}) as server:
        yield server


@contextmanager
def serving(script: Path, folder: Path, environ: dict[str, str]) -> Iterator[Server]:
    port = _free_port()
    settings = {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": BYTECODE.name,
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_HEADLESS": "true",
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | settings | environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_healthy(port)
        after = time.perf_counter() - begun
        yield Server(address=f"http://127.0.0.1:{port}", pid=process.pid, healthy_after=after)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_healthy(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError):
            if urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=10):
                return
        time.sleep(0.01)
    raise TimeoutError(f"no answer at port {port}")
