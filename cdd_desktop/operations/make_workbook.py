"""Workbooks out: the template of a round, the export that can be brought back, and the masked one for publishing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import Content, EntityKind
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.exchange.layout import SheetLayout, sheets_of
from cdd_desktop.exchange.shell import BookFacts, BookKind
from cdd_desktop.exchange.writing import BookContents, EntryRow, write_book
from cdd_desktop.forms.privacy import masked
from cdd_desktop.forms.round import Round
from cdd_desktop.operations.place import one_each
from cdd_desktop.operations.progress import due_entries, round_of
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workbook_names import cell_labels
from cdd_desktop.periods.thai_dates import format_date, format_instant
from cdd_desktop.store.journal import append_audit
from cdd_desktop.store.records import period_rows, register_rows
from cdd_desktop.store.rows import AuditRow, RecordRow

_MAY_NOT_REVEAL = frozenset({Role.VIEWER, Role.ADMINISTRATOR, Role.DEPARTMENT})
_TITLES = {
    BookKind.TEMPLATE: "แบบกรอกข้อมูล",
    BookKind.RETURN: "สำหรับนำกลับเข้าระบบ (มีข้อมูลส่วนบุคคลครบถ้วน ห้ามเผยแพร่)",
    BookKind.PUBLISHED: "สำหรับเผยแพร่ (ปิดบังข้อมูลส่วนบุคคล นำกลับเข้าระบบไม่ได้)",
}
Heard = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class MadeWorkbook:
    """Where it lies and how many entries are in it."""

    path: Path
    entries: int


def make_template(work: Work, key: SubmissionKey, path: Path, heard: Heard | None = None) -> MadeWorkbook:
    """A workbook to fill in: the register's entries and what has been begun of the round, citizen ids masked.

    Raises what ``round_of`` raises, and ``RefusedError("workbook-unwritable")``.
    """
    return _make(work, key, path, BookKind.TEMPLATE, heard)


def export_published(work: Work, key: SubmissionKey, path: Path, heard: Heard | None = None) -> MadeWorkbook:
    """The records of a round with everything personal masked. Such a workbook is never read back."""
    made = _make(work, key, path, BookKind.PUBLISHED, heard)
    _audit(work, key, "exported-masked", {"entries": made.entries})
    return made


def export_return(work: Work, key: SubmissionKey, path: Path, reason: str, heard: Heard | None = None) -> MadeWorkbook:
    """The records of a round complete, to be read back identically. Run it with ``Workplace.do``: it is audited.

    Raises ``RefusedError``: ``export-not-allowed``, ``export-needs-reason``, ``workbook-unwritable``.
    """
    if work.person.role in _MAY_NOT_REVEAL or work.person.unit != key.unit:
        raise RefusedError("export-not-allowed")
    if not reason.strip():
        raise RefusedError("export-needs-reason")
    made = _make(work, key, path, BookKind.RETURN, heard)
    _audit(work, key, "exported", {"entries": made.entries, "reason": reason.strip()})
    return made


def _make(work: Work, key: SubmissionKey, path: Path, kind: BookKind, heard: Heard | None) -> MadeWorkbook:
    place = round_of(work, key)
    sheets = sheets_of(place.definition, work.unit.level, key.period)
    entries = {str(layout.entity.key): _entries(work, place, layout, kind) for layout in sheets if layout.line is None}
    named = [layout for layout in sheets if kind is BookKind.TEMPLATE or entries[str(layout.entity.key)]]
    contents = BookContents(place.definition, sheets, entries, cell_labels(work, named))
    try:
        write_book(path, _facts(work, place, kind), contents, progress=heard)
    except OSError as error:
        raise RefusedError("workbook-unwritable", name=path.name) from error
    return MadeWorkbook(path, sum(len(rows) for rows in entries.values()))


def _entries(work: Work, place: Round, layout: SheetLayout, kind: BookKind) -> Sequence[EntryRow]:
    entity, unit, dataset = layout.entity, place.key.unit, place.key.dataset
    if entity.kind is EntityKind.REGISTER:
        rows = register_rows(work.session, unit, dataset, entity.key)
        return [_row(row, place, kind) for row in rows]
    rows = [row for row in period_rows(work.session, unit, dataset, place.periods) if row.entity == entity.key]
    begun = [_row(row, place, kind) for row in rows]
    if kind is not BookKind.TEMPLATE or entity.key != place.entity.key or not entity.ref:
        return begun
    started = {row.register_id for row in rows}
    due = sorted(entry for entry in due_entries(work, place) if entry not in started)
    return [*begun, *(EntryRow(f"+{entry}", {entity.ref: entry}) for entry in due)] if _by_entry(place) else begun


def _by_entry(place: Round) -> bool:
    return one_each(place.entity) or bool(place.entity.ref)


def _row(row: RecordRow, place: Round, kind: BookKind) -> EntryRow:
    content: Content = row.content
    if kind is not BookKind.RETURN:
        content = masked(place.definition, row.entity, content)
    return EntryRow("" if kind is BookKind.PUBLISHED else row.id, content)


def _facts(work: Work, place: Round, kind: BookKind) -> BookFacts:
    definition, window = place.definition, place.window
    title = (
        f"{definition.number}. {definition.name_th} · {work.unit.name_th} · งวด {place.key.period} "
        f"(ครบกำหนด {format_date(window.due_on)}) · {_TITLES[kind]} · {format_instant(work.now)}"
    )
    return BookFacts(
        kind=kind,
        dataset=place.key.dataset,
        form_version=definition.version,
        unit=place.key.unit,
        period=place.key.period,
        title=title,
        made_at=work.now.isoformat(),
    )


def _audit(work: Work, key: SubmissionKey, action: str, detail: dict[str, object]) -> None:
    line = AuditRow(
        at=work.now,
        person_id=work.person.id,
        action=action,
        unit=key.unit,
        dataset=key.dataset,
        period=key.period,
        record_id=None,
        detail=detail,
    )
    append_audit(work.session, line)
