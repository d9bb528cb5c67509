"""Records a person has gone on from while their last save was still on its way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cdd_desktop.ui.entry.autosave import Autosave, SaveState


class LeftBehind(QObject):
    """Keeps each alive until its save is answered. ``failed`` carries the ``Autosave`` whose record was not saved."""

    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: list[Autosave] = []

    def keep(self, autosave: Autosave) -> None:
        self._kept.append(autosave)
        autosave.settled.connect(self._look)
        autosave.state_changed.connect(self._look)

    def _look(self) -> None:
        for autosave in [one for one in self._kept if not one.busy or one.state is SaveState.FAILED]:
            self._kept.remove(autosave)
            autosave.settled.disconnect(self._look)
            autosave.state_changed.disconnect(self._look)
            if autosave.busy:
                self.failed.emit(autosave)
            else:
                autosave.draft.deleteLater()
