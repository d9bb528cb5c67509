"""The OpenAPI document of central: made from the messages themselves, so it cannot say what they do not.

Of ``batch`` and ``packed`` it says no more than that: their own checks stand behind a receipt, change by change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from cdd_desktop import __version__
from cdd_desktop.central.desk import messages as say
from cdd_desktop.central.giving.dashboard import ToldFigures
from cdd_desktop.central.giving.feed import ToldTables
from cdd_desktop.sync.filed import CUSTODY_HEADER, DEVICE_HEADER
from cdd_desktop.sync.protocol import (
    BlobsAnswer,
    BlobsRequest,
    BlobState,
    DigestAnswer,
    DigestRequest,
    Enrolment,
    Problem,
    SyncAnswer,
    SyncRequest,
)

_BYTES = "application/octet-stream"
_REFUSED = {
    400: "the body cannot be read",
    401: "the device or its token is not known, or was revoked",
    403: "not of this office, or a code that does not hold",
    404: "there is nothing here, or nothing for this office",
    405: "the route has no such method",
    408: "nothing more of the body came",
    409: "seen before with other contents",
    413: "the body is too large",
    415: "compressed with a dictionary central does not have",
    416: "no such bytes",
    422: "readable, and refused for what it holds",
    426: "another version of the protocol",
    429: "too many requests; Retry-After says when to come again",
    503: "busy or not ready; Retry-After says when to come again",
}
_MESSAGE = (400, 401, 403, 405, 408, 409, 413, 415, 426, 429, 503)


@dataclass(frozen=True, slots=True)
class _Way:
    """One method of one route. ``takes`` and ``gives`` are messages, or media types of what is none."""

    says: str
    gives: Any
    takes: Any = None
    refused: tuple[int, ...] = (405,)
    caller: str = "device"  # whose token has to come along; empty: nobody's
    parameters: tuple[tuple[str, str], ...] = ()
    answers: tuple[int, ...] = (200,)


_OF_A_BLOB = (("query", "record"), ("header", DEVICE_HEADER))
_WAYS: dict[tuple[str, str], _Way] = {
    ("/v1/sync", "POST"): _Way("One round trip of a device: batch up, news down.", SyncAnswer, SyncRequest, _MESSAGE),
    ("/v1/digests", "POST"): _Way("Compare counts and digests.", DigestAnswer, DigestRequest, _MESSAGE),
    ("/v1/enrol", "POST"): _Way("Claim an enrolment code alone.", SyncAnswer, SyncRequest, _MESSAGE, caller=""),
    ("/v1/files", "POST"): _Way(
        "Forward an office's sealed file unchanged; its sealed answer comes back.",
        _BYTES,
        _BYTES,
        (*_MESSAGE, 422),
        parameters=(("header", DEVICE_HEADER), ("header", CUSTODY_HEADER)),
    ),
    ("/v1/blobs", "POST"): _Way("How much of which photos and files is here.", BlobsAnswer, BlobsRequest, _MESSAGE),
    ("/v1/blobs/{sha256}", "PUT"): _Way(
        "The next piece of a photo or file; Content-Range says which.",
        BlobState,
        _BYTES,
        (400, 401, 403, 404, 405, 409, 413, 416, 422, 429, 503),
        parameters=_OF_A_BLOB,
    ),
    ("/v1/blobs/{sha256}", "GET"): _Way(
        "A photo or file, or the piece that Range names.",
        _BYTES,
        refused=(400, 401, 403, 404, 405, 416, 429, 503),
        parameters=_OF_A_BLOB,
        answers=(200, 206),
    ),
    ("/v1/updates/{kind}/{name}", "GET"): _Way(
        "A signed list or a bundle of the program's versions, or the piece that Range names.",
        _BYTES,
        refused=(404, 405, 416, 429, 503),
        caller="",
        answers=(200, 206),
    ),
    ("/healthz", "GET"): _Way("The process answers.", dict[str, str], caller=""),
    ("/readyz", "GET"): _Way("Its database does too.", dict[str, str], refused=(405, 503), caller=""),
    ("/metrics", "GET"): _Way("Figures for Prometheus.", "text/plain", caller=""),
    ("/openapi.json", "GET"): _Way("This document.", dict[str, Any], caller=""),
}


_OF_PEOPLE = (400, 401, 403, 404, 405, 408, 413, 415, 422, 429, 503)
_AN_AREA = (("query", "unit"),)


def _at_the_desk(says: str, gives: Any, takes: Any = None, parameters: tuple[tuple[str, str], ...] = ()) -> _Way:
    return _Way(says, gives, takes, _OF_PEOPLE, "person", parameters)


_WAYS |= {
    ("/v1/sign-in", "POST"): _Way("A name and a password for a token.", say.SignedInAnswer, say.SignIn, _OF_PEOPLE, ""),
    ("/v1/sign-out", "POST"): _at_the_desk("End the own sign-ins.", say.Done),
    ("/v1/password", "POST"): _at_the_desk("Change the own password.", say.Done, say.PasswordChange),
    ("/v1/people", "GET"): _at_the_desk("The people of an area.", say.People, None, _AN_AREA),
    ("/v1/people", "POST"): _at_the_desk("Add somebody to an office.", say.Person, say.NamedPerson),
    ("/v1/people/{id}/end", "POST"): _at_the_desk("Somebody leaves; sign-ins end.", say.Done),
    ("/v1/people/{id}/password", "POST"): _at_the_desk("A new password, shown once.", say.GivenPassword, say.Login),
    ("/v1/devices", "GET"): _at_the_desk("The machines of an area.", say.Devices, None, _AN_AREA),
    ("/v1/devices/{id}/revoke", "POST"): _at_the_desk("Let a machine in no more.", say.Done),
    ("/v1/codes", "POST"): _at_the_desk("Enrolment codes for offices, shown once.", say.Codes, say.CodesWanted),
    ("/v1/codes", "DELETE"): _at_the_desk("End an office's unused codes.", say.Done, None, _AN_AREA),
    ("/v1/codes/take-up", "POST"): _Way("A code for its enrolment.", Enrolment, say.TypedCode, _OF_PEOPLE, ""),
    ("/v1/published", "GET"): _at_the_desk("What central has published.", say.PublishedFiles),
    ("/v1/published", "POST"): _at_the_desk(
        "Prove and show a form, schedule or holidays; publish them, or take the newest back.",
        say.PublishingAnswer,
        say.Publishing,
    ),
    ("/v1/audit", "GET"): _at_the_desk(
        "What was done in an area, newest first.", say.Trail, None, (*_AN_AREA, ("query", "before"))
    ),
}


_A_TABLE = (*_AN_AREA, ("query", "period"), ("query", "citizen_ids"), ("query", "reason"))
_WAYS |= {
    ("/v1/figures", "GET"): _at_the_desk(
        "How complete an area's rounds are, and what a dataset's indicators come to.",
        ToldFigures,
        None,
        (*_AN_AREA, ("query", "dataset"), ("query", "year"), ("query", "parts")),
    ),
    ("/v1/tables", "GET"): _at_the_desk("The tables central gives on, with their columns.", ToldTables),
    ("/v1/tables/{file}", "GET"): _at_the_desk("A table as .csv, .xlsx or .parquet.", _BYTES, None, _A_TABLE),
    ("/v1/odata", "GET"): _at_the_desk("The OData feed.", dict[str, Any]),
    ("/v1/odata/$metadata", "GET"): _at_the_desk("The feed's entity types.", "application/xml"),
    ("/v1/odata/{table}", "GET"): _at_the_desk(
        "A page of a table.", dict[str, Any], None, (*_A_TABLE, ("query", "$top"), ("query", "$skiptoken"))
    ),
}


def document(routes: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """OpenAPI 3.1 of routes, each (path, method). Raises ``KeyError`` for one that nobody described."""
    messages = [Problem, *(what for way in _WAYS.values() for what in (way.takes, way.gives) if _is_message(what))]
    _, schemas = msgspec.json.schema_components(messages, ref_template="#/components/schemas/{name}")
    paths: dict[str, dict[str, Any]] = {}
    for path, method in routes:
        paths.setdefault(path, {})[method.lower()] = _operation(path, _WAYS[path, method])
    return {
        "openapi": "3.1.0",
        "info": {"title": "Central endpoint of CDD Desktop", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {who: {"type": "http", "scheme": "bearer"} for who in ("device", "person")},
            "headers": {"RetryAfter": {"description": "seconds", "schema": {"type": "integer"}}},
        },
    }


def _operation(path: str, way: _Way) -> dict[str, Any]:
    answers: dict[str, Any] = {str(status): _body("as asked", way.gives) for status in way.answers}
    for status in way.refused:
        answers[str(status)] = _body(_REFUSED[status], Problem)
        if status in (429, 503):
            answers[str(status)]["headers"] = {"Retry-After": {"$ref": "#/components/headers/RetryAfter"}}
    in_path = [("path", part[1:-1]) for part in path.split("/") if part.startswith("{")]
    operation: dict[str, Any] = {
        "summary": way.says,
        "parameters": [
            {"in": place, "name": name, "required": place == "path", "schema": {"type": "string"}}
            for place, name in (*in_path, *way.parameters)
        ],
        "responses": answers,
    }
    if way.takes is not None:
        operation["requestBody"] = {"required": True, "content": _body("", way.takes)["content"]}
    if way.caller:
        operation["security"] = [{way.caller: []}]
    return operation


def _body(says: str, what: Any) -> dict[str, Any]:
    if isinstance(what, str):
        return {"description": says, "content": {what: {"schema": {}}}}
    schema: Mapping[str, Any] = {"type": "object"}
    if _is_message(what):
        schema = {"$ref": f"#/components/schemas/{what.__name__}"}
    return {"description": says, "content": {"application/json": {"schema": schema}}}


def _is_message(what: Any) -> bool:
    return isinstance(what, type) and issubclass(what, msgspec.Struct)
