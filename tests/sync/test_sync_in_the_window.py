"""The sync screen with lines as they are: stopped by its button, a sign-in page, the line back, a merge; each in words
on the card and in the journal of contacts."""

from __future__ import annotations

import time
from datetime import timedelta

from entry_office import Office, Sitting
from loopback import Answering, http
from sync_world import Desk
from test_sync_service import ORGANISATION, points_to

from cdd_desktop.clock import FixedClock
from cdd_desktop.settings import Settings
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.widgets import Label

PAGE = http("200 OK", b"<html>Sign in to the hotel's network</html>", kind="text/html")


def sit_down(qtbot, desk: Desk) -> tuple[Sitting, OutboxScreen]:
    """The machine's own person before its sync screen."""
    sitting = Sitting(qtbot, Office(desk.workplace.profile, desk.clock), "")
    sitting.program.desk.opened.emit(desk.workplace)
    sitting.open(None, "outbox")
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    return sitting, screen


def journal(sitting: Sitting, screen: OutboxScreen) -> list[str]:
    """The sentences of the journal, the newest first."""
    sitting.idle()
    texts = [label.full_text() for label in screen.contacts.findChildren(Label) if label.isVisibleTo(screen)]
    return texts[2::2]  # after the heading each line is an instant and a sentence


def press_send(sitting: Sitting, screen: OutboxScreen) -> None:
    screen.send.click()
    sitting.idle()
    sitting.idle()


def test_stop_works_at_once_and_a_sign_in_page_is_told(world, qtbot):
    desk = world.desk()
    desk.save(ORGANISATION)
    sitting, screen = sit_down(qtbot, desk)
    silent = Answering(None)
    points_to(desk, silent.address)
    screen.send.click()
    assert screen.sending.standing.running
    assert screen.sending.stop.isVisible()
    assert silent.asked.wait(20)
    began = time.perf_counter()
    screen.sending.stop.click()
    assert time.perf_counter() - began < 0.1
    assert not screen.sending.standing.running
    assert not screen.sending.stop.isVisible()
    assert screen.sending.standing.title == "การเปลี่ยนแปลงรอส่ง 1 ครั้ง"
    sitting.idle()
    silent.close()
    assert journal(sitting, screen)[0].startswith("หยุดตามที่สั่ง")
    assert "เหลือรอส่ง 1 ครั้ง" in journal(sitting, screen)[0]

    portal = Answering(PAGE)
    points_to(desk, portal.address)
    for _ in range(2):
        press_send(sitting, screen)
    portal.close()
    standing = screen.sending.standing
    assert (standing.title, standing.chip) == ("เครือข่ายนี้ต้องลงชื่อเข้าใช้ก่อน", "ยังส่งไม่สำเร็จ")
    assert "ให้เปิดเว็บเบราว์เซอร์ ลงชื่อเข้าใช้ในหน้าที่ขึ้นมา" in standing.note
    assert "ไม่มีข้อมูลใดหาย" in standing.note
    told = journal(sitting, screen)[0]
    assert told.startswith("เครือข่ายนี้ให้ลงชื่อเข้าใช้ก่อน")
    assert told.endswith("(ติดต่อกัน 2 ครั้ง)")
    sitting.end()


def test_when_the_line_is_back_it_goes_by_itself_and_a_merge_is_said(world, qtbot):
    desk, colleague = world.desk(), world.desk()
    record = desk.save(ORGANISATION)
    desk.sync()
    colleague.sync()
    colleague.save({"chair_name": "ประธานคนใหม่"}, record)
    colleague.sync()
    desk.save({"remark": "ย้ายที่ทำการ"}, record)
    sitting, screen = sit_down(qtbot, desk)
    points_to(desk, "http://127.0.0.1:9")
    press_send(sitting, screen)
    assert screen.sending.standing.title == "ติดต่อส่วนกลางไม่สำเร็จ"
    points_to(desk, desk.address)
    sitting.program.sync.use_settings(Settings(language="th", background_sync=True, metered_sync=True))
    sitting.program.sync.line_returned()
    qtbot.waitUntil(lambda: sitting.program.sync.status.online, timeout=30_000)
    sitting.idle()
    assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
    lines = journal(sitting, screen)
    [merged] = [line for line in lines if line.startswith("รวมให้แล้ว ไม่ต้องทำอะไร")]
    assert f"{desk.row(record).title} ({colleague.enrolment.people[0].name} บันทึก" in merged
    assert any(line.startswith("ส่งการเปลี่ยนแปลง 1 ครั้ง") for line in lines)
    assert desk.content(record)["chair_name"] == "ประธานคนใหม่"
    sitting.end()


def test_a_line_paid_by_volume_is_told_with_both_ways_on(world, qtbot):
    desk = world.desk()
    points_to(desk, desk.address)
    desk.save(ORGANISATION)
    sitting, screen = sit_down(qtbot, desk)
    sync = sitting.program.sync
    sync.metered = lambda: True
    sync.use_settings(Settings(language="th", background_sync=True))
    sync._look()
    sitting.idle()
    standing = screen.sending.standing
    assert (standing.title, standing.chip) == ("การเปลี่ยนแปลงรอส่ง 1 ครั้ง", "ยังไม่ได้ส่ง")
    assert standing.note.startswith("เครือข่ายขณะนี้คิดเงินตามปริมาณ จึงรอเครือข่ายอื่นก่อน")
    assert journal(sitting, screen)[0].startswith("เครือข่ายขณะนี้คิดเงินตามปริมาณ จึงยังไม่ส่งเอง")
    assert screen.send.isEnabled()
    press_send(sitting, screen)
    assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
    assert journal(sitting, screen)[0].startswith("ส่งการเปลี่ยนแปลง 1 ครั้ง")
    sync.use_settings(Settings(language="th", background_sync=False))
    sitting.end()


def test_while_the_screen_is_locked_it_goes_on_and_nothing_of_it_is_shown(world, qtbot):
    desk = world.desk()
    points_to(desk, desk.address)
    desk.save(ORGANISATION)
    sitting, screen = sit_down(qtbot, desk)
    sitting.window.lock()
    assert not screen.isVisible()
    sync = sitting.program.sync
    sync.use_settings(Settings(language="th", background_sync=True, metered_sync=True))
    sync._look()
    qtbot.waitUntil(lambda: sync.status.online, timeout=30_000)
    sitting.idle()
    assert desk.states() == []
    assert sitting.window.locked
    assert not screen.isVisible()
    shown = [label for label in sitting.window.findChildren(Label) if label.isVisible()]
    assert not [label for label in shown if ORGANISATION["name_th"] in label.full_text()]
    sync.use_settings(Settings(language="th", background_sync=False))
    sitting.end()


def test_a_clock_that_is_wrong_is_told_until_it_is_set(world, qtbot):
    desk = world.desk()
    points_to(desk, desk.address)
    desk.save(ORGANISATION)
    desk.clock = desk.workplace.clock = FixedClock(world.clock.now() - timedelta(hours=3))
    sitting, screen = sit_down(qtbot, desk)
    for _ in range(2):
        press_send(sitting, screen)
        assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
        assert "นาฬิกาของเครื่องนี้ช้ากว่าของส่วนกลาง 3 ชั่วโมง" in screen.sending.standing.note
    lines = journal(sitting, screen)
    assert [line.startswith("นาฬิกาของเครื่องนี้ไม่ตรง") for line in lines].count(True) == 1
    desk.clock.advance(timedelta(hours=3))
    press_send(sitting, screen)
    assert "นาฬิกา" not in screen.sending.standing.note
    sitting.end()
