"""The commands that give data on: ``export``, ``views`` and ``xlsforms``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from cdd_desktop.central.giving.files import write_file
from cdd_desktop.central.giving.reading import Wanted, note_export, read_rows
from cdd_desktop.central.giving.table import find_table
from cdd_desktop.central.giving.upload_layout import lay_out, read_layout
from cdd_desktop.central.giving.views import make_views
from cdd_desktop.central.keeping.setup import open_endpoint
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.trust.audit import at_the_server
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import SystemClock, bangkok_day
from cdd_desktop.command_line import OneLineParser
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.exchange.xlsform import write_xlsforms
from cdd_desktop.geography import geography


def add_commands(command: Callable[[str, str], OneLineParser]) -> None:
    exporting = command("export", "Write a table of what central holds: .csv, .xlsx or .parquet by the file's name.")
    exporting.add_argument("dataset", metavar="DATASET")
    exporting.add_argument("out", type=Path, metavar="FILE")
    exporting.add_argument("--table", default="", metavar="NAME", help="kind of record (else what offices report)")
    exporting.add_argument("--period", default="", metavar="PERIOD", help="only this reporting period, as 2561-q2")
    exporting.add_argument("--area", default="00", metavar="UNIT", help="only this office and what lies in its area")
    exporting.add_argument("--layout", type=Path, metavar="FILE.json", help="columns of the centre's own upload")
    exporting.add_argument("--citizen-ids", action="store_true", help="in full; needs --reason")
    exporting.add_argument("--reason", default="", help="why citizen ids are needed; stands in the audit trail")
    viewing = command("views", "Make the read-only SQL views for BI tools anew.")
    viewing.add_argument("--reader", default="", metavar="ROLE", help="PostgreSQL role that may read them")
    forms = command("xlsforms", "Write every form as XLSForm, for ODK and Kobo.")
    forms.add_argument("out", type=Path, metavar="FOLDER")


def export(options: argparse.Namespace) -> None:
    if options.citizen_ids and not options.reason.strip():
        raise BadRequestError("reason-needed")
    endpoint = open_endpoint(options.database, SystemClock(), options.keys)
    try:
        rows = _export(endpoint, options)
    except OSError as error:
        raise RefusedError("out-unwritable", path=str(options.out)) from error
    finally:
        endpoint.database.close()
    print(f"{options.out}  {rows}")


def _export(endpoint: Endpoint, options: argparse.Namespace) -> int:
    wanted = Wanted(geography().unit(options.area).code, options.period, options.citizen_ids)
    layout = read_layout(options.layout) if options.layout else None
    with endpoint.database.write() as session:
        books = endpoint.books(session)
        if options.period:
            books.calendar.window(options.dataset, options.period)
        table = find_table(books.catalogue.newest(options.dataset), options.table)
        laid_out = lay_out(layout, table) if layout else None
        note_export(session, endpoint.clock, at_the_server(), table, wanted, options.reason)
    with endpoint.database.read() as session:
        rows = read_rows(session, Vault(endpoint.keys), table, wanted)
        if laid_out is None:
            return write_file(options.out, table.title, table.all_columns, rows)
        return write_file(options.out, table.title, laid_out.columns, laid_out.rows(rows))


def views(options: argparse.Namespace) -> None:
    endpoint = open_endpoint(options.database, SystemClock(), options.keys)
    try:
        with endpoint.database.write() as session:
            made = make_views(session, endpoint.books(session), bangkok_day(endpoint.clock.now()), options.reader)
    finally:
        endpoint.database.close()
    print("\n".join(made))


def xlsforms(options: argparse.Namespace) -> None:
    endpoint = open_endpoint(options.database, SystemClock(), options.keys)
    try:
        with endpoint.database.read() as session:
            catalogue = endpoint.books(session).catalogue
    finally:
        endpoint.database.close()
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for dataset in catalogue.datasets():
            for path in write_xlsforms(catalogue.newest(dataset), options.out):
                print(path)
    except OSError as error:
        raise RefusedError("out-unwritable", path=str(options.out)) from error


COMMANDS = {"export": export, "views": views, "xlsforms": xlsforms}
