"""Lines that break: cut at many byte offsets, silent, foreign, refused; nothing lost, nothing doubled."""

from __future__ import annotations

import base64
import subprocess
import sys
import threading

import msgspec
import pytest
from loopback import Answering, CuttingProxy, http
from sqlalchemy import func, select

from cdd_desktop.central.tables.rows import BatchRow as CentralBatch
from cdd_desktop.central.tables.rows import ChangeRow as CentralChange
from cdd_desktop.central.tables.rows import DeviceRow
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.apply_answer import apply_answer
from cdd_desktop.operations.claim_batch import claim_batch
from cdd_desktop.operations.contact import read_handshake
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import ReceiptRow
from cdd_desktop.sync.address import checked_address
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.protocol import Receipt, Result, SyncAnswer
from cdd_desktop.sync.signing import make_anchor, sign_receipt

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def counts(world) -> tuple[int, int, int]:
    """Records, journalled changes and batches at central."""
    with world.central.endpoint.database.read() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(row))
            for row in (CentralRecord, CentralChange, CentralBatch)
        )


@pytest.fixture
def proxy(world):
    made = CuttingProxy(world.central.port)
    yield made
    made.close()


def test_an_answer_lost_after_central_stored_it_is_given_again(world, proxy):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    proxy.down = 20
    assert desk.sync(proxy.address).code == "connection-lost"
    stored = counts(world)
    assert stored == (1, 1, 1)
    assert desk.states() == ["claimed"]
    with world.central.endpoint.database.read() as session:
        number = session.scalar(select(CentralBatch.receipt_no))
    assert desk.sync().ok
    assert counts(world) == stored
    with desk.workplace.store.read() as session:
        assert session.scalar(select(ReceiptRow.no)) == number
    assert desk.row(record).rev == 1
    assert desk.states() == []


def test_edits_typed_after_a_lost_answer_follow_in_their_own_batch(world, proxy):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    proxy.down = 20
    desk.sync(proxy.address)
    desk.save({"chair_name": "ประธานคนใหม่"}, record)
    outcome = desk.sync()
    assert (outcome.batches, outcome.needs_you, outcome.left) == (2, 0, 0)
    assert desk.row(record).rev == 2


def test_cut_anywhere_in_request_or_answer_ends_in_the_same_state(world, proxy):
    desk = world.desk()
    desk.sync()
    desk.save(ORGANISATION)
    assert desk.sync(proxy.address).ok
    up, down = proxy.carried
    offsets = [("up", n) for n in _spread(up)] + [("down", n) for n in _spread(down)]
    for number, (way, offset) in enumerate(offsets, start=2):
        record = desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {number:03}"})
        proxy.up, proxy.down = (offset, None) if way == "up" else (None, offset)
        desk.sync(proxy.address)
        proxy.up = proxy.down = None
        assert desk.sync(proxy.address).ok
        assert counts(world) == (number, number, number), (way, offset)
        assert desk.row(record).rev == 1
        assert desk.states() == []


