"""The rows of central's database. Instants are ISO 8601 UTC text, days ISO text; JSON holds content and clocks.

``…Row`` objects never leave ``central``. Citizen ids inside JSON are sealed (``vault.py``).
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_UNFIGURED = text("figured != certification")
Json = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: String,
        int: BigInteger,
        bool: Boolean,
        bytes: LargeBinary,
        dict[str, Any]: Json,
        list[Any]: Json,
    }


class MetaRow(Base):
    """Facts about this database: its epoch and the fingerprint of its keys."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class CounterRow(Base):
    """Running numbers given under this row's lock: ``feed/50``, ``receipt/2561``, ``code/5007/SG``."""

    __tablename__ = "counter"
    scope: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]


class ContactRow(Base):
    """A reporting unit that has been enrolled; its row lock keeps the unit's batches in line."""

    __tablename__ = "contact"
    unit: Mapped[str] = mapped_column(primary_key=True)
    reports_from: Mapped[str]
    last_contact_at: Mapped[str] = mapped_column(default="")


class EnrolmentCodeRow(Base):
    """A one-time code; only its SHA-256 is kept. One that is typed into the program says which ``people`` (ids with
    blanks between), ``addresses`` and ``trust`` its enrolment will name; an enrolment file holds them itself."""

    __tablename__ = "enrolment_code"
    code_hash: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    expires_on: Mapped[str]
    reports_from: Mapped[str]
    created_at: Mapped[str]
    used_at: Mapped[str] = mapped_column(default="")
    device_key: Mapped[str] = mapped_column(default="")
    people: Mapped[str] = mapped_column(Text, default="", server_default="")
    addresses: Mapped[str] = mapped_column(Text, default="", server_default="")
    trust: Mapped[str] = mapped_column(Text, default="", server_default="")
    withdrawn_at: Mapped[str] = mapped_column(Text, default="", server_default="")


class DeviceRow(Base):
    """An enrolled machine. ``cursor`` is the furthest one it has shown; it is ``catching_up`` while it stands before
    that, and ``rewound`` once it has gone back by itself."""

    __tablename__ = "device"
    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(index=True)
    public_key: Mapped[str]
    token_hash: Mapped[str] = mapped_column(unique=True)
    code_hash: Mapped[str] = mapped_column(ForeignKey("enrolment_code.code_hash"))
    enrolled_at: Mapped[str]
    last_contact_at: Mapped[str] = mapped_column(default="")
    revoked_at: Mapped[str] = mapped_column(default="")
    app: Mapped[str] = mapped_column(default="")
    cursor: Mapped[str] = mapped_column(default="")
    catching_up: Mapped[bool] = mapped_column(default=False)
    rewound: Mapped[bool] = mapped_column(default=False)


class PersonRow(Base):
    __tablename__ = "person"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    unit: Mapped[str] = mapped_column(index=True)
    active: Mapped[bool] = mapped_column(default=True)
    added_by: Mapped[str] = mapped_column(default="")
    added_at: Mapped[str]


class DelegationRow(Base):
    """Who may act for the head of an office, from ``from_on`` until ``until_on`` (both included)."""

    __tablename__ = "delegation"
    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    person: Mapped[str] = mapped_column(index=True)
    from_on: Mapped[str]
    until_on: Mapped[str]
    reason: Mapped[str] = mapped_column(Text, default="")
    given_by: Mapped[str]
    at: Mapped[str]
    ended_at: Mapped[str] = mapped_column(default="")


