"""What is loaded beside the pages: before anybody comes, the libraries and the report that the
first page will ask for; once somebody has come, what the next pages need."""

import asyncio
import gc
import importlib
import inspect
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

log = logging.getLogger("ita.serving")
# Bytes. In pieces of 64 kB a script file of the framework waits for a thread a dozen times.
PIECE = 1 << 20
# What the overview draws with.
FIGURES = ("agenda", "measure_lines", "movement", "overview", "readiness")
# Charts of the page of targets, and the first PDF. Loaded beside pages that may load them too;
# none of them asks for a module of ours, so that no two threads wait for each other.
LATER = ("plotly.graph_objects", "typst", "pikepdf")
# From a visitor's first message to the end of the first page, and some more.
SETTLING_SECONDS = 2.0
# A page waits no longer: a database that hangs is then told by the page that asks it.
PATIENCE_SECONDS = 20.0
# Set but while the libraries are loaded.
_ready = threading.Event()
_ready.set()
# Set once a page was asked for.
_visited = threading.Event()


class AfterWarming:
    """Lets no page begin before: two threads in the middle of one import break each other. Files
    are sent meanwhile."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            if not _ready.is_set():
                await asyncio.to_thread(_ready.wait, PATIENCE_SECONDS)
            _visited.set()
        await self._app(scope, receive, send)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """From the server's start to its end."""
    FileResponse.chunk_size = PIECE
    _ready.clear()
    _visited.clear()
    threading.Thread(target=_get_ready, daemon=True, name="warming").start()
    yield


def _get_ready() -> None:
    gc.disable()  # many imports leave nothing to collect
    try:
        _tried(_load_the_first)
        _ready.set()
        _visited.wait()
        time.sleep(SETTLING_SECONDS)
        _tried(_load_the_next)
    finally:
        gc.collect()
        gc.freeze()  # libraries are never garbage
        gc.enable()


def _tried(load: Callable[[], None]) -> None:
    try:
        load()
    except Exception:
        # Whoever opens a page is told in Thai, with an id.
        log.warning("not ready before a page asks for it", exc_info=True)


def _load_the_first() -> None:
    from pages import widgets

    for name in FIGURES:
        importlib.import_module(f"ita_data.figures.{name}")
    widgets.get_ready()
    inspect.stack()  # it remembers all modules; the framework looks at its own at a first page


def _load_the_next() -> None:
    for name in LATER:
        importlib.import_module(name)
    from ita_data.export.thai_words import known_words

    known_words()
