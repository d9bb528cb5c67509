"""The sample province on this machine: its own folder, a real central as a child process, and five people's stores.

Nothing here touches a real profile. The passwords are random and lie in the folder; nobody types one.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_data_path

from cdd_desktop import __version__
from cdd_desktop.clock import BANGKOK, Clock, FixedClock, ShiftedClock, SystemClock, bangkok_day
from cdd_desktop.demo_typing import type_entries
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.contact import read_line
from cdd_desktop.operations.enrol import FirstPerson, enrol_office, read_enrolment
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.operations.work import Work
from cdd_desktop.paths import Profile, profile
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

PROVINCE, SEED = "50", 1
FIRST_UNIT = "5007"
STARTS_AT = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)
_STATE, _PASSWORDS = "demo.json", "passwords.json"
_FORMAT = 1
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DemoWish:
    """What the command line asks for. ``now`` None: 18 March 2018, 08:40, or where the last visit ended; it never
    remakes a province that is there. ``central`` is the address of a running central, whose enrolment files lie in
    ``enrolments``."""

    folder: Path
    reset: bool = False
    now: datetime | None = None
    frozen: bool = False
    central: str = ""
    enrolments: Path | None = None
    province: str = PROVINCE


@dataclass(frozen=True, slots=True)
class SampleUser:
    """One of the five people of the strip: which store is theirs, and its password."""

    role: str
    name: str
    profile: Profile
    person_id: str
    password: str


@dataclass(slots=True)
class _State:
    """What is remembered between visits: how the province was made, and until when somebody was there."""

    format: int
    version: str
    starts_at: str
    left_at: str
    address: str


class Demo:
    """A prepared sample province. ``people`` are officer, head, provincial officer, provincial head, department."""

    def __init__(
        self, folder: Path, people: tuple[SampleUser, ...], clock: Clock, central: subprocess.Popen[str] | None
    ) -> None:
        self.folder = folder
        self.people = people
        self.clock = clock
        self._central = central

    def close(self) -> None:
        """End central and remember the time, so that the next visit goes on from there."""
        state = _read_state(self.folder)
        if state is not None and not isinstance(self.clock, FixedClock):
            state.left_at = self.clock.now().isoformat()
            _write(self.folder / _STATE, asdict(state))
        if self._central is not None:
            _end(self._central)


def default_folder() -> Path:
    """Beside the program's own data, never inside them."""
    return user_data_path("CDD Desktop Demo", appauthor=False, roaming=False)


def prepare(wish: DemoWish, say: Say) -> Demo:
    """Makes what is missing, starts central, and answers a province that is ready to be looked at.

    A province that is there is kept, whichever program made it, until ``reset``. ``say`` hears the names of long
    steps, ``province`` and ``stores``; ``other-day`` where the clock starts on another day than the province was
    made for; ``other-program`` where another version of the program made it. Raises ``BadRequestError``:
    ``demo-folder-foreign``, ``demo-folder-newer``, ``demo-enrolments-missing``; ``RefusedError``:
    ``demo-data-failed``, ``demo-central-failed``, ``demo-sync-failed``.
    """
    folder = wish.folder
    state = None if wish.reset else _readable(folder)
    if state is None:
        if wish.central:
            _enrolment_files(wish)  # nothing is cleared away for a wish that cannot come true
        _clear(folder)
    starts_at = wish.now or (datetime.fromisoformat(state.left_at) if state else STARTS_AT)
    clock = FixedClock(starts_at) if wish.frozen else ShiftedClock(starts_at, SystemClock())
    if state is not None:
        _say_what_is_kept(state, wish, say)
    if state is None and not wish.central:
        say("province")
        _make_province(folder, wish.province, starts_at)
    central, address = (None, wish.central) if wish.central else _start_central(folder, clock, frozen=wish.frozen)
    try:
        passwords = _passwords(folder)
        if state is None:
            say("stores")
            passwords = _make_stores(folder, wish, clock, address)
        elif state.address != address:
            _move_stores(folder, passwords, clock, address)
        made_at = state.starts_at if state else starts_at.isoformat()
        _write(folder / _STATE, asdict(_State(_FORMAT, __version__, made_at, starts_at.isoformat(), address)))
        return Demo(folder, _people(folder, passwords), clock, central)
    except BaseException:
        if central is not None:
            _end(central)
        raise


