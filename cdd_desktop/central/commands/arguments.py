"""Words of the command line as values: instants, days, people, addresses, and passwords that are never among them."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from cdd_desktop.central.commands.configuration import ADDRESS_VARIABLE, Configuration
from cdd_desktop.central.desk.enrolments import NewPerson
from cdd_desktop.central.trust.accounts import make_code
from cdd_desktop.clock import BANGKOK, Clock, FixedClock, ShiftedClock, SystemClock
from cdd_desktop.command_line import PASSWORD, PASSWORD_FILE
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError
from cdd_desktop.periods.fiscal import check_fiscal_year, fiscal_year_of
from cdd_desktop.sync.address import checked_address


def clock_of(now: str | None, *, frozen: bool) -> Clock:
    """The system's clock, or one that begins (``frozen``: stands) at an instant."""
    if now is None:
        return SystemClock()
    try:
        instant = datetime.fromisoformat(now)
    except ValueError as error:
        raise BadRequestError("instant-unreadable", text=now) from error
    instant = instant if instant.tzinfo else instant.replace(tzinfo=BANGKOK)
    return FixedClock(instant) if frozen else ShiftedClock(instant, SystemClock())


def day_of(text: str | None) -> date | None:
    """A day of a fiscal year we know; None for none."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError("day-unreadable", text=text) from error
    check_fiscal_year(fiscal_year_of(day))
    return day


def person_of(text: str) -> NewPerson:
    """``NAME:role``. Raises ``BadRequestError("person-unreadable")``."""
    name, _, role = text.rpartition(":")
    if not name.strip() or role not in {known.value for known in Role}:
        raise BadRequestError("person-unreadable", text=text, roles=", ".join(known.value for known in Role))
    return NewPerson(name.strip(), Role(role))


def addresses_of(given: Sequence[str] | None, configuration: Configuration) -> tuple[str, ...]:
    """Nobody guesses where central is: an office with a wrong address would never send anything."""
    named = tuple(checked_address(text) for text in given or ()) or configuration.addresses
    if not named:
        raise BadRequestError("address-needed", variable=ADDRESS_VARIABLE)
    return named


def new_password(prompt: str) -> tuple[str, bool]:
    """A password from ``CDD_PASSWORD``, the file ``CDD_PASSWORD_FILE`` names or a prompt, else (and for an empty line)
    one made here; and whether it was made here and has to be shown. Raises ``BadRequestError``:
    ``password-file-unreadable``, ``password-twice``."""
    if PASSWORD in os.environ:
        return os.environ[PASSWORD], False
    if PASSWORD_FILE in os.environ:
        try:
            return Path(os.environ[PASSWORD_FILE]).read_text(encoding="utf-8").rstrip("\r\n"), False
        except (OSError, UnicodeDecodeError) as error:
            raise BadRequestError("password-file-unreadable") from error
    typed = getpass.getpass(prompt) if sys.stdin.isatty() else ""
    if not typed:
        return make_code(4, 4), True
    if getpass.getpass(f"{prompt}(2) ") != typed:
        raise BadRequestError("password-twice")
    return typed, False
