"""Holidays central publishes reach a machine once, and are not sent again while it holds them."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import msgspec

from cdd_desktop import __version__
from cdd_desktop.central.tables.rows import PublishedRow
from cdd_desktop.operations.contact import read_handshake
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.sync.protocol import SyncAnswer, SyncRequest

DAY = date(2018, 3, 19)


def holidays(revision, *days):
    listed = [{"on": day.isoformat(), "name_th": "วันหยุดพิเศษ", "name_en": "Special holiday"} for day in days]
    content = {"kind": "holidays", "format": 1, "revision": revision, "source": "test", "years": {"2018": listed}}
    return json.dumps(content, ensure_ascii=False)


def publish(world, revision, *days):
    body = holidays(revision, *days)
    row = PublishedRow(
        kind="holidays",
        key="holidays",
        version=str(revision),
        digest=hashlib.sha256(body.encode()).hexdigest()[:32],
        body=body,
        published_at=f"{world.clock.now().isoformat()}/{revision}",
    )
    with world.central.endpoint.database.write() as session:
        session.add(row)


def answered(world, desk, **other):
    """What central would answer this machine now, besides what ``other`` changes in the handshake."""
    handshake = desk.workplace.read(read_handshake)
    fields = {
        "protocol": (1, 1),
        "app": __version__,
        "device": handshake.device,
        "clock": world.clock.now().isoformat(),
        "unit": handshake.unit,
        "definitions": handshake.definitions,
        "schedules": handshake.schedules,
        "holidays": handshake.holidays,
        **other,
    }
    token = desk.workplace.read(lambda work: read_meta(work.session, Meta.TOKEN))
    raw = world.central.endpoint.sync(msgspec.json.encode(SyncRequest(**fields)), token)
    return msgspec.json.decode(raw, type=SyncAnswer).holidays


def test_new_holidays_come_with_the_next_contact_and_only_once(world):
    desk = world.desk()
    desk.sync()
    assert desk.workplace.calendar.holiday(DAY) is None
    assert answered(world, desk) == ""
    publish(world, 2, DAY)
    assert answered(world, desk) == holidays(2, DAY)
    assert desk.sync().ok
    assert desk.workplace.calendar.holiday(DAY).name_th == "วันหยุดพิเศษ"
    assert desk.workplace.calendar.last_working_day_on(DAY) == date(2018, 3, 16)
    assert answered(world, desk) == ""
    publish(world, 3)
    assert desk.sync().ok
    assert desk.workplace.calendar.holiday(DAY) is None


def test_a_program_that_names_none_gets_them_and_a_newer_one_does_not(world):
    desk = world.desk()
    desk.sync()
    publish(world, 2, DAY)
    assert answered(world, desk, holidays="") == holidays(2, DAY)
    assert answered(world, desk, holidays="0" * 32) == ""
