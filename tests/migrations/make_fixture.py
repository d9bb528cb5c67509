"""Writes ``fixtures/store-v3.db`` and its like: a store as a version of the tables left it, kept for upgrades to come.

Run once when a version is released, never again for that version: ``python tests/migrations/make_fixture.py 0003``.
"""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from pathlib import Path

from sqlalchemy.orm import Session

from cdd_desktop.store.connection import remove_database
from cdd_desktop.store.engine import create_store
from cdd_desktop.store.journal import append_change
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import (
    AuditRow,
    BatchRow,
    BucketRow,
    CarriedFileRow,
    ChangeRow,
    ContactJournalRow,
    ContactRow,
    DelegationRow,
    NeedsYouRow,
    PersonRow,
    PhotoPartRow,
    PhotoPlaceRow,
    PhotoRow,
    PublishedRow,
    ReceiptRow,
    RecordRow,
)
from cdd_desktop.store.submission_rows import (
    CertificationRow,
    CertifiedEntryRow,
    FigureRow,
    ListFactRow,
    MoveRow,
    SubmissionRow,
)

FIXTURES = Path(__file__).parent / "fixtures"
KEY = bytes(range(32))
NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
DELEGATION = {
    "id": "d1",
    "unit": "5007",
    "person_id": "p1",
    "from_on": "2018-03-15",
    "until_on": "2018-03-20",
    "given_by": "p0",
    "at": NOW,
}
PLACE = {"unit": "5007", "dataset": "saving_group", "period": "2561-q2"}


def make(version: str) -> None:
    """A row or more in every table."""
    path = FIXTURES / f"store-v{int(version)}.db"
    path.parent.mkdir(exist_ok=True)
    remove_database(path)
    store = create_store(path, KEY)
    with store.write() as session:
        write_meta(session, Meta.UNIT, "5007")
        write_meta(session, Meta.REPORTS_FROM, "2017-10-01")
        session.add(PersonRow(id="p1", name="สมศรี ใจดี", role="officer", unit="5007"))
        session.add(DelegationRow(**DELEGATION))
        for number in range(3):
            record_id = f"r{number}"
            content = {"members_male": 10 + number, ":reason:r6_x": "เหตุผล"}
            session.add(
                RecordRow(
                    id=record_id,
                    **PLACE,
                    entity="quarter",
                    form_version=1,
                    content=content,
                    created_at=NOW,
                    updated_at=NOW,
                )
            )
            append_change(session, ChangeRow(kind="edit", **PLACE, record_id=record_id, patch=content, was={}, at=NOW))
        session.add(BatchRow(id="b1", bytes=b"batch", changes=3, created_at=NOW))
        session.flush()
        session.add(ReceiptRow(no="2561-1", batch_id="b1", bytes=b"receipt", received_at=NOW, arrived_at=NOW))
        session.add(
            NeedsYouRow(
                n=1, **PLACE, status="conflict", fields=["a"], mine={"a": 1}, theirs={"a": 2}, places=[], at=NOW
            )
        )
        session.add(SubmissionRow(**PLACE, state="certified", delivery="here", certification_id="c1", certified_at=NOW))
        session.add(MoveRow(**PLACE, kind="certify", person_id="p1", person_name="x", at=NOW, comments=[], n=4))
        session.add(CertificationRow(id="c1", **PLACE, at=NOW))
        session.flush()
        session.add(
            CertifiedEntryRow(
                certification_id="c1", record_id="r0", **PLACE, entity="quarter", content={"members_male": 10}
            )
        )
        session.add(ContactRow(unit="5007", reports_from="2017-10-01"))
        session.add(ContactJournalRow(at=NOW, code="sync-done", params={}))
        session.add(PhotoRow(sha256="0" * 64, bytes=b"photo", added_at=NOW))
        session.add(PublishedRow(kind="holidays", name="2561", text="{}", arrived_at=NOW))
        session.add(AuditRow(at=NOW, person_id="p1", action="edited", detail={}))
        _add_later_tables(session)
    store.close()


def _add_later_tables(session: Session) -> None:
    """Those that version 1 did not have."""
    session.add(BucketRow(**PLACE, count=3, sum="00"))
    carried = {"kind": "own", "name": "a.cddbatch", "unit": "5007", "device": "d", "at": NOW}
    session.add(PhotoPlaceRow(sha256="0" * 64, record_id="r0"))
    session.add(PhotoPartRow(sha256="2" * 64, size=9, bytes=b"ph"))
    session.add(ListFactRow(**PLACE, registered=1))
    session.add(FigureRow(**PLACE, indicator="savings", part="", total=1, counted=1))
    session.add(CarriedFileRow(sha256="1" * 64, **carried, contents=[], batches=["b1"]))


if __name__ == "__main__":
    make(sys.argv[1])
