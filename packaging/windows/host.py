"""The Wine host: a Debian 13 in a folder, with its own Wine 10, in which Windows programs run.

Debian 12's own Wine is too old for Qt 6. Everything lies in one work folder outside the checkout; mounts live in a
private namespace and vanish with the command that made them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SUITE = "trixie"
INSIDE = "wine64,wine,xvfb,xauth,x11-utils,imagemagick"
TOOLS = {"debootstrap": "debootstrap", "makensis": "nsis", "osslsigncode": "osslsigncode", "unshare": "util-linux"}
WORK = Path(os.environ.get("CDD_BUILD_FOLDER", "/var/tmp/cdd-desktop-build"))


class CannotError(Exception):
    """Something that stops the build, in one line."""


def say(text: str) -> None:
    print(f"== {text}", file=sys.stderr, flush=True)


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run one command to its end; raises ``CannotError`` with its name and status."""
    done = subprocess.run([str(part) for part in command], text=True, check=False, **options)  # type: ignore[call-overload]
    if done.returncode:
        raise CannotError(f"{command[0]} ended with status {done.returncode}\n{done.stderr or ''}".rstrip())
    return done


def need_tools(tools: Mapping[str, str] = TOOLS) -> None:
    """The Debian packages of some commands, installed where root may."""
    missing = sorted({package for tool, package in tools.items() if shutil.which(tool) is None})
    if not missing:
        return
    if os.geteuid() != 0:
        raise CannotError(f"Install first (Debian's names): {' '.join(missing)}")
    say(f"installing {' '.join(missing)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq")
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, env=env, stdout=subprocess.DEVNULL)


def _mirror() -> str:
    """Where this machine's Debian takes its packages from."""
    for folder in (Path("/etc/apt/sources.list.d"), Path("/etc/apt")):
        for file in sorted(folder.glob("*.sources")) + sorted(folder.glob("*.list")):
            found = re.search(r"\b(https?://\S+/debian)/?(?=\s|$)", file.read_text(encoding="utf-8"))
            if found:
                return found[1]
    raise CannotError("No Debian mirror is configured on this machine.")


def host(work: Path) -> Path:
    """The folder of the Wine host, made when it is not there (some minutes)."""
    folder = work / "host"
    if (work / "host-ready").exists():
        return folder
    if os.geteuid() != 0:
        raise CannotError("The Wine host is made as root.")
    say("making the Wine host (once, some minutes)")
    shutil.rmtree(folder, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    with (work / "host.log").open("w") as log:
        # in a namespace of its own: what debootstrap mounts goes with it
        run(
            *("unshare", "--mount", "--propagation", "private"),
            *("debootstrap", "--variant=minbase", f"--include={INSIDE}", SUITE, folder, _mirror()),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    (work / "host-ready").write_text(SUITE + "\n")
    return folder


_ENTER = """
set -eu
mount --bind /dev "$HOST/dev"
mount -t proc proc "$HOST/proc"
mkdir -p "$HOST/work" "$HOST/tmp/.X11-unix"
mount --bind "$WORK" "$HOST/work"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$HOST/tmp/.X11-unix"; fi
exec chroot "$HOST" /usr/bin/env -i HOME=/work/home PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 USER=root \
  XDG_RUNTIME_DIR=/work/run WINEPREFIX="$PREFIX" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" $SETTINGS "$@"
"""


def entering(
    work: Path, command: Sequence[str], *, prefix: str = "/work/prefix", settings: Sequence[str] = ()
) -> tuple[list[str], dict[str, str]]:
    """Command line and environment that run a command inside the host, where the work folder is ``/work``; the
    network and the screens are the machine's own. ``settings``: ``NAME=value`` without spaces."""
    folder = host(work)
    for name in ("home", "run"):
        (work / name).mkdir(exist_ok=True, mode=0o700)
    env = {**os.environ, "HOST": str(folder), "WORK": str(work), "PREFIX": prefix, "SETTINGS": " ".join(settings)}
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", _ENTER, "enter", *command], env


def wine(
    work: Path, *command: str, settings: Sequence[str] = (), **options: object
) -> subprocess.CompletedProcess[str]:
    """Run a Windows program under Wine with a screen of its own, and wait until all of Wine has ended."""
    line = ["sh", "-c", 'xvfb-run -a -s "-screen 0 1366x768x24" wine "$@"; s=$?; wineserver -w; exit $s', "wine"]
    entered, env = entering(work, [*line, *command], settings=settings)
    return run(*entered, env=env, **options)
