"""The tables for those who sign in at central: what there is, a file of it, and an OData feed page by page.

The feed is what Excel and Power BI read ("From OData feed"): OData 4.0, JSON, the server's own pages. It neither
filters nor sorts, and says so in its metadata, so that those programs do it themselves; ``unit`` and ``period`` narrow
it.
"""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from cdd_desktop.central.giving.files import csv_lines, write_file
from cdd_desktop.central.giving.reading import PAGE, Wanted, note_export, read_records, read_rows
from cdd_desktop.central.giving.table import Cell, GivenColumn, GivenTable, Kind, all_tables
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.trust.accounts import visitor_of
from cdd_desktop.central.trust.rights import Act, check_right
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import is_id
from cdd_desktop.sync.protocol import Message

Next = Callable[[str, int | None], str]
ENDINGS = (".csv", ".xlsx", ".parquet")
NAMESPACE = "cdd"
_KINDS = {
    Kind.TEXT: "Edm.String",
    Kind.NUMBER: "Edm.Int64",
    Kind.AMOUNT: "Edm.Decimal",
    Kind.PLACE: "Edm.Decimal",
    Kind.DAY: "Edm.Date",
    Kind.YES_NO: "Edm.Boolean",
}
_SCALES = {Kind.AMOUNT: "2", Kind.PLACE: "6"}
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_EDMX, _EDM = "http://docs.oasis-open.org/odata/ns/edmx", "http://docs.oasis-open.org/odata/ns/edm"
_NOT_DONE = ("FilterRestrictions", "Filterable"), ("SortRestrictions", "Sortable")


class ToldColumn(Message, frozen=True, kw_only=True):
    """A column with its kind (text, number, amount, place, day, yes_no) and what it holds."""

    key: str
    kind: str
    heading_th: str
    about_en: str


class ToldTable(Message, frozen=True, kw_only=True):
    """A table central gives on."""

    name: str
    title_th: str
    columns: list[ToldColumn]


class ToldTables(Message, frozen=True, kw_only=True):
    """All of them."""

    tables: list[ToldTable]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks of a table, as it stands in the address. ``unit`` "" is the caller's own area."""

    table: str
    unit: str = ""
    period: str = ""
    citizen_ids: bool = False
    reason: str = ""
    after: str = ""
    top: int | None = None


