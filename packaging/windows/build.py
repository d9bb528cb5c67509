"""Builds the Windows installer on Debian 12: one command, root, from a clean checkout.

    packaging/build-windows [--version X.Y.Z] [--out DIR] [--rehearsal] [--twice]

Prepares the Wine host and the signed Windows Python, freezes the committed state with PyInstaller, and leaves
``CDD-Desktop-X.Y.Z-Setup.exe`` with its SHA-256 and a bill of materials. With ``CDD_SIGN_CERTIFICATE`` and
``CDD_SIGN_KEY`` (PEM files) programs and installer are signed; with ``CDD_UPDATE_ROOT`` (a root list) the program
updates itself. ``--rehearsal`` adds a migration that only the proof of upgrades needs; ``--twice`` builds once more and
says what differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bill
from host import WORK, CannotError, host, need_tools, run, say, wine
from python import LOCKS, ROOT, windows_python

PROGRAM = "CDD Desktop"
# The same bytes each time. The programs' Python code is not compressed by itself: the installer and the updates then
# see what is alike in it, which makes both smaller (docs/windows.md).
FREEZING = ("PYTHONHASHSEED=0", "PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0")
PUBLISHER = "กรมการพัฒนาชุมชน (Community Development Department)"


def own_version() -> str:
    text = (ROOT / "cdd_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    assert found is not None
    return found[1]


def checkout(work: Path, version: str, *, rehearsal: bool) -> Path:
    """The committed state in a folder of its own, carrying the version asked for."""
    source = work / "source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    changed = run("git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no", stdout=subprocess.PIPE).stdout
    if changed.strip():
        say("built is what is committed; the checkout has changes beyond it")
    packed = work / "source.tar"
    run("git", "-C", ROOT, "archive", "-o", packed, "HEAD")
    run("tar", "-xf", packed, "-C", source)
    front = source / "cdd_desktop" / "__init__.py"
    front.write_text(front.read_text(encoding="utf-8").replace(own_version(), version), encoding="utf-8")
    if rehearsal:
        add_rehearsal(source / "cdd_desktop" / "store" / "migrations" / "versions")
    if root := os.environ.get("CDD_UPDATE_ROOT"):
        (source / "resources" / "updates").mkdir()
        shutil.copy(root, source / "resources" / "updates" / "root.json")
    else:
        say("does not update itself: no root list is given (docs/updates.md)")
    (source / "build").mkdir()
    (source / "build" / "version-resource.txt").write_text(version_resource(version), encoding="utf-8")
    return source


def add_rehearsal(versions: Path) -> None:
    """A migration behind the newest one: what a next version of the program would bring to a store."""
    newest = sorted(versions.glob("v*.py"))[-1].read_text(encoding="utf-8")
    found = re.search(r'^revision(?:: str)? = "([^"]+)"', newest, re.MULTILINE)
    assert found is not None
    text = (Path(__file__).parent / "rehearsal.py.txt").read_text(encoding="utf-8")
    (versions / "v9999_rehearsal.py").write_text(text.replace("{BEFORE}", found[1]), encoding="utf-8")


def version_resource(version: str) -> str:
    """What Windows shows of the program's file, in PyInstaller's notation."""
    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    fields = {
        "CompanyName": PUBLISHER,
        "FileDescription": "ศูนย์ข้อมูลกลาง กรมการพัฒนาชุมชน (CDD Desktop)",
        "FileVersion": version,
        "ProductName": PROGRAM,
        "ProductVersion": version,
        "OriginalFilename": f"{PROGRAM}.exe",
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in fields.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0, OS=0x40004, "
        f"fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([StringTable('041E04B0', [{lines}])]), "
        "VarFileInfo([VarStruct('Translation', [0x041E, 1200])])])\n"
    )


def commit_time() -> str:
    done = run("git", "-C", ROOT, "log", "-1", "--format=%ct", stdout=subprocess.PIPE)
    return done.stdout.strip()


def freeze(work: Path) -> Path:
    """The folder of the frozen program."""
    dist = work / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    log = work / "freeze.log"
    settings = (f"SOURCE_DATE_EPOCH={commit_time()}", *FREEZING)
    places = ("--distpath", r"Z:\work\dist", "--workpath", r"Z:\work\pyinstaller")
    with log.open("w", encoding="utf-8") as stream:
        wine(
            work,
            r"Z:\work\python\python.exe",
            *("-m", "PyInstaller", "--noconfirm", "--clean", *places, r"Z:\work\source\packaging\cdd-desktop.spec"),
            settings=settings,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    frozen = dist / PROGRAM
    if not (frozen / f"{PROGRAM}.exe").exists():
        raise CannotError(f"PyInstaller made no program; see {log}.")
    return frozen


def sign(files: list[Path]) -> None:
    """Sign programs where a certificate is given; say so where none is."""
    certificate, key = os.environ.get("CDD_SIGN_CERTIFICATE"), os.environ.get("CDD_SIGN_KEY")
    if not certificate or not key:
        say("not signed: no certificate is given")
        return
    for file in files:
        signed = file.with_suffix(".signed")
        what = ("-n", "CDD Desktop", "-h", "sha256")
        run("osslsigncode", "sign", "-certs", certificate, "-key", key, *what, "-in", file, "-out", signed)
        signed.replace(file)


def installer(work: Path, frozen: Path, version: str, out: Path, *, source: Path) -> Path:
    """Compile the installer of a frozen program with NSIS."""
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"CDD-Desktop-{version}-Setup.exe"
    notice = work / "build-licence.txt"
    text = (source / "resources" / "NOTICE").read_text(encoding="utf-8")
    notice.write_text(text.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")
    size = sum(file.stat().st_size for file in frozen.rglob("*") if file.is_file()) // 1024
    moment = int(commit_time())
    for file in frozen.rglob("*"):
        os.utime(file, (moment, moment))  # the installer carries the files' times
    defines = {"VERSION": version, "SOURCE": frozen, "TARGET": target, "LICENCE": notice, "SIZE_KB": size}
    parts = source / "packaging" / "windows"
    defines |= {"ICON": parts / "cdd-desktop.ico", "PICTURE": parts / "installer.bmp"}
    words = [f"-D{name}={value}" for name, value in defines.items()]
    env = {**os.environ, "SOURCE_DATE_EPOCH": commit_time()}
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, parts / "installer.nsi", env=env, stdout=sys.stderr)
    return target


def build(version: str, out: Path, *, rehearsal: bool = False) -> Path:
    """Everything from the clean checkout to the installer; its path."""
    need_tools()
    host(WORK)
    windows_python(WORK)
    started = time.monotonic()
    say(f"freezing version {version}")
    source = checkout(WORK, version, rehearsal=rehearsal)
    frozen = freeze(WORK)
    sign([frozen / f"{PROGRAM}.exe", frozen / "cdd-desktop.exe"])
    keep_tree(WORK / "trees" / version, frozen)
    say("compiling the installer")
    target = installer(WORK, frozen, version, out, source=source)
    sign([target])
    write_digest(target)
    bill.write(out / f"CDD-Desktop-{version}.cdx.json", version, LOCKS / "windows.txt", source)
    megabytes = target.stat().st_size / 1_000_000
    say(f"{target.name}: {megabytes:.1f} MB, built in {time.monotonic() - started:.0f} s")
    return target


def write_digest(target: Path) -> None:
    """The SHA-256 beside a file, as ``sha256sum -c`` reads it."""
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n")


def keep_tree(place: Path, frozen: Path) -> None:
    """The program's folder as it is installed: updates are made from it (docs/updates.md)."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(frozen, place)


