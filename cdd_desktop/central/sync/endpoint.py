"""The endpoint without HTTP: bytes of a ``SyncRequest`` in, bytes of a ``SyncAnswer`` out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.books import DEFINITION, HOLIDAYS, SCHEDULE, Books, Shelf
from cdd_desktop.central.holding.buckets import add_up, buckets_of
from cdd_desktop.central.holding.devices import authenticate, claim_device, note_contact, note_device
from cdd_desktop.central.holding.timing import TOLERANCE
from cdd_desktop.central.intake.ingest import give_receipt, take_in
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.compare import compare
from cdd_desktop.central.sync.pull import Pull
from cdd_desktop.central.tables.database import Database
from cdd_desktop.central.tables.feed import Touched, read_page, read_tops
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import DeviceRow, MetaRow
from cdd_desktop.central.trust.keys import CentralKeys, HeldKeys
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import Clock
from cdd_desktop.domain.digest import digest_of
from cdd_desktop.sync.cursor import Cursor, furthest, is_behind, read_cursor, write_cursor
from cdd_desktop.sync.lineage import NextKeys
from cdd_desktop.sync.packing import PackingError, pack_receipt, unpack_batch
from cdd_desktop.sync.protocol import PACKED, PROTOCOL_MAX, PROTOCOL_MIN, DigestRequest, Pulled, SyncAnswer, SyncRequest
from cdd_desktop.sync.signing import BOOKS, books_bytes, make_anchor, sign, sign_receipt

PAGE = 500


@dataclass(slots=True)
class _Caller:
    """What the writing half of a request leaves for the reading half. ``knows_own``: it need not be told what was
    written under its name."""

    unit: str
    device: str
    cursor: Cursor
    epoch: str
    token: str
    knows_own: bool
    receipt: bytes | None = None


@dataclass(slots=True)
class _Told:
    """What an answer delivers, besides the receipt and the books."""

    pulled: Pulled = field(default_factory=Pulled)
    cursor: str = ""
    more: bool = True
    digest: str = ""
    compare: bool = False


@dataclass(slots=True)
class Endpoint:
    """Answers requests; safe to call from many threads. ``page`` is the most things one answer delivers, ``updates``
    the folder with the program's versions (None: none are given)."""

    database: Database
    held_keys: HeldKeys
    clock: Clock
    page: int = PAGE
    updates: Path | None = None
    _shelf: Shelf = field(default_factory=Shelf)

    @property
    def keys(self) -> CentralKeys:
        """Those that speak now."""
        return self.held_keys.now()

    def sync(self, body: bytes, token: str) -> bytes:
        """One round trip: perhaps a claim, perhaps a batch, always what is new. Raises ``ProblemError``."""
        request = self._read(body)
        now = self.clock.now()
        with self.database.write() as session:
            caller = self._receive(session, request, token, now)
        with self.database.read() as session:
            books = self._shelf.books(session)
            without = caller.device if caller.knows_own else ""
            if request.digests and request.epoch not in ("", caller.epoch):
                return self._answer(request, caller, now, books, _Told(compare=True))
            settled = read_cursor(request.settled)
            page = read_page(session, caller.unit, caller.cursor, self.page, without=without, settled=settled)
            pulled = Pull(session, Vault(self.keys), books, caller.unit).read(page.keys)
            told = _Told(pulled, write_cursor(page.cursor), page.more)
            if request.digests and not page.more:
                told.digest = digest_of(buckets_of(session, caller.unit))
        return self._answer(request, caller, now, books, told)

    def digests(self, body: bytes, token: str) -> bytes:
        """A comparison bucket by bucket, or the records that differ. Raises ``ProblemError``."""
        try:
            request = msgspec.json.decode(body, type=DigestRequest)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise ProblemError(400, "body-unreadable") from error
        _check_protocol(request.protocol)
        with self.database.write() as session:
            device = authenticate(session, token, request.device)
            if device.unit != request.unit:
                raise ProblemError(403, "unit-mismatch")
            add_up(session, Vault(self.keys), device.unit)
        with self.database.read() as session:
            epoch = session.get_one(MetaRow, "epoch").value
            pull = Pull(session, Vault(self.keys), self._shelf.books(session), request.unit)
            return msgspec.json.encode(compare(session, pull, request, epoch))

    def enrol(self, body: bytes) -> bytes:
        """A claim alone: answers the token and pulls nothing. Raises ``ProblemError``."""
        request = self._read(body)
        if request.claim is None:
            raise ProblemError(400, "no-claim")
        now = self.clock.now()
        alone = msgspec.structs.replace(request, batch=msgspec.UNSET, packed=None)
        with self.database.write() as session:
            caller = self._receive(session, alone, "", now)
            books = self._shelf.books(session)
        return self._answer(request, caller, now, books, _Told(Pulled(), request.cursor))

    def books(self, session: Session) -> Books:
        """The forms and the calendar as the database has them now."""
        return self._shelf.books(session)

    def _read(self, body: bytes) -> SyncRequest:
        try:
            request = msgspec.json.decode(body, type=SyncRequest)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise ProblemError(400, "body-unreadable") from error
        _check_protocol(request.protocol)
        return request

    def _receive(self, session: Session, request: SyncRequest, token: str, now: datetime) -> _Caller:
        """The writing half: who calls, what they bring, and that they were here."""
        vault = Vault(self.keys)
        given = ""
        if request.claim is not None:
            given = token = claim_device(session, vault, request.claim, request.device, now)
        device = authenticate(session, token, request.device)
        if device.unit != request.unit:
            raise ProblemError(403, "unit-mismatch")
        meta = session.get_one(MetaRow, "epoch")  # held, so that the batch finds it read
        epoch = meta.value
        same_epoch = request.epoch in ("", epoch)
        cursor = read_cursor(request.cursor) if same_epoch else {}
        shown = read_cursor(device.cursor) if same_epoch else read_tops(session, device.unit)
        behind, batch = _look_back(device, cursor, shown), _batch(request)
        # Who brings nothing may be a copy that only looks: what stands after its cursor may be another's.
        note_device(device, request.app, now)
        caller = _Caller(device.unit, device.id, cursor, epoch, given, knows_own=not behind and batch is not None)
        touched, taken = Touched(), None
        if batch is not None:
            intake = Intake(session, vault, self._shelf.books(session), device, now, touched=touched)
            intake.clock_plausible = _is_plausible(request.clock, now)
            intake.lineage = self.keys.lineage
            taken = take_in(intake, batch)
        add_up(session, vault, device.unit)
        note_contact(session, device.unit, device.id, now, touched)
        if taken is not None:  # what others wait for comes last: the numbers of receipts and those of the provinces
            touched.look_up(session)
            receipt = give_receipt(intake, taken)
            session.flush()
            touched.flush(session, cursor)
            caller.receipt = sign_receipt(receipt, self.keys.signer)
        else:
            touched.flush(session, cursor)
        return caller

    def _answer(self, request: SyncRequest, caller: _Caller, now: datetime, books: Books, told: _Told) -> bytes:
        protocol = min(request.protocol[1], PROTOCOL_MAX)
        packed = pack_receipt(caller.receipt) if caller.receipt is not None and request.packed is not None else None
        asked = bool(request.books) and request.books != books.name
        silent = bool(request.books)  # either nothing is new or the digests have to be named first
        definitions = [] if silent else books.newer(DEFINITION, request.definitions)
        schedules = [] if silent else books.newer(SCHEDULE, request.schedules)
        holidays = [] if silent else books.newer(HOLIDAYS, _held_holidays(request))
        named = books.name if protocol >= PACKED and not silent else ""
        answer = SyncAnswer(
            protocol=protocol,
            epoch=caller.epoch,
            cursor=told.cursor,
            at=to_text(now),
            more=told.more,
            token=caller.token,
            receipt=msgspec.Raw(caller.receipt) if caller.receipt is not None and packed is None else msgspec.UNSET,
            packed=packed,
            pulled=told.pulled,
            definitions=definitions,
            schedules=schedules,
            holidays="".join(holidays),
            books=named,
            books_asked=asked,
            digest=told.digest,
            compare=told.compare,
            anchor=make_anchor(to_text(now), caller.device, self.keys.signer).signature,
            keys=_words_after(self.keys.words, request.keys),
            published=self._signed_books(named, [*definitions, *schedules, *holidays]),
        )
        return msgspec.json.encode(answer)

    def _signed_books(self, named: str, texts: list[str]) -> str:
        return sign(self.keys.signer, BOOKS, books_bytes(named, texts)) if named or texts else ""


