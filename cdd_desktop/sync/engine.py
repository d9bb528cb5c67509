"""One contact with central from beginning to end: claim a batch, carry it, apply the answer, until nothing is left.

Operations run in short transactions of their own; none is open while a request is under way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import ceil

import msgspec

from cdd_desktop import __version__
from cdd_desktop.clock import Clock
from cdd_desktop.errors import RefusedError, UserError
from cdd_desktop.operations.apply_answer import apply_answer
from cdd_desktop.operations.attachments import read_waiting_photos
from cdd_desktop.operations.claim_batch import ClaimedBatch, claim_batch
from cdd_desktop.operations.compare import Checked, check_digest
from cdd_desktop.operations.contact import Handshake, note_contact, read_claim, read_handshake, read_pace
from cdd_desktop.operations.device_secrets import refuse_without_key
from cdd_desktop.operations.link import read_link, write_link
from cdd_desktop.operations.move_to_form import move_to_newer_forms
from cdd_desktop.operations.pace import Pace, seconds_left
from cdd_desktop.operations.restored import refuse_unconfirmed
from cdd_desktop.operations.split_batch import split_batch
from cdd_desktop.operations.take_new_identity import take_new_identity
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.attachments import AttachmentSender
from cdd_desktop.sync.carrying import carry_files
from cdd_desktop.sync.comparing import compare_buckets
from cdd_desktop.sync.gateway import Gateway
from cdd_desktop.sync.outcome import SyncOutcome, SyncProgress, SyncStep
from cdd_desktop.sync.packing import pack_batch
from cdd_desktop.sync.protocol import PACKED, PROTOCOL_MAX, PROTOCOL_MIN, SyncAnswer, SyncRequest

MOST_COMPARISONS = 2


class SyncEngine:
    """Runs contacts for one signed-in store, on any thread, one at a time."""

    def __init__(self, workplace: Workplace, gateway: Gateway, clock: Clock, *, photos: bool = True) -> None:
        """``photos``: photos and files go as well, after everything else."""
        self._workplace = workplace
        self._gateway = gateway
        self._clock = clock
        self._photos = photos

    def run(self, stop: threading.Event, progress: Callable[[SyncProgress], None]) -> SyncOutcome:
        """Send everything that waits and pull everything that is new.

        Whatever a person can understand is returned as an outcome, not raised, and written to the journal of
        contacts. ``stop`` ends the contact before the next request; what has been answered stays.
        """
        contact = _Contact(self._workplace, self._gateway, self._clock, progress)
        code, params = "sync-done", dict[str, object]()
        try:
            self._workplace.read(refuse_unconfirmed)
            self._workplace.read(refuse_without_key)
            done = contact.run(stop) and carry_files(self._workplace, self._gateway, stop)
            if not (done and (not self._photos or contact.send_photos(stop))):
                code = "sync-stopped"
        except UserError as error:
            # A person who stops cuts the line as well; that is no failure.
            code, params = ("sync-stopped", {}) if stop.is_set() else (error.code, error.params)
        outcome = contact.outcome(code, params)
        counts = {"sent": outcome.sent, "received": outcome.received, "left": outcome.left}
        if outcome.photos:
            counts["photos"] = outcome.photos
        measured = {"seconds": round(contact.pace.seconds, 1)} if contact.pace.known else {}
        told = {"needs_you": outcome.needs_you, "checked": outcome.checked, **measured}
        self._workplace.do(note_contact, code, {**params, **counts, **told})
        self._workplace.do(write_link, contact.link)
        return outcome


class _Contact:
    """The state of one contact."""

    def __init__(
        self, workplace: Workplace, gateway: Gateway, clock: Clock, progress: Callable[[SyncProgress], None]
    ) -> None:
        self._workplace = workplace
        self._gateway = gateway
        self._clock = clock
        self._report = progress
        self.pace = Pace()
        self._before = workplace.read(read_pace)
        self.link = workplace.read(read_link)
        self._batches = 0
        self._sent = 0
        self._received = 0
        self._renamed = False
        self._checked = Checked.NOT_COMPARED
        self._differed = 0
        self._compared = 0
        self._photos = 0

    def run(self, stop: threading.Event) -> bool:
        """True when nothing is left to send or to pull, False when it was stopped before."""
        step = SyncStep.CONNECTING
        more = True
        while not stop.is_set():
            began_at = self._clock.now()
            batch = self._workplace.do(claim_batch, limit=self.link.limit)
            if batch is None and not more:
                if self._workplace.do(move_to_newer_forms).outbox:
                    more = True
                    continue
                if self._checked is not Checked.DIFFERENT or self._compared == MOST_COMPARISONS:
                    return True
                self._compare()
                more = True
                continue
            handshake = self._workplace.read(read_handshake)
            self._tell(SyncStep.SENDING if batch else step, handshake.pending, batch)
            try:
                answer = self._heard(handshake, batch, stop)
            except RefusedError as error:
                if error.code != "device-cloned" or self._renamed:
                    raise
                self._renamed = True
                self._workplace.do(take_new_identity)
                continue
            self._take(answer, batch, handshake)
            if batch is not None:
                self.pace += Pace(batch.saves, self._since(began_at))
            more = answer.more or answer.books_asked
            if answer.compare:
                self._compare()
            elif not more:
                self._checked = self._workplace.do(check_digest, answer.digest)
            step = SyncStep.RECEIVING
        return False

    def send_photos(self, stop: threading.Event) -> bool:
        """Once nothing else waits. False when it was stopped."""
        sender = AttachmentSender(self._workplace, self._gateway, self._clock, self.link)
        try:
            return sender.run(stop, self._report)
        finally:
            self.link, self._photos = sender.link, sender.sent

    def _heard(self, handshake: Handshake, batch: ClaimedBatch | None, stop: threading.Event) -> SyncAnswer:
        """One round trip. A central that no longer knows this machine, restored from before it came, is shown its
        claim once more; one that does not take that either goes on refusing the log-in."""
        try:
            return self._exchange(handshake, batch, stop)
        except RefusedError as error:
            if error.code != "login-refused" or handshake.claim is not None:
                raise
            claiming = replace(handshake, token="", claim=self._workplace.read(read_claim))
            try:
                return self._exchange(claiming, batch, stop)
            except RefusedError as second:
                raise error if second.code.startswith("code-") else second from None

    def _exchange(self, handshake: Handshake, batch: ClaimedBatch | None, stop: threading.Event) -> SyncAnswer:
        """One round trip, measured. A batch that a cut line did not carry goes in halves the next time."""
        request, began_at = self._request(handshake, batch), self._clock.now()
        try:
            answer = self._gateway.exchange(request, handshake.token)
        except RefusedError as error:
            if error.code == "connection-lost" and not stop.is_set():
                self.link = self.link.cut(self._since(began_at))
                if batch is not None:
                    self._workplace.do(split_batch, batch.id)
            raise
        self.link = self.link.answered(self._since(began_at), batch.saves if batch is not None else 0)
        return answer

    def _since(self, began_at: datetime) -> float:
        return max((self._clock.now() - began_at).total_seconds(), 0.0)

    def outcome(self, code: str, params: dict[str, object]) -> SyncOutcome:
        handshake = self._workplace.read(read_handshake)
        return SyncOutcome(
            code=code,
            params=params,
            batches=self._batches,
            sent=self._sent,
            received=self._received,
            left=handshake.pending,
            needs_you=handshake.needs_you,
            photos=self._photos,
            photos_left=len(self._workplace.read(read_waiting_photos)),
            checked="repaired" if self._checked is Checked.SAME and self._differed else self._checked.value,
        )

    def _compare(self) -> None:
        """Bucket by bucket; once more at most, so that a difference nobody can mend ends in words, not in a circle."""
        self._compared += 1
        handshake = self._workplace.read(read_handshake)
        self._differed += compare_buckets(self._workplace, self._gateway, handshake)

    def _take(self, answer: SyncAnswer, batch: ClaimedBatch | None, handshake: Handshake) -> None:
        """Apply an answer. Raises ``RefusedError("answer-unclear")`` for one that would lead in circles."""
        stuck = answer.more and (answer.cursor, answer.epoch) == (handshake.cursor, handshake.epoch)
        stuck = stuck or (answer.books_asked and not _leaves_books_out(handshake))
        if stuck or (batch is not None and answer.receipt is msgspec.UNSET and answer.packed is None):
            raise RefusedError("answer-unclear")
        self._workplace.do(apply_answer, answer, batch.id if batch else None)
        if batch is not None:
            self._batches += 1
            self._sent += batch.saves
        pulled = answer.pulled
        self._received += len(pulled.records) + len(pulled.submissions) + len(pulled.certified)
        self._tell(SyncStep.RECEIVING, max(0, handshake.pending - (batch.saves if batch else 0)))

    def _request(self, handshake: Handshake, batch: ClaimedBatch | None) -> bytes:
        packed = pack_batch(batch.body) if batch is not None and handshake.protocol >= PACKED else None
        named = not _leaves_books_out(handshake)
        return msgspec.json.encode(
            SyncRequest(
                protocol=(PROTOCOL_MIN, PROTOCOL_MAX),
                app=__version__,
                device=handshake.device,
                clock=self._clock.now().isoformat(),
                unit=handshake.unit,
                epoch=handshake.epoch,
                cursor=handshake.cursor,
                definitions=handshake.definitions if named else {},
                schedules=handshake.schedules if named else {},
                holidays=handshake.holidays if named else "",
                books="" if named else handshake.books,
                claim=handshake.claim,
                batch=msgspec.Raw(batch.body) if batch is not None and packed is None else msgspec.UNSET,
                packed=packed,
                digests=True,
                settled=handshake.settled,
                keys=handshake.keys,
            )
        )

    def _tell(self, step: SyncStep, pending: int, under_way: ClaimedBatch | None = None) -> None:
        """Report how far it is. How many batches are left is guessed from the one under way."""
        more = ceil(pending / max(under_way.saves, 1)) if under_way is not None else 0
        self._report(
            SyncProgress(
                step=step,
                batch=self._batches + (under_way is not None),
                sent=self._sent,
                total=self._sent + pending,
                received=self._received,
                batches=self._batches + more,
                seconds_left=seconds_left(pending, self.pace, self._before),
            )
        )


def _leaves_books_out(handshake: Handshake) -> bool:
    """Whether central's own name for what it has published will do in place of every digest held."""
    return handshake.protocol >= PACKED and bool(handshake.books)
