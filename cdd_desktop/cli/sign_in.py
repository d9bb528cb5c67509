"""Who uses the command line: the person named, and a password from the environment, a file or a prompt."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from cdd_desktop.clock import Clock, SystemClock
from cdd_desktop.command_line import PASSWORD, PASSWORD_FILE
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.slots import SlotPerson, people_on
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile, profile


def profile_of(args: argparse.Namespace) -> Profile:
    """The profile the command line names."""
    return profile(args.profile)


def open_workplace(args: argparse.Namespace, clock: Clock | None = None) -> Workplace:
    """Signs in as ``args.person`` (or the only person there is) on ``args.profile``.

    Raises ``BadRequestError``: ``not-enrolled``, ``person-needed``, ``person-unknown``, ``password-needed``; and what
    ``operations.sign_in.sign_in`` raises.
    """
    chosen = profile_of(args)
    if not chosen.keys.exists():
        raise BadRequestError("not-enrolled", profile=chosen.name)
    who = choose_person(people_on(chosen), args.person)
    return sign_in(chosen, who.id, read_password(who), clock=clock or SystemClock())


def choose_person(people: tuple[SlotPerson, ...], named: str) -> SlotPerson:
    """The person of a name or id, or the only one."""
    if named:
        found = [person for person in people if named in (person.id, person.name)]
        if len(found) != 1:
            raise BadRequestError("person-unknown")
        return found[0]
    if len(people) != 1:
        raise BadRequestError("person-needed", names=", ".join(person.name for person in people))
    return people[0]


def read_password(who: SlotPerson) -> str:
    """From ``CDD_PASSWORD``, the file ``CDD_PASSWORD_FILE`` names, or a prompt; never from the command line."""
    if PASSWORD in os.environ:
        return os.environ[PASSWORD]
    if PASSWORD_FILE in os.environ:
        try:
            return Path(os.environ[PASSWORD_FILE]).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise BadRequestError("password-file-unreadable") from error
    if sys.stdin.isatty():
        return getpass.getpass(f"รหัสผ่านของ {who.name} / password: ")
    raise BadRequestError("password-needed")


def password_at_hand() -> bool:
    """Whether a password can be had without failing."""
    return PASSWORD in os.environ or PASSWORD_FILE in os.environ or sys.stdin.isatty()
