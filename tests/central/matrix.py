"""What the matrices of scope share: requests through the real application, and all that is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx2
from central_driver import Central

from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.tables.rows import (
    Base,
)
from cdd_desktop.domain.person import Role

LONG_AGO, FOR_EVER = "2018-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"
PEOPLE = {
    "administrator": ("00", Role.ADMINISTRATOR),
    "department": ("00", Role.DEPARTMENT),
    "viewer of the department": ("00", Role.VIEWER),
    "provincial-head": ("50", Role.PROVINCIAL_HEAD),
    "provincial-officer": ("50", Role.PROVINCIAL_OFFICER),
    "viewer of a province": ("50", Role.VIEWER),
    "head": ("5007", Role.HEAD),
    "officer": ("5007", Role.OFFICER),
    "viewer of a district": ("5007", Role.VIEWER),
}


Request = tuple[str, str, bytes, dict[str, str]]


def ask(central: Central, requests: Iterator[Request] | list[Request]) -> list[tuple[int, bytes]]:
    async def run() -> list[tuple[int, bytes]]:
        transport = httpx2.ASGITransport(create_app(central.endpoint))
        async with httpx2.AsyncClient(transport=transport, base_url="http://central") as client:
            answers = []
            for method, path, body, headers in requests:
                answer = await client.request(method, path, content=body, headers=headers)
                answers.append((answer.status_code, answer.content))
            return answers

    return asyncio.run(run())


def contents(central: Central) -> list[str]:
    """Every row of every table: what a refused request may not change."""
    with central.endpoint.database.read() as session:
        return [
            repr(tuple(row))
            for table in Base.metadata.sorted_tables
            for row in sorted(session.execute(table.select()), key=repr)
        ]


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"} if token else {}
