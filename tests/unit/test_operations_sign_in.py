"""Enrolling a machine and signing in: several people, one store, each with an own password."""

from __future__ import annotations

import random
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError, RefusedError, UserError
from cdd_desktop.operations.add_person import add_person, add_person_here, read_people
from cdd_desktop.operations.enrol import FirstPerson, enrol_office, read_enrolment
from cdd_desktop.operations.sign_in import choose_password, confirm_password, give_pin, sign_in
from cdd_desktop.operations.slots import is_enrolled, people_on
from cdd_desktop.operations.work import Work
from cdd_desktop.paths import Profile, profile
from cdd_desktop.store.keys import decode_key, encode_key, read_key_file
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import ChangeRow
from cdd_desktop.sync.enrolment import encode_enrolment, sign_enrolment
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment, PersonChange

DEMO_NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)
OFFICER, HEAD, OTHER = "p-officer", "p-head", "p-other"
WORD = "รหัสของสมศรี-๑"
CENTRAL = Ed25519PrivateKey.from_private_bytes(b"c" * 32)
RECOVERY = pyrage.x25519.Identity.generate()


def enrolment(**changes: object) -> Enrolment:
    people = [
        EnrolledPerson(id=OFFICER, name="สมศรี ใจดี", role="officer", pin="4821-7730"),
        EnrolledPerson(id=HEAD, name="วิชัย แก้วมณี", role="head", pin="1111-2222"),
        EnrolledPerson(id=OTHER, name="มาลี ทองดี", role="officer", pin="3333-4444"),
    ]
    made = Enrolment(
        format=1,
        unit="5007",
        addresses=["http://127.0.0.1:9"],
        signing_key=encode_key(CENTRAL.public_key().public_bytes_raw()),
        sealing_key=str(RECOVERY.to_public()),
        code="one-time",
        expires_on="2018-04-17",
        reports_from="2017-10-01",
        people=people,
    )
    return sign_enrolment(msgspec.structs.replace(made, **changes), CENTRAL.private_bytes_raw())


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office enrolled once: stretching passwords takes its time on purpose."""
    made = profile("office", tmp_path_factory.mktemp("enrolled"))
    enrol_office(made, enrolment(), FirstPerson(OFFICER, "๔๘๒๑-๗๗๓๐", WORD), clock=FixedClock(DEMO_NOW))
    return made.folder


@pytest.fixture
def place(enrolled: Path, tmp_path: Path) -> Profile:
    made = profile("office", tmp_path)
    shutil.copytree(enrolled, made.folder)
    return made


def code_of(call: object, *arguments: object, **named: object) -> str:
    with pytest.raises(UserError) as refused:
        call(*arguments, **named)  # type: ignore[operator]
    return refused.value.code


# --- the file ---------------------------------------------------------------------------------------------------------


def test_a_signed_file_is_read(clock: FixedClock) -> None:
    assert read_enrolment(encode_enrolment(enrolment()), clock) == enrolment()


@pytest.mark.parametrize("name", ["unit", "addresses", "code", "expires_on", "reports_from", "sealing_key"])
def test_any_change_after_signing_is_found(clock: FixedClock, name: str) -> None:
    value: object = ["http://127.0.0.1:10"] if name == "addresses" else "5008"
    forged = msgspec.structs.replace(enrolment(), **{name: value})
    assert code_of(read_enrolment, encode_enrolment(forged), clock) == "enrolment-signature"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"expires_on": "2018-03-17"}, "enrolment-expired"),
        ({"expires_on": "soon"}, "enrolment-unreadable"),
        ({"reports_from": ""}, "enrolment-unreadable"),
        ({"unit": "1003"}, "enrolment-unit"),
        ({"unit": "9999"}, "enrolment-unit"),
        ({"people": []}, "enrolment-people"),
        ({"people": [EnrolledPerson(id="x", name="x", role="king", pin="1")]}, "enrolment-people"),
        ({"addresses": []}, "enrolment-addresses"),
        ({"format": 2}, "enrolment-newer"),
    ],
)
def test_what_cannot_be_used_says_why(clock: FixedClock, changes: dict[str, object], code: str) -> None:
    assert code_of(read_enrolment, encode_enrolment(enrolment(**changes)), clock) == code


@pytest.mark.parametrize("data", [b"", b"{}", b"PK\x03\x04", b'{"format":1}', "ไฟล์".encode()])
def test_another_file_is_no_enrolment(clock: FixedClock, data: bytes) -> None:
    assert code_of(read_enrolment, data, clock) == "enrolment-unreadable"


def test_the_last_day_still_counts(clock: FixedClock) -> None:
    assert read_enrolment(encode_enrolment(enrolment(expires_on="2018-03-18")), clock)


# --- the first start --------------------------------------------------------------------------------------------------


def test_the_list_of_people_is_readable_before_anyone_signs_in(place: Profile) -> None:
    assert is_enrolled(place)
    assert [(each.name, each.role, each.first_use) for each in people_on(place)] == [
        ("สมศรี ใจดี", Role.OFFICER, False),
        ("วิชัย แก้วมณี", Role.HEAD, True),
        ("มาลี ทองดี", Role.OFFICER, True),
    ]


def test_the_office_is_as_the_file_says(place: Profile, clock: FixedClock) -> None:
    workplace = sign_in(place, OFFICER, WORD, clock=clock)
    try:
        assert workplace.unit.code == "5007"
        assert workplace.reports_from.isoformat() == "2017-10-01"
        assert [each.id for each in workplace.read(read_people)] == sorted([OFFICER, HEAD, OTHER])

        def device_key(work: Work) -> bytes:
            assert read_meta(work.session, Meta.CLAIM_CODE) == "one-time"
            return decode_key(read_meta(work.session, Meta.DEVICE_KEY))

        assert Ed25519PrivateKey.from_private_bytes(workplace.read(device_key))
    finally:
        workplace.close()


def test_enrolling_is_done_once_and_leaves_nothing_when_it_fails(tmp_path: Path, clock: FixedClock) -> None:
    made = profile("office", tmp_path)
    assert code_of(enrol_office, made, enrolment(), FirstPerson(OFFICER, "0000", WORD), clock=clock) == "pin-wrong"
    assert code_of(enrol_office, made, enrolment(), FirstPerson("nobody", "0", WORD), clock=clock) == "person-unknown"
    short = FirstPerson(OFFICER, "4821-7730", "short")
    assert code_of(enrol_office, made, enrolment(), short, clock=clock) == "password-short"
    same = FirstPerson(OFFICER, "4821-7730", "4821-7730")
    assert code_of(enrol_office, made, enrolment(), same, clock=clock) == "password-is-pin"
    bad = enrolment(sealing_key="age1nonsense")
    first = FirstPerson(OFFICER, "4821-7730", WORD)
    assert code_of(enrol_office, made, bad, first, clock=clock) == "enrolment-unreadable"
    assert not is_enrolled(made)
    assert not made.store.exists()
    enrol_office(made, enrolment(), first, clock=clock)
    assert code_of(enrol_office, made, enrolment(), first, clock=clock) == "profile-enrolled"


def test_a_store_without_its_keys_is_set_aside_not_overwritten(place: Profile, clock: FixedClock) -> None:
    before = place.store.read_bytes()
    place.keys.unlink()
    enrol_office(place, enrolment(), FirstPerson(OFFICER, "4821-7730", WORD), clock=clock)
    (kept,) = place.folder.glob("store-without-keys-*.db")
    assert kept.read_bytes() == before


def test_central_can_recover_the_store(place: Profile, clock: FixedClock) -> None:
    key = pyrage.decrypt(read_key_file(place.keys).recovery, [RECOVERY])
    from cdd_desktop.store.engine import open_store

    store = open_store(place.store, key)
    assert store.verify() == ()
    store.close()


# --- signing in -------------------------------------------------------------------------------------------------------


def test_each_person_chooses_an_own_password(place: Profile, clock: FixedClock) -> None:
    assert code_of(sign_in, place, HEAD, "1111-2222", clock=clock) == "password-not-chosen"
    assert code_of(choose_password, place, HEAD, "9999", "หัวหน้าเลือกเอง", clock=clock) == "password-wrong"
    choose_password(place, HEAD, "1111-2222", "หัวหน้าเลือกเอง", clock=clock)
    assert code_of(choose_password, place, HEAD, "1111-2222", "again-and-again", clock=clock) == "password-wrong"
    for person, word in ((HEAD, "หัวหน้าเลือกเอง"), (OFFICER, WORD)):
        workplace = sign_in(place, person, word, clock=clock)
        assert workplace.person.id == person
        workplace.close()
    assert code_of(sign_in, place, HEAD, WORD, clock=clock) == "password-wrong"


def test_the_own_password_is_asked_again(place: Profile, clock: FixedClock) -> None:
    workplace = sign_in(place, OFFICER, WORD, clock=clock)
    confirm_password(workplace, WORD)
    assert code_of(confirm_password, workplace, "guess") == "password-wrong"
    workplace.close()


def test_after_many_guesses_one_waits(place: Profile, clock: FixedClock) -> None:
    for _ in range(4):
        assert code_of(sign_in, place, OFFICER, "guess", clock=clock) == "password-wrong"
    assert code_of(sign_in, place, OFFICER, WORD, clock=clock) == "password-wait"
    clock.advance(timedelta(seconds=6))
    sign_in(place, OFFICER, WORD, clock=clock).close()


def test_a_damaged_store_is_told_from_a_wrong_password(place: Profile, clock: FixedClock) -> None:
    data = bytearray(place.store.read_bytes())
    data[200] ^= 1
    place.store.write_bytes(bytes(data))
    assert code_of(sign_in, place, OFFICER, WORD, clock=clock) == "store-damaged"
    assert place.store.read_bytes() == bytes(data)


def test_pure_noise_is_a_damaged_store(place: Profile, clock: FixedClock) -> None:
    noise = random.Random(9).randbytes(place.store.stat().st_size)
    place.store.write_bytes(noise)
    assert code_of(sign_in, place, OFFICER, WORD, clock=clock) == "store-damaged"
    assert place.store.read_bytes() == noise


def test_a_store_of_another_machine_is_as_good_as_damaged(place: Profile, tmp_path: Path, clock: FixedClock) -> None:
    other = profile("other", tmp_path)
    enrol_office(other, enrolment(), FirstPerson(OFFICER, "4821-7730", WORD), clock=clock)
    place.keys.write_bytes(other.keys.read_bytes())
    assert code_of(sign_in, place, OFFICER, WORD, clock=clock) == "store-damaged"


def test_a_person_central_has_taken_away_stays_out(place: Profile, clock: FixedClock) -> None:
    workplace = sign_in(place, OFFICER, WORD, clock=clock)

    def retire(work: Work) -> None:
        from cdd_desktop.store.rows import PersonRow

        row = work.session.get(PersonRow, OFFICER)
        assert row is not None
        row.active = False

    workplace.do(retire)
    workplace.close()
    assert code_of(sign_in, place, OFFICER, WORD, clock=clock) == "person-inactive"


# --- more people ------------------------------------------------------------------------------------------------------


def test_an_officer_adds_an_officer_on_the_spot(place: Profile, clock: FixedClock) -> None:
    workplace = sign_in(place, OFFICER, WORD, clock=clock)
    added = add_person_here(workplace, "  อรุณ   แสงทอง ", password=WORD, pin="777888")
    assert (added.name, added.role) == ("อรุณ แสงทอง", Role.OFFICER)
    assert code_of(workplace.do, add_person, "อรุณ แสงทอง") == "person-exists"
    assert code_of(workplace.do, add_person, "  ") == "name-missing"

    def travelled(work: Work) -> list[PersonChange]:
        rows = work.session.query(ChangeRow).filter(ChangeRow.kind == "person")
        return [msgspec.convert(row.payload, PersonChange) for row in rows]

    (change,) = workplace.read(travelled)
    assert (change.id, change.name, change.role) == (added.id, added.name, "officer")
    workplace.close()
    choose_password(place, added.id, "๗๗๗๘๘๘", "ของอรุณเอง", clock=clock)
    sign_in(place, added.id, "ของอรุณเอง", clock=clock).close()


def test_nothing_is_added_with_a_wrong_password(place: Profile, clock: FixedClock) -> None:
    workplace = sign_in(place, OFFICER, WORD, clock=clock)
    with pytest.raises(RefusedError):
        add_person_here(workplace, "อรุณ แสงทอง", password="guess", pin="777888")
    with pytest.raises(RefusedError):
        add_person_here(workplace, "อรุณ แสงทอง", password=WORD, pin="1")
    assert len(workplace.read(read_people)) == 3
    workplace.close()


def test_nobody_makes_a_key_to_the_heads_signature(place: Profile, clock: FixedClock) -> None:
    workplace = sign_in(place, OFFICER, WORD, clock=clock)
    people = {each.id: each for each in workplace.read(read_people)}
    assert code_of(give_pin, workplace, people[HEAD], WORD, "777888") == "pin-not-yours-to-give"
    assert code_of(give_pin, workplace, people[OFFICER], WORD, "777888") == "pin-not-yours-to-give"
    give_pin(workplace, people[OTHER], WORD, "777888")
    workplace.close()
    choose_password(place, OTHER, "777888", "ของมาลีเอง", clock=clock)


def test_an_unknown_person_is_a_bad_request(place: Profile, clock: FixedClock) -> None:
    with pytest.raises(BadRequestError):
        sign_in(place, "nobody", WORD, clock=clock)
