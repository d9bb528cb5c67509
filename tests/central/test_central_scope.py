"""Who may call, and who sees what: claims, tokens, and what each level of office is given."""

from __future__ import annotations

import base64
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import psycopg
import pytest
from central_driver import Central, Device, batch_of, new_id
from central_report import Report
from psycopg import sql
from sqlalchemy import select, text

from cdd_desktop.central.desk.enrolments import NewPerson
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.tables.rows import Base, DeviceRow, EnrolmentCodeRow
from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError
from cdd_desktop.samples.people import citizen_id
from cdd_desktop.sync.enrolment import decode_enrolment, encode_enrolment, verify_enrolment
from cdd_desktop.sync.protocol import Claim


def test_an_enrolment_is_signed_and_names_its_people(central: Central) -> None:
    enrolment = central.enrol("5007")
    verify_enrolment(encode_enrolment(enrolment))
    assert decode_enrolment(encode_enrolment(enrolment)) == enrolment
    assert [person.role for person in enrolment.people] == ["officer", "head"]
    assert all(len(person.pin) == 8 and person.pin.isdigit() for person in enrolment.people)
    assert enrolment.reports_from == "2017-10-01"
    assert enrolment.expires_on == (bangkok_day(central.clock.now()) + timedelta(days=30)).isoformat()
    assert [person.role for person in central.enrol("50").people] == ["provincial-officer", "provincial-head"]


