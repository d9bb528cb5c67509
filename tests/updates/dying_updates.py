"""A child that updates a machine again and again, each time ended with SIGKILL one step further, or out of room.

``python dying_updates.py FOLDER kill|full`` prints one JSON line: how many ends it came to, and what the machine
started after each of them. A step is anything that touches a file or starts a program.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from release_world import ReleaseWorld

from cdd_desktop.errors import RefusedError

STEPS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "subprocess.Popen", "os.truncate")
DONE, FULL = 0, 28


def main(folder: Path, how: str) -> None:
    world = ReleaseWorld(folder)
    installed = world.install()
    world.released("0.1.0", "0.1.1")
    world.round()
    assert world.start(installed) == ["0.1.1"]
    world.released("0.1.2")
    shutil.copytree(world.machine, folder / "before", symlinks=True)
    data = (world.machine / "store.db").write_bytes(b"somebody's work")
    started: list[str] = []
    steps = 0
    while True:
        end = _in_child(world, how, steps)
        started.extend(world.start(installed))
        assert (world.machine / "store.db").stat().st_size == data
        if end == DONE:
            break
        assert end in (-signal.SIGKILL, FULL), end
        world.round("0.1.1")
        assert world.start(installed)[-1] == "0.1.2", "what was interrupted goes on"
        _put_back(world, folder / "before")
        steps += 1 if how == "kill" else 4096
    print(json.dumps({"ends": steps, "started": sorted(set(started)), "last": started[-1]}))


def _in_child(world: ReleaseWorld, how: str, steps: int) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        if how == "kill":
            _die_after(steps)
        else:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (steps, steps))
        world.round("0.1.1")
        os._exit(DONE)
    except RefusedError as error:
        os._exit(FULL if error.code == "disk-full" else 1)
    except BaseException as error:
        print(repr(error), file=sys.stderr)
        os._exit(2)


def _die_after(steps: int) -> None:
    left = steps

    def hook(event: str, _args: object) -> None:
        nonlocal left
        if event in STEPS:
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(hook)


def _put_back(world: ReleaseWorld, before: Path) -> None:
    shutil.rmtree(world.machine)
    shutil.copytree(before, world.machine)
    (world.machine / "store.db").write_bytes(b"somebody's work")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
