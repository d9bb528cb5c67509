"""Central's desk: the first administrator, signing in, people, machines, codes that are typed, and the audit trail."""

from __future__ import annotations

import csv
import io
import re
import sys
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id
from desk_driver import PASSWORD, DeskCaller, administrator, make_person
from sqlalchemy import select

from cdd_desktop.central.cli import main
from cdd_desktop.central.desk.codes import make_office_codes, office_list, plain_code, read_offices
from cdd_desktop.central.desk.enrolments import Office
from cdd_desktop.central.tables.desk import AccountRow, SignInRow
from cdd_desktop.central.tables.rows import EnrolmentCodeRow, PersonRow
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError
from cdd_desktop.sync.enrolment import encode_enrolment, verify_enrolment
from cdd_desktop.sync.letters import read_letters
from cdd_desktop.sync.protocol import Enrolment

NOW = "2018-03-18T08:40:00+07:00"
REACHED = Office("", ("https://central.example",))


# --- the first administrator -----------------------------------------------------------------------------------------


@pytest.fixture
def nothing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CDD_CENTRAL_DATABASE", str(tmp_path / "new.db"))
    monkeypatch.setenv("CDD_CENTRAL_KEYS", str(tmp_path / "new.keys.json"))
    monkeypatch.setenv("LANGUAGE", "en")


def test_init_makes_the_first_administrator_and_shows_the_password_once(
    nothing: None, capsys: pytest.CaptureFixture[str], tmp_path: Path, clock: FixedClock
) -> None:
    assert main(["init", "--now", NOW]) == 0
    said = capsys.readouterr().out
    (password,) = re.findall(r"^password  (\S+)$", said, re.MULTILINE)
    opened = Central(str(tmp_path / "new.db"), tmp_path / "new.keys.json", clock)
    with opened.endpoint.database.read() as session:
        account = session.scalars(select(AccountRow)).one()
        assert account.password.startswith("$argon2id$")
        assert password not in repr(account.__dict__)
        assert session.get_one(PersonRow, account.person).role == "administrator"
    caller = DeskCaller(opened)
    assert caller.sign_in("Admin", password).said["role"] == "administrator"
    assert main(["init", "--now", NOW]) == 1
    again = capsys.readouterr()
    assert "has an administrator already" in again.err
    assert again.out == ""
    assert caller.sign_in("admin", password).status == 200
    opened.close()


