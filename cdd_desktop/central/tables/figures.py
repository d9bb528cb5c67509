"""The rows of what frozen lists come to: each office's, and the sums of a province's offices.

They are worked out from the lists in force (``figuring.py``) and can be worked out anew at any time.
"""

from __future__ import annotations

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column

from cdd_desktop.central.tables.rows import Base
from cdd_desktop.central.tables.whole import Whole


class ListFactRow(Base):
    """What the list in force of a submission says of its register and of copied figures (``forms.list_facts``)."""

    __tablename__ = "list_fact"
    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    registered: Mapped[int] = mapped_column(Integer)
    current: Mapped[int] = mapped_column(Integer)
    explained: Mapped[int] = mapped_column(Integer)
    compared: Mapped[int] = mapped_column(Integer)
    copied: Mapped[int] = mapped_column(Integer)


class FigureRow(Base):
    """What an indicator comes to over the list in force of a submission, in sums that add up. ``part`` is a choice it
    is split by, "" for all of it; ``per`` what it is divided by; ``counted`` records had something to count."""

    __tablename__ = "figure"
    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    indicator: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    total: Mapped[int | None] = mapped_column(Whole())
    per: Mapped[int | None] = mapped_column(Whole())
    counted: Mapped[int] = mapped_column(Integer)


class FigureSumRow(Base):
    """The same over all offices of a province, its own included: ``offices`` have a row, ``totals`` of them a total and
    ``pers`` something it is divided by."""

    __tablename__ = "figure_sum"
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    province: Mapped[str] = mapped_column(primary_key=True)
    indicator: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    offices: Mapped[int] = mapped_column(Integer)
    totals: Mapped[int] = mapped_column(Integer)
    pers: Mapped[int] = mapped_column(Integer)
    counted: Mapped[int] = mapped_column(Integer)
    total: Mapped[int] = mapped_column(Whole())
    per: Mapped[int] = mapped_column(Whole())