@dataclass(frozen=True, slots=True)
class TableFeed:
    """Answers those who read tables; safe to call from many threads."""

    endpoint: Endpoint

    def tables(self, token: str) -> ToldTables:
        """Every table with its columns."""
        with self.endpoint.database.read() as session:
            visitor_of(session, token, self.endpoint.clock.now())
            return ToldTables(tables=[_told(table) for table in self._tables(session)])

    def metadata(self, token: str) -> bytes:
        """The feed's description (CSDL)."""
        with self.endpoint.database.read() as session:
            visitor_of(session, token, self.endpoint.clock.now())
            return _described(self._tables(session))

    def services(self, token: str, root: str) -> bytes:
        """The feed's front page: its tables."""
        with self.endpoint.database.read() as session:
            visitor_of(session, token, self.endpoint.clock.now())
            names = [table.name for table in self._tables(session)]
        value = [{"name": name, "kind": "EntitySet", "url": name} for name in names]
        return _ENCODER.encode({"@odata.context": f"{root}/$metadata", "value": value})

    def page(self, token: str, asked: Asked, root: str, here: Next) -> bytes:
        """A page of the feed. ``here`` makes the address of the page that follows a record, of how many records."""
        table, wanted = self._begin(token, asked, audited=not asked.after)
        size = PAGE if asked.top is None else min(asked.top, PAGE)
        asked_for = replace(wanted, limit=size)
        with self.endpoint.database.read() as session:
            found = list(read_records(session, Vault(self.endpoint.keys), table, asked_for)) if size else []
        keys = [column.key for column in table.all_columns]
        rows = [dict(zip(keys, line, strict=True)) for _, lines in found for line in lines]
        body: dict[str, Any] = {"@odata.context": f"{root}/$metadata#{table.name}", "value": rows}
        left = None if asked.top is None else asked.top - size
        if found and len(found) == size and left != 0:
            body["@odata.nextLink"] = here(found[-1][0], left)
        return _ENCODER.encode(body)

    def csv(self, token: str, asked: Asked) -> Iterator[str]:
        """CSV in pieces; rights and the trail before the first. Each page of rows is read in a transaction of its own,
        so that whoever takes the pieces slowly, or not at all, keeps nothing of the database to himself."""
        table, wanted = self._begin(token, asked)
        return csv_lines(table.all_columns, self._rows(table, wanted))

    def _rows(self, table: GivenTable, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
        while found := self._page(table, wanted):
            yield from chain.from_iterable(rows for _, rows in found)
            wanted = replace(wanted, after=found[-1][0])

    def _page(self, table: GivenTable, wanted: Wanted) -> list[tuple[str, list[tuple[Cell, ...]]]]:
        with self.endpoint.database.read() as session:
            return list(read_records(session, Vault(self.endpoint.keys), table, replace(wanted, limit=PAGE)))

    def file(self, token: str, asked: Asked, path: Path) -> None:
        """A workbook or a Parquet file, by the ending of ``path``."""
        table, wanted = self._begin(token, asked)
        with self.endpoint.database.read() as session:
            write_file(
                path, table.title, table.all_columns, read_rows(session, Vault(self.endpoint.keys), table, wanted)
            )

    def _tables(self, session: Session) -> list[GivenTable]:
        return all_tables(self.endpoint.books(session).catalogue)

    def _begin(self, token: str, asked: Asked, *, audited: bool = True) -> tuple[GivenTable, Wanted]:
        """Who asks for what, in the trail before anything is given. Raises ``ProblemError``: 401; 403
        ``role-not-allowed``, ``place-not-yours``; 404 ``table-unknown``; 400 ``period-unknown``; 422
        ``reason-needed``."""
        now = self.endpoint.clock.now()
        with self.endpoint.database.write() as session:
            visitor = visitor_of(session, token, now)
            unit = asked.unit or visitor.unit
            check_right(visitor, Act.READ_TABLES, unit)
            if asked.citizen_ids:
                check_right(visitor, Act.READ_CITIZEN_IDS, unit)
                if not asked.reason.strip():
                    raise ProblemError(422, "reason-needed")
            table = next((one for one in self._tables(session) if one.name == asked.table), None)
            if table is None:
                raise ProblemError(404, "table-unknown", table=asked.table, tables="/v1/tables")
            self._check(session, table, asked)
            wanted = Wanted(unit, asked.period, asked.citizen_ids, asked.after)
            if audited:
                note_export(session, self.endpoint.clock, visitor.person, table, wanted, asked.reason)
        return table, wanted

    def _check(self, session: Session, table: GivenTable, asked: Asked) -> None:
        if asked.after and not is_id(asked.after):
            raise ProblemError(400, "body-unreadable")
        if asked.period:
            try:
                self.endpoint.books(session).calendar.window(table.definition.dataset, asked.period)
            except BadRequestError as error:
                raise ProblemError(400, error.code, **error.params) from error


def _told(table: GivenTable) -> ToldTable:
    columns = [
        ToldColumn(key=column.key, kind=column.kind.value, heading_th=column.heading, about_en=column.about)
        for column in table.all_columns
    ]
    return ToldTable(name=table.name, title_th=table.title, columns=columns)


def _described(tables: list[GivenTable]) -> bytes:
    Xml.register_namespace("edmx", _EDMX)
    Xml.register_namespace("", _EDM)
    root = Xml.Element(f"{{{_EDMX}}}Edmx", Version="4.0")
    schema = Xml.SubElement(Xml.SubElement(root, f"{{{_EDMX}}}DataServices"), f"{{{_EDM}}}Schema", Namespace=NAMESPACE)
    container = Xml.Element(f"{{{_EDM}}}EntityContainer", Name="Tables")
    for table in tables:
        kind = Xml.SubElement(schema, f"{{{_EDM}}}EntityType", Name=table.name)
        key = Xml.SubElement(kind, f"{{{_EDM}}}Key")
        for name in ("record",) if table.line is None else ("record", "row"):
            Xml.SubElement(key, f"{{{_EDM}}}PropertyRef", Name=name)
        for column in table.all_columns:
            Xml.SubElement(kind, f"{{{_EDM}}}Property", _property(column))
        given = Xml.SubElement(
            container, f"{{{_EDM}}}EntitySet", Name=table.name, EntityType=f"{NAMESPACE}.{table.name}"
        )
        for term, what in _NOT_DONE:
            says = Xml.SubElement(given, f"{{{_EDM}}}Annotation", Term=f"Org.OData.Capabilities.V1.{term}")
            record = Xml.SubElement(says, f"{{{_EDM}}}Record")
            Xml.SubElement(record, f"{{{_EDM}}}PropertyValue", Property=what, Bool="false")
    schema.append(container)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _property(column: GivenColumn) -> dict[str, str]:
    told = {"Name": column.key, "Type": _KINDS[column.kind]}
    if column.kind in _SCALES:
        told |= {"Precision": "20", "Scale": _SCALES[column.kind]}
    return told | ({"Nullable": "false"} if column.key in ("record", "row") else {})