class RecordRow(Base):
    """One record. ``clock`` tells for every path who wrote it last (``merge.py``); ``rev`` is the compare-and-set.

    ``register`` is the register entry it names; ``done`` (nothing open, or excused), ``errors`` and ``warnings`` are
    kept for the counts of its submission. ``digest`` is what its bucket counts it for (``buckets.py``); "": not yet."""

    __tablename__ = "record"
    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    dataset: Mapped[str]
    entity: Mapped[str]
    period: Mapped[str] = mapped_column(default="")
    form: Mapped[int] = mapped_column(Integer)
    rev: Mapped[int] = mapped_column()
    code: Mapped[str] = mapped_column(default="")
    deleted: Mapped[bool] = mapped_column(default=False)
    content: Mapped[dict[str, Any]]
    clock: Mapped[list[Any]]
    natural_key: Mapped[str | None] = mapped_column(default=None)
    register: Mapped[str] = mapped_column(default="")
    done: Mapped[bool] = mapped_column(default=False)
    errors: Mapped[int] = mapped_column(Integer, default=0)
    warnings: Mapped[int] = mapped_column(Integer, default=0)
    digest: Mapped[str] = mapped_column(default="", server_default="")
    updated_at: Mapped[str]

    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        "version_id_col": rev,
        "version_id_generator": False,
    }
    __table_args__ = (
        Index("ix_record_place", "unit", "dataset", "period"),
        Index("ix_record_register", "register", "period"),
        Index("ix_record_uncounted", "unit", sqlite_where=text("digest = ''"), postgresql_where=text("digest = ''")),
        Index(
            "uq_record_natural_key",
            "unit",
            "dataset",
            "entity",
            "period",
            "natural_key",
            unique=True,
            sqlite_where=text("natural_key IS NOT NULL AND NOT deleted"),
            postgresql_where=text("natural_key IS NOT NULL AND NOT deleted"),
        ),
    )


class BucketRow(Base):
    """How many records central holds of an office's dataset and period, and the sum of their digests."""

    __tablename__ = "bucket"
    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(Integer)
    sum: Mapped[str]


class ChangeRow(Base):
    """The journal of changes: what came, from whom, and what became of it. One row for each (device, number); ``body``
    is the whole change and ``result`` the answer, both sealed."""

    __tablename__ = "change_log"
    device: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    batch: Mapped[str]
    body_hash: Mapped[str]
    kind: Mapped[str]
    target: Mapped[str] = mapped_column(index=True)
    person: Mapped[str]
    at: Mapped[str]
    body: Mapped[bytes]
    received_at: Mapped[str]
    status: Mapped[str]
    result: Mapped[bytes]


class BatchRow(Base):
    """A batch and the stored bytes of its receipt (sealed)."""

    __tablename__ = "batch"
    device: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    body_hash: Mapped[str]
    receipt_no: Mapped[str] = mapped_column(unique=True)
    received_at: Mapped[str]
    answer: Mapped[bytes]


class SubmissionRow(Base):
    """The present state of one submission; ``device`` and ``device_n`` name the change that moved it last. ``figured``
    is the certification its figures are of (``figures.py``)."""

    __tablename__ = "submission"
    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    rev: Mapped[int] = mapped_column(default=0)
    device: Mapped[str] = mapped_column(default="")
    device_n: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(default="none")
    nil: Mapped[bool] = mapped_column(default=False)
    proposed_by: Mapped[str] = mapped_column(default="")
    verdict: Mapped[str] = mapped_column(default="")
    certified_at: Mapped[str] = mapped_column(default="")
    finished_at: Mapped[str] = mapped_column(default="")
    received_at: Mapped[str] = mapped_column(default="")
    receipt_no: Mapped[str] = mapped_column(default="")
    schedule_version: Mapped[str] = mapped_column(default="")
    form: Mapped[int] = mapped_column(Integer, default=0)
    certification: Mapped[str] = mapped_column(default="")
    expected: Mapped[int] = mapped_column(Integer, default=0)
    done: Mapped[int] = mapped_column(Integer, default=0)
    errors: Mapped[int] = mapped_column(Integer, default=0)
    warnings: Mapped[int] = mapped_column(Integer, default=0)
    figured: Mapped[str] = mapped_column(default="", server_default="")

    __table_args__ = (
        Index("ix_submission_period", "period"),
        Index("ix_submission_unfigured", "unit", sqlite_where=_UNFIGURED, postgresql_where=_UNFIGURED),
    )
    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        "version_id_col": rev,
        "version_id_generator": False,
    }


