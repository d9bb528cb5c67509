"""The tables over HTTP: an OData feed whose pages join to what central holds, files, rights, the trail."""

from __future__ import annotations

import asyncio
import base64
import csv
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest
from central_driver import Central
from desk_driver import PASSWORD, DeskCaller, make_person
from python_calamine import CalamineWorkbook
from sqlalchemy import QueuePool, select

from cdd_desktop.central.demo.province import DemoPlan, fill
from cdd_desktop.central.giving import feed, files
from cdd_desktop.central.giving.reading import Wanted, read_rows
from cdd_desktop.central.giving.table import Cell, GivenTable, tables_of
from cdd_desktop.central.keeping.setup import initialise
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.tables.desk import SignInRow
from cdd_desktop.central.tables.rows import AuditRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.person import Role

SMALL = "75"
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """A year of a small province, its heads, and somebody of another province."""
    from demo_day import DEMO_NOW

    folder = tmp_path_factory.mktemp("tables")
    initialise(str(folder / "c.db"), folder / "keys.json")[0].close()
    central = Central(str(folder / "c.db"), folder / "keys.json", FixedClock(DEMO_NOW))
    fill(central.endpoint.database, central.endpoint.keys, DemoPlan(SMALL, 1, DEMO_NOW, "http://127.0.0.1:8440"))
    make_person(central, SMALL, Role.PROVINCIAL_HEAD, "head")
    make_person(central, SMALL, Role.VIEWER, "viewer")
    make_person(central, "00", Role.DEPARTMENT, "department")
    make_person(central, "76", Role.PROVINCIAL_HEAD, "neighbour")
    yield central
    central.close()


class Reader:
    """A program that reads the feed with a name and a password, as a spreadsheet does."""

    def __init__(self, central: Central, login: str, password: str = PASSWORD) -> None:
        self.app = create_app(central.endpoint)
        pair = base64.b64encode(f"{login}:{password}".encode()).decode()
        self.headers = {"authorization": f"Basic {pair}"}

    def get(self, address: str) -> httpx2.Response:
        async def run() -> httpx2.Response:
            transport = httpx2.ASGITransport(self.app)
            async with httpx2.AsyncClient(transport=transport, base_url="http://central") as client:
                return await client.get(address, headers=self.headers)

        return asyncio.run(run())

    def whole(self, address: str) -> list[dict[str, Any]]:
        """Every page behind an address."""
        rows: list[dict[str, Any]] = []
        while address:
            said = self.get(address).json()
            rows += said["value"]
            address = said.get("@odata.nextLink", "")
        return rows


def table_of(central: Central, name: str) -> tuple[GivenTable, list[tuple[Cell, ...]]]:
    with central.endpoint.database.read() as session:
        catalogue = central.endpoint.books(session).catalogue
        table = next(
            one for key in catalogue.datasets() for one in tables_of(catalogue.newest(key)) if one.name == name
        )
        return table, list(read_rows(session, Vault(central.endpoint.keys), table, Wanted(SMALL)))


def test_the_pages_of_the_feed_join_to_all_rows(filled: Central, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "PAGE", 7)
    reader = Reader(filled, "viewer")
    names = [entry["name"] for entry in reader.get("/v1/odata").json()["value"]]
    for name in names:
        table, rows = table_of(filled, name)
        given = reader.whole(f"http://central/v1/odata/{name}")
        assert [tuple(row.values()) for row in given] == [tuple(_as_json(cell) for cell in row) for row in rows]
        assert all(list(row) == [column.key for column in table.all_columns] for row in given)
    assert len(reader.whole("http://central/v1/odata/otop_sales_sale?$top=10")) == 10
    assert reader.whole("http://central/v1/odata/otop_sales_sale?$top=0") == []
    february = reader.whole("http://central/v1/odata/otop_sales_sale?period=2561-m02")
    assert february
    assert {row["period"] for row in february} == {"2561-m02"}


def test_the_metadata_describes_what_the_pages_hold(filled: Central) -> None:
    reader = Reader(filled, "viewer")
    answer = reader.get("/v1/odata/$metadata")
    assert answer.headers["odata-version"] == "4.0"
    described = {
        kind.get("Name"): {part.get("Name"): part.get("Type") for part in kind.iter(f"{EDM}Property")}
        for kind in Xml.fromstring(answer.content).iter(f"{EDM}EntityType")
    }
    json_types = {
        "Edm.String": str,
        "Edm.Date": str,
        "Edm.Int64": int,
        "Edm.Decimal": (int, float),
        "Edm.Boolean": bool,
    }
    for name, types in described.items():
        for row in reader.whole(f"http://central/v1/odata/{name}?$top=20"):
            assert list(row) == list(types)
            assert all(value is None or isinstance(value, json_types[types[key]]) for key, value in row.items())
    told = reader.get("/v1/tables").json()["tables"]
    assert {table["name"]: [column["key"] for column in table["columns"]] for table in told} == {
        name: list(types) for name, types in described.items()
    }


