"""Queries for dashboards: the small facts of all submissions of an area, and when offices were last heard from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from cdd_desktop.domain.fact import MoveFact, ReturnFact, SubmissionFact
from cdd_desktop.domain.submission import MoveKind, Progress, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.store.rows import ContactRow
from cdd_desktop.store.submission_rows import MoveRow, SubmissionRow


def facts_of(session: Session, area: str, fiscal_year: int) -> dict[SubmissionKey, SubmissionFact]:
    """The facts of a fiscal year of an office and those below it; ``area`` "" is the whole country.

    Columns are read rather than objects: a country has 22,000 submissions a year.
    """
    row = SubmissionRow
    query = select(
        *(row.unit, row.dataset, row.period, row.state, row.received, row.nil, row.verdict),
        *(row.finished_at, row.received_at, row.expected, row.done, row.errors, row.warnings),
    ).where(row.period.startswith(f"{fiscal_year}-", autoescape=True))
    if area:
        query = query.where(row.unit.startswith(area, autoescape=True))
    facts = {}
    for unit, dataset, period, state, received, nil, verdict, finished_at, received_at, *counts in session.execute(
        query
    ):
        key = _key(unit, dataset, period)
        facts[key] = SubmissionFact(
            key=key,
            state=SubmissionState(state),
            received=received,
            nil=nil,
            verdict=Verdict(verdict) if verdict else None,
            finished_at=finished_at,
            received_at=received_at,
            progress=Progress(*counts),
        )
    return facts


def returns_of(session: Session, area: str, fiscal_year: int) -> list[ReturnFact]:
    """Every time a submission of a fiscal year was sent back, with the certification that answered it."""
    sent, answer = MoveRow, aliased(MoveRow)
    same = (answer.unit == sent.unit, answer.dataset == sent.dataset, answer.period == sent.period)
    query = (
        select(sent.unit, sent.dataset, sent.period, sent.at, func.min(answer.at))
        .outerjoin(answer, and_(*same, answer.kind == MoveKind.CERTIFY.value, answer.at > sent.at))
        .where(sent.kind == MoveKind.RETURN.value, sent.period.startswith(f"{fiscal_year}-", autoescape=True))
        .group_by(sent.id)
        .order_by(sent.at)
    )
    if area:
        query = query.where(sent.unit.startswith(area, autoescape=True))
    return [ReturnFact(_key(unit, dataset, period), *times) for unit, dataset, period, *times in session.execute(query)]


def moves_since(session: Session, area: str, since: datetime) -> list[MoveFact]:
    """The steps of an area's submissions from an instant on, the newest first."""
    row = MoveRow
    query = select(row.unit, row.dataset, row.period, row.kind, row.at, row.person_name).where(row.at >= since)
    if area:
        query = query.where(row.unit.startswith(area, autoescape=True))
    return [
        MoveFact(_key(unit, dataset, period), MoveKind(kind), at, name)
        for unit, dataset, period, kind, at, name in session.execute(query.order_by(row.at.desc(), row.id.desc()))
    ]


def _key(unit: str, dataset: str, period: str) -> SubmissionKey:
    return SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))


def contacts_of(session: Session, area: str) -> dict[str, ContactRow]:
    """Contacts of an office and those below it, by code; ``area`` "" is the whole country."""
    query = select(ContactRow)
    if area:
        query = query.where(ContactRow.unit.startswith(area, autoescape=True))
    return {row.unit: row for row in session.scalars(query)}
