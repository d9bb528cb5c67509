"""What a person does in the window, in the proof: tries sample data, sets a new machine up, types an entry, makes a
file for help."""

from __future__ import annotations

import shutil
from pathlib import Path

from desk import Desk, wait_for
from host import CannotError
from machine import DATA, FOLDER, HERE, Machine, central

TYPED = 4321  # baht that a savings group's members are behind with: no sample group has this
NEW_OFFICE, NEW_PROFILE = "5006", "proof-new"
NOWHERE = "http://127.0.0.1:9"  # nobody answers there: a machine without a line
TRIES, ARRIVAL_SECONDS = 3, 240.0
SAMPLE, SAMPLE_PROFILE = rf"{HERE}\CDD Desktop Demo", "default"
WHOLE_WINDOW = 800 * 500  # pixels


def try_sample(machine: Machine, out: Path) -> str:
    """The first start's *Try it first with sample data* is pressed: the program makes the sample province alone, with a
    central of its own, and opens it in a second window. Both are removed again."""
    folder = machine.here(SAMPLE)
    shutil.rmtree(folder, ignore_errors=True)
    with machine.window("--profile", SAMPLE_PROFILE) as screen:
        screen.press("Tab", "Tab", "Tab", "space")
        wait_for("the sample province's window", lambda: len(screen.windows(WHOLE_WINDOW)) == 2)
        screen.settle()
        screen.picture(out / "sample.png")
    if not (folder / "profiles" / "demo-5007" / "store.db").exists():
        raise CannotError("There is no sample province.")
    for place in (folder, machine.here(DATA)):
        shutil.rmtree(place)
    return ""


def first_start(machine: Machine, out: Path) -> str:
    """The enrolment file is opened by a double click; person, PIN and password are given by keys; the start package
    beside it is taken along."""
    stick = FOLDER / "stick"
    shutil.rmtree(stick, ignore_errors=True)
    stick.mkdir()
    base = ("enrol", NEW_OFFICE, "--database", machine.database, "--address", NOWHERE, "--person", "สมหญิง ใจดี:officer")
    files = ("--out", stick / f"{NEW_OFFICE}.cddenrol", "--start", stick / f"{NEW_OFFICE}.cddpack")
    said = central(*base, *files)
    pin = next(line.split()[0] for line in said.splitlines() if "  officer  " in line)
    place = machine.here(DATA) / "profiles" / NEW_PROFILE
    shutil.rmtree(place, ignore_errors=True)
    words = ("--profile", NEW_PROFILE, rf"Z:\work\proof\stick\{NEW_OFFICE}.cddenrol")
    with machine.window(*words) as screen:
        screen.picture(out / "first-start.png")
        for text in (pin, "correct horse", "correct horse"):
            screen.press("Tab")
            screen.type(text)
        screen.press("Return")
        wait_for("the office's store", lambda: (place / "store.db").exists())
        screen.settle()
        screen.picture(out / "first-start-home.png")
    return f"      package of {(stick / f'{NEW_OFFICE}.cddpack').stat().st_size:,} bytes"


def type_an_entry(machine: Machine, out: Path) -> str:
    """From the home screen to the second report, which opens at the mistake in it, by keys alone. Begun anew in a
    fresh window when it does not arrive: what a busy machine swallows is the keyboard's, not the program's."""
    for attempt in range(1, TRIES + 1):
        try:
            with machine.window() as screen:
                screen.picture(out / "home.png")
                _type(screen)
                screen.picture(out / "entry.png")
                wait_for("the typed entry at central", lambda: machine.arrived(TYPED), ARRIVAL_SECONDS)
            return f"      at attempt {attempt}" if attempt > 1 else ""
        except CannotError as error:
            failure = error
    raise failure


def _type(screen: Desk) -> None:
    screen.press("Down", "Return")
    screen.type(str(TYPED))
    screen.press("Tab")


def make_support(machine: Machine, out: Path) -> str:
    """The page is found by the search; its button asks for a place in Windows' own box and writes the file there."""
    with machine.window() as screen:
        screen.press("ctrl+k")
        screen.type("about version")
        screen.press("Return")
        screen.picture(out / "about.png")
        screen.press("Tab", "space")
        screen.picture(out / "support-box.png")
        screen.type("C:\\")  # before the name that is suggested
        screen.press("Return")
        wait_for("the file for the administrator", lambda: bool(_support_files(machine)))
        screen.settle()
        screen.picture(out / "support.png")
    return f"      {_support_files(machine)[0].name}"


def _support_files(machine: Machine) -> list[Path]:
    return sorted((machine.prefix / "drive_c").glob("*.cddsupport.zip"))
