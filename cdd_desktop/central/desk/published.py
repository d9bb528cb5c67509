"""Publishing at central's desk: under the administrator's role, shown first, published or withdrawn, and noted."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.desk import messages as say
from cdd_desktop.central.desk.publishing import PUBLISHED, Proposal, propose, publish, withdrawal
from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.rows import PublishedRow
from cdd_desktop.central.trust.accounts import visitor_of
from cdd_desktop.central.trust.audit import note
from cdd_desktop.central.trust.rights import Act, check_right
from cdd_desktop.clock import Clock
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import UserError
from cdd_desktop.sync.protocol import Message

_KINDS = {what: kind for kind, what in PUBLISHED.items()}


def list_published(endpoint: Endpoint, token: str) -> Message:
    """What central has published, newest last."""
    with endpoint.database.read() as session:
        check_right(visitor_of(session, token, endpoint.clock.now()), Act.PUBLISH, DEPARTMENT)
        rows = session.scalars(select(PublishedRow).order_by(PublishedRow.published_at, PublishedRow.key)).all()
        return say.PublishedFiles(
            files=[
                say.PublishedFile(
                    kind=PUBLISHED[row.kind],
                    key=row.key,
                    number=int(row.version),
                    digest=row.digest,
                    published_at=row.published_at,
                )
                for row in rows
            ]
        )


def publish_at_desk(endpoint: Endpoint, token: str, body: bytes) -> Message:
    """Prove a file, or the one that takes the newest back, and show what it changes; publish it when ``yes`` is said.

    Raises ``ProblemError``: 400, 401, 403, 422 with the code of what is wrong with the file.
    """
    with endpoint.database.write() as session:
        who = visitor_of(session, token, endpoint.clock.now())
        check_right(who, Act.PUBLISH, DEPARTMENT)
        asked = _read(body)
        books = endpoint.books(session)
        proposal = _proposal(session, books, asked)
        better = 0
        if asked.yes:
            better = publish(session, books, proposal, endpoint.clock.now())
            note_published(session, endpoint.clock, proposal, who.person, asked.reason)
    file = proposal.file
    return say.PublishingAnswer(
        key=file.key, number=file.number, difference=list(proposal.difference), published=asked.yes, better=better
    )


def note_published(session: Session, clock: Clock, proposal: Proposal, who: str, reason: str) -> None:
    """The line of the trail, with the digest of what was published."""
    file = proposal.file
    details = {"kind": file.kind, "key": file.key, "number": file.number, "digest": file.digest}
    note(session, clock, who, "published", unit=DEPARTMENT, reason=reason, **details)


def _read(body: bytes) -> say.Publishing:
    try:
        asked = msgspec.json.decode(body, type=say.Publishing)
        (asked.file + asked.withdraw + asked.reason).encode()
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error
    if asked.kind not in _KINDS or bool(asked.file) == bool(asked.withdraw) or "\x00" in asked.file + asked.reason:
        raise ProblemError(400, "body-unreadable")
    return asked


def _proposal(session: Session, books: Books, asked: say.Publishing) -> Proposal:
    kind = _KINDS[asked.kind]
    try:
        body = withdrawal(books, kind, asked.withdraw) if asked.withdraw else asked.file
        return propose(session, books, kind, body)
    except UserError as error:
        raise ProblemError(422, error.code, **error.params) from error
