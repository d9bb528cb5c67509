"""The commands about files, one stick: ``sync --file``, ``receive``, ``cdd-central receive`` and ``pack``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from sync_world import NOW, PASSWORD
from test_sync_submissions import KEY, certified_nil, view

from cdd_desktop import cli, paths
from cdd_desktop.central import cli as central_cli
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState
from cdd_desktop.operations.move_submission import move_submission


@dataclass
class Console:
    """Both command lines on the machines of a world."""

    world: object
    capsys: pytest.CaptureFixture[str]

    def desk(self, desk, *arguments: str) -> tuple[int, str, str]:
        """``cdd-desktop`` on a machine, as its first person."""
        place = desk.workplace.profile
        target = self.world.folder / "data" / "profiles" / place.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(place.folder, target_is_directory=True)
        options = ["--profile", place.name, "--person", desk.enrolment.people[0].id]
        return self._said(cli.main([*options, *arguments]))

    def central(self, command: str, *arguments: str) -> tuple[int, str, str]:
        options = ["--database", str(self.world.central.database), "--now", NOW.isoformat()]
        return self._said(central_cli.main(["--language", "en", command, *options, *arguments]))

    def _said(self, status: int) -> tuple[int, str, str]:
        said = self.capsys.readouterr()
        return status, said.out, said.err


@pytest.fixture
def console(world, capsys, monkeypatch) -> Console:
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    monkeypatch.setattr(paths, "user_data_path", lambda *_, **__: world.folder / "data")
    return Console(world, capsys)


@pytest.fixture
def stick(world) -> Path:
    folder = world.folder / "stick"
    folder.mkdir()
    return folder


def test_from_stick_to_stick(world, console, stick):
    """Out of the district, into central, the receipt home; then a return of the province in a package."""
    desk = certified_nil(world)
    batch, receipt, pack = stick / "q2.cddbatch", stick / "q2.cddreceipt", stick / "5007.cddpack"
    status, out, _ = console.desk(desk, "sync", "--file", str(batch), "--json")
    assert status == 0
    facts = json.loads(out)
    assert facts == {
        "file": str(batch),
        "reports": 1,
        "certified": 1,
        "changes": 2,
        "bytes": batch.stat().st_size,
    }
    assert view(desk).delivery is Delivery.HANDED_OVER

    status, out, _ = console.central("receive", str(batch))
    assert (status, out) == (0, f"{batch}  5007  1 batches, 2 changes  {receipt}\n")
    status, out, _ = console.desk(desk, "receive", str(receipt), "--json")
    [told] = json.loads(out)
    assert (status, told["file"], told["code"], told["receipts"], told["answer"]) == (
        0,
        str(receipt),
        "file-applied",
        1,
        None,
    )
    assert view(desk).delivery is Delivery.RECEIVED

    province = world.desk("50")
    province.sync()
    province.workplace.do(move_submission, KEY, MoveKind.RETURN, reason="ยังไม่ครบ")
    province.sync()
    assert console.central("pack", "5007", "--out", str(pack)) == (0, f"{pack}  5007\n", "")
    status, out, _ = console.desk(desk, "receive", str(pack))
    assert status == 0
    assert out.startswith("รับไฟล์ 5007.cddpack จากส่วนกลางแล้ว")
    assert view(desk).state is SubmissionState.RETURNED


def test_the_province_writes_its_note_where_it_is_told(world, console, stick):
    desk, province = certified_nil(world), world.desk("50")
    province.sync()
    batch, desktop = stick / "q2.cddbatch", stick / "answers"
    desktop.mkdir()
    assert console.desk(desk, "sync", "--file", str(batch))[0] == 0
    status, out, _ = console.desk(province, "receive", str(batch), "--out", str(desktop))
    note = desktop / "q2.cddreceipt"
    assert status == 0
    assert out.endswith(f": {note}\n")
    assert console.desk(desk, "receive", str(note))[0] == 0
    assert view(desk).delivery is Delivery.HANDED_OVER


def test_one_refused_file_is_named_and_does_not_hold_the_rest(world, console, stick):
    desk = certified_nil(world)
    batch, worn, gone = stick / "q2.cddbatch", stick / "worn.cddbatch", stick / "gone.cddreceipt"
    assert console.desk(desk, "sync", "--file", str(batch))[0] == 0
    worn.write_bytes(batch.read_bytes()[:-1])
    status, out, errors = console.central("receive", str(worn), str(batch))
    assert status == 1
    assert errors.startswith(f"{worn}: ")
    assert errors.endswith("(file-damaged)\n")
    assert out.count("\n") == 1
    assert not worn.with_suffix(".cddreceipt").exists()
    status, out, errors = console.desk(desk, "receive", str(gone), str(batch.with_suffix(".cddreceipt")))
    assert status == 2
    assert "(file-missing)" in errors
    assert "รับไฟล์ q2.cddreceipt" in out
    assert view(desk).delivery is Delivery.RECEIVED
    status, _, errors = console.central("pack", "5099", "--out", str(stick / "x.cddpack"))
    assert (status, list(stick.glob("*.cddpack"))) == (2, [])
    assert errors.count("\n") == 1
