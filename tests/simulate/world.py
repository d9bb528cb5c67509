"""One run: a plan is carried out event by event, then everything is delivered and the promises are checked."""

from __future__ import annotations

import gc
import hashlib
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.errors import UserError
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.save_entry import Saved, save_entry
from cdd_desktop.operations.views import EntryRef, NeedsYou
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.outcome import SyncOutcome
from cdd_desktop.sync.signing import read_anchor

from . import keys, oracle, sticks, work
from .ledger import Ledger, Step
from .line import Line, deliver, deliver_piece
from .machines import BlockedError, Central, CentralKilledError, KilledError, LyingClock, Machine, id_maker
from .photos import photos_arrived
from .plan import DISK_FAULTS, Event, Plan
from .template import START, Seat, template

_ROUNDS = 14
_OF_THE_DEPARTMENT = {"accept", "approve", "return", "settle"}
_WRONG = (
    timedelta(0),
    timedelta(minutes=-50),
    timedelta(hours=3),
    timedelta(days=-2),
    timedelta(days=40),
    timedelta(days=-3650),
    timedelta(days=3650),
)
_TICKS = (timedelta(minutes=7), timedelta(hours=9), timedelta(days=1), timedelta(days=6))


@dataclass(frozen=True, slots=True)
class Result:
    """``failures`` say which promise was broken, one line each; ``digest`` is that of the whole trace."""

    plan: Plan
    trace: tuple[str, ...]
    failures: tuple[str, ...]

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.trace).encode()).hexdigest()


def run(plan: Plan) -> Result:
    """Carry out a plan in a folder of its own."""
    made = template()
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=made.fresh.parent))
    gc.disable()  # a fifth of the time otherwise
    world = World(plan, folder)
    try:
        failures = world.run()
    finally:
        gc.enable()
        world.close()
        shutil.rmtree(folder, ignore_errors=True)
    return Result(plan, tuple(world.trace), tuple(failures))


