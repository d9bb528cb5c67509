"""Instants as text on the wire and in central's tables: ISO 8601, UTC, milliseconds, ``Z``."""

from __future__ import annotations

from datetime import datetime, timezone

_UTC = timezone.utc


def to_text(instant: datetime) -> str:
    """``2018-03-18T01:40:00.000Z``; such texts sort as the instants do."""
    return instant.astimezone(_UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_instant(text: str) -> datetime:
    """The instant of a text. Raises ``ValueError`` for anything that is no instant with a time zone."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(_UTC)
