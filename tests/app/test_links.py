"""ลิงก์หลักฐาน on ตรวจความพร้อม: opened when asked to, stopped when asked to, kept, told."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.evidence import OFFLINE
from ita_data.links import running
from ita_data.model import Evidence
from ita_data.settings import Settings
from ita_data.store import Store
from tests.app.agency import AGENCY, measure, tracked
from tests.app.visitor import body_of, opened
from tests.links.server import PAGE, Misbehaving, serving, stall


@pytest.fixture
def server(own_data: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Misbehaving]:
    for name, value in {"PRIVATE": "1", "ANY_PORT": "1", "SECONDS": "60"}.items():
        monkeypatch.setenv(f"ITA_LINK_{name}", value)
    with serving() as begun:
        yield begun


def stored(folder: Path, *addresses: str) -> None:
    measures = (
        measure(at, evidence=(Evidence(address=one),)) for at, one in enumerate(addresses, 1)
    )
    report = replace(tracked(measures=tuple(measures)), actuals=())
    with Store.open(Settings(data_dir=str(folder))) as store:
        store.save(report, author="", reason="นำเข้า", kind="upload")


def until_done(shown: AppTest) -> AppTest:
    until = time.monotonic() + 20
    while any(button.key == "links_stop" for button in shown.button):
        assert time.monotonic() < until
        time.sleep(0.1)
        shown.run()
    return shown


def test_links_are_opened_on_request_and_become_findings(
    server: Misbehaving, tmp_path: Path
) -> None:
    good = server.says("/2569/a", "200 OK\r\nContent-Type: text/html", PAGE)
    gone = server.says("/2569/b", "404 Not Found")
    stored(tmp_path, good, gone)
    shown = opened("readiness")
    assert server.asked == []
    assert body_of(shown).count("ยังไม่ได้ตรวจ") == 2
    shown.button(key="links_start").click().run()
    assert "ตรวจครบ 2 ลิงก์แล้ว" in [one.value for one in until_done(shown).success]
    assert sorted(server.paths) == ["/2569/a", "/2569/b"]
    assert "เปิดได้ (ตรวจเมื่อ" in body_of(shown)
    assert f"ลิงก์หลักฐาน {gone} ไม่พบหน้านี้บนเว็บไซต์แล้ว (404)" in body_of(shown)
    again = opened("readiness")
    assert [one.value for one in again.success] == ["ตรวจครบ 2 ลิงก์แล้ว"]  # a new visitor
    assert again.run().success.len == 0
    assert len(server.asked) == 2


def test_a_round_can_be_stopped(server: Misbehaving, tmp_path: Path) -> None:
    stored(tmp_path, server.says("/a", "200 OK"), server.does("/b", stall))
    shown = opened("readiness")
    shown.button(key="links_start").click().run()
    with Store.open(Settings(data_dir=str(tmp_path))) as store:
        assert store.links(AGENCY, 2569) == ()
        until = time.monotonic() + 20
        while "/a" not in server.paths and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.3)
        shown.button(key="links_stop").click().run()
        told = [one.value for one in until_done(shown).info]
        assert told == ["หยุดตรวจแล้ว ตรวจไปได้ 1 จาก 2 ลิงก์ ผลที่ได้เก็บไว้แล้ว"]
        assert [look.address for look in store.links(AGENCY, 2569)] == [server.url("/a")]


def test_without_a_network_it_says_so(
    tmp_path: Path, server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ITA_LINK_PRIVATE")
    monkeypatch.setattr(running, "has_route", lambda: False)
    stored(tmp_path, "https://www.a.example/1")
    shown = opened("readiness")
    shown.button(key="links_start").click().run()
    assert [one.value for one in until_done(shown).warning] == [OFFLINE]
    assert "ยังไม่ได้ตรวจ" in body_of(shown)


def test_the_sample_has_no_button(server: Misbehaving) -> None:
    assert "links_start" not in [button.key for button in opened("readiness").button]
