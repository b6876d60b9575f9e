"""Before anybody comes: the libraries and the report that the first page will ask for."""

import asyncio
import gc
import importlib
import inspect
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

log = logging.getLogger("ita.serving")
# Bytes. In pieces of 64 kB a script file of the framework waits for a thread a dozen times.
PIECE = 1 << 20
# What the overview draws with.
FIGURES = ("agenda", "measure_lines", "movement", "overview", "readiness")
# Set but while the libraries are loaded.
_ready = threading.Event()
_ready.set()


class AfterWarming:
    """Lets no page begin before: two threads in the middle of one import break each other. Files
    are sent meanwhile."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not _ready.is_set():
            await asyncio.to_thread(_ready.wait)
        await self._app(scope, receive, send)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """From the server's start to its end."""
    FileResponse.chunk_size = PIECE
    _ready.clear()
    threading.Thread(target=_get_ready, daemon=True, name="warming").start()
    yield


def _get_ready() -> None:
    gc.disable()  # many imports leave nothing to collect
    try:
        from pages import widgets

        for name in FIGURES:
            importlib.import_module(f"ita_data.figures.{name}")
        widgets.get_ready()
        inspect.stack()  # it remembers all modules; the framework looks at its own at a first page
    except Exception:
        # Whoever opens a page is told in Thai, with an id.
        log.warning("nothing is ready before the first page", exc_info=True)
    finally:
        gc.enable()
        _ready.set()