class World:
    """Central, machines, the requests ever sent, those still in the air, and the ledger of what people did."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.folder = plan, folder
        self.clock = FixedClock(START)
        self.ledger = Ledger()
        self.trace: list[str] = []
        self.sent: list[tuple[bytes, str]] = []
        self.air: list[tuple[bytes, str]] = []
        self.pieces: list[tuple[BlobPlace, Piece]] = []
        self.problems: set[str] = set()
        self.sticks = sticks.Sticks(folder)
        self.broken: list[str] = []  # promises, on the way
        self.enrolments = 0  # made in this run
        self.named_by_files: set[str] = set()  # people of those enrolments
        self.went_back = False  # a disk went back in time
        self.machines: list[Machine] = []
        made = template()
        source = made.fresh if plan.fresh else made.known
        for name in ("central.db", "central.keys.json"):
            shutil.copy(source / name, folder / name)
        self.central = Central(folder, self.clock, plan.page)
        left = list(enumerate(made.seats))
        for unit in plan.units:
            place = next(one for one in left if one[1].unit == unit)
            left.remove(place)
            desk = source / f"desk{place[0]}"
            self._add(desk / "store.db", desk, place[1])

    def _add(self, store: Path, of: Path, seat: Seat) -> Machine:
        """A machine with that store, and the key file of the machine in the folder ``of``."""
        number = len(self.machines)
        folder = self.folder / f"machine{number}"
        folder.mkdir()
        shutil.copy(store, folder / "store.db")
        shutil.copy(of / "store.keys.json", folder / "store.keys.json")
        clock = LyingClock(self.clock)
        machine = Machine(number, folder, seat, clock, id_maker(number, clock.now))
        self.machines.append(machine)
        return machine

    def run(self) -> list[str]:
        try:
            for event in self.plan.events:
                self.play(event)
            rested = self.settle()
            self.trace += oracle.state_lines(self)
            return [*self.broken, *rested, *oracle.check(self)]
        except Exception as error:  # a traceback is a broken promise like any other
            where = error.__traceback__
            while where is not None and where.tb_next is not None:
                where = where.tb_next
            place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else ""
            self.trace.append(f"! {type(error).__name__}")
            return [f"unexpected {type(error).__name__} at {place}: {str(error)[:300]}"]

    def close(self) -> None:
        for machine in self.machines:
            machine.close()
        self.central.close()

    # --- events --------------------------------------------------------------------------------------------------

    def play(self, event: Event, *, nested: bool = False) -> None:
        """One event; a person's work that the program refuses is no event."""
        self.clock.advance(timedelta(seconds=1))
        machine = self.machines[event.who % len(self.machines)]
        place = len(self.trace)
        try:
            idle = machine.unit == "00" and event.kind in work.VERBS.keys() - _OF_THE_DEPARTMENT
            verb = _VERBS[event.kind]
            told = "-" if idle else verb(self, machine, event)
        except UserError as error:
            told = f"refused {error.code} {error.params.get('reason', '')}"
        except KilledError:
            if machine.calling:
                raise
            machine.restart()
            told = "killed"
        self.trace.insert(place, f"{'  ' * nested}{event.kind} {machine.number}: {told}")

    def sync(self, machine: Machine, event: Event) -> str:
        if machine.calling:
            return "-"
        machine.disk.mend()
        machine.disk.faults = {fault.at: fault.kind for fault in event.faults if fault.kind in DISK_FAULTS}
        on_the_line = tuple(fault for fault in event.faults if fault.kind not in DISK_FAULTS)
        line = Line(self, machine, Event("sync", faults=on_the_line))
        try:
            outcome = self.contact(machine, line)
        except KilledError:
            machine.restart()
            return "killed"
        except UserError as error:
            return error.code
        finally:
            machine.calling = False
            machine.disk.mend()
        return f"{outcome.code} {outcome.sent} {outcome.received} {outcome.left} {outcome.needs_you}"

    def contact(self, machine: Machine, line: Line) -> SyncOutcome:
        machine.calling = True
        try:
            return SyncEngine(machine.desk(), line, machine.clock).run(threading.Event(), lambda _: None)
        finally:
            machine.calling = False

    def redeliver(self, requests: list[tuple[bytes, str]], number: int, *, take: bool) -> str:
        if not requests:
            return "-"
        body, token = requests.pop(number % len(requests)) if take else requests[number % len(requests)]
        try:
            return str(deliver(self, body, token)[0])
        except CentralKilledError:
            return "dead"
        except BlockedError:
            self.air.append((body, token))
            return "waits"

    def restore_central(self, number: int) -> str:
        if not self.central.copies:
            return "-"
        self.central.restore(number % len(self.central.copies))
        self.went_back = True
        self.ledger.burn(oracle.held(self), oracle.steps_held(self))
        return "restored"

    def restore_machine(self, machine: Machine, event: Event) -> str:
        """As a disk's image, or as the program's own restoring, which skips numbers."""
        if not machine.copies or machine.calling:
            return "-"
        machine.restore(event.a % len(machine.copies))
        if event.b % 2:
            with machine.store.write() as session:
                write_meta(session, Meta.COUNTER, str(int(read_meta(session, Meta.COUNTER)) + 1_000_000))
        self.went_back = True
        self.ledger.burn(oracle.held(self), oracle.steps_held(self))
        return "restored"

    def clone(self, machine: Machine) -> str:
        if len(self.machines) >= 8 or machine.calling:
            return "-"
        copy = machine.folder / "clone.db"
        machine.store.backup(copy)
        self._add(copy, machine.folder, machine.seat).answered |= machine.answered
        return f"is {len(self.machines) - 1} too"

    # --- what people do, with the ledger ------------------------------------------------------------------------

    def act(
        self,
        machine: Machine,
        person: int,
        operation: Callable[..., Any],
        *args: Any,
        noted: Callable[[Any], object] = lambda _: None,
        **kwargs: Any,
    ) -> Any:
        """An operation by a person. What it returned is durable, and ``noted``, even if the machine dies then."""
        kept: list[Any] = []

        def watched(at: Work, *given: Any, **more: Any) -> Any:
            result = operation(at, *given, **more)
            kept.append(result)
            return result

        try:
            machine.desk(person).do(watched, *args, **kwargs)
        except KilledError as killed:
            if killed.after:
                noted(kept[-1])
            raise
        noted(kept[-1])
        return kept[-1]

    def save(self, machine: Machine, ref: EntryRef, content: Any) -> None:
        self.written(machine, 0, save_entry, ref, content)

    def written(self, machine: Machine, person: int, operation: Callable[..., Saved], *args: Any) -> Saved:
        def noted(saved: Saved) -> None:
            if saved.ref.record_id is not None and saved.patch:
                self.ledger.write(machine.number, saved.ref.record_id, saved.patch, saved.was)

        saved: Saved = self.act(machine, person, operation, *args, noted=noted)
        return saved

    def delete(self, machine: Machine, row: RecordRow) -> None:
        def noted(_: object) -> None:
            self.ledger.delete(machine.number, row.id, row.content)

        self.act(machine, 0, delete_draft, row.id, noted=noted)

    def content(self, machine: Machine, record: str) -> dict[str, Any]:
        """What the machine holds of a record now."""
        with machine.store.read() as session:
            return dict(session.get_one(RecordRow, record).content)

    def decided_deletion(self, machine: Machine, record: str, question: NeedsYou, *, remove: bool) -> None:
        if not remove:
            self.ledger.undeleted.add(record)
            return
        self.ledger.delete(machine.number, record, self.content(machine, record))
        for path, value in question.theirs.items():
            self.ledger.choose(machine.number, record, {path: None}, {}, {path: value})

    def move(self, machine: Machine, person: int, key: SubmissionKey, kind: MoveKind, **said: Any) -> None:
        who = machine.seat.people[person % len(machine.seat.people)]

        def noted(_: object) -> None:
            with machine.store.read() as session:
                held = read_meta(session, Meta.ANCHOR)
            anchor = read_anchor(held).instant if held else None
            at = machine.clock.now().replace(microsecond=0)
            self.ledger.steps.append(Step(str(key), kind.value, who, at, anchor, honest=not machine.clock.lied))

        self.act(machine, person, move_submission, key, kind, noted=noted, **said)

    # --- the end -------------------------------------------------------------------------------------------------

    def settle(self) -> list[str]:
        """Everything is delivered, every question answered, on every machine; and again with everything sent twice."""
        while self.air:
            self.redeliver(self.air, 0, take=True)
        sticks.bring_everything(self)
        failures = [*self._come_to_rest(), *photos_arrived(self, oracle.central_records(self))]
        before = oracle.central_digest(self)
        for body, token in tuple(self.sent):
            if b'"batch":' in body or b'"packed":' in body:
                deliver(self, body, token)
        for place, piece in self.pieces:
            deliver_piece(self, place, piece)
        sticks.bring_everything(self)
        if oracle.central_digest(self) != before:
            failures.append("exactly once: central changed when everything was delivered once more")
        sticks.show_everything(self)
        return failures or self._come_to_rest()

    def _come_to_rest(self) -> list[str]:
        quiet: dict[int, object] = {}  # machine → how far central was when nothing was left to do
        for number in range(_ROUNDS):
            for machine in self.machines:
                if quiet.get(machine.number) != self.central.reached() and self._rest(machine, number):
                    quiet[machine.number] = self.central.reached()
            if all(quiet.get(machine.number) == self.central.reached() for machine in self.machines):
                return []
        left = [f"{machine.number}: {self._left(machine)}" for machine in self.machines]
        return [f"it does not come to rest: {'; '.join(left)}"]

    def _rest(self, machine: Machine, number: int) -> bool:
        self.clock.advance(timedelta(seconds=1))
        asked = machine.desk().read(read_outbox).needs_you
        for place, question in enumerate(asked):
            try:
                work.answer(self, machine, question, (machine.number + number // 4) % 2, 9000 + number * 10 + place)
            except UserError as error:
                self.trace.append(f"rest {machine.number}: {question.code} refused {error.code}")
        outcome = self.contact(machine, Line(self, machine, Event("sync")))
        told = f"{outcome.code} {outcome.sent} {outcome.received} {outcome.left} {outcome.needs_you}"
        self.trace.append(f"rest {machine.number}: {len(asked)} {told}")
        if outcome.code in ("login-refused", "code-unknown"):
            keys.enrol_anew(self, machine)
        return not asked and told == "sync-done 0 0 0 0"

    def _left(self, machine: Machine) -> str:
        view = machine.desk().read(read_outbox)
        codes = sorted({question.code for question in view.needs_you})
        return f"{view.pending_changes} waiting, {len(view.needs_you)} questions {','.join(codes)}"


def _backed_up(thing: Central | Machine) -> str:
    if len(thing.copies) >= 4:
        return "-"
    thing.back_up()
    return f"copy {len(thing.copies) - 1}"


def _tick(world: World, event: Event) -> str:
    steps = _TICKS[:2] if world.plan.fresh else _TICKS
    world.clock.advance(steps[event.a % len(steps)])
    return str(steps[event.a % len(steps)])


def _set_clock(machine: Machine, event: Event) -> str:
    machine.clock.set_wrong(_WRONG[event.a % len(_WRONG)])
    return str(machine.clock.wrong)


def _restart(thing: Machine) -> str:
    if thing.calling:
        return "-"
    thing.restart()
    return "done"


def _restart_central(world: World) -> str:
    world.central.restart()
    return "done"


_REST: dict[str, Callable[[World, Machine, Event], str]] = {
    "sync": World.sync,
    "tick": lambda world, _, event: _tick(world, event),
    "clock": lambda _, machine, event: _set_clock(machine, event),
    "replay": lambda world, _, event: world.redeliver(world.sent, event.b, take=False),
    "release": lambda world, _, event: world.redeliver(world.air, event.b, take=True),
    "backup-central": lambda world, _, __: _backed_up(world.central),
    "restore-central": lambda world, _, event: world.restore_central(event.a),
    "restart-central": lambda world, _, __: _restart_central(world),
    "backup-device": lambda _, machine, __: _backed_up(machine),
    "restore-device": lambda world, machine, event: world.restore_machine(machine, event),
    "clone": lambda world, machine, _: world.clone(machine),
    "restart-device": lambda _, machine, __: _restart(machine),
}
_VERBS = {**_REST, **work.VERBS, **sticks.STICKS, **keys.KEYS}
