"""Forms, schedules and holidays that central publishes: proved, shown, taken by every machine, and work moves along."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import msgspec
import pytest
from mortal import ended, open_again, processes, send_until
from test_sync_submissions import EVENT, EVENT_KEY, certified_nil, certify_nil, view

from cdd_desktop.central.cli import main
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState, Verdict
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.move_to_form import move_to_newer_forms
from cdd_desktop.operations.read_agenda import read_agenda, read_calendar
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.paths import resources
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.store.submission_rows import CertifiedEntryRow
from cdd_desktop.sync.protocol import Pulled, PulledSubmission

ORGANISATION = {
    "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง",
    "org_kind": "group",
    "org_type": "other",
    "area_scope": "tambon",
    "tambon_code": "500701",
    "chair_name": "สมหญิง ตัวอย่างดี",
    "committee_count": 7,
    "remark": "ย้ายที่ทำการแล้ว",
    "capital": 1250000,
}


def shipped(name):
    return json.loads((resources() / "definitions" / f"{name}-1.json").read_text(encoding="utf-8"))


def field(key, kind, **more):
    return {"key": key, "type": kind, "label_th": key, "label_en": key, "section": "people", **more}


def second():
    """The chair's name has another key, the remark is gone, one choice became another."""
    form = json.loads(json.dumps(shipped("organization"), ensure_ascii=False).replace("chair_name", "leader_name"))
    entity = form["entities"][0]
    entity["fields"] = [one for one in entity["fields"] if one["key"] != "remark"]
    types = form["choice_sets"]["org_type"]
    next(one for one in types if one["value"] == "other")["value"] = "various"
    form = json.loads(json.dumps(form, ensure_ascii=False).replace("org_type == 'other'", "org_type == 'various'"))
    form["version"] = 2
    form["migrate"] = [
        {"do": "rename", "entity": "organization", "field": "chair_name", "to": ["leader_name"]},
        {"do": "keep", "entity": "organization", "field": "remark"},
        {"do": "map", "entity": "organization", "field": "org_type", "values": {"other": "various"}},
    ]
    return form


def third():
    """The leader's name in two boxes; the committee in words."""
    form = json.loads(json.dumps(second(), ensure_ascii=False).replace("leader_name", "leader_first"))
    entity = form["entities"][0]
    entity["fields"] = [one for one in entity["fields"] if one["key"] != "committee_count"]
    entity["fields"] += [field("leader_last", "text"), field("committee", "text")]
    form["rules"] = [rule for rule in form["rules"] if rule["id"] != "r5_committee"]
    form["version"] = 3
    form["migrate"] = [
        {
            "do": "split",
            "entity": "organization",
            "field": "leader_name",
            "to": ["leader_first", "leader_last"],
            "by": "first-space",
        },
        {"do": "convert", "entity": "organization", "field": "committee_count", "to": ["committee"], "by": "to-text"},
    ]
    return form


MOVED = {
    "amphoe_code": "5007",
    "status": "active",
    "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง",
    "org_kind": "group",
    "org_type": "various",
    "area_scope": "tambon",
    "tambon_code": "500701",
    "leader_first": "สมหญิง",
    "leader_last": "ตัวอย่างดี",
    "committee": "7",
    ":kept:1:remark": "ย้ายที่ทำการแล้ว",
    "capital": 1250000,
}


class Publisher:
    """``cdd-central publish-…`` on the world's central."""

    def __init__(self, world, capsys):
        self._world, self._capsys = world, capsys

    def __call__(self, what, content, *more):
        path = self._world.folder / "published.json"
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        database = str(self._world.central.database)
        now = self._world.clock.now().isoformat()
        line = ["--language", "en", f"publish-{what}", "--database", database, "--now", now, str(path), *more]
        status = main(line)
        out, errors = self._capsys.readouterr()
        return status, out + errors


@pytest.fixture
def publish(world, capsys) -> Publisher:
    return Publisher(world, capsys)


