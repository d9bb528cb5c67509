"""An enrolment by a code from a letter: central gives the file the code stands for."""

from __future__ import annotations

import msgspec

from cdd_desktop.sync.enrolment import encode_enrolment
from cdd_desktop.sync.gateway import HttpGateway


def split_letter(text: str) -> tuple[str, str]:
    """Address and code as the square of a letter says them; one of them alone stands for itself."""
    first, _, rest = text.strip().partition(" ")
    looks_like_address = "." in first or "://" in first
    return (first, rest.strip()) if looks_like_address else ("", text.strip())


def fetch_enrolment(address: str, code: str, proxy: str = "") -> bytes:
    """The content of the enrolment file. An address without its beginning is one of https.

    Raises ``BadRequestError`` for an address that is none, and ``RefusedError`` as ``HttpGateway.exchange``, with
    ``code-unknown``, ``code-used``, ``code-expired``, ``code-withdrawn``.
    """
    whole = address.strip()
    gateway = HttpGateway([whole if "://" in whole else f"https://{whole}"], proxy=proxy)
    try:
        return encode_enrolment(gateway.take_up(msgspec.json.encode({"code": code})))
    finally:
        gateway.close()
