"""Central changes its keys: machines follow by wire and by file, also one that was away for two changes; what older
keys signed and sealed holds; nobody goes back; and what is published has to be signed."""

from __future__ import annotations

import json
from datetime import timedelta

import msgspec
import pytest
from loopback import Meddling
from stick import central_takes, take, write
from sync_world import NOW, PASSWORD
from test_sync_enrol_again import enrolment_for
from test_sync_published import ORGANISATION, publish, second

from cdd_desktop.central.keeping.setup import change_keys, initialise, key_path, open_endpoint
from cdd_desktop.central.sync.by_file import make_packs
from cdd_desktop.central.trust.keys import HeldKeys, load_keys, make_keys, rotate_keys
from cdd_desktop.clock import FixedClock
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.central_keys import learn_keys, read_lineage
from cdd_desktop.operations.contact import read_handshake
from cdd_desktop.operations.enrol import FirstPerson, enrol_office, read_enrolment
from cdd_desktop.operations.enrol_again import enrol_again
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.take_file import Became
from cdd_desktop.paths import Profile
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import ReceiptRow
from cdd_desktop.sync.enrolment import encode_enrolment, sign_enrolment
from cdd_desktop.sync.filed import PACK, AnswerFile
from cdd_desktop.sync.files import open_file, seal_file
from cdd_desktop.sync.lineage import Lineage, NextKeys, lineage_of
from cdd_desktop.sync.signing import SignatureError, public_text, verify_receipt

__all__ = ["publish"]  # the fixture of the published files


def keys_file(world):
    return key_path(str(world.central.database))


def change(world, hours=1):
    """New keys, an hour later, while the service goes on."""
    world.clock = FixedClock(world.clock.now() + timedelta(hours=hours))
    world.central.clock = world.central.endpoint.clock = world.clock
    for desk in world.desks:
        desk.workplace.clock = desk.clock = world.clock
    return change_keys(world.central.endpoint, keys_file(world))


def lineage(desk):
    with desk.workplace.store.read() as session:
        return read_lineage(session)


def kept_receipts(desk):
    with desk.workplace.store.read() as session:
        return [(row.bytes, row.received_at.isoformat()) for row in session.query(ReceiptRow)]


def test_machines_follow_by_wire_and_by_file_also_after_two_changes(world):
    here, away, other = world.desk(), world.desk(), world.desk("5001")
    here.save(ORGANISATION)
    assert here.sync().ok
    away.save({**ORGANISATION, "name_th": "กลุ่มที่มากับไฟล์"})
    early = write(away)  # sealed to the first key
    change(world)
    assert here.sync().ok
    assert lineage(here).number == 1
    keys = change(world)
    assert here.sync().ok
    answer = central_takes(world, early.data)
    taken = take(away, answer)  # it has never heard of the key that signed this
    assert (taken.became, taken.received, away.states()) == (Became.APPLIED, 1, [])
    assert other.sync().ok
    assert lineage(here) == lineage(away) == lineage(other) == keys.lineage
    assert [word.number for word in keys.words] == [1, 2]
    for desk in (here, away):
        [(receipt, at)] = kept_receipts(desk)
        lineage(desk).verify(at, lambda key, receipt=receipt: verify_receipt(receipt, key))
    here.save({**ORGANISATION, "name_th": "กลุ่มหลังเปลี่ยนกุญแจ"})
    assert open_file(write(here).data, [keys.sealing])  # sealed to the newest
    # A package of before is old news; one of the first key that says it is of now is nobody's.
    assert away.sync().ok
    assert away.sync().checked == "same"


def test_an_enrolment_carries_the_keys_and_a_lost_machine_takes_one(world, tmp_path):
    lost = world.desk()
    lost.save(ORGANISATION)
    assert lost.sync().ok
    before = enrolment_for(world)
    change(world)
    change(world)
    enrolment = enrolment_for(world)
    assert read_enrolment(encode_enrolment(enrolment), world.clock) == enrolment
    assert (len(enrolment.keys), len(before.keys)) == (2, 0)
    enrol_again(lost.workplace, enrolment, PASSWORD)
    assert lineage(lost).number == 2
    assert lost.sync().ok
    enrol_again(lost.workplace, before, PASSWORD)  # a file of before is of the same central, and takes nothing back
    assert lineage(lost).number == 2
    assert lost.sync().ok
    broken = msgspec.structs.replace(enrolment, keys=enrolment.keys[:1])
    broken = sign_enrolment(broken, world.central.endpoint.keys.signer.private_bytes_raw())
    with pytest.raises(BadRequestError, match="enrolment-signature"):
        read_enrolment(encode_enrolment(broken), world.clock)
    # A new machine begins with all of them: it takes what older keys signed, too.
    profile, person = Profile("fresh", tmp_path / "fresh"), enrolment.people[0]
    enrol_office(profile, enrolment, FirstPerson(person.id, person.pin, PASSWORD), clock=world.clock)
    workplace = sign_in(profile, person.id, PASSWORD, clock=world.clock)
    with workplace.store.read() as session:
        assert read_lineage(session) == world.central.endpoint.keys.lineage
        assert read_meta(session, Meta.SEALING_KEY) == world.central.endpoint.keys.sealing_key
    workplace.close()


