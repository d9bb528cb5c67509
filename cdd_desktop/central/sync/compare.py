"""``/v1/digests``: what central holds of the caller's office beside what the device says it holds."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cdd_desktop.central.holding.buckets import GONE, buckets_of, records_of
from cdd_desktop.central.sync.pull import Pull
from cdd_desktop.central.tables.feed import RECORD, read_tops
from cdd_desktop.domain.digest import Bucket
from cdd_desktop.sync.cursor import write_cursor
from cdd_desktop.sync.protocol import BucketEntries, BucketRevisions, DigestAnswer, DigestRequest

MOST_WANTED = 200


def compare(session: Session, pull: Pull, request: DigestRequest, epoch: str) -> DigestAnswer:
    """Of equal buckets the revisions, in the order of the records' ids; of others every record's digest; and the
    records that were asked for. All in one snapshot, whose place in the feed is ``settled``."""
    unit = request.unit
    settled = write_cursor(read_tops(session, unit))
    if request.wanted:
        found = pull.read({RECORD: list(dict.fromkeys(request.wanted[:MOST_WANTED]))})
        return DigestAnswer(epoch=epoch, settled=settled, records=found.records)
    held = {(one.dataset, one.period): one for one in buckets_of(session, unit)}
    theirs = {
        (dataset, period): Bucket(dataset, period, count, total) for dataset, period, count, total in request.buckets
    }
    same, other = [], []
    for place in sorted({*held, *theirs}):
        entries = records_of(session, unit, *place)
        if held.get(place) == theirs.get(place):
            live = [rev for _, digest, rev in entries if digest != GONE]
            same.append(BucketRevisions(dataset=place[0], period=place[1], revs=live))
        else:
            other.append(BucketEntries(dataset=place[0], period=place[1], entries=entries))
    return DigestAnswer(epoch=epoch, settled=settled, same=same, other=other)
