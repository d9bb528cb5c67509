"""Claims: with five million records at central a page of 1,000 changes and the country's dashboard come at once, also
from a replica while batches come in.

PostgreSQL is filled with records of all districts (contents of a quarter's savings group, clocks, places in the feed),
ten years of everybody's submissions and three of figures (``filling.py``). Asked are then a page of 1,000 changes, by a
district whose machine begins anew, through the code that answers devices; and the dashboard of the country, as
``/v1/figures`` gives it: completeness of every province and period of a year, and a dataset's indicators. Both stand in
rows that every batch keeps up to date, so no record is read for them. The references are the bare rows of the page, and
the same year's entries and savings added up from the records themselves.

Then a streaming replica is made (``replica.py``), and the dashboard asked there and at the primary while one caller
writes batches; and the feed is partitioned by province beside the feed as it is (``partitions.py``).

``python benchmarks/country.py [--records 5000000] [--keep FOLDER]``

``--keep``: the first time the database is made, put into the folder, and nothing measured; from then on a copy of it is
measured, which is for a quiet hour.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, LiteralString

import filling
import measure
import msgspec
import partitions
import psycopg
import replica
import servers

from cdd_desktop.central.giving.dashboard import FiguresAsked, area_figures
from cdd_desktop.central.holding.books import open_books
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.serving.run import settle_process
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.sync.pull import Pull
from cdd_desktop.central.tables.database import Database, open_database
from cdd_desktop.central.tables.feed import read_page
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.geography import geography

NOW = datetime(2018, 3, 16, 9, 0, tzinfo=BANGKOK)
PAGE = 1_000
ASKED = 40
_ROWS: LiteralString = """
SELECT record.id, record.content FROM feed JOIN record ON record.id = feed.key
WHERE feed.province = left('UNIT', 2) AND feed.kind = 'record' AND feed.unit = 'UNIT' ORDER BY feed.seq LIMIT 1000
"""
_FROM_RECORDS: LiteralString = """
SELECT left(unit, 2), dataset, period, count(*), count(*) FILTER (WHERE done),
    sum((content ->> 'saving_balance')::numeric) FROM record
WHERE period LIKE '2561-%' AND NOT deleted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


def page(endpoint: Endpoint, unit: str) -> Callable[[], object]:
    """What the answer to a machine that begins anew reads and writes: which things, and what they hold."""
    books, vault = open_books(), Vault(endpoint.keys)

    def read() -> None:
        with endpoint.database.read() as session:
            found = read_page(session, unit, {}, PAGE)
            pulled = Pull(session, vault, books, unit).read(found.keys)
            assert len(pulled.records) == PAGE, len(pulled.records)
        msgspec.json.encode(pulled)

    return read


def dashboard(database: Database, dataset: str) -> Callable[[], object]:
    """The country's year: completeness of everything that is reported, and the indicators of a dataset."""
    books, country = open_books(), geography().unit("00")
    wanted = [FiguresAsked(unit="00", year="2561"), FiguresAsked(unit="00", dataset=dataset, year="2561")]

    def read() -> None:
        with database.read() as session:
            told = [area_figures(session, books, country, each, NOW) for each in wanted]
            assert told[1].total.figures
        msgspec.json.encode(told)

    return read


def asked(connection: psycopg.Connection[Any], statement: str) -> Callable[[], object]:
    return lambda: connection.execute(statement.encode()).fetchall()


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds that 95 of 100 do not exceed, and those of processor, ours and PostgreSQL's, on average."""

    p95: float
    work: float

    def __str__(self) -> str:
        return f"p95 {self.p95:,.0f} ms, {self.work:,.0f} ms of processor"


def measured(action: Callable[[], object], runs: int = ASKED) -> Taken:
    """The first run, which fills the memory, is left out."""
    action()
    used = time.process_time() + servers.spent(servers.of_postgresql())
    waits = [measure.seconds(action) for _ in range(runs)]
    work = time.process_time() + servers.spent(servers.of_postgresql()) - used
    return Taken(measure.percentile(waits, 95) * 1000, work / runs * 1000)


