"""The certificate devices are to trust when central's own is not signed by an authority their system knows."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificates

from cdd_desktop.errors import BadRequestError


def read_trust(path: Path | None) -> str:
    """The certificates of a PEM file and nothing else of it, a private key least of all; "" without a file.

    Raises ``BadRequestError("trust-unreadable")`` for a file that cannot be read or holds no certificate.
    """
    if path is None:
        return ""
    try:
        certificates = load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BadRequestError("trust-unreadable", path=str(path)) from error
    return "".join(certificate.public_bytes(Encoding.PEM).decode("ascii") for certificate in certificates)
