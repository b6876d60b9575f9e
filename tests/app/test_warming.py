"""What the server gets ready before anybody comes is what the first visitor then finds."""

import asyncio
import gc
import logging
import sys
import threading
from typing import Any

import pytest

from ita_data.export.thai_words import are_loaded
from ita_data.store import Store
from pages import widgets
from pages.serving import warming
from tests.app import visitor
from tests.app.agency import AS_OF, tracked


def test_the_first_visitor_finds_the_newest_report_made(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.on_day(monkeypatch, AS_OF)
    empty.save(tracked(), author="สมหญิง", reason="นำเข้า", kind="upload")
    read = []
    version = type(empty).version
    monkeypatch.setattr(Store, "version", lambda *all_: read.append(all_[1:]) or version(*all_))
    widgets.get_ready()
    assert len(read) == 1
    page = visitor.opened("overview")
    assert tracked().report.agency in visitor.html_of(page)
    assert len(read) == 1


def test_without_a_report_the_sample_is_made(empty: Store) -> None:
    assert not empty.reports()
    widgets.get_ready()
    assert "ita-overview" in visitor.html_of(visitor.opened("overview"))


def test_what_fails_there_is_logged_and_left_to_the_page(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(widgets, "get_ready", broken)
    with caplog.at_level(logging.WARNING, "ita.serving"):
        warming._tried(warming._load_the_first)
    assert "the disk is gone" in caplog.text


def test_the_next_pages_are_got_ready_once_somebody_has_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    for name in ("_load_the_first", "_load_the_next"):
        monkeypatch.setattr(warming, name, lambda name=name: done.append(name))
    monkeypatch.setattr(warming, "SETTLING_SECONDS", 0)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert done == ["_load_the_first"]

    async def visited() -> None:
        async with warming.lifespan(None):
            await warming.AfterWarming(app)({"type": "websocket"}, None, None)

    asyncio.run(visited())
    (thread,) = (one for one in threading.enumerate() if one.name == "warming")
    thread.join(30)
    assert done == ["_load_the_first", "_load_the_next"]
    assert gc.isenabled()
    gc.unfreeze()


def test_what_comes_next_loads_the_libraries_that_pages_load_late() -> None:
    warming._load_the_next()
    assert are_loaded()
    assert all(name in sys.modules for name in warming.LATER)


def test_no_page_begins_before_and_files_are_sent_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passed: list[str] = []
    going_on = asyncio.Event()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        passed.append(scope["type"])

    def slow() -> None:
        asyncio.run_coroutine_threadsafe(going_on.wait(), loop).result(30)

    async def visited() -> None:
        layer = warming.AfterWarming(app)
        async with warming.lifespan(None):
            page = asyncio.create_task(layer({"type": "websocket"}, None, None))
            await layer({"type": "http"}, None, None)
            await asyncio.sleep(0.1)
            assert passed == ["http"]
            going_on.set()
            await asyncio.wait_for(page, 30)
        assert passed == ["http", "websocket"]

    monkeypatch.setattr(widgets, "get_ready", slow)
    monkeypatch.setattr(warming, "SETTLING_SECONDS", 0)
    monkeypatch.setattr(warming, "_load_the_next", lambda: None)
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(visited())
    finally:
        loop.close()
