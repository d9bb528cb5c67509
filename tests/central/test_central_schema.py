"""The tables as the migrations make them, what is published, and the lists that documents and code share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from central_driver import Central
from sqlalchemy import text

from cdd_desktop.central.holding.books import open_books, read_file
from cdd_desktop.central.intake.codes import abbreviation
from cdd_desktop.central.sentences.messages import codes, sentence
from cdd_desktop.central.tables.database import is_current, migrate
from cdd_desktop.central.tables.rows import Base, PublishedRow
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.errors import RefusedError
from cdd_desktop.paths import resources

ROOT = Path(__file__).parents[2]


def test_the_migrations_make_the_tables_of_the_rows(central: Central) -> None:
    database = central.endpoint.database
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    assert is_current(database)
    assert migrate(database) == ("0008", "0008")


def test_a_database_of_a_newer_program_is_left_alone(central: Central) -> None:
    database = central.endpoint.database
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.execute(text("UPDATE meta SET value = '9999' WHERE key = 'serves_from'"))
    with pytest.raises(RefusedError, match="database-newer"):
        migrate(database)
    assert not is_current(database)


def test_published_files_reach_devices_that_hold_older_ones(central: Central) -> None:
    device = central.device("5007")
    path = next((resources() / "definitions").glob("saving_group-*.json"))
    body = path.read_text(encoding="utf-8")
    held = read_file(body).digest
    newer = body.replace('"version": 1,', '"version": 2,', 1)
    assert newer != body
    assert device.sync(definitions={"saving_group": held}).definitions == []
    file = read_file(newer)
    with central.endpoint.database.write() as session:
        session.add(
            PublishedRow(
                kind=file.kind,
                key=file.key,
                version=str(file.number),
                digest=file.digest,
                body=file.body,
                published_at="2018-03-18T00:00:00.000Z",
            )
        )
    assert device.sync(definitions={"saving_group": held}).definitions == [newer]
    assert device.sync(definitions={}).definitions == [newer]
    assert device.sync(definitions={"saving_group": file.digest}).definitions == []
    assert device.sync(definitions={"saving_group": "of a later program"}).definitions == []
    assert device.save({"name_th": "กลุ่ม", "tambon_code": "500701"}, form=2)[1].status == "stored"


def test_two_letters_name_a_register() -> None:
    catalogue = open_books(()).catalogue
    registers = [
        str(dataset)
        for dataset in catalogue.datasets()
        if any(entity.kind is EntityKind.REGISTER for entity in catalogue.newest(dataset).entities)
    ]
    assert len({abbreviation(dataset) for dataset in registers}) == len(registers) == 8


def test_every_code_is_documented_with_the_sentence_central_says() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "codes").glob("*.md"))
    rows = ([cell.strip() for cell in line.split("|")] for line in pages.splitlines() if line.startswith("| "))
    documented = {row[1]: (row[3], row[4]) for row in rows if len(row) == 6}
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "cdd_desktop/central").rglob("*.py"))
    raised = set(re.findall(r'RefusedChangeError\(\s*"([a-z-]+)"', sources))
    raised |= set(re.findall(r'ProblemError\(\d+, "([a-z-]+)"', sources))
    raised |= set(re.findall(r'code="([a-z-]+)"', sources)) | set(re.findall(r'"(record-[a-z]+)"\)', sources))
    shared = {"reason-needed", "nil-not-possible", "statement-needed"}  # as on the desktop, whose page has them
    assert raised - shared <= documented.keys()
    for code in codes():
        assert documented[code] == (sentence(code, "th", {}), sentence(code, "en", {}))
