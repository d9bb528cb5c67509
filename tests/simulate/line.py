"""The line between a machine and central for one contact: real bytes, and everything that can happen to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from cdd_desktop.central.endpoint import Endpoint
from cdd_desktop.central.problems import ProblemError
from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.errors import failure_on_the_way, failure_to_connect, read_answer
from cdd_desktop.sync.protocol import BlobsAnswer, BlobState, DigestAnswer, SyncAnswer

from .machines import CentralKilledError, Machine
from .plan import Event, Fault

if TYPE_CHECKING:
    from .world import World

_PORTAL = b"<html><body>Welcome to the network. Please sign in.</body></html>"


class Line:
    """What the engine takes for its gateway (``sync.gateway.Gateway``)."""

    def __init__(self, world: World, machine: Machine, event: Event) -> None:
        self._world = world
        self._machine = machine
        self._faults = {fault.at: fault for fault in event.faults}
        self._count = 0

    def exchange(self, body: bytes, token: str) -> SyncAnswer:
        fault = self._faults.get(self._count, Fault("fine"))
        self._count += 1
        world = self._world
        world.sent.append((body, token))
        world.arriving()
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
        return self._answered(fault.kind, body, token)

    def _answered(self, kind: str, body: bytes, token: str) -> SyncAnswer:
        status, answer = self._deliver(kind, body, token)
        if kind == "answer-lost":
            raise failure_on_the_way()
        if kind == "garbled-answer":
            answer = answer[: len(answer) // 3] + b"\0" + answer[len(answer) // 3 :]
        if kind == "cut-answer":
            answer = answer[: len(answer) // 2]
        if kind in ("twice", "twice-first"):
            second = self._deliver(kind, body, token)
            status, answer = second if kind == "twice" else (status, answer)
        return read_answer(status, {}, answer, SyncAnswer)

    def _deliver(self, kind: str, body: bytes, token: str) -> tuple[int, bytes]:
        dies = {"central-dies-before": "before", "central-dies-after": "after"}.get(kind, "")
        try:
            return deliver(self._world, body, token, dies)
        except CentralKilledError:
            raise failure_on_the_way() from None

    def compare(self, body: bytes, token: str) -> DigestAnswer:
        """A comparison goes through or not at all: the exchange before it has had the faults."""
        status, answer = deliver(self._world, body, token, ask=Endpoint.digests)
        return read_answer(status, {}, answer, DigestAnswer)

    def ask_blobs(self, body: bytes, token: str) -> BlobsAnswer:
        raise AssertionError("nobody attaches a photo in these plans")

    def put_piece(self, place: BlobPlace, piece: Piece) -> BlobState:
        raise AssertionError("nobody attaches a photo in these plans")

    def forward(self, file: bytes, headers: Mapping[str, str]) -> bytes:
        raise AssertionError("no stick is carried in these plans")

    def abort(self) -> None: ...

    def close(self) -> None: ...


def deliver(
    world: World, body: bytes, token: str, dies: str = "", ask: Callable[[Endpoint, bytes, str], bytes] = Endpoint.sync
) -> tuple[int, bytes]:
    """One request at central's door: the status and the bytes of its answer, as ``central.app`` makes them."""
    central = world.central
    central.database.dies = dies
    try:
        return 200, ask(central.endpoint, body, token)
    except ProblemError as problem:
        world.problems.add(problem.code)
        return problem.status, problem.body()
    except (StaleDataError, DBAPIError):
        return 503, ProblemError(503, "central-busy").body()
    except CentralKilledError:
        central.database.dies = ""
        central.restart()
        raise
    finally:
        central.database.dies = ""
