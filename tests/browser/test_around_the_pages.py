"""What the server says before and around the pages; it needs no browser (docs/adr/0016)."""

import re
import urllib.error
import urllib.request
from email.message import Message

import pytest

from pages import APP_NAME
from pages.serving.first_html import SCRIPTS

BROWSER = {"Accept": "text/html,*/*", "Accept-Encoding": "gzip, br"}


def asked(address: str, **headers: str) -> tuple[Message, bytes]:
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return answer.headers, answer.read()


@pytest.mark.parametrize(
    "path", ["/", "/measures", "/_stcore/health", "/app/static/icon.png", "/nowhere/at/all"]
)
def test_every_answer_has_the_headers(server: str, path: str) -> None:
    headers, _ = asked(f"{server}{path}", **BROWSER)
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"https?:|\*", policy)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_counters_are_closed(server: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        asked(f"{server}/_stcore/metrics")
    assert refused.value.code == 404
    assert refused.value.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/targets"])
def test_the_first_html_is_thai(server: str, path: str) -> None:
    headers, body = asked(f"{server}{path}", **BROWSER)
    html = body.decode()
    assert int(headers["Content-Length"]) == len(body)
    assert '<html lang="th">' in html
    assert re.findall("<title>(.*?)</title>", html) == [APP_NAME]
    assert re.findall("<noscript>(.*?)</noscript>", html, re.DOTALL) == [
        "<p>โปรดเปิดใช้ JavaScript ในเบราว์เซอร์เพื่อใช้ระบบนี้</p>"
    ]
    assert "favicon.png" not in html
    assert "SourceSans" not in html


def test_the_scripts_named_beforehand_are_there(server: str) -> None:
    headers, _ = asked(f"{server}/", **BROWSER)
    named = re.findall(r"<\./(static/js/(\w+)\.[^>]*)>; rel=modulepreload", headers["Link"])
    assert tuple(name for _, name in named) == SCRIPTS
    for path, _ in named:
        kind, body = asked(f"{server}/{path}")
        assert "javascript" in kind["Content-Type"]
        assert body


def test_what_is_no_html_passes_as_it_is(server: str) -> None:
    headers, body = asked(f"{server}/app/static/icon.png", **BROWSER)
    assert headers["Content-Type"] == "image/png"
    assert body.startswith(b"\x89PNG")
    assert "Link" not in headers
