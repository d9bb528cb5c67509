"""What can be done with a stick: the screen about sending opens for it with the dialog."""

from __future__ import annotations

from enum import StrEnum


class StickDeed(StrEnum):
    """Each is a button of the card about sticks."""

    SAVE = "save"
    TAKE = "take"
    ANSWER = "answer"
