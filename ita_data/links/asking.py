"""One link: asked once, redirects followed with each of them looked at first.

A request carries no cookie and no password, the answer is read only so far, and the whole
has a deadline that no server can stretch by dripping.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import h11

from ita_data.evidence import Answer, WebAddress, WrongAddress, judged, next_address, web_address
from ita_data.links.connecting import BUFFER, NotAnswered, Resolve, Streams, connected
from ita_data.model import LinkCheck, LinkState
from ita_data.settings import LinkSettings

MOST_HEADER_BYTES = 32 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)
# Seen in the log of the agency's own server.
_WHO = "Mozilla/5.0 (compatible; ita-data link check)"
_READ = ("text/", "application/xhtml", "application/xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one request gave. `location` "" for none."""

    status: int
    location: str
    media_type: str
    charset: str
    start: bytes = b""


async def check_link(
    text: str, at: datetime, settings: LinkSettings, resolve: Resolve
) -> LinkCheck:
    """What is seen at the link now. Never raises for what a server or an address does."""
    trail: list[WebAddress] = []
    try:
        async with asyncio.timeout(settings.seconds):
            return judged(await _answer(text, trail, settings, resolve), at)
    except TimeoutError:
        state, why = LinkState.SILENT, "slow"
    except WrongAddress as wrong:
        # A wrong address at the end of a redirect is the site's fault, not the officer's.
        astray = trail and wrong.why == "not_web"
        state, why = LinkState.ASTRAY if astray else LinkState.REFUSED, wrong.why
    except NotAnswered as unanswered:
        state, why = unanswered.state, unanswered.why
    landed = str(trail[-1]) if len(trail) > 1 else ""
    return LinkCheck(address=text, state=state, at=at, why=why, landed=landed)


async def _answer(
    text: str, trail: list[WebAddress], settings: LinkSettings, resolve: Resolve
) -> Answer:
    here = web_address(text, any_port=settings.any_port)
    for _ in range(settings.redirects + 1):
        if here in trail:
            break
        trail.append(here)
        response = await _get(here, settings, resolve)
        if response.status not in _REDIRECTS or not response.location:
            return _at_the_end(text, trail, response)
        here = next_address(here, response.location, any_port=settings.any_port)
    raise NotAnswered(LinkState.ASTRAY, "loop")


def _at_the_end(text: str, trail: list[WebAddress], response: Response) -> Answer:
    return Answer(
        address=text,
        landed=str(trail[-1]) if len(trail) > 1 else text,
        status=response.status,
        media_type=response.media_type,
        charset=response.charset,
        start=response.start,
    )


async def _get(address: WebAddress, settings: LinkSettings, resolve: Resolve) -> Response:
    async with connected(address, settings, resolve) as streams:
        try:
            return await _exchange(streams, address, settings.page_bytes)
        except (h11.RemoteProtocolError, h11.LocalProtocolError):
            raise NotAnswered(LinkState.SILENT, "malformed") from None
        except OSError:
            raise NotAnswered(LinkState.SILENT, "reset") from None


async def _exchange(streams: Streams, address: WebAddress, most: int) -> Response:
    reader, writer = streams
    protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=MOST_HEADER_BYTES)
    for event in _request(address):
        writer.write(protocol.send(event) or b"")
    await writer.drain()
    head = await _head(protocol, reader)
    response = _response(head)
    if response.status in _REDIRECTS or not response.media_type.startswith(_READ):
        return response
    return await _with_start(response, protocol, reader, most)


def _request(address: WebAddress) -> Iterator[h11.Request | h11.EndOfMessage]:
    headers = [
        ("Host", address.authority),
        ("User-Agent", _WHO),
        ("Accept", "text/html,*/*;q=0.8"),
        ("Accept-Language", "th,en;q=0.5"),
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
    ]
    yield h11.Request(method="GET", target=address.target, headers=headers)
    yield h11.EndOfMessage()


async def _next_event(protocol: h11.Connection, reader: asyncio.StreamReader) -> object:
    while (event := protocol.next_event()) is h11.NEED_DATA:
        data = await reader.read(BUFFER)
        if not data and protocol.their_state is h11.SEND_RESPONSE:
            raise ConnectionResetError
        protocol.receive_data(data)
    return event


async def _head(protocol: h11.Connection, reader: asyncio.StreamReader) -> h11.Response:
    while True:
        event = await _next_event(protocol, reader)
        if isinstance(event, h11.Response):
            return event
        if not isinstance(event, h11.InformationalResponse):
            raise NotAnswered(LinkState.SILENT, "reset")


async def _with_start(
    response: Response, protocol: h11.Connection, reader: asyncio.StreamReader, most: int
) -> Response:
    """The response with the beginning of its body; a body that breaks off is an answer too."""
    start = bytearray()
    try:
        while len(start) < most:
            event = await _next_event(protocol, reader)
            if not isinstance(event, h11.Data):
                break
            start += event.data
    except (h11.RemoteProtocolError, OSError):
        pass
    return Response(
        status=response.status,
        location="",
        media_type=response.media_type,
        charset=response.charset,
        start=bytes(start[:most]),
    )


def _response(head: h11.Response) -> Response:
    told = {name.decode("ascii"): value.decode("latin-1") for name, value in head.headers}
    kind, _, parameters = told.get("content-type", "").lower().partition(";")
    charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'")
    packed = told.get("content-encoding", "identity").lower() != "identity"
    return Response(
        status=head.status_code,
        location=_location(told.get("location", "")),
        # What is packed all the same is not unpacked: a little can become very much.
        media_type="" if packed else kind.strip(),
        charset=charset,
    )


def _location(raw: str) -> str:
    """Thai sites send a Location in UTF-8, which HTTP does not know."""
    return raw.encode("latin-1").decode("utf-8", "replace")
