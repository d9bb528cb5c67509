"""The set-up script: says in one line what is missing, and leaves a finished set-up alone."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "packaging" / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    spec = util.spec_from_file_location("cdd_dev_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**kept, **environment})


def test_demo_without_a_display_says_so_in_one_line() -> None:
    done = run("demo")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("tset",), ("--help",)])
def test_an_unknown_word_gets_the_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr == "usage: dev.py demo | test\n"


def test_who_may_not_install_is_told_the_names(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.CannotError, match=r"^Install first .*: libegl1 postgresql$"):
        dev.install_packages(["libegl1", "postgresql"])
    dev.install_packages([])


def test_missing_libraries_are_found_by_loading_them(dev: ModuleType) -> None:
    assert not dev.loadable("libcdd-does-not-exist.so.7")


def test_a_finished_set_up_is_left_alone(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, venv = tmp_path / "lock.txt", tmp_path / "venv"
    lock.write_text("nothing==1\n")
    python = dev.python_of(venv)
    python.parent.mkdir(parents=True)
    python.touch()
    parts = (lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(dev.ROOT).encode())
    (venv / "cdd-stamp").write_text(hashlib.sha256(b"\0".join(parts)).hexdigest())

    def refuse(command: list[str], **env: str) -> None:
        raise AssertionError(command)

    monkeypatch.setattr(dev, "run", refuse)
    assert dev.set_up(venv, lock) == python
    lock.write_text("nothing==2\n")
    with pytest.raises(AssertionError):
        dev.set_up(venv, lock)


def test_the_locks_differ_in_qt_alone() -> None:
    def pins(name: str) -> dict[str, str]:
        text = (ROOT / "packaging" / "locks" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", text, re.MULTILINE))

    newest, oldest = pins("dev.txt"), pins("dev-qt68.txt")
    assert {name for name in newest if newest[name] != oldest.get(name)} == {"pyside6-essentials", "shiboken6"}
    assert newest.keys() == oldest.keys()
    assert oldest["pyside6-essentials"] == "6.8.3"


def test_the_locks_cover_what_the_project_asks_for() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lock = (ROOT / "packaging" / "locks" / "dev.txt").read_text(encoding="utf-8").lower()
    for name in re.findall(r'"([A-Za-z][\w.-]*)(?:\[\w+\])?>=[\d.]+"', project):
        assert f"\n{name.lower()}==" in f"\n{lock}", name


def test_fonts_and_their_licences_are_named() -> None:
    notice = (ROOT / "resources" / "NOTICE").read_text(encoding="utf-8")
    fonts = ROOT / "resources" / "fonts"
    assert {font.name for font in fonts.glob("*.ttf")} == {
        *(f"NotoSansThai-{style}.ttf" for style in ("Regular", "SemiBold", "Bold")),
        *(f"Sarabun-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic", "SemiBold")),
    }
    for licence in fonts.glob("OFL-*.txt"):
        assert f"resources/fonts/{licence.name}" in notice
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL-Sarabun.txt").read_text(encoding="utf-8").upper()


def test_an_environment_that_is_a_link_is_never_cleared(dev: ModuleType, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "somebody's").write_text("work")
    (tmp_path / ".venv").symlink_to(shared, target_is_directory=True)
    with pytest.raises(dev.CannotError, match="link"):
        dev.set_up(tmp_path / ".venv", ROOT / "packaging" / "locks" / "dev.txt")
    assert (shared / "somebody's").read_text() == "work"
