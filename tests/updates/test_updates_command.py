"""``cdd-central updates`` from the keys to the stick: what an administrator types, and what machines then do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from release_world import ReleaseWorld

from cdd_desktop.central.cli import main
from cdd_desktop.central.updates.offered import Repository
from cdd_desktop.errors import RefusedError
from cdd_desktop.updates.source import FolderSource
from cdd_desktop.updates.state import Standing


class Administrator:
    """Types commands; keys, release folder and central are those the commands have made, the machine trusts them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.world = ReleaseWorld(folder / "world")
        self.keys, self.release, self.database = folder / "keys", folder / "release", folder / "central" / "central.db"
        self.types("keys", self.keys)
        self.release.mkdir()
        shutil.copy(self.keys / "1.root.json", self.release)
        updates = self.database.parent / "updates"
        updates.mkdir(parents=True)
        shutil.copy(self.keys / "online" / "online.pem", updates)
        self.world.root = (self.keys / "1.root.json").read_bytes()
        self.world.repository = Repository(updates)

    def types(self, *words: str | Path, status: int = 0) -> str:
        done = main(["--language", "en", "updates", "--database", str(self.database), *map(str, words)])
        said = self._capsys.readouterr()
        assert done == status, said.err
        return said.out + said.err

    def key(self, name: str) -> Path:
        return self.keys / name / f"{name}.pem"

    def packs(self, version: str, key: Path, *, status: int = 0) -> str:
        tree = self.world.folder / "trees" / version
        tree = tree if tree.exists() else self.world.make(version)
        where = ("--version", version, "--platform", "linux", "--release", self.release)
        return self.types("pack", tree, *where, "--key", key, status=status)


@pytest.fixture
def administrator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Administrator:
    administrator = Administrator(tmp_path, capsys)
    administrator.world.install()
    for version in ("0.1.0", "0.1.1"):
        said = administrator.packs(version, administrator.key("targets"))
        assert f"linux-{version}-whole.cddupdate" in said
    return administrator


def test_published_staged_held_and_carried(administrator: Administrator, tmp_path: Path) -> None:
    types, world = administrator.types, administrator.world
    linux = ("--platform", "linux")
    said = types("publish", administrator.release, "0.1.1", "--percent", "0", "--unit", "50")
    assert "linux    0.1.1      0 % 50" in said
    assert world.round(unit="5101").standing is Standing.NONE
    assert world.round(unit="5007").standing is Standing.READY
    assert "held" in types("hold", "0.1.1", *linux)
    assert types("list") == "linux    0.1.1      held\n"
    assert world.round(unit="5007").standing is Standing.NONE, "made ready, and taken off before its first start"
    assert "100 %" in types("stage", "0.1.1", *linux)
    stick = tmp_path / "stick"
    stick.mkdir()
    assert str(stick / "CDD-Updates") in types("stick", stick)
    assert world.round(unit="5101", source=FolderSource(stick / "CDD-Updates")).standing is Standing.READY
    assert "9.9.9" in types("hold", "9.9.9", *linux, status=2)
    assert types("list") == "linux    0.1.1      100 %\n"


def test_a_lost_key_is_replaced(administrator: Administrator, tmp_path: Path) -> None:
    """What docs/updates.md says to type when the key of the bundles is lost, and then central's."""
    types, world, release = administrator.types, administrator.world, administrator.release
    types("publish", release, "0.1.1")
    roots = ("--root-key", administrator.key("root-1"), "--root-key", administrator.key("root-3"))
    new, lost = tmp_path / "new-targets.pem", administrator.key("targets")
    types("replace-key", "targets", new, "--release", release, *roots)
    assert new.exists()
    administrator.packs("0.1.2", lost, status=1)  # whoever found it
    administrator.packs("0.1.2", new)
    types("publish", release, "0.1.2")
    assert world.round().version == "0.1.2"
    online = tmp_path / "online.pem"
    types("replace-key", "online", online, "--release", release, *roots, "--key", new)
    administrator.packs("0.1.3", new)
    types("publish", release, "0.1.3", status=1)  # the new one is not beside central's key file yet
    shutil.copy(online, world.repository.folder / "online.pem")
    types("publish", release, "0.1.3")
    assert world.round().version == "0.1.3"
    with pytest.raises(RefusedError, match="update-signature"):
        ReleaseWorld(tmp_path / "others").round(source=world.source)
