"""Before anybody comes: the libraries and the report that the first page will ask for."""

import gc
import importlib
import inspect
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.responses import FileResponse

log = logging.getLogger("ita.serving")
# Bytes. In pieces of 64 kB a script file of the framework waits for a thread a dozen times.
PIECE = 1 << 20
# What the overview draws with.
FIGURES = ("agenda", "measure_lines", "movement", "overview", "readiness")


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """From the server's start to its end."""
    FileResponse.chunk_size = PIECE
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
