"""The work on a paper beside the window: laying out, writing, told how far it is, stopped when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.ink import write_pdf
from cdd_desktop.ui.printing.page_model import Document
from cdd_desktop.ui.printing.papers import paper_of
from cdd_desktop.ui.printing.request import PrintRequest
from cdd_desktop.ui.tasks import TaskRunner

_OFTEN = 200  # pieces of work between two reports


class PaperStoppedError(Exception):
    """The person no longer wants this paper."""


class PaperJob(QObject):
    """One piece of work at a time; a new one stops the one before. Fonts and measures are made on the thread that
    uses them."""

    progressed = Signal(int, int)  # pieces of work or pages done, of how many (0: not known)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let the running work end at its next step; it ends with ``PaperStoppedError``."""
        self._stop.set()

    def make(
        self,
        material: Any,
        bench: Callable[[], Bench],
        request: PrintRequest,
        on_done: Callable[[Document], object],
        on_failed: Callable[[Exception], object],
    ) -> None:
        """Lay a paper out."""
        stop = self._begin()
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            if stop.is_set():
                raise PaperStoppedError
            if done % _OFTEN == 0:
                self.progressed.emit(done, 0)

        def work() -> Document:
            return paper_of(request).make(material, replace(bench(), step=step), request)

        self._tasks.network(work, on_done, on_failed)

    def write(
        self,
        document: Document,
        file: Path,
        on_done: Callable[[Path], object],
        on_failed: Callable[[Exception], object],
    ) -> None:
        """Write a PDF; a stopped one leaves no file."""
        stop = self._begin()

        def tell(page: int, total: int) -> None:
            if stop.is_set():
                raise PaperStoppedError
            self.progressed.emit(page, total)

        def work() -> Path:
            write_pdf(document, file, tell)
            return file

        self._tasks.network(work, on_done, on_failed)

    def _begin(self) -> threading.Event:
        self._stop.set()
        self._stop = threading.Event()
        return self._stop
