"""Write what has no receipt onto a stick: one ``.cddbatch`` for central, which the province may carry."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, update

from cdd_desktop import __version__
from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.claim_batch import claim_everything
from cdd_desktop.operations.contact import note_contact, read_handshake
from cdd_desktop.operations.file_keys import device_key
from cdd_desktop.operations.submission_state import refresh_delivery
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import CarriedFileRow, OutboxRow
from cdd_desktop.store.submission_rows import MoveRow
from cdd_desktop.sync.filed import BATCH, BatchFile
from cdd_desktop.sync.files import digest_of, file_batch, read_contents, seal_file
from cdd_desktop.sync.protocol import PROTOCOL_MAX, PROTOCOL_MIN
from cdd_desktop.sync.signing import public_text

OWN = "own"


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file ready to be written: a name for it, its bytes, the batches in it, and what a person is told of it:
    ``reports`` submissions touched, ``certified`` of them with a certification, ``saves`` changes made."""

    name: str
    data: bytes
    batches: tuple[str, ...]
    contents: tuple[tuple[str, ...], ...]
    saves: int

    @property
    def reports(self) -> int:
        return sum(bool(period) for _, period, _, _ in self.contents)

    @property
    def certified(self) -> int:
        return sum(step == "certify" for _, _, _, step in self.contents)


def prepare_file(work: Work) -> OutgoingFile:
    """Everything without a receipt, whether it has been on a stick or on its way before or not: each file speaks for
    itself, so a lost one costs nothing and none builds on another. With nothing to send it asks for what is new."""
    session, handshake = work.session, read_handshake(work)
    batches = claim_everything(work)
    key = device_key(session)
    message = BatchFile(
        protocol=(PROTOCOL_MIN, PROTOCOL_MAX),
        app=__version__,
        unit=handshake.unit,
        device=handshake.device,
        device_key=public_text(key),
        written_at=work.now.isoformat(),
        epoch=handshake.epoch,
        cursor=handshake.cursor,
        anchor=read_meta(session, Meta.ANCHOR),
        definitions=handshake.definitions,
        schedules=handshake.schedules,
        holidays=handshake.holidays,
        claim=handshake.claim,
        batches=[file_batch(batch.id, batch.body, batch.saves) for batch in batches],
    )
    readers = [read_meta(session, Meta.SEALING_KEY), read_meta(session, Meta.COURIER_KEY)]
    moment = work.now.astimezone(BANGKOK)
    return OutgoingFile(
        name=f"{handshake.unit}-{moment.year + 543}{moment:%m%d-%H%M%S}.cddbatch",
        data=seal_file(BATCH, message, key, readers),
        batches=tuple(batch.id for batch in batches),
        contents=read_contents([batch.body for batch in batches]),
        saves=sum(batch.saves for batch in batches),
    )


def note_handed_over(work: Work, file: OutgoingFile) -> Changes:
    """The file lies on the stick, whole: what is in it is handed over, and still has no receipt."""
    session = work.session
    claimed = OutboxRow.batch_id.in_(file.batches), OutboxRow.state == "claimed"
    session.execute(update(OutboxRow).where(*claimed).values(state="handed_over"))
    session.merge(
        CarriedFileRow(
            sha256=digest_of(file.data),
            kind=OWN,
            name=file.name,
            unit=work.unit.code,
            device=read_meta(session, Meta.DEVICE),
            at=work.now,
            changes=file.saves,
            contents=[list(line) for line in file.contents],
            batches=list(file.batches),
            code="",
        )
    )
    session.flush()
    note_contact(work, "file-written", {"name": file.name, "reports": file.reports, "sent": file.saves})
    moves = select(MoveRow.unit, MoveRow.dataset, MoveRow.period).join(OutboxRow, OutboxRow.n == MoveRow.n)
    keys = {
        SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))
        for unit, dataset, period in session.execute(moves.where(OutboxRow.batch_id.in_(file.batches)))
    }
    for submission in keys:
        refresh_delivery(work, submission)
    return Changes(submissions=frozenset(keys), outbox=True)


def write_durably(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and read it back: a stick may lie. Raises ``RefusedError("file-unwritable")``
    with its ``name``."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        whole = path.read_bytes() == data
    except OSError as error:
        part.unlink(missing_ok=True)
        raise RefusedError("file-unwritable", name=path.name) from error
    if not whole:
        raise RefusedError("file-unwritable", name=path.name)
