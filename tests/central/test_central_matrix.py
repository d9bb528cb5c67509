"""Nobody sees or writes outside their scope: every route × role × place × state of the caller, every cell asserted
against ``scope_table.py``; every kind of change × office × place; every step × role × state of a submission."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx2
import msgspec
import pytest
from central_driver import Central, Device, new_id
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from desk_driver import PASSWORD, make_person
from scope_table import CARRIERS, CHANGES, DESK, DEVICE, OFFICES, OPEN, STATES, STEPS, seen_from
from sqlalchemy import select

from cdd_desktop.central.app import create_app, named
from cdd_desktop.central.desk_rows import AccountRow, SignInRow
from cdd_desktop.central.instants import to_text
from cdd_desktop.central.rows import (
    Base,
    BlobHolderRow,
    BlobRow,
    DeviceRow,
    EnrolmentCodeRow,
    PersonRow,
    RecordRow,
    SubmissionRow,
)
from cdd_desktop.central.vault import Vault, token_hash
from cdd_desktop.domain.person import Role
from cdd_desktop.sync.filed import BATCH, DEVICE_HEADER, BatchFile
from cdd_desktop.sync.files import seal_file
from cdd_desktop.sync.protocol import (
    BlobsRequest,
    Claim,
    DelegationChange,
    DigestRequest,
    PersonChange,
    SyncRequest,
    WantedBlob,
)
from cdd_desktop.sync.signing import public_text

LONG_AGO, FOR_EVER = "2018-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"
PHOTO = b"photo"
NAME = hashlib.sha256(PHOTO).hexdigest()
PEOPLE = {
    "administrator": ("00", Role.ADMINISTRATOR),
    "department": ("00", Role.DEPARTMENT),
    "viewer of the department": ("00", Role.VIEWER),
    "provincial-head": ("50", Role.PROVINCIAL_HEAD),
    "provincial-officer": ("50", Role.PROVINCIAL_OFFICER),
    "viewer of a province": ("50", Role.VIEWER),
    "head": ("5007", Role.HEAD),
    "officer": ("5007", Role.OFFICER),
    "viewer of a district": ("5007", Role.VIEWER),
}
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


Request = tuple[str, str, bytes, dict[str, str]]


def ask(central: Central, requests: Iterator[Request] | list[Request]) -> list[tuple[int, bytes]]:
    async def run() -> list[tuple[int, bytes]]:
        transport = httpx2.ASGITransport(create_app(central.endpoint))
        async with httpx2.AsyncClient(transport=transport, base_url="http://central") as client:
            answers = []
            for method, path, body, headers in requests:
                answer = await client.request(method, path, content=body, headers=headers)
                answers.append((answer.status_code, answer.content))
            return answers

    return asyncio.run(run())


def contents(central: Central) -> list[str]:
    """Every row of every table: what a refused request may not change."""
    with central.endpoint.database.read() as session:
        return [
            repr(tuple(row))
            for table in Base.metadata.sorted_tables
            for row in sorted(session.execute(table.select()), key=repr)
        ]


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"} if token else {}


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
        elif cell.method in ("GET", "DELETE"):
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
        if route in ("POST /v1/sign-out", "POST /v1/password") and where != "own":
            continue  # they speak of nobody else
        if standing != "valid":
            yield cell, 401
        else:
            yield cell, 200 if where in DESK[route].get(who, "").split() else 403


def test_every_route_of_the_desk_by_role_place_and_standing(sqlite_central: Central) -> None:
    desk = Desk(sqlite_central)
    cells = list(desk_cells())
    assert len(cells) > 2500
    denied = [(cell, status) for cell, status in cells if status != 200]
    before = contents(sqlite_central)
    answers = ask(sqlite_central, [desk.request(cell, anew=False) for cell, _ in denied])
    assert [(cell, status) for cell, (status, _) in zip([c for c, _ in denied], answers, strict=True)] == denied
    assert contents(sqlite_central) == before
    for _, said in answers:
        assert set(msgspec.json.decode(said)) <= {"code", "params", "message"}
    ending = ("POST /v1/password", "POST /v1/sign-out")  # after these the token is good no more
    allowed = [(cell, status) for cell, status in cells if status == 200 and cell.route not in ending]
    requests = (desk.request(cell, anew=True) for cell, _ in allowed)
    answers = ask(sqlite_central, requests)
    assert [(cell, status) for cell, (status, _) in zip([c for c, _ in allowed], answers, strict=True)] == allowed
    for (cell, _), (_, said) in zip(allowed, answers, strict=True):
        units = _units_told(said)
        assert all(seen_from(cell.place, unit) in ("own", "child", "grandchild") for unit in units), cell
    for route in ending:
        mine = [(cell, status) for cell, status in cells if status == 200 and cell.route == route]
        for who, token in [(cell.who, desk.tokens[cell.who, "valid"]) for cell, _ in mine]:
            with sqlite_central.endpoint.database.write() as session:
                session.get_one(SignInRow, token_hash(token)).ended_at = ""
            body = msgspec.json.encode({"present": PASSWORD, "new": PASSWORD})
            path = route.partition(" ")[2]
            asked = [("POST", path, body, bearer(token)), ("GET", "/v1/people", b"", bearer(token))]
            assert [status for status, _ in ask(sqlite_central, asked)] == [200, 401], (route, who)


def _units_told(said: bytes) -> set[str]:
    """Every office an answer speaks of."""
    found: set[str] = set()

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


# --- machines --------------------------------------------------------------------------------------------------------


class Machines:
    """A machine of each office in each standing, a record with a photo in each office, and a file of each."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self.devices: dict[tuple[str, str], Device] = {}
        self.records: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        vault, keys = Vault(central.endpoint.keys), central.endpoint.keys
        for unit in OFFICES:
            for standing in ("valid", "revoked", "stranger"):
                self.devices[unit, standing] = Device(central, central.enrol(unit))
            signer = Ed25519PrivateKey.generate()
            filed = Device(central, central.enrol(unit))
            filed.key = public_text(signer)
            filed.sync()
            self.devices[unit, "valid"].sync()
            self.devices[unit, "revoked"].sync()
            self.devices[unit, "stranger"].token = new_id()
            self.records[unit] = new_id()
            message = BatchFile(
                protocol=(1, 2), app="t", unit=unit, device=filed.id, device_key=filed.key, written_at=LONG_AGO
            )
            self.files[unit] = seal_file(BATCH, message, signer, [keys.sealing_key])
            content = vault.seal({"photo": [NAME]}, ())
            with central.endpoint.database.write() as session:
                session.get_one(DeviceRow, self.devices[unit, "revoked"].id).revoked_at = LONG_AGO
                session.add(BlobHolderRow(sha256=NAME, unit=unit, at=LONG_AGO))
                row = RecordRow(id=self.records[unit], unit=unit, dataset="leader", entity="leader", form=1, rev=1)
                row.content, row.clock, row.updated_at = content, [], LONG_AGO
                session.add(row)
        with central.endpoint.database.write() as session:
            session.add(BlobRow(sha256=NAME, size=len(PHOTO), body=vault.seal_bytes(PHOTO), at=LONG_AGO))

    def request(self, route: str, unit: str, standing: str, place: str) -> Request:
        method, path = route.split()
        device = self.devices[unit, standing]
        headers = {**bearer(device.token), DEVICE_HEADER: device.id}
        asked: Any = b""
        if path == "/v1/sync":
            asked = msgspec.json.decode(device.request(unit=place), type=SyncRequest)
        elif path == "/v1/enrol":
            claim = Claim(code=device.enrolment.code, device_key=device.key, unit=place)
            if standing == "stranger":
                claim = msgspec.structs.replace(claim, code=new_id())
            asked = msgspec.json.decode(device.request(claim=claim, unit=place), type=SyncRequest)
        elif path == "/v1/digests":
            asked = DigestRequest(protocol=(1, 2), device=device.id, unit=place)
        elif path == "/v1/blobs":
            wanted = [WantedBlob(sha256=NAME, record=self.records[place])]
            asked = BlobsRequest(device=device.id, unit=place, blobs=wanted)
        elif path == "/v1/files":
            return method, path, self.files[place], headers
        else:
            headers["content-range"] = f"bytes 0-{len(PHOTO) - 1}/{len(PHOTO)}"
            where = path.replace("{sha256}", NAME)
            return method, f"{where}?record={self.records[place]}", PHOTO if method == "PUT" else b"", headers
        return method, path, msgspec.json.encode(asked), headers


