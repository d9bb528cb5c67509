"""SQL of the views: how each database takes content apart, and values as they stand in a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from cdd_desktop.central.giving.table import Kind


class Sqlite:
    """How SQLite takes content apart. It has no type for days; a sum beyond 2^63 is not exact."""

    _types: ClassVar[dict[Kind, str]] = {Kind.NUMBER: "INTEGER", Kind.AMOUNT: "REAL"}

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
        return literal(f'$."{key}"')

    def path_in_row(self, line: str, key: str) -> str:
        return f"""'$."{line}/' || l.row || '/{key}"'"""

    def part(self, value: str, place: int) -> str:
        comma = f"instr({value}, ',')"
        piece = f"substr({value}, 1, {comma} - 1)" if place == 0 else f"substr({value}, {comma} + 1)"
        return f"CAST({piece} AS REAL)"

    def day(self, value: str) -> str:
        return self.cast(value, Kind.DAY)

    def cast(self, value: str, kind: Kind) -> str:
        """A value (an SQL expression for a text) as one of its kind."""
        return f"CAST({value} AS {self._types[kind]})" if kind in self._types else value

    def rows(self, line: str) -> str:
        return (
            f"JOIN (SELECT r2.id, substr(k.key, {len(line) + 2}) AS row, NULL AS row_text FROM record r2,"
            f" json_each(r2.content) k WHERE k.key LIKE '{escaped(line)}/%' ESCAPE '\\' AND k.type = 'true') l"
            " ON l.id = r.id AND instr(l.row, '/') = 0"
        )

    def pairs(self, rows: Iterable[tuple[str, str]]) -> str:
        return f"(SELECT column1 AS row, column2 AS row_text FROM (VALUES {values(rows)}))"


class Postgres(Sqlite):
    """How PostgreSQL takes content apart."""

    _types: ClassVar[dict[Kind, str]] = {Kind.NUMBER: "bigint", Kind.AMOUNT: "numeric", Kind.DAY: "date"}

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
        return literal(key)

    def path_in_row(self, line: str, key: str) -> str:
        return f"('{line}/' || l.row || '/{key}')"

    def part(self, value: str, place: int) -> str:
        return f"split_part({value}, ',', {place + 1})::numeric"

    def rows(self, line: str) -> str:
        return (
            f"JOIN LATERAL (SELECT substr(k, {len(line) + 2}) AS row, NULL::text AS row_text"
            f" FROM jsonb_object_keys(r.content) k WHERE starts_with(k, '{line}/')) l ON strpos(l.row, '/') = 0"
        )

    def pairs(self, rows: Iterable[tuple[str, str]]) -> str:
        return f"(SELECT column1 AS row, column2 AS row_text FROM (VALUES {values(rows)}) v)"


def given(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    columns = ", ".join(f"column{place} AS {name}" for place, name in enumerate(names, start=1))
    return f"SELECT {columns} FROM (VALUES {values(rows)}) v"


def values(rows: Iterable[Sequence[str]]) -> str:
    return ", ".join(f"({', '.join(literal(cell) for cell in row)})" for row in rows)


def literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def escaped(key: str) -> str:
    return key.replace("_", "\\_")
