"""The HTTP surface of central (ASGI): routes, body limit, and errors that always speak as a ``Problem``."""

from __future__ import annotations

import base64
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import anyio
import msgspec
from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from cdd_desktop.central.blobs import give_piece, read_states, take_piece
from cdd_desktop.central.by_file import forward_file
from cdd_desktop.central.database import is_current
from cdd_desktop.central.endpoint import Endpoint
from cdd_desktop.central.limits import FREE, Gate, Limits
from cdd_desktop.central.metrics import CONTENT_TYPE, Metrics
from cdd_desktop.central.openapi import document
from cdd_desktop.central.problems import ProblemError
from cdd_desktop.central.watch import Watch
from cdd_desktop.sync.blobs import BlobPlace, Piece, read_content_range, read_range
from cdd_desktop.sync.compression import CompressionError, compress, decompress, is_compressed
from cdd_desktop.sync.filed import CUSTODY_HEADER, DEVICE_HEADER, LARGEST, CustodyNote
from cdd_desktop.sync.protocol import LARGEST_PIECE

MAX_BODY = 4 * 1024 * 1024
WORKERS = 8
WAITING = 200
RETRY_AFTER = 15
STALL_SECONDS = 30.0

_FRAMES = {"dictionary-unknown": (415, "encoding-unknown"), "too-large": (413, "body-too-large")}

_log = logging.getLogger("cdd_desktop.central")


@dataclass(frozen=True, slots=True)
class _Doors:
    """Bounds on memory: ``workers`` requests in the database at once, ``waiting`` bodies held at once; and
    the seconds without a byte after which a body is given up."""

    workers: CapacityLimiter
    waiting: CapacityLimiter
    stall: float


def create_app(endpoint: Endpoint, limits: Limits = FREE, stall: float = STALL_SECONDS) -> Starlette:
    """The application for a server to run. Bodies above 4 MB are refused; too many at once are asked to come again,
    and a body of which nothing comes for ``stall`` seconds is given up."""
    metrics = Metrics()
    doors = _Doors(CapacityLimiter(WORKERS), CapacityLimiter(WAITING), stall)

    async def sync(request: Request) -> Response:
        return await _carry(request, doors, lambda body: endpoint.sync(body, _token(request)))

    async def digests(request: Request) -> Response:
        return await _carry(request, doors, lambda body: endpoint.digests(body, _token(request)))

    async def enrol(request: Request) -> Response:
        return await _carry(request, doors, endpoint.enrol)

    async def files(request: Request) -> Response:
        caller = (_token(request), request.headers.get(DEVICE_HEADER, ""))
        note = _note(request)
        return await _carry(request, doors, lambda body: forward_file(endpoint, body, caller, note).answer, LARGEST)

    routes = [
        Route("/v1/sync", _guarded(sync), methods=["POST"]),
        Route("/v1/digests", _guarded(digests), methods=["POST"]),
        Route("/v1/enrol", _guarded(enrol), methods=["POST"]),
        Route("/v1/files", _guarded(files), methods=["POST"]),
        *_blob_routes(endpoint, doors),
    ]
    routes += _own_routes(endpoint, doors, metrics, named(routes))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Watch, metrics=metrics, routes=routes), Middleware(Gate, limits=limits)],
        exception_handlers={HTTPException: _no_such_place},
    )


def _own_routes(endpoint: Endpoint, doors: _Doors, metrics: Metrics, others: list[tuple[str, str]]) -> list[Route]:
    """What central says of itself: that it lives, can work, how much it does, and what may be asked of it."""

    async def alive(_request: Request) -> Response:
        return Response(b'{"status":"ok"}', media_type="application/json")

    async def ready(_request: Request) -> Response:
        try:
            current = await to_thread.run_sync(is_current, endpoint.database, limiter=doors.workers)
        except DBAPIError:
            current = False
        if not current:
            return _problem(ProblemError(503, "database-not-ready"))
        return Response(b'{"status":"ready"}', media_type="application/json")

    async def figures(_request: Request) -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE)

    async def described(_request: Request) -> Response:
        return Response(description, media_type="application/json")

    routes = [
        Route("/healthz", alive),
        Route("/readyz", ready),
        Route("/metrics", figures),
        Route("/openapi.json", described),
    ]
    description = msgspec.json.encode(document([*others, *named(routes)]))
    return routes


def named(routes: Sequence[Route]) -> list[tuple[str, str]]:
    """Path and method of each route; HEAD goes with every GET."""
    return [(route.path, method) for route in routes for method in sorted(route.methods or ()) if method != "HEAD"]


_Handler = Callable[[Request], Awaitable[Response]]


def _blob_routes(endpoint: Endpoint, doors: _Doors) -> list[Route]:
    """Photos and files: what central holds, a piece up, a piece down."""

    async def states(request: Request) -> Response:
        return await _carry(request, doors, lambda body: read_states(endpoint, body, _token(request)))

    async def put(request: Request) -> Response:
        return await _put_blob(request, doors, endpoint)

    async def get(request: Request) -> Response:
        return await _get_blob(request, doors, endpoint)

    return [
        Route("/v1/blobs", _guarded(states), methods=["POST"]),
        Route("/v1/blobs/{sha256}", _guarded(put), methods=["PUT"]),
        Route("/v1/blobs/{sha256}", _guarded(get), methods=["GET"]),
    ]


