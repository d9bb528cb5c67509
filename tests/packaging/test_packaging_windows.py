"""The Windows build's own decisions: nothing unchecked goes in, and the bill names what is inside."""

from __future__ import annotations

import importlib
import json
import re
import sys
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType

import pytest
from plain_yaml import read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = ROOT / "packaging" / "locks" / "windows.txt"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """The build's modules, imported as its script does and forgotten again."""
    names = ("host", "python", "bill", "build", "native", "sizes", "dev")
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "windows"))
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    found = {name: importlib.import_module(name) for name in names[:6]}
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


@pytest.mark.parametrize("name", ["windows", "linux"])
def test_frozen_programs_get_the_oldest_supported_qt_and_no_address(name: str) -> None:
    text = LOCK.with_name(f"{name}.txt").read_text(encoding="utf-8")
    assert "pyside6-essentials==6.8.3" in text
    assert not re.search(r"^(numpy|pandas|pyarrow|pytest|psycopg)", text, re.MULTILINE)
    assert "uvicorn==" in text, "the sample province has its own central"
    assert "http" not in text.replace("httpx2", "").replace("httpcore2", "").replace("httptools", "")


def test_the_rehearsal_stands_behind_the_newest_migration(windows: dict[str, ModuleType], tmp_path: Path) -> None:
    (tmp_path / "v0002_more.py").write_text('revision = "0002"\ndown_revision = "0001"\n')
    windows["build"].add_rehearsal(tmp_path)
    made = (tmp_path / "v9999_rehearsal.py").read_text(encoding="utf-8")
    assert 'down_revision = "0002"' in made


def test_the_workflow_on_windows_names_what_is_here(windows: dict[str, ModuleType]) -> None:
    """It cannot run here: its structure is one that such workflows have, what it asks for exists, what it keeps is what
    the program makes, and the program it runs refuses any other system."""
    workflow = read_yaml((ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8"))
    assert set(workflow) == {"name", "on", "permissions", "jobs"}
    assert workflow["on"] == {"push": {"tags": ["v*"]}, "workflow_dispatch": None}
    [job] = workflow["jobs"].values()
    assert set(job) == {"runs-on", "steps"}
    assert job["runs-on"].startswith("windows-")
    steps = job["steps"]
    assert all(("uses" in step) != ("run" in step) and set(step) <= {"uses", "run", "with"} for step in steps)
    used = {step["uses"].partition("@")[0]: step for step in steps if "uses" in step}
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in used.values())
    assert windows["bill"].PYTHON.startswith(used["actions/setup-python"]["with"]["python-version"] + ".")
    commands = [step["run"].split() for step in steps if "run" in step]
    assert [command[0] for command in commands] == ["python", "choco", "python"]
    named = [ROOT / word for command in commands for word in command if "/" in word]
    assert named == [LOCK, Path(windows["native"].__file__)]
    kept = used["actions/upload-artifact"]["with"]["path"]
    version = windows["build"].own_version()
    assert all(fnmatch(f"dist/CDD-Desktop-{version}{end}", kept) for end in ("-Setup.exe", ".cdx.json"))
    with pytest.raises(windows["host"].CannotError, match="build-windows"):
        windows["native"].main()


def test_the_reader_of_workflows_takes_nothing_it_does_not_know() -> None:
    assert read_yaml("a:\n  - b: 1\n    c: ['x', y]\n  - d\n# no\ne:\n") == {
        "a": [{"b": "1", "c": ["x", "y"]}, "d"],
        "e": None,
    }
    for text in ("a: 1\na: 2\n", "a: 1\n  b: 2\n", "a:\n\tb: 1\n", "a: |\n  b\n", "a: b: c\n", "a: &x 1\n", "a\n"):
        with pytest.raises(ValueError, match="line"):
            read_yaml(text)


def test_every_file_of_a_program_has_its_group_and_every_group_its_megabytes(
    windows: dict[str, ModuleType], tmp_path: Path
) -> None:
    tree, setup = tmp_path / "tree", tmp_path / "setup.exe"
    files = {"CDD Desktop.exe": 3, "_internal/PySide6/Qt6Core.dll": 2, "_internal/python313.dll": 1}
    for name, millions in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(b"x" * millions * 1_000_000)
    setup.write_bytes(b"x" * 500_000)
    rows = [line.split("|")[1:4] for line in windows["sizes"].table(tree, setup).splitlines()[2:]]
    unpacked = {name.strip(): size.strip() for name, size, _ in rows}
    assert unpacked["the two programs: all Python code, the same in both"] == "3.0"
    assert unpacked["Python itself"] == "1.0"
    assert unpacked["**together**"] == "**6.0**"


def test_what_differs_between_two_builds_is_named(windows: dict[str, ModuleType], tmp_path: Path) -> None:
    for name, text in {"one/a": "1", "one/in/b": "2", "two/a": "1", "two/in/b": "3", "two/c": "4"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert windows["build"].differing(tmp_path / "one", tmp_path / "two") == ["c", "in/b"]
