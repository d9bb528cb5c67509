"""A disk that is full, at the machine and at central: said in words, nothing half written, and on it goes afterwards.

SQLite is held to the pages it has: it then ends with the same error, at the same places, as for a full disk.
"""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from sqlalchemy import event, func, select

from cdd_desktop.central.tables.rows import BatchRow
from cdd_desktop.central.tables.rows import ChangeRow as CentralChange
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.errors import UserError
from cdd_desktop.store.rows import AuditRow, ChangeRow, OutboxRow, RecordRow

ORGANISATION = {"org_kind": "group", "chair_name": "ประธานตัวอย่าง"}
SPARE_PAGES = 12
MOST = 60


@contextmanager
def full(engine):
    """Only a few more pages may be written."""
    with engine.connect() as connection:
        limit = connection.exec_driver_sql("PRAGMA page_count").scalar() + SPARE_PAGES

    def hold(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")

    def release(connection):
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")

    event.listen(engine, "begin", hold)
    try:
        yield
    finally:
        event.remove(engine, "begin", hold)
        event.listen(engine, "begin", release)


def counts(session, *rows):
    return [session.scalar(select(func.count()).select_from(row)) for row in rows]


def save_until_refused(desk, saved):
    """The code a person is told."""
    while len(saved) < MOST:
        try:
            saved.append(desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {len(saved)}"}))
        except UserError as error:
            return error.code
    return ""


def test_the_disk_of_a_machine_is_full(world):
    desk = world.desk()
    assert desk.sync().ok
    with desk.workplace.store.read() as session:
        audited = counts(session, AuditRow)[0]
    saved = []
    with full(desk.workplace.store._writer):
        refusal = save_until_refused(desk, saved)
    assert refusal == "disk-full"
    assert 0 < len(saved) < MOST
    assert desk.workplace.store.verify() == ()
    with desk.workplace.store.read() as session:
        assert counts(session, RecordRow, ChangeRow, OutboxRow) == [len(saved)] * 3
        assert counts(session, AuditRow) == [audited + len(saved)]
    saved.append(desk.save({**ORGANISATION, "name_th": "หลังลบไฟล์ที่ไม่ใช้"}))
    assert desk.sync().checked == "same"
    with world.central.endpoint.database.read() as session:
        assert counts(session, CentralRecord, CentralChange) == [len(saved)] * 2


@pytest.mark.expects_log("database: OperationalError")
def test_centrals_disk_is_full(world):
    desk = world.desk()
    assert desk.sync().ok
    batches = 0
    with full(world.central.endpoint.database.engine):
        while batches < MOST:
            desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {batches}", "remark": "ยาว" * 300})
            outcome = desk.sync()
            if not outcome.ok:
                break
            batches += 1
    assert 0 < batches < MOST
    assert (outcome.code, outcome.left) == ("central-busy", 1)
    with world.central.endpoint.database.read() as session:
        assert counts(session, CentralRecord, CentralChange, BatchRow) == [batches] * 3
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.checked) == ("sync-done", 0, "same")
    with world.central.endpoint.database.read() as session:
        assert counts(session, CentralRecord, CentralChange, BatchRow) == [batches + 1] * 3
