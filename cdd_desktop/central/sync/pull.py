"""What a device is given: the things of a page of the feed as messages, masked for the offices above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Text, bindparam, cast, select, tuple_
from sqlalchemy.orm import Session

from cdd_desktop.central.figures.sums import COUNTS, Place, place_of, read_counts, read_lines
from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.tables.bulk import among
from cdd_desktop.central.tables.feed import CERTIFIED, CONTACT, DELEGATION, PERSON, RECORD, SUBMISSION
from cdd_desktop.central.tables.rows import (
    CertificationRow,
    CertifiedEntryRow,
    ContactRow,
    DelegationRow,
    MoveRow,
    PersonRow,
    RecordRow,
    SubmissionRow,
)
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.forms.privacy import masked
from cdd_desktop.sync.facts import PulledFacts
from cdd_desktop.sync.protocol import (
    Pulled,
    PulledCertified,
    PulledContact,
    PulledDelegation,
    PulledMove,
    PulledPerson,
    PulledRecord,
    PulledSubmission,
)

_RECORD = (
    RecordRow.id,
    RecordRow.unit,
    RecordRow.dataset,
    RecordRow.entity,
    RecordRow.period,
    RecordRow.form,
    RecordRow.rev,
    RecordRow.code,
    RecordRow.deleted,
    cast(RecordRow.content, Text).label("stored"),
)
_PLACES: BindParameter[Any] = bindparam("places", expanding=True)
_SUBMISSIONS = select(SubmissionRow).where(
    tuple_(SubmissionRow.unit, SubmissionRow.dataset, SubmissionRow.period).in_(_PLACES)
)
_MOVES = (
    select(MoveRow).where(tuple_(MoveRow.unit, MoveRow.dataset, MoveRow.period).in_(_PLACES)).order_by(MoveRow.number)
)


class Pull:
    """Reads the things of one page for one unit, in the order of the page."""

    def __init__(self, session: Session, vault: Vault, books: Books, unit: str) -> None:
        self._session = session
        self._vault = vault
        self._books = books
        self._unit = unit

    def read(self, keys: dict[str, list[str]]) -> Pulled:
        return Pulled(
            records=self._records(keys[RECORD]) if RECORD in keys else [],
            submissions=self._submissions(keys[SUBMISSION]) if SUBMISSION in keys else [],
            certified=self._certified(keys[CERTIFIED]) if CERTIFIED in keys else [],
            people=self._people(keys[PERSON]) if PERSON in keys else [],
            delegations=self._delegations(keys[DELEGATION]) if DELEGATION in keys else [],
            contacts=self._contacts(keys[CONTACT]) if CONTACT in keys else [],
        )

    def _records(self, keys: Sequence[str]) -> list[PulledRecord]:
        """Only the unit's own; the feed's scope says so already, and here it is said again."""
        query = select(*_RECORD).where(among(self._session, RecordRow.id, keys), RecordRow.unit == self._unit)
        rows = {row.id: row for row in self._session.execute(query)} if keys else {}
        return [
            PulledRecord(
                id=row.id,
                unit=row.unit,
                dataset=row.dataset,
                entity=row.entity,
                period=row.period,
                form=row.form,
                rev=row.rev,
                code=row.code,
                deleted=row.deleted,
                content={} if row.deleted else self._content(row.stored),
            )
            for row in (rows[key] for key in keys if key in rows)
        ]

    def _content(self, stored: str) -> Any:
        """What a record holds, for its own office: the stored text itself where nothing in it is sealed, which saves
        reading and writing it anew."""
        if Vault.may_be_sealed(stored):
            return self._vault.open(msgspec.json.decode(stored))
        return msgspec.Raw(stored.encode())

    def _submissions(self, keys: Sequence[str]) -> list[PulledSubmission]:
        places = [tuple(key.split("/")) for key in keys]
        if not places:
            return []
        found = self._session.scalars(_SUBMISSIONS, {"places": places})
        rows = {(row.unit, row.dataset, row.period): row for row in found}
        moves = self._moves(places)
        heads = self._heads([row.certification for row in rows.values() if row.certification])
        told = [
            _submission(rows[place], moves.get(place, []), heads.get(rows[place].certification))
            for place in places
            if place in rows
        ]
        return self._with_facts(told, rows) if self._unit == DEPARTMENT else told

    def _with_facts(
        self, told: Sequence[PulledSubmission], rows: Mapping[Place, SubmissionRow]
    ) -> list[PulledSubmission]:
        """What the lists come to, for who is not given them; nothing of a list that is still to be worked out."""
        figured = [
            place_of(row)
            for row in rows.values()
            if row.received_at and row.certification and row.figured == row.certification
        ]
        lines, counts = read_lines(self._session, figured), read_counts(self._session, figured)
        facts = {
            place: PulledFacts(
                **dict(zip(COUNTS, found, strict=True)), figures=[(*one,) for one in lines.get(place, [])]
            )
            for place, found in counts.items()
        }
        return [msgspec.structs.replace(one, facts=facts.get((one.unit, one.dataset, one.period))) for one in told]

    def _heads(self, ids: Sequence[str]) -> dict[str, CertificationRow]:
        query = select(CertificationRow).where(CertificationRow.id.in_(ids))
        return {row.id: row for row in self._session.scalars(query)} if ids else {}

    def _moves(self, places: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], list[PulledMove]]:
        found: dict[tuple[str, ...], list[PulledMove]] = {}
        for row in self._session.scalars(_MOVES, {"places": places}):
            found.setdefault((row.unit, row.dataset, row.period), []).append(
                PulledMove(
                    move=row.kind,
                    person=row.person,
                    name=row.name,
                    at=row.at,
                    reason=row.reason,
                    comments=[(record, path, text) for record, path, text in row.comments],
                    delegated=row.delegated,
                )
            )
        return found

    def _certified(self, keys: Sequence[str]) -> list[PulledCertified]:
        pairs = [tuple(key.split("/")[3:]) for key in keys]
        if not pairs:
            return []
        columns = tuple_(CertifiedEntryRow.certification, CertifiedEntryRow.record)
        query = (
            select(CertifiedEntryRow, CertificationRow)
            .join(CertificationRow, CertificationRow.id == CertifiedEntryRow.certification)
            .where(columns.in_(pairs))
        )
        found = {(entry.certification, entry.record): (entry, head) for entry, head in self._session.execute(query)}
        return [self._entry(*found[pair]) for pair in pairs if pair in found]

    def _entry(self, entry: CertifiedEntryRow, head: CertificationRow) -> PulledCertified:
        return PulledCertified(
            certification=entry.certification,
            unit=head.unit,
            dataset=head.dataset,
            period=head.period,
            record=entry.record,
            entity=entry.entity,
            form=entry.form,
            mark=entry.mark,
            content=dict(self._shown(entry, head)),
        )

    def _shown(self, entry: CertifiedEntryRow, head: CertificationRow) -> Content:
        """The frozen content; for other offices with its code filled in and personal fields masked."""
        content = self._vault.open(entry.content)
        if head.unit == self._unit:
            return content
        definition = self._books.catalogue.get(head.dataset, entry.form)
        for field in definition.entity(entry.entity).fields:
            if field.type is FieldType.AUTO_CODE and entry.code:
                content[field.key] = entry.code
        return masked(definition, entry.entity, content)

    def _people(self, keys: Sequence[str]) -> list[PulledPerson]:
        rows = self._session.scalars(select(PersonRow).where(PersonRow.id.in_(keys)).order_by(PersonRow.id)).all()
        return [PulledPerson(id=row.id, name=row.name, role=row.role, unit=row.unit, active=row.active) for row in rows]

    def _delegations(self, keys: Sequence[str]) -> list[PulledDelegation]:
        query = select(DelegationRow).where(DelegationRow.id.in_(keys), DelegationRow.unit == self._unit)
        return [
            PulledDelegation(
                id=row.id,
                unit=row.unit,
                to=row.person,
                from_on=row.from_on,
                until_on=row.until_on,
                reason=row.reason,
                given_by=row.given_by,
                at=row.at,
                ended_at=row.ended_at,
            )
            for row in self._session.scalars(query.order_by(DelegationRow.id))
        ]

    def _contacts(self, keys: Sequence[str]) -> list[PulledContact]:
        rows = self._session.scalars(select(ContactRow).where(ContactRow.unit.in_(keys)).order_by(ContactRow.unit))
        return [
            PulledContact(unit=row.unit, last_contact_at=row.last_contact_at, reports_from=row.reports_from)
            for row in rows
        ]


def _submission(row: SubmissionRow, moves: list[PulledMove], head: CertificationRow | None) -> PulledSubmission:
    return PulledSubmission(
        unit=row.unit,
        dataset=row.dataset,
        period=row.period,
        rev=row.rev,
        state=row.state,
        nil=row.nil,
        verdict=row.verdict,
        certified_at=row.certified_at,
        finished_at=row.finished_at,
        received_at=row.received_at,
        receipt_no=row.receipt_no,
        schedule_version=row.schedule_version,
        form=row.form,
        certification=row.certification,
        statement=head.statement if head is not None else "",
        reasons=head.reasons if head is not None else {},
        expected=row.expected,
        done=row.done,
        errors=row.errors,
        warnings=row.warnings,
        moves=moves,
    )
