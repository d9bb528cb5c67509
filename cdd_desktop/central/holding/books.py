"""The form definitions, schedules and holidays central works by: those that ship and those it has published."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cdd_desktop.central.tables.bulk import table_of
from cdd_desktop.central.tables.rows import PublishedRow
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.catalogue import Catalogue, load_catalogue
from cdd_desktop.forms.definition import Definition
from cdd_desktop.paths import resources
from cdd_desktop.periods.calendar import Calendar, load_calendar

DEFINITION, SCHEDULE, HOLIDAYS = "definition", "schedule", "holidays"


class _Head(msgspec.Struct):
    """The words at the top of a definition, a schedule or the holidays that name it."""

    kind: str = ""
    dataset: str = ""
    version: int = 0
    fiscal_year: int = 0
    revision: int = 0


@dataclass(frozen=True, slots=True)
class BookFile:
    """One file: ``key`` is its dataset or fiscal year, of holidays "holidays"; ``number`` its version or revision."""

    kind: str
    key: str
    number: int
    digest: str
    body: str


@dataclass(frozen=True, slots=True)
class Books:
    """Definitions and calendar as of now."""

    catalogue: Catalogue
    calendar: Calendar
    published: tuple[BookFile, ...]
    numbers: Mapping[tuple[str, str, str], int]  # (kind, key, digest) → version or revision
    name: str  # of what has been published, all of it together

    def definition(self, dataset: str, version: int) -> Definition | None:
        """A definition, or None when central does not know it."""
        try:
            return self.catalogue.get(dataset, version)
        except BadRequestError:
            return None

    def newer(self, kind: str, held: Mapping[str, str]) -> list[str]:
        """The published files that are newer than what a device holds (key → digest), oldest first: entries move from
        version to version, and a period that a schedule cancels is known from the one before. Of holidays the newest.

        A digest unknown here belongs to a later program than central's and counts as newer than everything.
        """
        own = [file for file in self.published if file.kind == kind and self._held(kind, file.key, held) < file.number]
        own.sort(key=lambda file: (file.key, file.number))
        return [file.body for file in (own[-1:] if kind == HOLIDAYS else own)]

    def _held(self, kind: str, key: str, held: Mapping[str, str]) -> float:
        digest = held.get(key)
        return -1 if digest is None else self.numbers.get((kind, key, digest), float("inf"))


_STATE = select(func.count(), func.max(table_of(PublishedRow).c.published_at))


class Shelf:
    """Keeps the books and opens them again only when something was published since. Safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: tuple[int, str] | None = None
        self._books: Books | None = None

    def books(self, session: Session) -> Books:
        """The books as the database has them now."""
        count, last = session.execute(_STATE).one()
        state = (int(count), str(last or ""))
        with self._lock:
            if self._books is None or self._state != state:
                self._books = open_books(tuple(session.scalars(select(PublishedRow.body)).all()))
                self._state = state
            return self._books


def read_file(body: str) -> BookFile:
    """What a published file is. Raises ``msgspec.MsgspecError`` for one that is of no kind."""
    head = msgspec.json.decode(body, type=_Head)
    digest = hashlib.sha256(body.encode()).hexdigest()[:32]
    if head.dataset:
        return BookFile(DEFINITION, head.dataset, head.version, digest, body)
    if head.kind == HOLIDAYS:
        return BookFile(HOLIDAYS, HOLIDAYS, head.revision, digest, body)
    return BookFile(SCHEDULE, str(head.fiscal_year), head.revision, digest, body)


def shipped_files() -> list[BookFile]:
    """The files that came with the program."""
    return [
        read_file(path.read_bytes().decode())
        for folder in ("definitions", "schedules", "holidays")
        for path in sorted((resources() / folder).glob("*.json"))
    ]


@lru_cache(maxsize=4)
def open_books(bodies: tuple[str, ...] = ()) -> Books:
    """The books with these published files added to the shipped ones."""
    published = tuple(read_file(body) for body in bodies)
    return Books(
        catalogue=load_catalogue(published=[file.body for file in published if file.kind == DEFINITION]),
        calendar=load_calendar(published=[file.body for file in published if file.kind != DEFINITION]),
        published=published,
        numbers={(file.kind, file.key, file.digest): file.number for file in (*shipped_files(), *published)},
        name=hashlib.sha256("".join(sorted(file.digest for file in published)).encode()).hexdigest()[:12],
    )
