"""Guides an officer through a first report: reads how far it is from the store and says the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.views import Changes, Guide
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.guide_strip import GuideStrip
from cdd_desktop.ui.guide_words import NextThing, next_thing, step_words
from cdd_desktop.ui.printing.request import PrintRequest

if TYPE_CHECKING:
    from cdd_desktop.ui.main_window import MainWindow


class FirstReportGuide(QObject):
    """Belongs to a window. Asks again whenever something changed while it is to be seen, and once a sitting else."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._place: tuple[str, object] = ("", None)
        self._guide: Guide | None = None
        self._next: NextThing | None = None
        self.strip = GuideStrip(step_words())
        self.strip.hide()
        self.strip.gone_on.connect(self._go_on)
        self.strip.skipped.connect(self._skip)
        window.put_above_pages(self.strip)
        window.shown.connect(self._moved)
        self._desk.opened.connect(self._read)
        self._desk.bus.changed.connect(self._changed)
        self._desk.guide_requested.connect(self._call)
        if self._desk.signed_in:
            self._read()

    @Slot(str, object)
    def _moved(self, name: str, argument: object) -> None:
        self._place = (name, argument)
        if not self._desk.signed_in:
            self._guide = None
        self._show()

    @Slot(object)
    def _changed(self, _changes: Changes) -> None:
        if self._guide is not None:
            self._desk.tasks.lull.put_off(self._read_again)

    def _read_again(self) -> None:
        if self._desk.signed_in:
            self._read()

    @Slot()
    @Slot(object)
    def _read(self, _workplace: object = None) -> None:
        workplace = self._desk.workplace

        def work() -> Guide | None:
            from cdd_desktop.operations.guide import read_guide, show_guide  # loaded with the first store

            guide = workplace.read(read_guide)
            if guide is not None and not guide.remembered:
                workplace.do(show_guide)
            return guide

        self._desk.tasks.store(work, self._take)

    def _take(self, guide: Guide | None) -> None:
        self._guide = guide if self._desk.signed_in else None
        self._show()

    @Slot()
    def _call(self) -> None:
        """Asked for in the help: from here on, whatever was sent before."""
        if not self._desk.signed_in:
            return
        workplace = self._desk.workplace

        def work() -> None:
            from cdd_desktop.operations.guide import show_guide

            workplace.do(show_guide)

        self._desk.tasks.store(work, self._called)

    def _called(self, _nothing: None) -> None:
        if self._desk.signed_in:
            self._desk.open("home")
            self._read()

    @Slot()
    def _skip(self) -> None:
        workplace = self._desk.workplace

        def work() -> None:
            from cdd_desktop.operations.guide import skip_guide

            workplace.do(skip_guide)

        self._desk.tasks.store(work)
        self._guide = None
        self._show()

    @Slot()
    def _go_on(self) -> None:
        if self._next is not None:
            self._desk.open(self._next.screen, self._next.argument)

    def _show(self) -> None:
        guide = self._guide
        self.strip.setVisible(guide is not None)
        if guide is None:
            return
        self._next = next_thing(guide, self._desk.words, self._name(guide), self._desk.workplace.person.role)
        here = (self._next.screen, _key(self._next.argument)) == (self._place[0], _key(self._place[1]))
        self.strip.show_steps(guide.done, guide.next)
        leave = self.tr("Skip the guide") if guide.next is not None else self.tr("Close the guide")
        self.strip.say(self._next.sentence, "" if here else self._next.button, leave)

    def _name(self, guide: Guide) -> str:
        view = guide.view or guide.offer
        if view is None:
            return ""
        definition = self._desk.workplace.catalogue.newest(view.key.dataset)
        return self._desk.words.text(definition.short_th, definition.short_en)


def _key(argument: object) -> object:
    """What two ways of opening the same report share."""
    if isinstance(argument, EntryTarget):
        return argument.key
    return argument if isinstance(argument, SubmissionKey | PrintRequest) else None
