"""What the process holds once for everybody, and what happens when something fails."""

import logging
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import streamlit as st

from ita_data.clock import BANGKOK
from ita_data.errors import Refusal
from ita_data.settings import Settings
from pages.widgets.text import escape, plain

if TYPE_CHECKING:
    from ita_data.store import Store
    from ita_data.worker import ReadingService

log = logging.getLogger("ita.pages")
# No words of a file can look like it: they are escaped.
FAILED = '<p class="ita-failed" role="alert">'


def today() -> date:
    """Today in Bangkok, wherever the server stands."""
    return datetime.now(BANGKOK).date()


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings of this process, from its ITA_… variables."""
    return Settings.from_environ(os.environ)


@st.cache_resource(show_spinner=False)
def store() -> "Store":
    """The one store of this process."""
    from ita_data.store import Store

    return Store.open(settings())


@st.cache_resource(show_spinner=False)
def reading_service() -> "ReadingService":
    """The one reading service of this process: files are read outside it."""
    from ita_data.worker import ReadingService

    return ReadingService(settings())


def error_id(what: str, error: BaseException) -> str:
    """Logs the error under a short id that the Thai message can show."""
    found = secrets.token_hex(3).upper()
    log.error("%s failed, error id %s", what, found, exc_info=error)
    return found


@contextmanager
def guard(what: str) -> Iterator[None]:
    """A failing part of a page says so in Thai and leaves the rest of the page standing.

    `what` is a Thai noun ("กราฟแผนและผลสะสม"). Reruns and stops pass through.
    """
    try:
        yield
    except Exception as error:
        st.error(plain(failure_words(what, error)))


def drawn(what: str, figure: Callable[..., str], *arguments: Any) -> str:
    """The HTML of a figure; where it fails, the same sentence as `guard` in its place."""
    try:
        return figure(*arguments)
    except Exception as error:
        return f"{FAILED}{escape(failure_words(what, error))}</p>"


def failure_words(what: str, error: BaseException) -> str:
    """Logs the error and says in Thai what cannot be shown, and what to do.

    What was refused comes with its own sentence.
    """
    found = error_id(what, error)
    if isinstance(error, Refusal):
        return f"{error.reason} (รหัส {found})"
    return (
        f"แสดง{what}ไม่ได้ในขณะนี้ ข้อมูลที่บันทึกไว้ยังอยู่ครบ โปรดลองเปิดหน้านี้ใหม่ "
        f"หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัส {found}"
    )