def differing(one: Path, other: Path) -> list[str]:
    """The files of two folders that are not the same bytes, or in one of them alone."""
    held = [
        {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (one, other)
    ]
    return sorted(name for name in held[0].keys() | held[1].keys() if held[0].get(name) != held[1].get(name))


def build_again(first: Path, version: str) -> str:
    """Build what was just built once more; what differs, in words."""
    before = WORK / "trees" / f"{version}-before"
    keep_tree(before, WORK / "trees" / version)
    again = build(version, WORK / "again")
    files = differing(before, WORK / "trees" / version)
    shutil.rmtree(before)
    same = first.read_bytes() == again.read_bytes()
    return f"files that differ: {', '.join(files) or 'none'}; the installer: {'the same bytes' if same else 'differs'}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the Windows installer.")
    parser.add_argument("--version", default=own_version())
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--rehearsal", action="store_true")
    parser.add_argument("--twice", action="store_true", help="build once more and say what differs")
    args = parser.parse_args()
    if not re.fullmatch(r"\d+\.\d+\.\d+", args.version):
        raise CannotError("A version is three numbers: 0.1.0")
    made = build(args.version, args.out.resolve(), rehearsal=args.rehearsal)
    print(made)
    if args.twice and not args.rehearsal:
        print(build_again(made, args.version))


if __name__ == "__main__":
    try:
        main()
    except CannotError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
