"""The agenda: what is due and in which state, the next step of each, and the year at a glance."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.submission import Verdict
from cdd_desktop.operations.backup_state import BackupState, read_backup_state
from cdd_desktop.operations.left_at import read_left
from cdd_desktop.operations.read_agenda import read_agenda
from cdd_desktop.operations.views import Agenda, Changes, NextStep, SubmissionView
from cdd_desktop.periods.fiscal import first_day
from cdd_desktop.ui.backup_button import BackupButton
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.home.backup_offer import BackupOffer
from cdd_desktop.ui.home.left_offer import LeftOffer
from cdd_desktop.ui.home.row import SubmissionRow
from cdd_desktop.ui.home.update_offer import UpdateOffer
from cdd_desktop.ui.home.year_strip import Month, YearStrip
from cdd_desktop.ui.paper_button import agenda_button
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.state_words import submission_chip
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton, QuietButton
from cdd_desktop.ui.widgets.date_popup import shift_month
from cdd_desktop.ui.widgets.surfaces import Card, EmptyState, FittingColumn, PageHeader

_SCREENS = {NextStep.DECIDE: "outbox", NextStep.SEND: "outbox", NextStep.CERTIFY: "certify"}


class HomeScreen(Screen):
    """Reads the agenda whenever something changed."""

    name = "home"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.header = PageHeader(self.tr("To submit"))
        self._send = QuietButton(self.tr("Send"), "send")
        self._send.clicked.connect(self._open_outbox)
        paper = agenda_button(desk)
        self.back_up = BackupButton(desk)
        self.header.set_actions([paper, self.back_up, self._send])
        self.banner = Banner()
        self.banner.hide()
        self._decide = LinkButton(self.tr("See which"))
        self._decide.clicked.connect(self._open_outbox)
        self.banner.add(self._decide)
        self.left = LeftOffer(desk)
        self._asked_left = False
        self.backup = BackupOffer(desk)
        self.new_version = UpdateOffer(desk)
        self._list = Card(flush=True)
        self._year = Card(" ", " ")
        self._year.body.setContentsMargins(*[theme().px(m) for m in (18, 8, 18, 12)])
        self._year.body.setSpacing(theme().px(6))
        self.strip = YearStrip(desk.words)
        self.strip.month_chosen.connect(self._open_month)
        self._year.body.addWidget(self.strip)
        self._scroll = FittingColumn()
        self._scroll.body.addWidget(self._list)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.banner)
        self.layout_.addWidget(self.left)
        self.layout_.addWidget(self.backup)
        self.layout_.addWidget(self.new_version)
        self.layout_.addWidget(self._scroll)
        self.layout_.addWidget(self._year)
        self.layout_.addStretch(1)
        self.rows: list[SubmissionRow] = []
        self._agenda: Agenda | None = None

    def open(self, argument: object = None) -> None:  # noqa: ARG002
        self.left.hide()
        self._scroll.from_the_top()
        if not self._asked_left:  # at sign-in only
            self._asked_left = True
            self.read(read_left, on_done=self.left.offer)
        self.read(read_agenda, on_done=self._show)
        self.read(read_backup_state, on_done=self._offer_backup)
        self.new_version.show_state(self.desk.updates.state)

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self.read(read_agenda, on_done=self._show)
        self.read(read_backup_state, on_done=self._offer_backup)

    def _offer_backup(self, state: BackupState) -> None:
        """One offer at a time: going on where one stopped comes first."""
        if self.left.isHidden():
            self.backup.offer(state)
        else:
            self.backup.hide()

    def set_compact(self, compact: bool) -> None:
        """The year stays in sight below the list; where the page is low it comes after the list's end."""
        super().set_compact(compact)
        if compact:
            self._scroll.body.addWidget(self._year)
        else:
            self.layout_.insertWidget(self.layout_.indexOf(self._scroll) + 1, self._year)
        if self._agenda is not None:
            self._show(self._agenda)

    def _show(self, agenda: Agenda) -> None:
        self._agenda = agenda
        words = self.desk.words
        self.header.set_title(self.tr("To submit"), words.format_weekday(agenda.today))
        waiting = words.format_number(agenda.pending_changes)
        self._send.set_text(
            self.tr("Send ({n})").format(n=waiting) if agenda.pending_changes else self.tr("Send and receive")
        )
        self._reassure(agenda)
        self._show_rows(agenda.items)
        self._show_year(agenda)

    def _reassure(self, agenda: Agenda) -> None:
        """Where the data are, in one sentence; green only when central has receipted everything."""
        number = self.desk.words.format_number
        self._decide.setVisible(bool(agenda.needs_you or agenda.restored))
        if agenda.restored is not None:
            text = self.tr("This machine works with the backup of {when}. Nothing is sent before you confirm.")
            self.banner.set(text.format(when=self.desk.words.format_instant(agenda.restored.made_at)), Tone.WARN)
        elif agenda.needs_you:
            text = self.tr("{n} entries need your decision. Nothing is lost; both versions are kept.")
            self.banner.set(text.format(n=number(agenda.needs_you)), Tone.BAD)
        elif agenda.pending_changes:
            text = self.tr(
                "Everything is safe on this machine. {n} changes wait and are sent by themselves once connected."
            )
            self.banner.set(text.format(n=number(agenda.pending_changes)), Tone.INFO)
        elif agenda.last_contact_at is not None:
            ago = self.desk.words.format_relative(agenda.last_contact_at, self.desk.clock.now())
            self.banner.set(self.tr("Central has received everything. Last contact {ago}.").format(ago=ago), Tone.OK)
        else:
            self.banner.set(
                self.tr("Everything you enter is kept safe on this machine, with or without a connection."), Tone.INFO
            )
        self.banner.show()

    def _show_rows(self, items: tuple[SubmissionView, ...]) -> None:
        at = self.window().focusWidget()  # also while another program is in front
        had_focus = next(((row.view.key, row is at) for row in self.rows if at in (row, row.button)), None)
        fresh = at is self  # nobody has gone anywhere yet: Enter takes the next step
        body = self._list.body
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        first = next((view for view in items if view.wants_you), None)
        self.rows = []
        for number, view in enumerate(items):
            row = SubmissionRow(view, self.desk.words, primary=view is first, compact=self.compact)
            row.set_last(number == len(items) - 1)
            row.chosen.connect(self.open_submission)
            body.addWidget(row)
            self.rows.append(row)
            if had_focus is not None and view.key == had_focus[0]:
                (row if had_focus[1] else row.button).setFocus()
            elif fresh and view is first:
                row.button.setFocus()
        widest = max((max(row.button.minimumWidth(), row.button.sizeHint().width()) for row in self.rows), default=0)
        for row in self.rows:
            row.button.setMinimumWidth(widest)  # so that dates and buttons stand in columns
        if not items:
            body.addWidget(
                EmptyState(
                    "check-circle",
                    self.tr("Nothing to submit in the next 45 days"),
                    self.tr("The calendar shows the whole fiscal year."),
                )
            )
        self._scroll.fit()

    def _show_year(self, agenda: Agenda) -> None:
        words = self.desk.words
        number = words.format_number
        received = sum(view.received_at is not None for view in agenda.year)
        on_time = sum(view.verdict is Verdict.ON_TIME for view in agenda.year)
        self._year.heading.set_text(words.digits(self.tr("Fiscal year {year}").format(year=agenda.fiscal_year)))
        self._year.note.set_text(
            self.tr("{all} periods · received by central {received} · on time {on_time}").format(
                all=number(len(agenda.year)), received=number(received), on_time=number(on_time)
            )
        )
        start = first_day(agenda.fiscal_year)
        due: dict[date, list[SubmissionView]] = {shift_month(start, step): [] for step in range(13)}
        for view in sorted(agenda.year, key=lambda view: view.window.due_on):
            due.setdefault(view.window.due_on.replace(day=1), []).append(view)
        present = agenda.today.replace(day=1)
        self.strip.set_months([self._month(first, views, present) for first, views in due.items()])

    def _month(self, first: date, views: list[SubmissionView], present: date) -> Month:
        words, chips = self.desk.words, [submission_chip(view, self.desk.words) for view in views]
        lines = [
            f"{words.dataset(view.key.dataset)} {words.period(view.window)} · {text}"
            for view, (text, _) in zip(views, chips, strict=True)
        ]
        return Month(first, tuple(tone for _, tone in chips), first == present, tuple(lines))

    @Slot(object)
    def open_submission(self, view: SubmissionView) -> None:
        """Go where the next step is done."""
        screen = _SCREENS.get(view.next_step, "entry")
        self.desk.open(screen, view.key)

    @Slot()
    def _open_outbox(self) -> None:
        self.desk.open("outbox")

    @Slot(object)
    def _open_month(self, first: date) -> None:
        self.desk.open("calendar", first)
