"""The sync screen of a machine central does not accept: a new enrolment file is taken there; words for what fails."""

from __future__ import annotations

import base64
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from demo_day import DEMO_NOW
from entry_office import PASSWORD, PIN, Sitting, enrolled_office
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.contact import note_contact, read_handshake, read_line
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.sync.enrolment import encode_enrolment, sign_enrolment
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment
from cdd_desktop.ui.outbox.enrol_again import REFUSED
from cdd_desktop.ui.outbox.screen import OutboxScreen

PERSON = EnrolledPerson(id="01900000-0000-7000-8000-00000000aa01", name="มานี ตัวอย่าง", role="head", pin=PIN)


def enrolment_of(unit: str, key: Ed25519PrivateKey) -> bytes:
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    enrolment = Enrolment(
        format=1,
        unit=unit,
        addresses=["http://127.0.0.1:9"],
        signing_key=public,
        sealing_key="",
        code="the new code",
        expires_on="2018-04-30",
        reports_from="2017-10-01",
        people=[PERSON],
    )
    return encode_enrolment(sign_enrolment(enrolment, key.private_bytes_raw()))


def test_a_new_enrolment_file_is_taken_on_the_sync_screen(qtbot: QtBot, tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    sitting = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()

    def know(work: Work) -> None:
        write_meta(work.session, Meta.SIGNING_KEY, public)

    sitting.workplace.do(know)
    before = sitting.workplace.read(read_handshake).device
    sitting.open(None, "outbox")
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    card = screen.enrol_again
    assert not card.isVisible()
    sitting.workplace.do(note_contact, "login-refused", {})
    screen.open()
    sitting.idle()
    assert card.isVisible()
    assert not card.choose.isEnabled()
    card.password.setText(PASSWORD)
    assert card.choose.isEnabled()
    file = tmp_path / "office.cddenrol"
    file.write_bytes(enrolment_of("5008", key))
    card.choose.setFocus()
    card.take(file)
    sitting.idle()
    assert card.problem.isVisible()
    assert sitting.window.focusWidget() is card.choose
    assert sitting.workplace.read(read_handshake).device == before
    file.write_bytes(enrolment_of("5007", key))
    card.take(file)
    sitting.idle()
    handshake = sitting.workplace.read(read_handshake)
    assert handshake.device != before
    assert handshake.claim is not None
    assert handshake.claim.code == "the new code"
    assert sitting.workplace.read(read_line).addresses == ("http://127.0.0.1:9",)
    assert not card.problem.isVisible()
    sitting.end()


def test_a_vault_that_lost_the_key_is_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    sitting = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    sitting.open(None, "outbox")
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    told = set()
    for code in sorted(REFUSED):
        sitting.workplace.do(note_contact, code, {})
        screen.open()
        sitting.idle()
        assert screen.enrol_again.isVisible()
        told.add(screen.enrol_again.sentence.text())
    assert len(told) == 2
    sitting.end()
