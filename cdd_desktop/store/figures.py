"""Facts of frozen lists: which are to be worked out, writing them, and reading them for an area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, select, update
from sqlalchemy.orm import Session

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import Listed, ListFacts, UnitSums, lines_of
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.store.bulk import insert_many
from cdd_desktop.store.submission_rows import CertifiedEntryRow, FigureRow, ListFactRow, SubmissionRow
from cdd_desktop.store.submissions import find_submission

AnySelect = Select[*tuple[Any, ...]]
_STALE: ColumnElement[bool] = SubmissionRow.figured != SubmissionRow.certification_id


def unfigured(session: Session, limit: int) -> Sequence[SubmissionRow]:
    """Submissions whose facts are of another list than the one in force, the latest periods first."""
    query = select(SubmissionRow).where(_STALE).order_by(SubmissionRow.period.desc(), SubmissionRow.unit)
    return session.scalars(query.limit(limit)).all()


def count_unfigured(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(SubmissionRow).where(_STALE)) or 0


def forget_figured(session: Session, keys: Iterable[SubmissionKey]) -> None:
    """The lists of these submissions have changed: their facts are to be worked out anew."""
    for key in keys:
        row = find_submission(session, key)
        if row is not None:
            row.figured = ""


def forget_all_figured(session: Session) -> None:
    """A form or a schedule has changed: whatever was worked out by it is to be worked out anew."""
    session.execute(update(SubmissionRow).values(figured=""), execution_options={"synchronize_session": "fetch"})


def figured_periods(session: Session, unit: str, dataset: str) -> Sequence[str]:
    """The periods of an office's dataset that have their facts."""
    query = select(SubmissionRow.period).where(
        SubmissionRow.unit == unit, SubmissionRow.dataset == dataset, SubmissionRow.figured != "", ~_STALE
    )
    return session.scalars(query).all()


def list_of(session: Session, certification_id: str) -> tuple[list[Listed], int]:
    """The lines of a frozen list in their order, and the newest form one was entered under (0 for no line)."""
    row = CertifiedEntryRow
    query = select(row.record_id, row.entity, row.content, row.mark, row.register_id, row.form_version).where(
        row.certification_id == certification_id
    )
    lines = session.execute(query.order_by(row.position)).all()
    return [Listed(*line[:5]) for line in lines], max((line[5] for line in lines), default=0)


def write_facts(session: Session, row: SubmissionRow, facts: ListFacts | None) -> None:
    """Takes the place of what was known of the submission's list; one that is not here leaves nothing."""
    place = {"unit": row.unit, "dataset": row.dataset, "period": row.period}
    for table in (ListFactRow, FigureRow):
        same = (table.unit == row.unit, table.dataset == row.dataset, table.period == row.period)
        session.execute(delete(table).where(*same), execution_options={"synchronize_session": False})
    if facts is not None:
        counts = {name: getattr(facts, name) for name in ("registered", "current", "explained", "compared", "copied")}
        insert_many(session, "list_fact", [{**place, **counts}])
        insert_many(session, "figure", [{**place, **line._asdict()} for line in lines_of(facts.sums)])
    row.figured = row.certification_id


def read_figures(
    session: Session,
    area: str,
    dataset: str,
    periods: Iterable[str],
    indicators: Iterable[str] = (),
    *,
    with_parts: bool = True,
) -> list[UnitSums]:
    """What the indicators of a dataset (all, or those named) come to in an office and those below it, in some periods:
    of received submissions only. ``area`` "" is the whole country."""
    row = FigureRow
    query = _received(
        select(row.unit, row.period, row.indicator, row.part, row.total, row.per, row.counted), row, area
    ).where(row.dataset == dataset, row.period.in_(tuple(periods)))
    named = tuple(indicators)
    if named:
        query = query.where(row.indicator.in_(named))
    if not with_parts:
        query = query.where(row.part == "")
    whole: dict[tuple[str, str, str], Sums] = {}
    parts: dict[tuple[str, str, str], dict[str, int]] = {}
    for unit, period, indicator, part, total, per, counted in session.execute(query):
        place = (unit, period, indicator)
        if part:
            parts.setdefault(place, {})[part] = total
        else:
            whole[place] = Sums(total, per, counted, parts.setdefault(place, {}))
    return [
        UnitSums(UnitCode(unit), PeriodId(period), indicator, sums) for (unit, period, indicator), sums in whole.items()
    ]


def read_list_facts(session: Session, area: str, fiscal_year: int) -> dict[SubmissionKey, ListFacts]:
    """The facts about the lists of received submissions of a fiscal year; ``area`` "" is the whole country."""
    row = ListFactRow
    columns = (row.registered, row.current, row.explained, row.compared, row.copied)
    query = _received(select(row.unit, row.dataset, row.period, *columns), row, area)
    query = query.where(row.period.startswith(f"{fiscal_year}-", autoescape=True))
    return {
        SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period)): ListFacts(*counts)
        for unit, dataset, period, *counts in session.execute(query)
    }


def plain_lists(session: Session) -> set[SubmissionKey]:
    """The submissions whose list, as it was when its facts were worked out, has no written reason in it."""
    row = ListFactRow
    found = session.execute(select(row.unit, row.dataset, row.period).where(row.explained == 0))
    return {SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period)) for unit, dataset, period in found}


def _received(
    query: Select[*tuple[Any, ...]], row: type[FigureRow | ListFactRow], area: str
) -> Select[*tuple[Any, ...]]:
    """Of submissions whose facts are those of the list in force, and which central has."""
    place = (SubmissionRow.unit == row.unit, SubmissionRow.dataset == row.dataset, SubmissionRow.period == row.period)
    query = query.join(SubmissionRow, and_(*place)).where(SubmissionRow.received)
    return query.where(row.unit.startswith(area, autoescape=True)) if area else query
