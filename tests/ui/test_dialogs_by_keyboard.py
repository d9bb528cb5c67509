"""Dialogs without a mouse: Enter presses the button that has the keyboard, Esc leaves, names are read out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from screen_access import colour_faults, keyboard_faults, naming_faults

from cdd_desktop.ui.messages import Messages, Question
from cdd_desktop.ui.theme import Theme, Tone, apply_theme
from cdd_desktop.ui.widgets.dialog import MessageDialog
from cdd_desktop.ui.words import Words

QUESTION = Question(title="ส่งกลับ", sentence="ส่งกลับให้แก้ไขหรือไม่", yes="ส่งกลับ", no="ยกเลิก", tone=Tone.WARN)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> object:
    apply_theme(qapp, Theme())
    yield
    qapp.setStyleSheet("")


def answer_with(*keys: Qt.Key) -> list[str]:
    """Press keys in the next dialog; answers where the keyboard was before each."""
    stood: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MessageDialog)
        dialog.activateWindow()
        QApplication.processEvents()
        for key in keys:
            here = QApplication.focusWidget() or dialog
            stood.append(here.text() if isinstance(here, QPushButton) else type(here).__name__)
            QTest.keyClick(here, key)

    QTimer.singleShot(0, press)
    return stood


def test_enter_takes_the_filled_answer_at_once(qtbot: QtBot) -> None:
    stood = answer_with(Qt.Key.Key_Return)
    assert Messages(Words()).ask(None, QUESTION) is True
    assert stood == ["ส่งกลับ"]


def test_enter_on_the_other_answer_takes_that_one(qtbot: QtBot) -> None:
    stood = answer_with(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert Messages(Words()).ask(None, QUESTION) is False
    assert stood == ["ส่งกลับ", "ยกเลิก"]


def test_escape_leaves(qtbot: QtBot) -> None:
    answer_with(Qt.Key.Key_Escape)
    assert Messages(Words()).ask(None, QUESTION) is False


def test_a_dialog_with_a_reason_is_named_and_reached_whole(qtbot: QtBot) -> None:
    dialog = MessageDialog(None, title="เหตุผล", sentence="โปรดระบุ", tone=Tone.WARN)
    qtbot.addWidget(dialog)
    dialog.add_reason(["ตามความเห็น"])
    dialog.add_answer("ยกเลิก")
    dialog.add_answer("ตกลง", primary=True)
    dialog.show()
    faults = [*naming_faults(dialog), *colour_faults(dialog), *keyboard_faults(dialog)]
    assert not faults
    interface = QAccessible.queryAccessibleInterface(dialog)
    assert interface.text(QAccessible.Text.Name) == "เหตุผล"
