"""The line between a machine and central for one contact: real bytes, and everything that can happen to them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.blobs import read_states, take_piece
from cdd_desktop.central.sync.by_file import forward_file
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.errors import failure_on_the_way, failure_to_connect, read_answer, read_file_answer
from cdd_desktop.sync.filed import CUSTODY_HEADER, DEVICE_HEADER, CustodyNote
from cdd_desktop.sync.protocol import BlobsAnswer, BlobState, DigestAnswer, Message, SyncAnswer

from .machines import BlockedError, CentralKilledError, HeldError, Machine
from .plan import Event, Fault

if TYPE_CHECKING:
    from .world import World

T = TypeVar("T", bound=Message)
_DEATHS = {"central-dies-before": "before", "central-dies-after": "after"}
_PORTAL = b"<html><body>Welcome to the network. Please sign in.</body></html>"


class Line:
    """What the engine takes for its gateway (``sync.gateway.Gateway``)."""

    def __init__(self, world: World, machine: Machine, event: Event) -> None:
        self._world = world
        self._machine = machine
        self._faults = {fault.at: fault for fault in event.faults}
        self._count = 0

    def exchange(self, body: bytes, token: str) -> SyncAnswer:
        world, fault = self._world, self._next()
        world.sent.append((body, token))
        if fault.kind != "held":
            for event in fault.meanwhile:
                world.play(event, nested=True)
        if fault.kind == "lost":
            raise failure_to_connect(ConnectionError())
        if fault.kind == "delayed":
            world.air.append((body, token))
            raise failure_on_the_way()
        if fault.kind == "busy":
            raise RefusedError("central-busy", retry_after=15)
        if fault.kind == "portal":
            return read_answer(200, {}, _PORTAL, SyncAnswer)
        if fault.kind == "garbled-request":
            body = body[: len(body) // 2] + b"\0" + body[len(body) // 2 :]
        return self._answered(fault, body, token)

    def _next(self) -> Fault:
        fault = self._faults.get(self._count, Fault("fine"))
        self._count += 1
        return fault

    def _answered(self, fault: Fault, body: bytes, token: str) -> SyncAnswer:
        kind = fault.kind
        status, answer = self._deliver(fault, body, token)
        if kind == "answer-lost":
            raise failure_on_the_way()
        if kind == "garbled-answer":
            answer = answer[: len(answer) // 3] + b"\0" + answer[len(answer) // 3 :]
        if kind == "cut-answer":
            answer = answer[: len(answer) // 2]
        if kind in ("twice", "twice-first"):
            second = self._deliver(fault, body, token)
            status, answer = second if kind == "twice" else (status, answer)
        return read_answer(status, {}, answer, SyncAnswer)

    def _deliver(self, fault: Fault, body: bytes, token: str) -> tuple[int, bytes]:
        try:
            if fault.kind == "held":
                hold_back(self._world, body, token, fault.meanwhile)
            return deliver(self._world, body, token, _DEATHS.get(fault.kind, ""))
        except CentralKilledError:
            raise failure_on_the_way() from None
        except BlockedError:  # the time-out comes first; central takes it when the other is done
            self._world.air.append((body, token))
            raise failure_on_the_way() from None

    def compare(self, body: bytes, token: str) -> DigestAnswer:
        """A comparison goes through or not at all: the exchange before it has had the faults."""
        status, answer = deliver(self._world, body, token, ask=Endpoint.digests)
        return read_answer(status, {}, answer, DigestAnswer)

    def ask_blobs(self, body: bytes, token: str) -> BlobsAnswer:
        return self._of_photos(BlobsAnswer, lambda dies: deliver(self._world, body, token, dies, read_states))

    def put_piece(self, place: BlobPlace, piece: Piece) -> BlobState:
        """Of a piece that breaks off central keeps what has come, as ``central.app`` gives it."""
        self._world.pieces.append((place, piece))
        half = Piece(piece.start, piece.size, piece.data[: len(piece.data) // 2])

        def cut() -> None:
            if half.data:
                deliver_piece(self._world, place, half)

        return self._of_photos(BlobState, lambda dies: deliver_piece(self._world, place, piece, dies), cut)

    def _of_photos(
        self, kind: type[T], deliver_it: Callable[[str], tuple[int, bytes]], cut: Callable[[], None] = lambda: None
    ) -> T:
        fault = self._next()
        for event in fault.meanwhile:
            self._world.play(event, nested=True)
        if fault.kind == "lost":
            raise failure_to_connect(ConnectionError())
        if fault.kind == "busy":
            raise RefusedError("central-busy", retry_after=15)
        if fault.kind == "portal":
            return read_answer(200, {}, _PORTAL, kind)
        if fault.kind in ("delayed", "garbled-request"):
            cut()
            raise failure_on_the_way()
        try:
            status, answer = deliver_it(_DEATHS.get(fault.kind, ""))
            if fault.kind in ("twice", "twice-first"):
                status, answer = deliver_it("")
        except CentralKilledError:
            raise failure_on_the_way() from None
        if fault.kind in ("answer-lost", "cut-answer", "garbled-answer"):
            raise failure_on_the_way()
        return read_answer(status, {}, answer, kind)

    def forward(self, file: bytes, headers: Mapping[str, str]) -> bytes:
        """A district's file on its last part of the way. Garbled on a line it is cut, for the line is encrypted."""
        fault = self._next()
        if fault.kind in ("lost", "garbled-request", "delayed", "cut-answer", "garbled-answer", "busy", "portal"):
            raise failure_on_the_way()

        def ask(endpoint: Endpoint, body: bytes, token: str) -> bytes:
            note = msgspec.json.decode(base64.b64decode(headers[CUSTODY_HEADER]), type=CustodyNote)
            return forward_file(endpoint, body, (token, headers[DEVICE_HEADER]), note).answer

        try:
            token = headers["authorization"].removeprefix("Bearer ")
            status, answer = deliver(self._world, file, token, _DEATHS.get(fault.kind, ""), ask)
        except (CentralKilledError, BlockedError):
            raise failure_on_the_way() from None
        if fault.kind == "answer-lost":
            raise failure_on_the_way()
        return read_file_answer(status, {}, answer)

    def abort(self) -> None: ...

    def close(self) -> None: ...


