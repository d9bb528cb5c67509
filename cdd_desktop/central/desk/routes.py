"""The routes of central's desk: people sign in here and work in their role and area (``work.py``)."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cdd_desktop.central.desk.published import list_published, publish_at_desk
from cdd_desktop.central.desk.work import Desk
from cdd_desktop.central.doors.requests import MAX_BODY, Doors, carry, guarded, token_of
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.sync.protocol import Message

SMALL = 64 * 1024
_Work = Callable[[Request, bytes], Message]


def desk_routes(desk: Desk, doors: Doors) -> list[Route]:
    """Every route takes a body, most of them a small one or none, and answers a message."""

    def route(path: str, method: str, work: _Work, limit: int = SMALL) -> Route:
        async def answered(request: Request) -> Response:
            return await carry(request, doors, lambda body: msgspec.json.encode(work(request, body)), limit)

        return Route(path, guarded(answered), methods=[method])

    return [
        route("/v1/sign-in", "POST", lambda _, body: desk.sign_in(body)),
        route("/v1/sign-out", "POST", lambda asked, _: desk.sign_out(token_of(asked))),
        route("/v1/password", "POST", lambda asked, body: desk.change_password(token_of(asked), body)),
        route("/v1/people", "GET", lambda asked, _: desk.people(token_of(asked), _unit(asked))),
        route("/v1/people", "POST", lambda asked, body: desk.name(token_of(asked), body)),
        route("/v1/people/{id}/end", "POST", lambda asked, _: desk.end(token_of(asked), _id(asked))),
        route(
            "/v1/people/{id}/password",
            "POST",
            lambda asked, body: desk.give_password(token_of(asked), _id(asked), body),
        ),
        route("/v1/devices", "GET", lambda asked, _: desk.devices(token_of(asked), _unit(asked))),
        route("/v1/devices/{id}/revoke", "POST", lambda asked, _: desk.revoke(token_of(asked), _id(asked))),
        route("/v1/codes", "POST", lambda asked, body: desk.make_codes(token_of(asked), body)),
        route("/v1/codes", "DELETE", lambda asked, _: desk.withdraw_codes(token_of(asked), _unit(asked))),
        route("/v1/codes/take-up", "POST", lambda _, body: desk.take_up(body)),
        route("/v1/published", "GET", lambda asked, _: list_published(desk.endpoint, token_of(asked))),
        route(
            "/v1/published",
            "POST",
            lambda asked, body: publish_at_desk(desk.endpoint, token_of(asked), body),
            MAX_BODY,
        ),
        route(
            "/v1/audit",
            "GET",
            lambda asked, _: desk.audit(token_of(asked), _unit(asked), asked.query_params.get("before", "")),
        ),
    ]


def _unit(request: Request) -> str:
    """The area that is asked about; without one the whole country, which only the department may see."""
    return request.query_params.get("unit", DEPARTMENT)


def _id(request: Request) -> str:
    return str(request.path_params["id"])
