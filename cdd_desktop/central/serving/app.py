"""The HTTP surface of central (ASGI): its routes. What every request passes through is ``doors/requests.py``."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import msgspec
from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from cdd_desktop.central.desk.routes import desk_routes
from cdd_desktop.central.desk.work import Desk
from cdd_desktop.central.doors.begun import BegunBodies
from cdd_desktop.central.doors.limits import FREE, Gate, Limits
from cdd_desktop.central.doors.metrics import CONTENT_TYPE, Metrics
from cdd_desktop.central.doors.requests import (
    MAX_BODY,
    STALL_SECONDS,
    WAITING,
    WORKERS,
    Doors,
    carry,
    gather,
    guarded,
    let_in,
    problem_of,
    token_of,
)
from cdd_desktop.central.doors.watch import Watch
from cdd_desktop.central.giving.routes import table_routes
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.serving.openapi import document
from cdd_desktop.central.sync.blobs import give_piece, read_states, take_piece
from cdd_desktop.central.sync.by_file import forward_file
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.database import is_current
from cdd_desktop.central.updates.routes import update_routes
from cdd_desktop.sync.blobs import BlobPlace, Piece, read_content_range, read_range
from cdd_desktop.sync.filed import CUSTODY_HEADER, DEVICE_HEADER, LARGEST, CustodyNote
from cdd_desktop.sync.protocol import LARGEST_PIECE

__all__ = ["MAX_BODY", "create_app", "named"]


def create_app(
    endpoint: Endpoint, limits: Limits = FREE, stall: float = STALL_SECONDS, metrics: Metrics | None = None
) -> Starlette:
    """The application for a server to run. Bodies above 4 MB are refused; too many at once are asked to come again,
    and a body of which nothing comes for ``stall`` seconds is given up."""
    metrics = metrics or Metrics()
    doors, begun = Doors(CapacityLimiter(WORKERS), CapacityLimiter(WAITING), stall), BegunBodies()

    async def sync(request: Request) -> Response:
        return await carry(request, doors, lambda body: endpoint.sync(body, token_of(request)), begun=begun)

    async def digests(request: Request) -> Response:
        return await carry(request, doors, lambda body: endpoint.digests(body, token_of(request)))

    async def enrol(request: Request) -> Response:
        return await carry(request, doors, endpoint.enrol)

    async def files(request: Request) -> Response:
        caller = (token_of(request), request.headers.get(DEVICE_HEADER, ""))
        note = _note(request)
        return await carry(request, doors, lambda body: forward_file(endpoint, body, caller, note).answer, LARGEST)

    routes = [
        Route("/v1/sync", guarded(sync), methods=["POST"]),
        Route("/v1/digests", guarded(digests), methods=["POST"]),
        Route("/v1/enrol", guarded(enrol), methods=["POST"]),
        Route("/v1/files", guarded(files), methods=["POST"]),
        *_blob_routes(endpoint, doors),
        *desk_routes(Desk(endpoint), doors),
        *update_routes(endpoint, doors),
        *table_routes(endpoint, doors),
    ]
    routes += _own_routes(endpoint, doors, metrics, named(routes))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Watch, metrics=metrics, routes=routes), Middleware(Gate, limits=limits)],
        exception_handlers={HTTPException: _no_such_place},
    )


def _own_routes(endpoint: Endpoint, doors: Doors, metrics: Metrics, others: list[tuple[str, str]]) -> list[Route]:
    """What central says of itself: that it lives, can work, how much it does, and what may be asked of it."""

    async def alive(_request: Request) -> Response:
        return Response(b'{"status":"ok"}', media_type="application/json")

    async def ready(_request: Request) -> Response:
        try:
            current = await to_thread.run_sync(is_current, endpoint.database, limiter=doors.workers)
        except DBAPIError:
            current = False
        if not current:
            return problem_of(ProblemError(503, "database-not-ready"))
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


def _blob_routes(endpoint: Endpoint, doors: Doors) -> list[Route]:
    """Photos and files: what central holds, a piece up, a piece down."""

    async def states(request: Request) -> Response:
        return await carry(request, doors, lambda body: read_states(endpoint, body, token_of(request)))

    async def put(request: Request) -> Response:
        return await _put_blob(request, doors, endpoint)

    async def get(request: Request) -> Response:
        return await _get_blob(request, doors, endpoint)

    return [
        Route("/v1/blobs", guarded(states), methods=["POST"]),
        Route("/v1/blobs/{sha256}", guarded(put), methods=["PUT"]),
        Route("/v1/blobs/{sha256}", guarded(get), methods=["GET"]),
    ]


async def _put_blob(request: Request, doors: Doors, endpoint: Endpoint) -> Response:
    """A piece of a photo or file. Of one whose line breaks or falls silent, what has come is kept: it goes on there."""
    try:
        start, stop, size = read_content_range(request.headers.get("content-range", ""))
    except ValueError as error:
        raise ProblemError(400, "body-unreadable") from error
    if stop - start > LARGEST_PIECE:
        raise ProblemError(413, "body-too-large")
    with let_in(request, doors):
        data = bytearray()
        broken: Exception | None = None
        try:
            try:
                await gather(request, data, stop - start, doors)
            except (ClientDisconnect, TimeoutError) as error:
                broken = error
            if not data and isinstance(broken, TimeoutError):
                raise ProblemError(408, "body-stalled") from broken
            if len(data) != stop - start and not (broken and data):
                raise ProblemError(400, "body-unreadable")
            piece = Piece(start, size, bytes(data))
            answer = await to_thread.run_sync(take_piece, endpoint, _place(request), piece, limiter=doors.workers)
        finally:
            doors.hold(-len(data))
    return Response(answer, media_type="application/json")


async def _get_blob(request: Request, doors: Doors, endpoint: Endpoint) -> Response:
    """A photo or file, or the piece of it that a ``Range`` names."""
    text = request.headers.get("range", "")
    try:
        wanted = read_range(text) if text else None
    except ValueError as error:
        raise ProblemError(416, "blob-range") from error
    with let_in(request, doors):
        piece = await to_thread.run_sync(give_piece, endpoint, _place(request), wanted, limiter=doors.workers)
    headers = {"Content-Range": piece.content_range} if wanted else {}
    return Response(
        piece.data, status_code=206 if wanted else 200, headers=headers, media_type="application/octet-stream"
    )


def _place(request: Request) -> BlobPlace:
    record, device = request.query_params.get("record", ""), request.headers.get(DEVICE_HEADER, "")
    return BlobPlace(request.path_params["sha256"], record, device, token_of(request))


def _note(request: Request) -> CustodyNote | None:
    """The custody note of a forwarded file, base64 in a header; one that cannot be read counts as none."""
    try:
        text = base64.b64decode(request.headers.get(CUSTODY_HEADER, ""), validate=True)
        return msgspec.json.decode(text, type=CustodyNote)
    except (ValueError, msgspec.MsgspecError):
        return None


async def _no_such_place(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return problem_of(ProblemError(404, "not-found"))
    return problem_of(ProblemError(error.status_code, "not-found"), error.headers)
