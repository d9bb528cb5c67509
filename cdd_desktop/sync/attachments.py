"""Photos and files on the line: sent after everything else, piece by piece from where central stands; fetched the same.

A cut, a stop or a restart costs at most the piece under way: central says how much it holds, and sending goes on there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto

import msgspec

from cdd_desktop.clock import Clock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.attach_photo import read_photo
from cdd_desktop.operations.attachments import (
    Attached,
    WaitingPhoto,
    keep_fetched,
    note_photo_received,
    note_photo_refused,
    read_fetched,
    read_photo_piece,
    read_photos_here,
    read_waiting_photos,
)
from cdd_desktop.operations.contact import Handshake, read_handshake
from cdd_desktop.operations.link import Link, read_link
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.gateway import Gateway, HttpGateway
from cdd_desktop.sync.outcome import SyncProgress, SyncStep
from cdd_desktop.sync.protocol import MOST_BLOBS, BlobsAnswer, BlobsRequest, BlobState, WantedBlob

# What central says of one photo; the others go all the same, and it is tried again with the next contact.
_OF_ONE = frozenset({"blob-hash", "blob-offset", "blob-quota", "blob-too-large", "blob-unnamed"})


class _End(Enum):
    """How it went with one photo."""

    SENT = auto()
    REFUSED = auto()
    STOPPED = auto()


class AttachmentSender:
    """Sends the photos and files that wait. ``link`` is what is known of the line, ``sent`` how many have arrived."""

    def __init__(self, workplace: Workplace, gateway: Gateway, clock: Clock, link: Link) -> None:
        self._workplace = workplace
        self._gateway = gateway
        self._clock = clock
        self.link = link
        self.sent = 0
        self._waiting: Sequence[WaitingPhoto] = ()
        self._passed = 0  # bytes of those before the one under way
        self._report: Callable[[SyncProgress], None] = lambda _progress: None

    def run(self, stop: threading.Event, report: Callable[[SyncProgress], None]) -> bool:
        """Whether everything that central takes now has been sent, False when it was stopped before.

        Raises ``RefusedError`` as the gateway; what has been answered stays. A central that does not know photos yet is
        left alone.
        """
        waiting = self._waiting = self._workplace.read(read_waiting_photos)
        self._passed, self._report = 0, report
        for start in range(0, len(waiting), MOST_BLOBS):
            group = waiting[start : start + MOST_BLOBS]
            if stop.is_set():
                return False
            handshake = self._workplace.read(read_handshake)
            try:
                answer = self._ask(handshake, group)
            except RefusedError as error:
                if error.code == "not-found":
                    return True
                raise
            for photo, state in zip(group, answer.blobs, strict=True):
                place = BlobPlace(photo.sha256, photo.record_id, handshake.device, handshake.token)
                self._tell(state.offset)
                end = self._send(place, photo, state, stop)
                self._passed += photo.size
                if end is _End.STOPPED:
                    return False
                if end is _End.SENT:
                    self._workplace.do(note_photo_received, photo.sha256, answer.epoch)
                    self.sent += 1
        return True

    def _ask(self, handshake: Handshake, group: Sequence[WaitingPhoto]) -> BlobsAnswer:
        """How much of each is there. Raises ``RefusedError("answer-unclear")`` for states of other photos."""
        request = BlobsRequest(
            device=handshake.device,
            unit=handshake.unit,
            blobs=[WantedBlob(sha256=photo.sha256, record=photo.record_id) for photo in group],
        )
        answer = self._gateway.ask_blobs(msgspec.json.encode(request), handshake.token)
        if [state.sha256 for state in answer.blobs] != [photo.sha256 for photo in group]:
            raise RefusedError("answer-unclear")
        return answer

    def _send(self, place: BlobPlace, photo: WaitingPhoto, state: BlobState, stop: threading.Event) -> _End:
        """Piece after piece from where central stands."""
        if state.code:
            self._workplace.do(note_photo_refused, photo.sha256, state.code)
            return _End.REFUSED
        offset = state.offset
        while offset < photo.size:
            if stop.is_set():
                return _End.STOPPED
            data = self._workplace.read(read_photo_piece, photo.sha256, offset, self.link.piece)
            try:
                answered = self._carry(place, Piece(offset, photo.size, data), stop)
            except RefusedError as error:
                if error.code not in _OF_ONE:
                    raise
                if error.code != "blob-offset":  # another machine sends it as well: the next contact asks anew
                    self._workplace.do(note_photo_refused, photo.sha256, error.code)
                return _End.REFUSED
            if not offset < answered.offset <= photo.size:
                raise RefusedError("answer-unclear")
            offset = answered.offset
            self._tell(offset)
        return _End.SENT

    def _tell(self, offset: int) -> None:
        """Report how far it is, with so many bytes of the one under way at central."""
        there, size = self._passed + offset, sum(photo.size for photo in self._waiting)
        left = self.link.seconds_for(size - there) if size > there else None
        told = SyncProgress(SyncStep.PHOTOS, photos=self.sent, photos_total=len(self._waiting), seconds_left=left)
        self._report(replace(told, bytes=there, bytes_total=size))

    def _carry(self, place: BlobPlace, piece: Piece, stop: threading.Event) -> BlobState:
        began_at = self._clock.now()
        try:
            answered = self._gateway.put_piece(place, piece)
        except RefusedError as error:
            if error.code == "connection-lost" and not stop.is_set():
                self.link = self.link.cut_piece(self._since(began_at))
            raise
        self.link = self.link.carried(self._since(began_at), len(piece.data))
        return answered

    def _since(self, began_at: datetime) -> float:
        return max((self._clock.now() - began_at).total_seconds(), 0.0)


def fetch_attachment(workplace: Workplace, gateway: HttpGateway, wanted: Attached) -> bytes:
    """The bytes of a photo or file: from this machine, else from central, going on where the last attempt ended.

    Raises ``RefusedError``: ``blob-unknown`` when central does not have it yet, ``blob-damaged`` when what came is
    something else, and what the gateway raises.
    """
    here = workplace.read(read_photos_here, [wanted.sha256])
    if wanted.sha256 in here:
        return here[wanted.sha256]
    handshake = workplace.read(read_handshake)
    place = BlobPlace(wanted.sha256, wanted.record_id, handshake.device, handshake.token)
    most = workplace.read(read_link).piece
    offset = workplace.read(read_fetched, wanted.sha256)
    while True:
        piece = gateway.get_piece(place, offset, most)
        if piece.start != offset:
            raise RefusedError("answer-unclear")
        offset = workplace.do(keep_fetched, wanted.sha256, piece)
        if offset == piece.size:
            return workplace.read(read_photo, wanted.sha256)
        if not offset:
            raise RefusedError("blob-damaged")
