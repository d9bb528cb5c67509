"""The keys of this installation that open and sign files."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from cdd_desktop.store.meta import Meta, read_meta


def device_key(session: Session) -> Ed25519PrivateKey:
    """This machine's own."""
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(read_meta(session, Meta.DEVICE_KEY)))


def office_key(session: Session) -> Ed25519PrivateKey | None:
    """The one all machines of a province hold, for the files of its districts."""
    text = read_meta(session, Meta.OFFICE_KEY)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text)) if text else None


def opening_keys(session: Session) -> list[Ed25519PrivateKey]:
    """All that may open a file."""
    office = office_key(session)
    return [device_key(session)] if office is None else [device_key(session), office]
