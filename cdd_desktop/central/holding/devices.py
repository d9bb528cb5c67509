"""Who is calling: claims of enrolment codes, tokens, and the contact they leave behind."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.shape import plain
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.tables.bulk import table_of
from cdd_desktop.central.tables.feed import CONTACT, Touched
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import ContactRow, DeviceRow, EnrolmentCodeRow
from cdd_desktop.central.trust.vault import Vault, token_hash
from cdd_desktop.clock import bangkok_day
from cdd_desktop.ids import is_id
from cdd_desktop.sync.protocol import Claim

CONTACT_EVERY = timedelta(minutes=5)
_OFFICES = ContactRow.unit.in_(bindparam("units", expanding=True))
_LOCK = select(ContactRow.unit).where(_OFFICES).order_by(ContactRow.unit).with_for_update()
_CONTACT = table_of(ContactRow)
_LAST_CONTACT = select(_CONTACT.c.last_contact_at).where(_CONTACT.c.unit == bindparam("of"))
_NOTE_CONTACT = update(_CONTACT).where(_CONTACT.c.unit == bindparam("of")).values(last_contact_at=bindparam("at"))
_OF_TOKEN = select(DeviceRow).where(DeviceRow.token_hash == bindparam("token_hash"))


def lock_units(session: Session, units: set[str]) -> None:
    """Hold the rows of these offices until the commit; always in the same order, so that nobody waits in a ring."""
    named = sorted(unit for unit in units if unit.isascii() and unit.isdigit() and len(unit) <= 4)
    session.execute(_LOCK, {"units": named}).all()


def claim_device(session: Session, vault: Vault, claim: Claim, device: str, now: datetime) -> str:
    """Take up an enrolment code for a device and answer its token.

    A code belongs to the first device key that claims it and may be claimed again by that key, also under a new
    device id (a restored or copied machine). Raises ``ProblemError`` 403: ``code-unknown``, ``code-expired``,
    ``code-used``, ``code-withdrawn``, ``unit-mismatch``; 400 for an id or key that is none.
    """
    if not is_id(device) or not _is_key(claim.device_key):
        raise ProblemError(400, "body-unreadable")
    digest = token_hash(claim.code)
    code = session.scalar(select(EnrolmentCodeRow).where(EnrolmentCodeRow.code_hash == digest).with_for_update())
    if code is None:
        raise ProblemError(403, "code-unknown")
    if code.unit != claim.unit:
        raise ProblemError(403, "unit-mismatch")
    if code.used_at and code.device_key != claim.device_key:
        raise ProblemError(403, "code-used")
    revoked = select(DeviceRow.id).where(DeviceRow.code_hash == digest, DeviceRow.revoked_at != "")
    if session.scalar(revoked.limit(1)) is not None:  # a stolen machine is not let in under a new id either
        raise ProblemError(401, "token-revoked")
    if code.withdrawn_at:
        raise ProblemError(403, "code-withdrawn")
    if not code.used_at:
        if bangkok_day(now).isoformat() > code.expires_on:
            raise ProblemError(403, "code-expired")
        code.used_at, code.device_key = to_text(now), claim.device_key
    return _enter(session, vault, code, device, now)


def _enter(session: Session, vault: Vault, code: EnrolmentCodeRow, device: str, now: datetime) -> str:
    token = vault.token(device, code.device_key)
    row = session.get(DeviceRow, device)
    if row is None:
        session.add(
            DeviceRow(
                id=device,
                unit=code.unit,
                public_key=code.device_key,
                token_hash=token_hash(token),
                code_hash=code.code_hash,
                enrolled_at=to_text(now),
            )
        )
        session.flush()
    elif row.public_key != code.device_key:
        raise ProblemError(403, "code-used")
    elif row.revoked_at:
        raise ProblemError(401, "token-revoked")
    return token


def authenticate(session: Session, token: str, device: str) -> DeviceRow:
    """The device of a token. Raises ``ProblemError`` 401: ``device-unknown`` or ``token-revoked``."""
    row = session.scalar(_OF_TOKEN, {"token_hash": token_hash(token)}) if token else None
    if row is None or row.id != device:
        raise ProblemError(401, "device-unknown")
    if row.revoked_at:
        raise ProblemError(401, "token-revoked")
    return row


def note_device(device: DeviceRow, app: str, now: datetime) -> None:
    """Remember when a machine was last heard, and with which program."""
    device.last_contact_at = to_text(now)
    device.app = plain(app)


def note_contact(session: Session, unit: str, device: str, now: datetime, touched: Touched) -> None:
    """Remember when an office was last heard; told on at most every five minutes. What waits in the session is written
    before."""
    session.flush()
    last = session.connection().execute(_LAST_CONTACT, {"of": unit}).scalar()
    if last is not None and (not last or now - to_instant(last) >= CONTACT_EVERY):
        session.connection().execute(_NOTE_CONTACT, {"of": unit, "at": to_text(now)})
        touched.add(CONTACT, unit, unit, device)


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except (ValueError, binascii.Error):
        return False
