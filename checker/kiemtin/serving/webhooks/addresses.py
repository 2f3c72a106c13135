"""Where a message may go: public addresses, and private ones that the profile names.

The name is resolved once and the connection made to the address that was looked at, so that a name which
answers otherwise the second time leads nowhere.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressRefusedError(Exception):
    """A host that is not known, or that is where messages may not go."""


def is_allowed(address: Address, networks: Sequence[str]) -> bool:
    """Whether an address is in one of `networks`, or public: not private, loopback, link-local, reserved."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return is_allowed(inner, networks)
        if address in ipaddress.ip_network("64:ff9b::/96"):  # NAT64: an IPv4 address inside
            return is_allowed(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF), networks)
    for network in map(ipaddress.ip_network, networks):
        if address.version == network.version and address in network:
            return True
    return address.is_global and not address.is_multicast


def resolve(host: str, port: int, networks: Sequence[str]) -> str:
    """The address to connect to; all of a name's addresses must be allowed. Raises AddressRefusedError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    except (OSError, ValueError, UnicodeError):
        raise AddressRefusedError(host) from None
    if not addresses or not all(is_allowed(address, networks) for address in addresses):
        raise AddressRefusedError(host)
    return str(addresses[0])
