"""``cdd-central``: the administrator's commands. One line for every error, in Thai or English."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from cdd_desktop.central.commands import support as support_command
from cdd_desktop.central.commands import updates as updates_command
from cdd_desktop.central.commands.arguments import addresses_of, clock_of, day_of, new_password, person_of
from cdd_desktop.central.commands.configuration import ADDRESS_VARIABLE, Configuration, read_configuration
from cdd_desktop.central.commands.desk import add_desk_commands
from cdd_desktop.central.commands.keeping import add_keeping_commands
from cdd_desktop.central.desk.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.desk.published import note_published
from cdd_desktop.central.desk.publishing import PUBLISHED, propose, publish, read_text, withdrawal
from cdd_desktop.central.desk.work import add_person
from cdd_desktop.central.doors.log_lines import write_log_lines
from cdd_desktop.central.giving import commands as giving
from cdd_desktop.central.holding.books import DEFINITION, SCHEDULE
from cdd_desktop.central.keeping.setup import initialise, key_path, open_endpoint
from cdd_desktop.central.sentences.messages import sentence
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.serving.run import serve
from cdd_desktop.central.serving.workers import Opening, serve_together
from cdd_desktop.central.sync.by_file import make_packs, make_starts
from cdd_desktop.central.sync.received import take_in, write_parts, write_private
from cdd_desktop.central.tables.database import migrate, open_database
from cdd_desktop.central.tables.desk import AccountRow
from cdd_desktop.central.trust.accounts import give_account
from cdd_desktop.central.trust.audit import at_the_server
from cdd_desktop.central.trust.certificate import read_trust
from cdd_desktop.clock import bangkok_day
from cdd_desktop.command_line import OneLineParser, speak_utf8
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import DEPARTMENT, UnitLevel
from cdd_desktop.errors import BadRequestError, RefusedError, UserError
from cdd_desktop.geography import geography
from cdd_desktop.logs import write_crash
from cdd_desktop.periods.fiscal import check_fiscal_year, fiscal_year_of
from cdd_desktop.sync.address import checked_address
from cdd_desktop.sync.enrolment import encode_enrolment

CRASHED = 70
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 understood and refused, 2 the request makes no sense."""
    speak_utf8()
    try:
        configuration = read_configuration(os.environ)
    except UserError as error:
        print(sentence(error.code, _language(), error.params), file=sys.stderr)
        return error.exit_status
    options = _parser(configuration).parse_args(arguments)
    try:
        return options.run(options) or 0
    except UserError as error:
        print(sentence(error.code, options.language, error.params), file=sys.stderr)
        return error.exit_status
    except SQLAlchemyError:
        print(sentence("database-unreachable", options.language, {}), file=sys.stderr)
        return RefusedError.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last line of defence: one line, and a file that tells where
        place = write_crash(Path("cdd-central-logs"), error)
        print(f"{sentence('central-error', options.language, {})} ({place})", file=sys.stderr)
        return CRASHED


def _parser(configuration: Configuration) -> argparse.ArgumentParser:
    parser = OneLineParser(prog="cdd-central", description="The central endpoint of CDD Desktop.")
    parser.add_argument("--language", choices=("th", "en"), default=_language(), help="language of messages")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=OneLineParser)

    def command(name: str, text: str) -> OneLineParser:
        added = commands.add_parser(name, help=text, description=text)
        added.add_argument("--database", default=configuration.database, help="SQLite file or postgresql:// URL")
        added.add_argument("--keys", type=Path, default=configuration.keys, help="key file")
        added.set_defaults(run=_COMMANDS.get(name), configuration=configuration)
        return added

    beginning = command("init", "Create the database, the keys and the first administrator.")
    beginning.add_argument("--administrator", default="ผู้ดูแลระบบส่วนกลาง", metavar="NAME")
    beginning.add_argument("--login", default="admin", metavar="NAME", help="the name to sign in by")
    beginning.add_argument("--if-needed", action="store_true", help="a central that has one already is left as it is")
    beginning.add_argument("--now", metavar="INSTANT", help="take this instant for the present one")
    command("migrate", "Bring the database's tables to this program's version.")
    add_desk_commands(command)
    add_keeping_commands(command)
    _serving_options(command("serve", "Answer devices."), configuration)
    filling = command("demo-data", "Fill an empty central with a sample province.")
    filling.add_argument("--province", default="50", metavar="UNIT")
    filling.add_argument("--seed", type=int, default=1)
    filling.add_argument("--at", default="2018-03-18T08:40+07:00", metavar="INSTANT", help="until when the story goes")
    local = f"http://127.0.0.1:{configuration.port}"
    filling.add_argument("--address", default=local, metavar="URL", help="where devices reach central")
    filling.add_argument("--enrolments", type=Path, metavar="DIR", help="write enrolment files for three offices here")
    _publishing_commands(command)
    giving.add_commands(command)
    _file_commands(command)
    _enrol_command(command)
    return parser


