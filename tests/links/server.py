"""A server on loopback that behaves in every way a server should not."""

import asyncio
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

Writer = asyncio.StreamWriter
Act = Callable[[Writer], Awaitable[None]]
PAGE = (
    "<html><head><title>ประกาศ ปีงบประมาณ ๒๕๖๘</title></head><body><p>ผลการประชุม</p></body></html>"
)


class Misbehaving:
    """What it was asked for is in `asked` (the request's lines), by path."""

    def __init__(self, certificate: ssl.SSLContext | None = None) -> None:
        self.asked: list[list[str]] = []
        self.acts: dict[str, Act] = {}
        self.port = 0
        self.greeting = b""
        self._certificate = certificate
        self._loop = asyncio.new_event_loop()
        self._open = 0
        self.most_open = 0

    @property
    def paths(self) -> list[str]:
        return [lines[0].split()[1] for lines in self.asked]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        scheme = "https" if self._certificate else "http"
        return f"{scheme}://{host}:{self.port}{path}"

    def says(self, path: str, head: str, body: bytes | str = b"") -> str:
        """The page at a path; `head` is the status and any header lines."""
        data = body.encode() if isinstance(body, str) else body

        async def act(writer: Writer) -> None:
            length = f"Content-Length: {len(data)}\r\n"
            writer.write(f"HTTP/1.1 {head}\r\n{length}\r\n".encode() + data)
            await writer.drain()

        self.acts[path] = act
        return self.url(path)

    def does(self, path: str, act: Act) -> str:
        self.acts[path] = act
        return self.url(path)

    async def _serve(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        self._open += 1
        self.most_open = max(self.most_open, self._open)
        try:
            writer.write(self.greeting)
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            self.asked.append(head)
            path = head[0].split()[1]
            await self.acts[path](writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, KeyError):
            pass
        finally:
            self._open -= 1
            writer.close()

    def start(self) -> None:
        async def begin() -> None:
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._certificate)
            self.port = server.sockets[0].getsockname()[1]

        self._loop.run_until_complete(begin())
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def stop(self) -> None:
        def end() -> None:
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.call_later(0.05, self._loop.stop)

        self._loop.call_soon_threadsafe(end)


@contextmanager
def serving(certificate: ssl.SSLContext | None = None) -> Iterator[Misbehaving]:
    server = Misbehaving(certificate)
    server.start()
    try:
        yield server
    finally:
        server.stop()


async def stall(_: Writer) -> None:
    await asyncio.sleep(600)


async def drip_headers(writer: Writer) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for at in range(100_000):
        writer.write(f"X-{at}: 1\r\n".encode())
        await writer.drain()
        await asyncio.sleep(0.05)


async def drip_body(writer: Writer) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def endless_body(writer: Writer) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>2568</title>")
    while True:
        writer.write(b"x" * 65_536)
        await writer.drain()


async def huge_headers(writer: Writer) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nX-Long: " + b"y" * 500_000 + b"\r\n\r\n")
    await writer.drain()


async def endless_interim(writer: Writer) -> None:
    while True:
        writer.write(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100)
        await writer.drain()


async def reset(writer: Writer) -> None:
    import socket
    import struct

    peer = writer.get_extra_info("socket")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def nothing(writer: Writer) -> None:
    writer.close()


async def garbage(writer: Writer) -> None:
    writer.write(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
    await writer.drain()


async def breaks_off(writer: Writer) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"
    writer.write(head + b"<title>2568</title>")
    await writer.drain()
