"""Claims: what a sync of a month's batch (935 records) and of one small edit cost on the wire, both ways.

A real office sends to a real central over HTTP on loopback; the bytes of every request and answer are counted with
their headers, TLS aside. The reference of the batch is zstd at level 19 over the JSON of the records' ids and values.
Between two records the clock moves on as it does under a person's hands, and the connection of the small edit is open.
"""

from __future__ import annotations

import json
import random
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import data
import measure
import office
import uvicorn
import zstandard

from cdd_desktop.central.desk.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.serving.run import IDLE_SECONDS
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.clock import BANGKOK, Clock, FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId
from cdd_desktop.operations.contact import read_line
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import profile
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

PASSWORD = "only for this benchmark"


class CountingRelay:
    """A relay on loopback that passes bytes on and counts them: what crosses the wire, headers included."""

    def __init__(self, port: int) -> None:
        self.bytes = 0
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._port))
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(source, target), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while part := source.recv(65_536):
                self.bytes += len(part)
                target.sendall(part)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def close(self) -> None:
        self._listener.close()


@contextmanager
def running_central(
    folder: Path, clock: Clock, *, tls: Path | None = None, known: bool = False
) -> Iterator[tuple[Endpoint, int]]:
    """A central answering on a port of its own, with an empty database or the one that is ``known`` to be there.
    ``tls`` is a PEM file with its certificate and key."""
    database = str(folder / "central.db")
    if not known:
        initialise(database)[0].close()
    endpoint = open_endpoint(database, clock)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        create_app(endpoint),
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_keep_alive=IDLE_SECONDS,
        server_header=False,
        ssl_certfile=tls,
        ssl_keyfile=tls,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield endpoint, listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()
        endpoint.database.close()


def enrolled(endpoint: Endpoint, folder: Path, clock: FixedClock, address: str) -> Workplace:
    wanted = Office(data.large_district().code, (address,), (NewPerson("Officer", Role.OFFICER),))
    with endpoint.database.write() as session:
        enrolment = make_enrolment(session, endpoint.keys, clock, wanted)
    place, person = profile("benchmark", folder), enrolment.people[0]
    enrol_office(place, enrolment, FirstPerson(person.id, person.pin, PASSWORD), clock=clock)
    return sign_in(place, person.id, PASSWORD, clock=clock)


class Contact:
    """An office's contacts over one connection, and the seconds that pass while somebody types."""

    def __init__(self, workplace: Workplace, clock: FixedClock) -> None:
        line = workplace.read(read_line)
        self.gateway = HttpGateway(line.addresses, trust=line.trust)
        self._engine = SyncEngine(workplace, self.gateway, clock)
        self._clock = clock
        self._chance = random.Random(data.SEED)

    def sync(self) -> int:
        """Answers how many round trips it took."""
        steps: list[str] = []
        outcome = self._engine.run(threading.Event(), lambda progress: steps.append(progress.step))
        assert outcome.ok, outcome.code
        return steps.count("sending") or 1

    def wait(self) -> None:
        self._clock.advance(timedelta(milliseconds=self._chance.randrange(8_000, 60_000)))


def main() -> None:
    clock = FixedClock(datetime(2018, 3, 16, 9, 0, tzinfo=BANGKOK))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with running_central(folder, clock) as (endpoint, port):
            relay = CountingRelay(port)
            workplace = enrolled(endpoint, folder, clock, relay.address)
            typist, place = office.Typist(workplace), data.office(data.large_district(), data.LARGE)
            for dataset in ("saving_group", "otop_sales"):
                for entry in place.register(dataset):
                    typist.enter(entry)
            contact = Contact(workplace, clock)
            contact.sync()
            relay.bytes = 0
            entered = []
            for record in data.month_batch():
                contact.wait()
                entered.append(typist.enter(record))
            contact.sync()
            count = relay.bytes
            relay.bytes = 0
            trips = edit_one(workplace, contact, entered[0][0])
            small = relay.bytes
            contact.gateway.close()
            workplace.close()
            relay.close()
    plain = json.dumps(entered, ensure_ascii=False, separators=(",", ":")).encode()
    reference = len(zstandard.ZstdCompressor(level=19).compress(plain))
    measure.report(
        f"Bytes on the wire, both ways, for {len(entered)} records",
        f"{count:,} bytes, {count / reference:.1f} times the reference",
        f"{reference:,} bytes: zstd-19 of the {len(plain):,} bytes of their JSON",
        "1.25 times",
        met=count <= 1.25 * reference,
    )
    measure.report(
        "Bytes on the wire, both ways, for one small edit",
        f"{small:,} bytes in {trips} round trip(s)",
        "the edit's own path and value: about 30 bytes",
        "1,024 bytes in one round trip",
        met=small <= 1024 and trips == 1,
    )


def edit_one(workplace: Workplace, contact: Contact, record: RecordId) -> int:
    """One box of one record is changed and sent."""
    contact.wait()
    key = SubmissionKey(workplace.unit.code, DatasetKey("otop_sales"), PeriodId("2561-m02"))
    workplace.do(save_entry, EntryRef(EntityKey("sale"), key=key, record_id=record), {"sales_total": 612_300})
    return contact.sync()


if __name__ == "__main__":
    main()
