"""The preview and the command: what a person does to get a paper."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from entry_office import PASSWORD, Office, Sitting, add_groups, enrolled_office, key_of
from printed import fonts_in, pdf_sizes, read_text
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from store_office import copied

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.note_printing import note_printing
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.ui.messages import FileWish
from cdd_desktop.ui.printing.job import PaperStoppedError
from cdd_desktop.ui.printing.printer import print_on
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.printing.screen import PrintingScreen

KEY = key_of("saving_group", "2561-q2")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    from demo_day import DEMO_NOW

    office = enrolled_office(tmp_path_factory.mktemp("office"), FixedClock(DEMO_NOW))
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()
    return office


@pytest.fixture
def sitting(qtbot: QtBot, template: Office, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(qtbot, copied(template, tmp_path / "data"))
    yield sitting
    sitting.end()


def opened(sitting: Sitting, request: PrintRequest) -> PrintingScreen:
    sitting.open(request, "printing")
    screen = sitting.window.screen_named("printing")
    assert isinstance(screen, PrintingScreen)
    return screen


def test_a_report_is_shown_turned_and_saved(sitting: Sitting, tmp_path: Path) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.SUBMISSION, KEY))
    assert screen.document is not None
    assert screen.view.pages == len(screen.document.pages)
    assert screen.where.full_text() == f"หน้า 1 จาก {screen.view.pages}"
    file = tmp_path / "report"
    shown = sitting.answer(str(file))
    screen.save.click()
    sitting.idle()
    assert isinstance(shown[0], FileWish)
    assert shown[0].suggested == "5007-saving_group-2561-q2.pdf"
    assert len(pdf_sizes(tmp_path / "report.pdf")) == screen.view.pages
    assert "ไม่ได้เข้ารหัส" in screen.banner.text()
    notes = sitting.workplace.read(_printed)
    assert notes == [("saving_group", {"kind": "submission", "way": "pdf", "pages": screen.view.pages})]


def test_pages_are_turned_and_sized_with_the_keyboard(sitting: Sitting) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.BLANK_FORM, KEY))
    view = screen.view
    assert sitting.window.focusWidget() is view
    assert view.pages == 2
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    assert screen.where.full_text() == "หน้า 2 จาก 2"
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.25
    assert view.page == 2, "the page in sight stays"
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.0
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1


def test_margins_and_digits_lay_the_paper_out_anew(sitting: Sitting) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.AGENDA))
    before = screen.document
    screen.options.digits.setChecked(True)
    sitting.idle()
    assert screen.document != before
    screen.options.margins.click()
    left = screen.options.sides[0]
    assert left.isVisibleTo(screen)
    wide = screen.document
    left.setValue(10)
    sitting.idle()
    assert screen.document != wide


def test_a_form_for_each_entry_and_another_kind_of_entry(sitting: Sitting) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.BLANK_FORM, KEY))
    one = screen.view.pages
    screen.options.filled.setChecked(True)
    sitting.idle()
    assert screen.view.pages == 3 * one, "three groups"
    screen.options.entities.button("group").click()
    sitting.idle()
    assert "ทะเบียน" in screen.header.subtitle()


def test_a_proof_before_the_receipt_says_why_not(sitting: Sitting) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.PROOF_OF_SENDING, KEY))
    assert screen.empty.isVisibleTo(screen)
    assert not screen.save.isEnabled()
    screen = opened(sitting, PrintRequest(PrintKind.PRIVACY_NOTICE))
    assert screen.save.isEnabled()
    assert screen.banner.isVisibleTo(screen)


def test_a_file_that_cannot_be_written_is_said(sitting: Sitting, tmp_path: Path) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.AGENDA))
    shown = sitting.answer(str(tmp_path / "no" / "such" / "agenda.pdf"))
    screen.save.click()
    sitting.idle()
    assert getattr(shown[-1], "code", "") == "file-not-writable"
    assert screen.save.isEnabled()


def test_stopped_work_leaves_no_file(sitting: Sitting, tmp_path: Path) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.AGENDA))
    assert screen.document is not None
    ended: list[object] = []
    screen.job.progressed.connect(screen.job.stop, Qt.ConnectionType.DirectConnection)
    screen.job.write(screen.document, tmp_path / "agenda.pdf", ended.append, ended.append)
    sitting.idle()
    assert [type(one) for one in ended] == [PaperStoppedError]
    assert not list(tmp_path.glob("agenda*"))


def test_a_printer_gets_the_pages_asked_for(sitting: Sitting, tmp_path: Path) -> None:
    screen = opened(sitting, PrintRequest(PrintKind.BLANK_FORM, KEY))
    assert screen.document is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_on(printer, screen.document)
    assert [(round(w), round(h)) for w, h in pdf_sizes(tmp_path / "printed.pdf")] == [(595, 842)]


def test_the_command_writes_the_same_paper_without_a_window(template: Office, tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    done = _command(template, tmp_path, "blank-form", "saving_group", "2561-q2", str(file))
    assert done.returncode == 0, done.stderr
    assert len(pdf_sizes(file)) == 2
    assert all(name.startswith("Sarabun") for name, _ in fonts_in(file))
    assert all(read_text(file))
    assert _command(template, tmp_path, "submission", str(file)).returncode == 2
    refused = _command(template, tmp_path, "proof-of-sending", "saving_group", "2561-q2", str(tmp_path / "no.pdf"))
    assert refused.returncode == 1
    assert "ใบยืนยัน" in refused.stderr
    assert not (tmp_path / "no.pdf").exists()


def _command(office: Office, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    base = folder / "user" / "CDD Desktop" / "profiles" / "test"
    if not base.exists():
        copied(office, folder / "copy")
        base.parent.mkdir(parents=True)
        (folder / "copy" / "profiles" / "test").rename(base)
    surroundings = os.environ | {
        "CDD_PASSWORD": PASSWORD,
        "XDG_DATA_HOME": str(folder / "user"),
        "LOCALAPPDATA": str(folder / "user"),
    }
    surroundings.pop("QT_QPA_PLATFORM", None)
    line = [sys.executable, "-m", "cdd_desktop", "--profile", "test", "--person", "สมศรี ใจดี", "print", *words]
    return subprocess.run(line, capture_output=True, text=True, check=False, env=surroundings)


def _printed(work: Work) -> list[tuple[str, dict[str, object]]]:
    rows = work.session.query(AuditRow).filter(AuditRow.action == "printed")
    return [(row.dataset, dict(row.detail)) for row in rows]


def test_the_audit_line_names_the_office_where_there_is_no_submission(sitting: Sitting) -> None:
    sitting.workplace.do(note_printing, "agenda", None, "printer", 2)
    assert sitting.workplace.read(_printed) == [("", {"kind": "agenda", "way": "printer", "pages": 2})]
