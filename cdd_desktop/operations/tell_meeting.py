"""Where this machine's work met others': lines for the journal of contacts, and the question after a return.

Lines name records, people and paths by their ids; ``read_outbox`` finds the words.
"""

from __future__ import annotations

from sqlalchemy import or_, select

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow, ContactJournalRow, NeedsYouRow, OutboxRow, RecordRow

MERGED, BACK, RETURNED = "edits-merged", "entry-back", "returned-meanwhile"
TOLD = "told"
_NAMED = 50


def tell_meeting(work: Work, touched: Touched) -> None:
    """One line for all entries that were put together with others' edits, one for deleted ones that came back."""
    if touched.merged:
        records = [
            [record, [[person, sorted(paths)] for person, _, paths in writers]]
            for record, writers in list(touched.merged.items())[:_NAMED]
        ]
        _line(work, MERGED, {"n": len(touched.merged), "records": records})
    if touched.revived:
        back = [[record, []] for record in sorted(touched.revived)[:_NAMED]]
        _line(work, BACK, {"n": len(touched.revived), "records": back})


def _line(work: Work, code: str, params: dict[str, object]) -> None:
    work.session.add(ContactJournalRow(at=work.now, code=code, params=params))
    work.session.flush()


def ask_about_return(work: Work, key: SubmissionKey, touched: Touched) -> None:
    """The submission was returned while this machine, not knowing it, edited what belongs to it: the edits hold, and
    a person is asked to read the comments against them."""
    records = _own_edits(work, key, touched)
    if not records:
        return
    work.session.add(
        NeedsYouRow(
            n=0,
            unit=key.unit,
            dataset=key.dataset,
            period=key.period,
            status=TOLD,
            code=RETURNED,
            fields=[],
            mine={},
            theirs={},
            places=[[record, RETURNED] for record in records],
            at=work.now,
        )
    )
    work.session.flush()


def _own_edits(work: Work, key: SubmissionKey, touched: Touched) -> list[str]:
    """Records of a round with own edits that central had not when it was returned: unsent, or taken by this answer."""
    unsent = (
        select(ChangeRow.record_id)
        .join(OutboxRow, OutboxRow.n == ChangeRow.n)
        .where(ChangeRow.kind == "edit", ChangeRow.dataset == key.dataset)
    )
    rows = select(RecordRow.id).where(
        RecordRow.unit == key.unit,
        RecordRow.dataset == key.dataset,
        RecordRow.period.in_((key.period, "")),
        or_(RecordRow.id.in_(unsent), RecordRow.id.in_(sorted(touched.edited))),
    )
    return list(work.session.scalars(rows.order_by(RecordRow.id)))
