"""Central on both of its databases: every test that asks for ``central`` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from central_driver import Central
from postgres_server import PostgresServer

from cdd_desktop.central.keeping.setup import initialise
from cdd_desktop.clock import FixedClock


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address and key file of a central that has been initialised."""
    if request.param == "sqlite":
        path = tmp_path / "central.db"
        keys = tmp_path / "central.keys.json"
        initialise(str(path), keys)[0].close()
        yield str(path), keys
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = f"t{secrets.token_hex(6)}"
    url = server.create(name, "empty_central")
    try:
        yield url, server.keys
    finally:
        server.drop(name)


@pytest.fixture
def central(address: tuple[str, Path], clock: FixedClock) -> Iterator[Central]:
    """A central in this process with the fixed clock, on each database."""
    opened = Central(address[0], address[1], clock)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_central(tmp_path: Path, clock: FixedClock) -> Iterator[Central]:
    """A central on SQLite only, for what has nothing to do with the database."""
    keys = tmp_path / "central.keys.json"
    initialise(str(tmp_path / "central.db"), keys)[0].close()
    opened = Central(str(tmp_path / "central.db"), keys, clock)
    yield opened
    opened.close()


@pytest.fixture
def postgres_central(postgres: PostgresServer, clock: FixedClock) -> Iterator[Central]:
    """A central on PostgreSQL only, for what takes several writers at once."""
    name = f"t{secrets.token_hex(6)}"
    opened = Central(postgres.create(name, "empty_central"), postgres.keys, clock)
    yield opened
    opened.close()
    postgres.drop(name)