@pytest.mark.parametrize(("unit", "code"), [("10", "unit-bangkok"), ("1001", "unit-bangkok"), ("99", "unit-unknown")])
def test_no_enrolment_for_places_without_an_office(sqlite_central: Central, unit: str, code: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        sqlite_central.enrol(unit)
    assert refused.value.code == code


def test_an_enrolment_of_a_later_program_is_read_and_a_changed_one_is_not(central: Central) -> None:
    members = msgspec.json.decode(encode_enrolment(central.enrol("5007")))
    later = {**members, "greeting": "สวัสดี"}
    signed = msgspec.json.encode({name: value for name, value in later.items() if name != "signature"})
    later["signature"] = base64.b64encode(central.endpoint.keys.signer.sign(signed)).decode()
    verify_enrolment(msgspec.json.encode(later))
    assert decode_enrolment(msgspec.json.encode(later)).unit == "5007"
    for changed in ({**members, "unit": "5008"}, {**members, "greeting": "x"}, {**members, "signature": ""}):
        with pytest.raises(BadRequestError, match="enrolment-signature"):
            verify_enrolment(msgspec.json.encode(changed))


def test_a_role_of_another_level_is_refused(sqlite_central: Central) -> None:
    with pytest.raises(BadRequestError) as refused:
        sqlite_central.enrol("5007", NewPerson("ใครคนหนึ่ง", Role.PROVINCIAL_HEAD))
    assert refused.value.code == "role-not-of-unit"


def test_a_repeated_claim_gets_the_same_token(central: Central) -> None:
    device = Device(central, central.enrol("5007"))
    first = device.exchange(claim=device.claim).token
    assert first
    again = device.exchange(claim=device.claim).token
    central.clock.advance(timedelta(days=400))  # the code is long past its last day, and this device's for good
    assert device.exchange(claim=device.claim).token == again == first
    with central.endpoint.database.read() as session:
        stored = session.scalars(select(DeviceRow.token_hash)).all()
        codes = session.scalars(select(EnrolmentCodeRow.code_hash)).all()
    assert first not in stored
    assert device.enrolment.code not in codes


def test_a_claim_alone(central: Central) -> None:
    device = Device(central, central.enrol("5007"))
    raw = central.endpoint.enrol(device.request())
    assert b'"token":"' in raw
    with pytest.raises(ProblemError) as refused:
        central.endpoint.enrol(device.request(claim=None))
    assert refused.value.code == "no-claim"


def test_claims_that_are_refused(central: Central) -> None:
    enrolment = central.enrol("5007")
    first = Device(central, enrolment)
    first.sync()
    thief = Device(central, enrolment)
    assert _refusal(thief) == (403, "code-used")
    fake = Claim(code="guess", device_key=first.key, unit="5007")
    assert _refusal(first, claim=fake, token="") == (403, "code-unknown")
    other = Claim(code=enrolment.code, device_key=first.key, unit="5008")
    assert _refusal(first, claim=other, token="") == (403, "unit-mismatch")
    late = Device(central, central.enrol("5007"))
    central.clock.advance(timedelta(days=31))
    assert _refusal(late) == (403, "code-expired")
    odd = Device(central, central.enrol("5007"), id="one")
    assert _refusal(odd) == (400, "body-unreadable")
    keyless = Device(central, central.enrol("5007"))
    keyless.key = "none"
    assert _refusal(keyless) == (400, "body-unreadable")
    taken = Device(central, central.enrol("5007"), id=first.id)
    assert _refusal(taken) == (403, "code-used")


def test_tokens_that_are_refused(central: Central) -> None:
    device, other = central.device("5007"), central.device("5008")
    assert _refusal(device, token="wrong", claim=None) == (401, "device-unknown")
    assert _refusal(device, token="", claim=None) == (401, "device-unknown")
    assert _refusal(device, token=other.token) == (401, "device-unknown")
    assert _refusal(device, unit="5008") == (403, "unit-mismatch")
    with central.endpoint.database.write() as session:
        session.get_one(DeviceRow, device.id).revoked_at = "2018-03-18T00:00:00.000Z"
    assert _refusal(device) == (401, "token-revoked")
    assert _refusal(device, claim=device.claim) == (401, "token-revoked")
    assert other.problem(protocol=(3, 5)).status == 426
    assert other.problem(protocol=(0, 0)).code == "protocol"


def test_a_refused_request_stores_nothing(central: Central) -> None:
    device = central.device("5007")
    good = device.group(device.edit(new_id(), {"name_th": "กลุ่ม"}))
    assert device.problem(batch_of(good), unit="5008").code == "unit-mismatch"
    assert device.problem(b'{"id":"x","groups":[]}').code == "body-unreadable"
    assert central.device("5007").held == {}


def test_what_each_office_is_given(central: Central) -> None:
    """District, sibling, province, other province, department: kinds of things each is told about 5007."""
    report = Report(central.device("5007"))
    report.send_all()
    report.device.save({"name_th": "กลุ่มที่ยังไม่รับรอง", "tambon_code": "500702"})
    offices = {unit: central.device(unit) for unit in ("5007", "5008", "50", "51", "5101", "00")}
    seen = {unit: _kinds(device) for unit, device in offices.items()}
    everything = {"records", "submissions", "certified", "people", "contacts"}
    assert seen == {
        "5007": everything,
        "5008": set(),
        "50": everything - {"records"},
        "51": set(),
        "5101": set(),
        "00": {"submissions", "people", "contacts"},
    }


def test_people_are_added_by_their_office_only(central: Central) -> None:
    device, province = central.device("5007"), central.device("50")
    officer = device.person("officer")
    people = {"dataset": "", "entity": "", "form": 0}
    stored = device.send(device.group(device.add("officer", officer), **people))[0]
    assert stored.status == "stored"
    refused = [
        device.send(device.group(device.add("head", officer), **people))[0].code,
        device.send(device.group(device.add("provincial-officer", officer), **people))[0].code,
        device.send(device.group(device.add("officer", new_id()), **people))[0].code,
        device.send(device.group(device.add("officer", officer), unit="5008", **people))[0].code,
        province.send(province.group(province.add("officer", province.person("provincial-head")), **people))[0].code,
    ]
    assert refused == ["role-not-yours", "role-not-yours", "person-not-at-central", "not-your-unit", "role-not-yours"]
    second = central.device("5007")
    assert "นายตัวอย่าง เพิ่มใหม่" in {person.name for person in second.people.values()}
    province.sync()
    assert "นายตัวอย่าง เพิ่มใหม่" in {person.name for person in province.people.values()}


def test_citizen_ids_are_nowhere_in_clear(central: Central) -> None:
    """Not in contents, journal, natural keys, conflicts' stored answers: every cell of every table is searched, and the
    bytes they are kept as: SQLite's files with what was written over, PostgreSQL's rows as it copies them."""
    number, other = citizen_id(41), citizen_id(42)
    first, second = central.device("5007"), central.device("5007")
    place: dict[str, Any] = {"dataset": "leader", "entity": "leader"}
    record, stored = first.save({"citizen_id": number, "first_name": "สมชาย", "note": f"เลข {number}"}, **place)
    assert stored.status == "stored"
    second.sync()
    assert second.held[record].content["citizen_id"] == number
    first.save({"citizen_id": other, ":raw:citizen_id": other[:12]}, record, base=1, **place)
    conflict = second.save({"citizen_id": citizen_id(43)}, record, base=1, **place)[1]
    assert conflict.theirs == {"citizen_id": other}
    twin = second.save({"citizen_id": other}, **place)[1]
    assert (twin.status, twin.code) == ("refused", "duplicate-key")
    with central.endpoint.database.read() as session:
        cells = [repr(tuple(row)) for table in Base.metadata.sorted_tables for row in session.execute(table.select())]
    kept = raw_bytes(central)
    assert "สมชาย" in "".join(cells)
    assert "สมชาย".encode() in kept or b"\\u0e2a\\u0e21" in kept
    for secret in (number, other, other[:12], citizen_id(43)):
        assert secret not in "".join(cells)
        assert secret.encode() not in kept


def raw_bytes(central: Central) -> bytes:
    """What lies on the disk (SQLite), or every table as PostgreSQL's own copies of it hold it."""
    if "://" not in central.address:
        place = Path(central.address)
        return b"".join(path.read_bytes() for path in place.parent.glob(f"{place.name}*"))
    pieces: list[bytes] = []
    with central.endpoint.database.read() as session:
        connection = session.connection().connection.driver_connection
        assert isinstance(connection, psycopg.Connection)
        for table in Base.metadata.sorted_tables:
            statement = sql.SQL("COPY {} TO STDOUT (FORMAT BINARY)").format(sql.Identifier(table.name))
            with connection.cursor().copy(statement) as copied:
                pieces += [bytes(piece) for piece in copied]
    return b"".join(pieces)


def test_the_feed_tells_each_thing_only_where_it_belongs(central: Central) -> None:
    """Every row of the feed of a province, against the scope in plain words."""
    Report(central.device("5007")).send_all()
    with central.endpoint.database.read() as session:
        rows = session.execute(text("SELECT kind, unit FROM feed WHERE province = '50'")).all()
    assert {kind for kind, _ in rows} == {"record", "submission", "certified", "person", "contact"}
    assert {unit for _, unit in rows} == {"5007"}


def _refusal(device: Device, token: str | None = None, **other: Any) -> tuple[int, str]:
    if token is not None:
        device.token, kept = token, device.token
        problem = device.problem(**{"claim": None, **other})
        device.token = kept
    else:
        problem = device.problem(**other)
    return problem.status, problem.code


def _kinds(device: Device) -> set[str]:
    """The kinds of things a device was told that belong to 5007."""
    held = {
        "records": [record.unit for record in device.held.values()],
        "submissions": [submission.unit for submission in device.submissions.values()],
        "certified": [entry.unit for entry in device.certified.values()],
        "people": [person.unit for person in device.people.values()],
        "contacts": [contact.unit for contact in device.contacts.values()],
    }
    return {kind for kind, units in held.items() if "5007" in units}
