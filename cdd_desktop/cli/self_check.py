"""``cdd-desktop --self-check``: whether everything a program needs is there and works on this machine.

Run by the installer's proof and by an update before it counts as done. It touches no profile.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop import __version__
from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import Record
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, RecordId, UnitCode

if TYPE_CHECKING:
    from cdd_desktop.forms.definition import Definition
    from cdd_desktop.operations.views import EntrySheet

SAMPLE = "ปู่ ญี่ปุ่น ทั้งที่ ฐานฎีกา ๑๒๓ 123"
TODAY = date(2018, 3, 18)
UNIT, DATASET = UnitCode("5007"), DatasetKey("saving_group")


def run() -> int:
    """Every part in turn, a line each; status 0 when all work, else 1 with the part that does not."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, check in CHECKS.items():
            try:
                print(f"ok      {name}: {check(Path(folder))}")
            except Exception as error:  # whatever it is, the caller must hear which part does not work
                print(f"failed  {name}: {type(error).__name__}: {error}", file=sys.stderr)
                return RefusedError.exit_status
    print(f"CDD Desktop {__version__}")
    return 0


def _store(folder: Path) -> str:
    """An encrypted store is made with every migration, written, closed, opened again, and is unreadable without
    its key."""
    from cdd_desktop.store.engine import create_store, open_store
    from cdd_desktop.store.keys import new_key
    from cdd_desktop.store.meta import Meta, read_meta, write_meta

    path, key = folder / "store.db", new_key()
    store = create_store(path, key)
    with store.write() as session:
        write_meta(session, Meta.UNIT, "5007")
    store.close()
    store = open_store(path, key)
    try:
        with store.read() as session:
            kept = read_meta(session, Meta.UNIT)
        _must(kept == "5007" and not store.verify(), "what was written is not there")
    finally:
        store.close()
    _must(not path.read_bytes().startswith(b"SQLite format 3"), "the store is not encrypted")
    return f"{path.stat().st_size} bytes"


def _password(_folder: Path) -> str:
    from cdd_desktop.store.keys import Identity, new_key, unwrap, wrap

    key = new_key()
    slot = wrap(key, Identity("check", "check", "officer"), "a password", first_use=False)
    _must(unwrap(slot, "a password") == key, "the password does not open its own lock")
    return "argon2id"


def _rules(_folder: Path) -> str:
    """A rule of a definition is evaluated by CEL."""
    from cdd_desktop.forms.catalogue import load_catalogue
    from cdd_desktop.forms.cel_rules import form_rules

    catalogue = load_catalogue()
    for dataset in catalogue.datasets():
        definition = catalogue.newest(dataset)
        for entity in definition.entities:
            form_rules(definition).of(entity.key)
    return f"{len(catalogue.datasets())} definitions"


def _compression(_folder: Path) -> str:
    from cdd_desktop.sync.compression import compress, decompress, newest_dictionary

    text = SAMPLE.encode() * 50
    frame = compress(text, newest_dictionary())
    _must(decompress(frame, len(text))[0] == text, "zstd does not give back what it took")
    return f"zstd, {len(text)} bytes in {len(frame)}"


def _sealing(_folder: Path) -> str:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    sealed = pyrage.encrypt(SAMPLE.encode(), [identity.to_public()])
    _must(pyrage.decrypt(sealed, [identity]) == SAMPLE.encode(), "age does not open what it sealed")
    return "age"


def _calendar(_folder: Path) -> str:
    from cdd_desktop.geography import geography
    from cdd_desktop.periods.calendar import load_calendar

    windows = load_calendar().windows(2561)
    _must(bool(geography()), "the places are missing")
    return f"{len(windows)} windows"


def _form(_folder: Path) -> str:
    """A form is drawn with our own fonts, every sample letter covered, and the picture is not blank."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nobody is shown a window that vanishes
    from PySide6.QtWidgets import QApplication

    from cdd_desktop.ui.fonts import PAPER_FAMILY, SCREEN_FAMILY, register_fonts, uncovered
    from cdd_desktop.ui.i18n import Translations
    from cdd_desktop.ui.theme import LIGHT, Theme, apply_theme

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    register_fonts()
    translations = Translations(app)
    translations.use("th")
    apply_theme(app, Theme(LIGHT, 100))
    for family in (SCREEN_FAMILY, PAPER_FAMILY):
        _must(not uncovered(SAMPLE, family), f"{family} lacks letters")
    colours = _draw_form()
    _must(colours > 20, "the form is blank")
    return f"{colours} colours"


def _draw_form() -> int:
    """The form of a new savings group as a picture; answers how many colours it has."""
    from PySide6.QtWidgets import QWidget

    from cdd_desktop.forms.catalogue import load_catalogue
    from cdd_desktop.ui.entry.draft import Draft
    from cdd_desktop.ui.entry.editors.surroundings import Surroundings
    from cdd_desktop.ui.entry.record_form import RecordForm
    from cdd_desktop.ui.messages import Messages
    from cdd_desktop.ui.words import Words

    def nothing(*_: object) -> None:
        return None

    words = Words("th")
    around = Surroundings(
        words=words,
        messages=Messages(words),
        today=TODAY,
        new_id=str,
        suggestions=lambda _field: (),
        take_photo=nothing,
        take_file=nothing,
        show_photo=nothing,
        reveal=nothing,
        refer=nothing,
    )
    page = QWidget()
    page.resize(1000, 700)
    definition = load_catalogue().newest(DATASET)
    sheet = _new_group(definition)
    form = RecordForm(definition, sheet.record.entity, around, page)
    form.setGeometry(page.rect())
    form.show_draft(Draft(definition, sheet, page))
    picture = page.grab().toImage()
    found = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    page.deleteLater()
    return len(found)


def _new_group(definition: Definition) -> EntrySheet:
    from cdd_desktop.forms.context import Context, SubmissionContext
    from cdd_desktop.operations.views import EntryRef, EntrySheet

    entity = definition.entities[0].key
    year = SubmissionContext(2561, "q2", TODAY, TODAY, TODAY, TODAY, TODAY, TODAY, UnitLevel.DISTRICT, UNIT, ())
    return EntrySheet(
        ref=EntryRef(entity, dataset=DATASET),
        record=Record(RecordId("check"), UNIT, DATASET, entity, None, definition.version),
        submission=None,
        register=None,
        context=Context(year),
        title="",
        values={},
        previous={},
        visible=frozenset(),
        required=frozenset(),
        issues=(),
        editable=Editable(),
    )


CHECKS: dict[str, Callable[[Path], str]] = {
    "store": _store,
    "password": _password,
    "rules": _rules,
    "calendar": _calendar,
    "zstd": _compression,
    "age": _sealing,
    "form": _form,
}


def _must(holds: bool, sentence: str) -> None:
    if not holds:
        raise RuntimeError(sentence)
