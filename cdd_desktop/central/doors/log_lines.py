"""Central's log: one JSON object a line, for whatever collects the standard error of a service."""

from __future__ import annotations

import logging
from datetime import datetime, timezone
from typing import TextIO

import msgspec

from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.logs import redact

_log = logging.getLogger("cdd_desktop.central")


class _LineFormatter(logging.Formatter):
    """``{"at", "level", "where", "what", …}``. Further members are the ``facts`` a caller gives; of an exception only
    the type is told, its text could hold what people typed."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": to_text(datetime.fromtimestamp(record.created, timezone.utc)),
            "level": record.levelname.lower(),
            "where": record.name,
            "what": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
        return redact(msgspec.json.encode(line).decode())


def write_log_lines(stream: TextIO, level: str) -> None:
    """Write what the whole program logs, from ``level`` on ("info", "warning", "error")."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_LineFormatter())
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)


def log_request(route: str, method: str, status: int, seconds: float) -> None:
    """One line for a request: nothing of who asked or what was said, and no address (it would be personal data)."""
    facts = {"route": route, "method": method, "status": status, "ms": round(seconds * 1000)}
    _log.info("request", extra={"facts": facts})
