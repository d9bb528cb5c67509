"""Machines stay in their office: every route × office × place × standing against ``scope_table.py``; every kind of
change × office × place; every step × role × state of a submission."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from central_driver import Central, Device, new_id
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from desk_driver import DeskCaller, make_person
from matrix import LONG_AGO, PEOPLE, Request, ask, bearer, contents
from scope_table import CARRIERS, CHANGES, DEVICE, OFFICES, STATES, STEPS, seen_from

from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import (
    BlobHolderRow,
    BlobRow,
    DeviceRow,
    RecordRow,
    SubmissionRow,
)
from cdd_desktop.central.trust.vault import Vault
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

PHOTO = b"photo"
NAME = hashlib.sha256(PHOTO).hexdigest()


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
    for who, (unit, role) in PEOPLE.items():
        make_person(sqlite_central, unit, role, who.replace(" ", "-"))
    callers = {who: DeskCaller(sqlite_central) for who in PEOPLE}
    for who, caller in callers.items():
        assert caller.sign_in(who.replace(" ", "-")).status == 200
    device = machines.devices["50", "valid"]
    before = contents(sqlite_central)
    for who, route in itertools.product(PEOPLE, DEVICE):
        if route == "POST /v1/enrol":
            continue  # nobody's token counts there, only the code
        device.token = callers[who].token
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
