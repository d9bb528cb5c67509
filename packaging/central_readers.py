"""What others' libraries read of a running central (``prove-data``): every table as CSV, by the OData feed and as
Parquet, each against the others; and the figures for Prometheus. It runs where there are those libraries alone.

    python packaging/central_readers.py ADDRESS LOGIN PASSWORD
"""

from __future__ import annotations

import csv
import io
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import requests
from odata import ODataService
from prometheus_client.parser import text_string_to_metric_families

KINDS = {"VARCHAR", "BIGINT", "DATE", "BOOLEAN", "DECIMAL(20,2)", "DECIMAL(12,6)"}


def plain(value: Any) -> str:
    """A value of any library as the CSV writes it, amounts without zeros at their end."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def alike(lines: list[list[str]], number: set[int]) -> list[list[str]]:
    """Lines in one order, their numbers written one way, without the apostrophe before what looks like a formula."""
    return sorted(
        [
            plain(Decimal(cell)) if place in number and cell else cell.removeprefix("'")
            for place, cell in enumerate(line)
        ]
        for line in lines
    )


def main(address: str, login: str, password: str) -> None:
    session = requests.Session()
    session.auth = (login, password)
    service = ODataService(f"{address}/v1/odata/", session=session, reflect_entities=True, quiet_progress=True)
    told = {table["name"]: table["columns"] for table in session.get(f"{address}/v1/tables").json()["tables"]}
    assert set(service.entities) == set(told), set(service.entities) ^ set(told)
    rows = pages = 0
    with tempfile.TemporaryDirectory() as name:
        for table, columns in told.items():
            keys = [column["key"] for column in columns]
            number = {place for place, column in enumerate(columns) if column["kind"] in ("amount", "place")}
            text = session.get(f"{address}/v1/tables/{table}.csv").content.decode("utf-8-sig")
            head, *lines = csv.reader(io.StringIO(text))
            assert head == keys, table
            wanted = alike(lines, number)

            entity = service.entities[table]
            fed = [  # the library shows a blank as false where only true and false are expected
                ["" if one.__odata__.data[key] is None else plain(getattr(one, key)) for key in keys]
                for one in service.query(entity)
            ]
            other = [pair for pair in zip(alike(fed, number), wanted, strict=True) if pair[0] != pair[1]]
            assert not other, (table, other[0])

            file = Path(name, f"{table}.parquet")
            file.write_bytes(session.get(f"{address}/v1/tables/{table}.parquet").content)
            read = duckdb.sql(f"SELECT * FROM read_parquet('{file}')")
            assert read.columns == keys, table
            assert {str(kind) for kind in read.types} <= KINDS, (table, read.types)
            assert alike([[plain(cell) for cell in line] for line in read.fetchall()], number) == wanted, table
            rows, pages = rows + len(lines), pages + 1 + len(lines) // 1000
    families = {one.name: one for one in text_string_to_metric_families(requests.get(f"{address}/metrics").text)}
    counted = sum(sample.value for one in families.values() if one.type == "counter" for sample in one.samples)
    assert counted > 3 * len(told), families
    print(f"{len(told)} tables, {rows:,} rows in {pages} pages of the feed, the same in CSV, OData and Parquet;")
    print(f"{len(families)} families of figures: {', '.join(families)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
