"""The list of codes that central writes and the desktop's command prints as letters: one line for each person."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from cdd_desktop.errors import BadRequestError

LETTER_COLUMNS = ("unit", "address", "code", "expires_on", "role", "name", "pin")


@dataclass(frozen=True, slots=True)
class LetterPerson:
    """Somebody the code lets in. ``pin`` opens the program once."""

    role: str
    name: str
    pin: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What an office is told: where central is, the code, the last day it can be used (ISO), and its people."""

    unit: str
    address: str
    code: str
    expires_on: str
    people: tuple[LetterPerson, ...]

    @property
    def qr_text(self) -> str:
        """What the square holds: where central is and the code, as it is pasted into the program."""
        return f"{self.address} {self.code}"


def read_letters(text: str) -> list[Letter]:
    """The letters of a list, in its order. Raises ``BadRequestError("letters-unreadable")``."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if tuple(reader.fieldnames or ()) != LETTER_COLUMNS:
        raise BadRequestError("letters-unreadable")
    found: dict[str, Letter] = {}
    try:
        for row in reader:
            if None in row or None in row.values() or not row["code"]:
                raise BadRequestError("letters-unreadable")
            person = LetterPerson(row["role"], row["name"], row["pin"])
            held = found.get(row["code"])
            people = (*(held.people if held else ()), person)
            found[row["code"]] = Letter(row["unit"], row["address"], row["code"], row["expires_on"], people)
    except csv.Error as error:
        raise BadRequestError("letters-unreadable") from error
    if not found:
        raise BadRequestError("letters-unreadable")
    return list(found.values())
