"""What the tour does with photos: one in a form, some on their way, and those of a record a province looks at."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, PeriodId, RecordId
from cdd_desktop.operations.attach_photo import attach_photo
from cdd_desktop.operations.attachments import Attached, keep_fetched
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.sync.blobs import Piece
from cdd_desktop.sync.outcome import SyncProgress, SyncStep
from cdd_desktop.ui.entry.editors.photo import PhotoEditor, shrink
from cdd_desktop.ui.entry.screen import EntryScreen
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.review.photos import PhotoDialog
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.tour_camera import page_of

_SKY, _HILLS, _FIELD, _HOUSE = "#bcd7ea", "#5d8a66", "#c9bd6a", "#9c5b3c"
_ELSEWHERE = "e" * 64


def _picture() -> bytes:
    """A house before hills, drawn: no photo of anybody's is needed."""
    image = QImage(900, 640, QImage.Format.Format_RGB32)
    image.fill(QColor(_SKY))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(_HILLS))
    painter.setBrush(QColor(_HILLS))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in ((0, 400), (260, 170), (520, 400))]))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in ((340, 400), (660, 120), (900, 330), (900, 400))]))
    painter.fillRect(0, 400, 900, 240, QColor(_FIELD))
    painter.fillRect(330, 330, 230, 150, QColor(_HOUSE))
    painter.setBrush(QColor("#6b3a24"))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in ((300, 335), (445, 240), (590, 335))]))
    painter.end()
    return shrink(image)


def in_the_form(program: Program) -> None:
    """An officer has added a photo to a leader."""
    workplace = program.desk.workplace
    key = SubmissionKey(workplace.unit.code, DatasetKey("leader"), PeriodId("2561-r1"))
    leaders = workplace.read(read_registers, key.dataset)
    if not leaders:
        return
    ref = EntryRef(leaders[0].entity, key, leaders[0].record_id)
    workplace.do(attach_photo, ref, "photo", _picture())
    program.window.open("entry", EntryTarget(key, ref, path="photo"))
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("entry")
    if isinstance(screen, EntryScreen) and screen.panel.form is not None:
        editor = screen.panel.form.boxes["photo"].editor
        page = page_of(editor)
        if isinstance(editor, PhotoEditor) and page is not None:
            page.ensureWidgetVisible(editor.note)  # what it says stands below the picture


def sending(program: Program) -> None:
    """The entries have arrived, and photos follow them on a slow line."""
    program.window.open("outbox")
    program.tasks.wait_until_idle()
    told = SyncProgress(SyncStep.PHOTOS, photos=3, photos_total=12, bytes=410_000, bytes_total=1_350_000)
    program.sync.changed.emit(SyncStatus(running=True, progress=replace(told, seconds_left=820.0), speed=9_200.0))


def looked_at(program: Program) -> None:
    """A province looks at a record's photos: one is here, the other has not come, and central does not answer."""
    data = _picture()
    name = hashlib.sha256(data).hexdigest()
    program.desk.workplace.do(keep_fetched, name, Piece(0, len(data), data))
    wanted = [Attached(one, RecordId("r")) for one in (name, _ELSEWHERE)]
    program.window.open("dashboard")
    program.tasks.wait_until_idle()
    dialog = PhotoDialog(program.window, program.desk, wanted, "นายสมชาย ตัวอย่าง")
    dialog.setModal(False)
    dialog.show()
