"""A table that has the keyboard always has a cell it stands on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView


class FirstCell(QObject):
    """Puts a view on its first cell when the keyboard comes, or new rows come under it. Made after the model is set."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        # queued: the view itself forgets its current cell when the model says it has begun anew
        view.model().modelReset.connect(self._new_rows, Qt.ConnectionType.QueuedConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._stand()
        return super().eventFilter(watched, event)

    @Slot()
    def _new_rows(self) -> None:
        if self._view.hasFocus():
            self._stand()

    def _stand(self) -> None:
        model = self._view.model()
        if self._view.currentIndex().isValid() or not model.rowCount():
            return
        cells = (model.index(row, 0) for row in range(model.rowCount()))
        first = next((cell for cell in cells if model.flags(cell) & Qt.ItemFlag.ItemIsSelectable), None)
        if first is not None:
            self._view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)