def _enrol_command(command: Callable[[str, str], OneLineParser]) -> None:
    enrolling = command("enrol", "Write the enrolment file of an office.")
    enrolling.add_argument("unit", metavar="UNIT", help="code of the office")
    enrolling.add_argument("--out", type=Path, required=True, metavar="FILE.cddenrol")
    reached = f"where devices reach central; several are tried in turn (else {ADDRESS_VARIABLE})"
    enrolling.add_argument("--address", action="append", metavar="URL", help=reached)
    enrolling.add_argument("--trust", type=Path, metavar="FILE.pem", help="certificate that signs central's own")
    enrolling.add_argument("--start", type=Path, metavar="F.cddpack", help="all the office has, for the same stick")
    enrolling.add_argument("--person", action="append", metavar="NAME:role")
    enrolling.add_argument("--reports-from", metavar="DATE", help="first day of the office's duty")
    enrolling.add_argument("--now", metavar="INSTANT", help="take this instant for the present one")


def _serving_options(serving: OneLineParser, configuration: Configuration) -> None:
    serving.add_argument("--host", default=configuration.host)
    serving.add_argument("--port", type=int, default=configuration.port, help="8440; 0 takes a free port")
    serving.add_argument("--workers", type=int, default=configuration.workers, help="processes that answer; 1")
    serving.add_argument("--now", metavar="INSTANT", help="start the clock at this instant")
    serving.add_argument("--frozen", action="store_true", help="keep the clock standing at --now")
    serving.add_argument("--with-stdin", action="store_true", help="stop when the standard input closes")


def _publishing_commands(command: Callable[[str, str], OneLineParser]) -> None:
    for kind, what in PUBLISHED.items():
        publishing = command(f"publish-{what}", f"Check a {what} file, show what it changes, and publish it.")
        publishing.add_argument("file", type=Path, metavar="FILE.json")
        withdrawing = command(f"withdraw-{what}", f"Take the newest {what} back: the one before, as the next number.")
        withdrawing.add_argument("key", metavar={DEFINITION: "DATASET", SCHEDULE: "YEAR"}.get(kind, "holidays"))
        for parser in (publishing, withdrawing):
            parser.add_argument("--yes", action="store_true", help="publish; without it the difference is only shown")
            parser.add_argument("--reason", default="", help="why; stands in the audit trail")
            parser.add_argument("--now", metavar="INSTANT", help="take this instant for the present one")
            parser.set_defaults(kind=kind, run=_publish)


def _file_commands(command: Callable[[str, str], OneLineParser]) -> None:
    taking = command("receive", "Take in files that came on a stick.")
    taking.add_argument("files", nargs="+", type=Path, metavar="F.cddbatch")
    taking.add_argument("--out", type=Path, metavar="DIR", help="where the receipts go (else beside each file)")
    packing = command("pack", "Write what is new for an office into a file for its machines.")
    packing.add_argument("unit", metavar="UNIT", help="code of the office")
    packing.add_argument("--out", type=Path, required=True, metavar="F.cddpack")
    updates_command.add_actions(command("updates", "The program's versions: make, publish, hold, stage, carry."))
    command("support", "Say what a machine's file for the administrator holds.").add_argument("file", type=Path)
    for parser in (taking, packing):
        parser.add_argument("--now", metavar="INSTANT", help="take this instant for the present one")


def _language() -> str:
    chosen = os.environ.get("LANGUAGE") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "th" if chosen.lower().startswith("th") else "en"


def _init(options: argparse.Namespace) -> None:
    """Database, keys and the first administrator; the password is shown this once if it was made here."""
    database, keys = initialise(options.database, options.keys)
    try:
        with database.read() as session:
            begun = session.scalar(select(AccountRow.person).limit(1)) is not None
        if begun and options.if_needed:
            return
        if begun:
            raise RefusedError("central-begun")
        clock = clock_of(options.now, frozen=True)
        password, made = new_password("รหัสผ่าน / password: ")
        with database.write() as session:
            first = NewPerson(options.administrator.strip() or options.login, Role.ADMINISTRATOR)
            administrator = add_person(session, clock, DEPARTMENT, first)
            give_account(session, administrator, options.login, password, clock.now())
    finally:
        database.close()
    print(f"database  {options.database if '://' not in options.database else '(server)'}")
    print(f"keys      {key_path(options.database, options.keys)}")
    print(f"signing   {keys.signing_key}")
    print(f"sealing   {keys.sealing_key}")
    print(f"login     {options.login}")
    if made:
        print(f"password  {password}")


def _migrate(options: argparse.Namespace) -> None:
    database = open_database(options.database)
    try:
        before, after = migrate(database)
    finally:
        database.close()
    print(f"{before or '-'} -> {after}")


