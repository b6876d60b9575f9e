"""Which network addresses belong to the open internet.

Source: the registries of special-purpose addresses (IANA), as Python's `ipaddress` has them.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# A network may translate these to IPv4; the last 32 bits then say where they lead (RFC 6052).
TRANSLATED = IPv6Network("64:ff9b::/96")
# Once what private networks were in IPv6 (RFC 3879), and still is in old ones; Python counts
# it among the open ones.
OF_THE_SITE = IPv6Network("fec0::/10")
# Answered by the machine's own host: what clouds offer to their guests only. (Python before
# 3.11.10 counts the first among the open ones.)
OF_THE_HOST = (IPv4Network("192.0.0.0/24"), IPv4Network("168.63.129.16/32"))
CLOSED = (OF_THE_SITE, *OF_THE_HOST)


def is_public(address: str) -> bool:
    """Whether an address leads to the open internet: not to this machine, a private, shared,
    link-local, multicast or reserved network, nor to one of those behind another notation."""
    try:
        return all(map(_is_open, _meanings(ip_address(address.partition("%")[0]))))
    except ValueError:
        return False


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    closed = address.is_multicast or address.is_reserved
    return address.is_global and not closed and not any(address in net for net in CLOSED)


def _meanings(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address, or the IPv4 addresses that it stands for."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in TRANSLATED:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    inside = [address.sixtofour, *(address.teredo or ())]
    return [address, *(one for one in inside if one is not None)]
