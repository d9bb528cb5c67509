"""``cdd-desktop sync``: send what waits, receive what is new, and say how it went."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace, profile_of
from cdd_desktop.cli.texts import sentence
from cdd_desktop.clock import SystemClock
from cdd_desktop.errors import RefusedError, UserError
from cdd_desktop.operations.contact import read_line
from cdd_desktop.operations.restored import confirm_restored
from cdd_desktop.operations.stick import write_to
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.settings import load_settings
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.outcome import SyncOutcome, SyncProgress, SyncStep

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_SENTENCES = {
    "no-connection": "ติดต่อส่วนกลางไม่ได้ งานทั้งหมดยังอยู่ในเครื่องนี้ / Central cannot be reached; all work is here.",
    "connection-lost": "สัญญาณหลุดระหว่างส่ง ไม่มีข้อมูลใดหาย / The connection was lost on the way; nothing is lost.",
    "network-sign-in": "เครือข่ายนี้ให้ลงชื่อเข้าใช้ก่อน เปิดเว็บเบราว์เซอร์ลงชื่อเข้าใช้แล้วส่งใหม่ / This network wants a sign-in "
    "first: sign in with a web browser, then send again.",
    "not-central": "ปลายทางที่ตอบไม่ใช่ส่วนกลาง อาจเป็นหน้าลงชื่อเข้าใช้เครือข่าย / The answer is not central's; perhaps a "
    "network's sign-in page.",
    "not-trusted": "ตรวจใบรับรองของส่วนกลางไม่ผ่าน ยังไม่ได้ส่งอะไร / Central's certificate is not trusted; nothing was sent.",
    "login-refused": "ส่วนกลางไม่รับเครื่องนี้ ให้ติดต่อผู้ดูแลระบบ / Central does not accept this machine; ask its administrator.",
    "central-busy": "ส่วนกลางยังไม่พร้อม ลองใหม่ภายหลัง / Central is not ready; try again later.",
    "sync-stopped": "หยุดตามที่สั่ง / Stopped as asked.",
}


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser("sync", help="send what waits and receive what is new")
    parser.add_argument("--file", type=Path, metavar="F.cddbatch", help="write what waits into a file instead")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    parser.add_argument(
        "--old-machine-retired",
        action="store_true",
        help="after a restore: the machine the backup is of is not used any more",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when everything went through, 1 when it did not or a person has to decide something."""
    settings = load_settings(profile_of(args).settings)
    workplace = open_workplace(args)
    try:
        if args.old_machine_retired:
            workplace.do(confirm_restored)
        if args.file is not None:
            return _write(workplace, args)
        outcome = _contact(workplace, settings.proxy, quiet=args.json)
    finally:
        workplace.close()
    print(_as_json(outcome) if args.json else _as_lines(outcome))
    return 0 if outcome.ok and not outcome.needs_you else RefusedError.exit_status


def _write(workplace: Workplace, args: argparse.Namespace) -> int:
    """Everything without a receipt into one file; 0 once it lies there whole."""
    written = write_to(workplace, args.file)
    facts = {
        "file": str(written.path),
        "reports": written.file.reports,
        "certified": written.file.certified,
        "changes": written.file.saves,
        "bytes": len(written.file.data),
    }
    if args.json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        told = {"name": written.path.name, "reports": written.file.reports, "sent": f"{written.file.saves:,}"}
        print(sentence(UserError("file-written", **told)))
    return 0


def _contact(workplace: Workplace, proxy: str, *, quiet: bool) -> SyncOutcome:
    line = workplace.read(read_line)
    gateway = HttpGateway(line.addresses, trust=line.trust, proxy=proxy)

    def report(progress: SyncProgress) -> None:
        if not quiet and progress.step is SyncStep.SENDING:
            print(f"ชุดที่ / batch {progress.batch}: {progress.sent:,} / {progress.total:,}", file=sys.stderr)

    try:
        return SyncEngine(workplace, gateway, SystemClock()).run(threading.Event(), report)
    finally:
        gateway.close()


def _as_json(outcome: SyncOutcome) -> str:
    facts = {
        "code": outcome.code,
        "params": {name: str(value) for name, value in outcome.params.items()},
        "sent": outcome.sent,
        "batches": outcome.batches,
        "received": outcome.received,
        "left": outcome.left,
        "needs_you": outcome.needs_you,
    }
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _as_lines(outcome: SyncOutcome) -> str:
    lines = [
        f"ส่งแล้ว / sent: {outcome.sent:,}",
        f"รับมา / received: {outcome.received:,}",
        f"รอส่ง / waiting: {outcome.left:,}",
    ]
    if outcome.needs_you:
        lines.append(f"ต้องตัดสินใจ / needs you: {outcome.needs_you:,}")
    if not outcome.ok:
        known = _SENTENCES.get(outcome.code)
        lines.insert(0, known or sentence(UserError(outcome.code, **outcome.params)))
    return "\n".join(lines)