# --- the folder ----------------------------------------------------------------------------------------------------


def _readable(folder: Path) -> _State | None:
    """The state of an earlier visit; none where nothing was finished. Raises ``BadRequestError`` for what only a
    newer program understands."""
    state = _read_state(folder)
    if state is not None and state.format != _FORMAT:
        raise BadRequestError("demo-folder-newer", folder=folder.name)
    return state


def _say_what_is_kept(state: _State, wish: DemoWish, say: Say) -> None:
    if wish.now is not None and wish.now != datetime.fromisoformat(state.starts_at):
        say("other-day")
    if state.version != __version__:
        say("other-program")
    _upgrade_central(wish.folder)


def _clear(folder: Path) -> None:
    """An empty folder. Only what is a demo, or nothing at all, is removed."""
    if folder.is_file() or (folder.exists() and any(folder.iterdir()) and not (folder / _STATE).exists()):
        raise BadRequestError("demo-folder-foreign", folder=folder.name)
    for part in ("central", "enrolments", "profiles"):
        shutil.rmtree(folder / part, ignore_errors=True)
    for part in (_STATE, _PASSWORDS):
        (folder / part).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / _STATE, {"format": 0})


def _read_state(folder: Path) -> _State | None:
    try:
        return msgspec.json.decode((folder / _STATE).read_bytes(), type=_State)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(path: Path, value: dict[str, Any]) -> None:
    """Small JSON, readable by its owner alone."""
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
    draft.replace(path)


