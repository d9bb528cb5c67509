"""How far a contact with central is, and how it ended: values for screens and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SyncStep(StrEnum):
    """What the engine is doing."""

    CONNECTING = "connecting"
    SENDING = "sending"
    RECEIVING = "receiving"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a contact is. ``sent`` saved changes have been answered, of ``total``; ``received`` counts what was
    pulled. ``batch`` is the number of the batch under way, from 1, of about ``batches``; ``seconds_left`` is how long
    what is left of the step still takes at the measured pace, None where nothing has been measured. Of ``photos_total``
    photos and files ``photos`` have arrived, of their ``bytes_total`` bytes ``bytes``."""

    step: SyncStep
    batch: int = 0
    sent: int = 0
    total: int = 0
    received: int = 0
    batches: int = 0
    seconds_left: float | None = None
    photos: int = 0
    photos_total: int = 0
    bytes: int = 0
    bytes_total: int = 0


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """How a contact ended. ``code`` is ``sync-done``, ``sync-stopped`` or the code of what went wrong, with its
    ``params``. The counts hold whichever it is: changes answered in this contact, things pulled, changes that still
    wait, questions for a person. ``checked``: central was found to hold the ``same`` records, they were
    ``repaired``, or they are still ``different``; "" when nothing was compared. ``photos`` arrived in this contact,
    ``photos_left`` wait."""

    code: str
    params: dict[str, object]
    batches: int = 0
    sent: int = 0
    received: int = 0
    left: int = 0
    needs_you: int = 0
    checked: str = ""
    photos: int = 0
    photos_left: int = 0

    @property
    def ok(self) -> bool:
        return self.code == "sync-done"
