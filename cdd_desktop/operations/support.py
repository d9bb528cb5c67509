"""What an administrator needs to help, in one file anybody can read before sending it: a zip of plain texts.

Nothing of what people entered is in it: no value, no name, no reason, no citizen id. Of logs the lines that the program
itself wrote, of errors their kinds and places. File names of this machine's user stay out.
"""

from __future__ import annotations

import io
import json
import platform
import re
import sys
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from cdd_desktop import __version__
from cdd_desktop.clock import BANGKOK
from cdd_desktop.logs import redact
from cdd_desktop.operations.read_status import read_status
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import machine_folder
from cdd_desktop.store.rows import AuditRow, BatchRow, ContactJournalRow, OutboxRow, ReceiptRow, RecordRow
from cdd_desktop.sync.protocol import PROTOCOL_MAX

ENDING = ".cddsupport.zip"
MOST_CONTACTS = 500
_LOGGED = re.compile(r"^(\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ cdd_desktop[\w.]*): (.*)$")
_PLACE = re.compile(r'^\s*File "[^"]*?([\w-]+\.py)", line (\d+), in (\w+)')
_KIND = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Warning))(?::|$)")
_COUNTED = ("sent", "received", "photos", "seconds", "times", "batches", "waiting", "retry_after", "lowest", "highest")
_SAID = re.compile(r"(?<!\S)(?:[a-z]+(?:-[a-z]+)+|[A-Z]\w*Error)(?![^\s,;:)])")  # codes, and kinds of errors


def support_name(unit: str, now: datetime) -> str:
    """``5007-25610318.cddsupport.zip``: office and day of the Buddhist era."""
    day = now.astimezone(BANGKOK)
    return f"{unit}-{day.year + 543}{day:%m%d}{ENDING}"


def make_support(workplace: Workplace) -> bytes:
    """The bytes of the file; the store is checked from end to end, which may take a minute."""
    findings = workplace.store.verify()
    texts = {
        "about.json": _json(workplace.read(_about)),
        "counts.json": _json(workplace.read(_counts)),
        "contacts.jsonl": "\n".join(workplace.read(_contacts)),
        "integrity.txt": "\n".join(_finding(one) for one in findings) or "ok",
        "update.json": _update(),
        **_written_down(workplace.profile.logs),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in texts.items():
            packed.writestr(name, redact(text) + "\n")
    return out.getvalue()


def _about(work: Work) -> dict[str, object]:
    return {
        "program": __version__,
        "protocol": PROTOCOL_MAX,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "frozen": bool(getattr(sys, "frozen", False)),
        "unit": work.unit.code,
        "device": work.device,
        "role": work.person.role.value,
        "made_at": work.now.isoformat(),
        "forms": {key: work.catalogue.newest(key).version for key in work.catalogue.datasets()},
    }


def _counts(work: Work) -> dict[str, object]:
    session = work.session
    status = read_status(work)
    states = session.execute(select(OutboxRow.state, func.count().label("n")).group_by(OutboxRow.state))
    kinds = session.execute(select(RecordRow.dataset, func.count().label("n")).group_by(RecordRow.dataset))
    done = session.execute(select(AuditRow.action, func.count().label("n")).group_by(AuditRow.action))
    return {
        "records": status.records,
        "needs_you": status.needs_you,
        "last_contact_at": status.last_contact_at and status.last_contact_at.isoformat(),
        "outbox": {row.state: row.n for row in states},
        "records_by_dataset": {row.dataset: row.n for row in kinds},
        "batches": session.scalar(select(func.count()).select_from(BatchRow)),
        "receipts": session.scalar(select(func.count()).select_from(ReceiptRow)),
        "done": {row.action: row.n for row in done},
    }


def _contacts(work: Work) -> list[str]:
    """The latest contacts, oldest first: codes and numbers, no file names and no addresses."""
    rows = work.session.scalars(select(ContactJournalRow).order_by(ContactJournalRow.id.desc()).limit(MOST_CONTACTS))
    return [_line({"at": row.at.isoformat(), "code": row.code, **_numbers(row.params)}) for row in reversed(rows.all())]


def _numbers(params: Mapping[str, object]) -> dict[str, object]:
    return {name: params[name] for name in _COUNTED if isinstance(params.get(name), int | float)}


def _finding(text: str) -> str:
    """What a check found, without what stands in the rows."""
    kind, _, rest = text.partition(": ")
    return f"{kind}: {' '.join(re.findall(r'[0-9]+|page|row|tree|table|index|missing|malformed', rest))}"


def _update() -> str:
    try:
        return (machine_folder() / "current.json").read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return "{}"


def _written_down(logs: Path) -> dict[str, str]:
    """The logs of this machine and its crash files."""
    texts: dict[str, str] = {}
    for path in sorted(logs.glob("cdd-desktop.log*")):
        texts[f"logs/{path.name}"] = "\n".join(_own_lines(path))
    for path in sorted(logs.glob("crash-*.txt")):
        texts[f"logs/{path.name}"] = _text(path)
    return texts


def _own_lines(path: Path) -> list[str]:
    """What the program wrote; of tracebacks the kinds and places. The words of others could quote what people typed."""
    lines: list[str] = []
    for line in _text(path).splitlines():
        if (logged := _LOGGED.match(line)) is not None:
            lines.append(f"{logged[1]}: {' '.join(word[0] for word in _SAID.finditer(logged[2]))}")
        elif (place := _PLACE.match(line)) is not None:
            lines.append(f"  {place[1]}:{place[2]} {place[3]}")
        elif (kind := _KIND.match(line)) is not None:
            lines.append(kind[1])
    return lines


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
