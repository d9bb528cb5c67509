"""Builds the program for Linux, for supervisors' workstations: one command, from a clean checkout, no root needed.

    packaging/build-linux [--version X.Y.Z] [--out DIR]

Freezes the committed state with the spec that Windows has too, leaves ``CDD-Desktop-X.Y.Z-linux-x86_64.tar.xz`` with
its SHA-256 and a bill of materials, and proves it: unpacked in another folder, every part of its self-check works.
With ``CDD_UPDATE_ROOT`` (a root list) the program updates itself.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "windows"))
import bill
from build import FREEZING, PROGRAM, checkout, commit_time, keep_tree, own_version, write_digest
from host import WORK, CannotError, need_tools, run, say
from python import LOCKS, ROOT

LOCK = LOCKS / "linux.txt"
HERE = WORK / "linux"
TOOLS = {"strip": "binutils", "xz": "xz-utils"}


def own_python() -> Path:
    """The Python of an environment that holds exactly the lock's packages, made anew when the lock has changed."""
    venv, stamp = HERE / "python", HERE / "python-ready"
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    python = venv / "bin" / "python"
    if stamp.exists() and stamp.read_text() == wanted:
        return python
    say("setting up the packages")
    stamp.unlink(missing_ok=True)
    run(sys.executable, "-m", "venv", "--clear", venv)
    pip = (python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:")
    run(*pip, "--require-hashes", "-r", LOCK)
    stamp.write_text(wanted)
    return python


def freeze(python: Path, source: Path) -> Path:
    """The folder of the frozen program."""
    dist, log = HERE / "dist", HERE / "freeze.log"
    shutil.rmtree(dist, ignore_errors=True)
    settings = dict(part.split("=") for part in (f"SOURCE_DATE_EPOCH={commit_time()}", *FREEZING))
    places = ("--distpath", dist, "--workpath", HERE / "pyinstaller")
    with log.open("w", encoding="utf-8") as stream:
        command = (python, "-m", "PyInstaller", "--noconfirm", "--clean", *places)
        env = {**os.environ, **settings, "PYTHONPATH": str(source)}
        spec = source / "packaging" / "cdd-desktop.spec"
        run(*command, spec, env=env, cwd=source, stdout=stream, stderr=subprocess.STDOUT)
    return dist / PROGRAM


def pack(frozen: Path, target: Path) -> None:
    """The tar: the same folder gives the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    moment = int(commit_time())

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = moment
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    packed = target.with_suffix("")
    with tarfile.open(packed, "w", format=tarfile.PAX_FORMAT) as tar:
        for path in (frozen, *sorted(frozen.rglob("*"))):
            name = Path(frozen.name) / path.relative_to(frozen)
            tar.add(path, arcname=str(name), recursive=False, filter=plain)
    run("xz", "-f", "-T1", "--lzma2=preset=6,dict=64MiB", packed)  # sees that both programs hold the same code


def prove(target: Path, version: str) -> str:
    """What the unpacked program's self-check says. Raises ``CannotError`` when it does not end well."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(target) as tar:
            tar.extractall(folder, filter="data")
        program = Path(folder) / PROGRAM / "cdd-desktop"
        env = {"HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        done = subprocess.run([program, "--self-check"], env=env, capture_output=True, text=True, check=False)
    if done.returncode or f"CDD Desktop {version}" not in done.stdout:
        raise CannotError(f"The self-check does not end well:\n{done.stdout}{done.stderr}")
    return done.stdout


def build(version: str, out: Path) -> Path:
    """Everything from the clean checkout to the tar; its path."""
    need_tools(TOOLS)
    HERE.mkdir(parents=True, exist_ok=True)
    python = own_python()
    started = time.monotonic()
    say(f"freezing version {version}")
    source = checkout(HERE, version, rehearsal=False)
    frozen = freeze(python, source)
    keep_tree(WORK / "trees" / f"linux-{version}", frozen)
    target = out / f"CDD-Desktop-{version}-linux-x86_64.tar.xz"
    pack(frozen, target)
    write_digest(target)
    bill.write(out / f"CDD-Desktop-{version}-linux.cdx.json", version, LOCK, source, sys.version.split()[0])
    print(prove(target, version), end="")
    megabytes = target.stat().st_size / 1_000_000
    say(f"{target.name}: {megabytes:.1f} MB, built and proved in {time.monotonic() - started:.0f} s")
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the program for Linux.")
    parser.add_argument("--version", default=own_version())
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    args = parser.parse_args()
    print(build(args.version, args.out.resolve()))


if __name__ == "__main__":
    try:
        main()
    except CannotError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
