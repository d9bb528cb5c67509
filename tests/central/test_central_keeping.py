"""Keeping central's data: backups while it serves, restoring on either database, soundness, retention, and a person's
data found, exported and erased with the trail kept."""

from __future__ import annotations

import hmac
import json
import secrets
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
import zstandard
from central_driver import Central, Device, batch_of
from central_report import Report
from cryptography.exceptions import InvalidTag
from desk_driver import administrator
from test_central_blobs import NAME, PHOTO, place, put

from cdd_desktop.central.cli import main
from cdd_desktop.central.commands.keeping import CITIZEN_ID, tidy
from cdd_desktop.central.figures.figuring import count_left
from cdd_desktop.central.keeping.backup import check_backup, count_rows, restore_backup, write_backup
from cdd_desktop.central.keeping.data_subjects import erase_person, find_person
from cdd_desktop.central.keeping.resealing import reseal
from cdd_desktop.central.keeping.soundness import check_all
from cdd_desktop.central.tables.rows import (
    AuditRow,
    Base,
    BatchRow,
    BlobRow,
    CertifiedEntryRow,
    ChangeRow,
    EnrolmentCodeRow,
    RecordRow,
)
from cdd_desktop.central.trust.keys import HeldKeys, rotate_keys
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.errors import RefusedError
from cdd_desktop.samples.people import citizen_id

NUMBER, OTHER = citizen_id(41), citizen_id(42)
LEADER: dict[str, Any] = {"dataset": "leader", "entity": "leader"}


def cells(central: Central) -> str:
    with central.endpoint.database.read() as session:
        return repr([tuple(row) for table in Base.metadata.sorted_tables for row in session.execute(table.select())])


def dump(central: Central) -> list[str]:
    with central.endpoint.database.read() as session:
        return sorted(
            f"{table.name} {msgspec.json.encode(tuple(row), order='sorted').decode()}"
            for table in Base.metadata.sorted_tables
            for row in session.execute(table.select())
            if (table.name, row[0]) != ("meta", "epoch")
        )


def sound(central: Central) -> tuple[str, ...]:
    with central.endpoint.database.read() as session:
        return check_all(session, Vault(central.endpoint.keys), central.endpoint.books(session)).faults


def figures_left(central: Central) -> int:
    with central.endpoint.database.read() as session:
        return count_left(session, sa.true())


def leaders(device: Device) -> dict[str, str]:
    """Two leaders; the first one's number stands in its box, in a note, and was once in conflict."""
    names = {}
    for name, number in (("แรก", NUMBER), ("สอง", OTHER)):
        content = {"citizen_id": number, "first_name": name, "note": f"เลข {number[:1]}-{number[1:]}", "photo": [NAME]}
        names[name], stored = device.save(content, **LEADER)
        assert stored.status == "stored"
    assert put(device.central, place(device, names["แรก"]), 0, len(PHOTO)).offset == len(PHOTO)
    return names


# --- keys ------------------------------------------------------------------------------------------------------------


def test_hashes_are_hmac_and_no_nonce_comes_twice(central: Central) -> None:
    vault = Vault(central.endpoint.keys)
    key = central.endpoint.keys.derive("hash")
    for size in (0, 13, 64, 5_000):
        assert vault.hash(bytes(size)) == hmac.digest(key, bytes(size), "sha256").hex()
    assert len({vault.seal_bytes(b"")[:12] for _ in range(600)}) == 600


def test_what_older_keys_sealed_opens_and_is_sealed_anew_while_somebody_writes(
    central: Central, tmp_path: Path
) -> None:
    """Records, journal, answers, frozen lists, photos; a backup of before is read with the key file of after."""
    device = central.device("5007")
    Report(device).send_all()
    names = leaders(device)
    before, endpoint = cells(central), central.endpoint
    write_backup(endpoint.database, tmp_path / "before.cddcentral", central.clock.now())
    old = Vault(endpoint.keys)
    own = tmp_path / "own.keys.json"  # the key file of the PostgreSQL server is everybody's
    own.write_bytes(central.keys.read_bytes())
    rotate_keys(own, central.clock.now())
    endpoint.held_keys = HeldKeys(own)
    assert sound(central) == ()
    assert device.save({"note": f"เลข {OTHER}"}, names["แรก"], base=1, **LEADER)[1].status == "stored"
    assert device.save({"citizen_id": NUMBER, "first_name": "ซ้ำ"}, **LEADER)[1].status == "refused"  # the hash stays
    with endpoint.database.write() as session:
        rows = len(session.scalars(sa.select(ChangeRow)).all())
        if central.address.startswith("postgresql"):  # passed over meanwhile; there is one writer at a time elsewhere
            session.get(RecordRow, names["สอง"], with_for_update=True)
            assert reseal(endpoint.database, Vault(endpoint.keys)) > rows
    left = [reseal(endpoint.database, Vault(endpoint.keys)) > 0 for _ in range(2)]
    assert left == [True, False]
    assert sound(central) == ()
    with endpoint.database.read() as session:
        sealed = [row.content for row in session.scalars(sa.select(RecordRow)) if "~" in str(row.content)]
        answers = [row.answer for row in session.scalars(sa.select(BatchRow))]
        photos = [row.body for row in session.scalars(sa.select(BlobRow))]
        for content in sealed:
            with pytest.raises(InvalidTag):
                old.open(content)
        for body in (*answers, *photos):
            with pytest.raises(InvalidTag):
                old.open_bytes(body)
        assert Vault(endpoint.keys).open_bytes(photos[0]) == PHOTO
    assert (len(sealed), cells(central) == before) == (2, False)
    again = str(tmp_path / "again.db")
    restore_backup(tmp_path / "before.cddcentral", again, endpoint.keys, "a new epoch")
    restored = Central(again, own, central.clock)
    assert sound(restored) == ()
    restored.close()


