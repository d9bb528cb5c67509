"""What a contact with central needs to know of this installation, and the journal of contacts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from cdd_desktop.operations.central_keys import read_lineage
from cdd_desktop.operations.device_secrets import read_secret
from cdd_desktop.operations.file_keys import device_key
from cdd_desktop.operations.pace import Pace
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import ContactJournalRow, NeedsYouRow, OutboxRow
from cdd_desktop.sync.protocol import Claim
from cdd_desktop.sync.signing import public_text

PARKED = "parked"
_LOOKED_AT, _MEASURED = 50, 5
_CLOCK_TOLERANCE = timedelta(minutes=15)  # more than the slowest line takes for an answer


@dataclass(frozen=True, slots=True)
class Line:
    """Where central is: addresses in order of preference, and a PEM certificate or "" for the system's trust."""

    addresses: tuple[str, ...]
    trust: str


@dataclass(frozen=True, slots=True)
class Handshake:
    """What every request tells of this device. ``pending`` counts changes without a receipt, parked ones aside;
    ``needs_you`` open questions;
    ``claim`` is there until central has answered with a token. ``protocol`` is the version central spoke last, 0
    before the first answer; ``books`` its name for the published files that are all here, "" when that is not sure;
    ``keys`` the number of its newest key known here."""

    unit: str
    device: str
    token: str
    epoch: str
    cursor: str
    definitions: dict[str, str]
    schedules: dict[str, str]
    holidays: str
    books: str
    claim: Claim | None
    protocol: int
    settled: str
    keys: int
    pending: int
    needs_you: int


def read_line(work: Work) -> Line:
    """The addresses the enrolment named."""
    addresses = json.loads(read_meta(work.session, Meta.ADDRESSES, "[]"))
    return Line(addresses=tuple(addresses), trust=read_meta(work.session, Meta.TRUST))


def read_handshake(work: Work) -> Handshake:
    """The present state of this device towards central."""
    session = work.session
    token = read_secret(session, Meta.TOKEN)
    pending = session.scalar(select(func.count()).select_from(OutboxRow).where(OutboxRow.state != PARKED))
    questions = session.scalar(select(func.count()).select_from(NeedsYouRow).where(NeedsYouRow.settled_at.is_(None)))
    return Handshake(
        unit=work.unit.code,
        device=read_meta(session, Meta.DEVICE),
        token=token,
        epoch=read_meta(session, Meta.EPOCH),
        cursor=read_meta(session, Meta.CURSOR),
        definitions={dataset: work.catalogue.digest(dataset) for dataset in work.catalogue.datasets()},
        schedules=work.calendar.digests(),
        holidays=work.calendar.holidays_digest(),
        books=read_meta(session, Meta.BOOKS),
        claim=None if token or not read_secret(session, Meta.DEVICE_KEY) else read_claim(work),
        protocol=int(read_meta(session, Meta.PROTOCOL, "0")),
        settled=read_meta(session, Meta.SETTLED),
        keys=read_lineage(session).number,
        pending=pending or 0,
        needs_you=questions or 0,
    )


def read_claim(work: Work) -> Claim:
    """This device's claim, which central takes any number of times."""
    public = public_text(device_key(work.session))
    return Claim(code=read_meta(work.session, Meta.CLAIM_CODE), device_key=public, unit=work.unit.code)


def note_contact(work: Work, code: str, params: Mapping[str, object]) -> Changes:
    """One line in the journal of contacts. A contact in which nothing moved and that ended like the one before takes
    its line and counts up, so that a quiet week is one line.

    ``params`` hold numbers and addresses, never personal data.
    """
    last = work.session.scalar(select(ContactJournalRow).order_by(ContactJournalRow.id.desc()).limit(1))
    line = {name: value for name, value in params.items() if name != "times"}
    if last is not None and last.code == code and not _moved(line) and not _moved(last.params):
        last.params = {**line, "times": int(last.params.get("times", 1)) + 1}
        last.at = work.now
    else:
        work.session.add(ContactJournalRow(at=work.now, code=code, params=line))
    return Changes(outbox=True)


def note_held(work: Work) -> Changes:
    """A line in the journal when the present line is paid by volume and something waits for another one."""
    if work.session.scalar(select(OutboxRow.n).where(OutboxRow.state != PARKED).limit(1)) is None:
        return Changes()
    return note_contact(work, "line-metered", {})


def _moved(params: Mapping[str, object]) -> bool:
    return bool(params.get("sent") or params.get("received") or params.get("photos"))


def read_pace(work: Work) -> Pace:
    """How fast the latest contacts were that sent something."""
    rows = work.session.scalars(
        select(ContactJournalRow.params).order_by(ContactJournalRow.id.desc()).limit(_LOOKED_AT)
    )
    measured = [Pace(int(row["sent"]), float(row["seconds"])) for row in rows if row.get("seconds") and row.get("sent")]
    return sum(measured[:_MEASURED], Pace())


def note_clock(work: Work, central: datetime) -> None:
    """How far this machine's clock is from central's, as the answer just heard tells; the journal has a line when it
    begins to be wrong. Nothing is refused for it."""
    off = work.now - central
    wrong = abs(off) > _CLOCK_TOLERANCE
    if wrong and not read_meta(work.session, Meta.CLOCK_OFF):
        note_contact(work, "clock-off", {})
    write_meta(work.session, Meta.CLOCK_OFF, str(round(off.total_seconds())) if wrong else "")


def note_heard(work: Work) -> None:
    """Remember that central has just been heard."""
    write_meta(work.session, Meta.LAST_CONTACT_AT, work.now.isoformat())
