"""Sets everything up and starts the demo or runs all tests: ``python3 packaging/dev.py demo`` and ``… test``.

Standard library only, Python 3.11 to 3.13. On Debian as root it installs the system packages that are missing;
anybody else is told their names. Safe to repeat, and quick when nothing has changed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
NEWEST = (ROOT / ".venv", LOCKS / "dev.txt")
OLDEST_QT = (ROOT / ".venv-qt68", LOCKS / "dev-qt68.txt")

# A shared library that Qt loads, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WINDOW_TESTS = ("tests/ui", "tests/journeys")


class CannotError(Exception):
    """Something a person has to do first, in one line."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(command: list[str | Path], **env: str) -> None:
    """Run one command in the checkout; end with its status when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env={**os.environ, **env}, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_postgresql() -> bool:
    folders = [Path(part) for part in os.environ.get("PATH", "").split(os.pathsep) if part]
    folders += Path("/usr/lib/postgresql").glob("*/bin")
    return any((folder / "initdb").exists() for folder in folders)


def missing_packages(*, window: bool, tests: bool) -> list[str]:
    """Debian packages without which the command would fail; empty elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**QT_LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    missing = [package for library, package in wanted.items() if not loadable(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if tests and not has_postgresql():
        missing.append("postgresql")
    if tests and shutil.which("systemd-analyze") is None:
        missing.append("systemd")  # reads central's unit file; nothing of it is started
    if tests and shutil.which("soffice") is None:
        missing.append("libreoffice-calc-nogui")
    return missing


def install_packages(missing: list[str]) -> None:
    if not missing:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise CannotError(f"Install first (Debian's names): {' '.join(missing)}")
    say(f"Installing system packages: {' '.join(missing)}")
    # RUNLEVEL=1 keeps Debian from starting a database server of its own; the tests start theirs.
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    install: list[str | Path] = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    env = {**os.environ, **quiet}
    if subprocess.run([str(part) for part in install], env=env, stdout=subprocess.DEVNULL, check=False).returncode:
        run(["apt-get", "update", "-qq"])
        if subprocess.run([str(part) for part in install], env=env, stdout=subprocess.DEVNULL, check=False).returncode:
            raise CannotError(f"Debian could not install: {' '.join(missing)}")


def bin_folder(venv: Path) -> Path:
    return venv / ("Scripts" if sys.platform == "win32" else "bin")


def python_of(venv: Path) -> Path:
    return bin_folder(venv) / ("python.exe" if sys.platform == "win32" else "python")


def set_up(venv: Path, lock: Path) -> Path:
    """The Python of an environment that holds exactly the lock's packages and this checkout."""
    python = python_of(venv)
    stamp = venv / "cdd-stamp"
    parts = (lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode())
    wanted = hashlib.sha256(b"\0".join(parts)).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    if venv.is_symlink():
        raise CannotError(f"{venv.name} is a link to another place; what lies there is not cleared. Remove the link.")
    say(f"Setting up {venv.name} (once, a few minutes)")
    run([sys.executable, "-m", "venv", "--clear", venv])
    pip: list[str | Path] = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
    run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock])
    run([*pip, "--no-build-isolation", "-e", ROOT])
    stamp.write_text(wanted)
    return python


def demo(arguments: list[str]) -> None:
    on_linux = sys.platform.startswith("linux")
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if on_linux and not shown:
        raise CannotError("No display: the demo opens a window. Start it from a desktop session (DISPLAY is not set).")
    install_packages(missing_packages(window=True, tests=False))
    python = set_up(*NEWEST)
    run([python, "-m", "cdd_desktop", "demo", *arguments])


def test(arguments: list[str]) -> None:
    """Everything CI holds, the full test run last so that its closing line ends the output."""
    install_packages(missing_packages(window=False, tests=True))
    python, python_old_qt = set_up(*NEWEST), set_up(*OLDEST_QT)
    tools = bin_folder(NEWEST[0])
    for check in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]):
        say(f"== {' '.join(check)}")
        run([tools / check[0], *check[1:]])
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    beside = ["-n", "auto", "--dist", "loadfile"]  # a file's tests stay together: they share what they set up
    say("== window tests on the oldest supported Qt")
    run([python_old_qt, "-m", "pytest", "-q", *beside, *WINDOW_TESTS], **offscreen)
    say("== all tests on the newest Qt")
    run([python, "-m", "pytest", "-q", *beside, *arguments], **offscreen)


COMMANDS = {"demo": demo, "test": test}


def main() -> None:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise CannotError("Python 3.11, 3.12 or 3.13 is needed.")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        raise CannotError(f"usage: {Path(sys.argv[0]).name} {' | '.join(COMMANDS)}")
    COMMANDS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    try:
        main()
    except CannotError as error:
        say(str(error))
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
