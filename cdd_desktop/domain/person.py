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


@dataclass(frozen=True, slots=True)
class Person:
    id: PersonId
    name: str
    role: Role
    unit: UnitCode
