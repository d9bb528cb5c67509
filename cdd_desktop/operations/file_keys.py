"""The keys of this installation that open and sign files."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.device_secrets import read_secret
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.sync.enrolment import start_key


def device_key(session: Session) -> Ed25519PrivateKey:
    """This machine's own. Raises ``RefusedError("device-key-missing")``."""
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(_device_key(session)))


def _device_key(session: Session) -> str:
    key = read_secret(session, Meta.DEVICE_KEY)
    if not key:
        raise RefusedError("device-key-missing")
    return key


def office_key(session: Session) -> Ed25519PrivateKey | None:
    """The one all machines of a province hold, for the files of its districts."""
    text = read_meta(session, Meta.OFFICE_KEY)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text)) if text else None


def opening_keys(session: Session) -> list[Ed25519PrivateKey]:
    """All that may open a file; the enrolment's code opens a start package."""
    office, code = office_key(session), read_meta(session, Meta.CLAIM_CODE)
    keys = [device_key(session)] if office is None else [device_key(session), office]
    return [*keys, start_key(code)] if code else keys


def is_fresh(session: Session) -> bool:
    """Whether nothing of central has come here yet, but the enrolment."""
    return not read_secret(session, Meta.TOKEN) and not read_meta(session, Meta.CURSOR)
