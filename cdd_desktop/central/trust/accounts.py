"""Passwords and sign-ins of people at central itself. Passwords are kept by argon2id, tokens by their SHA-256.

Wrong passwords make the next try wait, counted in the database and so for all of central's processes together.
"""

from __future__ import annotations

import secrets
import threading
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.tables.desk import AccountRow, SignInRow
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import PersonRow
from cdd_desktop.central.trust.vault import token_hash
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError, RefusedError

LEAST, MOST = 10, 200  # characters of a password; more would only cost time
HOURS = timedelta(hours=12)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that looks like something else
_FREE_TRIES = 5
_LONGEST_WAIT = timedelta(minutes=15)
_HASHER = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
_ONE = threading.Lock()  # so that a crowd of sign-ins needs the memory of one
_NOBODY = _HASHER.hash(secrets.token_hex(16))  # an unknown name takes as long as a wrong password


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in."""

    person: str
    name: str
    role: Role
    unit: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new sign-in and the token that is shown this once."""

    visitor: Visitor
    token: str
    expires_at: str


def make_code(groups: int, size: int = 5) -> str:
    """Random letters that can be read out and typed, 5 bits each, in groups."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for _ in range(groups))


def give_account(session: Session, person: PersonRow, login: str, password: str, now: datetime) -> None:
    """Let a person sign in with this password from now on; sign-ins of before end.

    Raises ``RefusedError``: ``password-short``, ``login-taken``; ``BadRequestError("login-unreadable")``.
    """
    name = _login(login)
    if not name or len(name) > 60 or not name.isprintable() or " " in name:
        raise BadRequestError("login-unreadable", login=login)
    if not LEAST <= len(password) <= MOST:
        raise RefusedError("password-short", least=LEAST)
    holder = session.scalar(select(AccountRow).where(AccountRow.login == name))
    if holder is not None and holder.person != person.id:
        raise RefusedError("login-taken", login=name)
    row = session.get(AccountRow, person.id)
    if row is None:
        row = AccountRow(person=person.id, login=name, password="", given_at="", failures=0, failed_at="")
        session.add(row)
    row.login, row.password, row.given_at = name, _hash(password), to_text(now)
    row.failures, row.failed_at = 0, ""
    session.flush()
    end_sign_ins(session, person.id, now)


def try_password(session: Session, login: str, password: str, now: datetime) -> SignedIn | ProblemError:
    """Sign somebody in. A refusal is answered, not raised, so that the count of failures is kept: 401
    ``sign-in-wrong``, 429 ``too-many-requests``."""
    row = session.scalar(select(AccountRow).where(AccountRow.login == _login(login)).with_for_update())
    wait = 0 if row is None else _wait(row, now)
    if wait:
        return ProblemError(429, "too-many-requests", seconds=wait)
    right = _matches(row.password if row else _NOBODY, password)
    if row is None:
        return ProblemError(401, "sign-in-wrong")
    person = session.get_one(PersonRow, row.person)
    if not right or not person.active:
        row.failures, row.failed_at = row.failures + 1, to_text(now)
        return ProblemError(401, "sign-in-wrong")
    row.failures, row.failed_at = 0, ""
    token = secrets.token_urlsafe(32)
    expires_at = to_text(now + HOURS)
    session.add(
        SignInRow(token_hash=token_hash(token), person=person.id, at=to_text(now), expires_at=expires_at, ended_at="")
    )
    return SignedIn(_visitor(person), token, expires_at)


def visitor_of(session: Session, token: str, now: datetime) -> Visitor:
    """Who a token belongs to. Raises ``ProblemError`` 401: ``sign-in-needed``, ``sign-in-over``."""
    row = session.get(SignInRow, token_hash(token)) if token else None
    if row is None:
        raise ProblemError(401, "sign-in-needed")
    person = session.get_one(PersonRow, row.person)
    if row.ended_at or not person.active or now >= to_instant(row.expires_at):
        raise ProblemError(401, "sign-in-over")
    return _visitor(person)


def end_sign_ins(session: Session, person: str, now: datetime) -> None:
    """End every sign-in of a person."""
    mine = SignInRow.person == person, SignInRow.ended_at == ""
    session.execute(update(SignInRow).where(*mine).values(ended_at=to_text(now)))


def _visitor(person: PersonRow) -> Visitor:
    return Visitor(person.id, person.name, Role(person.role), person.unit)


def _wait(row: AccountRow, now: datetime) -> int:
    """Seconds until another try: none for the first five, then 5 s doubling to a quarter of an hour."""
    if row.failures < _FREE_TRIES:
        return 0
    wait = min(timedelta(seconds=5 * 2 ** min(row.failures - _FREE_TRIES, 10)), _LONGEST_WAIT)
    left = to_instant(row.failed_at) + wait - now
    return -(-left // timedelta(seconds=1)) if left > timedelta(0) else 0


def _login(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()


def _hash(password: str) -> str:
    with _ONE:
        return _HASHER.hash(_typed(password))


def _matches(kept: str, password: str) -> bool:
    try:
        with _ONE:
            return len(password) <= MOST and _HASHER.verify(kept, _typed(password))
    except (VerificationError, InvalidHashError):
        return False


def _typed(password: str) -> str:
    """One spelling of what was typed. Lone surrogates have none, so they match nothing."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace").decode()
