"""The routes of the tables: their list, files of them, and the OData feed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

import msgspec
from anyio import to_thread
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from cdd_desktop.central.desk import messages as say
from cdd_desktop.central.desk.work import Desk
from cdd_desktop.central.doors.requests import Doors, Handler, guarded, let_in, token_of
from cdd_desktop.central.giving.dashboard import FiguresAsked, read_dashboard
from cdd_desktop.central.giving.feed import ENDINGS, Asked, Next, TableFeed
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".parquet": "application/vnd.apache.parquet",
}
T = TypeVar("T")
_ODATA = {"OData-Version": "4.0"}
_JSON = "application/json;odata.metadata=minimal"
_MOST_REMEMBERED = 200


def table_routes(endpoint: Endpoint, doors: Doors) -> list[Route]:
    """Everybody signed in reads the own area; a spreadsheet may send name and password (Basic) instead of a token."""
    feed, callers = TableFeed(endpoint), _Callers(Desk(endpoint))

    async def tables(request: Request) -> Response:
        told = await _worked(request, doors, lambda: feed.tables(callers.token(request)))
        return Response(msgspec.json.encode(told), media_type="application/json")

    async def file(request: Request) -> Response:
        return await _file(request, doors, feed, callers)

    async def services(request: Request) -> Response:
        body = await _worked(request, doors, lambda: feed.services(callers.token(request), _root(request)))
        return Response(body, media_type=_JSON, headers=_ODATA)

    async def metadata(request: Request) -> Response:
        body = await _worked(request, doors, lambda: feed.metadata(callers.token(request)))
        return Response(body, media_type="application/xml", headers=_ODATA)

    async def page(request: Request) -> Response:
        asked = _asked(request, request.path_params["table"])
        here = _next(request, asked)
        body = await _worked(request, doors, lambda: feed.page(callers.token(request), asked, _root(request), here))
        return Response(body, media_type=_JSON, headers=_ODATA)

    async def figures(request: Request) -> Response:
        wanted = _figures_asked(request)
        told = await _worked(request, doors, lambda: read_dashboard(endpoint, callers.token(request), wanted))
        return Response(msgspec.json.encode(told), media_type="application/json")

    return [
        Route("/v1/figures", guarded(figures), methods=["GET"]),
        Route("/v1/tables", guarded(tables), methods=["GET"]),
        Route("/v1/tables/{file}", guarded(file), methods=["GET"]),
        Route("/v1/odata", _asking_for_a_name(services), methods=["GET"]),
        Route("/v1/odata/$metadata", _asking_for_a_name(metadata), methods=["GET"]),
        Route("/v1/odata/{table}", _asking_for_a_name(page), methods=["GET"]),
    ]


def _asking_for_a_name(handler: Handler) -> Handler:
    """A spreadsheet asks its person for name and password when it is told how they are to be sent."""
    held = guarded(handler)

    async def answered(request: Request) -> Response:
        response = await held(request)
        if response.status_code == 401:
            response.headers["WWW-Authenticate"] = 'Basic realm="central", charset="UTF-8"'
        return response

    return answered


async def _worked(request: Request, doors: Doors, work: Callable[[], T]) -> T:
    with let_in(request, doors):
        return await to_thread.run_sync(work, limiter=doors.workers)


async def _file(request: Request, doors: Doors, feed: TableFeed, callers: _Callers) -> Response:
    """CSV goes out as it is read; the other kinds are written first and go out from the disk."""
    name = request.path_params["file"]
    ending = Path(name).suffix.casefold()
    if ending not in ENDINGS:
        raise ProblemError(404, "export-format", name=name)
    asked = _asked(request, Path(name).stem)
    if ending == ".csv":
        pieces = await _worked(request, doors, lambda: feed.csv(callers.token(request), asked))
        return StreamingResponse(pieces, media_type=_TYPES[ending], headers=_called(name))
    folder = tempfile.TemporaryDirectory(prefix="cdd-central-")
    path = Path(folder.name) / name
    try:
        await _worked(request, doors, lambda: feed.file(callers.token(request), asked, path))
    except BaseException:
        folder.cleanup()
        raise
    gone = BackgroundTask(folder.cleanup)
    return FileResponse(path, media_type=_TYPES[ending], headers=_called(name), background=gone)


def _called(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _asked(request: Request, table: str) -> Asked:
    """What the address asks. Raises ``ProblemError`` 400 ``query-unknown`` for a word that means nothing here."""
    query = request.query_params
    for word in query:
        if word not in ("unit", "period", "citizen_ids", "reason", "$skiptoken", "$top", "$format"):
            raise ProblemError(400, "query-unknown", word=word)
    top = query.get("$top", "")
    if top and not (top.isascii() and top.isdigit() and len(top) < 10):
        raise ProblemError(400, "query-unknown", word=f"$top={top}")
    return Asked(
        table=table,
        unit=query.get("unit", ""),
        period=query.get("period", ""),
        citizen_ids=query.get("citizen_ids", "") == "yes",
        reason=query.get("reason", ""),
        after=query.get("$skiptoken", ""),
        top=int(top) if top else None,
    )


def _figures_asked(request: Request) -> FiguresAsked:
    """Raises ``ProblemError`` 400 ``query-unknown`` for a word that means nothing here."""
    query = request.query_params
    for word in query:
        if word not in ("unit", "dataset", "year", "parts"):
            raise ProblemError(400, "query-unknown", word=word)
    return FiguresAsked(
        unit=query.get("unit", ""),
        dataset=query.get("dataset", ""),
        year=query.get("year", ""),
        parts=query.get("parts", "") == "yes",
    )


def _root(request: Request) -> str:
    return str(request.base_url).rstrip("/") + "/v1/odata"


def _next(request: Request, asked: Asked) -> Next:
    def here(last: str, left: int | None) -> str:
        words = dict(request.query_params) | {"$skiptoken": last}
        if left is not None:
            words["$top"] = str(left)
        return f"{_root(request)}/{asked.table}?{urlencode(words)}"

    return here


class _Callers:
    """Tokens of those who send name and password with each request, so that each is proved once in its hours."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: dict[bytes, say.SignedInAnswer] = {}

    def token(self, request: Request) -> str:
        """The token sent, or the one name and password stand for. Raises ``ProblemError`` 401 and 429."""
        scheme, _, rest = request.headers.get("authorization", "").partition(" ")
        if scheme.casefold() != "basic":
            return token_of(request)
        try:
            login, _, password = base64.b64decode(rest, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeError) as error:
            raise ProblemError(401, "sign-in-needed") from error
        key = hashlib.sha256(f"{login}\0{password}".encode()).digest()
        held = self._held.get(key)
        if held is None or not self._desk.is_signed_in(held.token):
            held = self._desk.sign_in(msgspec.json.encode(say.SignIn(login=login, password=password)))
            if len(self._held) >= _MOST_REMEMBERED:
                self._held.clear()
            self._held[key] = held
        return held.token
