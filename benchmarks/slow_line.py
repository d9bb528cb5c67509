"""Claims: a month's batch (935 records) over 9.6 kbit/s with a round trip of a second and a cut every half minute.

A real office sends to a real central over HTTPS through a proxy that is such a line (``thin_line``), cut at random
moments. All of it in real time. The office tries again as the program does in the background. Every run has cuts of its
own; several go on at once, each with a line and a central of its own. The reference is the same contact over the same
line without a cut, and what the bare bytes need: zstd at level 19 over the JSON of the records' ids and values.
"""

from __future__ import annotations

import argparse
import ipaddress
import json
import multiprocessing
import random
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import data
import measure
import office
import wire
import zstandard
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from sqlalchemy import func, select
from thin_line import RATE, ShapedLine, at_line

from cdd_desktop.central.tables.rows import RecordRow
from cdd_desktop.clock import BANGKOK, FixedClock, ShiftedClock, SystemClock
from cdd_desktop.domain.record import Value
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.paths import Profile, profile
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.schedule import Attempts

BETWEEN_CUTS = 30.0
MOST_TIMES, MOST_AGAIN = 1.5, 0.10
BEGAN = datetime(2018, 3, 16, 9, 0, tzinfo=BANGKOK)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An office with a month's batch to send, and its central; ``records`` are ids and values."""

    folder: Path
    person: str
    clock: FixedClock
    certificate: Path
    records: list[tuple[RecordId, dict[str, Value]]]


def prepare(folder: Path) -> Prepared:
    """Registers are at central already, as they are in an office that works; the batch has just been entered."""
    folder.mkdir()
    clock, certificate = FixedClock(BEGAN), make_certificate(folder / "tls.pem")
    with wire.running_central(folder, clock) as (endpoint, port):
        workplace = wire.enrolled(endpoint, folder, clock, f"http://127.0.0.1:{port}")
        typist, place = office.Typist(workplace), data.office(data.large_district(), data.LARGE)
        for dataset in ("saving_group", "otop_sales"):
            for entry in place.register(dataset):
                typist.enter(entry)
        contact = wire.Contact(workplace, clock)
        contact.sync()
        entered = []
        for record in data.month_batch():
            contact.wait()
            entered.append(typist.enter(record))
        contact.gateway.close()
        person = workplace.person.id
        workplace.close()
    return Prepared(folder, person, clock, certificate, entered)


def make_certificate(path: Path) -> Path:
    """A certificate for loopback with its key, as an enrolment names one."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "central")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = SystemClock().now()
    builder = x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).add_extension(address, critical=False)
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + builder.sign(key, SHA256()).public_bytes(Encoding.PEM))
    return path


@dataclass(frozen=True, slots=True)
class Carried:
    """What it took until central had everything: bytes both ways, those of handshakes among them, and cuts."""

    seconds: float
    bytes: int
    greeting: int
    cuts: int


def carry(prepared: Prepared, folder: Path, chance: random.Random | None) -> Carried:
    """All of it over a line of its own, to a copy of central, from a copy of the office."""
    shutil.copytree(prepared.folder, folder)
    clock = ShiftedClock(prepared.clock.now(), SystemClock())
    central = wire.running_central(folder, clock, tls=prepared.certificate, known=True)
    with central as (endpoint, port), at_line(port, gaps(chance)) as line:
        waits = random.Random(0) if chance is None else chance
        seconds = send(profile("benchmark", folder), prepared, clock, line, waits.random)
        with endpoint.database.read() as session:
            there = session.scalar(select(func.count()).select_from(RecordRow).where(RecordRow.period != ""))
    reported = sum(1 for record in data.month_batch() if record.period)
    assert there == reported, (there, reported)
    shutil.rmtree(folder)
    ways = (line.up, line.down)
    return Carried(seconds, sum(way.bytes for way in ways), sum(way.greeting for way in ways), line.cuts)


def gaps(chance: random.Random | None) -> Iterator[float]:
    """Seconds from cut to cut; None: there are none."""
    while chance is not None:
        yield chance.expovariate(1 / BETWEEN_CUTS)


def send(
    place: Profile, prepared: Prepared, clock: ShiftedClock, line: ShapedLine, chance: Callable[[], float]
) -> float:
    """The seconds of contacts as the window makes them, with their back-off, until one goes through."""
    workplace = sign_in(place, prepared.person, wire.PASSWORD, clock=clock)
    trust, attempts = prepared.certificate.read_text(), Attempts()
    began = time.monotonic()
    while True:
        gateway = HttpGateway([f"https://127.0.0.1:{line.port}"], trust=trust)
        outcome = SyncEngine(workplace, gateway, clock).run(threading.Event(), lambda _: None)
        gateway.close()
        if outcome.ok:
            break
        assert outcome.code in ("connection-lost", "no-connection"), outcome
        attempts = attempts.failed(clock.now(), chance(), got_on=outcome.batches > 0)
        assert attempts.next_at is not None
        time.sleep(max((attempts.next_at - clock.now()).total_seconds(), 0))
    seconds = time.monotonic() - began
    assert outcome.checked == "same", outcome
    workplace.close()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=16, help="with cuts of their own")
    parser.add_argument("--at-once", type=int, default=4)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        prepared = prepare(Path(name) / "prepared")
        whole = carry(prepared, Path(name) / "whole", None)

        numbers = range(given.runs)
        folders = [Path(name) / f"run{number}" for number in numbers]
        # A process each, so that no office goes on with a session of TLS that another one's central gave.
        with ProcessPoolExecutor(given.at_once, multiprocessing.get_context("spawn"), max_tasks_per_child=1) as pool:
            runs = list(pool.map(carry, [prepared] * given.runs, folders, map(random.Random, numbers)))
    tell(prepared, whole, runs)


def tell(prepared: Prepared, whole: Carried, runs: list[Carried]) -> None:
    plain = json.dumps(prepared.records, ensure_ascii=False, separators=(",", ":")).encode()
    bare = len(zstandard.ZstdCompressor(level=19).compress(plain))
    needed, mean = whole.bytes / RATE, 1 / len(runs)
    seconds, cuts = sum(run.seconds for run in runs) * mean, sum(run.cuts for run in runs) * mean
    again = sum(run.bytes for run in runs) * mean - whole.bytes
    greeting = sum(run.greeting for run in runs) * mean - whole.greeting
    measure.report(
        f"{len(prepared.records)} records over 9.6 kbit/s and a second of round trip, mean of {len(runs)} runs",
        f"{seconds:.1f} s with {cuts:.1f} cuts, {seconds / needed:.2f} times what the bytes need",
        f"{needed:.1f} s for the {whole.bytes:,} bytes of a contact without a cut, which took {whole.seconds:.1f} s; "
        f"{bare / RATE:.1f} s for the {bare:,} bytes of zstd-19",
        f"{MOST_TIMES} times",
        met=seconds <= MOST_TIMES * needed,
    )
    twice = again - greeting
    measure.report(
        "Bytes of requests and answers that cross twice, with the questions how much has come",
        f"{twice / whole.bytes:.1%}; with the {greeting:,.0f} bytes of new handshakes of TLS {again / whole.bytes:.1%}",
        f"{whole.bytes:,} bytes of a contact without a cut, {whole.greeting:,} of them its handshake",
        f"{MOST_AGAIN:.0%}",
        met=twice <= MOST_AGAIN * whole.bytes,
    )


if __name__ == "__main__":
    main()