def _words_after(words: tuple[NextKeys, ...], known: int | msgspec.UnsetType) -> list[NextKeys]:
    """The words a device lacks. A program that does not know of them leaves them out, and cannot follow."""
    return [] if known is msgspec.UNSET or known < 0 else list(words[known:])


def _check_protocol(spoken: tuple[int, int]) -> None:
    lowest, highest = spoken
    if highest < PROTOCOL_MIN or lowest > PROTOCOL_MAX or lowest > highest:
        raise ProblemError(426, "protocol", lowest=PROTOCOL_MIN, highest=PROTOCOL_MAX)


def _batch(request: SyncRequest) -> bytes | None:
    """The batch's bytes, whichever form they came in."""
    if request.packed is None:
        return None if request.batch is msgspec.UNSET else bytes(request.batch)
    try:
        return unpack_batch(request.packed)
    except (PackingError, UnicodeError) as error:
        raise ProblemError(400, "body-unreadable") from error


def _held_holidays(request: SyncRequest) -> dict[str, str]:
    return {HOLIDAYS: request.holidays} if request.holidays else {}


def _look_back(device: DeviceRow, cursor: Cursor, shown: Cursor) -> bool:
    """Whether the device stands before ``shown``, the furthest cursor it has had or, in a new epoch, the end.

    Then it is told everything up to there, its own writes too. A device that goes back by itself was restored from
    a backup or copied; from now on numbers it should have used up are taken as a copy's (``ingest``).
    """
    behind = is_behind(cursor, shown)
    if behind and cursor and not device.catching_up:
        device.rewound = True
    device.catching_up = behind
    device.cursor = write_cursor(furthest(cursor, shown))
    return behind


def _is_plausible(clock: str, now: datetime) -> bool:
    try:
        return abs(to_instant(clock) - now) <= TOLERANCE
    except (ValueError, OverflowError):
        return False
