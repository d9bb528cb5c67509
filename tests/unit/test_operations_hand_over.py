"""Handing over: nothing is wiped, nobody is locked out, roles are respected, and it lasts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from entry_office import HEAD, OFFICER, PASSWORD, Office, add_groups, enrolled_office, key_of
from sqlalchemy import select
from store_office import copied

from cdd_desktop.clock import FixedClock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.add_person import add_person_here
from cdd_desktop.operations.delegate import delegate, read_office
from cdd_desktop.operations.hand_over import hand_over, hand_over_here, read_handover
from cdd_desktop.operations.left_at import Spot, keep_spot, read_left
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import choose_password
from cdd_desktop.operations.slots import people_on
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import AuditRow, ChangeRow, PersonRow, RecordRow

PIN = "777888"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Two officers and the head, with a quarter half entered."""
    from demo_day import DEMO_NOW

    office = enrolled_office(tmp_path_factory.mktemp("handover"), FixedClock(DEMO_NOW))
    desk = office.work_as()
    group = add_groups(desk)[0]
    ref = EntryRef("savings_snapshot", key_of("saving_group", "2561-q2"), register_id=group.record_id)
    definition = desk.catalogue.newest("saving_group")
    ref = EntryRef(next(e.key for e in definition.entities if e.kind == "snapshot"), ref.key, None, ref.register_id)
    saved = desk.do(save_entry, ref, {"members_male": 12})
    desk.do(keep_spot, saved.ref, Spot("members_male", 2, "12"))
    arun = add_person_here(desk, "อรุณ แสงทอง", password=PASSWORD, pin=PIN)
    desk.close()
    choose_password(office.profile, arun.id, PIN, PASSWORD, clock=office.clock)
    return office


@pytest.fixture
def office(template: Office, clock: FixedClock, tmp_path: Path) -> Office:
    return Office(copied(template, tmp_path).profile, clock)


def arun_of(office: Office) -> str:
    return next(person.id for person in people_on(office.profile) if person.name == "อรุณ แสงทอง")


def work_of(desk: Workplace) -> tuple[dict[str, object], int, int]:
    with desk.store.read() as session:
        records = {row.id: row.content for row in session.scalars(select(RecordRow))}
        edits = len(session.scalars(select(ChangeRow).where(ChangeRow.kind == "edit")).all())
    return records, edits, len(desk.read(read_outbox).submissions)


def test_a_head_lets_an_officer_go_and_the_work_stays(office: Office) -> None:
    head, arun = office.work_as(HEAD), arun_of(office)
    today = office.clock.now().date()
    head.do(delegate, OFFICER, today, today + timedelta(days=3), "คำสั่ง 1")
    before = work_of(head)
    handover = head.read(read_handover, OFFICER, arun)
    assert [view.key.dataset for view in handover.unfinished] == ["saving_group"]
    assert (handover.unsent, [person.name for person in handover.successors]) == (6, ["อรุณ แสงทอง", "ประเสริฐ มั่นคง"])
    hand_over_here(head, OFFICER, arun, password=PASSWORD)
    assert work_of(head) == before
    assert [person.id for person in people_on(office.profile)] == [HEAD, arun]
    here = head.read(read_office)
    assert (OFFICER in {person.id for person in here.people}, here.delegations, here.acting) == (False, (), frozenset())
    assert head.read(read_handover, OFFICER, arun).successor.name == "อรุณ แสงทอง"  # the list can be printed later
    with head.store.read() as session:
        row = session.scalars(select(AuditRow).where(AuditRow.action == "handed-over")).one()
        assert row.detail == {"person": OFFICER, "to": arun, "unfinished": 1, "questions": 0, "unsent": 6}
    head.close()
    with pytest.raises(Exception, match="person-unknown"):
        office.work_as(OFFICER)
    desk = office.work_as(arun)
    assert desk.read(read_left) is None
    desk.close()


def test_an_officer_hands_over_the_own_work_only(office: Office) -> None:
    desk, arun = office.work_as(OFFICER), arun_of(office)
    assert desk.read(read_office).leavers == {OFFICER}
    for leaver, successor, code in (
        (arun, OFFICER, "handover-not-yours"),
        (HEAD, OFFICER, "handover-not-officer"),
        (OFFICER, OFFICER, "handover-no-successor"),
        (OFFICER, "", "handover-no-successor"),
    ):
        with pytest.raises(RefusedError) as refused:
            desk.do(hand_over, leaver, successor)
        assert refused.value.code == code
    with pytest.raises(RefusedError, match="password-wrong"):
        hand_over_here(desk, OFFICER, arun, password="guess")
    hand_over_here(desk, OFFICER, arun, password=PASSWORD)
    desk.close()
    assert OFFICER not in {person.id for person in people_on(office.profile)}


def test_the_last_one_who_can_open_the_store_stays(tmp_path: Path, clock: FixedClock) -> None:
    from cdd_desktop.store.keys import read_key_file, without_slot, write_key_file

    office = enrolled_office(tmp_path, clock)
    write_key_file(office.profile.keys, without_slot(read_key_file(office.profile.keys), HEAD))  # works elsewhere
    desk = office.work_as()
    new = add_person_here(desk, "อรุณ แสงทอง", password=PASSWORD, pin=PIN)
    with pytest.raises(RefusedError, match="handover-nobody-left"):
        hand_over_here(desk, OFFICER, new.id, password=PASSWORD)  # a PIN alone may be forgotten
    choose_password(office.profile, new.id, PIN, PASSWORD, clock=clock)
    hand_over_here(desk, OFFICER, new.id, password=PASSWORD)
    desk.close()
    office.work_as(new.id).close()


def test_who_left_elsewhere_opens_this_machine_no_more(office: Office) -> None:
    head = office.work_as(HEAD)
    with head.store.write() as session:
        session.get_one(PersonRow, OFFICER).active = False  # as central told
    head.close()
    with pytest.raises(RefusedError, match="person-inactive"):
        office.work_as(OFFICER)
    assert OFFICER in {person.id for person in people_on(office.profile)}
    office.work_as(HEAD).close()
    assert OFFICER not in {person.id for person in people_on(office.profile)}
