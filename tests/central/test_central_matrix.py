"""Nobody sees or writes outside their scope: every route × role × place × state of the caller, every cell asserted
against ``scope_table.py``; beside it the matrix of machines, changes and steps."""

from __future__ import annotations

import csv
import itertools
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from central_driver import Central, new_id
from desk_driver import PASSWORD, make_person
from matrix import FOR_EVER, LONG_AGO, PEOPLE, Request, ask, bearer, contents
from scope_table import DESK, DEVICE, EVERYBODY, OFFICES, OPEN, seen_from
from sqlalchemy import select

from cdd_desktop.central.serving.app import create_app, named
from cdd_desktop.central.tables.desk import AccountRow, SignInRow
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import (
    DeviceRow,
    EnrolmentCodeRow,
    PersonRow,
)
from cdd_desktop.central.trust.vault import token_hash
from cdd_desktop.domain.person import Role
from cdd_desktop.paths import resources

HOLIDAYS_FILE = resources() / "holidays" / "thailand.json"
HOLIDAYS = HOLIDAYS_FILE.read_text(encoding="utf-8").replace('"revision": 1,', '"revision": 2,')
ABOUT_NO_OFFICE = ("GET /v1/published", "POST /v1/published")
STANDINGS = ("valid", "expired", "signed out", "ended", "a device's token", "no token")


@dataclass(frozen=True)
class Cell:
    """One case: what is asked, by whom, in which standing, about which office."""

    route: str
    who: str
    standing: str
    place: str

    @property
    def method(self) -> str:
        return self.route.partition(" ")[0]

    @property
    def path(self) -> str:
        return self.route.partition(" ")[2]


def test_the_table_names_every_route(sqlite_central: Central) -> None:
    served = {f"{method} {path}" for path, method in named(create_app(sqlite_central.endpoint).routes)}  # type: ignore[arg-type]
    assert {*DESK, *DEVICE, *OPEN} == served
    assert len(DESK) + len(DEVICE) + len(OPEN) == len(served)


# --- people ----------------------------------------------------------------------------------------------------------


