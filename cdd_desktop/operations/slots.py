"""Who can sign in on a machine, read from its key file alone; light enough to be there before anything else."""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.person import Role
from cdd_desktop.ids import PersonId
from cdd_desktop.paths import Profile
from cdd_desktop.store.keys import read_key_file

PASSWORD_LENGTH = 8


@dataclass(frozen=True, slots=True)
class SlotPerson:
    """A person who can open the store of this machine. ``first_use``: with the PIN, to choose a password."""

    id: PersonId
    name: str
    role: Role
    first_use: bool


def is_enrolled(profile: Profile) -> bool:
    """Whether the profile has an office."""
    return profile.keys.exists()


def people_on(profile: Profile) -> tuple[SlotPerson, ...]:
    """The sign-in list, in the order people were added. Raises ``StoreError`` (``keys-missing``, ``keys-damaged``)."""
    return tuple(
        SlotPerson(id=PersonId(slot.id), name=slot.name, role=Role(slot.role), first_use=slot.first_use)
        for slot in read_key_file(profile.keys).slots
    )
