"""Where central may be: the one rule about web addresses, for central that writes them and the device that calls."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from cdd_desktop.errors import BadRequestError, RefusedError

_HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*", re.ASCII)


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


def checked_proxy(text: str) -> str:
    """A proxy as a web address, empty for none: ``host:port`` gets ``http://`` in front.

    Raises ``BadRequestError("proxy-invalid")`` for anything else, a name without a port included.
    """
    typed = text.strip()
    if not typed:
        return ""
    address = typed if "://" in typed else f"http://{typed}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadRequestError("proxy-invalid", proxy=typed) from error
    plain = parts.path in ("", "/") and not parts.query and not parts.fragment
    if parts.scheme not in ("http", "https") or not port or not plain or not _is_host(host):
        raise BadRequestError("proxy-invalid", proxy=typed)
    return address.rstrip("/")


def _is_host(host: str) -> bool:
    if _HOST_NAME.fullmatch(host):
        return True
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
