"""Buttons that open the preview of a paper from the screen it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.printing.button_words import button_word
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.widgets import MenuButton, QuietButton

_MOST_PROOFS = 20


class PaperButton(QuietButton):
    """One paper that is about the office; needs somebody signed in."""

    def __init__(self, desk: Desk, kind: PrintKind) -> None:
        super().__init__(button_word(kind), "print")
        self._desk = desk
        self._request = PrintRequest(kind)
        self.clicked.connect(self._open)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setEnabled(self._desk.signed_in)

    @Slot()
    def _open(self) -> None:
        self._desk.open("printing", self._request)


def agenda_button(desk: Desk) -> PaperButton:
    """What is due, on paper."""
    return PaperButton(desk, PrintKind.AGENDA)


def notice_button(desk: Desk) -> PaperButton:
    """The notice on the collection of personal data."""
    return PaperButton(desk, PrintKind.PRIVACY_NOTICE)


def open_handover(desk: Desk, leaver: str, successor: str) -> None:
    """The list of what passes from one officer to another."""
    desk.open("printing", PrintRequest(PrintKind.HANDOVER, leaver=leaver, successor=successor))


class PaperMenu(MenuButton):
    """Several papers, offered once it is known of what; grey until then, and while there are none."""

    def __init__(self, desk: Desk, *, proofs: bool = False) -> None:
        kind = PrintKind.PROOF_OF_SENDING if proofs else PrintKind.AGENDA
        super().__init__(button_word(kind), (), "print")
        self._desk = desk
        self._requests: tuple[PrintRequest, ...] = ()
        self.chosen.connect(self._open)
        self.setEnabled(False)

    def offer_submission(self, key: SubmissionKey) -> None:
        """The report itself and, at the own office, the form for the field."""
        kinds = [PrintKind.SUBMISSION]
        if key.unit == self._desk.workplace.unit.code:
            kinds.append(PrintKind.BLANK_FORM)
        self._offer([(PrintRequest(kind, key), button_word(kind)) for kind in kinds])

    def offer_proofs(self, views: Sequence[SubmissionView]) -> None:
        """A proof of sending for each submission with a receipt, the latest first."""
        words = self._desk.words
        received = sorted((view for view in views if view.received_at is not None), key=_received_at, reverse=True)
        self._offer(
            [
                (
                    PrintRequest(PrintKind.PROOF_OF_SENDING, view.key),
                    f"{words.dataset(view.key.dataset)} · {words.period(view.window)}",
                )
                for view in received[:_MOST_PROOFS]
            ]
        )

    def _offer(self, entries: Sequence[tuple[PrintRequest, str]]) -> None:
        self._requests = tuple(request for request, _ in entries)
        self.set_entries([(str(place), text) for place, (_, text) in enumerate(entries)])
        self.setEnabled(bool(entries))

    @Slot(str)
    def _open(self, place: str) -> None:
        self._desk.open("printing", self._requests[int(place)])


def _received_at(view: SubmissionView) -> float:
    return view.received_at.timestamp() if view.received_at is not None else 0.0
