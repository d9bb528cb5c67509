"""The lines to write in below rows of a form: reasons that warnings want, and answers to a reviewer's comments."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.record import REASON
from cdd_desktop.operations.answer_comments import ANSWER
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.field_box import FieldBox, WritingStrip
from cdd_desktop.ui.entry.findings import Findings
from cdd_desktop.ui.remark_words import remark_words
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class WantedStrip:
    """A line below the row of the field ``at``, "" for the foot of the form."""

    at: str
    title: str


def wanted_strips(draft: Draft, found: Findings, visible: Collection[str], words: Words) -> dict[str, WantedStrip]:
    """By the path under which what is written there is kept: a strip for each warning and each comment that can be
    answered. A strip away from its field says what it is about."""
    translate, wanted = QCoreApplication.translate, {}

    def place(path: str, at: str, about: str, title: str) -> None:
        wanted[path] = WantedStrip(at, title) if at in visible else WantedStrip("", f"{about} – {title}")

    for rule, at in found.reasons_at.items():
        place(REASON + rule, at, found.sentences[rule], translate("RecordForm", "Reason") + " *")
    for thread in draft.sheet.comments if draft.editable else ():
        if thread.own:
            title = translate("RecordForm", "Answer to {name}, if you like").format(name=thread.comment.person_name)
            place(ANSWER + thread.path, thread.path, remark_words(thread.comment, words), title)
    return wanted


class Strips(QObject):
    """Those in front, ``by_path``. ``typed`` carries path and text, ``left`` the path of one that was left."""

    typed = Signal(str, str)
    left = Signal(str)

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self.by_path: dict[str, WritingStrip] = {}
        self._wanted: dict[str, WantedStrip] = {}

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Path of each strip and the field below whose row it stands."""
        return tuple((path, strip.at) for path, strip in self._wanted.items())

    def below(self, fields: Collection[str]) -> list[WritingStrip]:
        """Those that stand below a row of fields; ``[""]`` for those at the foot."""
        return [self.by_path[path] for path, at in self.places if at in fields]

    def want(self, wanted: Mapping[str, WantedStrip], boxes: Mapping[str, FieldBox]) -> None:
        """Make and drop strips until just these are there."""
        self._wanted = dict(wanted)
        for path in self.by_path.keys() - wanted.keys():
            strip = self.by_path.pop(path)
            strip.hide()
            strip.deleteLater()
        for path, one in wanted.items():
            if path not in self.by_path:
                self.by_path[path] = self._make(path, boxes.get(one.at))
            self.by_path[path].set_title(one.title)

    def show_draft(self, draft: Draft) -> None:
        """What was written so far."""
        for path, strip in self.by_path.items():
            strip.show_text(str(draft.content.get(path) or ""))
            strip.box.setReadOnly(not draft.editable)

    def _make(self, path: str, above: FieldBox | None) -> WritingStrip:
        strip = WritingStrip(self._form)
        strip.box.textEdited.connect(partial(self.typed.emit, path))
        strip.box.editingFinished.connect(partial(self.left.emit, path))
        strip.box.installEventFilter(self._form)
        if above is not None:
            QWidget.setTabOrder(above.editor.last_box(), strip.box)
        return strip
