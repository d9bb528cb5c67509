"""The settings: every choice is kept at once, without a button."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from cdd_desktop.errors import BadRequestError, UserError
from cdd_desktop.operations.views import Changes
from cdd_desktop.settings import TEXT_SIZES, Settings, save_settings
from cdd_desktop.sync.address import checked_proxy
from cdd_desktop.ui.backup_button import BackupButton
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.line import knows_metered
from cdd_desktop.ui.paper_button import notice_button
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.settings.form import Group, TwoColumns
from cdd_desktop.ui.settings.office import OfficePart
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import QuietButton, SegmentBar
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import PageHeader, ScrollColumn

PEOPLE = "people"


class SettingsScreen(Screen):
    """Shows ``desk.settings`` and announces each change through ``desk.settings_changed``."""

    name = "settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._filling = False
        about = QuietButton(self.tr("About the program"), "about")
        about.clicked.connect(self._open_about)
        notice = notice_button(desk)
        note = self.tr("Changes are saved at once, for this machine.")
        self.lists = QuietButton(self.tr("Holidays and villages"), "calendar")
        self.lists.clicked.connect(self._open_lists)
        self.header = PageHeader(self.tr("Settings"), note, [self.lists, notice, about])
        self.office = OfficePart(desk, self)
        self._for_people = False
        left, right = [self._look(), self._safety(), self.office.card], [self._sending(), self._machine()]
        self._columns = TwoColumns(left, right)
        self._scroll = ScrollColumn()
        self._scroll.body.addWidget(self._columns)
        self._scroll.body.addStretch(1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self._scroll, 1)
        self._fill()
        self._connect()

    # --- the cards -------------------------------------------------------------------------------------------------

    def _look(self) -> Group:
        group = Group(self.tr("Display"))
        self.language = SegmentBar([("th", "ไทย"), ("en", "English")], self.desk.settings.language)
        self.digits = SegmentBar([("arabic", "0 1 2 3"), ("thai", "๐ ๑ ๒ ๓")], "arabic")
        sizes = [(str(size), f"{size}%") for size in TEXT_SIZES]
        self.text_size = SegmentBar(sizes, str(self.desk.settings.text_size))
        self.look = SegmentBar(
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            self.desk.settings.theme,
        )
        group.add_choice(self.tr("Language"), "", self.language)
        group.add_choice(self.tr("Digits"), self.tr("You may type either kind everywhere."), self.digits)
        group.add_choice(self.tr("Text size"), "", self.text_size)
        group.add_choice(self.tr("Colours"), "", self.look)
        return group

    def _safety(self) -> Group:
        group = Group(self.tr("Safety"))
        self.lock_minutes = QSpinBox()
        self.lock_minutes.setRange(2, 60)
        self.lock_minutes.setSuffix(" " + self.tr("minutes"))
        self.lock_minutes.setMinimumWidth(theme().px(140))
        self.lock_minutes.lineEdit().setTextMargins(theme().px(12), 0, 0, 0)  # the sheet's padding does not reach it
        group.add_choice(
            self.tr("Lock the screen after"), self.tr("without keyboard or mouse, 2 to 60 minutes"), self.lock_minutes
        )
        return group

    def _sending(self) -> Group:
        group = Group(self.tr("Sending and receiving"))
        self.background = group.add_switch(
            self.tr("Send automatically when connected"), self.tr("Otherwise only when you press Send.")
        )
        told = self.tr("For example a mobile hotspot; otherwise changes wait for another connection or for Send now.")
        untold = self.tr("This computer does not say which connections are metered, so sending goes over all of them.")
        self.metered = group.add_switch(self.tr("Also on metered connections"), told if knows_metered() else untold)
        self.proxy = QLineEdit()
        self.proxy.setPlaceholderText("http://proxy.example:3128")
        self.proxy.setMinimumWidth(theme().px(320))
        group.add_choice(
            self.tr("Proxy"), self.tr("Empty: as the system. Ask your network's administrator."), self.proxy
        )
        self.proxy_problem = Label("", "message", wrap=True)
        self.proxy_problem.setProperty("tone", Tone.BAD.value)
        self.proxy_problem.hide()
        group.body.addWidget(self.proxy_problem)
        return group

    def _machine(self) -> Group:
        group = Group(self.tr("This machine"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._folder = Label("", "muted", wrap=True)
        self._folder.setMinimumWidth(theme().px(220))
        self._choose_folder = QuietButton(self.tr("Choose…"))
        row.addWidget(self._choose_folder)
        row.addWidget(self._folder, 1)
        self.back_up = BackupButton(self.desk)
        group.add_choice(
            self.tr("Folder for backups"),
            self.tr("Better on another disk or a USB stick; backups are encrypted."),
            holder,
        )
        group.body.addWidget(self.back_up, 0, Qt.AlignmentFlag.AlignLeft)
        self.backup_days = QSpinBox()
        self.backup_days.setRange(0, 90)
        self.backup_days.setSuffix(" " + self.tr("days"))
        self.backup_days.setSpecialValueText(self.tr("never"))
        self.backup_days.setMinimumWidth(theme().px(140))
        self.backup_days.lineEdit().setTextMargins(theme().px(12), 0, 0, 0)
        group.add_choice(
            self.tr("Remind to back up after"),
            self.tr("A line on the home screen, when something has changed since the last backup."),
            self.backup_days,
        )
        self.reminders = group.add_switch(
            self.tr("Remind of due dates"), self.tr("7, 3 and 1 days before and on the day, once a day.")
        )
        self.start = group.add_switch(
            self.tr("Start with the computer"), self.tr("Starts in the tray, so that reminders appear.")
        )
        return group

    # --- showing and keeping ---------------------------------------------------------------------------------------

    def _connect(self) -> None:
        for bar in (self.language, self.digits, self.text_size, self.look):
            bar.chosen.connect(self._keep)
        for box in (self.background, self.metered, self.reminders, self.start):
            box.toggled.connect(self._keep)
        self.lock_minutes.valueChanged.connect(self._keep)
        self.backup_days.valueChanged.connect(self._keep)
        self.proxy.editingFinished.connect(self._keep_proxy)
        self._choose_folder.clicked.connect(self._pick_folder)
        self.office.shown.connect(self._people_read)

    def open(self, argument: object = None) -> None:
        """``PEOPLE`` brings the people of the office into sight."""
        self._fill()
        self._for_people = argument == PEOPLE
        self.office.read()

    @Slot()
    def _people_read(self) -> None:
        if self._for_people:
            self._for_people = False
            QTimer.singleShot(0, self._show_people)  # the card has its size then

    @Slot()
    def _show_people(self) -> None:
        self._scroll.verticalScrollBar().setValue(self._scroll.verticalScrollBar().maximum())
        self._scroll.ensureWidgetVisible(self.office.card)

    def refresh(self, changes: Changes) -> None:
        if changes.people:
            self.office.read()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._columns.set_narrow(compact)

    def _fill(self) -> None:
        settings = self.desk.settings
        self._filling = True
        self.language.set_current(settings.language)
        self.digits.set_current("thai" if settings.thai_digits else "arabic")
        self.text_size.set_current(str(settings.text_size))
        self.look.set_current(settings.theme)
        self.lock_minutes.setValue(settings.lock_minutes)
        self.background.setChecked(settings.background_sync)
        self.metered.setChecked(settings.metered_sync)
        self.metered.setEnabled(settings.background_sync)
        self.proxy.setText(settings.proxy)
        self.proxy_problem.hide()
        self._folder.set_text(settings.backup_folder or self.tr("in the program's own folder"))
        self.reminders.setChecked(settings.reminders)
        self.start.setChecked(settings.start_with_computer)
        self.backup_days.setValue(settings.backup_days)
        self.lists.setEnabled(self.desk.signed_in)
        self._filling = False

    def chosen_settings(self) -> Settings:
        """What the screen shows now; the boxes that can be wrong have their own way."""
        values: dict[str, Any] = {
            "language": self.language.current(),
            "thai_digits": self.digits.current() == "thai",
            "text_size": int(self.text_size.current()),
            "theme": self.look.current(),
            "lock_minutes": self.lock_minutes.value(),
            "backup_days": self.backup_days.value(),
            "background_sync": self.background.isChecked(),
            "metered_sync": self.metered.isChecked(),
            "reminders": self.reminders.isChecked(),
            "start_with_computer": self.start.isChecked(),
        }
        return replace(self.desk.settings, **values)

    @Slot()
    def _keep(self) -> None:
        if not self._filling:
            self._save(self.chosen_settings())

    @Slot()
    def _keep_proxy(self) -> None:
        """A proxy that makes no sense stays in its box with the reason below, and is not kept."""
        try:
            proxy = checked_proxy(self.proxy.text())
        except BadRequestError as error:
            self.proxy_problem.set_text(self.desk.messages.sentence(error.code, error.params))
            self.proxy_problem.show()
            return
        self.proxy.setText(proxy)
        self.proxy_problem.hide()
        self._save(replace(self.desk.settings, proxy=proxy))

    @Slot()
    def _pick_folder(self) -> None:
        settings = self.desk.settings
        folder = self.desk.messages.choose_folder(self, self.tr("Folder for backups"), settings.backup_folder)
        if folder is not None:
            self._save(replace(settings, backup_folder=str(Path(folder))))

    def _save(self, settings: Settings) -> None:
        if settings == self.desk.settings:
            return
        try:
            save_settings(self.desk.profile.settings, settings)
        except (UserError, OSError) as error:
            self.fail(error)
            self._fill()
            return
        self.desk.change_settings(settings)
        self._fill()
        self.desk.settings_changed.emit(settings)

    @Slot()
    def _open_lists(self) -> None:
        self.desk.open("lists")

    @Slot()
    def _open_about(self) -> None:
        self.desk.open("about")
