"""Photos and files of a record: kept by the SHA-256 of their bytes; the record carries the hashes."""

from __future__ import annotations

import hashlib

from cdd_desktop.domain.record import Value
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.place import find_place
from cdd_desktop.operations.save_entry import Saved, save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import PhotoPlaceRow, PhotoRow
from cdd_desktop.sync.protocol import LARGEST_BLOB

LARGEST = 2 * 1024 * 1024
LARGEST_FILE_MB = LARGEST_BLOB // (1024 * 1024)


def attach_photo(work: Work, ref: EntryRef, field: str, data: bytes) -> Saved:
    """Keeps a photo (already shrunk, at most 2 MB) and adds its hash to a field of an entry.

    Raises ``RefusedError("photo-too-large")`` and what ``save_entry`` raises.
    """
    if len(data) > LARGEST:
        raise RefusedError("photo-too-large", largest=LARGEST)
    return _attach(work, ref, field, data)


def attach_file(work: Work, ref: EntryRef, field: str, data: bytes) -> Saved:
    """Keeps a file of any kind as it is and adds its hash to a field of an entry.

    Raises ``RefusedError``: ``file-too-large`` with ``largest`` (megabytes), ``file-empty``; and what ``save_entry``
    raises.
    """
    if not data:
        raise RefusedError("file-empty")
    if len(data) > LARGEST_BLOB:
        raise RefusedError("file-too-large", largest=LARGEST_FILE_MB)
    return _attach(work, ref, field, data)


def read_photo(work: Work, sha256: str) -> bytes:
    """The bytes of a photo or file. Raises ``BadRequestError("photo-unknown")`` for one that is not on this machine."""
    row = work.session.get(PhotoRow, sha256)
    if row is None:
        raise BadRequestError("photo-unknown")
    return row.bytes


def _attach(work: Work, ref: EntryRef, field: str, data: bytes) -> Saved:
    digest = hashlib.sha256(data).hexdigest()
    if work.session.get(PhotoRow, digest) is None:
        work.session.add(PhotoRow(sha256=digest, bytes=data, added_at=work.now))
    record = find_place(work, ref).record
    held: Value = record.content.get(field) if record is not None else None
    kept = held if isinstance(held, list) else []
    saved = save_entry(work, ref, {field: [*kept, digest] if digest not in kept else kept})
    if saved.ref.record_id is not None:
        work.session.merge(PhotoPlaceRow(sha256=digest, record_id=saved.ref.record_id))
    return saved
