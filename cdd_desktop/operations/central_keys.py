"""Which keys of central this machine believes, and how it learns the next one: by the word of the one before."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy.orm import Session

from cdd_desktop.errors import RefusedError
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.sync.lineage import Lineage, NextKeys, lineage_of
from cdd_desktop.sync.protocol import Enrolment
from cdd_desktop.sync.signing import SignatureError


def read_lineage(session: Session) -> Lineage:
    """Central's signing keys as this machine knows them."""
    words = read_meta(session, Meta.KEYS)
    first = read_meta(session, Meta.SIGNING_KEY)
    return Lineage(first, msgspec.json.decode(words, type=tuple[NextKeys, ...]) if words else ())


def learn_keys(session: Session, words: Sequence[NextKeys]) -> Lineage:
    """Follow central to a newer key, for good. Words that are known already change nothing.

    Raises ``RefusedError("keys-not-followed")`` for words that do not go on from what is known here.
    """
    held = read_lineage(session)
    try:
        far = held.followed(words)
    except SignatureError as error:
        raise RefusedError("keys-not-followed") from error
    if far.number > held.number:
        write_meta(session, Meta.KEYS, msgspec.json.encode(far.words).decode())
        write_meta(session, Meta.SEALING_KEY, far.words[-1].sealing_key)
    return far


def enrolled_lineage(enrolment: Enrolment) -> Lineage:
    """Central's keys as an enrolment tells them. Raises ``SignatureError`` when its words do not lead to its key."""
    first = enrolment.keys[0].before if enrolment.keys else enrolment.signing_key
    lineage = lineage_of(first, enrolment.keys)
    if lineage.signing_key != enrolment.signing_key:
        raise SignatureError("enrolment")
    return lineage


def enrolled_keys(enrolment: Enrolment) -> dict[Meta, str]:
    """The same as a new machine keeps it."""
    lineage = enrolled_lineage(enrolment)
    return {
        Meta.SIGNING_KEY: lineage.first,
        Meta.KEYS: msgspec.json.encode(lineage.words).decode(),
        Meta.SEALING_KEY: enrolment.sealing_key,
    }


def follow_enrolment(session: Session, enrolment: Enrolment) -> None:
    """A machine that knows central already takes what a new enrolment tells of its keys, and never goes back.

    Raises ``RefusedError("enrolment-other-central")``.
    """
    held = read_lineage(session)
    if held.knows(enrolment.signing_key):
        return
    try:
        learn_keys(session, enrolled_lineage(enrolment).words)
    except (SignatureError, RefusedError) as error:
        raise RefusedError("enrolment-other-central") from error
    if not read_lineage(session).knows(enrolment.signing_key):
        raise RefusedError("enrolment-other-central")
