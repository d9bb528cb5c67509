"""The administrator's commands about people, machines, codes and the audit trail."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyrage
from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.commands.arguments import addresses_of, clock_of, new_password, person_of
from cdd_desktop.central.desk.codes import OfficeCode, make_office_codes, office_list, read_offices, withdraw_codes
from cdd_desktop.central.desk.enrolments import CODE_DAYS, Office
from cdd_desktop.central.desk.publishing import read_text
from cdd_desktop.central.desk.work import add_person, end_person, revoke_device
from cdd_desktop.central.keeping.setup import open_endpoint
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.sync.received import read_file, write_private
from cdd_desktop.central.tables.database import open_database
from cdd_desktop.central.tables.rows import DeviceRow, EnrolmentCodeRow, PersonRow
from cdd_desktop.central.trust.accounts import give_account, make_code
from cdd_desktop.central.trust.audit import at_the_server, note, read_audit
from cdd_desktop.central.trust.certificate import read_trust
from cdd_desktop.command_line import OneLineParser
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.geography import geography
from cdd_desktop.sync.letters import LETTER_COLUMNS
from cdd_desktop.sync.recovery import read_request, seal_answer

Command = Callable[[str, str], OneLineParser]
_Run = Callable[[argparse.Namespace], None]


def add_desk_commands(command: Command) -> None:
    """``people``, ``devices``, ``codes`` and ``audit``, each with its verbs; without one it lists."""
    _people(command("people", "The people central knows: list, add, end, password, recover."))
    _devices(command("devices", "The enrolled machines: list, revoke."))
    _codes(command("codes", "Enrolment codes that are typed into the program: offices, make, list, withdraw."))
    audit = command("audit", "Who did what at central, newest first.")
    audit.add_argument("--unit", default=DEPARTMENT, help="an office and those below it")
    audit.add_argument("--last", type=int, default=50, metavar="N")
    audit.set_defaults(run=_audit)


def _people(parser: OneLineParser) -> None:
    verb = _verbs(parser, _list_people)
    verb("list", _list_people).add_argument("--unit", default=DEPARTMENT)
    adding = verb("add", _add_person)
    adding.add_argument("unit", metavar="UNIT")
    adding.add_argument("person", metavar="NAME:role")
    verb("end", _end_person).add_argument("id", metavar="ID")
    giving = verb("password", _give_password)
    giving.add_argument("id", metavar="ID")
    giving.add_argument("--login", required=True, metavar="NAME", help="the name to sign in by")
    recovering = verb("recover", _recover)
    recovering.add_argument("file", type=Path, metavar="FILE.cddrecover", help="from the machine, whose person forgot")
    recovering.add_argument("--out", type=Path, required=True, metavar="FILE.cddrecovered")


def _devices(parser: OneLineParser) -> None:
    verb = _verbs(parser, _list_devices)
    verb("list", _list_devices).add_argument("--unit", default=DEPARTMENT)
    verb("revoke", _revoke).add_argument("id", metavar="ID")


def _codes(parser: OneLineParser) -> None:
    verb = _verbs(parser, _list_codes)
    verb("list", _list_codes).add_argument("--unit", default=DEPARTMENT)
    verb("offices", _offices).add_argument("--out", type=Path, required=True, metavar="OFFICES.csv")
    making = verb("make", _make_codes)
    making.add_argument("file", type=Path, metavar="OFFICES.csv")
    making.add_argument("--out", type=Path, required=True, metavar="CODES.csv")
    making.add_argument("--address", action="append", metavar="URL", help="where devices reach central")
    making.add_argument("--trust", type=Path, metavar="FILE.pem", help="certificate that signs central's own")
    making.add_argument("--days", type=int, choices=range(1, 366), default=CODE_DAYS, metavar="1-365")
    verb("withdraw", _withdraw).add_argument("unit", metavar="UNIT")


def _verbs(parser: OneLineParser, without: _Run) -> Callable[[str, _Run], OneLineParser]:
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=False, parser_class=OneLineParser)
    parser.set_defaults(run=without, unit=DEPARTMENT, now=None)

    def add(name: str, run: _Run) -> OneLineParser:
        added = verbs.add_parser(name)
        added.add_argument("--now", metavar="INSTANT", help="take this instant for the present one")
        added.set_defaults(run=run)
        return added

    return add


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple[Endpoint, Session]]:
    """Central and one writing transaction."""
    endpoint = open_endpoint(options.database, clock_of(options.now, frozen=True), options.keys)
    try:
        with endpoint.database.write() as session:
            yield endpoint, session
    finally:
        endpoint.database.close()


@contextmanager
def _looking(options: argparse.Namespace) -> Iterator[Session]:
    """The database alone: what is only listed needs no keys and stops nobody who writes."""
    database = open_database(options.database)
    try:
        with database.read() as session:
            yield session
    finally:
        database.close()


def _area(options: argparse.Namespace) -> str:
    unit = geography().unit(options.unit).code
    return "%" if unit == DEPARTMENT else f"{unit}%"


# --- people and machines ---------------------------------------------------------------------------------------------


def _list_people(options: argparse.Namespace) -> None:
    with _looking(options) as session:
        query = select(PersonRow).where(PersonRow.unit.like(_area(options)))
        for row in session.scalars(query.order_by(PersonRow.unit, PersonRow.role, PersonRow.name)):
            print(f"{row.unit:4}  {row.role:18}  {'active' if row.active else 'ended':6}  {row.id}  {row.name}")


def _add_person(options: argparse.Namespace) -> None:
    with _opened(options) as (endpoint, session):
        row = add_person(session, endpoint.clock, geography().unit(options.unit).code, person_of(options.person))
        print(f"{row.unit}  {row.role}  {row.id}  {row.name}")


def _known(session: Session, person: str) -> PersonRow:
    row = session.get(PersonRow, person)
    if row is None:
        raise BadRequestError("person-not-here")
    return row


def _end_person(options: argparse.Namespace) -> None:
    with _opened(options) as (endpoint, session):
        row = _known(session, options.id)
        end_person(session, row, endpoint.clock)
        print(f"{row.unit}  {row.role}  ended  {row.id}")


def _give_password(options: argparse.Namespace) -> None:
    with _opened(options) as (endpoint, session):
        row = _known(session, options.id)
        if not row.active:
            raise BadRequestError("person-ended")
        password, made = new_password("รหัสผ่าน / password: ")
        give_account(session, row, options.login, password, endpoint.clock.now())
        note(session, endpoint.clock, at_the_server(), "password-given", unit=row.unit, person=row.id)
        print(f"login     {options.login}")
        if made:
            print(f"password  {password}")


def _recover(options: argparse.Namespace) -> None:
    """Open the key a machine has sealed for central, and close it again under a code that is shown this once."""
    request = read_request(read_file(options.file))
    with _opened(options) as (endpoint, session):
        row = _known(session, request.person)
        if not row.active:
            raise BadRequestError("person-ended")
        try:
            key = bytes(pyrage.decrypt(request.sealed, endpoint.keys.openers))
        except pyrage.DecryptError as error:
            raise RefusedError("recovery-not-for-us") from error
        code = make_code(4)
        write_private(options.out, seal_answer(key, row.id, code))
        note(session, endpoint.clock, at_the_server(), "key-recovered", unit=row.unit, person=row.id)
        print(f"{row.unit}  {row.role}  {row.name}")
        print(f"code      {code}")


def _list_devices(options: argparse.Namespace) -> None:
    with _looking(options) as session:
        query = select(DeviceRow).where(DeviceRow.unit.like(_area(options)))
        for row in session.scalars(query.order_by(DeviceRow.unit, DeviceRow.enrolled_at)):
            state = f"revoked {row.revoked_at}" if row.revoked_at else f"last {row.last_contact_at or '-'}"
            print(f"{row.unit:4}  {row.id}  {row.app:10}  {state}")


def _revoke(options: argparse.Namespace) -> None:
    with _opened(options) as (endpoint, session):
        row = session.get(DeviceRow, options.id)
        if row is None:
            raise BadRequestError("device-not-here")
        revoke_device(session, row, endpoint.clock)
        print(f"{row.unit}  {row.id}  revoked {row.revoked_at}")


# --- codes -----------------------------------------------------------------------------------------------------------


def _offices(options: argparse.Namespace) -> None:
    write_private(options.out, office_list().encode("utf-8-sig"))
    print(options.out)


def _make_codes(options: argparse.Namespace) -> None:
    """All offices of a CSV in one transaction; the codes are in the file before they are in the database."""
    reached = Office("", addresses_of(options.address, options.configuration), trust=read_trust(options.trust))
    offices = read_offices(read_text(options.file), reached)
    with _opened(options) as (endpoint, session):
        made = make_office_codes(session, endpoint.clock, offices, days=options.days)
        write_private(options.out, _letter_lines(made, reached.addresses[0]).encode("utf-8-sig"))
    print(f"{options.out}  {len(made)}")


def _letter_lines(made: list[OfficeCode], address: str) -> str:
    """What ``cdd-desktop letters`` prints: a line for each person an office's code lets in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LETTER_COLUMNS)
    for one in made:
        for person in one.people:
            writer.writerow([one.unit, address, one.code, one.expires_on, person.role, person.name, person.pin])
    return out.getvalue()


def _list_codes(options: argparse.Namespace) -> None:
    with _looking(options) as session:
        query = select(EnrolmentCodeRow).where(EnrolmentCodeRow.unit.like(_area(options)))
        for row in session.scalars(query.order_by(EnrolmentCodeRow.unit, EnrolmentCodeRow.created_at)):
            state = "withdrawn" if row.withdrawn_at else "used" if row.used_at else "open"
            print(f"{row.unit:4}  {row.created_at[:10]}  {row.expires_on}  {state}")


def _withdraw(options: argparse.Namespace) -> None:
    with _opened(options) as (endpoint, session):
        unit = geography().unit(options.unit).code
        print(f"{unit}  {withdraw_codes(session, endpoint.clock, unit)}")


def _audit(options: argparse.Namespace) -> None:
    unit = geography().unit(options.unit).code
    with _looking(options) as session:
        for row in read_audit(session, "" if unit == DEPARTMENT else unit, "", max(1, options.last)):
            told = "  ".join(f"{name}={value}" for name, value in row.details.items())
            print(f"{row.at}  {row.what:16}  {row.unit:4}  {row.who}  {told}")
