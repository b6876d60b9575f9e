"""One link, asked of a server on loopback that does all that a server may do wrong."""

import asyncio
import gzip
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_data.links import check_link, connecting
from ita_data.links.connecting import Resolve
from ita_data.model import LinkCheck, LinkState
from ita_data.settings import LinkSettings
from tests.links.server import (
    PAGE,
    Act,
    Misbehaving,
    breaks_off,
    drip_body,
    drip_headers,
    endless_body,
    endless_interim,
    garbage,
    huge_headers,
    nothing,
    reset,
    serving,
    stall,
)

AT = datetime(2025, 11, 22, 9, 0, tzinfo=UTC)
HERE = LinkSettings(private=True, any_port=True, connect_seconds=2, seconds=3)
SHORT = replace(HERE, connect_seconds=0.5, seconds=0.5)
OUTSIDE = LinkSettings(any_port=True, connect_seconds=2, seconds=3)


@pytest.fixture(scope="module")
def server() -> Iterator[Misbehaving]:
    with serving() as running:
        yield running


async def as_typed(host: str, _port: int) -> list[str]:
    """Looks nothing up: every host is its own address, or loopback."""
    return [host if host.replace(".", "").isdigit() else "127.0.0.1"]


def check(url: str, settings: LinkSettings = HERE, resolve: Resolve = as_typed) -> LinkCheck:
    return asyncio.run(check_link(url, AT, settings, resolve))


def seen(url: str, settings: LinkSettings = HERE, resolve: Resolve = as_typed) -> tuple[str, str]:
    found = check(url, settings, resolve)
    return found.state.value, found.why


def test_a_page_that_anybody_may_open(server: Misbehaving) -> None:
    url = server.says("/ita/2567/a", "200 OK\r\nContent-Type: text/html; charset=utf-8", PAGE)
    assert check(url) == LinkCheck(
        address=url,
        state=LinkState.PUBLIC,
        at=AT,
        status=200,
        title="ประกาศ ปีงบประมาณ ๒๕๖๘",
        years=(2567, 2568),
        text_years=(2568,),
    )


def test_what_is_asked_names_the_host_and_nothing_of_us(server: Misbehaving) -> None:
    server.says("/%E0%B8%81?q=%E0%B8%82", "200 OK")
    assert seen(server.url("/ก?q=ข", host="donkaewsai.example")) == ("public", "")
    lines = server.asked[-1]
    assert lines[0] == "GET /%E0%B8%81?q=%E0%B8%82 HTTP/1.1"
    assert f"Host: donkaewsai.example:{server.port}" in lines
    assert "Accept-Encoding: identity" in lines
    assert not [line for line in lines if line.lower().startswith(("cookie", "authorization"))]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("200 OK", "public"),
        ("204 No Content", "public"),
        ("401 Unauthorized", "login"),
        ("403 Forbidden", "login"),
        ("404 Not Found", "missing"),
        ("410 Gone", "missing"),
        ("429 Too Many Requests", "unknown"),
        ("500 Internal Server Error", "fault"),
        ("503 Service Unavailable", "fault"),
        ("302 Found", "fault"),  # without a Location it leads nowhere
    ],
)
def test_the_status_is_told(server: Misbehaving, status: str, state: str) -> None:
    found = check(server.says("/status", status))
    assert (found.state.value, found.status) == (state, int(status[:3]))


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (stall, ("silent", "slow")),
        (drip_headers, ("silent", "slow")),
        (endless_interim, ("silent", "slow")),
        (drip_body, ("silent", "slow")),
        (endless_body, ("public", "")),
        (breaks_off, ("public", "")),
        (huge_headers, ("silent", "malformed")),
        (garbage, ("silent", "malformed")),
        (nothing, ("silent", "reset")),
        (reset, ("silent", "reset")),
    ],
)
def test_what_a_server_may_do(server: Misbehaving, act: Act, expected: tuple[str, str]) -> None:
    slow = expected == ("silent", "slow")
    assert seen(server.does("/act", act), SHORT if slow else HERE) == expected


def test_a_port_that_nobody_listens_at(server: Misbehaving) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert seen(f"http://127.0.0.1:{port}/") == ("silent", "refused")