def of_the_country(address: str, keys: Path, units: list[str], records: int) -> None:
    """A page and the dashboard, each beside its reference."""
    endpoint = open_endpoint(address, FixedClock(NOW), keys)
    of_page = measured(page(endpoint, units[400]))
    of_dashboard = measured(dashboard(endpoint.database, "otop_sales"))
    endpoint.database.close()
    with psycopg.connect(address) as connection:
        plain = measured(asked(connection, _ROWS.replace("UNIT", units[400])))
        of_records = measured(asked(connection, _FROM_RECORDS), 3)
    submissions = len(units) * (filling.YEARS[1] - filling.YEARS[0] + 1) * sum(len(keys) for _, keys in filling.WINDOWS)
    measure.report(
        f"A page of {PAGE:,} changes for a district, {records:,} records at central",
        str(of_page),
        f"{plain}: the same rows read and nothing made of them",
        "p95 50 ms",
        met=of_page.p95 <= 50,
    )
    measure.report(
        f"The country's dashboard of a year, {records:,} records and {submissions:,} submissions",
        f"{of_dashboard}: completeness by province and period, and twelve months of a dataset's indicators",
        f"{of_records}: entries and savings of the same year added up from the records",
        "p95 200 ms",
        met=of_dashboard.p95 <= 200,
    )


def of_a_replica(address: str) -> None:
    """The dashboard at the primary and at its replica, while batches come in."""
    with replica.streaming(address) as beside, psycopg.connect(address, autocommit=True) as connection:
        lags: list[float] = []
        waits: dict[str, float] = {}
        with replica.busy(address) as batches:
            began = time.perf_counter()
            for name, place in (("primary", address), ("replica", beside)):
                database = open_database(place)
                read = dashboard(database, "otop_sales")
                read()
                taken = []
                for _ in range(ASKED):
                    taken.append(measure.seconds(read))
                    lags.append(replica.lag(connection))
                waits[name] = measure.percentile(taken, 95) * 1000
                database.close()
            seconds = time.perf_counter() - began
    rate = batches[0] * replica.BATCH / seconds
    measure.report(
        f"The dashboard at a streaming replica while {rate:,.0f} records a second are written at the primary",
        f"p95 {waits['replica']:,.0f} ms; it is behind by {measure.percentile(lags, 95):,.0f} ms (p95)",
        f"p95 {waits['primary']:,.0f} ms at the primary under the same load",
        "p95 200 ms",
        met=waits["replica"] <= 200,
    )


def prepare(folder: Path, records: int) -> None:
    """Make the database and put it into a folder with its keys and how many records it has."""
    folder.mkdir(parents=True)
    with servers.postgresql(keep=folder) as address:
        initialise(address, folder / "keys.json")[0].close()
        filling.fill(address, records)
    (folder / "records").write_text(str(records))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=5_000_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    records, kept = given.records, given.keep
    settle_process()  # as whoever serves
    if kept and not kept.exists():
        prepare(kept, records)
        print(f"prepared with {records:,} records; the same command measures")
        return
    with tempfile.TemporaryDirectory() as name, servers.postgresql(kept) as address:
        if kept:
            keys, records, units = kept / "keys.json", int((kept / "records").read_text()), filling.districts()
        else:
            keys = Path(name) / "keys.json"
            initialise(address, keys)[0].close()
            units = filling.fill(address, records)
        of_the_country(address, keys, units, records)
        of_a_replica(address)
        whole, parted = partitions.beside(address, units)
    measure.report(
        f"The feed of {records:,} records partitioned by province",
        str(parted),
        f"{whole}: the feed as it is",
        "none: it decides whether it pays",
        met=True,
    )


if __name__ == "__main__":
    main()
