"""Claim: what a sync of a month's batch (935 records) costs on the wire, both ways, beside zstd-19 of the same data.

A real office sends to a real central over HTTP on loopback; the bytes of every request and answer are counted with
their headers. The reference is zstd at level 19 over the JSON of the records' ids and values. Compression on the wire
comes later; its goal is 1.25 times the reference.
"""

from __future__ import annotations

import json
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import data
import measure
import office
import uvicorn
import zstandard

from cdd_desktop.central.app import create_app
from cdd_desktop.central.endpoint import Endpoint
from cdd_desktop.central.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.setup import initialise, open_endpoint
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.operations.contact import read_line
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.sign_in import sign_in
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
def running_central(folder: Path, clock: FixedClock) -> Iterator[tuple[Endpoint, int]]:
    """A central with an empty database, answering on a port of its own."""
    database = str(folder / "central.db")
    initialise(database)[0].close()
    endpoint = open_endpoint(database, clock)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(endpoint), log_config=None, access_log=False, lifespan="off"))
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


def sync(workplace: Workplace, clock: FixedClock) -> None:
    line = workplace.read(read_line)
    gateway = HttpGateway(line.addresses, trust=line.trust)
    outcome = SyncEngine(workplace, gateway, clock).run(threading.Event(), lambda _progress: None)
    gateway.close()
    assert outcome.ok, outcome.code


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
            sync(workplace, clock)
            relay.bytes = 0
            entered = [typist.enter(record) for record in data.month_batch()]
            sync(workplace, clock)
            count = relay.bytes
            workplace.close()
            relay.close()
    plain = json.dumps(entered, ensure_ascii=False, separators=(",", ":")).encode()
    reference = len(zstandard.ZstdCompressor(level=19).compress(plain))
    measure.report(
        f"Bytes on the wire, both ways, for {len(entered)} records",
        f"{count:,} bytes, {count / reference:.1f} times the reference",
        f"{reference:,} bytes: zstd-19 of the {len(plain):,} bytes of their JSON",
        "1.25 times, once the wire is compressed",
        met=count <= 1.25 * reference,
    )


if __name__ == "__main__":
    main()