def _guarded(handler: _Handler) -> _Handler:
    """Turns every failure into a ``Problem``; what nobody foresaw is logged by its type alone, without data."""

    async def guarded(request: Request) -> Response:
        try:
            return await handler(request)
        except ProblemError as problem:
            return _problem(problem)
        except (StaleDataError, DBAPIError) as error:
            _log.error("database: %s", type(error).__name__)
            return _problem(ProblemError(503, "central-busy"))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            _log.error("unexpected %s at %s", type(error).__name__, _where(error))
            return _problem(ProblemError(500, "central-error"))

    return guarded


def _where(error: Exception) -> str:
    """The place an error was raised at; its text stays out of logs, it could hold what people typed."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename}:{frame.lineno}"


async def _carry(request: Request, doors: _Doors, work: Callable[[bytes], bytes], limit: int = MAX_BODY) -> Response:
    """Read the body and work on it in a thread."""
    with _let_in(request, doors):
        body = await _body(request, limit, doors.stall)
        answer = await to_thread.run_sync(_open_and_close, work, body, limiter=doors.workers)
    return Response(answer, media_type="application/zstd" if is_compressed(answer) else "application/json")


@contextmanager
def _let_in(request: Request, doors: _Doors) -> Iterator[None]:
    try:
        doors.waiting.acquire_on_behalf_of_nowait(request)
    except anyio.WouldBlock:
        raise ProblemError(503, "central-busy") from None
    try:
        yield
    finally:
        doors.waiting.release_on_behalf_of(request)


async def _put_blob(request: Request, doors: _Doors, endpoint: Endpoint) -> Response:
    """A piece of a photo or file. Of one whose line breaks, what has come is kept: it goes on from there."""
    try:
        start, stop, size = read_content_range(request.headers.get("content-range", ""))
    except ValueError as error:
        raise ProblemError(400, "body-unreadable") from error
    if stop - start > LARGEST_PIECE:
        raise ProblemError(413, "body-too-large")
    with _let_in(request, doors):
        data = bytearray()
        cut = False
        try:
            async for chunk in request.stream():
                data += chunk
                if len(data) > stop - start:
                    raise ProblemError(400, "body-unreadable")
        except ClientDisconnect:
            cut = True
        if len(data) != stop - start and not (cut and data):
            raise ProblemError(400, "body-unreadable")
        piece = Piece(start, size, bytes(data))
        answer = await to_thread.run_sync(take_piece, endpoint, _place(request), piece, limiter=doors.workers)
    return Response(answer, media_type="application/json")


async def _get_blob(request: Request, doors: _Doors, endpoint: Endpoint) -> Response:
    """A photo or file, or the piece of it that a ``Range`` names."""
    text = request.headers.get("range", "")
    try:
        wanted = read_range(text) if text else None
    except ValueError as error:
        raise ProblemError(416, "blob-range") from error
    with _let_in(request, doors):
        piece = await to_thread.run_sync(give_piece, endpoint, _place(request), wanted, limiter=doors.workers)
    headers = {"Content-Range": piece.content_range} if wanted else {}
    return Response(
        piece.data, status_code=206 if wanted else 200, headers=headers, media_type="application/octet-stream"
    )


def _place(request: Request) -> BlobPlace:
    record, device = request.query_params.get("record", ""), request.headers.get(DEVICE_HEADER, "")
    return BlobPlace(request.path_params["sha256"], record, device, _token(request))


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
    return compress(work(plain), dictionary)


async def _body(request: Request, limit: int, stall: float) -> bytes:
    length = request.headers.get("content-length", "0")
    if length.isascii() and length.isdigit() and (len(length) > 18 or int(length) > limit):
        raise ProblemError(413, "body-too-large")
    parts = bytearray()
    try:
        with anyio.fail_after(stall) as patience:
            async for chunk in request.stream():
                patience.deadline = anyio.current_time() + stall
                parts += chunk
                if len(parts) > limit:
                    raise ProblemError(413, "body-too-large")
    except TimeoutError as error:
        raise ProblemError(408, "body-stalled") from error
    return bytes(parts)


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _note(request: Request) -> CustodyNote | None:
    """The custody note of a forwarded file, base64 in a header; one that cannot be read counts as none."""
    try:
        text = base64.b64decode(request.headers.get(CUSTODY_HEADER, ""), validate=True)
        return msgspec.json.decode(text, type=CustodyNote)
    except (ValueError, msgspec.MsgspecError):
        return None


def _problem(problem: ProblemError, headers: Mapping[str, str] | None = None) -> Response:
    told = {**(headers or {}), **({"Retry-After": str(RETRY_AFTER)} if problem.status == 503 else {})}
    return Response(problem.body(), status_code=problem.status, headers=told, media_type="application/json")


async def _no_such_place(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return _problem(ProblemError(404, "not-found"))
    return _problem(ProblemError(error.status_code, "not-found"), error.headers)
