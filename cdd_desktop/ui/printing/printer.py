"""A paper on a printer, through the system's own dialog."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from cdd_desktop.ui.printing.ink import paint_pages
from cdd_desktop.ui.printing.page_model import Document


def print_document(document: Document, parent: QWidget) -> bool:
    """Ask for a printer and print; whether it was done. A range of pages is kept to."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(document.pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_on(printer, document)
    return True


def print_on(printer: QPrinter, document: Document) -> None:
    """Paint the pages that were asked for."""
    pages = document.pages
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]
    paint_pages(printer, replace(document, pages=pages))
