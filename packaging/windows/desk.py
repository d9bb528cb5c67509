"""A screen for Windows programs under Wine: keys are pressed on it, pictures are taken of it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from host import CannotError, entering, run

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
SIZE = "1366x768x24"
PATIENCE = 180.0


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

    def windows(self) -> list[str]:
        """The visible windows that belong to programs, by X's number."""
        return self._xdotool("search", "--onlyvisible", "--name", ".").stdout.split()

    def wait_for_window(self) -> None:
        """Until a program shows a window."""
        wait_for("a window of the program", lambda: bool(self.windows()))

    def take_focus(self) -> None:
        """Give the program's window the keyboard; there is no window manager that would."""
        self._xdotool("windowfocus", "--sync", self.windows()[-1])

    def press(self, *keys: str) -> None:
        """Press keys one after the other, X's names: ``Tab``, ``ctrl+Return``."""
        self._xdotool("key", "--delay", "120", *keys)

    def type(self, text: str) -> None:
        """Type text into what has the focus."""
        self._xdotool("type", "--delay", "120", text)

    def picture(self, target: Path) -> Path:
        """What the screen shows, as PNG."""
        target.parent.mkdir(parents=True, exist_ok=True)
        run("import", "-display", self.display, "-window", "root", target)
        return target

    def settle(self, seconds: float = 2.0) -> None:
        """Until two looks at the screen, some time apart, are the same."""
        before = b""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            now = subprocess.run(
                ["import", "-display", self.display, "-window", "root", "rgb:-"], capture_output=True, check=True
            ).stdout
            if now == before:
                return
            before = now
            time.sleep(seconds)
        raise CannotError("The screen did not come to rest.")