def test_files_come_in_the_three_kinds(filled: Central, tmp_path: Path) -> None:
    reader = Reader(filled, "head")
    table, rows = table_of(filled, "saving_group_quarter")
    answer = reader.get("/v1/tables/saving_group_quarter.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    lines = list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))
    assert [line[0] for line in lines[1:]] == [row[0] for row in rows]
    (tmp_path / "t.xlsx").write_bytes(reader.get("/v1/tables/saving_group_quarter.xlsx").content)
    sheet = CalamineWorkbook.from_path(str(tmp_path / "t.xlsx")).get_sheet_by_index(0).to_python()
    assert [line[0] for line in sheet] == [table.all_columns[0].heading, *(row[0] for row in rows)]
    assert reader.get("/v1/tables/saving_group_quarter.parquet").content[:4] == b"PAR1"


def test_who_reads_a_table_slowly_keeps_nothing_of_the_database(
    filled: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More callers than there are connections take the head and the first piece of a table and then nothing more."""
    monkeypatch.setattr(feed, "PAGE", 7)
    monkeypatch.setattr(files, "_PIECE", 7)
    pool = filled.endpoint.database.engine.pool
    assert isinstance(pool, QueuePool)
    readers = pool.size() + 20
    app, head = create_app(filled.endpoint), Reader(filled, "head").headers["authorization"].encode()
    scope = {"type": "http", "method": "GET", "path": "/v1/tables/saving_group_quarter.csv", "query_string": b""}
    scope |= {"headers": [(b"authorization", head)], "client": ("192.0.2.1", 1), "http_version": "1.1"}

    async def asked() -> None:
        taken = asyncio.Semaphore(0)

        async def receive() -> dict[str, Any]:
            return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]

        async def send(message: dict[str, Any]) -> None:
            if message.get("body"):
                taken.release()
                await asyncio.get_running_loop().create_future()

        slow = [asyncio.create_task(app({**scope, "scheme": "http"}, receive, send)) for _ in range(readers)]
        for _ in slow:
            await asyncio.wait_for(taken.acquire(), 60)
        assert pool.checkedout() == 0
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)

    asyncio.run(asked())
    assert Reader(filled, "head").get("/v1/tables").status_code == 200


def test_citizen_ids_are_for_heads_with_a_reason_and_the_trail_tells(filled: Central) -> None:
    address = "/v1/tables/leader_leader.csv?citizen_ids=yes"
    refused = Reader(filled, "viewer").get(address + "&reason=x")
    assert (refused.status_code, refused.json()["code"]) == (403, "role-not-allowed")
    head = Reader(filled, "head")
    refused = head.get(address)
    assert (refused.status_code, refused.json()["code"]) == (422, "reason-needed")
    assert b"X-XXXX-XXXXX-" in head.get("/v1/tables/leader_leader.csv").content
    whole = head.get(address + "&reason=%E0%B8%95%E0%B8%A3%E0%B8%A7%E0%B8%88")
    assert b"X-XXXX-XXXXX-" not in whole.content
    with filled.endpoint.database.read() as session:
        trail = session.scalars(select(AuditRow).where(AuditRow.what == "export")).all()
    told = [(row.unit, row.reason) for row in trail if row.details["citizen_ids"]]
    assert told == [(SMALL, "ตรวจ")]
    assert {row.details["citizen_ids"] for row in trail} == {True, False}


def test_a_neighbour_sees_the_own_area_only_and_strangers_nothing(filled: Central) -> None:
    neighbour = Reader(filled, "neighbour")
    assert neighbour.whole("http://central/v1/odata/leader_leader") == []
    refused = neighbour.get(f"/v1/odata/leader_leader?unit={SMALL}")
    assert (refused.status_code, refused.json()["code"]) == (403, "place-not-yours")
    for login, password in (("head", "wrong password"), ("nobody", PASSWORD)):
        answer = Reader(filled, login, password).get("/v1/odata/leader_leader")
        assert (answer.status_code, answer.json()["code"]) == (401, "sign-in-wrong")
        assert answer.headers["www-authenticate"].startswith("Basic")


def test_a_name_and_password_are_proved_once(filled: Central) -> None:
    reader = Reader(filled, "viewer")
    before = _sign_ins(filled)
    for _ in range(3):
        assert reader.get("/v1/odata").status_code == 200
    assert _sign_ins(filled) == before + 1
    caller = DeskCaller(filled)
    caller.sign_in("viewer")
    caller.ask("POST", "/v1/sign-out")
    assert reader.get("/v1/odata").status_code == 200  # signed out elsewhere: proved again


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/v1/tables/leader_leader.exe", 404, "export-format"),
        ("/v1/tables/horses.csv", 404, "table-unknown"),
        ("/v1/odata/horses", 404, "table-unknown"),
        ("/v1/odata/leader_leader?$filter=x", 400, "query-unknown"),
        ("/v1/odata/leader_leader?$top=-1", 400, "query-unknown"),
        ("/v1/odata/leader_leader?$skiptoken=x", 400, "body-unreadable"),
        ("/v1/odata/otop_sales_sale?period=2561-13", 400, "period-unknown"),
        ("/v1/odata/leader_leader?unit=9", 403, "place-not-yours"),
    ],
)
def test_what_cannot_be_read_is_refused(filled: Central, address: str, status: int, code: str) -> None:
    answer = Reader(filled, "head").get(address)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def _sign_ins(central: Central) -> int:
    with central.endpoint.database.read() as session:
        return len(session.scalars(select(SignInRow.token_hash)).all())


def _as_json(cell: Cell) -> Any:
    """What a cell is once it has travelled."""
    if isinstance(cell, Decimal):
        return float(cell)
    return msgspec.json.decode(msgspec.json.encode(cell))


# --- what a dashboard shows ------------------------------------------------------------------------------------------


def savings_by_lists(central: Central, year: str) -> dict[tuple[str, str], list[int]]:
    """(office, period) → what its groups have saved, from the lines of the lists in force."""
    found: dict[tuple[str, str], list[int]] = {}
    vault = Vault(central.endpoint.keys)
    with central.endpoint.database.read() as session:
        rows = session.execute(
            select(SubmissionRow.unit, SubmissionRow.period, CertifiedEntryRow.content)
            .join(CertifiedEntryRow, CertifiedEntryRow.certification == SubmissionRow.certification)
            .where(SubmissionRow.received_at != "", SubmissionRow.dataset == "saving_group")
            .where(SubmissionRow.period.startswith(year), CertifiedEntryRow.entity == "quarter")
        )
        for unit, period, content in rows:
            found.setdefault((unit, period), []).append(vault.open(content)["saving_balance"])
    return found


def test_figures_of_an_area_are_what_its_lists_and_submissions_come_to(filled: Central) -> None:
    address = "/v1/figures?dataset=saving_group&year=2561"
    province = Reader(filled, "head").get(address).json()
    country = Reader(filled, "department").get(address).json()
    lists = savings_by_lists(filled, "2561")
    assert lists
    for row in province["rows"]:
        told = {
            one["period"]: (one["total"], one["offices"]) for one in row["figures"] if one["indicator"] == "savings"
        }
        assert told == {period: (sum(each), 1) for (unit, period), each in lists.items() if unit == row["unit"]}
    periods = {period for _, period in lists}
    sums = {period: sum(sum(each) for (_, of), each in lists.items() if of == period) for period in periods}
    of_province = next(row for row in country["rows"] if row["unit"] == SMALL)
    for row in (province["total"], of_province, country["total"]):
        found = [one for one in row["figures"] if one["indicator"] == "savings"]
        assert {one["period"]: one["total"] for one in found} == sums
        assert all(one["value"] == one["total"] and one["decimals"] for one in found)
        overdue = next(one for one in row["figures"] if one["indicator"] == "npl")
        assert overdue["value"] == (overdue["total"] * 20_000 + overdue["per"]) // (2 * overdue["per"])
        assert all(one["part"] == "" for one in row["figures"])
    assert of_province["figures"] == province["total"]["figures"]
    assert province["left"] == country["left"] == 0
    mixed = Reader(filled, "head").get(address + "&parts=yes").json()["total"]["figures"]
    whole = next(one for one in mixed if one["indicator"] == "health_mix" and not one["part"])
    same = [
        one for one in mixed if one["indicator"] == "health_mix" and one["part"] and one["period"] == whole["period"]
    ]
    assert sum(one["total"] for one in same) == whole["total"]


def test_rounds_of_an_area_count_its_submissions(filled: Central) -> None:
    told = Reader(filled, "viewer").get("/v1/figures").json()
    assert {row["unit"] for row in told["rows"]} == {"75", "7501", "7502", "7503"}
    with filled.endpoint.database.read() as session:
        held = session.scalars(select(SubmissionRow).where(SubmissionRow.period.startswith("2561-"))).all()
    assert len(told["total"]["rounds"]) == 27
    for row in (told["total"], *told["rows"]):
        for one in row["rounds"]:
            mine = [
                each
                for each in held
                if (each.dataset, each.period) == (one["dataset"], one["period"])
                and each.unit in ((row["unit"],) if row is not told["total"] else (each.unit,))
            ]
            received = [each for each in mine if each.received_at]
            assert one["received"] == len(received) == one["on_time"] + one["finished_on_time"] + one["late"]
            assert one["entries_done"] == sum(each.done for each in mine)
            assert (one["nil"], one["returned"]) == (
                sum(each.nil for each in received),
                sum(each.state == "returned" for each in mine),
            )
            assert one["expected"] >= one["received"]
    assert sum(one["received"] for one in told["total"]["rounds"]) > 10


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("?dataset=nothing", 400, "dataset-unknown"),
        ("?year=1", 400, "query-unknown"),
        ("?year=9999", 400, "fiscal-year-range"),
        ("?who=me", 400, "query-unknown"),
        ("?unit=76", 403, "place-not-yours"),
    ],
)
def test_figures_nobody_can_give_are_refused_in_words(filled: Central, query: str, status: int, code: str) -> None:
    answer = Reader(filled, "head").get(f"/v1/figures{query}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"]
