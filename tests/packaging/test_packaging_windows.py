"""The Windows build's own decisions: nothing unchecked goes in, and the bill names what is inside."""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = ROOT / "packaging" / "locks" / "windows.txt"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """The build's modules, imported as its script does and forgotten again."""
    names = ("host", "python", "bill", "build", "dev")
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "windows"))
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    found = {name: importlib.import_module(name) for name in names[:4]}
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return found


def test_another_archive_stops_the_build(windows: dict[str, ModuleType]) -> None:
    with pytest.raises(windows["host"].CannotError, match="not the one expected"):
        windows["python"].check_archive(b"another Python")


def test_a_program_without_the_signature_stops_the_build(windows: dict[str, ModuleType], tmp_path: Path) -> None:
    program = tmp_path / "osslsigncode"
    program.write_text("#!/bin/sh\necho 'Current message digest    : AA'\necho 'Calculated message digest : BB'\n")
    program.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(tmp_path), prepend=":")
        with pytest.raises(windows["host"].CannotError, match="not as the Python Software Foundation signed it"):
            windows["python"].check_signature(tmp_path / "python.exe")


def test_the_bill_names_every_package_of_the_lock_with_its_hashes(
    windows: dict[str, ModuleType], tmp_path: Path
) -> None:
    target = tmp_path / "bill.json"
    windows["bill"].write(target, "1.2.3", LOCK, ROOT)
    bill = json.loads(target.read_text(encoding="utf-8"))
    named = {part["name"]: part for part in bill["components"]}
    locked = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    assert {name: named[name]["version"] for name in locked} == locked
    assert all(named[name]["hashes"] for name in locked)
    assert named["pyinstaller"]["scope"] == "excluded"
    assert named["sqlcipher3"]["scope"] == "required"
    assert bill["metadata"]["component"]["version"] == "1.2.3"


def test_windows_gets_the_oldest_supported_qt_and_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "pyside6-essentials==6.8.3" in text
    assert "numpy" not in text
    assert "http" not in text.replace("httpx2", "").replace("httpcore2", "").replace("httptools", "")


def test_the_rehearsal_stands_behind_the_newest_migration(windows: dict[str, ModuleType], tmp_path: Path) -> None:
    (tmp_path / "v0002_more.py").write_text('revision = "0002"\ndown_revision = "0001"\n')
    windows["build"].add_rehearsal(tmp_path)
    made = (tmp_path / "v9999_rehearsal.py").read_text(encoding="utf-8")
    assert 'down_revision = "0002"' in made
