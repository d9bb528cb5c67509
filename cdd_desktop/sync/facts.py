"""What frozen lists come to, as central tells those who are not given the lists."""

# ruff: noqa: RUF012 - msgspec copies the defaults of its structs
from __future__ import annotations

from cdd_desktop.sync.changes import Message


class PulledFacts(Message, frozen=True, kw_only=True):
    """Of the list in force of a submission (``forms.list_facts``), for the department, which is not given the lists.
    ``figures`` are (indicator, part, total, what it is divided by, records counted)."""

    registered: int = 0
    current: int = 0
    explained: int = 0
    compared: int = 0
    copied: int = 0
    figures: list[tuple[str, str, int | None, int | None, int]] = []