def test_nobody_goes_back_to_an_older_key(world, tmp_path):
    desk = world.desk()
    desk.save(ORGANISATION)
    assert desk.sync().ok
    copy = tmp_path / "copy.keys.json"
    copy.write_bytes(keys_file(world).read_bytes())
    old = load_keys(copy)
    past = next(make_packs(world.central.endpoint, "5007"))
    change(world)
    assert desk.sync().ok
    known = lineage(desk)
    # The service of before, still running somewhere.
    world.central.endpoint.held_keys = HeldKeys(copy)
    desk.save({**ORGANISATION, "name_th": "กลุ่มที่ยังไม่ถึง"})
    outcome = desk.sync()
    assert (outcome.code, outcome.left) == ("anchor-signature", 1)
    # Whoever holds the first key names another heir: by wire, and by a package.
    rotate_keys(copy, world.clock.now())
    assert (desk.sync().code, lineage(desk)) == ("anchor-signature", known)
    rotate_keys(copy, world.clock.now())
    assert (desk.sync().code, lineage(desk)) == ("keys-not-followed", known)
    forged = next(make_packs(world.central.endpoint, "5007"))
    with pytest.raises(RefusedError, match="keys-not-followed"):
        take(desk, forged)
    # A package of before the change is old news; one of the first key that says it is of now is nobody's.
    assert take(desk, past).became in (Became.OLDER, Became.APPLIED)
    handshake = desk.workplace.read(read_handshake)
    late = AnswerFile(protocol=2, unit="5007", at=world.clock.now().isoformat(), epoch=handshake.epoch)
    late = msgspec.structs.replace(late, at=(world.clock.now() + timedelta(seconds=6)).isoformat())
    device_key = desk.workplace.read(lambda work: read_public(work))
    with pytest.raises(RefusedError, match="file-signature"):
        take(desk, seal_file(PACK, late, old.signer, [device_key]))
    assert lineage(desk) == known
    world.central.stop()
    world.central.start()
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.checked) == ("sync-done", 0, "same")


def read_public(work):
    from cdd_desktop.operations.file_keys import device_key

    return public_text(device_key(work.session))


def test_a_copy_of_the_key_file_from_before_is_refused(world, tmp_path):
    copy = tmp_path / "copy.keys.json"
    copy.write_bytes(keys_file(world).read_bytes())
    change(world)
    for opening in (open_endpoint, lambda address, _clock, keys: initialise(address, keys)):
        with pytest.raises(RefusedError, match="keys-older"):
            opening(str(world.central.database), world.clock, copy)


def test_a_service_takes_new_keys_up_and_nothing_else_from_their_file(world, tmp_path):
    """Keys are changed while it serves; the file is then half written, from before, another central's, or away."""
    desk, service, path = world.desk(), world.central.endpoint, keys_file(world)
    before = path.read_bytes()
    other = make_keys(tmp_path / "other.keys.json")
    keys = change(world)
    assert service.keys.lineage == keys.lineage
    good = path.read_bytes()
    for spoiled in (b"", good[: len(good) // 2], before, (tmp_path / "other.keys.json").read_bytes()):
        path.write_bytes(spoiled)
        assert service.keys.lineage == keys.lineage
        assert desk.sync().ok
    path.unlink()
    assert desk.sync().ok
    assert lineage(desk) == keys.lineage != other.lineage
    path.write_bytes(good)
    assert change(world).lineage == service.keys.lineage
    assert service.keys.lineage.number == 2


def words_of(world):
    change(world)
    change(world)
    return list(world.central.endpoint.keys.words)


def test_words_that_do_not_lead_on_are_refused_and_nothing_is_learnt(world):
    desk = world.desk()
    assert desk.sync().ok
    first, second_word = words_of(world)
    for spoiled in (
        [second_word],
        [first, msgspec.structs.replace(second_word, number=3)],
        [msgspec.structs.replace(first, at=NOW.isoformat())],
        [msgspec.structs.replace(first, at="yesterday")],
        [msgspec.structs.replace(first, sealing_key="age1other")],
        [first] * 101,
        [NextKeys(number=1, before=first.before, signing_key="x", sealing_key="y", at=first.at)],
    ):
        with desk.workplace.store.write() as session, pytest.raises(RefusedError, match="keys-not-followed"):
            learn_keys(session, spoiled)
        assert lineage(desk).number == 0
    with pytest.raises(SignatureError):
        lineage_of("", [first])
    held = lineage_of(first.before, [first])
    assert held.speaking_at(first.at) == (first.signing_key, first.before)
    assert held.speaking_at(second_word.at) == held.speaking_at("never") == (first.signing_key,)
    assert Lineage(first.before).followed([first, second_word]).followed([first]).number == 2
    assert desk.sync().ok
    assert lineage(desk).number == 2


def changed(raw: bytes, **members) -> bytes:
    return json.dumps({**json.loads(raw), **members}, ensure_ascii=False).encode()


def other_form(raw: bytes) -> bytes:
    """A form of the same version in which a label says something else."""
    forms = json.loads(raw).get("definitions", [])
    return changed(raw, definitions=[form.replace("กลุ่ม", "กลุ่น") for form in forms])


@pytest.mark.parametrize(
    "alter",
    [
        other_form,
        lambda raw: changed(raw, published=""),
        lambda raw: changed(raw, definitions=[]),  # withheld, under the name of all there is
        lambda raw: changed(raw, holidays=json.dumps({"kind": "holidays", "format": 1, "revision": 9, "years": {}})),
    ],
)
def test_published_files_by_wire_have_to_be_centrals_own(world, publish, alter):
    """Somebody between changes a form inside a valid answer: it is refused, the old one stays, the work is unsent."""
    desk = world.desk()
    desk.save(ORGANISATION)
    assert publish("form", second(), "--yes")[0] == 0
    proxy = Meddling(world.central.port, alter)
    outcome = desk.sync(proxy.address)
    proxy.alter = lambda raw: raw
    assert (outcome.code, outcome.left) == ("published-signature", 1)
    assert desk.workplace.catalogue.newest("organization").version == 1
    assert desk.sync(proxy.address).left == 0  # the same way, untouched
    proxy.close()
    assert desk.workplace.catalogue.newest("organization").version == 2