def _passwords(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Unit → its people with their passwords, in the order of the strip."""
    try:
        found: dict[str, list[dict[str, str]]] = json.loads((folder / _PASSWORDS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _profile(folder: Path, unit: str) -> Profile:
    return profile(f"demo-{unit}", folder)


def _people(folder: Path, passwords: dict[str, list[dict[str, str]]]) -> tuple[SampleUser, ...]:
    return tuple(
        SampleUser(person["role"], person["name"], _profile(folder, unit), person["id"], person["password"])
        for unit, people in passwords.items()
        for person in people
    )


# --- central -------------------------------------------------------------------------------------------------------


def _central_command(folder: Path, name: str, *more: str) -> list[str]:
    database = str(folder / "central" / "central.db")
    return [sys.executable, "-m", "cdd_desktop.central", name, "--database", database, *more]


def _make_province(folder: Path, province: str, at: datetime) -> None:
    (folder / "central").mkdir(parents=True)
    details = ("--province", province, "--seed", str(SEED), "--at", at.isoformat())
    _run_central(_central_command(folder, "demo-data", *details, "--enrolments", str(folder / "enrolments")))


def _upgrade_central(folder: Path) -> None:
    """Bring an older program's tables to this one's, also where both call themselves the same version; the stores do
    that themselves when they are opened."""
    if (folder / "central").exists():
        _run_central(_central_command(folder, "migrate"))


def _run_central(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise RefusedError("demo-data-failed", reason=done.stderr.strip().splitlines()[-1] if done.stderr else "")


def _start_central(folder: Path, clock: Clock, *, frozen: bool) -> tuple[subprocess.Popen[str], str]:
    """A child that ends when its standard input closes, which the end of this process does in any case."""
    state = _read_state(folder)
    before = state.address.rpartition(":")[2] if state and state.address.startswith("http://127.0.0.1:") else "0"
    for port in dict.fromkeys((before, "0")):
        more = ["--port", port, "--now", clock.now().isoformat(), "--with-stdin", *(["--frozen"] if frozen else [])]
        with (folder / "central" / "central.log").open("a", encoding="utf-8") as log:
            child = subprocess.Popen(
                _central_command(folder, "serve", *more),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
            )
        assert child.stdout is not None
        line = child.stdout.readline()
        if line:
            return child, str(json.loads(line)["address"])
        _end(child)
    raise RefusedError("demo-central-failed")


def _end(child: subprocess.Popen[str]) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.close()
    try:
        child.wait(timeout=15)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    child.stdout.close()


# --- the stores ----------------------------------------------------------------------------------------------------


def _enrolment_files(wish: DemoWish) -> list[Path]:
    """Of the own central, or those that were named with a running one."""
    own = None if wish.central else wish.folder / "enrolments"
    place = wish.enrolments or own
    files = sorted(place.glob("*.cddenrol"), key=lambda path: path.stem) if place is not None else []
    if not files:
        raise BadRequestError("demo-enrolments-missing", folder=str(wish.enrolments or ""))
    return files


def _make_stores(folder: Path, wish: DemoWish, clock: Clock, address: str) -> dict[str, list[dict[str, str]]]:
    """Enrols the three offices with everybody's password and fills their stores by a first contact."""
    files = _enrolment_files(wish)
    made: dict[str, list[dict[str, str]]] = {}
    for file in sorted(files, key=lambda path: -len(path.stem.strip("0"))):  # district, province, department
        enrolment = read_enrolment(file.read_bytes(), clock)
        place = _profile(folder, enrolment.unit)
        people = [
            {"id": person.id, "name": person.name, "role": person.role, "password": secrets.token_urlsafe(12)}
            for person in enrolment.people
        ]
        made[enrolment.unit] = people
        _write(folder / _PASSWORDS, dict(made))
        first = FirstPerson(people[0]["id"], enrolment.people[0].pin, people[0]["password"])
        enrol_office(place, enrolment, first, clock=clock)
        for person, named in list(zip(people, enrolment.people, strict=True))[1:]:
            choose_password(place, person["id"], named.pin, person["password"], clock=clock)
        _first_contact(place, people[0], clock, address)
    if bangkok_day(clock.now()) == STARTS_AT.date() and FIRST_UNIT in made:
        _type_in(folder, made[FIRST_UNIT][0], clock)
    return made


def _first_contact(place: Profile, person: dict[str, str], clock: Clock, address: str) -> None:
    workplace = sign_in(place, person["id"], person["password"], clock=clock)
    try:
        workplace.do(_use_address, address)
        line = workplace.read(read_line)
        gateway = HttpGateway(line.addresses, trust=line.trust)
        try:
            outcome = SyncEngine(workplace, gateway, clock).run(threading.Event(), lambda _progress: None)
        finally:
            gateway.close()
        if not outcome.ok:
            raise RefusedError("demo-sync-failed", reason=outcome.code)
    finally:
        workplace.close()


def _type_in(folder: Path, person: dict[str, str], clock: Clock) -> None:
    """The work of the last days at the first person's office, which nobody has sent yet."""
    workplace = sign_in(_profile(folder, FIRST_UNIT), person["id"], person["password"], clock=clock)
    try:
        type_entries(workplace, workplace.reports_from, SEED)
    finally:
        workplace.close()


def _move_stores(folder: Path, passwords: dict[str, list[dict[str, str]]], clock: Clock, address: str) -> None:
    """Tells every store where central is this time, when its port of the last visit was taken."""
    for unit, people in passwords.items():
        workplace = sign_in(_profile(folder, unit), people[0]["id"], people[0]["password"], clock=clock)
        try:
            workplace.do(_use_address, address)
        finally:
            workplace.close()


def _use_address(work: Work, address: str) -> None:
    write_meta(work.session, Meta.ADDRESSES, json.dumps([address]))