DENIED = {"/v1/files": 422, "/v1/blobs/{sha256}": 404}


def device_cells() -> Iterator[tuple[tuple[str, str, str, str], int]]:
    for route, unit, standing, place in itertools.product(
        DEVICE, ("5007", "50", "00"), ("valid", "revoked", "stranger"), OFFICES
    ):
        where, path = seen_from(unit, place), route.partition(" ")[2]
        allowed = DEVICE[route].split() if path != "/v1/files" or unit in CARRIERS else ["own"]
        status = 200 if where in allowed else DENIED.get(path, 403)
        if standing != "valid":
            status = 401
            if path == "/v1/enrol" and (standing == "stranger" or where != "own"):
                status = 403  # no code, or one of another office
        yield (route, unit, standing, place), status


def test_every_route_of_machines_by_office_place_and_standing(sqlite_central: Central) -> None:
    machines = Machines(sqlite_central)
    cells = list(device_cells())
    assert len(cells) == len(DEVICE) * 3 * 3 * len(OFFICES)
    denied = [cell for cell, status in cells if status != 200]
    before = contents(sqlite_central)
    answers = ask(sqlite_central, [machines.request(*cell) for cell in denied])
    found = dict(zip(denied, (status for status, _ in answers), strict=True))
    assert contents(sqlite_central) == before
    allowed = [cell for cell, status in cells if status == 200]
    answers = ask(sqlite_central, [machines.request(*cell) for cell in allowed])
    found |= dict(zip(allowed, (status for status, _ in answers), strict=True))
    assert {cell: found[cell] for cell, _ in cells} == dict(cells)


