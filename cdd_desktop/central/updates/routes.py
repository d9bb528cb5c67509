"""The program's versions over HTTP, to anybody: they are signed, and a machine too old to sync must reach them."""

from __future__ import annotations

from collections.abc import Sequence

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cdd_desktop.central.doors.requests import Doors, guarded, let_in
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.updates.offered import Repository
from cdd_desktop.sync.blobs import Piece, read_range


def update_routes(endpoint: Endpoint, doors: Doors) -> Sequence[Route]:
    """A signed list or a bundle, or the piece of it that ``Range`` names."""
    versions = Repository(endpoint.updates) if endpoint.updates is not None else None

    async def give(request: Request) -> Response:
        text = request.headers.get("range", "")
        try:
            wanted = read_range(text) if text else None
        except ValueError as error:
            raise ProblemError(416, "update-range") from error
        name = f"{request.path_params['kind']}/{request.path_params['name']}"
        piece: Piece | None = None
        if versions is not None:
            with let_in(request, doors):
                now = endpoint.clock.now()
                piece = await to_thread.run_sync(versions.piece, name, wanted, now, limiter=doors.workers)
        if piece is None:
            raise ProblemError(404, "not-found")
        if not piece.data:
            raise ProblemError(416, "update-range")
        headers = {"Content-Range": piece.content_range} if wanted else {}
        status = 206 if wanted else 200
        return Response(piece.data, status_code=status, headers=headers, media_type="application/octet-stream")

    return [Route("/v1/updates/{kind}/{name}", guarded(give), methods=["GET"])]
