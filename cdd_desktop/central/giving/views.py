"""Read-only SQL views of the tables for BI tools, and a view that documents their columns.

They are made from the newest forms and the calendar in force, and made again after either was published and when a
fiscal year begins. Citizen ids are in no view: they lie
sealed in the database, and its key is elsewhere. What was typed and is no value of its field, and text that holds
thirteen digits, is blank here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from cdd_desktop.central.giving.kept_views import OTHERS_LOOK_INTO, PREFIX, UNITS, KeptView, ViewColumn, kept_views
from cdd_desktop.central.giving.sql import Postgres, Sqlite, given, literal, quoted
from cdd_desktop.central.giving.table import GivenColumn, GivenTable, Kind, all_tables
from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.tables.rows import SubmissionRow
from cdd_desktop.forms.definition import Choice, FieldType
from cdd_desktop.periods.fiscal import LAST_YEAR, fiscal_year_of

COLUMNS = f"{PREFIX}column"


def make_views(session: Session, books: Books, today: date, reader: str = "") -> tuple[str, ...]:
    """Makes the views anew, all or none, and answers their names. ``reader`` is a role of PostgreSQL that may read
    them, and nothing else by this."""
    dialect = Postgres() if session.get_bind().dialect.name == "postgresql" else Sqlite()
    tables = all_tables(books.catalogue)
    kept = list(kept_views(books, _years(session, today), today, dialect))
    there = [name for name in inspect(session.connection()).get_view_names() if name.startswith(PREFIX)]
    for name in sorted(there, key=lambda name: name in OTHERS_LOOK_INTO):
        _run(session, f'DROP VIEW "{name}"')
    views = {view.name: view.query for view in kept}
    views |= {f"{PREFIX}{table.name}": _select(table, dialect) for table in tables}
    views[COLUMNS] = _documented(kept, tables)
    for name, query in views.items():
        _run(session, f'CREATE VIEW "{name}" AS {query}')
        if reader:
            _run(session, f'GRANT SELECT ON "{name}" TO {quoted(reader)}')
    return tuple(views)


def _years(session: Session, today: date) -> list[int]:
    """The fiscal years that have submissions, the running one and the next."""
    held = session.scalars(select(func.substr(SubmissionRow.period, 1, 4)).distinct())
    running = fiscal_year_of(today)
    return sorted({*map(int, held), running, min(running + 1, LAST_YEAR)})


def _run(session: Session, statement: str) -> None:
    """The driver of PostgreSQL takes a per cent sign for a place to put a value in."""
    doubled = statement.replace("%", "%%") if session.get_bind().dialect.name == "postgresql" else statement
    session.connection().exec_driver_sql(doubled)


def _select(table: GivenTable, dialect: Sqlite) -> str:
    columns = [f"{_LEADS[column.key]} AS {column.key}" for column in _lead_of(table)]
    columns += [f"{_value(table, column, dialect)} AS {column.key}" for column in _columns_of(table)]
    source = f"record r JOIN {UNITS} u ON u.code = r.unit"
    if not table.of_register:
        source += " LEFT JOIN submission s ON s.unit = r.unit AND s.dataset = r.dataset AND s.period = r.period"
    line = table.line
    if line is not None and line.fixed_rows:
        given = dialect.pairs((row.code, row.text_th) for row in line.fixed_rows)
        source += f" CROSS JOIN {given} l"
    elif line is not None:
        source += f" {dialect.rows(line.key)}"
    where = f"r.dataset = '{table.definition.dataset}' AND r.entity = '{table.entity.key}' AND NOT r.deleted"
    return f"SELECT {', '.join(columns)} FROM {source} WHERE {where}"


_LEADS = {
    "record": "r.id",
    "unit": "r.unit",
    "unit_name": "u.office_th",
    "province": "u.province",
    "province_name": "u.province_th",
    "form": "r.form",
    "updated_at": "r.updated_at",
    "period": "r.period",
    "state": "coalesce(s.state, 'none')",
    "verdict": "NULLIF(s.verdict, '')",
    "code": "NULLIF(r.code, '')",
    "row": "l.row",
    "row_text": "l.row_text",
}


def _value(table: GivenTable, column: GivenColumn, dialect: Sqlite) -> str:
    field = column.field
    assert field is not None
    path = dialect.path(field.key) if table.line is None else dialect.path_in_row(table.line.key, field.key)
    if field.is_list:
        return dialect.listed(path)
    value = dialect.typed(path, column.kind)
    if column.kind is Kind.DAY:
        return dialect.day(value)
    if column.kind is Kind.PLACE:
        return dialect.part(value, 0 if column.key.endswith("_lat") else 1)
    return value if column.key == field.key else _labelled(value, field.options)


def _labelled(value: str, options: Sequence[Choice]) -> str:
    cases = " ".join(f"WHEN {literal(one.value)} THEN {literal(one.label_th)}" for one in options)
    return f"CASE {value} {cases} ELSE {value} END"


def _documented(kept: Sequence[KeptView], tables: Sequence[GivenTable]) -> str:
    every: list[tuple[str, ViewColumn | GivenColumn]] = [(view.name, one) for view in kept for one in view.columns]
    every += [(f"{PREFIX}{table.name}", one) for table in tables for one in (*_lead_of(table), *_columns_of(table))]
    rows = ((name, column.key, column.kind.value, column.heading, column.about) for name, column in every)
    return given(("view_name", "column_name", "kind", "heading_th", "about_en"), rows)


def _lead_of(table: GivenTable) -> list[GivenColumn]:
    return [column for column in table.lead if column.key in _LEADS]


def _columns_of(table: GivenTable) -> list[GivenColumn]:
    """All but citizen ids and the words of several choices at once."""
    return [
        column
        for column in table.columns
        if column.field is not None
        and column.field.type is not FieldType.CITIZEN_ID
        and not (column.field.is_list and column.key != column.field.key)
    ]
