"""A connection to an address that was looked at first, and to no other.

A name is looked up once; what it leads to is checked; then that very address is connected
to, under the name. A name that leads elsewhere a moment later changes nothing.
"""

import asyncio
import errno
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Executor
from contextlib import asynccontextmanager, suppress
from functools import lru_cache

from ita_data.evidence import WebAddress, is_public
from ita_data.model import LinkState
from ita_data.settings import LinkSettings

# Addresses of a name, in the order to try them; raises OSError as getaddrinfo does.
Resolve = Callable[[str, int], Awaitable[list[str]]]
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
# A name with more addresses than this is not tried to the end.
MOST_ADDRESSES = 3
BUFFER = 16 * 1024
# One of the root servers of the names themselves (IANA); only looked up, never connected to.
SURELY_THERE = "a.root-servers.net"
# What OpenSSL says of a certificate (its verify codes).
_EXPIRED, _NAME = (9, 10), (62, 64)


class NotAnswered(Exception):
    """No answer, or none that is asked for: state and why as in LinkCheck."""

    def __init__(self, state: LinkState, why: str = "") -> None:
        super().__init__(state, why)
        self.state, self.why = state, why


def has_route() -> bool:
    """Whether this machine is on any network that leads further. Sends nothing: a datagram
    socket that is only pointed somewhere asks the routing table."""
    for family, somewhere in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((somewhere, 9))
            return True
    return False


async def can_look_up(settings: LinkSettings, resolve: Resolve) -> bool:
    """Whether names are looked up from here at all. Some systems without a network say "there
    is no such name" of every name, so that a name which is surely there has to tell."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(settings.connect_seconds):
            return bool(await resolve(SURELY_THERE, 443))
    return False


def resolver(threads: Executor) -> Resolve:
    """Looks names up as the system does, on these threads: such a look-up cannot be stopped."""

    async def resolve(host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(
            threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))

    return resolve


@asynccontextmanager
async def connected(
    address: WebAddress, settings: LinkSettings, resolve: Resolve
) -> AsyncIterator[Streams]:
    """Streams to the address; gone when left. Raises NotAnswered."""
    reader, writer = await _first_that_answers(address, settings, resolve)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def _first_that_answers(
    address: WebAddress, settings: LinkSettings, resolve: Resolve
) -> Streams:
    problems = [NotAnswered(LinkState.NO_NAME)]
    for ip in (await _allowed(address, settings, resolve))[:MOST_ADDRESSES]:
        try:
            return await _opened(ip, address, settings)
        except NotAnswered as error:
            problems.append(error)
    # A network without IPv6 says nothing of a site that has an IPv4 address too.
    raise next((p for p in problems[1:] if p.state is not LinkState.UNKNOWN), problems[-1])


async def _allowed(address: WebAddress, settings: LinkSettings, resolve: Resolve) -> list[str]:
    """What the name leads to: all of it open to the internet, else nothing is tried."""
    try:
        async with asyncio.timeout(settings.connect_seconds):
            found = await resolve(address.host, address.port)
    except TimeoutError:
        raise NotAnswered(LinkState.UNKNOWN, "offline") from None
    except socket.gaierror as error:
        raise _not_found(error) from None
    except (OSError, UnicodeError):
        raise NotAnswered(LinkState.NO_NAME) from None
    if not settings.private and not all(map(is_public, found)):
        raise NotAnswered(LinkState.REFUSED, "private")
    return found


def _not_found(error: socket.gaierror) -> NotAnswered:
    """A name that nobody has, or a look-up that did not come through."""
    if error.errno in (socket.EAI_AGAIN, socket.EAI_FAIL):
        return NotAnswered(LinkState.UNKNOWN, "offline")
    return NotAnswered(LinkState.NO_NAME)


async def _opened(ip: str, address: WebAddress, settings: LinkSettings) -> Streams:
    context, name = (tls(), address.host) if address.secure else (None, None)
    try:
        async with asyncio.timeout(settings.connect_seconds):
            return await asyncio.open_connection(
                ip, address.port, limit=BUFFER, ssl=context, server_hostname=name
            )
    except TimeoutError:
        raise NotAnswered(LinkState.SILENT, "slow") from None
    except ssl.SSLCertVerificationError as error:
        raise NotAnswered(LinkState.CERTIFICATE, _fault(error.verify_code)) from None
    except ssl.SSLError:
        raise NotAnswered(LinkState.CERTIFICATE, "tls") from None
    except OSError as error:
        raise _not_connected(error) from None


def _fault(code: int) -> str:
    return "expired" if code in _EXPIRED else "name" if code in _NAME else "issuer"


def _not_connected(error: OSError) -> NotAnswered:
    if isinstance(error, ConnectionRefusedError):
        return NotAnswered(LinkState.SILENT, "refused")
    if error.errno == errno.ENETUNREACH:
        return NotAnswered(LinkState.UNKNOWN, "offline")
    if isinstance(error, ConnectionError):
        return NotAnswered(LinkState.SILENT, "reset")
    return NotAnswered(LinkState.SILENT, "unreachable")


@lru_cache(maxsize=1)
def tls() -> ssl.SSLContext:
    """As a browser: certificates of the system's authorities, for the name that was asked."""
    return ssl.create_default_context()
