"""Photos and files follow the records: cut at any byte, stopped, restarted, refused; they arrive once and whole, and
who may see the record is given them."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from random import Random

import pytest
from loopback import Answering, CuttingProxy, http
from sqlalchemy import func, select
from sync_world import PASSWORD, Desk, World

from cdd_desktop.central.tables.rows import BlobPartRow, BlobRow, MetaRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.attach_photo import attach_photo, read_photo
from cdd_desktop.operations.attachments import (
    Attached,
    PhotoState,
    read_fetched,
    read_photo_states,
    read_waiting_photos,
)
from cdd_desktop.operations.link import Link, write_link
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.store.rows import PhotoRow
from cdd_desktop.sync.attachments import fetch_attachment
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.outcome import SyncStep

ROUND = SubmissionKey.parse("5007/leader/2561-r1")
LEADER = {"title": "mr", "first_name": "สมชาย", "last_name": "ตัวอย่าง", "status": "active"}
PHOTO = Random(2561).randbytes(9_001)
NAME = hashlib.sha256(PHOTO).hexdigest()


def photographed(desk: Desk, data: bytes = PHOTO, **other: str) -> RecordId:
    """A leader with a photo."""
    ref = EntryRef(EntityKey("leader"), key=ROUND)
    record = desk.save({**LEADER, **other}, ref=ref)
    desk.workplace.do(attach_photo, replace(ref, record_id=record), "photo", data)
    return record


def held(world: World) -> tuple[int, int]:
    """Whole photos and pieces at central."""
    with world.central.endpoint.database.read() as session:
        return tuple(session.scalar(select(func.count()).select_from(row)) for row in (BlobRow, BlobPartRow))


def offset(world: World) -> int:
    with world.central.endpoint.database.read() as session:
        return int(session.scalar(select(func.sum(BlobPartRow.length))) or 0)


def state(desk: Desk, name: str = NAME) -> PhotoState:
    return desk.workplace.read(read_photo_states, [name])[name]


def pieces_of(desk: Desk, size: int) -> None:
    desk.workplace.do(write_link, Link(piece=size))


def fetched(desk: Desk, record: RecordId, address: str = "", name: str = NAME) -> bytes:
    gateway = HttpGateway([address or desk.address])
    try:
        return fetch_attachment(desk.workplace, gateway, Attached(name, record))
    finally:
        gateway.close()


@pytest.fixture
def proxy(world):
    made = CuttingProxy(world.central.port)
    yield made
    made.close()


def test_photos_go_after_the_records_and_are_kept_once(world):
    desk = world.desk()
    photographed(desk)
    photographed(desk, first_name="สมหญิง")
    assert state(desk) is PhotoState.WAITING
    outcome = desk.sync()
    assert (outcome.ok, outcome.left, outcome.photos, outcome.photos_left) == (True, 0, 1, 0)
    assert [step.step.value for step in desk.progress].index("photos") > 0
    told = [(step.bytes, step.bytes_total) for step in desk.progress if step.step is SyncStep.PHOTOS]
    assert (told[0], told[-1]) == ((0, len(PHOTO)), (len(PHOTO), len(PHOTO)))
    assert held(world) == (1, 0)
    assert state(desk) is PhotoState.RECEIVED
    assert desk.sync().photos == 0


def test_a_metered_line_carries_the_records_and_leaves_the_photos(world):
    desk = world.desk()
    photographed(desk)
    gateway = HttpGateway([desk.address])
    engine = SyncEngine(desk.workplace, gateway, desk.clock, photos=False)
    outcome = engine.run(threading.Event(), lambda _progress: None)
    gateway.close()
    assert (outcome.ok, outcome.left, outcome.photos, outcome.photos_left) == (True, 0, 0, 1)
    assert held(world) == (0, 0)
    assert desk.sync().photos == 1


def test_cut_at_any_byte_it_goes_on_there_and_sends_little_twice(world, proxy):
    """Every contact of a line that breaks somewhere else each time; each adds to what central holds."""
    desk = world.desk()
    record = photographed(desk)
    desk.sync()  # the records, and the photo with them
    whole = Random(7).randbytes(60_000)
    name = hashlib.sha256(whole).hexdigest()
    desk.workplace.do(attach_photo, EntryRef(EntityKey("leader"), ROUND, record), "photo", whole)
    pieces_of(desk, 8_000)
    reached, contacts = [0], 0
    for up in (9_000, 9_001, 12_345, 15_999, 17_777, 1_500, 21_001, 14_999, 24_000, 16_001, 13_007, 19_999):
        proxy.up = up
        contacts += 1
        outcome = desk.sync(proxy.address)
        if outcome.ok:
            break
        assert outcome.code == "connection-lost"
        world.central.stop()  # and central is restarted
        world.central.start()
        reached.append(offset(world))
        assert reached[-1] >= reached[-2]
    assert outcome.photos == 1
    assert contacts > 3
    assert len(set(reached)) > 3
    assert any(one % 4_000 for one in reached)  # no piece ends there: what had come of a cut one was kept
    assert state(desk, name) is PhotoState.RECEIVED
    assert held(world) == (2, 0)


@pytest.mark.parametrize("down", [1, 40, 150, 9_999])
def test_an_answer_that_is_lost_changes_nothing(world, proxy, down):
    desk = world.desk()
    photographed(desk)
    pieces_of(desk, 4_096)
    desk.workplace.read(read_waiting_photos)
    for proxy.down in (down, down * 7, None):
        outcome = desk.sync(proxy.address)
    assert (outcome.ok, outcome.photos_left, held(world)) == (True, 0, (1, 0))


def test_a_stop_between_pieces_and_a_restart_go_on_where_it_was(world):
    desk = world.desk()
    photographed(desk)
    pieces_of(desk, 4_096)
    stop = threading.Event()
    gateway = HttpGateway([desk.address])
    put = gateway.put_piece

    def put_and_stop(place, piece):
        answer = put(place, piece)
        stop.set()
        return answer

    gateway.put_piece = put_and_stop
    outcome = SyncEngine(desk.workplace, gateway, desk.clock).run(stop, lambda _progress: None)
    gateway.close()
    assert (outcome.code, outcome.left, outcome.photos_left) == ("sync-stopped", 0, 1)
    assert offset(world) == 4_096
    profile = desk.workplace.profile
    desk.workplace.close()
    desk.workplace = sign_in(profile, desk.enrolment.people[0].id, PASSWORD, clock=desk.clock)
    assert desk.sync().photos == 1
    assert held(world) == (1, 0)


def test_what_central_refuses_waits_with_its_reason_and_holds_up_nothing(world, monkeypatch):
    desk = world.desk()
    record = photographed(desk)
    other = photographed(desk, b"another", first_name="สมหญิง")
    with desk.workplace.store.write() as session:
        session.get_one(PhotoRow, NAME).bytes = bytes(len(PHOTO))  # a machine that spoils what it holds
    outcome = desk.sync()
    assert (outcome.ok, outcome.photos, outcome.photos_left) == (True, 1, 1)
    (waiting,) = desk.workplace.read(read_waiting_photos)
    assert (waiting.record_id, waiting.code) == (record, "blob-hash")
    assert held(world) == (1, 0)
    with desk.workplace.store.write() as session:
        session.get_one(PhotoRow, NAME).bytes = PHOTO
    assert desk.sync().photos_left == 0
    # A photo that no record names any more need not go.
    desk.workplace.do(attach_photo, EntryRef(EntityKey("leader"), ROUND, other), "photo", b"a third")
    desk.workplace.do(save_entry, EntryRef(EntityKey("leader"), ROUND, other), {"photo": None})
    assert (desk.sync().photos_left, held(world)) == (0, (2, 0))


def test_a_central_restored_without_them_is_sent_them_again(world):
    desk = world.desk()
    photographed(desk)
    desk.sync()
    with world.central.endpoint.database.write() as session:
        session.get_one(MetaRow, "epoch").value = "another"
        session.query(BlobRow).delete()
        session.connection().exec_driver_sql("DELETE FROM blob_holder")
    outcome = desk.sync()
    assert (outcome.ok, outcome.photos, held(world)) == (True, 1, (1, 0))


def test_an_older_central_is_sent_the_records_alone(world, monkeypatch):
    monkeypatch.setattr("cdd_desktop.central.serving.app._blob_routes", lambda _endpoint, _doors: [])
    world.central.stop()
    world.central.start()
    desk = world.desk()
    photographed(desk)
    outcome = desk.sync()
    assert (outcome.ok, outcome.left, outcome.photos_left) == (True, 0, 1)


def test_the_other_machine_of_the_office_fetches_it_over_a_line_that_breaks(world, proxy):
    desk, other, neighbour = world.desk(), world.desk(), world.desk("5001")
    record = photographed(desk)
    other.sync()
    with pytest.raises(RefusedError) as early:
        fetched(other, record)
    assert early.value.code == "blob-unknown"
    desk.sync()
    other.sync()
    neighbour.sync()
    assert state(other) is PhotoState.ELSEWHERE
    pieces_of(other, 4_096)
    proxy.down = 6_000  # the second piece breaks off
    with pytest.raises(RefusedError) as cut:
        fetched(other, record, proxy.address)
    assert cut.value.code == "connection-lost"
    assert other.workplace.read(read_fetched, NAME) == 4_096
    assert fetched(other, record) == PHOTO
    assert other.workplace.read(read_photo, NAME) == PHOTO
    assert (other.workplace.read(read_fetched, NAME), state(other)) == (0, PhotoState.RECEIVED)
    assert other.workplace.read(read_waiting_photos) == ()
    with pytest.raises(RefusedError) as foreign:
        fetched(neighbour, record)
    assert foreign.value.code == "blob-unknown"


def test_what_is_fetched_and_is_something_else_is_dropped(world):
    desk, other = world.desk(), world.desk()
    record = photographed(desk)
    desk.sync()
    other.sync()
    endpoint = world.central.endpoint
    with endpoint.database.write() as session:
        session.get_one(BlobRow, NAME).body = Vault(endpoint.keys).seal_bytes(bytes(9))
    with pytest.raises(RefusedError) as damaged:
        fetched(other, record)
    assert damaged.value.code == "blob-damaged"
    assert state(other) is PhotoState.ELSEWHERE


@pytest.mark.parametrize("page", [b"<html>sign in</html>", b"\xff" * 30])
def test_a_sign_in_page_is_no_photo(page):
    portal = Answering(http("200 OK", page, kind="text/html"))
    gateway = HttpGateway([portal.address])
    place = BlobPlace(NAME, "r", "d", "t")
    for ask in (lambda: gateway.put_piece(place, Piece(0, 9, b"photo")), lambda: gateway.ask_blobs(b"{}", "t")):
        with pytest.raises(RefusedError) as refused:
            ask()
        assert refused.value.code == "network-sign-in"
    gateway.close()
    portal.close()