def test_a_password_of_ones_own_is_not_shown(
    nothing: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDD_PASSWORD", "short")
    assert main(["init", "--login", "somsri"]) == 1
    assert "at least 10" in capsys.readouterr().err
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    assert main(["init", "--login", "somsri"]) == 0
    assert PASSWORD not in capsys.readouterr().out


# --- signing in ------------------------------------------------------------------------------------------------------


def test_a_sign_in_holds_twelve_hours_and_ends_with_the_person(central: Central) -> None:
    caller = administrator(central)
    assert caller.ask("GET", "/v1/people").status == 200
    with central.endpoint.database.read() as session:
        assert caller.token not in session.scalars(select(SignInRow.token_hash)).all()
    central.clock.advance(timedelta(hours=12))
    assert caller.ask("GET", "/v1/people").code == "sign-in-over"
    caller.sign_in("admin")
    assert caller.ask("POST", "/v1/password", {"present": PASSWORD, "new": "short"}).code == "password-short"
    assert caller.ask("POST", "/v1/password", {"present": "wrong", "new": PASSWORD}).code == "sign-in-wrong"
    assert caller.ask("POST", "/v1/password", {"present": PASSWORD, "new": PASSWORD + "!"}).status == 200
    assert caller.ask("GET", "/v1/people").code == "sign-in-over"
    assert caller.sign_in("admin").code == "sign-in-wrong"
    assert caller.sign_in("admin", PASSWORD + "!").status == 200
    assert caller.ask("POST", "/v1/sign-out").status == 200
    assert caller.ask("GET", "/v1/people").code == "sign-in-over"


def test_wrong_passwords_wait_longer_and_longer_in_all_processes(central: Central) -> None:
    make_person(central, "00", Role.DEPARTMENT, "somchai")
    one, other = DeskCaller(central), DeskCaller(central)
    for caller in (one, other, one, other, one):
        assert caller.sign_in("somchai", "wrong password").status == 401
    assert one.sign_in("nobody", "wrong password").code == "sign-in-wrong"
    assert [caller.sign_in("somchai").code for caller in (one, other)] == ["too-many-requests"] * 2
    central.clock.advance(timedelta(seconds=5))
    assert other.sign_in("somchai", "wrong password").status == 401
    central.clock.advance(timedelta(seconds=5))
    assert one.sign_in("somchai").said["params"] == {"seconds": 5}
    central.clock.advance(timedelta(seconds=5))
    assert one.sign_in("somchai").status == 200
    assert other.sign_in("somchai").status == 200


# --- people and machines ---------------------------------------------------------------------------------------------


def test_the_administrator_adds_and_ends_people_and_every_office_hears_of_it(central: Central) -> None:
    caller, device = administrator(central), central.device("5007")
    head = {"unit": "5007", "name": " วิภา ตัวอย่าง ", "role": "head"}
    added = caller.ask("POST", "/v1/people", head).said
    assert added["name"] == "วิภา ตัวอย่าง"
    given = caller.ask("POST", f"/v1/people/{added['id']}/password", {"login": "wipa"}).said
    wipa = DeskCaller(central)
    assert wipa.sign_in("wipa", given["password"]).said["unit"] == "5007"
    assert {person["unit"] for person in wipa.ask("GET", "/v1/people?unit=5007").said["people"]} == {"5007"}
    device.sync()
    assert device.people[added["id"]].active
    assert caller.ask("POST", f"/v1/people/{added['id']}/end").said == {"count": 1}
    assert caller.ask("POST", f"/v1/people/{added['id']}/end").said == {}
    assert wipa.ask("GET", "/v1/people?unit=5007").code == "sign-in-over"
    assert wipa.sign_in("wipa", given["password"]).code == "sign-in-wrong"
    device.sync()
    assert not device.people[added["id"]].active
    wrong = [{**head, "role": "provincial-head"}, {**head, "name": " "}, {**head, "role": "king"}]
    assert [caller.ask("POST", "/v1/people", body).code for body in wrong] == [
        "role-not-of-unit",
        "name-needed",
        "role-not-of-unit",
    ]
    assert caller.ask("POST", f"/v1/people/{added['id']}/password", {"login": "x"}).code == "person-ended"
    other = caller.ask("POST", "/v1/people", {**head, "name": "อื่น"}).said["id"]
    assert caller.ask("POST", f"/v1/people/{other}/password", {"login": "ADMIN"}).code == "login-taken"
    assert caller.ask("POST", f"/v1/people/{new_id()}/end").code == "person-not-here"


def test_a_revoked_machine_is_let_in_no_more(central: Central) -> None:
    caller, device, other = administrator(central), central.device("5007"), central.device("5007")
    listed = caller.ask("GET", "/v1/devices?unit=50").said["devices"]
    assert {one["id"] for one in listed} == {device.id, other.id}
    assert caller.ask("POST", f"/v1/devices/{device.id}/revoke").said == {"count": 1}
    assert device.problem(batch_of(device.group(device.edit(new_id(), {"name_th": "ก"})))).code == "token-revoked"
    assert other.sync().cursor
    assert caller.ask("POST", f"/v1/devices/{new_id()}/revoke").code == "device-not-here"
    trail = caller.ask("GET", "/v1/audit?unit=5007").said["deeds"]
    assert sorted(deed["what"] for deed in trail) == ["code-made", "code-made", "device-revoked"]
    assert [deed["details"] for deed in trail if deed["what"] == "device-revoked"] == [{"device": device.id}]
    assert caller.ask("GET", f"/v1/audit?unit=5007&before={trail[0]['id']}").said["deeds"] == trail[1:]


# --- codes -----------------------------------------------------------------------------------------------------------


def test_a_typed_code_is_an_enrolment_until_a_machine_has_it(central: Central) -> None:
    caller = administrator(central)
    wanted = {"units": ["5007", "50"], "addresses": ["https://central.example"]}
    district, province = caller.ask("POST", "/v1/codes", wanted).said["codes"]
    assert re.fullmatch(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}", district["code"])
    typed = district["code"].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    body = {"code": typed}
    said = caller.ask("POST", "/v1/codes/take-up", body, token="").said
    enrolment = msgspec.convert(said, type=Enrolment)
    verify_enrolment(encode_enrolment(enrolment))
    assert (enrolment.unit, enrolment.addresses) == ("5007", ["https://central.example"])
    assert [person.pin for person in enrolment.people] == [person["pin"] for person in district["people"]]
    assert caller.ask("POST", "/v1/codes/take-up", body, token="").said == said
    device = Device(central, enrolment)
    device.sync()
    assert caller.ask("POST", "/v1/codes/take-up", body, token="").code == "code-used"
    assert caller.ask("DELETE", "/v1/codes?unit=50").said == {"count": 1}
    assert caller.ask("POST", "/v1/codes/take-up", {"code": province["code"]}).code == "code-withdrawn"
    second = caller.ask("POST", "/v1/codes", {**wanted, "units": ["5007"]}).said["codes"][0]
    assert [person["name"] for person in second["people"]] == [person.name for person in enrolment.people]
    central.clock.advance(timedelta(days=31))
    caller.sign_in("admin")
    assert caller.ask("POST", "/v1/codes/take-up", {"code": second["code"]}).code == "code-expired"
    for guess in ("", "K7Q2M-9XW4T-00000-00000", "ก", enrolment.code[:-1], "\u0000"):
        assert caller.ask("POST", "/v1/codes/take-up", {"code": guess}).code in ("code-unknown", "body-unreadable")
    with central.endpoint.database.read() as session:
        cells = repr([tuple(row) for row in session.execute(EnrolmentCodeRow.__table__.select())])
    assert plain_code(second["code"]) not in cells
    assert second["people"][0]["pin"] not in cells


def test_all_954_offices_have_their_codes_in_one_go(central: Central) -> None:
    rows = list(csv.DictReader(io.StringIO(office_list())))
    assert len(rows) == 954
    rows[1] |= {"head": "นายสมมติ ตัวอย่าง", "reports_from": "2018-01-01"}
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    offices = read_offices("\ufeff" + text.getvalue(), REACHED)
    with central.endpoint.database.write() as session:
        made = make_office_codes(session, central.clock, offices)
    assert len({one.code for one in made}) == 954
    assert {one.unit for one in made} == {row["unit"] for row in rows}
    named = [person.name for person in made[1].people]
    assert named[1] == "นายสมมติ ตัวอย่าง"
    with central.endpoint.database.read() as session:
        begins = {row.unit: row.reports_from for row in session.scalars(select(EnrolmentCodeRow))}
    assert (begins[made[1].unit], begins[made[2].unit]) == ("2018-01-01", "2017-10-01")


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("office\n5007\n", "offices-columns", {}),
        ("unit,phone\n5007,1\n", "offices-columns", {}),
        ("unit\n5007\n1001\n", "offices-line", {"line": 3, "reason": "unit-bangkok"}),
        ("unit\n5007\n5007\n", "offices-line", {"line": 3, "reason": "unit-twice"}),
        ("unit,reports_from\n5007,1/10/2560\n", "offices-line", {"line": 2, "reason": "day-unreadable"}),
    ],
)
def test_a_list_of_offices_that_is_wrong_makes_nothing(text: str, code: str, params: dict[str, object]) -> None:
    with pytest.raises(BadRequestError) as refused:
        read_offices(text, REACHED)
    assert refused.value.code == code
    assert params.items() <= refused.value.params.items()


