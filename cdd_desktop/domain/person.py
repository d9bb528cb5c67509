"""People and what they may be (product.md, Words)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cdd_desktop.ids import PersonId, UnitCode


class Role(StrEnum):
    OFFICER = "officer"
    HEAD = "head"
    PROVINCIAL_OFFICER = "provincial-officer"
    PROVINCIAL_HEAD = "provincial-head"
    DEPARTMENT = "department"
    ADMINISTRATOR = "administrator"
    VIEWER = "viewer"


REVIEWERS = frozenset({Role.PROVINCIAL_OFFICER, Role.PROVINCIAL_HEAD, Role.DEPARTMENT})
"""The roles that accept, approve or send back what offices below report."""


@dataclass(frozen=True, slots=True)
class Person:
    id: PersonId
    name: str
    role: Role
    unit: UnitCode
