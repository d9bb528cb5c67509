"""What ``test_sync_small_disk`` runs where the temporary folder is a file system of a few megabytes."""

from __future__ import annotations

import os
from contextlib import contextmanager

import pytest
from sqlalchemy import func, select

from cdd_desktop.central.tables.rows import BatchRow
from cdd_desktop.central.tables.rows import ChangeRow as CentralChange
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.errors import UserError
from cdd_desktop.store.rows import AuditRow, ChangeRow, OutboxRow, RecordRow

ORGANISATION = {"org_kind": "group", "chair_name": "ประธานตัวอย่าง"}
LEFT = 96 * 1024
MOST = 400


@contextmanager
def full(folder):
    """Another file takes all but a few pages of the disk, until somebody deletes it."""
    filler = folder / "pictures.bin"
    with filler.open("wb") as file:
        while (free := _free(folder)) > LEFT:
            file.write(bytes(min(free - LEFT, 1 << 20)))
            file.flush()
    try:
        yield
    finally:
        filler.unlink()


def _free(folder):
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def counts(session, *rows):
    return [session.scalar(select(func.count()).select_from(row)) for row in rows]


def test_the_disk_of_a_machine_is_full(world, tmp_path):
    desk = world.desk()
    assert desk.sync().ok
    with desk.workplace.store.read() as session:
        audited = counts(session, AuditRow)[0]
    saved, refusal = [], ""
    with full(tmp_path):
        while not refusal and len(saved) < MOST:
            try:
                saved.append(desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {len(saved)}", "remark": "ยาว" * 300}))
            except UserError as error:
                refusal = error.code
        assert refusal == "disk-full"
        assert 0 < len(saved) < MOST
        with desk.workplace.store.read() as session:  # what is there can be read all the same
            assert counts(session, RecordRow, ChangeRow, OutboxRow) == [len(saved)] * 3
    assert desk.workplace.store.verify() == ()
    with desk.workplace.store.read() as session:
        assert counts(session, AuditRow) == [audited + len(saved)]
    saved.append(desk.save({**ORGANISATION, "name_th": "หลังลบไฟล์ที่ไม่ใช้"}))
    assert desk.sync().checked == "same"
    with world.central.endpoint.database.read() as session:
        assert counts(session, CentralRecord, CentralChange) == [len(saved)] * 2


@pytest.mark.expects_log("database: OperationalError")
def test_the_disk_both_ends_share_is_full(world, tmp_path):
    """Whoever finds it full first: nothing is half written, and both go on once there is room."""
    desk = world.desk()
    assert desk.sync().ok
    saved, code = 0, ""
    with full(tmp_path):
        while not code and saved < MOST:
            try:
                desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {saved}", "remark": "ยาว" * 300})
                saved += 1
                outcome = desk.sync()
                code = "" if outcome.ok else outcome.code
            except UserError as error:
                code = error.code
    assert code in ("disk-full", "central-busy")
    assert 0 < saved < MOST
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.checked) == ("sync-done", 0, "same")
    with world.central.endpoint.database.read() as session:
        assert counts(session, CentralRecord, CentralChange) == [saved] * 2
        assert counts(session, BatchRow)[0] > 0
    assert desk.workplace.store.verify() == ()
