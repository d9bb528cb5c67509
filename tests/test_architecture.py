"""The budgets and import rules of docs/architecture.md, held by a machine."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cdd_desktop"
FILE_LINES, MAIN_WINDOW_LINES, FUNCTION_LINES = 400, 250, 50
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def sources() -> Iterator[Path]:
    for folder in (PACKAGE, ROOT / "tests", ROOT / "benchmarks", ROOT / "packaging"):
        yield from sorted(folder.rglob("*.py"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: str(path.relative_to(ROOT)))
def test_size_budgets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    limit = MAIN_WINDOW_LINES if path.name == "main_window.py" else FILE_LINES
    assert lines <= limit, f"{lines} lines; which room should part of it move to?"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= FUNCTION_LINES, f"{node.name} has {length} lines"


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*.py") if not ast.get_docstring(tree(path))]
    assert not silent


def test_names_mean_something() -> None:
    names = [part for path in PACKAGE.rglob("*.py") for part in path.relative_to(PACKAGE).with_suffix("").parts]
    assert not VAGUE_NAMES & set(names)


def test_nothing_reads_as_unfinished() -> None:
    words = re.compile(
        r"(?<!\.)\b(TODO(?! = )|FIXME|XXX|NotImplementedError)\b|pytest\.(skip|xfail)\(|mark\.(skip|xfail)\b"
    )
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sources()
        if path != Path(__file__).resolve()
        for match in words.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_no_eval() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec"}, path


def test_screens_do_not_import_each_other() -> None:
    """``ui/<room>`` may import the shared modules of ``ui``, ``ui/widgets``, ``ui/worklist`` (a list that entry and
    certify both show) and ``ui/views`` (what dashboard, review and papers all tell), never another room."""
    shared = {"widgets", "worklist", "views", "__pycache__"}
    rooms = {path.name for path in (PACKAGE / "ui").iterdir() if path.is_dir()} - shared
    found = []
    for path in (PACKAGE / "ui").rglob("*.py"):
        room = path.relative_to(PACKAGE / "ui").parts[0]
        if room not in rooms:
            continue
        for node in ast.walk(tree(path)):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            parts = (module or "").split(".")
            if parts[:2] == ["cdd_desktop", "ui"] and len(parts) > 2 and parts[2] in rooms - {room}:
                found.append(f"{path.relative_to(ROOT)} imports {module}")
    assert not found


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_calendar_command_starts_without_qt() -> None:
    """The command line stays usable where Qt's libraries are absent."""
    code = (
        "import sys; from cdd_desktop.cli import main\n"
        "try: main(['calendar', '--fiscal-year', '2561', '--unit', '5007', '--json'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'sqlalchemy'))]"
    )
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == 24


def test_the_list_of_people_waits_for_no_database() -> None:
    """What only work needs is loaded when somebody has signed in: a start must not pay for it."""
    code = (
        "import sys, cdd_desktop.ui.program, cdd_desktop.ui.sign_in.screen\n"
        "late = ('sqlalchemy', 'alembic', 'cryptography', 'httpx2', 'openpyxl', 'cel', 'geothai')\n"
        "found = sorted({name.split('.')[0] for name in sys.modules} & set(late))\n"
        "assert not found, found"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
