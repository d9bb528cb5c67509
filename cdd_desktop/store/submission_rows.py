"""The tables of submissions: their state, steps, frozen lists, and the figures worked out from these."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cdd_desktop.store.columns import Base, Json, Whole


class SubmissionRow(Base):
    """The present state of a submission, of this unit or pulled from a unit below (``domain.submission``).

    ``received`` is true from the first receipt of a certification on. ``certification_id`` is the frozen list that
    is in force, empty before certifying and after re-opening; ``reasons`` the written reasons for warnings about
    groups, by ``rule|group``; ``answers`` those to comments that wait for it to be proposed again
    (``operations.answer_comments``). ``figured`` is the list its facts were worked out from (``store.figures``)."""

    __tablename__ = "submission"
    __table_args__ = (Index("ix_submission_unfigured", "unit", sqlite_where=text("figured <> certification_id")),)

    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    rev: Mapped[int] = mapped_column(default=0)
    epoch: Mapped[str] = mapped_column(default="")
    nil: Mapped[bool] = mapped_column(default=False)
    delivery: Mapped[str]
    received: Mapped[bool] = mapped_column(default=False)
    verdict: Mapped[str] = mapped_column(default="")
    expected: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    errors: Mapped[int] = mapped_column(default=0)
    warnings: Mapped[int] = mapped_column(default=0)
    certified_at: Mapped[datetime | None] = mapped_column(default=None)
    finished_at: Mapped[datetime | None] = mapped_column(default=None)
    received_at: Mapped[datetime | None] = mapped_column(default=None)
    receipt_no: Mapped[str] = mapped_column(default="")
    schedule_version: Mapped[str] = mapped_column(default="")
    form_version: Mapped[int] = mapped_column(default=0)
    certification_id: Mapped[str] = mapped_column(default="")
    reasons: Mapped[Json | None] = mapped_column(default=None)
    answers: Mapped[Json | None] = mapped_column(default=None)
    saved_at: Mapped[datetime | None] = mapped_column(default=None)
    figured: Mapped[str] = mapped_column(default="", server_default="")


class ListFactRow(Base):
    """What the list in force of a submission says of its register and of copied figures (``forms.list_facts``)."""

    __tablename__ = "list_fact"

    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    registered: Mapped[int] = mapped_column(default=0)
    current: Mapped[int] = mapped_column(default=0)
    explained: Mapped[int] = mapped_column(default=0)
    compared: Mapped[int] = mapped_column(default=0)
    copied: Mapped[int] = mapped_column(default=0)


class FigureRow(Base):
    """What an indicator comes to over the list in force of a submission, in sums that add up. ``part`` is a choice it
    is split by, "" for all of it; ``per`` what it is divided by; ``counted`` records had something to count."""

    __tablename__ = "figure"
    __table_args__ = (Index("ix_figure_submission", "unit", "dataset", "period"), {"sqlite_with_rowid": False})

    dataset: Mapped[str] = mapped_column(primary_key=True)
    indicator: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    total: Mapped[int | None] = mapped_column(Whole(), default=None)
    per: Mapped[int | None] = mapped_column(Whole(), default=None)
    counted: Mapped[int] = mapped_column(default=0)


class MoveRow(Base):
    """One step of a submission's history. ``n`` is this device's counter while the step is its own. ``comments`` are
    (record or "", path or "", text)."""

    __tablename__ = "move"
    __table_args__ = (Index("ix_move_submission", "dataset", "period", "unit"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    unit: Mapped[str]
    dataset: Mapped[str]
    period: Mapped[str]
    kind: Mapped[str]
    person_id: Mapped[str]
    person_name: Mapped[str]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    comments: Mapped[list[list[str]]]
    certification_id: Mapped[str] = mapped_column(default="")
    delegated: Mapped[bool] = mapped_column(default=False)
    n: Mapped[int | None] = mapped_column(default=None, unique=True)


class CertificationRow(Base):
    """The head of a frozen list, of this unit or pulled from a unit below."""

    __tablename__ = "certification"
    __table_args__ = (Index("ix_certification_submission", "dataset", "period", "unit"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    dataset: Mapped[str]
    period: Mapped[str]
    digest: Mapped[str] = mapped_column(default="")
    form_version: Mapped[int] = mapped_column(default=0)
    schedule_version: Mapped[str] = mapped_column(default="")
    today: Mapped[str] = mapped_column(default="")
    nil: Mapped[bool] = mapped_column(default=False)
    statement: Mapped[str] = mapped_column(default="")
    delegated: Mapped[bool] = mapped_column(default=False)
    reasons: Mapped[Json | None] = mapped_column(default=None)
    person_id: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime | None] = mapped_column(default=None)


class CertifiedEntryRow(Base):
    """One line of a frozen list with the content as it stood then. Figures, reviews and the previous period of rules
    read these rows. ``unit``, ``dataset`` and ``period`` repeat the certification's, for the index."""

    __tablename__ = "certified_entry"
    __table_args__ = (
        Index("ix_certified_entry_register", "register_id", "dataset", "period"),
        Index("ix_certified_entry_list", "dataset", "period", "unit"),
    )

    certification_id: Mapped[str] = mapped_column(ForeignKey("certification.id", ondelete="RESTRICT"), primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    unit: Mapped[str]
    dataset: Mapped[str]
    period: Mapped[str]
    entity: Mapped[str]
    form_version: Mapped[int] = mapped_column(default=0)
    register_id: Mapped[str | None] = mapped_column(default=None)
    digest: Mapped[str] = mapped_column(default="")
    mark: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    content: Mapped[Json]
