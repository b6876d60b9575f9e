"""Who opens a page, where and when: the tests' pages have no cookies and no day of their own."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.codec import from_json
from ita_data.store import Store
from pages.widgets.browser import COOKIE

T = TypeVar("T")
APP = str(Path(__file__).parents[2] / "app.py")
ONE, OTHER = "browser-of-one-person", "browser-of-another-person"
# Reading a file starts a worker process, which a busy machine may take its time for.
SECONDS = 60


def in_browser(page: AppTest, browser: str = ONE) -> AppTest:
    """The page as that browser opens it."""
    page.session_state[COOKIE] = browser
    return page


def on_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """That day is today on every page."""
    for name, module in list(sys.modules.items()):
        if name.startswith("pages.widgets") and hasattr(module, "today"):
            monkeypatch.setattr(module, "today", lambda: day)


def opened(name: str, browser: str = ONE, **address: str) -> AppTest:
    """The page of that name as its address opens it."""
    page = in_browser(AppTest.from_file(APP, default_timeout=SECONDS), browser)
    page.query_params.update(address)
    page.run()
    if name != "overview":
        page.switch_page(f"pages/{name}.py")
        page.query_params.update(address)
        page.run()
    assert not page.exception
    return page


def html_of(page: AppTest) -> str:
    """All html of the page, without the marks of where a line may end (there once the list of
    words is loaded)."""
    redrawn = [element.proto.bytes.decode() for element in page.get("bidi_component")]
    shown = "\n".join([element.proto.body for element in page.get("html")] + redrawn)
    return shown.replace("<wbr>", "")


def drafts_of(store: Store, kind: str, record: type[T]) -> list[T]:
    """What is typed and not yet saved, the newest first."""
    kept = [store.draft(kind, info.key) for info in store.drafts(kind)]
    return [from_json(record, draft.payload) for draft in kept if draft]


def body_of(page: AppTest) -> str:
    """The same without the page's styles."""
    return re.sub(r"<style>.*?</style>", "", html_of(page), flags=re.DOTALL)
