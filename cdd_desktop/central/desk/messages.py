"""The messages of central's desk: what people who sign in there ask and are told. JSON, as in ``sync/protocol.py``."""

# ruff: noqa: RUF012 - msgspec copies the defaults of its structs
from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from cdd_desktop.sync.protocol import Message

Line = Annotated[str, Meta(max_length=200)]


class SignIn(Message, frozen=True, kw_only=True):
    """A name and a password."""

    login: Line
    password: Line


class SignedInAnswer(Message, frozen=True, kw_only=True):
    """The token of a sign-in, shown this once, and who it stands for."""

    token: str
    expires_at: str
    person: str
    name: str
    role: str
    unit: str


class PasswordChange(Message, frozen=True, kw_only=True):
    """The own password, the present and the new one."""

    present: Line
    new: Line


class Person(Message, frozen=True, kw_only=True):
    """One of an office's people. ``login``: the name that signs in at central, empty for none."""

    id: str
    name: str
    role: str
    unit: str
    active: bool
    login: str = ""


class People(Message, frozen=True, kw_only=True):
    people: list[Person]


class NamedPerson(Message, frozen=True, kw_only=True):
    """Somebody to be added to an office."""

    unit: Line
    name: Line
    role: Line


class Login(Message, frozen=True, kw_only=True):
    """The name a person is to sign in by."""

    login: Line


class GivenPassword(Message, frozen=True, kw_only=True):
    """A password made by central, shown this once."""

    login: str
    password: str


class KnownDevice(Message, frozen=True, kw_only=True):
    """An enrolled machine; empty instants: never."""

    id: str
    unit: str
    enrolled_at: str
    last_contact_at: str = ""
    revoked_at: str = ""
    app: str = ""


class Devices(Message, frozen=True, kw_only=True):
    devices: list[KnownDevice]


class CodesWanted(Message, frozen=True, kw_only=True):
    """Offices that are to have a code. ``addresses``: where they reach central."""

    units: Annotated[list[Line], Meta(min_length=1, max_length=1000)]
    addresses: Annotated[list[Line], Meta(min_length=1, max_length=10)]


class LetIn(Message, frozen=True, kw_only=True):
    name: str
    role: str
    pin: str


class MadeCode(Message, frozen=True, kw_only=True):
    """A code shown this once, with the PINs of the people it lets in."""

    unit: str
    code: str
    expires_on: str
    people: list[LetIn]


class Codes(Message, frozen=True, kw_only=True):
    codes: list[MadeCode]


class TypedCode(Message, frozen=True, kw_only=True):
    """A code as somebody typed it; answered by the ``Enrolment`` it stands for."""

    code: Line


class Done(Message, frozen=True, kw_only=True):
    """``count``: how many things changed."""

    count: int = 0


class Deed(Message, frozen=True, kw_only=True):
    """A line of the audit trail; ``who``: a person's id, or the server's account that gave a command."""

    id: str
    at: str
    who: str
    what: str
    unit: str
    reason: str = ""
    details: dict[str, Any] = {}


class Trail(Message, frozen=True, kw_only=True):
    """The newest lines first; ask again with ``before`` the last id."""

    deeds: list[Deed]


class Publishing(Message, frozen=True, kw_only=True):
    """A file to publish, or the key (dataset, fiscal year, "holidays") of which the newest is to be taken back.
    ``kind``: form, schedule or holidays. Without ``yes`` it is proved and shown only."""

    kind: Line
    file: str = ""
    withdraw: Line = ""
    yes: bool = False
    reason: Line = ""


class PublishingAnswer(Message, frozen=True, kw_only=True):
    """What the file changes, a line each, whether it was published, and how many verdicts became ``better``."""

    key: str
    number: int
    difference: list[str]
    published: bool
    better: int = 0


class PublishedFile(Message, frozen=True, kw_only=True):
    kind: str
    key: str
    number: int
    digest: str
    published_at: str


class PublishedFiles(Message, frozen=True, kw_only=True):
    files: list[PublishedFile]
