"""The rows of central's own desk: passwords of people and their sign-ins."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from cdd_desktop.central.tables.rows import Base


class AccountRow(Base):
    """Somebody who may sign in at central. ``password`` is argon2id's own text; ``failures`` and ``failed_at`` make the
    wait after wrong passwords grow, for all of central's processes together."""

    __tablename__ = "account"
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str]
    given_at: Mapped[str]
    failures: Mapped[int] = mapped_column(Integer, default=0)
    failed_at: Mapped[str] = mapped_column(default="")


class SignInRow(Base):
    """A sign-in that holds until ``expires_at`` or ``ended_at``; only the SHA-256 of its token is kept."""

    __tablename__ = "sign_in"
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[str]
    expires_at: Mapped[str]
    ended_at: Mapped[str] = mapped_column(default="")
