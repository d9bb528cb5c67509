"""Files that must not be taken: a stranger's, damaged ones, another office's, newer ones. Nothing is written."""

from __future__ import annotations

import base64

import msgspec
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select
from stick import central_takes, take, write

from cdd_desktop.central.tables.rows import BatchRow, ChangeRow, DeviceRow, EnrolmentCodeRow, RecordRow
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.carry_file import read_carried
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import OutboxRow, ReceiptRow
from cdd_desktop.sync.filed import BATCH, RECEIPT, AnswerFile, BatchFile
from cdd_desktop.sync.files import open_file, seal_file
from cdd_desktop.sync.signing import public_text

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def at_central(world) -> list[object]:
    with world.central.endpoint.database.read() as session:
        rows = (BatchRow, ChangeRow, DeviceRow, RecordRow)
        counts = [session.scalar(select(func.count()).select_from(row)) for row in rows]
        return [*counts, sorted(session.scalars(select(EnrolmentCodeRow.used_at)))]


def on_desk(desk) -> list[object]:
    with desk.workplace.store.read() as session:
        counts = [session.scalar(select(func.count()).select_from(row)) for row in (OutboxRow, ReceiptRow)]
        return [
            *counts,
            read_meta(session, Meta.CURSOR),
            read_meta(session, Meta.ANCHOR),
            read_meta(session, Meta.TOKEN),
        ]


def refusal(action, *arguments) -> str:
    with pytest.raises(RefusedError) as refused:
        action(*arguments)
    return refused.value.code


def spoiled(data: bytes, step: int = 1) -> list[bytes]:
    """The file cut at every byte, and with every byte changed in one bit that differs from place to place; with a
    step, at every so-manieth of them."""
    cut = [data[:length] for length in range(0, len(data), step)]
    places = range(0, len(data), step)
    flipped = [data[:i] + bytes([data[i] ^ (1 << i % 8)]) + data[i + 1 :] for i in places]
    return [*cut, *flipped, data[:-1], data + b"x", data + data]


DAMAGED = {"file-damaged", "file-not-for-us"}


def test_every_cut_and_every_changed_byte_is_refused_and_nothing_written(world):
    """The batch at central byte for byte; the same reading serves the province and the way home."""
    desk, province = world.desk(), world.desk("50")
    province.sync()
    desk.save(ORGANISATION)
    file = write(desk).data
    before = at_central(world), on_desk(province)
    for data in spoiled(file):
        assert refusal(central_takes, world, data) in DAMAGED
    for data in spoiled(file, 13):
        assert refusal(take, province, data) in DAMAGED
    assert (at_central(world), on_desk(province)) == before
    assert province.workplace.read(read_carried) == ()
    note, home = take(province, file).answer, central_takes(world, file)
    held = on_desk(desk)
    for data in (*spoiled(note, 13), *spoiled(home, 13)):
        assert refusal(take, desk, data) in DAMAGED
    assert on_desk(desk) == held
    assert take(desk, home).received == 1


def test_who_may_open_and_sign(world):
    desk, neighbour, province = world.desk(), world.desk("5001"), world.desk("50")
    for one in (desk, neighbour, province):
        one.sync()
    desk.save(ORGANISATION)
    file = write(desk).data
    before = at_central(world)
    assert refusal(take, neighbour, file) == "file-not-for-us"
    assert refusal(take, desk, file) == "file-not-for-us"  # it goes to central, not home
    home = central_takes(world, file)
    assert refusal(take, neighbour, home) == "file-not-for-us"
    assert refusal(take, province, home) == "file-not-for-us"
    assert refusal(central_takes, world, home) == "file-not-for-us"
    assert before != at_central(world)


def test_a_strangers_key_is_none(world):
    """Sealed to the right people, but signed by somebody else: in another's name, or as a device nobody enrolled."""
    desk, province = world.desk(), world.desk("50")
    for one in (desk, province):
        one.sync()
    desk.save(ORGANISATION)
    keys = world.central.endpoint.keys
    message = open_file(write(desk).data, [keys.sealing]).read(BatchFile)
    stranger = Ed25519PrivateKey.generate()
    before = at_central(world)
    as_device = msgspec.structs.replace(message, device_key=public_text(stranger))
    assert refusal(central_takes, world, seal_file(BATCH, message, stranger, [keys.sealing_key])) == "file-signature"
    assert refusal(central_takes, world, seal_file(BATCH, as_device, stranger, [keys.sealing_key])) == "file-signature"
    assert at_central(world) == before
    home = open_file(central_takes(world, write(desk).data), [_device_key(desk)]).read(AnswerFile)
    forged = seal_file(RECEIPT, home, stranger, [public_text(_device_key(desk))])
    held = on_desk(desk)
    assert refusal(take, desk, forged) == "file-signature"
    assert on_desk(desk) == held


def test_a_newer_format_and_another_kind_say_so(world):
    desk = world.desk()
    keys = world.central.endpoint.keys
    recipient = [keys.sealing.to_public()]
    before = at_central(world)
    for head, code in (
        (b"CDDFILE 2 batch\n", "file-newer"),
        (b"CDDFILE 1 film\n", "file-newer"),
        (b"CDDFILE 1 receipt\n", "file-kind"),
        (b"PK\x03\x04", "file-damaged"),
    ):
        assert refusal(central_takes, world, pyrage.encrypt(head + bytes(200), recipient)) == code
    assert refusal(central_takes, world, b"not a file of ours") == "file-damaged"
    assert refusal(take, desk, b"") == "file-damaged"
    assert at_central(world) == before


def test_an_office_outside_the_province_is_not_carried(world):
    desk, province = world.desk(), world.desk("50")
    for one in (desk, province):
        one.sync()
    message = open_file(write(desk).data, [world.central.endpoint.keys.sealing]).read(BatchFile)
    office = world.central.endpoint.keys.office_key("50")
    elsewhere = msgspec.structs.replace(message, unit="5101")
    file = seal_file(BATCH, elsewhere, _device_key(desk), [public_text(office)])
    assert refusal(take, province, file) == "file-wrong-office"
    assert province.workplace.read(read_carried) == ()


def _device_key(desk) -> Ed25519PrivateKey:
    with desk.workplace.store.read() as session:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(read_meta(session, Meta.DEVICE_KEY)))
