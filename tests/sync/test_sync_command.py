"""``cdd-desktop sync`` as a person or a script calls it."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import update
from sync_world import PASSWORD

from cdd_desktop import cli, paths
from cdd_desktop.store.rows import MetaRow

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


@pytest.fixture
def desk(world, monkeypatch):
    made = world.desk()
    with made.workplace.store.write() as session:
        session.execute(update(MetaRow).where(MetaRow.key == "addresses").values(value=json.dumps([made.address])))
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    folder = made.workplace.profile.folder
    monkeypatch.setattr(paths, "user_data_path", lambda *_, **__: world.folder / "data")
    target = world.folder / "data" / "profiles"
    target.mkdir(parents=True)
    (target / "default").symlink_to(folder, target_is_directory=True)
    return made


def command(desk, *arguments: str) -> int:
    return cli.main(["--person", desk.enrolment.people[0].id, "sync", *arguments])


def test_it_says_what_went_up_and_came_down(desk, capsys):
    desk.save(ORGANISATION)
    assert command(desk, "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["code"], facts["sent"], facts["left"], facts["needs_you"]) == ("sync-done", 1, 0, 0)
    assert command(desk) == 0
    assert "ส่งแล้ว / sent: 0" in capsys.readouterr().out


def test_a_failure_is_one_understandable_line_and_status_1(world, desk, capsys):
    desk.save(ORGANISATION)
    world.central.stop()
    assert command(desk) == 1
    world.central.start()
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith("ติดต่อส่วนกลางไม่ได้")
    assert last == "รอส่ง / waiting: 1"