class MoveRow(Base):
    """One step of a submission's history, numbered in the order central applied them."""

    __tablename__ = "move"
    unit: Mapped[str] = mapped_column(primary_key=True)
    dataset: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str]
    person: Mapped[str]
    name: Mapped[str]
    at: Mapped[str]
    received_at: Mapped[str]
    reason: Mapped[str] = mapped_column(Text, default="")
    comments: Mapped[list[Any]]
    certification: Mapped[str] = mapped_column(default="")
    delegated: Mapped[bool] = mapped_column(default=False)
    device: Mapped[str]
    n: Mapped[int]


class CertificationRow(Base):
    """A received certification: the head of its frozen list."""

    __tablename__ = "certification"
    id: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str]
    dataset: Mapped[str]
    period: Mapped[str]
    digest: Mapped[str]
    form: Mapped[int] = mapped_column(Integer)
    schedule_version: Mapped[str]
    today: Mapped[str]
    nil: Mapped[bool]
    statement: Mapped[str] = mapped_column(Text)
    delegated: Mapped[bool]
    reasons: Mapped[dict[str, Any]]
    person: Mapped[str]
    certified_at: Mapped[str]
    received_at: Mapped[str]
    device: Mapped[str]

    __table_args__ = (Index("ix_certification_place", "unit", "dataset", "period"),)


class CertifiedEntryRow(Base):
    """One line of a frozen list with its own copy of the content, so that later edits leave it alone."""

    __tablename__ = "certified_entry"
    certification: Mapped[str] = mapped_column(ForeignKey("certification.id"), primary_key=True)
    record: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    entity: Mapped[str]
    register: Mapped[str]
    form: Mapped[int] = mapped_column(Integer)
    mark: Mapped[str]
    digest: Mapped[str]
    code: Mapped[str]
    content: Mapped[dict[str, Any]]


class FeedRow(Base):
    """What has changed, each thing once at its newest number. ``device`` holds it already and is not told again."""

    __tablename__ = "feed"
    province: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int]
    unit: Mapped[str]
    device: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        Index("ix_feed_order", "province", "seq"),
        Index("ix_feed_office", "unit", "province", "seq"),  # else a district's page reads its whole province's feed
    )


class BlobRow(Base):
    """A photo or file by the SHA-256 of its bytes; ``body`` is sealed, ``size`` that of the bytes."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]
    at: Mapped[str]


class BlobHolderRow(Base):
    """An office that has sent the whole of a blob."""

    __tablename__ = "blob_holder"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True, index=True)
    at: Mapped[str]


class BlobPartRow(Base):
    """A piece of a blob that an office is sending: ``length`` bytes from ``start`` on of ``size``, sealed. The key
    keeps two machines of an office from adding at the same place."""

    __tablename__ = "blob_part"
    unit: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    length: Mapped[int] = mapped_column(Integer)
    size: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes]
    at: Mapped[str]


class PublishedRow(Base):
    """A form definition, schedule or holiday file that central publishes; ``key`` is its dataset or fiscal year."""

    __tablename__ = "published"
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    body: Mapped[str] = mapped_column(Text)
    published_at: Mapped[str]


class AuditRow(Base):
    """One thing somebody did that has to be answered for; never changed, never deleted. ``who`` is a person's id, or
    ``server:<account>`` for a command; ``unit`` the office or area it was about. ``details`` hold no personal data."""

    __tablename__ = "audit"
    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str] = mapped_column(index=True)
    who: Mapped[str]
    what: Mapped[str]
    unit: Mapped[str]
    reason: Mapped[str] = mapped_column(Text)
    details: Mapped[dict[str, Any]]
