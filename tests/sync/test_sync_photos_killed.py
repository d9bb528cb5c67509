"""``kill -9`` in the middle of a photo, at either end, and a line that falls silent: it goes on at the byte, and comes
once and whole."""

from __future__ import annotations

import threading
from random import Random

from loopback import CuttingProxy
from mortal import NEVER, MortalCentral, ended, open_again, processes, send_until, sync_once
from sync_world import Desk, World
from test_sync_attachments import held, offset, photographed, pieces_of

from cdd_desktop.operations.attachments import read_waiting_photos
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

PIECE = 8_000
STEPS = range(2, 200, 5)


def send_records(desk: Desk) -> None:
    """Everything but the photos, as on a line paid by volume."""
    gateway = HttpGateway([desk.address])
    outcome = SyncEngine(desk.workplace, gateway, desk.clock, photos=False).run(threading.Event(), lambda _: None)
    gateway.close()
    assert (outcome.left, outcome.photos_left) == (0, 1)


def with_a_photo(desk: Desk, number: int, size: int) -> None:
    """Another leader with a photo that waits, and nothing else does."""
    photographed(desk, Random(number).randbytes(size), first_name=f"คนที่ {number:03}")
    send_records(desk)


def place_of(desk: Desk):
    return (desk.workplace.profile, desk.workplace.store._key, desk.workplace.person.id)


def test_a_machine_killed_in_the_middle_of_a_piece_goes_on_at_the_byte(world: World) -> None:
    """The line falls silent after so many bytes, and there the machine's process ends."""
    desk, proxy = world.desk(), CuttingProxy(world.central.port)
    pieces_of(desk, PIECE)
    with_a_photo(desk, 1, 5 * PIECE)
    place, proxy.silent = place_of(desk), True
    reached = [0]
    for up in (6_001, 13_333, 11_999):
        desk.workplace.close()
        proxy.up = up
        proxy.holding.clear()
        process = processes().Process(target=send_until, args=(place, proxy.address, NEVER))
        process.start()
        assert proxy.holding.wait(20)
        process.kill()
        assert ended(process, ask=False)
        world.central.stop()  # it has heard of the end, and is restarted
        world.central.start()
        reached.append(offset(world))
        assert reached[-1] > reached[-2]
        assert reached[-1] % PIECE
        desk.workplace = open_again(*place)
    proxy.close()
    gateway, began = HttpGateway([desk.address]), []
    put = gateway.put_piece

    def noted(where, piece):
        began.append(piece.start)
        return put(where, piece)

    gateway.put_piece = noted
    outcome = SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), lambda _: None)
    gateway.close()
    assert (outcome.photos, outcome.photos_left, began[0]) == (1, 0, reached[-1])
    assert held(world) == (1, 0)


def test_a_line_that_falls_silent_in_a_piece_is_given_up_and_goes_on_at_the_byte(world: World) -> None:
    """Half a minute without a byte, short here; the kept answer of central is heard at the next contact."""
    desk, proxy = world.desk(), CuttingProxy(world.central.port)
    pieces_of(desk, PIECE)
    with_a_photo(desk, 1, 5 * PIECE)
    proxy.silent, reached = True, [0]
    for proxy.up, proxy.down in ((9_001, None), (None, 700), (12_345, None)):
        assert desk.sync(proxy.address, stall=0.3).code == "connection-lost"
        assert proxy.holding.is_set()
        world.central.stop()
        world.central.start()
        reached.append(offset(world))
        assert reached[-1] >= reached[-2]
    proxy.close()
    assert reached[-1] > reached[1] > 0
    assert (desk.sync().photos, held(world)) == (1, (1, 0))


def test_a_machine_killed_at_every_fifth_step_of_sending_a_photo(world: World) -> None:
    desk = world.desk()
    pieces_of(desk, PIECE)
    place = place_of(desk)
    for number, last in enumerate(STEPS, 1):
        with_a_photo(desk, number, PIECE + 999)
        desk.workplace.close()
        process = processes().Process(target=send_until, args=(place, desk.address, last))
        process.start()
        died = ended(process, ask=False)
        desk.workplace = open_again(*place)
        outcome = desk.sync()
        assert (outcome.code, outcome.photos_left, held(world)) == ("sync-done", 0, (number, 0)), last
        assert desk.workplace.read(read_waiting_photos) == ()
        if not died:
            break
    assert 4 < number < len(STEPS)


def test_central_killed_at_every_fifth_step_of_taking_a_photo(world: World) -> None:
    desk = world.desk()
    pieces_of(desk, PIECE)
    mortal = MortalCentral(str(world.central.database), world.central.port)
    for number, last in enumerate(STEPS, 1):
        with_a_photo(desk, number, PIECE + 999)
        world.central.stop()
        process = mortal.start(last)
        code = sync_once(desk.workplace, desk.address)
        assert code in ("sync-done", "connection-lost", "no-connection"), (last, code)
        died = ended(process, ask=code == "sync-done")
        world.central.start()
        outcome = desk.sync()
        assert (outcome.code, outcome.photos_left, held(world)) == ("sync-done", 0, (number, 0)), last
        if not died:
            break
    assert 4 < number < len(STEPS)