def test_packed_bodies_are_not_unpacked(server: Misbehaving) -> None:
    bomb = gzip.compress(b"<title>2568</title>" + b"0" * 50_000_000)
    url = server.says("/bomb", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", bomb)
    found = check(url)
    assert (found.state, found.title, found.text_years) == (LinkState.PUBLIC, "", ())


@pytest.mark.parametrize(
    ("kind", "body", "title"),
    [
        ("application/pdf", PAGE.encode(), ""),
        ("text/html", b"%PDF-1.7 <title>2568</title>\0\xff\xfe", ""),
        ("text/html; charset=rot13", PAGE.encode(), "ประกาศ ปีงบประมาณ ๒๕๖๘"),
        ("text/html; charset=windows-874", PAGE.encode("cp874"), "ประกาศ ปีงบประมาณ ๒๕๖๘"),
        ("text/html", b"<title>" * 9_000, ""),
        ("text/html", b"<title" + b" " * 60_000 + b"</title", ""),
        ("text/html", "<title>ก&#60;script&gt;</title>".encode(), "ก<script>"),
    ],
)
def test_a_type_that_lies(server: Misbehaving, kind: str, body: bytes, title: str) -> None:
    found = check(server.says("/type", f"200 OK\r\nContent-Type: {kind}", body))
    assert (found.state, found.title) == (LinkState.PUBLIC, title)


def redirect(server: Misbehaving, path: str, to: str) -> str:
    return server.says(path, f"302 Found\r\nLocation: {to}")


def test_redirects_are_followed_and_told(server: Misbehaving) -> None:
    server.says("/there", "200 OK\r\nContent-Type: text/html", PAGE)
    found = check(redirect(server, "/here", "there"))
    assert (found.state, found.landed) == (LinkState.PUBLIC, server.url("/there"))


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/loop", ("astray", "loop")),
        ("file:///etc/passwd", ("astray", "not_web")),
        ("javascript:alert(1)", ("astray", "not_web")),
        ("gopher://127.0.0.1/", ("astray", "not_web")),
        ("http://user:secret@127.0.0.1/", ("refused", "credentials")),
        ("http://[::1", ("astray", "not_web")),
        ("http://a\\@127.0.0.1/", ("refused", "credentials")),
        ("//x y/", ("astray", "not_web")),
    ],
)
def test_redirects_that_lead_astray(
    server: Misbehaving, location: str, expected: tuple[str, str]
) -> None:
    before = len(server.asked)
    assert seen(redirect(server, "/loop", location)) == expected
    assert server.paths[before:] == ["/loop"]


def test_a_chain_of_redirects_ends(server: Misbehaving) -> None:
    for at in range(9):
        redirect(server, f"/chain{at}", f"/chain{at + 1}")
    before = len(server.asked)
    assert seen(server.url("/chain0")) == ("astray", "loop")
    assert server.paths[before:] == [f"/chain{at}" for at in range(6)]


@pytest.mark.parametrize("path", ["/wp-login.php?redirect_to=x", "/user/login", "/sso/start"])
def test_a_way_to_log_in_is_not_public(server: Misbehaving, path: str) -> None:
    server.says(path, "200 OK\r\nContent-Type: text/html", PAGE)
    assert check(redirect(server, "/file", path)).state is LinkState.LOGIN


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/secret",
        "http://127.1:{port}/secret",
        "http://2130706433:{port}/secret",
        "http://0x7f000001:{port}/secret",
        "http://localhost:{port}/secret",
        "http://0.0.0.0:{port}/secret",
        "http://[::1]:{port}/secret",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "http://[::ffff:7f00:1]:{port}/secret",
        "http://[64:ff9b::7f00:1]:{port}/secret",
    ],
)
def test_no_address_of_this_machine_is_asked(server: Misbehaving, url: str) -> None:
    """With the system's own look-up."""
    from concurrent.futures import ThreadPoolExecutor

    server.says("/secret", "200 OK")
    before = len(server.asked)
    with ThreadPoolExecutor(1) as threads:
        found = check(url.format(port=server.port), OUTSIDE, connecting.resolver(threads))
    assert (found.state, found.why) in {
        (LinkState.REFUSED, "private"),
        (LinkState.NO_NAME, ""),  # a system may not know the older notations
    }
    assert len(server.asked) == before


def test_one_private_address_among_many_is_enough(server: Misbehaving) -> None:
    async def mixed(_host: str, _port: int) -> list[str]:
        return ["203.0.114.7", "10.0.0.1"]

    assert seen("http://mixed.example/", OUTSIDE, mixed) == ("refused", "private")