def test_a_machine_killed_while_it_takes_a_newer_form(world, publish):
    """At any step of that contact: the form is here whole or not at all, and so is the entry that moves to it."""
    desk = world.desk()
    record = desk.save(ORGANISATION)
    desk.sync()
    publish("form", second(), "--yes")
    place = (desk.workplace.profile, desk.workplace.store._key, desk.workplace.person.id)
    desk.workplace.close()
    before = desk.workplace.profile.store.read_bytes()
    seen = set()
    for last in range(1, 400, 6):
        for side in place[0].store.parent.glob("store.db-*"):
            side.unlink()
        place[0].store.write_bytes(before)
        process = processes().Process(target=send_until, args=(place, desk.address, last))
        process.start()
        died = ended(process, ask=False)
        desk.workplace = open_again(*place)
        row, newest = desk.row(record), desk.workplace.catalogue.newest(DatasetKey("organization")).version
        seen.add((newest, row.form_version))
        if row.form_version == 2:
            assert (row.content["leader_name"], row.content["org_type"]) == ("สมหญิง ตัวอย่างดี", "various")
        else:
            assert {**row.content, **ORGANISATION} == row.content
        if not died:
            break
        desk.workplace.close()
    assert seen in ({(1, 1), (2, 2)}, {(1, 1), (2, 1), (2, 2)})
    assert 20 < last < 390
    assert desk.workplace.store.verify() == ()
    assert desk.sync().ok
    assert held_by_central(world, record)[0] == 2


def held_by_central(world, record):
    endpoint = world.central.endpoint
    with endpoint.database.read() as session:
        row = session.get_one(CentralRecord, record)
        return row.form, dict(row.content)


def test_work_moves_to_a_newer_form_also_on_a_machine_that_missed_two(world, publish):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    assert publish("form", second(), "--yes")[0] == 0
    assert here.sync().ok
    sheet = here.workplace.read(
        read_entry, EntryRef(EntityKey("organization"), record_id=record, dataset=DatasetKey("organization"))
    )
    assert sheet.record.form_version == 2
    assert [(old.key, new.key) for old, new in sheet.moved.fields] == [
        ("chair_name", "leader_name"),
        ("org_type", "org_type"),
    ]
    assert [(kept.version, kept.path, kept.value) for kept in sheet.kept] == [(1, "remark", "ย้ายที่ทำการแล้ว")]
    offline = there.save({**ORGANISATION, "name_th": "กลุ่มที่ยังไม่ได้ส่ง"})
    there.save({"village_name": "บ้านตัวอย่าง"}, record=record)
    assert publish("form", third(), "--yes")[0] == 0
    for desk in (there, here, there, here):
        outcome = desk.sync()
        assert (outcome.ok, outcome.left, outcome.needs_you) == (True, 0, 0)
    after = {**MOVED, "village_name": "บ้านตัวอย่าง"}
    assert here.content(record) == there.content(record) == after
    assert here.content(offline) == there.content(offline) == {**MOVED, "name_th": "กลุ่มที่ยังไม่ได้ส่ง"}
    assert held_by_central(world, record) == (3, after)
    assert {here.row(one).form_version for one in (record, offline)} == {3}
    kept = EntryRef(EntityKey("organization"), record_id=RecordId(record), dataset=DatasetKey("organization"))
    here.save({"village_name": "บ้านใหม่"}, record=record)
    edited = here.workplace.read(read_entry, kept)
    assert edited.moved is None
    assert len(edited.kept) == 1


def test_what_was_certified_never_moves_and_central_takes_an_old_form(world, publish):
    """Neither here nor at central. Returned, the record moves to be corrected; the list that was certified stays."""
    desk = world.desk("50")
    event = EntryRef(EntityKey("event"), key=EVENT_KEY)
    record = desk.save(EVENT, ref=event)
    desk.sync()
    there = world.desk("50")
    there.sync()
    desk.workplace.do(move_submission, EVENT_KEY, MoveKind.PROPOSE)
    desk.as_person(1)
    desk.workplace.do(move_submission, EVENT_KEY, MoveKind.CERTIFY)
    form = json.loads(json.dumps(shipped("volunteer_anniversary"), ensure_ascii=False).replace('"venue"', '"place"'))
    form["version"] = 2
    form["migrate"] = [{"do": "rename", "entity": "event", "field": "venue", "to": ["place"]}]
    status, said = publish("form", form, "--yes")
    assert status == 0, said
    outcome = desk.sync()
    assert (outcome.left, outcome.needs_you) == (0, 0)
    assert view(desk, EVENT_KEY).receipt_no
    desk.sync()
    with desk.workplace.store.read() as session:
        [entry] = session.query(CertifiedEntryRow).all()
        assert (entry.form_version, entry.content["venue"]) == (1, EVENT["venue"])
    there.sync()
    assert desk.row(record).form_version == there.row(record).form_version == 1
    assert desk.workplace.catalogue.newest("volunteer_anniversary").version == 2
    assert held_by_central(world, record)[0] == 1
    returned = PulledSubmission(
        unit="50",
        dataset=EVENT_KEY.dataset,
        period=EVENT_KEY.period,
        state="returned",
        rev=9,
        received_at=desk.clock.now().isoformat(),
        certification=entry.certification_id,
    )
    desk.workplace.do(apply_pulled, Pulled(submissions=[returned]), epoch="e", touched=Touched())
    assert desk.workplace.do(move_to_newer_forms).records == {record}
    sheet = desk.workplace.read(read_entry, replace(event, record_id=record))
    assert (sheet.record.form_version, sheet.values["place"]) == (2, EVENT["venue"])
    assert [(old.key, new.key) for old, new in sheet.moved.fields] == [("venue", "place")]
    with desk.workplace.store.read() as session:
        [entry] = session.query(CertifiedEntryRow).all()
        assert (entry.form_version, entry.content["venue"]) == (1, EVENT["venue"])


