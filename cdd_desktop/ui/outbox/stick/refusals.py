"""Files that were not taken, in words: why, in a word for the chip; whose file it is; what to do now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import UnitCode
from cdd_desktop.operations.stick import BATCH_ENDING
from cdd_desktop.ui.desk import Desk

_UNKNOWN_MACHINE = frozenset({"device-unknown", "token-revoked", "unit-mismatch", "file-signature"})
_OLD_CODE = frozenset({"code-unknown", "code-used", "code-expired"})


def refusal_word(code: str) -> str:
    """Why, in a word."""
    translate = QCoreApplication.translate
    words = {
        "file-damaged": translate("Stick", "Damaged"),
        "file-missing": translate("Stick", "Cannot be read"),
        "file-newer": translate("Stick", "Newer program"),
        "file-not-for-us": translate("Stick", "For another office"),
        "file-wrong-office": translate("Stick", "For another office"),
        "file-other-device": translate("Stick", "For another machine"),
    }
    if code in _UNKNOWN_MACHINE:
        return translate("Stick", "Sender not known")
    return words.get(code, translate("Stick", "Not taken"))


def whose_file(name: str, desk: Desk) -> str:
    """To whom a file that is sealed to others goes, by its name; empty where the name does not tell."""
    translate = QCoreApplication.translate
    try:
        unit = desk.workplace.geography.unit(UnitCode(name.split(".")[0].split("-")[0]))
    except BadRequestError:
        return ""
    if unit.code == desk.workplace.unit.code and name.lower().endswith(BATCH_ENDING):
        return translate("Stick", "It was written in this office, for central: hand the stick on.")
    return translate("Stick", "By its name it belongs to {office}.").format(office=desk.words.office(unit))


def refused_by_central(code: str, desk: Desk) -> str:
    """A district's file that central did not take, said to the province that carried it: it is the district's machine
    that central speaks of, not this one."""
    translate = QCoreApplication.translate
    if code in _UNKNOWN_MACHINE:
        return translate(
            "Stick",
            "Central does not know the machine that wrote it, or it was signed with another key. Central has stored "
            "nothing of it. Ask the district whether the file is theirs, and tell central's administrator.",
        )
    if code in _OLD_CODE:
        return translate(
            "Stick",
            "The enrolment code of the machine that wrote it is not valid. Central has stored nothing of it. The "
            "district asks central for a new enrolment, and saves to USB once more.",
        )
    return desk.messages.sentence(code)