def _serve(options: argparse.Namespace) -> None:
    if "://" not in options.database and not Path(options.database).exists():
        initialise(options.database, options.keys)[0].close()
    configuration, clock = options.configuration, clock_of(options.now, frozen=options.frozen)
    if options.workers > 1:
        limits = configuration.limits.divided(options.workers)
        opening = Opening(options.database, options.keys, clock, limits, configuration.log)
        serve_together(opening, options.workers, options.host, options.port, with_stdin=options.with_stdin)
        return
    endpoint = open_endpoint(options.database, clock, options.keys)
    write_log_lines(sys.stderr, configuration.log)
    serve(endpoint, options.host, options.port, configuration.limits, with_stdin=options.with_stdin)


def _enrol(options: argparse.Namespace) -> None:
    office = Office(
        unit=options.unit,
        addresses=addresses_of(options.address, options.configuration),
        people=tuple(person_of(text) for text in options.person or ()),
        reports_from=day_of(options.reports_from),
        trust=read_trust(options.trust),
    )
    endpoint = open_endpoint(options.database, clock_of(options.now, frozen=True), options.keys)
    try:
        with endpoint.database.write() as session:
            enrolment = make_enrolment(session, endpoint.keys, endpoint.clock, office)
            write_private(options.out, encode_enrolment(enrolment))
        if options.start is not None:
            write_parts(options.start, make_starts(endpoint, enrolment.unit, enrolment.code))
    finally:
        endpoint.database.close()
    print(f"{options.out}  {enrolment.unit}  {enrolment.expires_on}")
    for person in enrolment.people:
        print(f"{person.pin}  {person.role}  {person.name}")


def _demo_data(options: argparse.Namespace) -> None:
    from cdd_desktop.central.demo.province import DemoPlan, fill  # the samples are of no use to any other command

    at = clock_of(options.at, frozen=True).now()
    check_fiscal_year(fiscal_year_of(bangkok_day(at)) - 1)  # the story begins a year before
    if geography().unit(options.province).level is not UnitLevel.PROVINCE:
        raise BadRequestError("province-needed", unit=options.province)
    _make_folder(options.enrolments)
    plan = DemoPlan(options.province, options.seed, at, checked_address(options.address))
    database, keys = initialise(options.database, options.keys)
    try:
        enrolments = fill(database, keys, plan)
    finally:
        database.close()
    if options.enrolments:
        for unit, enrolment in enrolments.items():
            write_private(options.enrolments / f"{unit}.cddenrol", encode_enrolment(enrolment))


def _receive(options: argparse.Namespace) -> int:
    """One line a file. 1 when a file was refused; the others are taken all the same."""
    _make_folder(options.out)
    endpoint = open_endpoint(options.database, clock_of(options.now, frozen=True), options.keys)
    refused = 0
    try:
        for path in options.files:
            try:
                print(take_in(endpoint, path, options.out))
            except (UserError, ProblemError) as error:
                refused += 1
                reason = sentence(error.code, options.language, error.params)
                print(f"{path}: {reason} ({error.code})", file=sys.stderr)
    finally:
        endpoint.database.close()
    return RefusedError.exit_status if refused else 0


def _pack(options: argparse.Namespace) -> None:
    unit = geography().unit(options.unit).code
    endpoint = open_endpoint(options.database, clock_of(options.now, frozen=True), options.keys)
    try:
        written = write_parts(options.out, make_packs(endpoint, unit))
    finally:
        endpoint.database.close()
    for path in written:
        print(f"{path}  {unit}")


def _publish(options: argparse.Namespace) -> None:
    """Prove, show, and with ``--yes`` publish a file; of ``withdraw-…`` the file is the one before."""
    endpoint = open_endpoint(options.database, clock_of(options.now, frozen=True), options.keys)
    try:
        with endpoint.database.write() as session:
            books = endpoint.books(session)
            withdrawn = options.command.startswith("withdraw")
            body = withdrawal(books, options.kind, options.key) if withdrawn else read_text(options.file)
            proposal = propose(session, books, options.kind, body)
            print("\n".join(proposal.difference))
            if not options.yes:
                print(sentence("publish-shown", options.language, {}))
                return
            better = publish(session, books, proposal, endpoint.clock.now())
            note_published(session, endpoint.clock, proposal, at_the_server(), options.reason)
    finally:
        endpoint.database.close()
    file = proposal.file
    print(sentence("publish-done", options.language, {"key": file.key, "number": file.number, "better": better}))


_COMMANDS = {
    "init": _init,
    "serve": _serve,
    "migrate": _migrate,
    "enrol": _enrol,
    "receive": _receive,
    "pack": _pack,
    "demo-data": _demo_data,
    **giving.COMMANDS,
    "updates": updates_command.run,
    "support": support_command.run,
}


def _make_folder(path: Path | None) -> None:
    try:
        if path is not None:
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError("out-unwritable", path=str(path)) from error


if __name__ == "__main__":
    sys.exit(main())
