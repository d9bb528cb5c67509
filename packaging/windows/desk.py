"""A screen for Windows programs under Wine: keys are pressed on it, pictures are taken of it."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from host import CannotError, entering, run

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
SIZE = "1366x768x24"
PATIENCE = 600.0  # a busy machine takes five times as long
ATTEMPTS, ANSWER_SECONDS = 6, 20.0
LEAST_AREA = 300 * 150  # pixels; smaller windows are hints and messages
IDLE = 0.15  # of a processor
_SIZE = re.compile(r"^(WIDTH|HEIGHT)=(\d+)$", re.MULTILINE)


def wait_for(what: str, done: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Look again and again until something is so; raises ``CannotError`` naming it when it does not come."""
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise CannotError(f"Waited {seconds:.0f} s in vain for: {what}")
        time.sleep(0.05)


class Desk:
    """An X server of its own and the Wine programs started on it; ``close`` ends both."""

    def __init__(self, work: Path, prefix: str) -> None:
        self._work, self._prefix = work, prefix
        self.least_area = LEAST_AREA
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = f":{answer.readline().strip()}"

    def close(self) -> None:
        """End everything that was started on this screen."""
        self.wine_command("wineserver", "-k", accept_failure=True)
        self._server.terminate()
        self._server.wait()

    # --- programs ---------------------------------------------------------------------------------------------------

    def wine_command(self, *command: str, accept_failure: bool = False, **settings: str) -> tuple[int, str]:
        """Run something inside the host with this screen until it ends: its exit status and what it printed."""
        done = self._start(*command, settings=settings, output=subprocess.PIPE)
        text, _ = done.communicate()
        if done.returncode and not accept_failure:
            raise CannotError(f"{command[-1]} ended with status {done.returncode}\n{text}")
        return done.returncode, text

    def wine(self, *command: str, accept_failure: bool = False, **settings: str) -> tuple[int, str]:
        """Run a Windows program until it ends."""
        return self.wine_command("wine", *command, accept_failure=accept_failure, **settings)

    def start_wine(self, *command: str, **settings: str) -> subprocess.Popen[str]:
        """Start a Windows program and go on; what it prints is not kept."""
        return self._start("wine", *command, settings=settings, output=subprocess.DEVNULL)

    def keep_wine_up(self) -> None:
        """Wine's own server stays when no program runs, until this screen is closed. It inherits what its starter
        writes to, so nobody may wait for the end of that."""
        self._start("wineserver", "-p", settings={}, output=subprocess.DEVNULL).wait()

    def start_anew(self) -> None:
        """End every Windows program and Wine's server; the next program begins on a fresh desktop."""
        self.wine_command("wineserver", "-k", accept_failure=True)
        self.wine_command("wineserver", "-w", accept_failure=True)

    def _start(self, *command: str, settings: Mapping[str, str], output: int) -> subprocess.Popen[str]:
        words = [f"DISPLAY={self.display}", *(f"{name}={value}" for name, value in settings.items())]
        line, env = entering(self._work, command, prefix=self._prefix, settings=words)
        return subprocess.Popen(line, env=env, text=True, errors="replace", stdout=output, stderr=subprocess.STDOUT)

    # --- the screen -------------------------------------------------------------------------------------------------

    def _xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(["xdotool", *words], env=env, text=True, capture_output=True, check=False)

    def windows(self, least_area: int = 0) -> list[str]:
        """X's numbers of the programs' windows, from the lowest to the topmost; a hint or a message beside the clock is
        none, nor is what is smaller than asked for."""
        found = []
        for number in self._xdotool("search", "--onlyvisible", "--name", ".").stdout.split():
            size = dict(_SIZE.findall(self._xdotool("getwindowgeometry", "--shell", number).stdout))
            if int(size.get("WIDTH", 0)) * int(size.get("HEIGHT", 0)) > max(least_area, self.least_area):
                found.append(number)
        return found

    def window(self) -> str:
        """The topmost window; empty while there is none."""
        return next(reversed(self.windows()), "")

    def wait_for_window(self) -> None:
        """Until a program shows a window."""
        wait_for("a window of the program", lambda: bool(self.window()))

    def take_focus(self) -> None:
        """Give the program's window the keyboard, and see that it has it; there is no window manager that would."""

        def has_it() -> bool:
            wanted = self.window()
            if self._xdotool("getwindowfocus").stdout.strip() == wanted:
                return True
            self._xdotool("windowfocus", wanted)
            return False

        wait_for("the keyboard to belong to the program's window", has_it)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, X's names: ``Tab``, ``ctrl+Return``. Each is answered by the screen before
        the next one; one that is not is pressed again, for a busy machine loses some."""
        for key in keys:
            self._until_seen(key, lambda key=key: self._xdotool("key", key))

    def type(self, text: str) -> None:
        """Type text into what has the focus."""
        self._until_seen(text, lambda: self._xdotool("type", "--delay", "150", text))

    def _until_seen(self, what: str, act: Callable[[], object]) -> None:
        before = self.look()
        for _ in range(ATTEMPTS):
            self.take_focus()
            act()
            until = time.monotonic() + ANSWER_SECONDS
            while time.monotonic() < until:
                if self.look() != before:
                    self.settle()
                    return
                time.sleep(0.1)
        raise CannotError(f"The screen does not answer: {what}")

    def look(self) -> bytes:
        """What the screen shows, as bytes to compare."""
        command = ["import", "-display", self.display, "-window", "root", "rgb:-"]
        return subprocess.run(command, capture_output=True, check=True).stdout

    def picture(self, target: Path) -> Path:
        """What the screen shows, as PNG."""
        target.parent.mkdir(parents=True, exist_ok=True)
        run("import", "-display", self.display, "-window", "root", target)
        return target

    def settle(self, apart: float = 1.0, looks: int = 2) -> None:
        """Until the screen stays the same over some looks while no Windows program works. A program that waits for its
        turn on a busy machine still works now and then, so it is not taken for one that has finished."""
        same, before, used = 0, b"", 0.0
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            now, using = self.look(), _processor_time(f"WINEPREFIX={self._prefix}")
            same = same + 1 if now == before and using - used < IDLE * apart else 0
            if same >= looks:
                return
            before, used = now, using
            time.sleep(apart)
        raise CannotError("The screen did not come to rest.")


def _processor_time(mark: str) -> float:
    """Seconds of processor that the Windows programs whose environment says so have used so far; one that has ended
    takes its share along."""
    ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")
