"""Where an address leads: allowed schemes only, and no private network unless its host is named."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from generator.readers.reading.guard import Unreadable

SCHEMES = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: the connection goes to `ip` itself, so that a second look-up cannot lead elsewhere."""

    scheme: str
    host: str
    ip: str
    port: int


def target(address: str, private_hosts: frozenset[str]) -> Target:
    """Raises `Unreadable` with the cause where the address must not be visited."""
    scheme, host, port = parts_of(address)
    found = _looked_up(host, port)
    if host not in private_hosts and (private := next((ip for ip in found if not is_public(ip)), None)):
        raise Unreadable(
            f"`{host}` leads to the private address {private}; `private_address: true` at the source allows it"
        )
    return Target(scheme, host, str(found[0]), port)


def parts_of(address: str) -> tuple[str, str, int]:
    """Scheme, host and port; raises `Unreadable` for what can be no page's address, on any network."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise Unreadable(f"`{address}` is not an address") from None
    if parts.scheme not in SCHEMES or not host:
        raise Unreadable(f"`{address}` is not an http or https address")
    if parts.username is not None or parts.password is not None:
        raise Unreadable("the address holds a user or password")
    return parts.scheme, host, port or SCHEMES[parts.scheme]


def host_of(address: str) -> str:
    """The host of a page's address, empty where it has none or is no such address."""
    try:
        return parts_of(address)[1]
    except Unreadable:
        return ""


def is_public(ip: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to the open internet, also where it wraps an older one."""
    if isinstance(ip, IPv6Address):
        teredo = ip.teredo[1] if ip.teredo else None
        inner = ip.ipv4_mapped or ip.sixtofour or teredo or _translated(ip)
        if inner is not None:
            return is_public(inner)
    return ip.is_global and not ip.is_multicast


def _translated(ip: IPv6Address) -> IPv4Address | None:
    """The old address within `64:ff9b::/96`, where networks translate between the two."""
    return IPv4Address(int(ip) & 0xFFFFFFFF) if int(ip) >> 32 == 0x64FF9B << 64 else None


def _looked_up(host: str, port: int) -> list[IPv4Address | IPv6Address]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreadable(f"the host `{host}` is not known") from None
    return [ip_address(str(answer[4][0]).split("%")[0]) for answer in answers]
