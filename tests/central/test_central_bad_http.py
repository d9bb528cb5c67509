"""Bad input at the door of the real application: floods, bombs, stalls and impatience are refused with a code."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import uvicorn
import zstandard
from central_driver import Central, Device, new_id
from sqlalchemy import func, select
from uvicorn.server import ServerState

from cdd_desktop.central.doors.limits import Gate, Limits
from cdd_desktop.central.doors.requests import WAITING
from cdd_desktop.central.serving import heads
from cdd_desktop.central.serving.app import MAX_BODY, create_app
from cdd_desktop.central.serving.heads import PatientProtocol
from cdd_desktop.central.sync.blobs import give_piece
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.rows import ChangeRow, RecordRow
from cdd_desktop.sync.blobs import BlobPlace, Piece

Headers = dict[str, str]


async def answered(
    app: Any, body: Iterator[bytes | None], door: str = "POST /v1/sync", **headers: str
) -> tuple[int, Headers, dict[str, Any]]:
    """Status, headers and message of one request; a None of the body means that nothing more ever comes."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        part = next(body, b"")
        if part is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": part, "more_body": part != b""}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    given = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    method, _, target = door.partition(" ")
    path, _, query = target.partition("?")
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": given}
    await app({**scope, "client": ("192.0.2.1", 1), "http_version": "1.1", "scheme": "http"}, receive, send)
    told = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    said = msgspec.json.decode(b"".join(message.get("body", b"") for message in sent[1:]))
    return sent[0]["status"], told, said


def post(endpoint: Endpoint, *parts: bytes | None, **headers: str) -> tuple[int, str]:
    status, _, said = asyncio.run(answered(create_app(endpoint, stall=0.05), iter(parts), **headers))
    return status, said.get("code", "")


def stored(central: Central) -> list[int]:
    with central.endpoint.database.read() as session:
        return [session.scalar(select(func.count()).select_from(row)) or 0 for row in (RecordRow, ChangeRow)]


def bombs() -> Iterator[bytes]:
    blank = bytes(16 * MAX_BODY)
    yield zstandard.ZstdCompressor().compress(blank)
    yield zstandard.ZstdCompressor(write_content_size=False).compress(blank)
    yield zstandard.ZstdCompressor().compress(blank)[:-9]


def test_what_is_too_much_or_never_comes_is_refused_and_nothing_stored(central: Central) -> None:
    device = central.device("5007")
    before = stored(central)
    bearer = f"Bearer {device.token}"
    for bomb in bombs():
        status, code = post(central.endpoint, bomb, authorization=bearer)
        assert (status, code) in ((413, "body-too-large"), (400, "body-unreadable"))
    for length in (str(MAX_BODY + 1), "9" * 5000):
        assert post(central.endpoint, b"{}", content_length=length) == (413, "body-too-large")
    assert post(central.endpoint, *[b" " * 1024 * 1024] * 5) == (413, "body-too-large")
    assert post(central.endpoint, b"{", None, authorization=bearer) == (408, "body-stalled")
    assert post(central.endpoint, b'{"a":' * 50_000, authorization=bearer) == (400, "body-unreadable")
    flood = {f"x_{number}": "x" * 100 for number in range(2000)}
    assert post(central.endpoint, b"{", authorization=bearer, **flood) == (400, "body-unreadable")
    assert post(central.endpoint, device.request(), authorization="Bearer " + "x" * 60_000) == (401, "device-unknown")
    assert post(central.endpoint, device.request(), authorization=bearer)[0] == 200
    assert stored(central) == before


def test_past_its_limit_central_asks_to_come_again_later(central: Central) -> None:
    """As many bodies as it holds are under way; the next caller is told when to come, and served once there is room."""
    device, app = central.device("5007"), create_app(central.endpoint)
    bearer = f"Bearer {device.token}"

    async def ask() -> tuple[int, Headers, dict[str, Any]]:
        return await answered(app, iter([device.request()]), authorization=bearer)

    async def crowded() -> None:
        held = asyncio.Semaphore(0)

        def half() -> Iterator[bytes | None]:
            yield b"{"
            held.release()
            yield None

        crowd = [asyncio.create_task(answered(app, half())) for _ in range(WAITING)]
        for _ in crowd:
            await held.acquire()
        status, headers, said = await ask()
        assert (status, said["code"], headers["retry-after"]) == (503, "central-busy", "15")
        for task in crowd:
            task.cancel()
        await asyncio.gather(*crowd, return_exceptions=True)
        assert (await ask())[0] == 200

    asyncio.run(crowded())


