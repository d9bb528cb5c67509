"""``cdd-desktop demo``: the sample province, ready to be looked at, with nothing to set up."""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.clock import BANGKOK, bangkok_day
from cdd_desktop.errors import BadRequestError
from cdd_desktop.periods.fiscal import check_fiscal_year, fiscal_year_of
from cdd_desktop.sync.address import checked_address

if TYPE_CHECKING:
    from cdd_desktop.demo import Demo
    from cdd_desktop.ui.program import DemoPerson

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

LABELS = {
    "officer": ("พัฒนากร อ.แม่ริม", "Officer, Mae Rim"),
    "head": ("พัฒนาการอำเภอแม่ริม", "Head, Mae Rim"),
    "provincial-officer": ("เจ้าหน้าที่ สพจ.เชียงใหม่", "Provincial officer"),
    "provincial-head": ("พัฒนาการจังหวัด", "Provincial head"),
    "department": ("กรมฯ", "Department"),
}
_STEPS = {
    "other-day": "นาฬิกาเริ่มต่างจากวันที่สร้างข้อมูลตัวอย่าง ใช้ --reset เพื่อสร้างใหม่สำหรับวันนั้น / The clock starts apart from "
    "the day the sample province was made for; --reset makes it anew for that day",
    "other-program": "ข้อมูลตัวอย่างนี้สร้างด้วยโปรแกรมรุ่นอื่น เก็บไว้ตามเดิม ใช้ --reset เพื่อสร้างใหม่ / Another version of the "
    "program made this sample province; it is kept, and --reset makes it anew",
    "province": "เตรียมจังหวัดตัวอย่าง ครั้งแรกใช้เวลาประมาณหนึ่งนาที / Making the sample province, once, about a minute",
    "stores": "ลงทะเบียนเครื่องตัวอย่างและรับข้อมูล / Enrolling the sample machines and fetching their data",
}


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    text = (
        "A sample province to look around in, with nothing to set up. It lies in a folder of its own, beside the "
        "program's data (CDD Desktop Demo), with the passwords of its people in passwords.json; a second visit goes on "
        "where the last one ended, until --reset makes the province anew."
    )
    short = "a sample province to look around in, with nothing to set up"
    parser = subparsers.add_parser("demo", help=short, description=text)
    parser.add_argument("--reset", action="store_true", help="make the sample province anew")
    parser.add_argument(
        "--now", metavar="INSTANT", default="", help="the time at which the clock begins (ISO 8601); the data stay"
    )
    parser.add_argument("--central", metavar="URL", default="", help="use a running central instead of an own one")
    parser.add_argument("--enrolments", type=Path, metavar="DIR", help="enrolment files of that central")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where the sample province lies")
    parser.add_argument("--prepare", action="store_true", help="make what is missing and end, without a window")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepares the province and opens the window on it; returns when that is closed."""
    from cdd_desktop import app, demo  # the window's libraries are loaded only when one is wanted

    wish = demo.DemoWish(
        folder=args.folder or demo.default_folder(),
        reset=args.reset,
        now=_instant(args.now),
        central=checked_address(args.central) if args.central else "",
        enrolments=args.enrolments,
    )
    if args.prepare:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # who stops it ends what it has started, too
        demo.prepare(wish, say_step).close()
        return 0
    app.check_display()
    prepared = demo.prepare(wish, say_step)
    try:
        return int(app.run_demo(people_of(prepared), prepared.clock))
    finally:
        prepared.close()


def say_step(step: str) -> None:
    """Tells the person at the console what takes so long."""
    print(_STEPS[step], file=sys.stderr, flush=True)


def people_of(prepared: Demo) -> list[DemoPerson]:
    """The people of the strip, in its order."""
    from cdd_desktop.ui.program import DemoPerson

    return [DemoPerson(*LABELS[user.role], user.profile, user.person_id, user.password) for user in prepared.people]


def _instant(text: str) -> datetime | None:
    """An instant, in Thailand's time when it names no zone. Raises ``BadRequestError("instant-unreadable")``."""
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError("instant-unreadable", text=text) from error
    instant = instant if instant.tzinfo else instant.replace(tzinfo=BANGKOK)
    check_fiscal_year(fiscal_year_of(bangkok_day(instant)))
    return instant
