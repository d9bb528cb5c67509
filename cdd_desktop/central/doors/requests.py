"""What every request passes through: bounds on memory, the body, compression, errors that speak as a ``Problem``."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

import anyio
from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from sqlalchemy.orm.exc import StaleDataError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from cdd_desktop.central.doors.begun import BegunBodies
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.sync.bodies import PART_HEADER, read_part
from cdd_desktop.sync.compression import LEVEL, CompressionError, compress, decompress, is_compressed, plain_size

MAX_BODY = 4 * 1024 * 1024
WORKERS = 8
WAITING = 200
LARGE = 16 * 1024  # a batch of a hundred entries: threads that reckon only take Python from each other
HELD = 48 * 1024 * 1024
RETRY_AFTER = 15
STALL_SECONDS = 30.0

_FRAMES = {"dictionary-unknown": (415, "encoding-unknown"), "too-large": (413, "body-too-large")}

_log = logging.getLogger("cdd_desktop.central")
_SMALL = 4 * 1024  # larger answers are squeezed less: a twentieth in size, nine tenths of the time
_LEVEL_ABOVE = 9


@dataclass(slots=True)
class Doors:
    """Bounds on memory. ``workers`` requests in the database at once, of those above ``LARGE`` one; ``waiting`` bodies
    held at once, and ``HELD`` bytes of them together; and the seconds without a byte after which a body is given up."""

    workers: CapacityLimiter
    waiting: CapacityLimiter
    stall: float
    large: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))
    held: int = 0

    def hold(self, count: int) -> None:
        """Count bytes that are held now. Raises ``ProblemError`` 503 when they would be too many."""
        if count > 0 and self.held + count > HELD:
            raise ProblemError(503, "central-busy")
        self.held += count


Handler = Callable[[Request], Awaitable[Response]]


def guarded(handler: Handler) -> Handler:
    """Turns every failure into a ``Problem``; what nobody foresaw is logged by its type alone, without data."""

    async def held(request: Request) -> Response:
        try:
            return await handler(request)
        except ProblemError as problem:
            return problem_of(problem)
        except (StaleDataError, DBAPIError, NoConnectionError) as error:
            _log.error("database: %s", type(error).__name__)
            return problem_of(ProblemError(503, "central-busy"))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            _log.error("unexpected %s at %s", type(error).__name__, _where(error))
            return problem_of(ProblemError(500, "central-error"))

    return held


def _where(error: Exception) -> str:
    """The place an error was raised at; its text stays out of logs, it could hold what people typed."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename}:{frame.lineno}"


async def carry(
    request: Request,
    doors: Doors,
    work: Callable[[bytes], bytes],
    limit: int = MAX_BODY,
    *,
    begun: BegunBodies | None = None,
) -> Response:
    """Read the body and work on it in a thread; of large ones, unpacked, one at a time. ``begun``: one whose line
    breaks may go on later."""
    with let_in(request, doors):
        body = bytearray()
        try:
            if begun is not None and PART_HEADER in request.headers:
                body += await _rest(request, doors, begun)
            else:
                await _read_body(request, limit, doors, body)
            size = plain_size(body)
            queue = nullcontext() if size is not None and size <= LARGE else doors.large
            async with queue:
                answer = await to_thread.run_sync(_open_and_close, work, bytes(body), limiter=doors.workers)
        finally:
            doors.hold(-len(body))
    return Response(answer, media_type="application/zstd" if is_compressed(answer) else "application/json")


@contextmanager
def let_in(request: Request, doors: Doors) -> Iterator[None]:
    try:
        doors.waiting.acquire_on_behalf_of_nowait(request)
    except anyio.WouldBlock:
        raise ProblemError(503, "central-busy") from None
    try:
        yield
    finally:
        doors.waiting.release_on_behalf_of(request)


def _open_and_close(work: Callable[[bytes], bytes], body: bytes) -> bytes:
    """Who compresses is answered compressed, with the same dictionary."""
    if not is_compressed(body):
        return work(body)
    try:
        plain, dictionary = decompress(body, MAX_BODY)
    except CompressionError as error:
        reason = str(error)
        status, code = _FRAMES.get(reason, (400, "body-unreadable"))
        raise ProblemError(status, code) from error
    answer = work(plain)
    return compress(answer, dictionary, level=LEVEL if len(answer) <= _SMALL else _LEVEL_ABOVE)


async def _rest(request: Request, doors: Doors, begun: BegunBodies) -> bytes:
    """A body of which some may have come before, by lines that broke. Who only asks how much that is is answered when
    it is all. Raises ``ProblemError("body-offset")`` else, and for a request that does not go on where the last one
    ended."""
    try:
        part = read_part(request.headers[PART_HEADER])
    except ValueError as error:
        raise ProblemError(400, "body-unreadable") from error
    if part.size > MAX_BODY:
        raise ProblemError(413, "body-too-large")
    data = begun.take((token_of(request), part.name, part.size))
    start = part.size if part.start is None else part.start
    if start != len(data):
        raise ProblemError(409, "body-offset", offset=len(data))
    try:
        await gather(request, data, part.size, doors)
    except TimeoutError as error:
        raise ProblemError(408, "body-stalled") from error
    finally:
        doors.hold(start - len(data))  # what has come stays with the begun ones, which have a bound of their own
    if len(data) != part.size:
        raise ProblemError(400, "body-unreadable")
    doors.hold(len(data))
    return bytes(data)


async def _read_body(request: Request, limit: int, doors: Doors, body: bytearray) -> None:
    """Add what comes to ``body``."""
    length = request.headers.get("content-length", "0")
    if length.isascii() and length.isdigit() and (len(length) > 18 or int(length) > limit):
        raise ProblemError(413, "body-too-large")
    try:
        await gather(request, body, limit, doors)
    except TimeoutError as error:
        raise ProblemError(408, "body-stalled") from error


async def gather(request: Request, into: bytearray, limit: int, doors: Doors) -> None:
    """What comes of a body, at most ``limit`` bytes, held until the caller gives them back with ``doors.hold``. Raises
    ``TimeoutError`` after ``doors.stall`` seconds without one; what had come by then is there."""
    with anyio.fail_after(doors.stall) as patience:
        async for chunk in request.stream():
            patience.deadline = anyio.current_time() + doors.stall
            if len(into) + len(chunk) > limit:
                raise ProblemError(413, "body-too-large")
            doors.hold(len(chunk))
            into += chunk


def token_of(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def problem_of(problem: ProblemError, headers: Mapping[str, str] | None = None) -> Response:
    told = {**(headers or {}), **({"Retry-After": str(RETRY_AFTER)} if problem.status == 503 else {})}
    return Response(problem.body(), status_code=problem.status, headers=told, media_type="application/json")
