"""Photos are told where they are: in the form, on the sync screen, and to the province that looks at the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Sitting, enrolled_office
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.attachments import Attached, keep_fetched
from cdd_desktop.operations.views import ContactEntry, OutboxView
from cdd_desktop.sync.blobs import Piece
from cdd_desktop.sync.outcome import SyncProgress, SyncStep
from cdd_desktop.ui.entry.editors.photo import shrink
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.outbox.contacts import contact_sentence
from cdd_desktop.ui.outbox.sending import SendingCard
from cdd_desktop.ui.review.photos import PhotoDialog, PhotoStrip
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.words import Words


def picture() -> bytes:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    return shrink(image)


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    opened = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    yield opened
    opened.end()


def test_a_supervisor_sees_what_is_here_and_is_told_what_is_not(thai: None, sitting: Sitting, qtbot: QtBot) -> None:
    here, elsewhere = picture(), "e" * 64
    name = hashlib.sha256(here).hexdigest()
    desk = sitting.window.desk
    desk.workplace.do(keep_fetched, name, Piece(0, len(here), here))
    record = RecordId("r1")
    strip = PhotoStrip(desk, [Attached(name, record), Attached(elsewhere, record)], "นายสมชาย ตัวอย่าง")
    qtbot.addWidget(strip)
    sitting.idle()
    assert not strip.tiles[name].image.pixmap().isNull()
    assert strip.tiles[elsewhere].image.text() == "ยังไม่มีในเครื่องนี้"
    assert strip.note.text().startswith("ติดต่อส่วนกลางไม่ได้")
    assert strip.ask.isEnabled()
    assert strip.ask.isVisibleTo(strip)
    strip.ask.click()
    assert not strip.ask.isEnabled()
    sitting.idle()
    assert strip.ask.isEnabled()


def test_what_is_said_below_the_photos_stands_below_them(thai: None, sitting: Sitting) -> None:
    here = picture()
    name = hashlib.sha256(here).hexdigest()
    desk, record = sitting.window.desk, RecordId("r1")
    desk.workplace.do(keep_fetched, name, Piece(0, len(here), here))
    dialog = PhotoDialog(sitting.window, desk, [Attached(name, record), Attached("e" * 64, record)], "นายสมชาย ตัวอย่าง")
    dialog.show()
    sitting.idle()
    strip = dialog.strip
    enlarge = strip.tiles[name].enlarge
    assert enlarge.isVisible()
    foot = enlarge.mapTo(dialog, enlarge.rect().bottomLeft()).y()
    assert foot < strip.note.mapTo(dialog, strip.note.rect().topLeft()).y()
    dialog.close()


def test_the_sync_screen_counts_photos_and_never_says_all_is_there(qtbot: QtBot) -> None:
    words = Words()
    card = SendingCard(words, Messages(words))
    qtbot.addWidget(card)
    outbox = OutboxView(0, 0, (), (), (), DEMO_NOW, "", photos_waiting=3)
    card.show_status(SyncStatus(), outbox, DEMO_NOW)
    assert card.standing.title == "Photos and files waiting to be sent: 3."
    assert card.standing.chip == "Not sent yet"
    assert "as the line was last" not in card.standing.note
    card.show_status(SyncStatus(), replace(outbox, photo_seconds=700.0), DEMO_NOW)
    assert "About 12 minutes, as the line was last." in card.standing.note
    progress = SyncProgress(SyncStep.PHOTOS, photos=1, photos_total=3, bytes=40, bytes_total=90, seconds_left=200.0)
    card.show_status(SyncStatus(running=True, progress=progress, speed=9_200.0), outbox, DEMO_NOW)
    assert card.standing.title == "Sending photos and files, 2 of 3"
    assert (card.standing.done, card.standing.total) == (40, 90)
    assert "line about 9 kbit/s · about 4 minutes left on this line" in card.standing.note
    entry = ContactEntry(DEMO_NOW, "sync-done", {"photos": 3})
    assert contact_sentence(entry, words, Messages(words)) == "Central has received 3 photos and files"
