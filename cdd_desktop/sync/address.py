"""Where central may be: the one rule about web addresses, for central that writes them and the device that calls."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from cdd_desktop.errors import BadRequestError, RefusedError


def checked_address(address: str) -> str:
    """The address without a trailing slash.

    Raises ``BadRequestError("address-invalid")`` for what is no web address and ``RefusedError("address-insecure")``
    for plain http to anything but this machine.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port != 0 else None  # reading the port tells a wrong one
    except ValueError as error:
        raise BadRequestError("address-invalid", address=address) from error
    if parts.scheme not in ("http", "https") or not host:
        raise BadRequestError("address-invalid", address=address)
    if parts.scheme == "http" and not _is_loopback(host):
        raise RefusedError("address-insecure", address=address)
    return address.rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
