"""``kill -9`` at every step of central, and at every step of a machine that saves and sends: all is there, once."""

from __future__ import annotations

import pytest
from mortal import MortalCentral, ended, open_again, processes, save_organisation, sync_once, work_until
from sqlalchemy import func, select
from sync_world import free_port, prepare

from cdd_desktop.store.rows import ChangeRow, OutboxRow, ReceiptRow, RecordRow

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}
MOST_STEPS = 400


@pytest.fixture
def mortal(world):
    """Central's database and port, served by processes that die."""
    world.central.stop()
    yield MortalCentral(str(world.central.database), world.central.port)
    world.central.start()


def kill_central_at(mortal, desk, steps):
    """One new entry for each step at which central dies; answers how often it did."""
    deaths = 0
    for last in steps:
        save_organisation(desk.workplace, {**ORGANISATION, "name_th": f"กลุ่มที่ {last:03}"})
        process = mortal.start(last)
        code = sync_once(desk.workplace, desk.address)
        assert code in ("sync-done", "connection-lost", "no-connection"), (last, code)
        died = ended(process, ask=code == "sync-done")
        process = mortal.start()
        assert sync_once(desk.workplace, desk.address) == "sync-done"
        process.kill()
        assert ended(process, ask=False)
        deaths += died
        holds_together(mortal, desk.workplace)
        if not died:
            break
    return deaths


def holds_together(mortal, workplace):
    """Every record is at central once, by one change, under the receipt that the machine has."""
    records, changes, receipts = mortal.held()
    with workplace.store.read() as session:
        own = session.scalars(select(ReceiptRow.no)).all()
        assert session.scalar(select(func.count()).select_from(OutboxRow)) == 0
        assert session.scalar(select(func.count()).select_from(RecordRow)) == records == changes
    assert sorted(own) == sorted(receipts)


def test_central_killed_at_every_step_of_a_contact(world, mortal):
    deaths = kill_central_at(mortal, world.desk(), range(1, MOST_STEPS))
    assert 40 < deaths < MOST_STEPS - 1


def test_central_on_postgresql_killed_at_some_steps(postgres, tmp_path):
    url = postgres.create("killed_central", "empty_central")
    prepared = prepare(tmp_path, ("5007",), address=url, keys=postgres.keys)
    port = free_port()
    desk = prepared.desk(0, f"http://127.0.0.1:{port}")
    try:
        mortal = MortalCentral(url, port, postgres.keys)
        assert kill_central_at(mortal, desk, range(2, 80, 13)) > 3
    finally:
        desk.workplace.close()
        postgres.drop("killed_central")


def test_a_machine_killed_at_every_step_of_saving_and_sending(world):
    desk = world.desk()
    assert desk.sync().ok
    place = (desk.workplace.profile, desk.workplace.store._key, desk.workplace.person.id)
    desk.workplace.close()
    context, saved = processes(), 0
    for last in range(1, MOST_STEPS):
        content = {**ORGANISATION, "name_th": f"กลุ่มที่ {last:03}"}
        process = context.Process(target=work_until, args=(place, content, desk.address, last))
        process.start()
        died = ended(process, ask=False)
        desk.workplace = open_again(*place)
        with desk.workplace.store.read() as session:
            counts = [session.scalar(select(func.count()).select_from(row)) for row in (RecordRow, ChangeRow)]
        assert counts[0] == counts[1] in (saved, saved + 1), last
        saved = counts[0]
        outcome = desk.sync()
        assert (outcome.code, outcome.left, outcome.checked) == ("sync-done", 0, "same"), last
        holds_together(MortalCentral(str(world.central.database), 0), desk.workplace)
        if not died:
            break
        desk.workplace.close()
    assert desk.workplace.store.verify() == ()
    assert 40 < last < MOST_STEPS - 1
    assert saved > last // 2
