"""Claim: comparing with central after a contact reads what was written since the last one, not the whole store.

A large district of ten years: the sums after one edit, compared with reckoning them anew from every record in the same
run.
"""

from __future__ import annotations

import measure
import office
from sqlalchemy import func, select

from cdd_desktop.domain.digest import NOTHING, record_digest, shifted
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.buckets import read_buckets
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import RecordRow

EDITS = 20
GOAL = 0.05


def reckon_all(work: Work) -> str:
    """Every record's digest, as it would be without kept sums."""
    query = select(RecordRow.id, RecordRow.content).where(~RecordRow.deleted)
    digests = [record_digest(row.id, row.content) for row in work.session.execute(query)]
    return shifted(NOTHING, plus=digests)


def after_one_edit(workplace: Workplace, record: RecordId, number: int) -> float:
    ref = workplace.read(lambda work: _ref(work, record))
    workplace.do(save_entry, ref, {"remark": f"แก้ครั้งที่ {number}"})
    return measure.seconds(lambda: workplace.do(read_buckets))


def _ref(work: Work, record: RecordId) -> EntryRef:
    row = work.session.get_one(RecordRow, record)
    return EntryRef(work.catalogue.get(row.dataset, row.form_version).entity(row.entity).key, record_id=record)


def main() -> None:
    workplace = office.large_office()
    with workplace.store.read() as session:
        count = session.scalar(select(func.count()).select_from(RecordRow))
        query = select(RecordRow.id).where(RecordRow.dataset == "organization", RecordRow.period == "")
        record = RecordId(session.scalars(query.limit(1)).one())
    first = measure.seconds(lambda: workplace.do(read_buckets))
    nothing = measure.best_of(lambda: workplace.do(read_buckets))
    edits = [after_one_edit(workplace, record, number) for number in range(EDITS)]
    whole = measure.best_of(lambda: workplace.read(reckon_all), runs=2)
    workplace.close()
    typical = measure.percentile(edits, 50)
    measure.report(
        "the sums after one edit",
        f"{typical * 1000:.1f} ms ({nothing * 1000:.1f} ms with nothing new; once at first {first:.1f} s)",
        f"{whole * 1000:.0f} ms for digests of all {count} records",
        f"at most {GOAL:.0%} of the reference",
        met=typical <= GOAL * whole,
    )


if __name__ == "__main__":
    main()