def test_a_file_is_shown_first_and_what_would_lose_data_is_refused(world, publish):
    desk = world.desk()
    desk.save(ORGANISATION)
    desk.sync()
    status, said = publish("form", second())
    assert status == 0
    assert "- organization.chair_name (text)" in said
    assert "+ organization.leader_name (text)" in said
    assert "migrate rename organization.chair_name -> leader_name" in said
    assert "--yes" in said
    desk.sync()
    assert desk.workplace.catalogue.newest("organization").version == 1
    faulty = second()
    faulty["migrate"] = faulty["migrate"][:1]
    status, said = publish("form", faulty, "--yes")
    assert (status, "organization.remark: is removed, 1 records hold it" in said) == (1, True)
    assert "organization.org_type: loses choices, 1 records hold it" in said
    assert publish("form", {**second(), "version": 3}, "--yes")[1].strip().endswith("use 2.")
    broken = second()
    broken["rules"][0]["cel"] = "no_such_field > 1"
    assert "unknown name no_such_field" in publish("form", broken, "--yes")[1]
    keyed = second()
    keyed["entities"][0]["identity"] = [{"needs": ["leader_name"]}]
    assert "the natural key changes" in publish("form", keyed, "--yes")[1]
    strange = second()
    strange["migrate"][0]["to"] = ["nowhere"]
    assert "the new version has no field nowhere" in publish("form", strange, "--yes")[1]
    assert publish("form", {"dataset": "organization"}, "--yes")[0] == 2
    assert publish("form", second(), "--yes")[0] == 0
    assert publish("form", second(), "--yes")[0] == 1