def test_a_persons_token_opens_no_route_of_machines(sqlite_central: Central) -> None:
    machines = Machines(sqlite_central)
    desk = Desk(sqlite_central)
    device = machines.devices["50", "valid"]
    before = contents(sqlite_central)
    for who, route in itertools.product(PEOPLE, DEVICE):
        if route == "POST /v1/enrol":
            continue  # nobody's token counts there, only the code
        device.token = desk.tokens[who, "valid"]
        ((status, _),) = ask(sqlite_central, [machines.request(route, "50", "valid", "50")])
        assert status == 401, (who, route)
    assert contents(sqlite_central) == before


def test_a_machine_that_was_revoked_is_not_let_in_under_a_new_id(sqlite_central: Central) -> None:
    device = sqlite_central.device("5007")
    with sqlite_central.endpoint.database.write() as session:
        session.get_one(DeviceRow, device.id).revoked_at = LONG_AGO
    device.id, device.token = new_id(), ""
    assert device.problem().code == "token-revoked"


# --- changes and steps -----------------------------------------------------------------------------------------------


def test_every_kind_of_change_by_office_and_place(sqlite_central: Central) -> None:
    at = to_text(sqlite_central.clock.now())
    for unit in ("5007", "50", "00"):
        device = sqlite_central.device(unit)
        person, other = (one.id for one in device.enrolment.people[:2])
        for kind, place in itertools.product(CHANGES, OFFICES):
            where = {"dataset": "organization", "entity": "organization", "unit": place}
            if kind == "edit":
                change: Any = device.edit(new_id(), {"name_th": "กลุ่ม"})
            elif kind == "person":
                where |= {"dataset": "", "entity": "", "form": 0}
                change = PersonChange(n=device.next(), id=new_id(), name="ใคร", role="viewer", at=at, person=person)
            elif kind == "delegation":
                where |= {"dataset": "", "entity": "", "form": 0}
                days = {"from_on": "2018-03-01", "until_on": "2018-04-01"}
                change = DelegationChange(n=device.next(), id=new_id(), to=person, person=other, at=at, **days)
            else:
                where |= {"entity": "", "form": 0, "period": "2561-r1"}
                change = device.move("propose", device.enrolment.people[0].role)
            result = device.send(device.group(change, **where))[0]
            allowed = seen_from(unit, place) in CHANGES[kind].split() and (kind, unit) != ("person", "00")
            assert (result.code != "not-your-unit") == allowed, (unit, kind, place, result)


@pytest.mark.parametrize(
    ("unit", "place"),
    [("5007", "5007"), ("50", "50"), ("50", "5007"), ("00", "50"), ("00", "5007"), ("50", "5101"), ("5007", "5008")],
)
def test_every_step_by_role_state_and_place(sqlite_central: Central, unit: str, place: str) -> None:
    """A step that is allowed is stored or, for want of its list, refused as a certification; any other is refused."""
    device = sqlite_central.device(unit)
    roles = {role: who for who, role in PEOPLE.values() if who == unit}
    people = {role: make_person(sqlite_central, unit, role, role.value) for role in roles}
    # the period and dataset both levels report
    key = {"unit": place, "dataset": "organization", "period": "2561-r1"}
    where = seen_from(unit, place)
    states = STATES if where in ("own", "child") else ("proposed", "certified")
    for role, step, state in itertools.product(roles, STEPS, states):
        with sqlite_central.endpoint.database.write() as session:
            row = session.get(SubmissionRow, tuple(key.values())) or SubmissionRow(**key)
            session.add(row)
            row.state, row.device, row.rev = state.partition(",")[0], "", 1
            row.received_at = LONG_AGO if state in ("certified", "accepted", "approved") else ""
            row.certification, row.proposed_by = "", ""
        change = device.move(step, device.enrolment.people[0].role, base=1, reason="เหตุผล", person=people[role])
        result = device.send(device.group(change, entity="", form=0, **key))[0]
        own = next((own for begins, own, _ in STEPS[step] if begins == state), "")
        above = next((above for begins, _, above in STEPS[step] if begins == state), "")
        allowed = role in {"own": own, "child": above}.get(where, "").split()
        if allowed:
            assert result.status == "stored" or result.code == "certification-missing", (role, step, state, result)
        else:
            assert result.code in ("move-refused", "not-your-unit"), (role, step, state, result)
