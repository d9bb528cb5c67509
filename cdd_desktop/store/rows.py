"""The tables of the local store, those of submissions aside (``store.submission_rows``)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cdd_desktop.store.columns import Base, Json


class MetaRow(Base):
    """Facts about this installation (``store.meta`` names them)."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class RecordRow(Base):
    """One record as this device knows it: ``domain.record.Record`` and what lists need without opening it.

    ``period`` is empty for register entries. ``register_id`` is the register entry it refers to. ``errors``,
    ``warnings`` (open ones) and ``done`` (valid, or marked with a reason) are a cache written with every save.
    ``version`` counts the row's own updates, so that what was worked out from it in memory is known to be old;
    ``digest`` is what its bucket counts it for ("" deleted or not counted), as of the version ``digested``.
    ``sought`` is what the search reads of it, ``number`` its place in the index of the search, given by the database
    (``store.search``).
    """

    __tablename__ = "record"
    __table_args__ = (
        Index("ix_record_list", "dataset", "period", "unit", "entity"),
        Index(
            "ix_record_progress", "dataset", "period", "unit", "deleted", "register_id", "done", "errors", "warnings"
        ),
        Index("ix_record_version", "dataset", "period", "unit", "entity", "deleted", "id", "version"),
        Index("ix_record_register", "register_id", "period"),
        Index("ix_record_natural_key", "natural_key", "dataset", "entity", "unit"),
        Index("ix_record_undigested", "unit", sqlite_where=text("digested <> version")),
        Index("ix_record_number", "number", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    dataset: Mapped[str]
    entity: Mapped[str]
    period: Mapped[str] = mapped_column(default="")
    form_version: Mapped[int]
    rev: Mapped[int] = mapped_column(default=0)
    epoch: Mapped[str] = mapped_column(default="")  # of central's database, which ``rev`` belongs to
    code: Mapped[str] = mapped_column(default="")
    deleted: Mapped[bool] = mapped_column(default=False)
    content: Mapped[Json]
    register_id: Mapped[str | None] = mapped_column(default=None)
    natural_key: Mapped[str | None] = mapped_column(default=None)
    title: Mapped[str] = mapped_column(default="")
    tambon: Mapped[str] = mapped_column(default="")
    moo: Mapped[int | None] = mapped_column(default=None)
    errors: Mapped[int] = mapped_column(default=0)
    warnings: Mapped[int] = mapped_column(default=0)
    done: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    updated_by: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    digest: Mapped[str] = mapped_column(default="", server_default="")
    digested: Mapped[int] = mapped_column(default=0, server_default="0")
    sought: Mapped[str] = mapped_column(default="", server_default="")
    number: Mapped[int | None] = mapped_column(default=None)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class BucketRow(Base):
    """What this device holds of an office's dataset and period, as last added up (``domain/digest.py``)."""

    __tablename__ = "bucket"
    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    sum: Mapped[str]


class ChangeRow(Base):
    """The journal, append-only. Own changes carry the device's counter ``n``; changes that came from central have
    none and serve the history. ``kind``: ``edit``, ``move``, ``person``, ``delegation`` or ``pulled``; ``payload``
    is the message of a move, person or delegation as it will travel (``sync.protocol``). ``base`` is the revision the
    change was made on."""

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_record_id", "record_id"),
        Index("ix_change_submission", "dataset", "period", "unit"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    n: Mapped[int | None] = mapped_column(unique=True)
    kind: Mapped[str]
    unit: Mapped[str]
    dataset: Mapped[str] = mapped_column(default="")
    period: Mapped[str] = mapped_column(default="")
    entity: Mapped[str] = mapped_column(default="")
    form_version: Mapped[int] = mapped_column(default=0)
    record_id: Mapped[str | None] = mapped_column(default=None)
    base: Mapped[int] = mapped_column(default=0)
    patch: Mapped[Json | None] = mapped_column(default=None)
    was: Mapped[Json | None] = mapped_column(default=None)
    deleted: Mapped[bool] = mapped_column(default=False)
    payload: Mapped[Json | None] = mapped_column(default=None)
    person_id: Mapped[str] = mapped_column(default="")
    person_name: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class BatchRow(Base):
    """Changes sent together: the exact bytes, so that a repeat is the same batch."""

    __tablename__ = "batch"
    id: Mapped[str] = mapped_column(primary_key=True)
    bytes: Mapped[bytes]
    changes: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None] = mapped_column(default=None)


UNDER_WAY = ("claimed", "handed_over")


class OutboxRow(Base):
    """A change central has not acknowledged; ``batch_id`` once it has been put into a batch. The row goes in the
    transaction that stores the receipt. ``state``: ``waiting``, ``claimed``, ``handed_over`` (on a USB stick) or
    ``parked`` (refused or in conflict, until a person decides). ``UNDER_WAY`` are the states of a row in a batch."""

    __tablename__ = "outbox"
    n: Mapped[int] = mapped_column(ForeignKey("change.n", ondelete="RESTRICT"), primary_key=True, autoincrement=False)
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("batch.id", ondelete="RESTRICT"), default=None, index=True)
    state: Mapped[str] = mapped_column(default="waiting")


class ReceiptRow(Base):
    """Central's answer to a batch, byte for byte. ``received_at`` is central's clock, ``arrived_at`` this device's.
    Numbers come again after central was restored from an older copy; batches do not."""

    __tablename__ = "receipt"
    no: Mapped[str] = mapped_column(index=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batch.id", ondelete="RESTRICT"), primary_key=True)
    bytes: Mapped[bytes]
    received_at: Mapped[datetime]
    arrived_at: Mapped[datetime]


class NeedsYouRow(Base):
    """A change central refused or holds in conflict; open until ``settled_at``. ``mine`` and ``theirs`` map content
    paths to the two values; ``places`` are (record or group, rule or code) of a refused certification."""

    __tablename__ = "needs_you"
    __table_args__ = (Index("ix_needs_you_submission", "dataset", "period", "unit"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    n: Mapped[int] = mapped_column(index=True)
    record_id: Mapped[str | None] = mapped_column(default=None, index=True)
    unit: Mapped[str]
    dataset: Mapped[str] = mapped_column(default="")
    period: Mapped[str] = mapped_column(default="")
    status: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    fields: Mapped[list[str]]
    mine: Mapped[Json]
    theirs: Mapped[Json]
    places: Mapped[list[list[str]]]
    rev: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None] = mapped_column(default=None)


class PersonRow(Base):
    """People of the office and, where pulled, of offices in scope."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    unit: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)


class DelegationRow(Base):
    """Who may act for the head of this office, from ``from_on`` until ``until_on`` (ISO days, both included)."""

    __tablename__ = "delegation"

    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    person_id: Mapped[str] = mapped_column(index=True)
    from_on: Mapped[str]
    until_on: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    given_by: Mapped[str]
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(default=None)


class ContactRow(Base):
    """When central last heard from an office in scope and from when its duty runs (ISO date, empty: unknown)."""

    __tablename__ = "contact"
    unit: Mapped[str] = mapped_column(primary_key=True)
    last_contact_at: Mapped[datetime | None] = mapped_column(default=None)
    reports_from: Mapped[str] = mapped_column(default="")


class ContactJournalRow(Base):
    """This device's own contacts with central, one line each: a code and its parameters."""

    __tablename__ = "contact_journal"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    code: Mapped[str]
    params: Mapped[Json]


class PhotoRow(Base):
    """A photo or file by the SHA-256 of its bytes (hexadecimal). ``epoch`` is that of the central that has said it
    holds all of it, "": none; ``code`` why central would not take it the last time, "": nothing of the kind."""

    __tablename__ = "photo"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    bytes: Mapped[bytes]
    added_at: Mapped[datetime]
    epoch: Mapped[str] = mapped_column(default="", server_default="")
    code: Mapped[str] = mapped_column(default="", server_default="")


class PhotoPlaceRow(Base):
    """A record of this office to which a photo was attached here; it may have been removed since."""

    __tablename__ = "photo_place"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)


class PhotoPartRow(Base):
    """The beginning of a photo that is being fetched from central; ``size`` is that of the whole."""

    __tablename__ = "photo_part"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    bytes: Mapped[bytes]


class PublishedRow(Base):
    """A definition, schedule or holiday file that central published after this program was made. ``kind``:
    ``definition``, ``schedule`` or ``holidays``; ``name`` the dataset and version, or the fiscal year."""

    __tablename__ = "published"

    kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    arrived_at: Mapped[datetime]


class CarriedFileRow(Base):
    """A file on a stick, by the SHA-256 of its bytes: written here (``kind`` ``own``) or taken here for central
    (``carried``, then with its bytes). ``contents`` tells for each submission (dataset, period, records, last step).

    ``note`` is the province's note of custody; ``answer`` the ``.cddreceipt`` of a carried file that came back, and
    ``code`` why central refused it."""

    __tablename__ = "carried_file"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    unit: Mapped[str]
    device: Mapped[str]
    at: Mapped[datetime]
    changes: Mapped[int] = mapped_column(default=0)
    contents: Mapped[list[list[str]]]
    batches: Mapped[list[str]]
    body: Mapped[bytes | None] = mapped_column(default=None)
    custody_at: Mapped[datetime | None] = mapped_column(default=None)
    note: Mapped[Json | None] = mapped_column(default=None)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answer: Mapped[bytes | None] = mapped_column(default=None)
    code: Mapped[str] = mapped_column(default="")


class AuditRow(Base):
    """Who did what, append-only. ``detail`` names fields and counts, never values."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    person_id: Mapped[str]
    action: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    dataset: Mapped[str] = mapped_column(default="")
    period: Mapped[str] = mapped_column(default="")
    record_id: Mapped[str | None] = mapped_column(default=None, index=True)
    detail: Mapped[Json]
