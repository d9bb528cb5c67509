"""Asks central's desk as people do who sign in there, through the real application."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx2
from central_driver import Central

from cdd_desktop.central.desk.enrolments import NewPerson
from cdd_desktop.central.desk.work import add_person
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.trust.accounts import give_account
from cdd_desktop.domain.person import Role

PASSWORD = "correct horse battery"


@dataclass
class Asked:
    """An answer: its status and what it says."""

    status: int
    said: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.said.get("code", ""))


class DeskCaller:
    """Somebody at the desk; ``token`` is empty until signed in."""

    def __init__(self, central: Central) -> None:
        self.app = create_app(central.endpoint)
        self.token = ""

    def ask(self, method: str, path: str, body: Any = None, token: str | None = None) -> Asked:
        async def run() -> httpx2.Response:
            transport = httpx2.ASGITransport(self.app)
            headers = {"authorization": f"Bearer {self.token if token is None else token}"}
            async with httpx2.AsyncClient(transport=transport, base_url="http://central") as client:
                return await client.request(method, path, json=body, headers=headers)

        answer = asyncio.run(run())
        return Asked(answer.status_code, answer.json())

    def sign_in(self, login: str, password: str = PASSWORD) -> Asked:
        done = self.ask("POST", "/v1/sign-in", {"login": login, "password": password})
        self.token = done.said.get("token", self.token)
        return done


def make_person(central: Central, unit: str, role: Role, login: str, password: str = PASSWORD) -> str:
    """Somebody who may sign in; the id."""
    with central.endpoint.database.write() as session:
        row = add_person(session, central.clock, unit, NewPerson(f"คน {login}", role))
        give_account(session, row, login, password, central.clock.now())
        return row.id


def administrator(central: Central) -> DeskCaller:
    make_person(central, "00", Role.ADMINISTRATOR, "admin")
    caller = DeskCaller(central)
    assert caller.sign_in("admin").status == 200
    return caller