def schedule(revision=1, year=2562, **change):
    [path] = (resources() / "schedules").glob("*.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    content |= {"fiscal_year": year, "revision": revision, "applies_from": f"{year - 544}-10-01"}
    for name, edit in change.items():
        edit(next(row for row in content["datasets"] if row["key"] == name)["periods"])
    return content


def test_a_real_schedule_takes_the_place_of_a_projected_one(world, publish):
    """Dates of what is not received follow; a cancelled period keeps its work outside what is expected."""
    world.desk().sync()  # the code that came with the enrolment is good for a month
    desk = world.desks[0]
    desk.workplace.clock = world.clock = FixedClock(datetime(2018, 11, 20, 3, tzinfo=timezone.utc))
    world.central.endpoint.clock = world.clock
    desk.sync()
    cancelled = replace(certified_key(), period="2562-q2")
    desk.workplace.do(_begin, cancelled)

    def other(periods):
        periods[:] = [one for one in periods if one["key"] != "q2"]
        periods[0]["due"] = {"year": "fy-1", "month": 12, "day": 15}

    status, said = publish("schedule", schedule(saving_group=other), "--yes")
    assert status == 0
    assert "- saving_group 2562-q2" in said
    assert "~ saving_group 2562-q1" in said
    assert desk.sync().ok
    calendar = desk.workplace.calendar
    assert not calendar.is_projected(2562)
    assert calendar.window("saving_group", "2562-q1").due_on == date(2018, 12, 15)
    gone = calendar.window("saving_group", "2562-q2")
    assert gone.cancelled
    assert calendar.previous(gone).period == "2562-q1"
    listed = {one.key: one for one in desk.workplace.read(read_calendar, 2562)}
    assert listed[cancelled].window.cancelled
    assert cancelled not in {one.key for one in desk.workplace.read(read_agenda).year}
    assert desk.sync().needs_you == 0
    bad = schedule(revision=2, saving_group=lambda periods: periods[0].update(due=periods[0]["data_start"]))
    bad["datasets"][0]["periods"][0]["opens"] = bad["datasets"][0]["periods"][0]["due"] | {"year": "fy+1"}
    assert publish("schedule", bad, "--yes")[0] == 2


def test_work_under_a_projected_window_is_certified_and_sent(world, publish):
    """Before the year has a schedule of its own, and the verdict stays when one comes that would have been stricter."""
    world.desk().sync()
    desk, key = world.desks[0], replace(certified_key(), period="2562-q1")
    window = desk.workplace.calendar.window(key.dataset, key.period)
    assert window.projected
    day = window.opens_on + timedelta(days=5)
    world.clock = desk.clock = FixedClock(datetime(day.year, day.month, day.day, 3, tzinfo=timezone.utc))
    desk.workplace.clock = world.central.endpoint.clock = world.clock
    certify_nil(desk, key)
    assert desk.sync().ok
    assert (view(desk, key).delivery, view(desk, key).verdict) == (Delivery.RECEIVED, Verdict.ON_TIME)

    def stricter(periods):
        periods[0]["due"] = periods[0]["opens"]

    assert publish("schedule", schedule(saving_group=stricter), "--yes")[0] == 0
    assert desk.sync().ok
    assert not desk.workplace.calendar.is_projected(2562)
    assert view(desk, key).verdict is Verdict.ON_TIME


def certified_key():
    from test_sync_submissions import KEY

    return KEY


def _begin(work, key):
    from cdd_desktop.store.submissions import get_submission

    row = get_submission(work.session, key)
    row.state = SubmissionState.DRAFT.value


def test_a_new_date_makes_a_verdict_better_and_never_worse(world, publish):
    key = certified_key()
    due = load_calendar().window(key.dataset, key.period).due_on
    world.clock = FixedClock(datetime(due.year, due.month, due.day, 3, tzinfo=timezone.utc) + timedelta(days=3))
    world.central.endpoint.clock = world.clock
    desk = certified_nil(world)
    desk.sync()
    assert view(desk).verdict is Verdict.LATE

    def later(periods):
        day = due + timedelta(days=5)
        next(one for one in periods if one["key"] == "q2")["due"] = {"year": "fy", "month": day.month, "day": day.day}

    def sooner(periods):
        next(one for one in periods if one["key"] == "q2")["due"] = {"year": "fy", "month": due.month, "day": 1}

    assert "better verdict: 1" in publish("schedule", schedule(2, 2561, saving_group=later), "--yes")[1]
    desk.sync()
    assert (view(desk).verdict, view(desk).receipt_no) == (Verdict.ON_TIME, "2561-0000001")
    assert "better verdict: 0" in publish("schedule", schedule(3, 2561, saving_group=sooner), "--yes")[1]
    desk.sync()
    assert view(desk).verdict is Verdict.ON_TIME


def test_holidays_are_published_like_the_rest(world, publish):
    desk = world.desk()
    day = {"on": "2018-03-19", "name_th": "วันหยุดพิเศษ", "name_en": "Special holiday"}
    content = {"kind": "holidays", "format": 1, "revision": 2, "source": "test", "years": {"2018": [day]}}
    status, said = publish("holidays", content, "--yes")
    assert status == 0
    assert "+ 2018-03-19 วันหยุดพิเศษ" in said
    assert desk.sync().ok
    assert desk.workplace.calendar.is_day_off(date(2018, 3, 19))


def test_every_old_version_goes_to_a_machine_that_has_none(world, publish):
    publish("form", second(), "--yes")
    publish("form", third(), "--yes")
    desk = world.desk()
    desk.sync()
    assert [desk.workplace.catalogue.get("organization", version).version for version in (1, 2, 3)] == [1, 2, 3]
    assert msgspec.json.encode(desk.workplace.catalogue.newest("organization").migrate[0].do) == b'"split"'
