"""About: the program's name and versions, where its files lie, and the works of others it carries."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from cdd_desktop import __version__
from cdd_desktop.paths import resources
from cdd_desktop.sync.protocol import PROTOCOL_MAX
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollColumn
from cdd_desktop.updates.state import Standing


def _short(folder: Path) -> str:
    """The end of a path; the whole one, which holds the person's name, is the tool tip."""
    return f"…/{'/'.join(folder.parts[-2:])}"


class AboutScreen(Screen):
    """Nothing here changes while the program runs."""

    name = "about"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        logs = QuietButton(self.tr("Open the log folder"), "file")
        logs.clicked.connect(self._open_logs)
        name = self.tr("Central Data Centre, Community Development Department (CDD Desktop)")
        self.support = QuietButton(self.tr("Send data to the administrator…"), "send")
        if not self.desk.signed_in:
            self.support.hide()
        self.support.clicked.connect(self._make_support)
        self.banner = Banner()
        self.banner.hide()
        self.layout_.addWidget(PageHeader(self.tr("About"), name, [self.support, logs]))
        self.layout_.addWidget(self.banner)
        scroll = ScrollColumn()
        scroll.body.addWidget(self._versions())
        scroll.body.addWidget(self._credits(), 1)
        self.layout_.addWidget(scroll, 1)

    def _versions(self) -> Card:
        card = Card(self.tr("Versions"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme().px(18))
        digits = self.desk.words.digits
        rows = (
            (self.tr("Program"), digits(__version__)),
            (self.tr("New versions"), self._new_versions()),
            (self.tr("Protocol with central"), digits(str(PROTOCOL_MAX))),
            ("Python · Qt", f"{platform.python_version()} · {PySide6.__version__}"),
            (self.tr("Folder of the data"), _short(self.desk.profile.folder)),
        )
        for number, (label, value) in enumerate(rows):
            grid.addWidget(Label(label, "muted"), number, 0)
            grid.addWidget(Label(value, wrap=True), number, 1)
        last = grid.itemAtPosition(len(rows) - 1, 1)
        if last is not None and (widget := last.widget()) is not None:
            widget.setToolTip(str(self.desk.profile.folder))
        card.body.addLayout(grid)
        return card

    def _new_versions(self) -> str:
        """How the program comes by its next version, in a sentence."""
        state = self.desk.updates.state
        version = self.desk.words.digits(state.version)
        if self.desk.updates.place is None:
            return self.tr("This copy is updated with central's installer.")
        if state.code:
            return self.desk.messages.sentence(state.code, {"version": version})
        if state.standing is Standing.READY:
            return self.tr("Version {version} begins when you next open the program.").format(version=version)
        if state.standing in (Standing.FETCHING, Standing.BUILDING):
            percent = self.desk.words.format_number(round(state.far * 100))
            return self.tr("Version {version} is being made ready, {percent}%").format(version=version, percent=percent)
        return self.tr("They come by themselves, by network or from a USB stick.")

    def _credits(self) -> Card:
        card = Card(self.tr("Licences and credits"))
        text = QPlainTextEdit((resources() / "NOTICE").read_text(encoding="utf-8"))
        text.setReadOnly(True)
        text.setProperty("role", "document")
        text.setAccessibleName(self.tr("Licences and credits"))
        text.setMinimumHeight(theme().px(120))
        card.body.addWidget(text, 1)
        return card

    @Slot()
    def _make_support(self) -> None:
        """Write a file about this machine, without personal data, for the person to look at and send."""
        from cdd_desktop.operations.support import ENDING, make_support, support_name  # before enrolment no database
        from cdd_desktop.operations.write_file import write_durably

        workplace, now = self.desk.workplace, self.desk.clock.now()
        suggested = support_name(workplace.unit.code, now)
        pattern = self.tr("Files for the administrator") + f" (*{ENDING})"
        file = self.desk.messages.choose_new_file(self, self.tr("File for the administrator"), pattern, suggested)
        if file is None:
            return
        self.support.setEnabled(False)
        self.banner.set(self.tr("The data on this machine are being checked. This may take a minute."), Tone.INFO)
        self.banner.show()

        def work() -> Path:
            write_durably(file, make_support(workplace))
            return file

        self.desk.tasks.store(work, self._support_made, self._support_failed)

    def _support_made(self, file: Path) -> None:
        self.support.setEnabled(True)
        text = self.tr("{file} is ready. It holds no personal data; look into it if you like, then send it to central.")
        self.banner.set(text.format(file=file.name), Tone.OK)

    def _support_failed(self, error: Exception) -> None:
        self.support.setEnabled(True)
        self.banner.hide()
        self.fail(error)

    @Slot()
    def _open_logs(self) -> None:
        self.desk.profile.logs.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.profile.logs)))
