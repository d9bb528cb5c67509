"""Store pulled entries of frozen lists, many at a time: those of other offices, or of another machine of this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.titles import record_title
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.figures import forget_figured
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow
from cdd_desktop.sync.protocol import PulledCertified

_IN_CLAUSE = 500


def apply_certified(work: Work, entries: Sequence[PulledCertified], touched: Touched) -> None:
    """What this machine froze itself stays: it is complete, while a pulled entry is masked."""
    for start in range(0, len(entries), _IN_CLAUSE):
        part = entries[start : start + _IN_CLAUSE]
        held = _Held.read(work, part)
        for entry in part:
            if entry.certification not in held.lists:
                held.lists.add(entry.certification)
                work.session.add(_head(entry))
        work.session.flush()  # the lists before their entries
        for entry in part:
            _store(work, entry, held)
            touched.submissions.add(_submission_of(entry))
        forget_figured(work.session, {_submission_of(entry) for entry in part})
        work.session.flush()


@dataclass(slots=True)
class _Held:
    """What is known of some entries: their lists, themselves by list and record, the length of each list, and the
    register entries they name."""

    lists: set[str]
    entries: dict[tuple[str, str], CertifiedEntryRow]
    lengths: Counter[str]
    registers: dict[str, RecordRow]

    @classmethod
    def read(cls, work: Work, wanted: Sequence[PulledCertified]) -> _Held:
        session = work.session
        lists = {entry.certification for entry in wanted}
        named = {register for entry in wanted if (register := _register_of(work, entry))}
        of_lists = CertifiedEntryRow.certification_id.in_(lists)
        rows = session.scalars(
            select(CertifiedEntryRow).where(
                of_lists, CertifiedEntryRow.record_id.in_([entry.record for entry in wanted])
            )
        )
        registers = session.scalars(select(RecordRow).where(RecordRow.id.in_(named)))
        return cls(
            set(session.scalars(select(CertificationRow.id).where(CertificationRow.id.in_(lists)))),
            {(row.certification_id, row.record_id): row for row in rows},
            _lengths(session, lists),
            {row.id: row for row in registers},
        )


def _lengths(session: Session, lists: set[str]) -> Counter[str]:
    found = session.execute(
        select(CertifiedEntryRow.certification_id, func.count())
        .where(CertifiedEntryRow.certification_id.in_(lists))
        .group_by(CertifiedEntryRow.certification_id)
    )
    return Counter({row[0]: row[1] for row in found})


def _submission_of(entry: PulledCertified) -> SubmissionKey:
    return SubmissionKey(UnitCode(entry.unit), DatasetKey(entry.dataset), PeriodId(entry.period))


def _head(entry: PulledCertified) -> CertificationRow:
    return CertificationRow(
        id=entry.certification,
        unit=entry.unit,
        dataset=entry.dataset,
        period=entry.period,
        form_version=entry.form,
    )


def _register_of(work: Work, entry: PulledCertified) -> str | None:
    """The id of the register entry it is about."""
    definition, _ = form_of(work, entry.dataset, entry.form)
    ref = definition.entity(entry.entity).ref
    reference = entry.content.get(ref) if ref else None
    return reference if isinstance(reference, str) and reference else None


def _store(work: Work, entry: PulledCertified, held: _Held) -> None:
    place = (entry.certification, entry.record)
    known = held.entries.get(place)
    if known is None:
        known = held.entries[place] = _row(work, entry, held)
        held.lengths[entry.certification] += 1
        work.session.add(known)
    elif entry.unit != work.unit.code:
        known.content, known.mark = dict(entry.content), entry.mark


def _row(work: Work, entry: PulledCertified, held: _Held) -> CertifiedEntryRow:
    content = dict(entry.content)
    definition, _ = form_of(work, entry.dataset, entry.form)
    register_id = _register_of(work, entry)
    register = held.registers.get(register_id or "")
    return CertifiedEntryRow(
        certification_id=entry.certification,
        record_id=entry.record,
        position=held.lengths[entry.certification],
        unit=entry.unit,
        dataset=entry.dataset,
        period=entry.period,
        entity=entry.entity,
        form_version=entry.form,
        register_id=register_id,
        mark=entry.mark,
        title=record_title(definition, entry.entity, content, register.content if register else None),
        content=content,
    )
