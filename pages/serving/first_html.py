"""The HTML that a browser gets before any page of ours runs: the framework's own, in Thai, and with
what every page needs next asked for at once."""

import re
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages import APP_NAME

NO_SCRIPT = "โปรดเปิดใช้ JavaScript ในเบราว์เซอร์เพื่อใช้ระบบนี้"
CHANGES = tuple(
    (re.compile(pattern, re.DOTALL), new)
    for pattern, new in (
        ('<html lang="en">', '<html lang="th">'),
        ("<title>.*?</title>", f"<title>{APP_NAME}</title>"),
        ("<noscript>.*?</noscript>", f"<noscript><p>{NO_SCRIPT}</p></noscript>"),
        (r'href="\./favicon\.png"', 'href="./app/static/icon.png"'),
        # A font that is not shown.
        (r'<link[^>]*"preload"[^>]*/SourceSans[^>]*>', ""),
    )
)
# The framework fetches them once a page asks for them, one after the other.
SCRIPTS = ("Html", "BidiComponent", "Radio")


class FirstHtml:
    """Changes HTML answers, and names the scripts in a header. What is not found in another
    version of the framework stays as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._links = ", ".join(_links())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asks_for_html = (
            scope["type"] == "http"
            and scope["method"] == "GET"
            and "text/html" in Headers(scope=scope).get("accept", "")
        )
        if asks_for_html:
            await self._app(_uncompressed(scope), receive, self._changing(send))
        else:
            await self._app(scope, receive, send)

    def _changing(self, send: Send) -> Send:
        """Sends on what is not HTML, and HTML once it is whole."""
        start: Message = {}
        body = bytearray()

        async def collecting(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_html(message):
                start = message
            elif not start:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await self._send(start, bytes(body), send)

        return collecting

    async def _send(self, start: Message, body: bytes, send: Send) -> None:
        html = body.decode()
        for pattern, new in CHANGES:
            html = pattern.sub(new, html, count=1)
        body = html.encode()
        headers = MutableHeaders(scope=start)
        headers["Content-Length"] = str(len(body))
        # They name the framework's file, not this.
        del headers["ETag"], headers["Last-Modified"]
        if self._links:
            headers["Link"] = self._links
        await send(start)
        await send({"type": "http.response.body", "body": body})


def _links() -> list[str]:
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    found = (path.name for name in SCRIPTS for path in sorted(folder.glob(f"{name}.*.js"))[:1])
    return [f"<./static/js/{name}>; rel=modulepreload; crossorigin" for name in found]


def _is_html(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    is_html = headers.get("content-type", "").startswith("text/html")
    return is_html and start["status"] == 200 and "content-encoding" not in headers


def _uncompressed(scope: Scope) -> Scope:
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}
