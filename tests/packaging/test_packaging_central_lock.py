"""Central alone: it runs with what its own lock holds, and nothing of the desktop's is in that."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
# Whatever the lock does not name cannot be imported, as in the image.
ALONE = """
import importlib, importlib.metadata, pkgutil, sys

allowed = set(sys.argv.pop(1).split(","))
owners = importlib.metadata.packages_distributions()
plain = lambda name: name.lower().replace("_", "-").replace(".", "-")
missing = {top for top, names in owners.items() if not allowed & {plain(name) for name in names}} - {"cdd_desktop"}

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"not in the lock: {name}", name=name)

sys.meta_path.insert(0, Absent())
import cdd_desktop.central as central
for module in pkgutil.walk_packages(central.__path__, "cdd_desktop.central."):
    if module.name != "cdd_desktop.central.__main__" and ".migrations." not in module.name:
        importlib.import_module(module.name)
import psycopg
assert "PySide6" in missing and "PySide6" not in sys.modules
from cdd_desktop.central.cli import main
for words in sys.argv[1:]:
    status = main(words.split())
    assert status == 0, words
"""


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", (LOCKS / name).read_text(encoding="utf-8"), re.MULTILINE))


def test_the_lock_has_the_tested_versions_and_nothing_of_the_desktop() -> None:
    central, tested = pins("central.txt"), pins("dev.txt")
    assert central.items() <= tested.items()
    assert not {"pyside6-essentials", "shiboken6", "sqlcipher3", "keyring", "pytest", "pyinstaller"} & central.keys()
    text = (LOCKS / "central.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert text.count("==") - text.count("sys_platform ==") <= text.count("--hash=")


def test_central_does_its_work_with_nothing_else(tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CDD_")},
        "CDD_CENTRAL_DATABASE": str(tmp_path / "central.db"),
        "CDD_PASSWORD": "a long enough password",
        "PYTHONPATH": str(ROOT),
    }
    work = [
        "init --if-needed",
        *(f"export leader {tmp_path / name}" for name in ("a.csv", "a.xlsx", "a.parquet")),
        f"xlsforms {tmp_path / 'forms'}",
        f"backup {tmp_path / 'whole.cddcentral'}",
        "views",
        "verify",
    ]
    command = [sys.executable, "-c", ALONE, ",".join(pins("central.txt")), *work]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr + said.stdout
    assert (tmp_path / "a.parquet").read_bytes()[-4:] == b"PAR1"
