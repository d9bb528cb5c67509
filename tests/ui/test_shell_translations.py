"""Translations: finished in both languages, with the same blanks, compiled as they stand, codes as documented."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from cdd_desktop.paths import resources

ROOT = Path(__file__).resolve().parent.parent.parent
I18N = resources() / "i18n"
FILES = sorted(I18N.glob("*.ts"))
BLANK = re.compile(r"\{(\w+)[^}]*\}")
THAI = re.compile("[\u0e00-\u0e7f]")
SHELL = ("", "widgets", "home", "calendar", "datasets", "sign_in", "settings", "about")


def tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name) or name


def messages(file: Path) -> list[tuple[str, str, str, str]]:
    """(context, source, translation, type) of a translation file."""
    found = []
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append(
                (
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    translation.text or "",
                    translation.get("type", ""),
                )
            )
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_text_is_finished(file: Path) -> None:
    unfinished = [entry[:2] for entry in messages(file) if entry[3] or not entry[2].strip()]
    assert not unfinished


def test_every_room_has_both_languages() -> None:
    rooms = {file.stem.rsplit("_", 1)[0] for file in FILES}
    assert {"shell", "codes"} <= rooms
    for room in rooms:
        thai, english = ({entry[:2] for entry in messages(I18N / f"{room}_{name}.ts")} for name in ("th", "en"))
        assert thai == english, room


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_blanks_are_the_same_as_in_the_source(file: Path) -> None:
    if file.stem.startswith("codes_"):
        return
    different = [entry[:3] for entry in messages(file) if set(BLANK.findall(entry[1])) != set(BLANK.findall(entry[2]))]
    assert not different


def test_thai_is_thai() -> None:
    """Only names, shortcuts and numbers may look the same in both languages."""
    same = {source for _, source, text, _ in messages(I18N / "shell_th.ts") if not THAI.search(text)}
    assert same <= {"PIN"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_compiled_files_are_up_to_date(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    subprocess.run([tool("pyside6-lrelease"), str(file), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_no_text_of_the_shell_is_missing(tmp_path: Path) -> None:
    """What the sources say is what the file holds."""
    folders = [ROOT / "cdd_desktop" / "ui" / name for name in SHELL]
    sources = [str(file) for folder in folders for file in sorted(folder.glob("*.py"))]
    copy = tmp_path / "shell_th.ts"
    shutil.copy(I18N / "shell_th.ts", copy)
    subprocess.run(
        [tool("pyside6-lupdate"), *sources, "-ts", str(copy), "-no-obsolete", "-locations", "none"],
        check=True,
        capture_output=True,
    )
    assert {entry[:2] for entry in messages(copy)} == {entry[:2] for entry in messages(I18N / "shell_th.ts")}


def _translations_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["th", "en"])
def test_sentences_of_codes_are_those_of_the_documents(language: str) -> None:
    made = _translations_tool()
    assert made.codes_ts(made.documented(), language) == (I18N / f"codes_{language}.ts").read_text(encoding="utf-8")
