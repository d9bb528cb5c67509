"""Who may do what at central's desk, and where: the one table of it. Whatever is not named is denied."""

from __future__ import annotations

from enum import StrEnum

from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.trust.accounts import Visitor
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography


class Act(StrEnum):
    """Something a person signed in at central may do."""

    SEE_PEOPLE = "see-people"
    SEE_DEVICES = "see-devices"
    SEE_AUDIT = "see-audit"
    NAME_PEOPLE = "name-people"
    END_PEOPLE = "end-people"
    GIVE_PASSWORDS = "give-passwords"
    MAKE_CODES = "make-codes"
    REVOKE_DEVICES = "revoke-devices"
    PUBLISH = "publish"
    SEE_FIGURES = "see-figures"
    READ_TABLES = "read-tables"
    READ_CITIZEN_IDS = "read-citizen-ids"


_HEADS = frozenset({Role.HEAD, Role.PROVINCIAL_HEAD, Role.DEPARTMENT, Role.ADMINISTRATOR})
_ONLY_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
_MAY: dict[Act, frozenset[Role]] = {
    Act.SEE_PEOPLE: frozenset(Role) - {Role.VIEWER},
    Act.SEE_DEVICES: _HEADS,
    Act.SEE_AUDIT: _HEADS,
    **dict.fromkeys(
        (Act.NAME_PEOPLE, Act.END_PEOPLE, Act.GIVE_PASSWORDS, Act.MAKE_CODES, Act.REVOKE_DEVICES),
        _ONLY_ADMINISTRATOR,
    ),
    Act.PUBLISH: _ONLY_ADMINISTRATOR,
    Act.SEE_FIGURES: frozenset(Role),
    Act.READ_TABLES: frozenset(Role) - {Role.ADMINISTRATOR},
    Act.READ_CITIZEN_IDS: frozenset({Role.HEAD, Role.PROVINCIAL_HEAD, Role.DEPARTMENT}),
}


def check_right(visitor: Visitor, act: Act, unit: str) -> None:
    """Raises ``ProblemError`` 403: ``role-not-allowed``, or ``place-not-yours`` for an office outside the own area
    (also for one that does not exist, so that nothing is learnt from asking)."""
    if visitor.role not in _MAY[act]:
        raise ProblemError(403, "role-not-allowed")
    try:
        wanted = geography().unit(unit).code
    except BadRequestError as error:
        raise ProblemError(403, "place-not-yours") from error
    if not geography().unit(visitor.unit).covers(wanted):
        raise ProblemError(403, "place-not-yours")