class Desk:
    """A central with one person of each role, each in every standing, and something to act on in every office."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self.tokens: dict[tuple[str, str], str] = {}
        self.targets: dict[tuple[str, str], str] = {}
        device = central.device("5007")
        for who, (unit, role) in PEOPLE.items():
            for standing in STANDINGS[:-2]:
                person = make_person(central, unit, role, f"{who}-{standing}".replace(" ", "-"))
                self.tokens[who, standing] = self._signed_in(person, standing)
            self.tokens[who, "a device's token"] = device.token
            self.tokens[who, "no token"] = ""
        for kind, place in itertools.product(("end", "password", "revoke"), OFFICES):
            self.targets[kind, place] = self.fresh(kind, place)

    def _signed_in(self, person: str, standing: str) -> str:
        token = new_id()
        with self.central.endpoint.database.write() as session:
            row = SignInRow(token_hash=token_hash(token), person=person, at=LONG_AGO, expires_at=FOR_EVER, ended_at="")
            session.add(row)
            if standing == "expired":
                row.expires_at = to_text(self.central.clock.now())
            if standing == "signed out":
                row.ended_at = LONG_AGO
            if standing == "ended":
                session.get_one(PersonRow, person).active = False
        return token

    def fresh(self, kind: str, place: str) -> str:
        """Somebody of an office, or a machine of it, that is still there."""
        with self.central.endpoint.database.write() as session:
            if kind == "revoke":
                code = new_id()
                session.add(
                    EnrolmentCodeRow(
                        code_hash=code, unit=place, expires_on="2018-01-01", reports_from="", created_at=LONG_AGO
                    )
                )
                session.flush()
                row: Any = DeviceRow(
                    id=new_id(), unit=place, public_key="", token_hash=code, code_hash=code, enrolled_at=LONG_AGO
                )
            else:
                row = PersonRow(id=new_id(), name="ใคร", role="viewer", unit=place, added_at=LONG_AGO)
            session.add(row)
            return str(row.id)

    def request(self, cell: Cell, *, anew: bool) -> Request:
        path, body = cell.path, {}
        kind = path.rpartition("/")[2]
        if "{id}" in path:
            target = self.fresh(kind, cell.place) if anew else self.targets[kind, cell.place]
            path, body = path.replace("{id}", target), {"login": new_id()}
        elif path == "/v1/published":
            body = {"kind": "holidays", "file": HOLIDAYS}
        elif cell.method in ("GET", "DELETE") and DESK[cell.route] is not EVERYBODY:
            path = path.replace("{file}", "leader_leader.csv").replace("{table}", "leader_leader")
            path += f"?unit={cell.place}"
        elif path == "/v1/people":
            body = {"unit": cell.place, "name": "ใคร", "role": "viewer"}
        elif path == "/v1/codes":
            body = {"units": [cell.place], "addresses": ["https://central.example"]}
        elif path == "/v1/password":
            body = {"present": PASSWORD, "new": PASSWORD}
        token = self.tokens[cell.who, cell.standing]
        return cell.method, path, msgspec.json.encode(body), bearer(token)


def desk_cells() -> Iterator[tuple[Cell, int]]:
    """Every cell with the status the table wants."""
    for route, who, standing, place in itertools.product(DESK, PEOPLE, STANDINGS, OFFICES):
        cell = Cell(route, who, standing, place)
        where = seen_from(PEOPLE[who][0], place)
        if (DESK[route] is EVERYBODY or route in ABOUT_NO_OFFICE) and where != "own":
            continue  # they speak of nobody else
        if standing != "valid":
            yield cell, 401
        else:
            yield cell, 200 if where in DESK[route].get(who, "").split() else 403


def test_every_route_of_the_desk_by_role_place_and_standing(central: Central) -> None:
    """On SQLite every cell; on PostgreSQL a quarter of them by chance, and all with CDD_EVERY_CELL=1."""
    desk = Desk(central)
    cells = list(desk_cells())
    assert len(cells) > 2500
    if central.address.startswith("postgresql") and not os.environ.get("CDD_EVERY_CELL"):
        cells = random.Random(len(cells)).sample(cells, len(cells) // 4)
    denied = [(cell, status) for cell, status in cells if status != 200]
    before = contents(central)
    answers = ask(central, [desk.request(cell, anew=False) for cell, _ in denied])
    assert [(cell, status) for cell, (status, _) in zip([c for c, _ in denied], answers, strict=True)] == denied
    assert contents(central) == before
    for _, said in answers:
        assert set(msgspec.json.decode(said)) <= {"code", "params", "message"}
    ending = ("POST /v1/password", "POST /v1/sign-out")  # after these the token is good no more
    allowed = [(cell, status) for cell, status in cells if status == 200 and cell.route not in ending]
    requests = (desk.request(cell, anew=True) for cell, _ in allowed)
    answers = ask(central, requests)
    assert [(cell, status) for cell, (status, _) in zip([c for c, _ in allowed], answers, strict=True)] == allowed
    for (cell, _), (_, said) in zip(allowed, answers, strict=True):
        units = _units_told(said)
        assert all(seen_from(cell.place, unit) in ("own", "child", "grandchild") for unit in units), cell
    for route in ending:
        mine = [(cell, status) for cell, status in cells if status == 200 and cell.route == route]
        for who, token in [(cell.who, desk.tokens[cell.who, "valid"]) for cell, _ in mine]:
            with central.endpoint.database.write() as session:
                session.get_one(SignInRow, token_hash(token)).ended_at = ""
            body = msgspec.json.encode({"present": PASSWORD, "new": PASSWORD})
            path = route.partition(" ")[2]
            asked = [("POST", path, body, bearer(token)), ("GET", "/v1/people", b"", bearer(token))]
            assert [status for status, _ in ask(central, asked)] == [200, 401], (route, who)


def _units_told(said: bytes) -> set[str]:
    """Every office an answer speaks of."""
    found: set[str] = set()
    if said.startswith(b"<"):  # the feed's description
        return found
    if not said.startswith(b"{"):  # a table
        return {line["unit"] for line in csv.DictReader(said.decode("utf-8-sig").splitlines())}

    def look(value: Any) -> None:
        if isinstance(value, dict):
            found.update(text for key, text in value.items() if key == "unit" and text)
            for inside in value.values():
                look(inside)
        elif isinstance(value, list):
            for inside in value:
                look(inside)

    look(msgspec.json.decode(said))
    return found


def test_routes_that_are_open_give_nothing_to_a_stranger(sqlite_central: Central) -> None:
    make_person(sqlite_central, "00", Role.ADMINISTRATOR, "admin")
    body = msgspec.json.encode({"login": "admin", "password": "guess", "code": "K7Q2M-9XW4T-00000-00000"})
    for route, status in OPEN.items():
        method, path = route.split()
        for token in ("", "guess"):
            ((got, said),) = ask(sqlite_central, [(method, path, body if method == "POST" else b"", bearer(token))])
            assert got == status, route
            assert b"admin" not in said or path == "/openapi.json"
    with sqlite_central.endpoint.database.read() as session:
        assert session.scalars(select(AccountRow.failures)).one() == 2
