"""A round of links: few at a time, stopped by hand, kept at its end, honest without a network."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ita_data.evidence import Linked, linked_of
from ita_data.links import LinkRun, running
from ita_data.model import Evidence, LinkCheck, LinkState
from ita_data.settings import LinkSettings
from tests.app.agency import measure, tracked
from tests.links.server import Misbehaving, Writer, serving, stall

SETTINGS = LinkSettings(private=True, any_port=True, connect_seconds=2, seconds=5)
AT = datetime(2025, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with serving() as begun:
        yield begun


def run(addresses: list[str], settings: LinkSettings = SETTINGS) -> tuple[LinkRun, list[object]]:
    kept: list[object] = []
    found = LinkRun(addresses, settings, clock=lambda: AT, keep=kept.append).start()
    return found, kept


def test_all_are_asked_a_few_at_a_time_and_kept_in_order(server: Misbehaving) -> None:
    async def slowly(writer: Writer) -> None:
        await asyncio.sleep(0.05)
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    addresses = [server.does(f"/{at}", slowly) for at in range(12)]
    found, kept = run(addresses, replace(SETTINGS, at_once=3, at_once_of_host=3))
    found.wait(30)
    assert [(check.address, check.status) for check in found.checks] == [
        (address, 404) for address in addresses
    ]
    assert (found.done, found.total, found.running, found.offline) == (12, 12, False, False)
    assert kept == [found.checks]
    assert server.most_open <= 3


def test_a_host_is_not_crowded(server: Misbehaving) -> None:
    async def slowly(writer: Writer) -> None:
        await asyncio.sleep(0.05)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    found, _ = run([server.does(f"/{at}", slowly) for at in range(6)])
    found.wait(30)
    assert (found.done, server.most_open) == (6, SETTINGS.at_once_of_host)


def test_a_cancelled_round_keeps_what_was_seen(server: Misbehaving) -> None:
    first = server.says("/first", "200 OK")
    addresses = [first, *(server.does(f"/{at}", stall) for at in range(8))]
    found, kept = run(addresses, replace(SETTINGS, seconds=600))
    while not found.done:
        time.sleep(0.02)
    found.cancel()
    found.wait(30)
    assert (found.running, found.cancelled, found.failed) == (False, True, False)
    assert [check.address for check in found.checks] == [first]
    assert kept == [found.checks]


def test_without_a_network_nothing_is_kept_against_an_address() -> None:
    async def nobody(_host: str, _port: int) -> list[str]:
        await asyncio.sleep(0.05)
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    kept: list[object] = []
    addresses = [f"https://{at}.example/" for at in range(400)]
    found = LinkRun(addresses, LinkSettings(), clock=lambda: AT, keep=kept.append, resolve=nobody)
    found.start().wait(30)
    assert (found.offline, kept, found.done < 400) == (True, [], True)


def test_a_system_that_knows_no_name_at_all_has_no_network() -> None:
    async def none(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    kept: list[object] = []
    addresses = ["https://a.example/", "https://b.example/"]
    found = LinkRun(addresses, LinkSettings(), clock=lambda: AT, keep=kept.append, resolve=none)
    found.start().wait(30)
    assert (found.offline, kept) == (True, [])


def test_names_that_nobody_has_are_told_where_other_names_are_found() -> None:
    async def others(host: str, _port: int) -> list[str]:
        if host == "a.root-servers.net":
            return ["198.41.0.4"]
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    kept: list[tuple[LinkCheck, ...]] = []
    addresses = ["https://a.example/", "https://b.example/"]
    found = LinkRun(addresses, LinkSettings(), clock=lambda: AT, keep=kept.append, resolve=others)
    found.start().wait(30)
    assert (found.offline, [check.state for check in kept[0]]) == (False, [LinkState.NO_NAME] * 2)


def test_one_unknown_name_among_others_is_no_lost_network(server: Misbehaving) -> None:
    async def some(host: str, _port: int) -> list[str]:
        if host == "down.example":
            raise socket.gaierror(socket.EAI_AGAIN, "later")
        return ["127.0.0.1"]

    kept: list[tuple[LinkCheck, ...]] = []
    good = server.says("/good", "200 OK")
    addresses = ["http://down.example/", good]
    found = LinkRun(addresses, SETTINGS, clock=lambda: AT, keep=kept.append, resolve=some)
    found.start().wait(30)
    assert not found.offline
    assert [check.state for check in found.checks] == [LinkState.UNKNOWN, LinkState.PUBLIC]
    assert [check.address for check in kept[0]] == [good]


def test_a_machine_on_no_network_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "has_route", lambda: False)
    monkeypatch.setattr(running, "check_link", None)
    found, kept = run(["https://www.example/"], LinkSettings())
    found.wait(30)
    assert (found.offline, found.failed, found.done, kept) == (True, False, 0, [])


def test_a_store_that_fails_is_told() -> None:
    def fail(_: object) -> None:
        raise OSError("disk full")

    found = LinkRun([], SETTINGS, clock=lambda: AT, keep=fail).start()
    found.wait(30)
    assert (found.failed, found.running) == (True, False)
    assert threading.active_count() < 50


def test_the_links_of_a_report_each_once_with_its_measures() -> None:
    proofs = (
        Evidence(address=" https://a.example/1 "),
        Evidence(address="แฟ้มหน้า 3"),
        Evidence(address="https://a.example/1"),
        Evidence(address="HTTP://b.example"),
    )
    report = tracked(measures=(measure(1, evidence=proofs),))
    recorded = replace(
        report.actuals[0], evidence=(Evidence(address="https://c.example/x"), proofs[0])
    )
    assert linked_of(replace(report, actuals=(recorded,))) == (
        Linked(address="https://a.example/1", measure_ids=("m1",)),
        Linked(address="HTTP://b.example", measure_ids=("m1",)),
        Linked(address="https://c.example/x", measure_ids=("m1",)),
    )
