"""Queries for dashboards: the small facts of all submissions of an area, and when offices were last heard from."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.domain.fact import SubmissionFact
from cdd_desktop.domain.submission import Progress, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.store.rows import ContactRow, SubmissionRow


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
        key = SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))
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


def contacts_of(session: Session, area: str) -> dict[str, ContactRow]:
    """Contacts of an office and those below it, by code; ``area`` "" is the whole country."""
    query = select(ContactRow)
    if area:
        query = query.where(ContactRow.unit.startswith(area, autoescape=True))
    return {row.unit: row for row in session.scalars(query)}
