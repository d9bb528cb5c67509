"""What the administrator keeps by: ``backup``, ``restore``, ``verify``, ``figures``, ``tidy``, ``data``, ``keys``."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cdd_desktop.central.commands.arguments import clock_of
from cdd_desktop.central.figures.figuring import catch_up, throw_away, units_left
from cdd_desktop.central.keeping.backup import check_backup, restore_backup, write_backup
from cdd_desktop.central.keeping.data_subjects import erase_person, export_person, find_person, read_number
from cdd_desktop.central.keeping.resealing import reseal
from cdd_desktop.central.keeping.setup import change_keys, key_path, open_endpoint
from cdd_desktop.central.keeping.soundness import check_all
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.sync.received import write_private
from cdd_desktop.central.tables.desk import SignInRow
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import BatchRow, BlobPartRow, DeviceRow, EnrolmentCodeRow
from cdd_desktop.central.trust.audit import at_the_server, note
from cdd_desktop.central.trust.keys import load_keys
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import Clock
from cdd_desktop.command_line import OneLineParser
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import BadRequestError

Command = Callable[[str, str], OneLineParser]
CITIZEN_ID = "CDD_CITIZEN_ID"
LEAST_DAYS = 400  # a stored answer is kept at least so long (docs/sync.md)


def add_keeping_commands(command: Command) -> None:
    """Adds the commands and their arguments."""
    backing = command("backup", "Write a copy of everything while central serves.")
    backing.add_argument("file", type=Path, metavar="FILE.cddcentral")
    backing.set_defaults(run=_backup)
    restoring = command("restore", "Make an empty database the one of a backup, under a new epoch.")
    restoring.add_argument("file", type=Path, metavar="FILE.cddcentral")
    restoring.set_defaults(run=_restore)
    command("verify", "Whether everything central holds is whole.").set_defaults(run=_verify)
    figuring = command("figures", "Work out the figures of lists that still want it.")
    figuring.add_argument(
        "--anew", action="store_true", help="throw all of them away first; dashboards have none meanwhile"
    )
    figuring.set_defaults(run=_figures)
    tidying = command("tidy", "Throw away what has served its time: old sign-ins, codes, stored answers, half photos.")
    tidying.add_argument("--days", type=int, default=LEAST_DAYS, metavar=f"{LEAST_DAYS}-")
    tidying.set_defaults(run=_tidy)
    subject = command("data", f"A person's data by citizen id (asked for, or in {CITIZEN_ID}): find, export, erase.")
    subject.add_argument("verb", choices=("find", "export", "erase"))
    subject.add_argument("--reason", required=True, help="why; stands in the audit trail")
    subject.add_argument("--out", type=Path, metavar="FILE.json", help="where an export goes")
    subject.add_argument("--yes", action="store_true", help="erase; without it only what would be erased is shown")
    subject.set_defaults(run=_data)
    keys = command("keys", "Central's keys: show, change for new ones, seal with the newest what older ones sealed.")
    keys.add_argument("verb", nargs="?", default="show", choices=("show", "rotate", "reseal"))
    keys.set_defaults(run=_keys)
    for parser in (backing, tidying, subject, keys):
        parser.add_argument("--now", metavar="INSTANT", help="take this instant for the present one")


def _open(options: argparse.Namespace) -> Endpoint:
    return open_endpoint(options.database, clock_of(options.now, frozen=True), options.keys)


def _backup(options: argparse.Namespace) -> None:
    endpoint = _open(options)
    try:
        done = write_backup(endpoint.database, options.file, endpoint.clock.now())
        with endpoint.database.write() as session:
            note(session, endpoint.clock, at_the_server(), "backup", unit=DEPARTMENT, rows=done.rows)
    finally:
        endpoint.database.close()
    check_backup(options.file)
    print(f"{options.file}  {done.rows}")


def _restore(options: argparse.Namespace) -> None:
    keys = load_keys(key_path(options.database, options.keys))
    done = restore_backup(options.file, options.database, keys, str(uuid4()))
    print(f"{done.at}  {done.rows}")


def _verify(options: argparse.Namespace) -> int:
    endpoint = open_endpoint(options.database, clock_of(None, frozen=False), options.keys)
    try:
        with endpoint.database.read() as session:
            sound = check_all(session, Vault(endpoint.keys), endpoint.books(session))
    finally:
        endpoint.database.close()
    for fault in sound.faults:
        print(fault, file=sys.stderr)
    print(f"{sound.looked_at}  {len(sound.faults)}")
    return 1 if sound.faults else 0


def _figures(options: argparse.Namespace) -> None:
    endpoint = open_endpoint(options.database, clock_of(None, frozen=False), options.keys)
    database, count = endpoint.database, 0
    try:
        if options.anew:
            with database.write() as session:
                throw_away(session)
        with database.read() as session:
            units = units_left(session)
        for unit in units:
            done = 1
            while done:
                done = catch_up(database, Vault(endpoint.keys), endpoint.books, unit)
                count += done
    finally:
        database.close()
    print(count)


def _tidy(options: argparse.Namespace) -> None:
    if options.days < LEAST_DAYS:
        raise BadRequestError("tidy-days", least=LEAST_DAYS)
    endpoint = _open(options)
    try:
        with endpoint.database.write() as session:
            count = tidy(session, endpoint.clock.now() - timedelta(days=options.days))
            note(session, endpoint.clock, at_the_server(), "tidied", unit=DEPARTMENT, count=count, days=options.days)
    finally:
        endpoint.database.close()
    print(count)


def tidy(session: Session, before: datetime) -> int:
    """Throw away what ended before an instant. Records, changes, certifications and the trail are for ever."""
    moment = to_text(before)
    used = select(DeviceRow.code_hash)
    unused = EnrolmentCodeRow.expires_on < moment[:10], EnrolmentCodeRow.code_hash.not_in(used)
    done = [
        session.execute(delete(SignInRow).where(SignInRow.expires_at < moment)),
        session.execute(delete(EnrolmentCodeRow).where(*unused)),
        session.execute(delete(BatchRow).where(BatchRow.received_at < moment)),
        session.execute(delete(BlobPartRow).where(BlobPartRow.at < moment)),
    ]
    return sum(result.rowcount for result in done)  # type: ignore[attr-defined]


def _keys(options: argparse.Namespace) -> None:
    """Show, after what was asked: number and beginning of the present keys, and their public halves."""
    endpoint = _open(options)
    try:
        keys = endpoint.keys
        if options.verb == "rotate":
            keys = change_keys(endpoint, key_path(options.database, options.keys))
        if options.verb == "reseal":
            print(f"resealed  {reseal(endpoint.database, Vault(keys))}")
    finally:
        endpoint.database.close()
    print(f"number    {keys.lineage.number}  {keys.words[-1].at if keys.words else ''}".rstrip())
    print(f"signing   {keys.signing_key}")
    print(f"sealing   {keys.sealing_key}")


def _data(options: argparse.Namespace) -> None:
    if options.verb == "export" and options.out is None:
        raise BadRequestError("data-out-needed")
    if not options.reason.strip():
        raise BadRequestError("reason-needed")
    number = read_number(_asked())
    endpoint = _open(options)
    try:
        with endpoint.database.write() as session:
            _look_up(session, endpoint, number, options)
    finally:
        endpoint.database.close()


def _look_up(session: Session, endpoint: Endpoint, number: str, options: argparse.Namespace) -> None:
    """Find, and do what was asked. Every look is in the trail, with the keyed hash of the number."""
    vault, clock = Vault(endpoint.keys), endpoint.clock
    found = find_person(session, vault, number)
    subject = vault.hash(number.encode())
    for row in found.records:
        print(f"{row.unit:4}  {row.dataset:20}  {row.period:10}  {row.id}")
    for head, entry in found.entries:
        print(f"{head.unit:4}  {head.dataset:20}  {head.period:10}  {entry.record}  {head.certified_at}")
    erasing = options.verb == "erase" and options.yes
    if options.verb == "export":
        write_private(options.out, export_person(vault, found))
    if erasing:
        erase_person(session, vault, found)
    _note(session, clock, options, {"records": len(found.ids), "subject": subject, "erased": erasing})


def _note(session: Session, clock: Clock, options: argparse.Namespace, details: dict[str, object]) -> None:
    what = f"data-{options.verb}"
    note(session, clock, at_the_server(), what, unit=DEPARTMENT, reason=options.reason.strip(), **details)


def _asked() -> str:
    """The number never stands on the command line, where others could read it."""
    if CITIZEN_ID in os.environ:
        return os.environ[CITIZEN_ID]
    if sys.stdin.isatty():
        return getpass.getpass("เลขประจำตัวประชาชน / citizen id: ")
    return sys.stdin.readline()
