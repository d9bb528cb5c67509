"""``cdd-desktop verify``, ``backup`` and ``restore``: looking after the store."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import choose_person, open_workplace, profile_of, read_password
from cdd_desktop.clock import BANGKOK, SystemClock
from cdd_desktop.operations.backup import make_backup
from cdd_desktop.operations.backup_file import read_backup
from cdd_desktop.operations.restore import Restorer, restore_backup

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds the three commands."""
    verify = subparsers.add_parser("verify", help="check every page of the store")
    verify.set_defaults(run=run_verify)
    backup = subparsers.add_parser("backup", help="write an encrypted copy of the store")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.set_defaults(run=run_backup)
    restore = subparsers.add_parser("restore", help="put a backup in the place of the store")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(run=run_restore)


def run_verify(args: argparse.Namespace) -> int:
    """Status 0 when all is well; else the findings on the error stream and status 1."""
    workplace = open_workplace(args)
    try:
        findings = workplace.store.verify()
    finally:
        workplace.close()
    for finding in findings:
        print(finding, file=sys.stderr)
    if not findings:
        print("ข้อมูลในเครื่องสมบูรณ์ / the store is intact")
    return 1 if findings else 0


def run_backup(args: argparse.Namespace) -> int:
    """Writes the backup, reads it back, and says where it is and what is in it."""
    workplace = open_workplace(args)
    try:
        made = make_backup(workplace, args.file)
    finally:
        workplace.close()
    print(f"สำรองและตรวจแล้ว / backed up and checked: {args.file}")
    print(f"รายการ / records: {made.records:,} · ยังไม่ได้ส่ง / not sent yet: {made.unsent:,}")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """Restores with the password of a person of the backup; says whose it is and what comes next."""
    info = read_backup(args.file)
    who = choose_person(info.people, args.person)
    restorer = Restorer(who.id, read_password(who))
    restore_backup(profile_of(args), args.file, restorer, clock=SystemClock())
    office = info.unit.office_th if info.unit is not None else ""
    day = info.made_at.astimezone(BANGKOK).isoformat(sep=" ", timespec="minutes")
    print(f"นำข้อมูลสำรองกลับมาแล้ว / restored: {args.file} · {office} {day}".rstrip())
    print(
        "ยังไม่ส่งอะไรจนกว่าจะยืนยันว่าเลิกใช้เครื่องเดิมแล้ว: sync --old-machine-retired / "
        "nothing is sent before you confirm that the old machine is not used any more: sync --old-machine-retired"
    )
    return 0
