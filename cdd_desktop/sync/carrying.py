"""Passing on the files of the offices below, once there is a line, and keeping what central answers."""

from __future__ import annotations

import base64
import threading

import msgspec

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.carry_file import Parcel, keep_answer, note_refused, read_parcels
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.filed import CUSTODY_HEADER, DEVICE_HEADER
from cdd_desktop.sync.gateway import Gateway

# What central says of a file itself, and will say again; anything else is tried again with the next contact.
_FINAL = frozenset(
    {"file-damaged", "file-kind", "file-newer", "file-not-for-us", "file-signature", "file-wrong-office"}
    | {"device-unknown", "token-revoked", "unit-mismatch", "batch-reused", "code-unknown", "code-used", "code-expired"}
)


def carry_files(workplace: Workplace, gateway: Gateway, stop: threading.Event) -> bool:
    """Whether everything was passed on, False when it was stopped before. Raises ``RefusedError`` as the gateway."""
    for parcel in workplace.read(read_parcels):
        if stop.is_set():
            return False
        try:
            answer = gateway.forward(parcel.data, _headers(parcel))
        except RefusedError as error:
            if error.code not in _FINAL:
                raise
            workplace.do(note_refused, parcel.sha256, error.code)
            continue
        workplace.do(keep_answer, parcel.sha256, answer)
    return True


def _headers(parcel: Parcel) -> dict[str, str]:
    return {
        "authorization": f"Bearer {parcel.token}",
        DEVICE_HEADER: parcel.device,
        CUSTODY_HEADER: base64.b64encode(msgspec.json.encode(parcel.note)).decode(),
        "content-type": "application/octet-stream",
    }
