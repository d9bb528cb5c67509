"""A photo chosen in the form of a district is seen by the province that looks at the certified record."""

from __future__ import annotations

from pathlib import Path

from entry_office import Sitting
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_dashboard_journey import Province, move, operate, synchronise
from test_unseen_journey import FIRST_NAME, LEADERS, SEPTEMBER, enter_leaders

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.entry.editors.photo import PhotoEditor
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.review.photos import PhotoDialog
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.settings.screen import SettingsScreen


def take_a_photo(qtbot: QtBot, places: Province, file: Path) -> None:
    office, enrolment = places.district
    sitting = Sitting(qtbot, office, person=enrolment.people[0].id)
    leader = next(one for one in sitting.workplace.read(read_registers, LEADERS.dataset) if FIRST_NAME in one.title)
    sitting.open(EntryTarget(LEADERS, EntryRef(leader.entity, LEADERS, leader.record_id)))
    sitting.idle()
    editor_of(sitting).add_file(file)
    qtbot.waitUntil(lambda: editor_of(sitting).note.text() == "ภาพยังไม่ส่ง", timeout=10_000)
    sitting.idle()
    sitting.end()


def editor_of(sitting: Sitting) -> PhotoEditor:
    assert sitting.entry.panel.form is not None
    editor = sitting.entry.panel.form.boxes["photo"].editor
    assert isinstance(editor, PhotoEditor)
    return editor


def look_at_it(qtbot: QtBot, places: Province) -> None:
    office, enrolment = places.province
    sitting = Sitting(qtbot, office, person=enrolment.people[0].id)
    sitting.open(LEADERS, "review")
    sitting.idle()
    review = sitting.window.screen_named("review")
    assert isinstance(review, ReviewScreen)
    rows = range(review.entries.rowCount())
    row = next(number for number in rows if FIRST_NAME in review.entries.row_at(number).title)
    review.list.setCurrentIndex(review.entries.index(row))
    sitting.idle()
    assert review.record.photos.text() == "ภาพ (1)"

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PhotoDialog)
        (tile,) = dialog.strip.tiles.values()
        qtbot.waitUntil(lambda: not tile.image.pixmap().isNull(), timeout=20_000)
        widths.append(tile.image.pixmap().width())
        dialog.accept()

    widths: list[int] = []
    QTimer.singleShot(0, look)
    review.record.photos.click()
    assert widths[0] > 200
    sitting.end()


def test_a_line_paid_by_volume_keeps_photos_here_until_the_setting_allows_them(qtbot: QtBot, tmp_path: Path) -> None:
    places = Province(tmp_path, FixedClock(SEPTEMBER))
    try:
        operate(places.district, 0, enter_leaders)
        take_a_photo(qtbot, places, drawn(tmp_path))
        office, enrolment = places.district
        sitting = Sitting(qtbot, office, person=enrolment.people[0].id)
        sitting.program.sync.metered = lambda: True
        outbox = send_in_the_window(sitting)
        assert outbox.sending.standing.title == "ภาพและไฟล์รอส่ง 1 รายการ"
        assert "ส่วนกลางรับรายการครบแล้ว" in outbox.sending.standing.note
        assert "ไม่ส่งผ่านเครือข่ายที่คิดเงินตามปริมาณ" in outbox.sending.standing.note
        sitting.open(None, "settings")
        settings = sitting.window.screen_named("settings")
        assert isinstance(settings, SettingsScreen)
        settings.background.click()  # in a test nothing goes by itself
        settings.metered.click()
        outbox = send_in_the_window(sitting)
        assert outbox.sending.standing.title == "ส่วนกลางรับครบแล้ว"
        sitting.end()
    finally:
        places.central.stop()


def send_in_the_window(sitting: Sitting) -> OutboxScreen:
    sitting.open(None, "outbox")
    outbox = sitting.window.screen_named("outbox")
    assert isinstance(outbox, OutboxScreen)
    outbox.send.click()
    sitting.idle()
    sitting.idle()
    return outbox


def drawn(folder: Path) -> Path:
    """A picture file."""
    file, image = folder / "photo.png", QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(file))
    return file


def test_a_photo_of_the_form_is_seen_at_the_province(qtbot: QtBot, tmp_path: Path) -> None:
    places = Province(tmp_path, FixedClock(SEPTEMBER))
    try:
        operate(places.district, 0, enter_leaders)
        take_a_photo(qtbot, places, drawn(tmp_path))
        operate(places.district, 0, move(LEADERS, MoveKind.PROPOSE), synchronise(places.district))
        operate(places.district, 1, move(LEADERS, MoveKind.CERTIFY), synchronise(places.district))
        operate(places.province, 0, synchronise(places.province))
        look_at_it(qtbot, places)
    finally:
        places.central.stop()
