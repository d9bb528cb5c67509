"""Setting central up and running it: its settings, its log, its figures, and a schema that a program outlives."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from central_driver import Central
from postgres_server import PostgresServer

from cdd_desktop.central.cli import main
from cdd_desktop.central.commands.configuration import Configuration, read_configuration
from cdd_desktop.central.doors.log_lines import write_log_lines
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.tables.database import Database, is_current, migrate, migration_config, open_database
from cdd_desktop.errors import RefusedError, UserError

CITIZEN = "1009900000012"


def test_settings_are_read_from_the_environment() -> None:
    given = {
        "DATABASE": "postgresql://central@host/central",
        "KEYS": "/k",
        "ADDRESS": "https://a.example https://b.example",
    }
    read = read_configuration({f"CDD_CENTRAL_{name}": text for name, text in given.items()} | {"HOME": "/"})
    assert read.keys == Path("/k")
    assert read.addresses == ("https://a.example", "https://b.example")
    assert read_configuration({"CDD_CENTRAL_PORT": ""}) == Configuration()


@pytest.mark.parametrize(
    ("name", "text", "code", "words"),
    [
        ("DATABSE", "x", "setting-unknown", "CDD_CENTRAL_DATABASE"),
        ("PORT", "http", "setting-value", "0-65535"),
        ("PORT", "65536", "setting-value", "0-65535"),
        ("PORT", "๘๔๔๐", "setting-value", "0-65535"),
        ("LOG", "all", "setting-value", "info, warning"),
        ("DATABASE", "mysql://x", "database-address", "SQLite"),
        ("ADDRESS", "central", "address-invalid", "https://"),
    ],
)
def test_a_wrong_setting_stops_every_command(
    name: str, text: str, code: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UserError, match=code):
        read_configuration({f"CDD_CENTRAL_{name}": text})
    monkeypatch.setenv(f"CDD_CENTRAL_{name}", text)
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["people"]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


# --- log and figures -------------------------------------------------------------------------------------------------


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What central writes while a test runs; the logging of the tests is put back afterwards."""
    root, stream = logging.getLogger(), io.StringIO()
    before, level = root.handlers[:], root.level
    root.handlers.clear()
    write_log_lines(stream, "info")
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


async def asked(central: Central, *requests: tuple[str, str]) -> list[httpx2.Response]:
    transport = httpx2.ASGITransport(create_app(central.endpoint))
    async with httpx2.AsyncClient(transport=transport, base_url="http://central") as client:
        return [await client.request(method, path, content=b"{") for method, path in requests]


SAMPLE = re.compile(r'([a-z_]+)(?:\{((?:[a-z]+="[^"\\\n]*",?)+)\})? (\d+(?:\.\d+)?)')


def test_requests_are_counted_and_logged_without_a_word_of_what_they_said(central: Central, log: io.StringIO) -> None:
    odd = f"/people/{CITIZEN}"
    asking = [("GET", "/healthz"), ("POST", "/v1/sync"), ("POST", odd), ("BREW", "/v1/sync"), ("GET", "/metrics")]
    answers = asyncio.run(asked(central, *asking))
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    mine = [line for line in lines if line["what"] == "request"]
    assert [(line["route"], line["status"]) for line in mine] == [
        ("/healthz", 200),
        ("/v1/sync", 400),
        ("elsewhere", 404),
        ("/v1/sync", 405),
        ("/metrics", 200),
    ]
    assert set(mine[0]) == {"at", "level", "where", "what", "route", "method", "status", "ms"}
    assert CITIZEN not in log.getvalue()
    text = answers[-1].text
    assert answers[-1].headers["content-type"].startswith("text/plain; version=0.0.4")
    samples = {(found[1], found[2]): float(found[3]) for line in text.splitlines() if (found := SAMPLE.fullmatch(line))}
    assert len(samples) == len([line for line in text.splitlines() if not line.startswith("# ")])
    assert samples["cdd_central_requests_total", 'route="/v1/sync",method="POST",status="400"'] == 1
    assert samples["cdd_central_requests_total", 'route="/v1/sync",method="other",status="405"'] == 1
    assert samples["cdd_central_request_seconds_count", 'route="/v1/sync"'] == 2
    assert samples["cdd_central_request_seconds_bucket", 'route="/v1/sync",le="+Inf"'] == 2
    assert samples["cdd_central_requests_running", None] == 1  # type: ignore[index]  # the one that asks


