"""The feed partitioned by province beside the feed as it is: room of its indexes, a page, batches taken in."""

from __future__ import annotations

import time
from dataclasses import dataclass

import measure
import psycopg

BATCH, BATCHES, ASKED = 500, 60, 60
PARTED = "feed_parted"
_PAGE = (
    "SELECT kind, key, seq FROM {table} WHERE province = %s AND unit = %s AND seq > 0 AND device <> 'x'"
    " ORDER BY seq LIMIT 1001"
)
_ROWS = (
    "INSERT INTO {table} (province, kind, key, seq, unit, device)"
    " SELECT %s, 'record', md5(%s || n::text)::uuid::text, 100000000 + n, %s, '' FROM generate_series(1, %s) AS n"
)


@dataclass(frozen=True, slots=True)
class Room:
    """Megabytes of indexes; milliseconds of a district's page, p95, and of a batch of 500 rows, on average."""

    indexes: float
    page: float
    batch: float

    def __str__(self) -> str:
        return f"indexes {self.indexes:,.0f} MB, page p95 {self.page:,.1f} ms, batch of {BATCH} {self.batch:,.1f} ms"


def beside(address: str, units: list[str]) -> tuple[Room, Room]:
    """The feed as it is, and partitioned."""
    with psycopg.connect(address, autocommit=True) as connection:
        _part(connection, sorted({unit[:2] for unit in units}))
        return _measured(connection, "feed", units), _measured(connection, PARTED, units)


def _part(connection: psycopg.Connection[tuple[object, ...]], provinces: list[str]) -> None:
    connection.execute("SET maintenance_work_mem = '512MB'")
    statements = [f"CREATE TABLE {PARTED} (LIKE feed INCLUDING DEFAULTS) PARTITION BY LIST (province)"]
    statements += [f"CREATE TABLE {PARTED}_{one} PARTITION OF {PARTED} FOR VALUES IN ('{one}')" for one in provinces]
    statements += [
        f"INSERT INTO {PARTED} SELECT * FROM feed",
        f"ALTER TABLE {PARTED} ADD PRIMARY KEY (province, kind, key)",
        f"CREATE INDEX ON {PARTED} (province, seq)",
        f"CREATE INDEX ON {PARTED} (unit, province, seq)",
        f"ANALYZE {PARTED}",
    ]
    for statement in statements:
        connection.execute(statement.encode())


def _measured(connection: psycopg.Connection[tuple[object, ...]], table: str, units: list[str]) -> Room:
    size = (
        "SELECT coalesce(sum(pg_indexes_size(c.oid)), 0) FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid"
        " WHERE c.oid = %s::regclass OR i.inhparent = %s::regclass"
    )
    (bytes_,) = connection.execute(size, (table, table)).fetchone() or (0,)
    chosen = [units[place * 7 % len(units)] for place in range(ASKED)]
    page = _PAGE.format(table=table).encode()
    waits = [
        measure.seconds(lambda unit=unit: connection.execute(page, (unit[:2], unit)).fetchall())  # type: ignore[misc]
        for unit in chosen
    ]
    rows = _ROWS.format(table=table).encode()
    began = time.perf_counter()
    for place in range(BATCHES):
        unit = units[place * 11 % len(units)]
        connection.execute(rows, (unit[:2], f"{place}/", unit, BATCH))
    taken = time.perf_counter() - began
    return Room(int(str(bytes_)) / 2**20, measure.percentile(waits, 95) * 1000, taken / BATCHES * 1000)
