"""Addresses of the web, taken apart with care: what is opened is what was checked."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

PORTS = {"http": 80, "https": 443}
# Longer ones are no link that a person gave (our choice; servers take about 8,000).
LONGEST = 4_000
# Left as they stand in a path or query: what is reserved, and what is percent-encoded.
_KEPT = "/%:@!$&'()*+,;=~-._?[]"
# scheme, who logs in, host: the rest of an address does not matter here.
_WEB = re.compile(
    r"https?://(?:[^/?#@]*@)*(\[[^\]/]+\]|[^/?#:@\[\]]+)(?::\d*)?(?:[/?#].*)?", re.I | re.S
)

_NAMED = re.compile(r"https?://|www\.", re.I)


class WrongAddress(Exception):
    """An address that is not opened; `why` as in LinkCheck."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """An http(s) address in parts, in ASCII. `host` has no brackets; `target` is path and
    query as they are asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def secure(self) -> bool:
        """Whether it is asked over TLS."""
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """What the Host header says: no port where it is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def web_address(text: str, *, any_port: bool = False) -> WebAddress:
    """The address that a text is. Raises WrongAddress: "not_web", "credentials", "port"."""
    parts = _parts(text.strip())
    if parts.scheme not in PORTS or not parts.hostname:
        raise WrongAddress("not_web")
    if parts.username is not None or parts.password is not None:
        raise WrongAddress("credentials")
    port = _port(parts)
    if port not in PORTS.values() and not any_port:
        raise WrongAddress("port")
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT)
    return WebAddress(
        scheme=parts.scheme,
        host=_sure_host(parts.hostname),
        port=port,
        target=f"{path}?{query}" if query else path,
    )


def next_address(here: WebAddress, location: str, *, any_port: bool = False) -> WebAddress:
    """Where a redirect leads. Raises WrongAddress, as for any address."""
    try:
        there = urljoin(str(here), location.strip())
    except ValueError:
        raise WrongAddress("not_web") from None
    return web_address(there, any_port=any_port)


def host_of(address: str) -> str | None:
    """The host of an http(s) address, in lower case and ASCII; None for anything else."""
    found = _WEB.fullmatch(address.strip())
    return _plain_host(found[1]) if found else None


def is_link(text: str) -> bool:
    """Whether a text is an http(s) address in one piece, and nothing else."""
    host = host_of(text) or "."
    return not host.startswith(".") and not re.search(r"\s", text.strip())


def names_link(text: str) -> bool:
    """Whether an address stands somewhere in a text, with its scheme or as "www.…"."""
    return _NAMED.search(text) is not None


def plain_domain(typed: str) -> str:
    """A domain as set, whether typed as an address or with www; "" for none."""
    typed = typed.strip()
    host = host_of(typed if "://" in typed else f"https://{typed}") or ""
    return host.removeprefix("www.")


def is_of_domain(host: str, domain: str) -> bool:
    """Whether a host is the (plain) domain or one under it."""
    return host == domain or host.endswith(f".{domain}")


def _parts(text: str) -> SplitResult:
    if len(text) > LONGEST:
        raise WrongAddress("not_web")
    try:
        text.encode()  # half of a letter is no part of any address
        return urlsplit(text)
    except ValueError:
        raise WrongAddress("not_web") from None


def _port(parts: SplitResult) -> int:
    try:
        return PORTS[parts.scheme] if parts.port is None else parts.port
    except ValueError:
        raise WrongAddress("not_web") from None


def _plain_host(host: str) -> str:
    host = host.strip().rstrip(".").lower()
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _sure_host(host: str) -> str:
    """The host in ASCII, as it is looked up, sent and compared with the certificate."""
    plain = _plain_host(host)
    if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", plain):
        raise WrongAddress("not_web")
    return plain
