"""Starting the sample province from the window: what the long preparation is at, a way to stop it, and its errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QProcess, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Label, QuietButton

_STOP_WITHIN = 5_000  # milliseconds


class DemoStartDialog(QDialog):
    """Runs ``command demo --prepare`` and shows its lines; once it is ready, ``command demo`` opens on its own and
    outlives this program. Closing the dialog stops the preparation; the next one begins anew."""

    def __init__(self, command: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self.setWindowTitle(self.tr("Sample data"))
        self.setMinimumWidth(theme().px(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(10))
        self.heading = Label(self.tr("Preparing the sample data…"), "heading", wrap=True)
        self.line = Label("", wrap=True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)  # nobody knows how long
        self.progress.setTextVisible(False)
        self.stop = QuietButton(self.tr("Stop"))
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.stop)
        for widget in (self.heading, self.line, self.progress):
            column.addWidget(widget)
        column.addLayout(answers)
        self.stop.clicked.connect(self.reject)
        self._process = QProcess(self)
        self._process.readyReadStandardError.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._broken)

    @property
    def running(self) -> bool:
        """Whether the preparation is under way."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def begin(self) -> None:
        """Show the dialog and start preparing."""
        self.open()
        self._process.start(self._command[0], [*self._command[1:], "demo", "--prepare"])

    def reject(self) -> None:
        if self.running:
            self._process.blockSignals(True)
            if sys.platform == "win32":
                self._process.kill()  # a console program there hears nothing else
            else:
                self._process.terminate()
            if not self._process.waitForFinished(_STOP_WITHIN):
                self._process.kill()
                self._process.waitForFinished(_STOP_WITHIN)
        super().reject()

    @Slot()
    def _read(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        if text:
            self.line.set_text(text.splitlines()[-1])

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            QProcess.startDetached(self._command[0], [*self._command[1:], "demo"])
            self.accept()
        else:
            self._fail()

    @Slot(QProcess.ProcessError)
    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # any other end is told by ``finished``
            self.line.set_text(self._process.errorString())
            self._fail()

    def _fail(self) -> None:
        self.heading.set_text(self.tr("The sample data could not be prepared"))
        self.progress.hide()
        self.stop.set_text(self.tr("Close"))
