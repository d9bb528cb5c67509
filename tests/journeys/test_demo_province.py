"""The sample province for real: a small one, with central as a child process, encrypted stores and a first contact."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cdd_desktop import demo
from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.submission import SubmissionState, Verdict
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.contact import read_line
from cdd_desktop.operations.read_agenda import read_agenda
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

SMALL = "75"  # Samut Songkhram, three districts
IN_ORDER = True  # one province, visited again and again
ROLES = ["officer", "head", "provincial-officer", "provincial-head", "department"]


def quiet(_step: str) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def prepared(folder: Path) -> Iterator[demo.Demo]:
    made = demo.prepare(demo.DemoWish(folder, frozen=True, province=SMALL), quiet)
    yield made
    made.close()


def work_as(prepared: demo.Demo, role: str) -> Workplace:
    user = next(user for user in prepared.people if user.role == role)
    return sign_in(user.profile, user.person_id, user.password, clock=prepared.clock)


def test_five_people_on_three_machines(prepared: demo.Demo) -> None:
    assert [user.role for user in prepared.people] == ROLES
    assert len({user.profile.folder for user in prepared.people}) == 3
    assert len({user.password for user in prepared.people}) == 5
    assert prepared.clock.now() == demo.STARTS_AT


def test_passwords_lie_in_the_folder_for_its_owner_alone(prepared: demo.Demo) -> None:
    file = prepared.folder / "passwords.json"
    held = [person["password"] for people in json.loads(file.read_text()).values() for person in people]
    assert held == [user.password for user in prepared.people]
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_the_officer_finds_work(prepared: demo.Demo) -> None:
    workplace = work_as(prepared, "officer")
    try:
        agenda = workplace.read(read_agenda)
    finally:
        workplace.close()
    assert agenda.today == demo.STARTS_AT.date()
    assert {item.window.dataset for item in agenda.items} >= {"saving_group", "poverty_fund", "otop_sales"}
    received = [view for view in agenda.year if view.received_at is not None]
    assert len(received) >= 4
    assert all(view.receipt_no for view in received)


def test_the_province_sees_its_districts(prepared: demo.Demo) -> None:
    workplace = work_as(prepared, "provincial-head")
    try:
        table = workplace.read(read_dashboard, 2561)
    finally:
        workplace.close()
    assert len(table.rows) == table.offices == 4  # the office itself and its three districts
    assert all(row.measures.expected > 0 for row in table.rows)
    assert 0.5 < table.measures.received / table.measures.expected <= 1
    assert len({cell.state for row in table.rows for cell in row.cells}) >= 4


def test_the_same_machine_can_go_on_talking(prepared: demo.Demo) -> None:
    workplace = work_as(prepared, "head")
    try:
        line = workplace.read(read_line)
        gateway = HttpGateway(line.addresses, trust=line.trust)
        outcome = SyncEngine(workplace, gateway, prepared.clock).run(threading.Event(), lambda _progress: None)
        gateway.close()
    finally:
        workplace.close()
    assert outcome.ok, outcome.code
    assert outcome.sent == 0


def test_a_second_visit_goes_on_where_the_first_ended(prepared: demo.Demo, tmp_path: Path) -> None:
    """In a copy: the first visit's central goes on for the other tests."""
    place = tmp_path / "demo"
    shutil.copytree(prepared.folder, place)
    steps: list[str] = []
    again = demo.prepare(demo.DemoWish(place, province=SMALL), steps.append)
    try:
        assert steps == []
        assert [user.password for user in again.people] == [user.password for user in prepared.people]
        assert timedelta(0) <= again.clock.now() - demo.STARTS_AT < timedelta(minutes=5)
    finally:
        again.close()
    left_at = datetime.fromisoformat(json.loads((place / "demo.json").read_text())["left_at"])
    assert left_at > demo.STARTS_AT


def test_what_another_program_made_is_kept(prepared: demo.Demo, tmp_path: Path) -> None:
    place = tmp_path / "demo"
    shutil.copytree(prepared.folder, place)
    state = json.loads((place / "demo.json").read_text())
    (place / "demo.json").write_text(json.dumps(state | {"version": "0.0.1"}))
    steps: list[str] = []
    again = demo.prepare(demo.DemoWish(place, province=SMALL), steps.append)
    try:
        assert steps == ["other-program"]
        assert [user.password for user in again.people] == [user.password for user in prepared.people]
    finally:
        again.close()
    (place / "demo.json").write_text(json.dumps(state | {"format": 2}))
    before = sorted(file.name for file in place.rglob("*"))
    with pytest.raises(BadRequestError) as caught:
        demo.prepare(demo.DemoWish(place, province=SMALL), steps.append)
    assert caught.value.code == "demo-folder-newer"
    assert sorted(file.name for file in place.rglob("*")) == before


def test_another_now_moves_the_clock_and_leaves_the_data(prepared: demo.Demo) -> None:
    steps: list[str] = []
    day = demo.STARTS_AT + timedelta(days=1)
    again = demo.prepare(demo.DemoWish(prepared.folder, now=day, frozen=True, province=SMALL), steps.append)
    try:
        assert steps == ["other-day"]
        assert again.clock.now() == day
        assert [user.password for user in again.people] == [user.password for user in prepared.people]
    finally:
        again.close()


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("three years of work")
    with pytest.raises(BadRequestError) as caught:
        demo.prepare(demo.DemoWish(tmp_path, reset=True), quiet)
    assert caught.value.code == "demo-folder-foreign"
    assert (tmp_path / "thesis.odt").read_text() == "three years of work"


def test_a_foreign_central_needs_its_enrolments(tmp_path: Path) -> None:
    with pytest.raises(BadRequestError) as caught:
        demo.prepare(demo.DemoWish(tmp_path, central="http://127.0.0.1:9"), quiet)
    assert caught.value.code == "demo-enrolments-missing"


def test_an_unknown_province_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        demo.prepare(demo.DemoWish(tmp_path, province="99"), quiet)
    assert caught.value.code == "demo-data-failed"
    assert "\n" not in str(caught.value.params["reason"])
    assert "99" in str(caught.value.params["reason"])


def test_another_day_makes_another_province(tmp_path: Path) -> None:
    day = datetime(2018, 7, 2, 9, 0, tzinfo=BANGKOK)
    made = demo.prepare(demo.DemoWish(tmp_path, now=day, frozen=True, province=SMALL), quiet)
    try:
        workplace = work_as(made, "officer")
        try:
            agenda = workplace.read(read_agenda)
        finally:
            workplace.close()
    finally:
        made.close()
    assert agenda.today == day.date()
    assert sum(view.received_at is not None for view in agenda.year) >= 10
    assert Verdict.ON_TIME in {view.verdict for view in agenda.year}
    assert {view.state for view in agenda.year} & {SubmissionState.ACCEPTED, SubmissionState.APPROVED}
