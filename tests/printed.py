"""Papers of a sample office and what an independent reader makes of their PDFs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from demo_day import DEMO_NOW
from entry_office import HEAD, Office, enrolled_office
from pypdfium2 import raw
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from store_office import SMALL, Filler

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.samples.office import Sizes
from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.ink import picture, write_pdf
from cdd_desktop.ui.printing.page_model import Document, Run
from cdd_desktop.ui.printing.papers import paper_of
from cdd_desktop.ui.printing.request import PrintRequest
from cdd_desktop.ui.words import Words

NOW = DEMO_NOW
MANY = Sizes(leaders=60, organizations=14, saving_groups=30, poverty_funds=10, producers=12, mother_funds=6)


def filled_office(folder: Path, unit: str, sizes: Sizes = SMALL) -> tuple[Office, dict[str, SubmissionKey]]:
    """An office with its newest begun round of every dataset it reports."""
    clock = FixedClock(DEMO_NOW)
    office = enrolled_office(folder, clock, unit=unit)
    workplace = office.work_as()
    filler = Filler(workplace, sizes)
    if len(unit) == 4:
        filler.registers()
    keys = {}
    for dataset in workplace.catalogue.datasets():
        windows = [one for one in workplace.calendar.windows_of(workplace.unit.level, 2561) if one.dataset == dataset]
        begun = [one for one in windows if one.opens_on <= DEMO_NOW.date()] or windows[:1]
        if begun:
            keys[str(dataset)] = filler.report(begun[-1])
    workplace.close()
    return office, keys


def certify(office: Office, key: SubmissionKey) -> None:
    """Propose as the officer, certify as the head."""
    for person, kind in (("", MoveKind.PROPOSE), (HEAD, MoveKind.CERTIFY)):
        workplace = office.work_as(person) if person else office.work_as()
        workplace.do(move_submission, key, kind)
        workplace.close()


def speak(app: QApplication, language: str = "th") -> Iterator[None]:
    """The program's words and fonts, as the window has them."""
    register_fonts()
    translations = Translations(app)
    translations.use(language)
    yield
    translations.drop()


def make(workplace: Workplace, request: PrintRequest, *, language: str = "th", thai_digits: bool = False) -> Document:
    paper = paper_of(request)
    bench = Bench(Words(language, thai_digits=thai_digits), NOW)
    return paper.make(workplace.read(paper.read, request), bench, request)


def runs(document: Document) -> Iterator[Run]:
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Run):
                yield item


def said(document: Document) -> str:
    """Everything written on a paper, a line a run."""
    return "\n".join(run.text for run in runs(document))


def letters(text: str) -> str:
    """Thai consonants and the vowels on the line: what every reader of PDFs extracts alike. Marks above and below
    come out where the reader thinks they stand, and shaped ones as anything."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(character for character in plain if unicodedata.category(character) == "Lo")


def read_text(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def fonts_in(file: Path) -> set[tuple[str, bool]]:
    """Names of the fonts of all text, each with whether it lies in the file."""
    document = pypdfium2.PdfDocument(file)
    found = set()
    for page in document:
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(thing.raw)
            length = raw.FPDFFont_GetBaseFontName(font, None, 0)
            buffer = bytes(length)
            raw.FPDFFont_GetBaseFontName(font, buffer, length)
            found.add((buffer.rstrip(b"\0").decode(), bool(raw.FPDFFont_GetIsEmbedded(font))))
    document.close()
    return found


def pdf_sizes(file: Path) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(file)
    sizes = [page.get_size() for page in document]
    document.close()
    return sizes


def pdf_pictures(file: Path, dots_per_inch: float) -> list[QImage]:
    """The pages as the other renderer draws them, in grey."""
    document = pypdfium2.PdfDocument(file)
    pictures = []
    for page in document:
        bitmap = page.render(scale=dots_per_inch / 72, grayscale=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
        )
        pictures.append(image.copy())
    document.close()
    return pictures


DPI = 150.0
SQUARE = 20  # pixels: ink is compared in squares of this size, so that smoothing of edges does not count
TOLERANCE = 0.075  # of black, in the square that differs most


def assert_same(document: Document, folder: Path) -> None:
    file = folder / "paper.pdf"
    write_pdf(document, file)
    drawn = pdf_pictures(file, DPI)
    assert len(drawn) == len(document.pages)
    for page, other in zip(document.pages, drawn, strict=True):
        assert difference(picture(page, DPI), other) <= TOLERANCE


def difference(one: QImage, other: QImage) -> float:
    """The largest difference of mean darkness in any square, 0 to 1."""
    first, second = squares(one), squares(other)
    assert (first.width(), first.height()) == (second.width(), second.height())
    return (
        max(
            abs(dark - darker)
            for y in range(first.height())
            for dark, darker in zip(line_of(first, y), line_of(second, y), strict=True)
        )
        / 255
    )


def squares(image: QImage) -> QImage:
    """A pixel a square: its mean."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    small = grey.scaled(
        grey.width() // SQUARE,
        grey.height() // SQUARE,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def line_of(image: QImage, y: int) -> bytes:
    start = y * image.bytesPerLine()
    return bytes(image.constBits())[start : start + image.width()]
