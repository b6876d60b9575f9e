"""A fresh server with its own data folder, and Chromium. Skips, visibly, where it is absent."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ARTEFACTS = PROJECT / "artefacts"
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"
# What goes through redrawn.js is drawn a moment after the script has run.
DRAWN = "[...document.querySelectorAll('.stBidiComponent')].every(e => e.querySelector('.stHtml'))"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
# Zoomed: what is left of a desktop at 200 %.
SIZES = {
    "desktop": (1440, 900), "projector": (1024, 768), "zoomed": (720, 450), "phone": (390, 844),
}  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """So that they can be chosen or left out: `-m browser`, `-m "not browser"`."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@contextmanager
def serving(data_dir: Path) -> Iterator[str]:
    """Address of a fresh server over a data folder; ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (data_dir / "server.log").open("wb")
    environ = os.environ | {"ITA_DATA_DIR": str(data_dir), "STREAMLIT_SERVER_PORT": str(port)}
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    server = subprocess.Popen(command, cwd=PROJECT, env=environ, stdout=log, stderr=log)
    try:
        _wait_until_healthy(f"http://localhost:{port}")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
        server.kill()
        log.close()


def _wait_until_healthy(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(urllib.error.URLError, ConnectionError):
            if urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(f"no answer from {address}")


@pytest.fixture(scope="package")
def browser() -> Iterator["object"]:
    """Debian's Chromium. Under CI its absence is a failure, not a skip.

    Ended with this folder's tests: its driver keeps an event loop of its own running in the
    thread, where no other test could run one.
    """
    from playwright import sync_api as playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server with nothing stored, shared by the tests that only look."""
    with serving(tmp_path_factory.mktemp("data")) as address:
        yield address


def served(factory: pytest.TempPathFactory, put: Callable[[Path], object]) -> Iterator[str]:
    """The same with what is put into its data folder before; a fixture yields from it."""
    folder = factory.mktemp("stored")
    put(folder)
    with serving(folder) as address:
        yield address


@contextmanager
def looking(browser: "object", size: str = "desktop") -> Iterator["object"]:
    """A fresh page; afterwards it must have asked nobody but the server, and the policy in the
    headers must have refused it nothing."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="th-TH")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    refused = []
    page.on("console", lambda said: "Security Policy" in said.text and refused.append(said.text))
    yield page
    outside = [
        u for u in page.asked if not re.match(r"(https?|wss?)://localhost[:/]|data:|blob:", u)
    ]
    context.close()
    assert outside == [], outside
    assert refused == [], refused


def open_settled(page: "object", address: str) -> None:
    """Goes to an address and waits until the script there has run."""
    page.goto(address)
    page.wait_for_selector(SETTLED)
    page.wait_for_timeout(150)
    page.wait_for_selector(SETTLED)
    page.wait_for_function(DRAWN)