def deliver_piece(world: World, place: BlobPlace, piece: Piece, dies: str = "") -> tuple[int, bytes]:
    """A piece of a photo at central's door."""
    return deliver(world, b"", place.token, dies, lambda endpoint, _body, _token: take_piece(endpoint, place, piece))


class _Brought(msgspec.Struct):
    unit: str
    batch: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    packed: dict[str, Any] | None = None


def hold_back(world: World, body: bytes, token: str, events: tuple[Event, ...]) -> None:
    """Let a request's transaction come to its commit, and these events before it. The caller delivers it again."""
    database = world.central.database
    locks: frozenset[str] = frozenset()
    database.holding, database.stage = True, "held"
    try:
        deliver(world, body, token)
    except HeldError as held:
        locks = held.scopes | _locked_by(body)
    finally:
        database.holding, database.stage = False, ""
    database.locked |= locks
    try:
        for event in events:
            world.play(event, nested=True)
    finally:
        database.locked -= locks
    database.stage = "again"


def _locked_by(body: bytes) -> frozenset[str]:
    """A batch locks its office's row."""
    brought = msgspec.json.decode(body, type=_Brought)
    carries = brought.packed is not None or brought.batch is not msgspec.UNSET
    return frozenset({f"unit/{brought.unit}"} if carries else ())


def deliver(
    world: World, body: bytes, token: str, dies: str = "", ask: Callable[[Endpoint, bytes, str], bytes] = Endpoint.sync
) -> tuple[int, bytes]:
    """One request at central's door: the status and the bytes of its answer, as ``central.app`` makes them."""
    central = world.central
    central.database.dies = dies
    try:
        if central.database.locked and ask is Endpoint.sync and _locked_by(body) & central.database.locked:
            raise BlockedError
        return 200, ask(central.endpoint, body, token)
    except ProblemError as problem:
        world.problems.add(problem.code)
        return problem.status, problem.body()
    except (StaleDataError, DBAPIError):
        return 503, ProblemError(503, "central-busy").body()
    except CentralKilledError:
        central.restart()
        raise
    finally:
        central.database.dies = central.database.stage = ""
