"""The sums of what each office's records hold, kept up to date with every edit (``domain/digest.py``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import bindparam, select, text, tuple_
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.devices import lock_units
from cdd_desktop.central.holding.records import StoredRecord
from cdd_desktop.central.tables.bulk import table_of
from cdd_desktop.central.tables.rows import BucketRow, RecordRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.digest import NOTHING, Bucket, record_digest, shifted
from cdd_desktop.domain.record import Content

GONE = "-"  # the digest of a deleted record: counted, and worth nothing

_BUCKET = table_of(BucketRow)
_RECORD = table_of(RecordRow).c
_Place = tuple[str, str, str]
_NAMES = tuple(_BUCKET.c.keys())
_PLACE = _BUCKET.primary_key.columns
_HELD = select(_BUCKET).where(tuple_(*_PLACE).in_(bindparam("places", expanding=True)))
_UNCOUNTED = select(_RECORD.id).where(_RECORD.unit == bindparam("of"), _RECORD.digest == "").limit(1)
_KEEP = text(
    "INSERT INTO bucket (unit, dataset, period, count, sum) VALUES (:unit, :dataset, :period, :count, :sum)"
    " ON CONFLICT (unit, dataset, period) DO UPDATE SET count = excluded.count, sum = excluded.sum"
)


@dataclass(slots=True)
class Moves:
    """What a transaction changes in the sums: digests that came and that went, by office, dataset and period."""

    _places: dict[_Place, tuple[list[str], list[str]]] = field(default_factory=dict)

    def note(self, row: RecordRow | StoredRecord, before: str, after: str) -> None:
        """A record's digest has become another."""
        came, went = self._places.setdefault((row.unit, row.dataset, row.period), ([], []))
        came += [after] if _counts(after) else []
        went += [before] if _counts(before) else []

    def flush(self, session: Session) -> None:
        """Write the sums. The office's row is locked, so nobody else writes them meanwhile."""
        if not self._places:
            return
        connection = session.connection()
        found = connection.execute(_HELD, {"places": sorted(self._places)}).all()
        held = {(unit, dataset, period): (count, total) for unit, dataset, period, count, total in found}
        rows = []
        for place, (came, went) in sorted(self._places.items()):
            count, total = held.get(place, (0, NOTHING))
            moved = (count + len(came) - len(went), shifted(total, plus=came, minus=went))
            rows.append(dict(zip(_NAMES, (*place, *moved), strict=True)))
        connection.execute(_KEEP, rows)
        self._places.clear()


def digest_for(row: RecordRow | StoredRecord, content: Content) -> str:
    """What a record counts for."""
    return GONE if row.deleted else record_digest(row.id, content)


def add_up(session: Session, vault: Vault, unit: str) -> None:
    """Count in the records of an office that no edit has counted yet: those of an older database."""
    if session.connection().execute(_UNCOUNTED, {"of": unit}).first() is None:
        return
    lock_units(session, {unit})
    moves = Moves()
    for row in session.scalars(select(RecordRow).where(RecordRow.unit == unit, RecordRow.digest == "")).all():
        row.digest = digest_for(row, {} if row.deleted else vault.open(row.content))
        moves.note(row, "", row.digest)
    moves.flush(session)


def buckets_of(session: Session, unit: str) -> list[Bucket]:
    """What central holds of an office."""
    rows = session.scalars(select(BucketRow).where(BucketRow.unit == unit, BucketRow.count > 0))
    return [Bucket(row.dataset, row.period, row.count, row.sum) for row in rows]


def records_of(session: Session, unit: str, dataset: str, period: str) -> list[tuple[str, str, int]]:
    """The records of a bucket by id: (id, digest, revision); a deleted one has the digest "-"."""
    query = select(RecordRow.id, RecordRow.digest, RecordRow.rev).where(
        RecordRow.unit == unit, RecordRow.dataset == dataset, RecordRow.period == period
    )
    return [(record, digest, rev) for record, digest, rev in session.execute(query.order_by(RecordRow.id))]


def _counts(digest: str) -> bool:
    return digest not in ("", GONE)
