"""A start package: an office that has worked before begins on a fresh machine, from a stick, without a line."""

from __future__ import annotations

import pytest
from stick import central_takes, take, write

from cdd_desktop.central.sync.by_file import make_starts
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.take_file import Became
from cdd_desktop.store.meta import Meta, read_meta

GROUP = {"org_kind": "group", "name_th": "กลุ่มตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def started(world, fresh, code=None):
    return next(make_starts(world.central.endpoint, "5007", code or fresh.enrolment.code))


def meta(desk, name):
    with desk.workplace.store.read() as session:
        return read_meta(session, name)


def test_a_fresh_machine_begins_with_all_its_office_has(world):
    first = world.desk()
    record = first.save(GROUP)
    assert first.sync().ok
    fresh = world.desk()
    data = started(world, fresh)
    taken = take(fresh, data, "start.cddpack")
    assert taken.became is Became.APPLIED
    assert fresh.content(record) == first.content(record)
    assert meta(fresh, Meta.LAST_CONTACT_AT) == "", "a package is no contact"
    assert take(fresh, data, "start.cddpack").became is Became.OLDER
    edited = fresh.save({"chair_name": "ประธานใหม่"}, record)
    assert fresh.sync().ok
    assert first.sync().ok
    assert first.content(edited)["chair_name"] == "ประธานใหม่"
    assert fresh.states() == []


def test_the_first_report_goes_by_stick_too(world):
    first = world.desk()
    record = first.save(GROUP)
    assert first.sync().ok
    fresh = world.desk()
    take(fresh, started(world, fresh), "start.cddpack")
    fresh.save({"chair_name": "ประธานใหม่"}, record)
    answer = central_takes(world, write(fresh).data)
    assert take(fresh, answer).became is Became.APPLIED
    assert fresh.states() == []
    assert first.sync().ok
    assert first.content(record)["chair_name"] == "ประธานใหม่"


def test_what_was_entered_before_the_package_stays(world):
    first = world.desk()
    theirs = first.save(GROUP)
    assert first.sync().ok
    fresh = world.desk()
    own = fresh.save({**GROUP, "name_th": "กลุ่มที่บันทึกก่อน"})
    assert take(fresh, started(world, fresh), "start.cddpack").became is Became.APPLIED
    assert fresh.content(own) is not None
    assert fresh.content(theirs) is not None
    assert fresh.sync().ok
    assert first.sync().ok
    assert first.content(own) == fresh.content(own)


def test_only_the_enrolment_it_belongs_to_opens_it(world):
    first, other = world.desk(), world.desk()
    data = started(world, first)
    with pytest.raises(RefusedError, match="file-not-for-us"):
        take(other, data, "start.cddpack")
    assert first.sync().ok
    assert take(first, data, "start.cddpack").became is Became.OLDER, "it has its own token and cursor now"
