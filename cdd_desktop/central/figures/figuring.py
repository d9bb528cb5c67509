"""Working out what frozen lists come to, as a device does (``forms.list_facts``), and keeping it up to date.

A list is worked out when it is certified, with the lists of later periods that were compared with the one before it.
Lists whose figures are of something else (``SubmissionRow.figured``: they were there before figures were kept, or a
form, a schedule or an erasure has changed them) are worked out with the next batch of their office, forty at a time,
and by central itself while it serves (``serving/mending.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, delete, func, select, update
from sqlalchemy.orm import Session

from cdd_desktop.central.figures.sums import FigureWriter, place_of
from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.holding.devices import lock_units
from cdd_desktop.central.holding.submissions import key_of
from cdd_desktop.central.holding.surroundings import submission_context
from cdd_desktop.central.tables.database import Database
from cdd_desktop.central.tables.feed import SUBMISSION, Touched
from cdd_desktop.central.tables.figures import FigureRow, FigureSumRow, ListFactRow
from cdd_desktop.central.tables.rows import CertifiedEntryRow, ContactRow, PublishedRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.list_facts import Listed, ListFacts, compares, list_facts

AT_ONCE = 40
UNFIGURED: ColumnElement[bool] = (SubmissionRow.certification != "") & (
    SubmissionRow.figured != SubmissionRow.certification
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Reads frozen lists and what they come to."""

    session: Session
    vault: Vault
    books: Books

    def facts(self, row: SubmissionRow) -> ListFacts | None:
        """What a submission's list in force comes to; None where a later schedule knows its period no more. Facts are
        of the period: rules that look at a day look at the last one of the data."""
        books = self.books
        try:
            definition = books.catalogue.get(row.dataset, row.form)
            window = books.calendar.window(row.dataset, row.period)
        except BadRequestError:
            return None
        before: Sequence[Listed] = ()
        if compares(definition):
            earlier = (row.unit, row.dataset, books.calendar.previous(window).period)
            submission = self.session.get(SubmissionRow, earlier)
            before = self._list(submission.certification) if submission is not None else ()
        context = submission_context(books, row.unit, window, window.data_end)
        return list_facts(definition, self._list(row.certification), before, context)

    def _list(self, certification: str) -> list[Listed]:
        row = CertifiedEntryRow
        query = select(row.record, row.entity, row.content, row.mark, row.register)
        lines = self.session.execute(query.where(row.certification == certification).order_by(row.position))
        return [
            Listed(record, entity, self.vault.open(content), mark, register)
            for record, entity, content, mark, register in lines
        ]

    def compared_with(self, rows: Iterable[SubmissionRow]) -> list[SubmissionRow]:
        """The submissions of the periods after these, whose lists were compared with theirs."""
        found = []
        for row in rows:
            if not compares(self.books.catalogue.get(row.dataset, row.form)):
                continue
            query = select(SubmissionRow).where(SubmissionRow.unit == row.unit, SubmissionRow.dataset == row.dataset)
            figured = query.where(SubmissionRow.figured != "", SubmissionRow.period != row.period)
            found += [later for later in self.session.scalars(figured) if self._before(later) == row.period]
        return found

    def _before(self, row: SubmissionRow) -> str:
        try:
            return self.books.calendar.previous(self.books.calendar.window(row.dataset, row.period)).period
        except BadRequestError:
            return ""


def keep_figures(intake: Intake) -> None:
    """Bring the figures of the calling office's lists up to date: those certified in this batch, and what was left.

    The list of a first certification counts once it has its receipt, which this transaction gives it.
    """
    rows = [
        row
        for row in intake.session.scalars(_left(intake.unit, AT_ONCE))
        if row.received_at or key_of(row) in intake.certified
    ]
    if rows and _in_force(intake.session, intake.books):
        _work_out(Lists(intake.session, intake.vault, intake.books), rows, intake.touched)


def _in_force(session: Session, books: Books) -> bool:
    """Nothing was published since these books were opened, while the batch waited for its office's lock. Else its lists
    are left, to be worked out by what holds now."""
    return session.scalar(select(func.count()).select_from(PublishedRow)) == len(books.published)


def catch_up(
    database: Database, vault: Vault, books: Callable[[Session], Books], unit: str, at_once: int = AT_ONCE
) -> int:
    """Work out up to ``at_once`` lists of an office that are left, in a transaction; answers how many. The forms and
    the calendar are asked for under the office's lock, so they are those in force (``publish`` holds it too)."""
    with database.write() as session:
        lock_units(session, {unit})
        rows = session.scalars(_left(unit, at_once).where(SubmissionRow.received_at != "")).all()
        touched = Touched()
        _work_out(Lists(session, vault, books(session)), rows, touched)
        touched.flush(session)
        return len(rows)


def units_left(session: Session) -> list[str]:
    """The offices that have lists to be worked out."""
    query = select(SubmissionRow.unit).where(UNFIGURED, SubmissionRow.received_at != "")
    return list(session.scalars(query.distinct().order_by(SubmissionRow.unit)))


def count_left(session: Session, inside: ColumnElement[bool]) -> int:
    """Received lists whose figures are still to be worked out; they count as nothing, or as they were before."""
    query = select(func.count()).select_from(SubmissionRow).where(UNFIGURED, SubmissionRow.received_at != "", inside)
    return session.scalar(query) or 0


def forget_figured(session: Session, which: ColumnElement[bool]) -> None:
    """Something these submissions' figures were worked out from has changed."""
    session.execute(
        update(SubmissionRow).where(which).values(figured=""), execution_options={"synchronize_session": "fetch"}
    )


def throw_away(session: Session) -> None:
    """All figures go, to be worked out anew. No batch is half way through them: its office's row is locked."""
    lock_units(session, set(session.scalars(select(ContactRow.unit))))
    for table in (FigureRow, ListFactRow, FigureSumRow):
        session.execute(delete(table))
    forget_figured(session, SubmissionRow.figured != "")


def _left(unit: str, at_once: int) -> Select[SubmissionRow]:
    query = select(SubmissionRow).where(SubmissionRow.unit == unit, UNFIGURED)
    return query.order_by(SubmissionRow.period.desc(), SubmissionRow.dataset).limit(at_once)


def _work_out(lists: Lists, rows: Sequence[SubmissionRow], touched: Touched) -> None:
    writer = FigureWriter(lists.session)
    for row in rows:
        row.figured = row.certification
    lists.session.flush()
    every = {place_of(row): row for row in (*rows, *lists.compared_with(rows))}
    for place, row in sorted(every.items()):
        if writer.write(place, lists.facts(row)):
            touched.add(SUBMISSION, str(key_of(row)), row.unit)
    writer.flush()
