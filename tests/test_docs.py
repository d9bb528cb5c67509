"""What the documents promise is there: commands, pictures, and every code a person can meet."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cdd_desktop"
ROW = re.compile(r"^\|\s*`?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)`?\s*\|([^|]*)\|([^|]*)\|([^|]*)\|\s*$")
THAI = re.compile(r"[\u0e00-\u0e7f]")


def error_classes() -> set[str]:
    """Names of ``UserError`` and everything derived from it, found in the sources."""
    names, grew = {"UserError"}, True
    classes = [
        (node.name, {base.id for base in node.bases if isinstance(base, ast.Name)})
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    while grew:
        more = {name for name, bases in classes if bases & names} | names
        grew, names = more != names, more
    return names


def raised_codes() -> dict[str, str]:
    """Every literal code given to a ``UserError``, and a place where it is raised."""
    classes, found = error_classes(), {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in classes and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found[first.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def documented_codes() -> dict[str, tuple[str, str]]:
    rows = {}
    for page in sorted((ROOT / "docs" / "codes").glob("*.md")):
        for line in page.read_text(encoding="utf-8").splitlines():
            if (match := ROW.match(line)) and match[1] != "code":
                rows[match[1]] = (match[3].strip(), match[4].strip())
    return rows


def test_every_code_is_documented_in_both_languages() -> None:
    documented = documented_codes()
    missing = {code: place for code, place in raised_codes().items() if code not in documented}
    assert not missing
    for code, (thai, english) in documented.items():
        assert THAI.search(thai), f"{code} has no Thai sentence"
        assert english, f"{code} has no English sentence"


def test_every_code_is_kebab_case() -> None:
    bad = {code: place for code, place in raised_codes().items() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)}
    assert not bad


def test_readme_commands_and_pictures_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py demo" in text
    assert "python3 packaging/dev.py test" in text
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
    for command in set(re.findall(r"^cdd-desktop ([a-z]+)", text, re.MULTILINE)):
        line = [sys.executable, "-m", "cdd_desktop", command, "--help"]
        done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode == 0, f"{command}: {done.stderr}"


def test_documents_link_to_what_exists() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


def test_documents_name_source_files_that_exist() -> None:
    for page in (ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")):
        for name in re.findall(r"`([\w/-]+/[\w-]+\.py)`", page.read_text(encoding="utf-8")):
            found = any((folder / name).exists() for folder in (ROOT, ROOT / "cdd_desktop"))
            assert found, f"{page.relative_to(ROOT)}: {name}"


def test_ci_runs_the_readme_test_command_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert len(lines) == 1
    assert lines[0].endswith("exec python3 packaging/dev.py test")


def test_locks_name_no_index_and_no_path() -> None:
    for lock in (ROOT / "packaging" / "locks").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        assert "--find-links" not in text
        assert "--hash=sha256:" in text


def test_every_dependency_is_accounted_for() -> None:
    """Each distribution that pyproject names has its line in docs/dependencies.md."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    names = re.findall(r'^\s*"?([A-Za-z][\w.-]*)(?:\[\w+\])?>=[\d.]+"', project, re.MULTILINE)
    inline = re.findall(r'"([A-Za-z][\w.-]*)(?:\[\w+\])?>=[\d.]+"', project)
    missing = [name for name in {*names, *inline} - {"setuptools"} if name.lower() not in page]
    assert not missing
