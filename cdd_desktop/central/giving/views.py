"""Read-only SQL views of the tables for BI tools, and a view that documents their columns.

They are made from the newest forms and made again after a form was published. Citizen ids are in no view: they lie
sealed in the database, and its key is elsewhere. What was typed and is no value of its field, and text that holds
thirteen digits, is blank here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from cdd_desktop.central.giving.table import GivenColumn, GivenTable, Kind, all_tables
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.definition import Choice, FieldType
from cdd_desktop.geography import geography

PREFIX = "give_"
UNITS, SUBMISSIONS, COLUMNS = f"{PREFIX}unit", f"{PREFIX}submission", f"{PREFIX}column"
_SUBMISSION_COLUMNS = (
    "unit",
    "dataset",
    "period",
    "state",
    "nil",
    "verdict",
    "certified_at",
    "finished_at",
    "received_at",
    "receipt_no",
    "form",
    "expected",
    "done",
    "errors",
    "warnings",
)


def make_views(session: Session, catalogue: Catalogue, reader: str = "") -> tuple[str, ...]:
    """Makes the views anew, all or none, and answers their names. ``reader`` is a role of PostgreSQL that may read
    them, and nothing else by this."""
    dialect = _Postgres() if session.get_bind().dialect.name == "postgresql" else _Sqlite()
    tables = all_tables(catalogue)
    there = inspect(session.connection()).get_view_names()
    for name in sorted((name for name in there if name.startswith(PREFIX)), key=lambda name: name == UNITS):
        _run(session, f'DROP VIEW "{name}"')  # the units last: the others look into them
    views = {UNITS: _units(), SUBMISSIONS: f"SELECT {', '.join(_SUBMISSION_COLUMNS)} FROM submission"}
    views |= {f"{PREFIX}{table.name}": _select(table, dialect) for table in tables}
    views[COLUMNS] = _documented(tables)
    for name, query in views.items():
        _run(session, f'CREATE VIEW "{name}" AS {query}')
        if reader:
            _run(session, f'GRANT SELECT ON "{name}" TO {_quoted(reader)}')
    return tuple(views)


def _run(session: Session, statement: str) -> None:
    """The driver of PostgreSQL takes a per cent sign for a place to put a value in."""
    doubled = statement.replace("%", "%%") if session.get_bind().dialect.name == "postgresql" else statement
    session.connection().exec_driver_sql(doubled)


class _Sqlite:
    """How SQLite takes content apart."""

    def typed(self, path: str, kind: Kind) -> str:
        """The value of a content path (an SQL expression) where it is of its kind, else NULL."""
        value, type_of = f"json_extract(r.content, {path})", f"json_type(r.content, {path})"
        if kind is Kind.AMOUNT:
            return f"CASE WHEN {type_of} = 'integer' THEN {value} / 100.0 END"
        if kind is Kind.NUMBER:
            return f"CASE WHEN {type_of} = 'integer' THEN {value} END"
        if kind is Kind.YES_NO:
            return f"CASE WHEN {type_of} IN ('true', 'false') THEN {value} END"
        return f"CASE WHEN {type_of} = 'text' THEN {value} END"

    def listed(self, path: str) -> str:
        return (
            f"CASE WHEN json_type(r.content, {path}) = 'array' THEN"
            f" (SELECT group_concat(value, ';') FROM json_each(r.content, {path})) END"
        )

    def path(self, key: str) -> str:
        return _literal(f'$."{key}"')

    def path_in_row(self, line: str, key: str) -> str:
        return f"""'$."{line}/' || l.row || '/{key}"'"""

    def part(self, value: str, place: int) -> str:
        comma = f"instr({value}, ',')"
        piece = f"substr({value}, 1, {comma} - 1)" if place == 0 else f"substr({value}, {comma} + 1)"
        return f"CAST({piece} AS REAL)"

    def day(self, value: str) -> str:
        return value

    def rows(self, line: str) -> str:
        return (
            f"JOIN (SELECT r2.id, substr(k.key, {len(line) + 2}) AS row, NULL AS row_text FROM record r2,"
            f" json_each(r2.content) k WHERE k.key LIKE '{_escaped(line)}/%' ESCAPE '\\' AND k.type = 'true') l"
            " ON l.id = r.id AND instr(l.row, '/') = 0"
        )

    def pairs(self, rows: Iterable[tuple[str, str]]) -> str:
        return f"(SELECT column1 AS row, column2 AS row_text FROM (VALUES {_values(rows)}))"


class _Postgres(_Sqlite):
    """How PostgreSQL takes content apart."""

    def typed(self, path: str, kind: Kind) -> str:
        value, type_of = f"(r.content ->> {path})", f"jsonb_typeof(r.content -> {path})"
        if kind is Kind.AMOUNT:
            return f"CASE WHEN {type_of} = 'number' THEN ({value}::numeric / 100)::numeric(20, 2) END"
        if kind is Kind.NUMBER:
            return f"CASE WHEN {type_of} = 'number' THEN {value}::bigint END"
        if kind is Kind.YES_NO:
            return f"CASE WHEN {type_of} = 'boolean' THEN {value}::boolean END"
        return f"CASE WHEN {type_of} = 'string' THEN {value} END"

    def listed(self, path: str) -> str:
        return (
            f"CASE WHEN jsonb_typeof(r.content -> {path}) = 'array' THEN"
            f" (SELECT string_agg(v, ';') FROM jsonb_array_elements_text(r.content -> {path}) v) END"
        )

    def path(self, key: str) -> str:
        return _literal(key)

    def path_in_row(self, line: str, key: str) -> str:
        return f"('{line}/' || l.row || '/{key}')"

    def part(self, value: str, place: int) -> str:
        return f"split_part({value}, ',', {place + 1})::numeric"

    def day(self, value: str) -> str:
        return f"({value})::date"

    def rows(self, line: str) -> str:
        return (
            f"JOIN LATERAL (SELECT substr(k, {len(line) + 2}) AS row, NULL::text AS row_text"
            f" FROM jsonb_object_keys(r.content) k WHERE starts_with(k, '{line}/')) l ON strpos(l.row, '/') = 0"
        )

    def pairs(self, rows: Iterable[tuple[str, str]]) -> str:
        return f"(SELECT column1 AS row, column2 AS row_text FROM (VALUES {_values(rows)}) v)"


def _select(table: GivenTable, dialect: _Sqlite) -> str:
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


def _value(table: GivenTable, column: GivenColumn, dialect: _Sqlite) -> str:
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
    cases = " ".join(f"WHEN {_literal(one.value)} THEN {_literal(one.label_th)}" for one in options)
    return f"CASE {value} {cases} ELSE {value} END"


def _units() -> str:
    places = geography()
    provinces = places.provinces()
    districts = (district for province in provinces for district in places.districts(province.code))
    names = ("code", "level", "office_th", "name_th", "name_en", "province", "province_th", "province_en")
    return _given(
        names,
        ([str(getattr(unit, name)) for name in names] for unit in (places.unit(DEPARTMENT), *provinces, *districts)),
    )


def _documented(tables: Sequence[GivenTable]) -> str:
    rows = [
        (f"{PREFIX}{table.name}", column.key, column.kind.value, column.heading, column.about)
        for table in tables
        for column in (*_lead_of(table), *_columns_of(table))
    ]
    return _given(("view_name", "column_name", "kind", "heading_th", "about_en"), rows)


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


def _given(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    columns = ", ".join(f"column{place} AS {name}" for place, name in enumerate(names, start=1))
    return f"SELECT {columns} FROM (VALUES {_values(rows)}) v"


def _values(rows: Iterable[Sequence[str]]) -> str:
    return ", ".join(f"({', '.join(_literal(cell) for cell in row)})" for row in rows)


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _escaped(key: str) -> str:
    return key.replace("_", "\\_")
