"""Facts about this installation, kept in the store: office, device and its keys, central's addresses, counters."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Integer, String, bindparam, cast, select, update
from sqlalchemy.orm import Session

from cdd_desktop.store.rows import MetaRow


class Meta(StrEnum):
    """The names in use. Lists are JSON text, keys base64, dates and instants ISO 8601."""

    UNIT = "unit"
    DEVICE = "device"
    DEVICE_KEY = "device_key"  # Ed25519 private key, raw; read and written by operations.device_secrets, like the token
    VAULT = "vault"  # under which name the operating system's vault holds key and token; "": they are here
    SIGNING_KEY = "signing_key"  # central's Ed25519 public key, the first that is known here
    SEALING_KEY = "sealing_key"  # central's age recipient, the newest
    KEYS = "keys"  # how central's signing keys followed each other since, as operations.central_keys keeps it
    COURIER_KEY = "courier_key"  # the province's Ed25519 public key, where files may go through it
    OFFICE_KEY = "office_key"  # of a province: the private half, raw
    ADDRESSES = "addresses"
    TRUST = "trust"  # PEM, empty for the system's own
    CLAIM_CODE = "claim_code"  # kept: the same device key may claim it again
    TOKEN = "token"
    EPOCH = "epoch"
    CURSOR = "cursor"
    REPORTS_FROM = "reports_from"
    COUNTER = "counter"  # the number of the device's last change
    ENROLLED_AT = "enrolled_at"
    LAST_CONTACT_AT = "last_contact_at"
    ANCHOR = "anchor"  # central's newest signed time anchor (``sync.signing``)
    CLOCK_OFF = "clock_off"  # seconds by which this machine's clock was ahead of central's, "" where that is little
    PROTOCOL = "protocol"  # the version central answered with last
    BOOKS = "books"  # central's name for what it has published, once all of it is here
    COLUMNS = "columns"  # of sheets read before: dataset → kind of record → heading → field
    BACKUP = "backup"  # the last proved backup, as operations.backup_state keeps it
    RESTORED = "restored"  # from which backup, until a person has agreed to send; as operations.restored keeps it
    LINK = "link"  # how the line to central has been, as operations.link keeps it
    SETTLED = "settled"  # during a repair: records up to here in central's feed were compared by their digests
    OFFICE_DAYS = "office_days"  # the office's own days off
    VILLAGES = "villages"  # the office's list of villages
    REPAIR = "repair"  # "1" while what a restored central lost has not been looked for


_READ = select(MetaRow.value).where(MetaRow.key == bindparam("name"))
_COUNT = (
    update(MetaRow)
    .where(MetaRow.key == Meta.COUNTER.value)
    .values(value=cast(cast(MetaRow.value, Integer) + bindparam("count", type_=Integer), String))
    .returning(MetaRow.value)
    .execution_options(synchronize_session=False)
)


def read_meta(session: Session, key: Meta, default: str = "") -> str:
    value = session.scalar(_READ, {"name": key.value})
    return default if value is None else value


def write_meta(session: Session, key: Meta, value: str) -> None:
    session.merge(MetaRow(key=key.value, value=value))


def next_change_number(session: Session, count: int = 1) -> int:
    """The next value of the device's counter, or the first of so many; safe because the transaction holds the write
    lock."""
    counted = session.execute(_COUNT, {"count": count}).scalar_one_or_none()
    if counted is None:
        write_meta(session, Meta.COUNTER, str(count))
        session.flush()
        return 1
    return int(counted) - count + 1