def test_a_line_tells_the_kind_of_an_error_and_hides_long_numbers(log: io.StringIO) -> None:
    try:
        raise ValueError(f"of {CITIZEN}")
    except ValueError:
        logging.getLogger("elsewhere").exception("about\n%s", CITIZEN)
    (line,) = log.getvalue().splitlines()
    assert json.loads(line)["error"] == "ValueError"
    assert CITIZEN not in line
    assert "of " not in line


# --- a schema that serves the program before -------------------------------------------------------------------------


def tables_at(address: str, revision: str) -> tuple[Database, sa.MetaData]:
    """A new database at a revision, and its tables as they are there."""
    database = open_database(address, create=True)
    with database.engine.begin() as connection:
        command.upgrade(migration_config(connection), revision)
    tables = sa.MetaData()
    tables.reflect(database.engine)
    return database, tables


def sample(column: sa.Column[Any]) -> Any:
    kind = column.type.python_type
    return {str: f"{column.name}", int: 1, bool: True, bytes: b"x"}.get(kind, {})


def revisions() -> list[str]:
    walked = ScriptDirectory.from_config(migration_config()).walk_revisions()
    return sorted(script.revision for script in walked)


@pytest.mark.parametrize("revision", revisions()[:-1])
def test_statements_of_an_older_program_run_on_the_newest_tables(tmp_path: Path, revision: str) -> None:
    """What it knew is still there, can be written without what it does not know, and read and changed."""
    database, old = tables_at(str(tmp_path / "central.db"), revision)
    migrate(database)
    with database.write() as session:
        connection = session.connection()
        for table in old.sorted_tables:
            if table.name == "alembic_version":
                continue
            row = {column.name: sample(column) for column in table.columns}
            if table.name == "meta":
                row["key"] = "mine"
            references = {key.parent.name: key.column.name for key in table.foreign_keys}
            row |= dict(references)  # the sample of a text is its column's name
            connection.execute(sa.insert(table).values(row))
            assert connection.execute(sa.select(table)).first() is not None
            connection.execute(sa.update(table).values({list(table.columns)[-1].name: sample(list(table.columns)[-1])}))
    database.close()


def test_a_running_program_goes_on_while_the_tables_get_newer(central: Central) -> None:
    database = central.endpoint.database
    migrate(database)

    def newer(serves_from: str) -> bool:
        with database.write() as session:
            session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
            session.execute(sa.text("UPDATE meta SET value = :it WHERE key = 'serves_from'"), {"it": serves_from})
        return is_current(database)

    assert newer(revisions()[-1])
    assert newer("0001")
    assert not newer("9999")


def test_an_upgrade_keeps_nobody_waiting_behind_a_backup(postgres: PostgresServer) -> None:
    """Whoever asks meanwhile is answered; the upgrade gives up, has changed nothing, and goes through afterwards."""
    name = f"t{secrets.token_hex(6)}"
    database, old = tables_at(postgres.create(name), "0001")
    try:
        with database.read() as reading:
            for table in old.sorted_tables:
                reading.execute(sa.select(table)).all()
            with pytest.raises(RefusedError) as refused:
                migrate(database)
            with database.read() as asking:
                assert asking.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == "0001"
                asking.execute(sa.text("SELECT count(*) FROM submission"))
        assert refused.value.code == "database-busy"
        assert migrate(database) == ("0001", revisions()[-1])
        assert is_current(database)
    finally:
        database.close()
        postgres.drop(name)
