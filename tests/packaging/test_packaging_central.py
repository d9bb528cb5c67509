"""What central is installed with: the unit file as systemd reads it, and settings that central knows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cdd_desktop.central.configuration import read_configuration

FILES = Path(__file__).resolve().parents[2] / "packaging" / "central"
UNIT = "cdd-central.service"
EXPOSED = 1.5  # of 10, by systemd's own reckoning; an unhardened service stands at 9.6
EXAMPLES = {"PORT": "8440", "LOG": "info", "ADDRESS": "https://central.example"}


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_systemd_takes_the_unit_and_finds_it_hardened(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.fail("systemd-analyze is missing: apt-get install systemd", pytrace=False)
    unit = (FILES / UNIT).read_text(encoding="utf-8")
    assert unit.count("ExecStart=/opt/cdd-central/bin/cdd-central ") == 1
    here = tmp_path / UNIT
    here.write_text(unit.replace("/opt/cdd-central/bin/cdd-central", sys.executable), encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", here], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    assert exposure(here) <= EXPOSED
    here.write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
    assert exposure(here) > 9


def exposure(unit: Path) -> float:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", said)
    assert found, said
    return float(found[1])


def test_every_setting_in_the_files_exists() -> None:
    named = {name for path in FILES.iterdir() for name in re.findall(r"CDD_CENTRAL_([A-Z_]+)", path.read_text("utf-8"))}
    assert {"DATABASE", "KEYS", "LOG"} <= named
    read_configuration({f"CDD_CENTRAL_{name}": EXAMPLES.get(name, "x") for name in named})
