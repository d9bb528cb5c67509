"""Loads the translations: one compiled file a room and language in ``resources/i18n``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from cdd_desktop.paths import resources


class Translations:
    """The translators in force. ``use`` replaces them by those of another language."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """``th`` or ``en``. Widgets made afterwards speak it; the window is built anew by the caller."""
        self.drop()
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        for file in sorted((resources() / "i18n").glob(f"*_{language}.qm")):
            translator = QTranslator(self._app)
            if translator.load(str(file)):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def drop(self) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()
