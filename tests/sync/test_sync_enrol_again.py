"""A machine central does not accept any more takes up a new enrolment: nothing is lost, and people go on."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import delete, select, update
from sync_world import NOW, PASSWORD
from test_sync_restore import KEY, ORGANISATION

from cdd_desktop.central.desk.enrolments import Office, make_enrolment
from cdd_desktop.central.tables.rows import DeviceRow, EnrolmentCodeRow
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.enrol_again import enrol_again
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.store.keys import read_key_file


def enrolment_for(world, unit="5007"):
    endpoint = world.central.endpoint
    with endpoint.database.write() as session:
        return make_enrolment(session, endpoint.keys, world.clock, Office(unit, (world.central.address,)))


def forgotten(session):
    """Central was restored from before the machine and its code came."""
    session.execute(delete(DeviceRow))
    session.execute(delete(EnrolmentCodeRow))


def revoked(session):
    session.execute(update(DeviceRow).values(revoked_at=NOW.isoformat()))


@pytest.mark.parametrize("gone", [forgotten, revoked])
def test_a_machine_that_is_not_accepted_goes_on_with_a_new_enrolment(world, gone):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    assert desk.sync().ok
    desk.save({"chair_name": "ยังไม่ส่ง"}, record)
    with world.central.endpoint.database.write() as session:
        gone(session)
    outcome = desk.sync()
    assert (outcome.ok, outcome.left) == (False, 1)
    enrolment = enrolment_for(world)
    enrol_again(desk.workplace, enrolment, PASSWORD)
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.needs_you, outcome.checked) == ("sync-done", 0, 0, "same")
    with world.central.endpoint.database.read() as session:
        (kept,) = session.scalars(select(CentralRecord))
        assert kept.content["chair_name"] == "ยังไม่ส่ง"
    # The head the new file names signs in with the PIN and certifies what the old officer proposed.
    officer, head = enrolment.people
    profile = desk.workplace.profile
    desk.workplace.close()
    choose_password(profile, head.id, head.pin, PASSWORD, clock=world.clock)
    choose_password(profile, officer.id, officer.pin, PASSWORD, clock=world.clock)
    for person, step in ((officer, MoveKind.PROPOSE), (head, MoveKind.CERTIFY)):
        desk.workplace = sign_in(profile, person.id, PASSWORD, clock=world.clock)
        desk.workplace.do(move_submission, KEY, step, nil=True)
        assert desk.sync().left == 0
        if person is officer:
            desk.workplace.close()
    view = desk.workplace.read(view_of, KEY)
    assert (view.state, bool(view.receipt_no)) == (SubmissionState.CERTIFIED, True)


def test_a_file_for_another_office_or_of_another_central_changes_nothing(world):
    desk = world.desk()
    assert desk.sync().ok
    mine = enrolment_for(world)
    strange = msgspec.structs.replace(mine, signing_key="another central's")
    for enrolment, password, code in (
        (enrolment_for(world, "5008"), PASSWORD, "enrolment-other-office"),
        (strange, PASSWORD, "enrolment-other-central"),
        (mine, "no such password", "password-wrong"),
    ):
        with pytest.raises(RefusedError) as refused:
            enrol_again(desk.workplace, enrolment, password)
        assert refused.value.code == code
    assert desk.sync().checked == "same"
    slots = {slot.id for slot in read_key_file(desk.workplace.profile.keys).slots}
    assert slots.isdisjoint(person.id for person in mine.people)
