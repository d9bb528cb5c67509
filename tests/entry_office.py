"""An office with a real encrypted store, some registers, and a desk: what the tests of the entry screens work in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyrage
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import Clock
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, UnitCode
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile, profile
from cdd_desktop.settings import Settings
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment
from cdd_desktop.ui.certify.screen import CertifyScreen
from cdd_desktop.ui.entry.screen import EntryScreen
from cdd_desktop.ui.main_window import MainWindow
from cdd_desktop.ui.messages import Shown
from cdd_desktop.ui.program import Program

PASSWORD = "a-long-password"
OFFICER, HEAD = "01900000-0000-7000-8000-000000000001", "01900000-0000-7000-8000-000000000002"
PIN = "4821-7730"
GROUP_NAMES = ("ออมทรัพย์บ้านหนองหอย", "ออมทรัพย์บ้านทุ่งหัวช้าง", "ออมทรัพย์บ้านแม่สาใหม่")


@dataclass(frozen=True)
class Office:
    """An enrolled profile; ``work_as`` signs a person in."""

    profile: Profile
    clock: Clock

    def work_as(self, person: str = OFFICER) -> Workplace:
        return sign_in(self.profile, person, PASSWORD, clock=self.clock)


def enrolled_office(folder: Path, clock: Clock, *, unit: str = "5007") -> Office:
    """A district or provincial office with an officer and a head, both with the same test password."""
    district = len(unit) == 4
    people = [
        EnrolledPerson(
            id=OFFICER,
            name="สมศรี ใจดี",
            role=(Role.OFFICER if district else Role.PROVINCIAL_OFFICER).value,
            pin=PIN,
        ),
        EnrolledPerson(
            id=HEAD, name="ประเสริฐ มั่นคง", role=(Role.HEAD if district else Role.PROVINCIAL_HEAD).value, pin=PIN
        ),
    ]
    enrolment = Enrolment(
        format=1,
        unit=unit,
        addresses=["http://127.0.0.1:9"],
        signing_key="",
        sealing_key=str(pyrage.x25519.Identity.generate().to_public()),
        code="test",
        expires_on="2018-04-30",
        reports_from="2017-10-01",
        people=people,
    )
    place = profile("test", folder)
    enrol_office(place, enrolment, FirstPerson(OFFICER, PIN, PASSWORD), clock=clock)
    choose_password(place, HEAD, PIN, PASSWORD, clock=clock)
    return Office(place, clock)


def key_of(dataset: str, period: str, unit: str = "5007") -> SubmissionKey:
    return SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))


def add_register(workplace: Workplace, dataset: str, entity: str, content: Content) -> EntryRef:
    """A register entry outside any round, saved through the same operation as typing."""
    return workplace.do(save_entry, EntryRef(EntityKey(entity), dataset=DatasetKey(dataset)), content).ref


def add_groups(workplace: Workplace) -> list[EntryRef]:
    """Three savings groups in three subdistricts of the office."""
    tambons = workplace.geography.tambons(workplace.unit.code)
    return [
        add_register(
            workplace,
            "saving_group",
            "group",
            {
                "name_th": name,
                "area_scope": "village",
                "tambon_code": tambons[number].code,
                "moo": number + 1,
                "village_name": name.removeprefix("ออมทรัพย์บ้าน"),
                "founded_date": "1998-05-12",
                "chair_name": "นางบัวผัน ตัวอย่าง",
                "chair_phone": "0812345678",
                "committee_count": 9,
                "has_regulation": True,
                "loan_rate": 1000,
                "status": "active",
            },
        )
        for number, name in enumerate(GROUP_NAMES)
    ]


class Sitting:
    """One sitting at the program with its real window, typing into real boxes. Without a person nobody is signed in."""

    def __init__(self, qtbot: QtBot, office: Office, person: str = OFFICER, language: str = "th") -> None:
        self.qtbot = qtbot
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        settings = Settings(language=language, background_sync=False)
        self.program = Program(app, profile=office.profile, clock=office.clock, settings=settings)
        self.program.begin()
        self.window.resize(1366, 698)
        self.window.show()
        if person:
            self.program.desk.opened.emit(office.work_as(person))
        self.idle()

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def workplace(self) -> Workplace:
        return self.program.desk.workplace

    @property
    def entry(self) -> EntryScreen:
        screen = self.window.screen_named("entry")
        assert isinstance(screen, EntryScreen)
        return screen

    @property
    def certify(self) -> CertifyScreen:
        screen = self.window.screen_named("certify")
        assert isinstance(screen, CertifyScreen)
        return screen

    def idle(self) -> None:
        """Until every task of the store lane has been delivered, and those that follow from it."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.program.tasks.wait_until_idle(20), timeout=20_000)

    def open(self, target: object, screen: str = "entry") -> None:
        self.program.desk.open(screen, target)
        self.idle()

    def go_to(self, path: str) -> QWidget:
        form = self.entry.panel.form
        assert form is not None
        assert form.go_to(path), path
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def type_into(self, path: str, text: str) -> None:
        """Go to a box, replace what it holds by typing, and leave it with Tab."""
        box = self.go_to(path)
        if isinstance(box, QLineEdit | QPlainTextEdit):
            box.selectAll()
        if not text:
            QTest.keyClick(box, Qt.Key.Key_Delete)
        self.keys(text)
        self.leave_box()

    def keys(self, text: str) -> None:
        """Type characters, Thai ones too, into whatever has the keyboard."""
        for character in text:
            key = Qt.Key.Key_Return if character == "\n" else Qt.Key(0)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    QApplication.focusWidget(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                )

    def leave_box(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window, wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def saved(self) -> None:
        """Until what was typed is in the store, and the list has been read again."""
        self.entry.leave()
        self.idle()
        self.qtbot.wait(450)
        self.idle()

    def answer(self, answer: object) -> list[Shown]:
        """Give this answer to whatever is asked from here on; what was shown is kept in the list."""
        shown: list[Shown] = []

        def record(message: Shown, /) -> object:
            shown.append(message)
            return answer

        self.program.desk.messages.recorder = record
        return shown

    def end(self) -> None:
        self.program.end()
