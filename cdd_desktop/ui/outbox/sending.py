"""The card that says how sending stands: under way, done, waiting, or why it did not work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.pace import Pace, seconds_left
from cdd_desktop.operations.views import OutboxView
from cdd_desktop.sync.outcome import SyncProgress, SyncStep
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.outbox.enrol_again import REFUSED
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card, Progress
from cdd_desktop.ui.words import Words

_MINUTE = 60.0
_MEGABIT = 1_000_000
_NOT_REACHED = {"no-connection", "not-central", "not-trusted", "address-insecure", "address-invalid"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the card shows."""

    title: str
    note: str
    chip: str = ""
    tone: Tone = Tone.MUTED
    done: int = 0
    total: int = 0
    running: bool = False


class SendingCard(Card):
    """Shows a ``Standing``; ``stop_requested`` comes from the button that is there while a contact runs."""

    stop_requested = Signal()

    def __init__(self, words: Words, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._words = words
        self._messages = messages
        self._chip = Chip()
        self.stop = QuietButton(self.tr("Stop"), "close")
        self.stop.clicked.connect(self.stop_requested)
        self.bar = Progress()
        self.sentence = Label(role="note", wrap=True)
        self.note.hide()
        self.head.insertStretch(1, 1)
        self.head.addWidget(self._chip)
        self.head.addWidget(self.stop)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.sentence)
        self.standing = Standing("", "")

    def show_status(self, status: SyncStatus, outbox: OutboxView, now: datetime) -> None:
        """Say how it stands."""
        if status.running:
            self._show(self._under_way(status.progress, status.speed))
        elif status.outcome is not None and not status.outcome.ok and status.outcome.code != "sync-stopped":
            self._show(self._with_clock(self._failed(status, outbox, now), outbox))
        else:
            self._show(self._with_clock(self._at_rest(status, outbox), outbox))

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        self.heading.set_text(standing.title)
        self.sentence.set_text(standing.note)
        self.bar.set(standing.done, standing.total)
        self.bar.setVisible(standing.running)
        self.stop.setVisible(standing.running)
        self._chip.set(standing.chip, standing.tone)
        self._chip.setVisible(bool(standing.chip))

    def _with_clock(self, standing: Standing, outbox: OutboxView) -> Standing:
        """And that this machine's clock is wrong, where it is."""
        if not outbox.clock_off:
            return standing
        minutes = round(abs(outbox.clock_off) / _MINUTE)
        number, hours = self._words.format_number, round(minutes / 60)
        if minutes < 90:
            span = self.tr("{n} minutes").format(n=number(minutes))
        elif hours < 48:
            span = self.tr("{n} hours").format(n=number(hours))
        else:
            span = self.tr("{n} days").format(n=number(round(hours / 24)))
        ahead = self.tr("This machine's clock is {span} ahead of central's.")
        behind = self.tr("This machine's clock is {span} behind central's.")
        told = (ahead if outbox.clock_off > 0 else behind).format(span=span)
        rest = self.tr(
            "Please set its date and time. Nothing is lost or refused for it, "
            "but it may not prove then that work was finished in time."
        )
        return replace(standing, note=f"{standing.note} {told} {rest}")

    def _under_way(self, progress: SyncProgress | None, speed: float) -> Standing:
        number = self._words.format_number
        if progress is None or progress.step is SyncStep.CONNECTING:
            note = self.tr("If the line drops, nothing is lost; sending goes on from where it stopped.")
            return Standing(self.tr("Contacting central"), note, running=True)
        if progress.step is SyncStep.SENDING and progress.sent < progress.total:
            parts = [
                self.tr("Central has answered {sent} of {total} changes").format(
                    sent=number(progress.sent), total=number(progress.total)
                ),
                self._speed(speed),
                self._rest(progress.seconds_left) or self.tr("the first answer will tell how long the rest takes"),
                self.tr("if the line drops, sending goes on from the batch under way; nothing is lost"),
            ]
            note = " · ".join(part for part in parts if part)
            title = self.tr("Sending, batch {batch} of about {batches}").format(
                batch=number(progress.batch), batches=number(max(progress.batch, progress.batches))
            )
            return Standing(title, note, done=progress.sent, total=progress.total, running=True)
        if progress.step is SyncStep.PHOTOS:
            title = self.tr("Sending photos and files, {n} of {total}").format(
                n=number(progress.photos + 1), total=number(progress.photos_total)
            )
            parts = [
                self.tr("The entries have arrived"),
                self._speed(speed),
                self._rest(progress.seconds_left),
                self.tr("if the line drops, photos go on from where they stopped"),
            ]
            note = " · ".join(part for part in parts if part)
            return Standing(title, note, done=progress.bytes, total=progress.bytes_total, running=True)
        note = self.tr("{n} items received so far").format(n=number(progress.received))
        return Standing(self.tr("Receiving from central"), note, done=1, total=1, running=True)

    def _speed(self, bits: float) -> str:
        """What the line carries, all waiting for answers included."""
        if not bits:
            return ""
        if bits < _MEGABIT:
            return self.tr("line about {n} kbit/s").format(n=self._words.format_number(max(1, round(bits / 1000))))
        return self.tr("line about {n} Mbit/s").format(n=self._words.format_number(round(bits / _MEGABIT)))

    def _rest(self, seconds: float | None) -> str:
        """How long the rest takes on this line, in words no finer than the measurement."""
        number = self._words.format_number
        if seconds is None:
            return ""
        if seconds < _MINUTE:
            return self.tr("less than a minute left on this line")
        if seconds < 90 * _MINUTE:
            return self.tr("about {n} minutes left on this line").format(n=number(max(2, ceil(seconds / _MINUTE))))
        return self.tr("about {n} hours left on this line").format(n=number(max(2, round(seconds / (60 * _MINUTE)))))

    def _failed(self, status: SyncStatus, outbox: OutboxView, now: datetime) -> Standing:
        assert status.outcome is not None
        sentence = self._messages.sentence(status.outcome.code, status.outcome.params)
        parts = [sentence]
        if outbox.pending_changes:
            waiting = self.tr("Waiting in this machine: {n}.")
            parts.append(waiting.format(n=self._words.format_number(outbox.pending_changes)))
        if status.held and outbox.pending_changes:
            parts.append(self._metered())
        elif status.next_at is not None and status.next_at > now:
            again = self.tr("Next attempt at {time}.")
            parts.append(again.format(time=self._words.format_time(status.next_at)))
        chip = self.tr("Did not go through")
        return Standing(self._failure_title(status.outcome.code), " ".join(parts), chip, Tone.WARN)

    def _failure_title(self, code: str) -> str:
        """How far the contact came: not out of this machine, not to central, or to central and refused there."""
        if code in _NOT_REACHED:
            return self.tr("Central was not reached")
        if code in REFUSED:
            return self.tr("Central did not accept this machine")
        titles = {
            "central-busy": self.tr("Central is not ready to receive"),
            "central-error": self.tr("Central is not ready to receive"),
            "connection-lost": self.tr("The line dropped on the way"),
            "restore-unconfirmed": self.tr("Waiting until you confirm that the old machine is not used any more"),
            "device-cloned": self.tr("Central was reached, but this machine's data were copied"),
            "network-sign-in": self.tr("This network wants a sign-in first"),
            "proxy-login": self.tr("The proxy asks for a sign-in"),
            "proxy-invalid": self.tr("The proxy in the settings is not valid"),
            "unexpected": self.tr("Sending was broken off by a mistake of the program"),
        }
        return titles.get(code, self.tr("Central was reached, but the contact did not come to its end"))

    def _expected(self, outbox: OutboxView) -> str:
        """How long sending will take if the line is as it was."""
        return self._lasting(seconds_left(outbox.pending_changes, Pace(), outbox.pace))

    def _lasting(self, seconds: float | None) -> str:
        if seconds is None:
            return ""
        if seconds < _MINUTE:
            return self.tr("Less than a minute, as the line was last.")
        number = self._words.format_number
        if seconds < 90 * _MINUTE:
            minutes = number(max(2, ceil(seconds / _MINUTE)))
            return self.tr("About {n} minutes, as the line was last.").format(n=minutes)
        hours = number(max(2, round(seconds / (60 * _MINUTE))))
        return self.tr("About {n} hours, as the line was last.").format(n=hours)

    def _photos(self, outbox: OutboxView) -> str:
        waiting = self.tr("Photos and files waiting to be sent: {n}.")
        return waiting.format(n=self._words.format_number(outbox.photos_waiting))

    def _metered(self) -> str:
        """Why nothing goes by itself just now, and both ways on."""
        return self.tr(
            "This line is paid by volume, so entries wait for another one. "
            "Press Send now to use it all the same; the settings allow it for good."
        )

    def _waiting(self, status: SyncStatus, outbox: OutboxView) -> Standing:
        """What has no receipt: in this machine, or all of it on a stick by now."""
        number = self._words.format_number
        on_stick = outbox.pending_changes == outbox.on_stick
        if on_stick:
            title = self.tr("Changes on USB, awaiting the receipt: {n}").format(n=number(outbox.pending_changes))
            parts = [
                self.tr("Open the receipt here when the stick is back. With a line they go by themselves as well.")
            ]
        else:
            title = self.tr("Changes waiting to be sent: {n}").format(n=number(outbox.pending_changes))
            by_itself = self.tr("Everything is in this machine and goes by itself when there is a line.")
            parts = [self._metered() if status.held else by_itself]
        if outbox.pending_records:
            parts.append(self.tr("Entries concerned: {n}.").format(n=number(outbox.pending_records)))
        if outbox.on_stick and not on_stick:
            parts.append(self.tr("On USB already: {n}.").format(n=number(outbox.on_stick)))
        if not on_stick:
            parts.append(self._expected(outbox))
        if outbox.photos_waiting:
            parts += [self._photos(outbox), self._lasting(outbox.photo_seconds)]
        note = " ".join(part for part in parts if part)
        if on_stick:
            return Standing(title, note, self.tr("On USB"), Tone.VIOLET)
        return Standing(title, note, self.tr("Not sent yet"), Tone.MUTED)

    def _at_rest(self, status: SyncStatus, outbox: OutboxView) -> Standing:
        if outbox.pending_changes:
            return self._waiting(status, outbox)
        if outbox.last_contact_at is None:
            note = self.tr("Everything you enter is kept in this machine first and then sent.")
            return Standing(self.tr("No contact with central yet"), note)
        contact = self.tr("Last contact {at}").format(at=self._words.format_instant(outbox.last_contact_at))
        if outbox.needs_you:
            note = f"{contact} {self._photos(outbox)}" if outbox.photos_waiting else contact
            return Standing(self.tr("Sent, except what needs your decision"), note)
        if outbox.photos_waiting:
            why = self.tr("They go by themselves in pieces, but not over a line paid by volume.")
            if outbox.photo_code:
                why = self._messages.sentence(outbox.photo_code)
            parts = [self.tr("Central has received all entries."), why, self._lasting(outbox.photo_seconds)]
            note = " ".join(part for part in parts if part)
            return Standing(self._photos(outbox), note, self.tr("Not sent yet"))
        return Standing(self.tr("Central has received everything"), contact, self.tr("Receipt kept"), Tone.OK)
