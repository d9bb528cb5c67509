"""What stands on the buttons that open a paper from other screens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.ui.printing.request import PrintKind


def button_word(kind: PrintKind) -> str:
    """The word of a kind of paper on a button or in a menu."""
    translate = QCoreApplication.translate
    return {
        PrintKind.SUBMISSION: translate("PaperButtons", "This report"),
        PrintKind.BLANK_FORM: translate("PaperButtons", "Form for the field"),
        PrintKind.AGENDA: translate("PaperButtons", "Print"),
        PrintKind.PRIVACY_NOTICE: translate("PaperButtons", "Privacy notice"),
        PrintKind.PROOF_OF_SENDING: translate("PaperButtons", "Proof of sending"),
        PrintKind.HANDOVER: translate("PaperButtons", "Handover list"),
        PrintKind.VIEW: translate("PaperButtons", "Memo"),
    }[kind]
