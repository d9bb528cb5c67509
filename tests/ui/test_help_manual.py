"""The manual: the help pages on paper, with the pictures of a tour."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.ui.help.manual import write_manual
from cdd_desktop.ui.help_pages import help_pages


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_of_the_help_begins_a_page_of_the_manual(qapp: QApplication, tmp_path: Path, language: str) -> None:
    assert qapp is not None
    file = tmp_path / "manual.pdf"
    pages = write_manual(file, language)
    content = file.read_bytes()
    assert content.startswith(b"%PDF")
    assert pages >= len(help_pages(language))
    assert content.count(b"/Type /Page\n") == pages
    assert b"Sarabun" in content
    assert b"NotoSans" not in content


def test_pictures_come_from_a_tour(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    plain = tmp_path / "plain.pdf"
    write_manual(plain)
    with pytest.raises(BadRequestError) as caught:
        write_manual(tmp_path / "none.pdf", "th", tmp_path / "empty")
    assert caught.value.code == "manual-pictures"
    assert not (tmp_path / "none.pdf").exists()
    image = QImage(1366, 698, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(tmp_path / "th-light-sign-in.png"))
    shown = tmp_path / "shown.pdf"
    write_manual(shown, "th", tmp_path)
    assert shown.read_bytes().count(b"/Subtype /Image") == plain.read_bytes().count(b"/Subtype /Image") + 1


def test_a_place_that_cannot_be_written_is_said(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    with pytest.raises(RefusedError) as caught:
        write_manual(tmp_path / "missing" / "manual.pdf")
    assert caught.value.code == "file-not-writable"
