"""Photos and files at central, on both databases: pieces from any byte on, proved, kept once, and who may have them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from central_driver import Central, Device, new_id
from central_report import Report
from sqlalchemy import func, select

from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync import blobs
from cdd_desktop.central.sync.blobs import give_piece, read_states, take_piece
from cdd_desktop.central.tables.rows import BlobHolderRow, BlobPartRow, BlobRow
from cdd_desktop.clock import FixedClock
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.protocol import LARGEST_BLOB, BlobsAnswer, BlobsRequest, BlobState, WantedBlob

PHOTO = bytes(range(256)) * 40
NAME = hashlib.sha256(PHOTO).hexdigest()


def leader(device: Device, *names: str) -> str:
    """A leader at central whose photo is named."""
    record = new_id()
    group = device.group(
        device.edit(record, {"first_name": "สมชาย", "last_name": "ตัวอย่าง", "photo": list(names)}),
        dataset="leader",
        entity="leader",
    )
    result = device.send(group)[0]
    assert result.status == "stored", result
    return record


def place(device: Device, record: str, name: str = NAME) -> BlobPlace:
    return BlobPlace(name, record, device.id, device.token)


def put(central: Central, where: BlobPlace, start: int, stop: int, whole: bytes = PHOTO) -> BlobState:
    body = take_piece(central.endpoint, where, Piece(start, len(whole), whole[start:stop]))
    return msgspec.json.decode(body, type=BlobState)


def asked(central: Central, device: Device, record: str, name: str = NAME, **other: str) -> BlobState:
    request = BlobsRequest(
        **{"device": device.id, "unit": device.unit, **other}, blobs=[WantedBlob(sha256=name, record=record)]
    )
    answer = msgspec.json.decode(
        read_states(central.endpoint, msgspec.json.encode(request), device.token), type=BlobsAnswer
    )
    assert answer.epoch == device.epoch
    return answer.blobs[0]


def problem(work: Callable[[], object]) -> tuple[int, str]:
    with pytest.raises(ProblemError) as refused:
        work()
    return refused.value.status, refused.value.code


def counts(central: Central) -> tuple[int, ...]:
    with central.endpoint.database.read() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(row)) or 0 for row in (BlobRow, BlobHolderRow, BlobPartRow)
        )


def test_pieces_join_at_any_byte_and_the_whole_is_kept_once(central: Central, address: tuple[str, Path]) -> None:
    device = central.device("5007")
    record, other = leader(device, NAME), leader(device, NAME)
    where, size = place(device, record), len(PHOTO)
    assert asked(central, device, record) == BlobState(sha256=NAME)
    assert put(central, where, 0, 1).offset == 1
    assert put(central, where, 1, 700).offset == 700
    assert put(central, where, 1, 700).offset == 700  # its answer was lost
    assert put(central, where, 300, 901).offset == 901  # overlaps
    with pytest.raises(ProblemError) as gap:
        put(central, where, 902, size)
    assert (gap.value.code, gap.value.params) == ("blob-offset", {"offset": 901})
    assert problem(lambda: give_piece(central.endpoint, where, None)) == (404, "blob-unknown")
    again = Central(*address, central.clock)  # central is restarted
    assert asked(again, device, record) == BlobState(sha256=NAME, size=size, offset=901)
    assert put(again, where, 901, size).offset == size
    again.close()
    assert asked(central, device, other) == BlobState(sha256=NAME, size=size, offset=size)
    assert put(central, place(device, other), 0, size).offset == size
    assert counts(central) == (1, 1, 0)
    with central.endpoint.database.read() as session:
        body = session.scalar(select(BlobRow.body))
    assert body is not None
    assert PHOTO[:64] not in body
    assert give_piece(central.endpoint, where, None).data == PHOTO
    got = give_piece(central.endpoint, where, (5, 99999))
    assert (got.data, got.content_range) == (PHOTO[5:], f"bytes 5-{size - 1}/{size}")
    assert problem(lambda: give_piece(central.endpoint, where, (size, size + 1))) == (416, "blob-range")


def test_bytes_that_are_not_what_they_are_called_are_dropped_and_come_anew(central: Central) -> None:
    device = central.device("5007")
    where = place(device, leader(device, NAME))
    wrong = bytes(len(PHOTO))
    put(central, where, 0, 100, wrong)
    assert problem(lambda: put(central, where, 100, len(PHOTO))) == (422, "blob-hash")
    assert counts(central) == (0, 0, 0)
    put(central, where, 0, 100)
    assert put(central, where, 0, 60, PHOTO + b"longer").offset == 60  # another size: begun anew
    put(central, where, 0, 100)
    assert put(central, where, 100, len(PHOTO)).offset == len(PHOTO)
    assert give_piece(central.endpoint, where, None).data == PHOTO


def test_only_what_the_own_records_name_is_taken_and_given(central: Central) -> None:
    device, neighbour, province = central.device("5007"), central.device("5001"), central.device("50")
    record = leader(device, NAME)
    where = place(device, record)
    put(central, where, 0, len(PHOTO))
    foreign = [place(neighbour, record), place(province, record), BlobPlace("0" * 64, record, device.id, device.token)]
    for one in foreign:
        assert problem(lambda one=one: take_piece(central.endpoint, one, Piece(0, 1, b"x"))) == (404, "blob-unnamed")
        assert problem(lambda one=one: give_piece(central.endpoint, one, None)) == (404, "blob-unknown")
    assert asked(central, neighbour, record).code == "blob-unnamed"
    # Whoever names the same photo has to show it before it is theirs.
    copied = leader(neighbour, NAME)
    assert asked(central, neighbour, copied) == BlobState(sha256=NAME)
    assert problem(lambda: give_piece(central.endpoint, place(neighbour, copied), None)) == (404, "blob-unknown")
    put(central, place(neighbour, copied), 0, len(PHOTO))
    assert counts(central) == (1, 2, 0)
    stranger = BlobPlace(NAME, record, device.id, "wrong")
    assert problem(lambda: give_piece(central.endpoint, stranger, None)) == (401, "device-unknown")
    assert problem(lambda: take_piece(central.endpoint, stranger, Piece(0, 1, b"x"))) == (401, "device-unknown")
    assert problem(lambda: asked(central, device, record, unit="5001")) == (403, "unit-mismatch")
    assert problem(lambda: asked(central, device, record, "no hash")) == (400, "body-unreadable")
    device.send(device.group(device.edit(record, {}, base=1, deleted=True), dataset="leader", entity="leader"))
    assert problem(lambda: give_piece(central.endpoint, where, None)) == (404, "blob-unknown")


def test_sizes_are_bounded_and_what_was_left_half_way_makes_room(
    sqlite_central: Central, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    central, device = sqlite_central, sqlite_central.device("5007")
    third = b"3" * (len(PHOTO) - 5)
    names = [hashlib.sha256(data).hexdigest() for data in (b"second", third)]
    record = leader(device, NAME, *names)
    large = Piece(0, LARGEST_BLOB + 1, b"x")
    assert problem(lambda: take_piece(central.endpoint, place(device, record), large)) == (413, "blob-too-large")
    monkeypatch.setattr(blobs, "QUOTA", len(PHOTO) + 5)
    put(central, place(device, record), 0, 9)
    put(central, place(device, record, names[0]), 0, 6, b"second")
    last = place(device, record, names[1])
    assert problem(lambda: put(central, last, 0, 9, third)) == (403, "blob-quota")
    central.endpoint.clock = FixedClock(clock.now() + blobs.PARTS_KEPT + timedelta(days=1))
    assert put(central, last, 0, 9, third).offset == 9
    assert asked(central, device, record).offset == 0
    assert counts(central) == (1, 1, 1)


def test_a_province_is_given_what_a_certified_list_of_its_districts_names(central: Central) -> None:
    device = central.device("5007")
    above, beside, country = central.device("50"), central.device("51"), central.device("00")
    report = Report(device)
    report.quarter = tuple(replace(one, content={**one.content, "photos": [NAME]}) for one in report.quarter)
    record = report.quarter[0].id
    report.enter()
    put(central, place(device, record), 0, len(PHOTO))
    assert problem(lambda: give_piece(central.endpoint, place(above, record), None)) == (404, "blob-unknown")
    assert [one.status for one in device.send(report.moves(report.propose(), report.certify()))] == ["stored"] * 2
    assert give_piece(central.endpoint, place(above, record), (0, 9)).data == PHOTO[:9]
    for other in (beside, country):
        assert problem(lambda other=other: give_piece(central.endpoint, place(other, record), None))[0] == 404
    assert problem(lambda: put(central, place(above, record), 0, 9)) == (404, "blob-unnamed")