def test_a_name_that_turns_private_is_not_asked_again(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name's second answer leads home: by then the first one is what is connected to."""
    answers = [["203.0.114.7"], ["127.0.0.1"]]
    asked: list[str] = []
    connected: list[str] = []

    async def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), 2) - 1]

    async def connect(ip: str, *_: object, **__: object) -> connecting.Streams:
        connected.append(ip)
        raise ConnectionRefusedError

    monkeypatch.setattr(asyncio, "open_connection", connect)
    assert seen("http://turning.example/", OUTSIDE, rebinding) == ("silent", "refused")
    assert (asked, connected) == (["turning.example"], ["203.0.114.7"])


def test_a_redirect_into_a_private_network_is_not_followed(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if loopback were the open internet, and 10.x behind it."""
    monkeypatch.setattr(connecting, "is_public", lambda ip: ip == "127.0.0.1")
    url = redirect(server, "/out", "http://10.0.0.1/admin")
    found = check(url, OUTSIDE)
    assert (found.state, found.why) == (LinkState.REFUSED, "private")
    assert found.landed == "http://10.0.0.1/admin"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://www.example:8080/", "port"),
        ("http://www.example:22/", "port"),
        ("https://user:pw@www.example/", "credentials"),
        ("https://user@www.example/", "credentials"),
        ("ftp://www.example/", "not_web"),
        ("file:///etc/passwd", "not_web"),
        ("http://", "not_web"),
        ("http://www.example:99999/", "not_web"),
        ("http://exa mple/", "not_web"),
        ("http://www.example%00/", "not_web"),
        ("http://" + "a" * 5_000, "not_web"),
        ("http://www.example/?\ud800", "not_web"),
    ],
)
def test_addresses_that_are_not_opened(url: str, why: str) -> None:
    async def never(_host: str, _port: int) -> list[str]:
        raise AssertionError("looked up")

    assert seen(url, LinkSettings(), never) == ("refused", why)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), ("no_name", "")),
        (socket.gaierror(socket.EAI_AGAIN, "later"), ("unknown", "offline")),
        (UnicodeError("label too long"), ("no_name", "")),
    ],
)
def test_names_that_lead_nowhere(error: Exception, expected: tuple[str, str]) -> None:
    async def failing(_host: str, _port: int) -> list[str]:
        raise error

    assert seen("http://nowhere.example/", LinkSettings(), failing) == expected


def test_a_look_up_that_stalls_is_no_fault_of_the_address() -> None:
    async def stalling(_host: str, _port: int) -> list[str]:
        await asyncio.sleep(60)
        return []

    settings = LinkSettings(connect_seconds=0.1)
    assert seen("http://slow.example/", settings, stalling) == ("unknown", "offline")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and its own certificate for "good.example"."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make certificates with")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem",
         "-out", "good.pem", "-days", "30", "-subj", "/CN=good.example",
         "-addext", "subjectAltName=DNS:good.example"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.mark.parametrize(
    ("host", "trusted", "expected"),
    [
        ("good.example", True, ("public", "")),
        ("good.example", False, ("certificate", "issuer")),
        ("other.example", True, ("certificate", "name")),
    ],
)
def test_certificates_are_checked_for_the_name(
    authority: Path,
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    trusted: bool,
    expected: tuple[str, str],
) -> None:
    identity = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    identity.load_cert_chain(authority / "good.pem", authority / "key.pem")
    names: list[str | None] = []
    identity.sni_callback = lambda _socket, name, _context: names.append(name)
    trust = ssl.create_default_context()
    if trusted:
        trust.load_verify_locations(authority / "good.pem")
    monkeypatch.setattr(connecting, "tls", lambda: trust)
    with serving(identity) as secure:
        secure.says("/", "200 OK")
        assert seen(secure.url("/", host=host)) == expected
    assert names == [host]


def test_a_certificate_that_has_run_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def connect(*_: object, **__: object) -> connecting.Streams:
        error = ssl.SSLCertVerificationError("certificate has expired")
        error.verify_code = 10
        raise error

    monkeypatch.setattr(asyncio, "open_connection", connect)
    assert seen("https://old.example/") == ("certificate", "expired")


def test_a_secure_address_that_speaks_plainly() -> None:
    with serving() as plain:
        plain.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
        assert seen(plain.url("/").replace("http:", "https:")) == ("certificate", "tls")
