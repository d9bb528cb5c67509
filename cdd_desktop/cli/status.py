"""``cdd-desktop status``: the office, its people and what waits to be sent."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace, password_at_hand, profile_of
from cdd_desktop.cli.texts import sentence
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.read_status import StoreStatus, read_status
from cdd_desktop.operations.slots import is_enrolled, people_on
from cdd_desktop.paths import Profile

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser("status", help="the office, its people and what waits to be sent")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints what is readable without a password and, with one, what the store holds.

    Raises ``BadRequestError("not-enrolled")`` for a profile that does not exist; only the usual one may be yet to come.
    """
    chosen = profile_of(args)
    if chosen.name != "default" and not chosen.folder.exists():
        raise BadRequestError("not-enrolled", profile=chosen.name)
    held: StoreStatus | None = None
    if is_enrolled(chosen) and password_at_hand():
        workplace = open_workplace(args)
        try:
            held = workplace.read(read_status)
        finally:
            workplace.close()
    print(_as_json(chosen, held) if args.json else _as_lines(chosen, held))
    return 0


def _as_json(chosen: Profile, held: StoreStatus | None) -> str:
    enrolled = is_enrolled(chosen)
    people = people_on(chosen) if enrolled else ()
    facts: dict[str, object] = {
        "profile": chosen.name,
        "enrolled": enrolled,
        "people": [
            {"name": person.name, "role": person.role.value, "first_use": person.first_use} for person in people
        ],
    }
    if held is not None:
        facts |= {
            "unit": held.unit,
            "office": held.office,
            "reports_from": held.reports_from.isoformat(),
            "records": held.records,
            "pending_changes": held.pending_changes,
            "needs_you": held.needs_you,
            "last_contact_at": held.last_contact_at.isoformat() if held.last_contact_at else None,
            "store_bytes": chosen.store.stat().st_size,
        }
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _as_lines(chosen: Profile, held: StoreStatus | None) -> str:
    if not is_enrolled(chosen):
        return f"{chosen.name}: {sentence(BadRequestError('not-enrolled', profile=chosen.name))}"
    lines = [f"{chosen.name}: " + ", ".join(person.name for person in people_on(chosen))]
    if held is None:
        lines.append("ใส่รหัสผ่านเพื่อดูรายละเอียด / sign in for more (CDD_PASSWORD, CDD_PASSWORD_FILE)")
        return "\n".join(lines)
    contact = held.last_contact_at.isoformat(timespec="minutes") if held.last_contact_at else "–"
    lines += [
        f"หน่วยรายงาน / unit: {held.unit} {held.office}",
        f"รายการในเครื่อง / records: {held.records:,}",
        f"รอส่ง / waiting to be sent: {held.pending_changes:,}",
        f"ต้องตัดสินใจ / needs you: {held.needs_you:,}",
        f"ติดต่อส่วนกลางล่าสุด / last contact: {contact}",
    ]
    return "\n".join(lines)