def _spread(size: int) -> list[int]:
    """The first and last bytes, and some between."""
    return sorted({1, 2, size // 4, size // 2, 3 * size // 4, size - 2, size - 1})


def test_central_down_and_up_again(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    world.central.stop()
    outcome = desk.sync()
    assert (outcome.code, outcome.left) == ("no-connection", 1)
    world.central.start()
    assert desk.sync().left == 0


def test_a_revoked_machine_is_told_so_and_loses_nothing(world):
    desk = world.desk()
    desk.sync()
    record = desk.save(ORGANISATION)
    with world.central.endpoint.database.write() as session:
        session.scalar(select(DeviceRow)).revoked_at = "2018-03-18T00:00:00Z"
    outcome = desk.sync()
    assert (outcome.code, outcome.left) == ("login-refused", 1)
    assert desk.content(record)["chair_name"] == ORGANISATION["chair_name"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (http("200 OK", b"<html>Sign in to the hotel's network</html>", kind="text/html"), "network-sign-in"),
        (http("200 OK", b"{}"), "not-central"),
        (http("302 Found", b"", "location: http://127.0.0.1:9/login"), "network-sign-in"),
        (http("404 Not Found", b"nothing here", kind="text/plain"), "not-central"),
        (http("511 Network Authentication Required", b"<html>", kind="text/html"), "network-sign-in"),
        (http("401 Unauthorized", b"<html>", kind="text/html"), "not-central"),
        (http("401 Unauthorized", b'{"code":"token-revoked"}'), "login-refused"),
        (http("407 Proxy Authentication Required", b""), "proxy-login"),
        (http("502 Bad Gateway", b"<html>", kind="text/html"), "central-busy"),
        (http("403 Forbidden", b'{"code":"code-expired"}'), "code-expired"),
        (b"\x16\x03\x01 not http at all\r\n\r\n", "connection-lost"),
    ],
)
def test_what_is_not_centrals_answer_never_counts_as_sent(world, answer, code):
    desk = world.desk()
    desk.save(ORGANISATION)
    server = Answering(answer)
    outcome = desk.sync(server.address)
    server.close()
    assert (outcome.code, outcome.left) == (code, 1)
    assert desk.sync().left == 0


def test_central_may_say_when_to_come_again(world):
    desk = world.desk()
    server = Answering(http("503 Service Unavailable", b'{"code":"central-busy"}', "retry-after: 15"))
    outcome = desk.sync(server.address)
    server.close()
    assert (outcome.code, outcome.params) == ("central-busy", {"retry_after": 15})


def test_an_answer_without_the_receipt_is_no_success(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    body = b'{"protocol":1,"epoch":"e","cursor":"c","at":"2018-03-18T00:00:00Z"}'
    server = Answering(http("200 OK", body))
    outcome = desk.sync(server.address)
    server.close()
    assert (outcome.code, outcome.left) == ("answer-unclear", 1)
    assert desk.workplace.read(read_handshake).epoch == desk.enrolment.epoch


def test_a_receipt_of_another_batch_is_refused(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    outcome = desk.sync((server := signed_answer(world, desk, "another")).address)
    server.close()
    assert (outcome.code, outcome.left) == ("receipt-other-batch", 1)
    assert desk.workplace.read(read_handshake).cursor == ""


def signed_body(world, desk, batch, **spoiled) -> bytes:
    """An answer with the signatures of central's own key; ``spoiled`` members are put in afterwards."""
    signer, at = world.central.endpoint.keys.signer, "2018-03-18T00:00:00+00:00"
    anchor = make_anchor(at, desk.workplace.read(read_handshake).device, signer).signature
    receipt = sign_receipt(msgspec.json.encode(Receipt(no="x", batch=batch, received_at=at, results=[])), signer)
    body = {"protocol": 1, "epoch": "e", "cursor": "c", "at": at, "anchor": anchor, "receipt": receipt, **spoiled}
    return msgspec.json.encode({**body, "receipt": msgspec.Raw(body["receipt"])})


def signed_answer(world, desk, batch, **spoiled) -> Answering:
    return Answering(http("200 OK", signed_body(world, desk, batch, **spoiled)))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda receipt: {"receipt": receipt.replace(b'"no":"x"', b'"no":"y"')}, "receipt-signature"),
        (lambda receipt: {"receipt": receipt.partition(b',"signature"')[0] + b"}"}, "receipt-signature"),
        (lambda receipt: {"receipt": receipt[:-10] + bytes([receipt[-10] ^ 1]) + receipt[-9:]}, "receipt-signature"),
        (lambda receipt: {"at": "2018-03-18T00:00:01+00:00"}, "anchor-signature"),
        (lambda receipt: {"anchor": ""}, "anchor-signature"),
    ],
)
def test_only_what_central_signed_counts_as_received(world, spoil, code):
    """The key is that of the enrolment: a receipt altered, unsigned or cut in its signature is no receipt."""
    desk = world.desk()
    desk.save(ORGANISATION)
    batch = desk.workplace.do(claim_batch)
    plain = msgspec.json.encode(
        Receipt(no="x", batch=batch.id, received_at="2018-03-18T00:00:00+00:00", results=[Result(n=1, status="stored")])
    )
    receipt = sign_receipt(plain, world.central.endpoint.keys.signer)
    server = signed_answer(world, desk, batch.id, **{"receipt": receipt, **spoil(receipt)})
    outcome = desk.sync(server.address)
    server.close()
    assert (outcome.code, outcome.left) == (code, 1)
    assert (desk.workplace.read(read_handshake).cursor, desk.states()) == ("", ["claimed"])
    assert desk.sync().ok
    with desk.workplace.store.read() as session:
        assert b'"signature":"' in session.query(ReceiptRow).one().bytes


def test_another_centrals_signature_is_none(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    with desk.workplace.store.write() as session:
        write_meta(session, Meta.SIGNING_KEY, base64.b64encode(bytes(32)).decode())
    assert desk.sync().code == "anchor-signature"
    assert desk.states() == ["claimed"]


def test_an_answer_that_would_go_in_circles_ends_the_contact(world):
    desk = world.desk()
    desk.sync()
    known = desk.workplace.read(read_handshake)
    body = {"protocol": 1, "epoch": known.epoch, "cursor": known.cursor, "at": "2018-03-18T00:00:00Z", "more": True}
    server = Answering(http("200 OK", msgspec.json.encode(body)))
    assert desk.sync(server.address).code == "answer-unclear"
    server.close()


def test_a_request_under_way_can_be_cut_at_once(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    server = Answering(None)
    gateway = HttpGateway([server.address])
    stop = threading.Event()
    outcomes = []
    running = threading.Thread(
        target=lambda: outcomes.append(SyncEngine(desk.workplace, gateway, desk.clock).run(stop, lambda _: None))
    )
    running.start()
    assert server.asked.wait(10)
    stop.set()
    gateway.abort()
    running.join(5)
    gateway.close()
    server.close()
    assert [outcome.code for outcome in outcomes] == ["sync-stopped"]
    assert desk.sync().left == 0


def test_another_address_is_tried_when_the_first_cannot_be_reached(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    gateway = HttpGateway(["http://127.0.0.1:9", desk.address])
    outcome = SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), lambda _: None)
    gateway.close()
    assert outcome.ok


def test_plain_http_is_for_this_machine_only():
    assert checked_address("http://127.0.0.1:8440/") == "http://127.0.0.1:8440"
    assert checked_address("http://localhost:1") == "http://localhost:1"
    assert checked_address("http://[::1]:1") == "http://[::1]:1"
    assert checked_address("https://central.example") == "https://central.example"
    for address in ("http://central.example", "http://10.0.0.1", "http://127.0.0.1.example"):
        with pytest.raises(RefusedError, match="address-insecure"):
            checked_address(address)
    for address in ("", "central.example", "ftp://central.example", "https://"):
        with pytest.raises(BadRequestError, match="address-invalid"):
            checked_address(address)


def test_with_central_in_a_process_of_its_own(world):
    """The real command on a copy of nothing but the database file, on a port of its own."""
    desk = world.desk()
    record = desk.save(ORGANISATION)
    world.central.stop()
    command = [sys.executable, "-m", "cdd_desktop.central", "serve", "--port", "0"]
    child = subprocess.Popen(
        [*command, "--database", str(world.central.database), "--now", "2018-03-18T08:40:00", "--with-stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        address = msgspec.json.decode(child.stdout.readline())["address"]
        assert desk.sync(address).ok
        child.kill()
        child.wait()
        desk.save({"chair_name": "หลังส่วนกลางดับ"}, record)
        assert desk.sync(address).code == "no-connection"
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()
        world.central.start()
    assert desk.sync().left == 0
    assert counts(world) == (1, 2, 2)


def test_claimed_rows_without_a_result_wait_again(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    batch = desk.workplace.do(claim_batch)
    answer = msgspec.json.decode(signed_body(world, desk, batch.id), type=SyncAnswer)
    desk.workplace.do(apply_answer, answer, batch.id)
    assert desk.states() == ["waiting"]
