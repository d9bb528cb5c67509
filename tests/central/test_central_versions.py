"""Two protocol versions side by side, packed and plain, compressed and not: one meaning, on both databases."""

from __future__ import annotations

import asyncio

import httpx2
import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id

from cdd_desktop.central.serving.app import MAX_BODY, create_app
from cdd_desktop.sync.compression import compress, decompress, is_compressed, newest_dictionary
from cdd_desktop.sync.packing import pack_batch, unpack_receipt
from cdd_desktop.sync.protocol import PackedBatch, SyncAnswer

NEW = {"protocol": (1, 2)}
GROUP = {"name_th": "กลุ่มออมทรัพย์บ้านดอย", "tambon_code": "500701", "moo": 3}


def packed(raw: bytes) -> PackedBatch:
    made = pack_batch(raw)
    assert made is not None
    return made


def edits(device: Device, count: int) -> bytes:
    made = [device.edit(new_id(), {**GROUP, "name_th": f"กลุ่ม {number}"}) for number in range(count)]
    text = "2018-03-18T01:40:00+00:00"
    return batch_of(device.group(*(msgspec.structs.replace(edit, at=text) for edit in made)))


def test_a_packed_batch_gets_the_receipt_of_the_plain_one(central: Central) -> None:
    device = central.device("5007")
    raw = edits(device, 4)
    first = device.exchange(None, packed=packed(raw), **NEW)
    assert first.protocol == 2
    assert first.receipt is msgspec.UNSET
    assert first.packed is not None
    assert first.packed.runs == [(4, "stored", 1)]
    receipt = unpack_receipt(first.packed, raw)
    again = device.exchange(raw)
    assert again.protocol == 1
    assert again.packed is None
    assert again.receipt is not msgspec.UNSET
    assert bytes(again.receipt) == receipt


def test_the_plain_batch_first_and_the_packed_one_again(central: Central) -> None:
    device = central.device("5007")
    raw = edits(device, 2)
    plain = device.exchange(raw)
    answer = device.exchange(None, packed=packed(raw), **NEW)
    assert answer.packed is not None
    assert plain.receipt is not msgspec.UNSET
    assert unpack_receipt(answer.packed, raw) == bytes(plain.receipt)


def test_what_one_version_brought_the_other_is_told(central: Central) -> None:
    enrolment = central.enrol("5007")
    new, old = central.device("5007", enrolment), central.device("5007")
    raw = edits(new, 1)
    new.exchange(None, packed=packed(raw), **NEW)
    old.sync()
    [record] = old.held.values()
    assert record.content["name_th"] == "กลุ่ม 0"


def test_a_packed_batch_that_stands_for_nothing_stores_nothing(central: Central) -> None:
    device = central.device("5007")
    broken = msgspec.to_builtins(packed(edits(device, 2)))
    broken["groups"][0]["columns"] = []
    problem = device.problem(None, packed=broken, **NEW)
    assert (problem.status, problem.code) == (400, "body-unreadable")
    device.sync()
    assert not device.held


@pytest.mark.parametrize("spoken", [(3, 9), (0, 0), (2, 1)])
def test_no_version_in_common_is_said(central: Central, spoken: tuple[int, int]) -> None:
    problem = central.device("5007").problem(protocol=spoken)
    assert (problem.status, problem.code, problem.params) == (426, "protocol", {"lowest": 1, "highest": 2})


def test_a_later_device_is_answered_in_the_highest_version_here(central: Central) -> None:
    assert central.device("5007").exchange(protocol=(2, 7)).protocol == 2


def test_names_of_books_stand_for_the_digests(central: Central) -> None:
    device = central.device("5007")
    named = device.exchange(**NEW)
    assert named.books
    assert not named.books_asked
    silent = device.exchange(books=named.books, **NEW)
    assert (silent.books, silent.books_asked) == ("", False)
    assert device.exchange(books="something else", **NEW).books_asked
    assert device.exchange().books == ""


def call(central: Central, token: str, body: bytes) -> httpx2.Response:
    """One request through the real application."""

    async def post() -> httpx2.Response:
        transport = httpx2.ASGITransport(create_app(central.endpoint))
        async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.post("/v1/sync", content=body, headers={"authorization": f"Bearer {token}"})

    return asyncio.run(post())


@pytest.mark.parametrize("dictionary", [None, 0, newest_dictionary()])
def test_who_compresses_is_answered_the_same_way(sqlite_central: Central, dictionary: int | None) -> None:
    device = sqlite_central.device("5007")
    body = device.request(edits(device, 3))
    answer = call(sqlite_central, device.token, body if dictionary is None else compress(body, dictionary))
    assert answer.status_code == 200
    assert is_compressed(answer.content) == (dictionary is not None)
    plain = answer.content
    if dictionary is not None:
        plain, used = decompress(plain, MAX_BODY)
        assert used == dictionary
    assert len(device.receipt(msgspec.json.decode(plain, type=SyncAnswer)).results) == 3


def test_frames_that_cannot_be_opened_are_refused_in_words(sqlite_central: Central) -> None:
    device = sqlite_central.device("5007")
    frame = compress(device.request(), newest_dictionary())
    unknown = frame[:4] + bytes([frame[4] & ~3 | 1, 0x63]) + frame[5:]
    for body, status, code in (
        (compress(b"\0" * (MAX_BODY + 1)), 413, "body-too-large"),
        (frame[:-3], 400, "body-unreadable"),
        (unknown, 415, "encoding-unknown"),
    ):
        answer = call(sqlite_central, device.token, body)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
