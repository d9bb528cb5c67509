"""What tests of supervisors' screens stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.theme import Theme, apply_theme


@pytest.fixture
def thai(qapp: QApplication) -> Iterator[None]:
    register_fonts()
    apply_theme(qapp, Theme())
    translations = Translations(qapp)
    translations.use("th")
    yield
    translations.drop()
    qapp.setStyleSheet("")
