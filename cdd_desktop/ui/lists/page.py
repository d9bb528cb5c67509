"""What the pages of both lists are: a choice, the entries, a line to add one, and a file's preview in their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cdd_desktop.exchange.plan import RowState
from cdd_desktop.operations.listed import PlannedLine, taken
from cdd_desktop.operations.views import Changes
from cdd_desktop.ui.lists.rows import RowsModel, make_table
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Card, FlowLayout, Label, PrimaryButton, QuietButton

Plan = tuple[PlannedLine[Any], ...]


class ListPage(QWidget):
    """Base of both pages. ``plan`` is the file in preview, empty while the list itself is shown."""

    def __init__(self, screen: Screen, heads: tuple[str, ...], first: QWidget, first_name: str) -> None:
        super().__init__()
        self.screen_, self.desk = screen, screen.desk
        self.plan: Plan = ()
        self.pick = QComboBox()
        self.pick.currentIndexChanged.connect(self.show_list)
        self.note = Label("", "note", wrap=True)
        self.model = RowsModel(heads, self)
        self.table = make_table(self.model, self.tr("Entries of the list"), (150, 540) if len(heads) > 2 else (150,))
        self.first, self.name = first, QLineEdit()
        first.setAccessibleName(first_name)
        self.first.setFixedWidth(theme().px(190))
        self.name.setMinimumWidth(theme().px(160))
        self.add = PrimaryButton(self.tr("Add"), "add")
        self.remove = QuietButton(self.tr("Remove"), "delete")
        self.add.clicked.connect(self.add_entry)
        self.name.returnPressed.connect(self.add_entry)
        self.remove.clicked.connect(self.remove_entry)
        self.table.selectionModel().selectionChanged.connect(self._offer_removal)
        self.model.modelReset.connect(self._offer_removal)
        self._offer_removal()
        heads_of_file = (self.tr("Row"), self.tr("What stands there"), self.tr("What happens"), self.tr("Why"))
        self.preview_model = RowsModel(heads_of_file, self)
        self.preview = make_table(self.preview_model, self.tr("Lines of the file"), (70, 330, 140))
        self.counts = Label("", "strong", wrap=True)
        self.take = PrimaryButton(self.tr("Take over"), "check")
        self.leave_file = QuietButton(self.tr("Cancel"), "undo")
        self.take.clicked.connect(self.take_plan)
        self.leave_file.clicked.connect(self.drop_plan)
        self._build()

    def _build(self) -> None:
        self.list_card, self.file_card = Card(), Card()
        adding = QHBoxLayout()
        adding.setSpacing(theme().px(8))
        adding.addWidget(self.first)
        adding.addWidget(self.name, 1)
        adding.addWidget(self.add)
        adding.addWidget(self.remove)
        top = QHBoxLayout()
        top.setSpacing(theme().px(12))
        top.addWidget(self.pick)
        top.addWidget(self.note, 1)
        self.list_card.body.addLayout(top)
        self.list_card.body.addWidget(self.table, 1)
        self.list_card.body.addLayout(adding)
        answers = QWidget()
        flow = FlowLayout(answers, spacing=theme().px(8))
        flow.addWidget(self.take)
        flow.addWidget(self.leave_file)
        self.file_card.body.addWidget(self.counts)
        self.file_card.body.addWidget(self.preview, 1)
        self.file_card.body.addWidget(answers)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list_card)
        self._stack.addWidget(self.file_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)

    # --- for the two lists -------------------------------------------------------------------------------------------

    patterns = ""  # of files that are read and written

    def begin(self) -> None:
        """Fill the choice and show its list."""

    @Slot()
    def show_list(self) -> None:
        """Show the entries of what is chosen."""

    @Slot()
    def add_entry(self) -> None:
        """Add what stands in the boxes."""

    @Slot()
    def remove_entry(self) -> None:
        """Take the chosen entry out."""

    def read_plan(self, path: Path) -> Plan:  # noqa: ARG002
        """What a file would change; on the store lane."""
        return ()

    def write_file(self, path: Path) -> None:
        """Write the list into a file; on the store lane."""

    def keep(self, values: tuple[Any, ...]) -> Changes:  # noqa: ARG002
        """Take values into the list; on the store lane."""
        return Changes()

    # --- files -------------------------------------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        self._on_lane(lambda: self.read_plan(path), self._show_plan)

    def save_file(self, path: Path) -> None:
        self._on_lane(lambda: self.write_file(path))

    def chosen_row(self) -> int:
        """The row the table stands on, -1 for none."""
        return self.table.currentIndex().row()

    @Slot()
    def _offer_removal(self) -> None:
        self.remove.setEnabled(self.chosen_row() >= 0)

    @Slot()
    def take_plan(self) -> None:
        values = taken(self.plan)
        self._on_lane(lambda: self.keep(values), self._taken)

    @Slot()
    def drop_plan(self) -> None:
        self.plan = ()
        self._stack.setCurrentWidget(self.list_card)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_lane(self, work: Callable[[], Any], done: Callable[[Any], object] | None = None) -> None:
        self.desk.tasks.store(work, done, self.screen_.fail)

    def _taken(self, _changes: Changes) -> None:
        self.drop_plan()
        self.begin()

    def _show_plan(self, plan: Plan) -> None:
        self.plan = plan
        number, words = self.desk.words.format_number, self._state_words()
        parts = [f"{words[state]} {number(sum(line.state is state for line in plan))}" for state in RowState]
        self.counts.set_text(" · ".join(parts))
        self.preview_model.set_rows(
            [(number(line.row), line.shown, words[line.state], self._why(line)) for line in plan]
        )
        self.take.setEnabled(bool(taken(plan)))
        self._stack.setCurrentWidget(self.file_card)
        (self.take if self.take.isEnabled() else self.leave_file).setFocus(Qt.FocusReason.OtherFocusReason)

    def _why(self, line: PlannedLine[Any]) -> str:
        return self.desk.messages.sentence(line.code, line.params) if line.code else ""

    def _state_words(self) -> dict[RowState, str]:
        return {
            RowState.NEW: self.tr("New"),
            RowState.CHANGED: self.tr("Changed"),
            RowState.UNCHANGED: self.tr("Unchanged"),
            RowState.REFUSED: self.tr("Refused"),
        }
