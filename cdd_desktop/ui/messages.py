"""The only place that speaks to a person in dialogs: a code becomes a title, a sentence and the next step.

The sentences are translations whose source text is the code itself (``resources/i18n/codes_*.ts``, context
``Codes``); ``packaging/translations.py`` makes them from the tables in ``docs/codes``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cdd_desktop.errors import UserError
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.dialog import MessageDialog
from cdd_desktop.ui.words import Words

_UNKNOWN = "unknown-code"


@dataclass(frozen=True, slots=True)
class Message:
    """What is shown: what happened, and what to do next. ``code`` is empty for questions of a screen."""

    title: str
    sentence: str
    next_step: str = ""
    tone: Tone = Tone.INFO
    code: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two named answers; with ``asks_reason`` the answer is a text that may not be empty."""

    title: str
    sentence: str
    yes: str
    no: str = ""
    tone: Tone = Tone.INFO
    asks_reason: bool = False
    choices: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file or folder is asked for. ``kind`` is ``open``, ``save`` or ``folder``."""

    kind: str
    title: str
    pattern: str = ""
    suggested: str = ""


Shown = Message | Question | FileWish


class Recorder(Protocol):
    """Stands in for the person in tests and tours: sees what would be shown and gives the answer."""

    def __call__(self, shown: Shown, /) -> object: ...


class Messages:
    """Speaks. With a ``recorder`` no dialog opens, and its answer is taken."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.recorder: Recorder | None = None

    def describe(self, error: BaseException) -> Message:
        """The message of an error; every error that is no ``UserError`` is the program's own fault."""
        if isinstance(error, UserError):
            return self.message(error.code, error.params)
        return self.message("unexpected", {})

    def message(self, code: str, params: Mapping[str, object] | None = None) -> Message:
        """The message of a code with its parameters filled in."""
        sentence = self.sentence(code, params or {})
        known = QCoreApplication.translate("Codes", code) != code
        return Message(
            title=QCoreApplication.translate("Messages", "This could not be done")
            if code != "unexpected"
            else QCoreApplication.translate("Messages", "Something went wrong"),
            sentence=sentence,
            next_step="" if known else QCoreApplication.translate("Messages", "Code: {code}").format(code=code),
            tone=Tone.BAD if code == "unexpected" else Tone.WARN,
            code=code,
        )

    def sentence(self, code: str, params: Mapping[str, object] | None = None) -> str:
        """The sentence of a code alone, for labels beside a box."""
        text = QCoreApplication.translate("Codes", code)
        if text == code:
            text = QCoreApplication.translate("Codes", _UNKNOWN)
        shown = {name: self._shown(value) for name, value in (params or {}).items()}
        return self.words.digits(text.format_map(_Blanks(shown)))

    def _shown(self, value: object) -> str:
        """A parameter as a person reads it; a plain ``date`` in words."""
        return self.words.format_date(value, "long") if type(value) is date else str(value)

    def tell(self, parent: QWidget | None, error: BaseException) -> None:
        """Say what went wrong."""
        self.show(parent, self.describe(error))

    def show(self, parent: QWidget | None, message: Message) -> None:
        if self.recorder is not None:
            self.recorder(message)
            return
        dialog = MessageDialog(parent, title=message.title, sentence=message.sentence, tone=message.tone)
        dialog.add_note(message.next_step)
        dialog.add_answer(QCoreApplication.translate("Messages", "Close"), primary=True)
        dialog.run()

    def ask(self, parent: QWidget | None, question: Question) -> bool:
        """Whether the person answered yes."""
        if self.recorder is not None:
            return bool(self.recorder(question))
        dialog = _question_dialog(parent, question)
        return dialog.run() == question.yes

    def ask_reason(self, parent: QWidget | None, question: Question) -> str | None:
        """The reason a person wrote, or None when the question was left; ``choices`` are offered as starts."""
        if self.recorder is not None:
            answer = self.recorder(question)
            return str(answer) if answer else None
        dialog = _question_dialog(parent, question)
        dialog.add_reason(question.choices)
        return dialog.reason() if dialog.run() == question.yes else None

    def choose_file(self, parent: QWidget | None, title: str, pattern: str) -> Path | None:
        """An existing file; ``pattern`` as in ``"Enrolment (*.cddenrol)"``."""
        return self._file(
            FileWish("open", title, pattern), lambda: QFileDialog.getOpenFileName(parent, title, "", pattern)[0]
        )

    def choose_new_file(self, parent: QWidget | None, title: str, pattern: str, suggested: str) -> Path | None:
        """A file to be written; the person has agreed to overwrite one that exists."""
        return self._file(
            FileWish("save", title, pattern, suggested),
            lambda: QFileDialog.getSaveFileName(parent, title, suggested, pattern)[0],
        )

    def choose_folder(self, parent: QWidget | None, title: str, start: str = "") -> Path | None:
        return self._file(
            FileWish("folder", title, suggested=start), lambda: QFileDialog.getExistingDirectory(parent, title, start)
        )

    def _file(self, wish: FileWish, ask: Callable[[], str]) -> Path | None:
        answer = self.recorder(wish) if self.recorder is not None else ask()
        return Path(str(answer)) if answer else None


def _question_dialog(parent: QWidget | None, question: Question) -> MessageDialog:
    dialog = MessageDialog(parent, title=question.title, sentence=question.sentence, tone=question.tone)
    dialog.add_answer(question.no or QCoreApplication.translate("Messages", "Cancel"))
    dialog.add_answer(question.yes, primary=True)
    return dialog


class _Blanks(dict[str, str]):
    """Leaves a parameter that was not given visible, rather than failing in the middle of a message."""

    def __missing__(self, key: str) -> str:
        return "…"