def test_the_commands_make_list_and_withdraw(nothing: None, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["init", "--now", NOW]) == 0
    lists, letters = tmp_path / "offices.csv", tmp_path / "codes.csv"
    assert main(["codes", "offices", "--out", str(lists)]) == 0
    kept = lists.read_text(encoding="utf-8-sig").splitlines()[:3]
    lists.write_text("\n".join(kept), encoding="utf-8-sig")
    make = ["codes", "make", str(lists), "--out", str(letters), "--address", "https://central.example", "--now", NOW]
    assert main(make) == 0
    made = read_letters(letters.read_text(encoding="utf-8"))
    assert [len(one.people) for one in made] == [2, 2]
    if sys.platform != "win32":
        assert letters.stat().st_mode & 0o777 == 0o600
    assert main(["codes", "withdraw", made[0].unit, "--now", NOW]) == 0
    capsys.readouterr()
    assert main(["codes"]) == 0
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == ["withdrawn", "open"]
    assert main(["people", "add", "5007", "วิภา:head", "--now", NOW]) == 0
    person = capsys.readouterr().out.split()[2]
    assert main(["people", "password", person, "--login", "wipa", "--now", NOW]) == 0
    assert "password  " in capsys.readouterr().out
    assert main(["people", "end", person, "--now", NOW]) == 0
    assert main(["people", "list", "--unit", "5007"]) == 0
    assert "ended" in capsys.readouterr().out
    assert main(["devices"]) == 0
    assert main(["devices", "revoke", "nobody"]) == 2
    assert main(["audit", "--unit", "5007"]) == 0
    actions = [line.split()[1] for line in capsys.readouterr().out.splitlines()]
    assert sorted(actions) == ["password-given", "person-added", "person-ended"]