class Ticking:
    """A second hand that moves when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def tick() -> Ticking:
    return Ticking()


def calls(gate: Gate, device: Device, tokens: list[str]) -> list[int]:
    async def run() -> list[int]:
        body = device.request()
        return [(await answered(gate, iter([body]), authorization=f"Bearer {token}"))[0] for token in tokens]

    return asyncio.run(run())


def test_who_asks_too_often_waits_and_is_told_how_long(central: Central, tick: Ticking) -> None:
    device = central.device("5007")
    gate = Gate(create_app(central.endpoint), Limits(per_device=3), tick)
    assert calls(gate, device, [device.token] * 4) == [200, 200, 200, 429]
    bearer = f"Bearer {device.token}"
    status, headers, said = asyncio.run(answered(gate, iter([b""]), authorization=bearer))
    assert (status, said["code"], headers["retry-after"]) == (429, "too-many-requests", "20")
    tick.now += 20
    assert calls(gate, device, [device.token] * 2) == [200, 429]
    tick.now += 3600
    assert calls(gate, device, [device.token] * 4) == [200, 200, 200, 429]
    address = Gate(create_app(central.endpoint), Limits(per_address=2), tick)
    assert calls(address, device, [device.token, "a", "b", device.token]) == [200, 401, 429, 429]


def test_several_processes_share_a_limit() -> None:
    limits = Limits(per_device=600, per_address=0, refused=60)
    assert limits.divided(4) == Limits(per_device=150, per_address=0, refused=15)
    assert limits.divided(7).per_device * 7 >= 600  # a share is never nothing, which would be no limit
    assert Limits(refused=1).divided(8).refused == 1


def test_guessing_is_slowed_down_and_a_known_device_at_that_address_goes_on(central: Central, tick: Ticking) -> None:
    device = central.device("5007")
    gate = Gate(create_app(central.endpoint), Limits(refused=3), tick)
    assert calls(gate, device, [device.token, "a", "b", "c", "d", "e"]) == [200, 401, 401, 401, 429, 429]
    assert calls(gate, device, [device.token] * 3) == [200, 200, 200]
    tick.now += 20
    assert calls(gate, device, ["f", "g"]) == [401, 429]


@pytest.mark.parametrize("first", [b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"], ids=["at once", "after one"])
def test_a_head_that_never_ends_is_given_up(
    sqlite_central: Central, monkeypatch: pytest.MonkeyPatch, first: bytes
) -> None:
    """Whether it is the connection's first or comes after a request that was answered."""
    monkeypatch.setattr(heads, "HEAD_SECONDS", 0.3)
    config = uvicorn.Config(create_app(sqlite_central.endpoint), log_config=None, lifespan="off")
    config.load()

    async def asked() -> None:
        loop, state = asyncio.get_running_loop(), ServerState()
        listening = await loop.create_server(lambda: PatientProtocol(config, state, {}), "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
        writer.write(first)
        if first:
            assert b" 200 " in await reader.readline()
            await reader.readuntil(b'{"status":"ok"}')
        writer.write(b"POST /v1/sync HTTP/1.1\r\nHo")
        assert await asyncio.wait_for(reader.read(), 20) == b""
        assert not state.connections
        writer.close()
        listening.close()
        await listening.wait_closed()

    asyncio.run(asked())


def test_a_piece_of_a_photo_that_falls_silent_is_kept_as_far_as_it_came(central: Central) -> None:
    device, photo, record = central.device("5007"), bytes(range(200)), new_id()
    name = hashlib.sha256(photo).hexdigest()
    named = {"first_name": "สมชาย", "last_name": "ตัวอย่าง", "photo": [name]}
    device.send(device.group(device.edit(record, named), dataset="leader", entity="leader"))
    app = create_app(central.endpoint, stall=0.05)
    place = BlobPlace(name, record, device.id, device.token)

    def put(start: int, *parts: bytes | None) -> tuple[int, Any, str]:
        told = place.headers | {"content-range": Piece(start, len(photo), photo[start:]).content_range}
        headers = {key.replace("-", "_"): text for key, text in told.items()}
        status, _, said = asyncio.run(answered(app, iter(parts), f"PUT {place.path}", **headers))
        return status, said.get("offset"), said.get("code", "")

    assert put(0, None) == (408, None, "body-stalled")
    assert put(0, photo[:3], photo[3:70], None) == (200, 70, "")
    assert put(70, photo[70:], b"more") == (413, None, "body-too-large")
    assert put(70, photo[70:]) == (200, 200, "")
    assert give_piece(central.endpoint, place, None).data == photo
