"""Builds the installer on Windows itself, with the Python that runs this: ``python packaging/windows/native.py``.

The packages of ``packaging/locks/windows.txt`` and NSIS are there already (``.github/workflows/windows.yml``). What
comes out lies in ``dist``; the frozen program's self-check has passed. Never run yet: docs/windows.md.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import bill
from build import FREEZING, PROGRAM, commit_time, installer, own_version, version_resource, write_digest
from host import CannotError, run
from python import LOCKS, ROOT

NSIS = Path(r"C:\Program Files (x86)\NSIS")


def freeze(version: str, work: Path) -> Path:
    """The folder of the frozen program, whose every part works here."""
    work.mkdir(exist_ok=True)
    (work / "version-resource.txt").write_text(version_resource(version), encoding="utf-8")
    settings = dict(part.split("=") for part in (f"SOURCE_DATE_EPOCH={commit_time()}", *FREEZING))
    places = ("--distpath", work / "dist", "--workpath", work / "pyinstaller")
    spec = ROOT / "packaging" / "cdd-desktop.spec"
    command = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", *places, spec)
    run(*command, env={**os.environ, **settings, "PYTHONPATH": str(ROOT)})
    frozen = work / "dist" / PROGRAM
    run(frozen / "cdd-desktop.exe", "--self-check")
    return frozen


def main() -> None:
    if sys.platform != "win32":
        raise CannotError("This builds on Windows; on Debian packaging/build-windows does it.")
    if shutil.which("makensis") is None:
        os.environ["PATH"] += f"{os.pathsep}{NSIS}"
    version, out, work = own_version(), ROOT / "dist", ROOT / "build"
    target = installer(work, freeze(version, work), version, out, source=ROOT)
    write_digest(target)
    bill.write(out / f"CDD-Desktop-{version}.cdx.json", version, LOCKS / "windows.txt", ROOT, sys.version.split()[0])
    print(target)


if __name__ == "__main__":
    try:
        main()
    except CannotError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
