"""The rows of a table as central holds them now, a page at a time, whatever their number.

Citizen ids are masked unless they are asked for: in their fields and wherever else thirteen digits stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cdd_desktop.central.giving.table import Cell, GivenTable, mark_path
from cdd_desktop.central.tables.rows import RecordRow, SubmissionRow
from cdd_desktop.central.trust.audit import note
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import Clock
from cdd_desktop.domain.record import Value
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.evaluate import row_keys
from cdd_desktop.forms.privacy import masked
from cdd_desktop.geography import geography

PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for. ``area`` is the code of an office, whose area is meant; ``period`` "" means every one,
    ``after`` is the id of the last record already given and ``limit`` how many records follow (0: all).
    ``citizen_ids``: in full."""

    area: str = "00"
    period: str = ""
    citizen_ids: bool = False
    after: str = ""
    limit: int = 0


def note_export(session: Session, clock: Clock, who: str, table: GivenTable, wanted: Wanted, reason: str) -> None:
    """The line of the audit trail about it, before anything is given: an export nobody wrote down must not be."""
    note(
        session,
        clock,
        who,
        "export",
        unit=wanted.area,
        reason=reason,
        table=table.name,
        period=wanted.period,
        citizen_ids=wanted.citizen_ids,
    )


def read_rows(session: Session, vault: Vault, table: GivenTable, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
    """The rows in the order of their records' ids. Raises ``BadRequestError("unit-unknown")``."""
    for _, rows in read_records(session, vault, table, wanted):
        yield from rows


def read_records(
    session: Session, vault: Vault, table: GivenTable, wanted: Wanted
) -> Iterator[tuple[str, list[tuple[Cell, ...]]]]:
    """Each record's id with its rows: one, or as many as its table has. Raises as ``read_rows``."""
    for record, state, verdict in session.execute(_query(table, wanted).execution_options(yield_per=PAGE)):
        content = vault.open(record.content)
        if not wanted.citizen_ids:
            content = masked(table.definition, table.entity.key, content)
        lead = _lead(record)
        if table.of_register:
            own: tuple[Cell, ...] = (record.code or None, _text(content.get(mark_path(wanted.period))))
        else:
            own = (record.period, state or "none", verdict or None)
        if table.line is None:
            yield record.id, [(*lead, *own, *table.cells(content))]
        else:
            yield record.id, list(_lines(table, lead if table.of_register else lead + own, content))


def _lines(table: GivenTable, lead: tuple[Cell, ...], content: Mapping[str, Value]) -> Iterator[tuple[Cell, ...]]:
    line = table.line
    assert line is not None
    texts = {row.code: row.text_th for row in line.fixed_rows}
    for row in row_keys(line, content):
        under = f"{line.key}/{row}/"
        cells = {path.removeprefix(under): value for path, value in content.items() if path.startswith(under)}
        yield (*lead, row, texts.get(row), *table.cells(cells))


def _query(table: GivenTable, wanted: Wanted) -> Select[RecordRow, str, str]:
    area = geography().unit(wanted.area)
    query = (
        select(RecordRow, SubmissionRow.state, SubmissionRow.verdict)
        .outerjoin(
            SubmissionRow,
            (SubmissionRow.unit == RecordRow.unit)
            & (SubmissionRow.dataset == RecordRow.dataset)
            & (SubmissionRow.period == RecordRow.period),
        )
        .where(RecordRow.dataset == table.definition.dataset, RecordRow.entity == table.entity.key)
        .where(~RecordRow.deleted, RecordRow.id > wanted.after)
        .order_by(RecordRow.id)
    )
    if area.level is not UnitLevel.DEPARTMENT:
        query = query.where(RecordRow.unit.startswith(area.code))
    if wanted.period and not table.of_register:
        query = query.where(RecordRow.period == wanted.period)
    return query.limit(wanted.limit) if wanted.limit else query


def _lead(record: RecordRow) -> tuple[Cell, ...]:
    unit = geography().unit(record.unit)
    names = (unit.office_th, unit.province, unit.province_th)
    return (record.id, record.unit, *names, record.form, record.updated_at)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