# --- backups ---------------------------------------------------------------------------------------------------------


def test_a_backup_is_taken_online_and_restored_on_either_database(
    central: Central, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    device = central.device("5007")
    Report(device).send_all()
    leaders(device)
    administrator(central)
    file = tmp_path / "all.cddcentral"
    database = central.endpoint.database
    with database.write() as session:  # somebody is writing meanwhile, and what is not committed is not in it
        session.add(AuditRow(id="later", at="", who="", what="", unit="", reason="", details={}))
        session.flush()
        done = write_backup(database, file, central.clock.now())
        session.rollback()
    assert done.rows == count_rows(database)
    assert check_backup(file) == done
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    with zstandard.ZstdDecompressor().stream_reader(file.read_bytes()[:-32]) as reader:
        plain = reader.readall()
    assert "กลุ่ม".encode() in plain
    for secret in (NUMBER, OTHER):
        assert secret.encode() not in plain
        assert secret not in cells(central)
    if central.address.startswith("postgresql"):
        address = str(tmp_path / "restored.db")  # the other database each time
    else:
        server = request.getfixturevalue("postgres")
        address = server.create(f"t{secrets.token_hex(6)}")
    assert restore_backup(file, address, central.endpoint.keys, "a new epoch") == done
    again = Central(address, central.keys, central.clock)
    assert dump(again) == dump(central)
    assert sound(again) == ()
    moved = Device(again, device.enrolment, device.id, device.token, device.cursor, device.epoch, device.n)
    assert moved.sync().epoch == "a new epoch"
    with pytest.raises(RefusedError, match="restore-not-empty"):
        restore_backup(file, address, again.endpoint.keys, "another")
    again.close()


def test_a_backup_that_was_cut_or_changed_is_refused_whole(sqlite_central: Central, tmp_path: Path) -> None:
    sqlite_central.device("5007")
    file, damaged = tmp_path / "all.cddcentral", tmp_path / "damaged"
    write_backup(sqlite_central.endpoint.database, file, sqlite_central.clock.now())
    whole, target = file.read_bytes(), tmp_path / "target.db"
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            damaged.write_bytes(data)
            with pytest.raises(RefusedError, match="central-backup-damaged"):
                restore_backup(damaged, str(target), sqlite_central.endpoint.keys, "x")
    assert not target.exists()
    with pytest.raises(RefusedError, match="out-unwritable"):
        write_backup(sqlite_central.endpoint.database, tmp_path / "none" / "x", sqlite_central.clock.now())


def test_what_is_not_whole_is_found(central: Central) -> None:
    device = central.device("5007")
    Report(device).send_all()
    assert sound(central) == ()
    with central.endpoint.database.write() as session:
        record = session.scalars(sa.select(RecordRow).limit(1)).one()
        record.content = {**record.content, "name_th": "แก้ข้างนอก"}
        session.scalars(sa.select(ChangeRow).limit(1)).one().body = b"x" * 40
        entry = session.scalars(sa.select(CertifiedEntryRow).limit(1)).one()
        entry.digest = "0" * 64
    assert sorted(fault.split()[0] for fault in sound(central)) == ["change", "list", "record"]


# --- retention and erasure -------------------------------------------------------------------------------------------


def test_what_has_served_its_time_goes_and_proof_stays(central: Central) -> None:
    device = central.device("5007")
    batch = batch_of(device.group(device.edit(NAME[:8] + "-0000-7000-8000-000000000001", {"name_th": "กลุ่ม"})))
    first = device.receipt(device.exchange(batch))
    central.enrol("5008")
    administrator(central)
    with central.endpoint.database.write() as session:
        assert tidy(session, central.clock.now()) == 0
    central.clock.advance(timedelta(days=440))
    with central.endpoint.database.write() as session:
        assert tidy(session, central.clock.now() - timedelta(days=400)) == 3  # a sign-in, an unused code, an answer
        assert session.scalars(sa.select(EnrolmentCodeRow.unit)).all() == ["5007"]
        assert session.scalar(sa.select(sa.func.count()).select_from(ChangeRow)) == 1
    again = device.receipt(device.exchange(batch))  # the answer is gone, and the change is known all the same
    assert [result.n for result in again.results] == [result.n for result in first.results]
    assert sound(central) == ()


WHY = ["--reason", "คำขอที่ 1/2561"]


@pytest.fixture
def commands(central: Central, monkeypatch: pytest.MonkeyPatch) -> Central:
    monkeypatch.setenv("CDD_CENTRAL_DATABASE", central.address)
    monkeypatch.setenv("CDD_CENTRAL_KEYS", str(central.keys))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv(CITIZEN_ID, " ".join(NUMBER))
    return central


def test_a_persons_data_are_found_and_exported(
    commands: Central, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    names = leaders(commands.device("5007"))
    assert main(["data", "find", *WHY]) == 0
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == [names["แรก"]]
    assert main(["data", "export", *WHY]) == 2
    out = tmp_path / "export.json"
    assert main(["data", "export", *WHY, "--out", str(out)]) == 0
    (record,) = json.loads(out.read_bytes())["records"]
    assert record["content"]["citizen_id"] == NUMBER
    monkeypatch.setenv(CITIZEN_ID, "1-23")
    assert main(["data", "find", *WHY]) == 2


def test_a_persons_data_are_erased_and_the_trail_stays(
    commands: Central, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    central, why = commands, WHY
    device, second = central.device("5007"), central.device("5007")
    names = leaders(device)
    second.sync()
    assert second.held[names["แรก"]].content["citizen_id"] == NUMBER
    assert main(["data", "erase", *why]) == 0
    assert main(["data", "find", *why]) == 0
    capsys.readouterr()
    assert main(["data", "erase", *why, "--yes"]) == 0
    assert main(["data", "find", *why]) == 0
    assert capsys.readouterr().out.count(names["แรก"]) == 1  # as it was erased, and not after
    second.sync()
    assert second.held[names["แรก"]].deleted
    assert second.held[names["สอง"]].content["citizen_id"] == OTHER
    vault = Vault(central.endpoint.keys)
    with central.endpoint.database.read() as session:
        trail = session.scalars(sa.select(AuditRow).where(AuditRow.what.like("data-%"))).all()
        opened = [vault.open_bytes(row.body) for row in session.scalars(sa.select(ChangeRow))]
        opened += [vault.open_bytes(row.answer) for row in session.scalars(sa.select(BatchRow))]
        assert session.get(BlobRow, NAME) is not None  # the other leader's photo is the same one
    assert NUMBER.encode() not in b"".join(opened)
    assert OTHER.encode() in b"".join(opened)
    assert "แรก" not in cells(central)
    assert {row.reason for row in trail} == {"คำขอที่ 1/2561"}
    assert sum(row.details["erased"] for row in trail) == 1
    assert NUMBER not in msgspec.json.encode([row.details for row in trail]).decode()
    assert len({row.details["subject"] for row in trail}) == 1
    assert sound(central) == ()
    monkeypatch.setenv(CITIZEN_ID, OTHER)
    assert main(["data", "erase", *why, "--yes"]) == 0
    with central.endpoint.database.read() as session:
        assert session.get(BlobRow, NAME) is None


def test_a_certified_line_is_erased_and_its_digest_stays(central: Central) -> None:
    report = Report(central.device("5007"))
    report.enter()
    record = report.register[0].id
    contents = {**report.contents[record], "note": f"ประธาน {NUMBER}"}
    report.device.save({"note": contents["note"]}, record, base=1)
    report.contents[record] = contents
    assert {result.status for result in report.device.send(report.moves(report.propose(), report.certify()))} == {
        "stored"
    }
    vault = Vault(central.endpoint.keys)
    with central.endpoint.database.write() as session:
        found = find_person(session, vault, NUMBER)
        assert [entry.record for _, entry in found.entries] == [record]
        assert erase_person(session, vault, found) == 1
    province = central.device("50")
    told = [entry.content for entry in province.certified.values() if entry.record == record]
    assert [set(content) for content in told] == [{"group_code"}]  # central's own number of the group
    assert sound(central) == ()
    assert figures_left(central) == 1
    report.device.save({"note": "อื่น"}, report.register[1].id, base=1)  # any batch of the office works them out
    assert figures_left(central) == 0
    assert sound(central) == ()


def test_the_commands_back_up_verify_and_restore(
    sqlite_central: Central, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Report(sqlite_central.device("5007")).send_all()
    monkeypatch.setenv("CDD_CENTRAL_DATABASE", sqlite_central.address)
    monkeypatch.setenv("CDD_CENTRAL_KEYS", str(sqlite_central.keys))
    file, target = str(tmp_path / "b"), str(tmp_path / "new.db")
    assert main(["backup", file]) == 0
    assert main(["verify"]) == 0
    assert main(["restore", file]) == 1
    assert main(["restore", file, "--database", target]) == 0
    assert main(["verify", "--database", target]) == 0
    assert main(["tidy", "--days", "10"]) == 2
    assert main(["tidy"]) == 0
    capsys.readouterr()
    assert main(["audit"]) == 0
    assert {"backup", "tidied"} <= {line.split()[1] for line in capsys.readouterr().out.splitlines()}
