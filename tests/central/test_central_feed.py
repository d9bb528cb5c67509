"""The cursor has no hole: numbers of one province are given in the order of commits, whoever commits when."""

from __future__ import annotations

import threading

import pytest
from central_driver import Central, new_id
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from cdd_desktop.central.tables.feed import RECORD, Touched, read_page
from cdd_desktop.sync.cursor import read_cursor, write_cursor


def touch(session: Session, key: str, unit: str = "5007") -> None:
    touched = Touched()
    touched.add(RECORD, key, unit)
    touched.flush(session)


def test_a_number_that_can_be_seen_has_no_smaller_one_to_come(postgres_central: Central) -> None:
    """The first writer takes its number and is slow to commit; the second cannot overtake it."""
    database = postgres_central.endpoint.database
    with database.read() as session:
        before = read_page(session, "5007", {}, 100).cursor
    with database.write() as slow:
        touch(slow, "slow")
        with database.write() as quick:
            quick.execute(text("SET LOCAL lock_timeout = '100ms'"))
            with pytest.raises(OperationalError):
                touch(quick, "quick")
            quick.rollback()
        with database.read() as session:
            between = read_page(session, "5007", before, 100)
        assert between.keys == {}
    with database.write() as quick:
        touch(quick, "quick")
    with database.read() as session:
        assert read_page(session, "5007", between.cursor, 100).keys == {RECORD: ["slow", "quick"]}


def test_a_plain_sequence_would_skip(postgres_central: Central) -> None:
    """The same schedule with a sequence: the reader passes the slow writer's number before it can be seen."""
    database = postgres_central.endpoint.database
    with database.write() as session:
        session.execute(text("CREATE TABLE plain (seq bigserial PRIMARY KEY, key text)"))
    insert, after = text("INSERT INTO plain (key) VALUES (:key)"), text("SELECT seq, key FROM plain WHERE seq > :seq")
    with database.write() as slow:
        slow.execute(insert, {"key": "slow"})
        with database.write() as quick:
            quick.execute(insert, {"key": "quick"})
        with database.read() as session:
            between = session.execute(after, {"seq": 0}).all()
    assert [key for _, key in between] == ["quick"]
    with database.read() as session:
        assert session.execute(after, {"seq": between[-1][0]}).all() == []  # "slow" is lost to this reader


def test_a_reader_among_many_writers_misses_nothing(postgres_central: Central) -> None:
    central = postgres_central
    devices = [central.device(unit) for unit in ("5001", "5002", "5007", "5007")]
    province = central.device("50")
    failures: list[BaseException] = []
    seen: list[str] = []
    done = threading.Event()

    def write(number: int) -> None:
        try:
            for turn in range(8):
                _, result = devices[number].save({"name_th": f"กลุ่ม {number} {turn}", "tambon_code": "500701"})
                assert result.status == "stored", result
        except BaseException as error:
            failures.append(error)

    def read() -> None:
        cursor = read_cursor(province.cursor)
        last = False
        while not last:
            last = done.is_set()
            with central.endpoint.database.read() as session:
                page = read_page(session, "5007", cursor, 3)
            seen.extend(page.keys.get(RECORD, []))
            cursor = page.cursor
            last = last and not page.more

    writers = [threading.Thread(target=write, args=(number,)) for number in range(len(devices))]
    reader = threading.Thread(target=read)
    for thread in (*writers, reader):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert not failures
    expected = {record for device in devices[2:] for record in device.held}
    assert set(seen) == expected
    codes = sorted(row.code for device in devices[2:] for row in device.held.values())
    assert len(codes) >= 16


def test_pages_follow_the_cursor_to_the_end(central: Central) -> None:
    device = central.device("5007")
    for turn in range(7):
        device.save({"name_th": f"กลุ่ม {turn}", "tambon_code": "500701"})
    central.endpoint.page = 2
    second = central.device("5007")
    assert set(second.held) == set(device.held)
    assert second.exchange().more is False


def test_a_thing_changed_again_is_told_once_at_its_new_number(central: Central) -> None:
    first, second = central.device("5007"), central.device("5007")
    record, _ = first.save({"name_th": "กลุ่ม", "tambon_code": "500701"})
    first.save({"moo": 2}, record, base=1)
    first.save({"moo": 3}, record, base=2)
    answer = second.exchange()
    assert [(row.id, row.rev) for row in answer.pulled.records] == [(record, 3)]


@pytest.mark.parametrize("odd", ["x", "50", "50:", "50:-1", "50:1,", "50:" + "9" * 30, "50:999999", "1e9:5", "๕๐:๑"])
def test_an_odd_cursor_starts_again(sqlite_central: Central, odd: str) -> None:
    device = sqlite_central.device("5007")
    device.save({"name_th": "กลุ่ม", "tambon_code": "500701"})
    second = sqlite_central.device("5007")
    second.held.clear()
    second.cursor = odd
    second.sync()
    assert len(second.held) == 1


def test_another_epoch_ignores_the_cursor_and_tells_everything(sqlite_central: Central) -> None:
    device = sqlite_central.device("5007")
    for turn in range(7):
        device.save({"name_th": f"กลุ่ม {turn}", "tambon_code": "500701"})
    held, epoch = dict(device.held), device.epoch
    sqlite_central.endpoint.page = 2
    device.held.clear()
    device.epoch = new_id()
    device.sync()
    assert device.held.keys() == held.keys()
    assert device.epoch == epoch
    assert device.save({"name_th": "กลุ่มใหม่", "tambon_code": "500701"})[1].status == "stored"


def test_the_cursor_reads_back() -> None:
    assert read_cursor(write_cursor({"50": 7, "00": 3})) == {"00": 3, "50": 7}
