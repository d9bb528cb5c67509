"""How the line to central has been, and how many records a batch should carry on it.

A batch that is cut has to be sent again, a small one wastes round trips: between cuts of a mean distance of τ seconds
and with an overhead of o seconds a batch, about √(2·o·τ) seconds of carrying lose least.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, replace

from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.sync.protocol import LARGEST_PIECE

MOST = 500
SMALLEST_PIECE, FIRST_PIECE = 4 * 1024, 32 * 1024
GROWTH = 1.5
_NEW = 0.3  # how much the last measurement counts
_LONGEST = 3600.0  # a clock that jumps measures nothing


@dataclass(frozen=True, slots=True)
class Link:
    """``overhead``: seconds of a round trip that carries no record; ``per_record``: seconds a record takes (0: not
    known yet); ``between_cuts``: mean seconds of carrying from one cut to the next (0: never cut); ``since_cut``:
    seconds carried since the last one; ``limit``: records a batch may carry now, 1 to 500. It begins with the most: a
    large request that is cut goes on where it broke, and costs no more than a small one. ``per_kilobyte`` and
    ``piece`` (bytes) are the same for photos and files."""

    overhead: float = 1.0
    per_record: float = 0.0
    between_cuts: float = 0.0
    since_cut: float = 0.0
    limit: int = MOST
    per_kilobyte: float = 0.0
    piece: int = FIRST_PIECE

    def answered(self, seconds: float, records: int) -> Link:
        """After a round trip with so many records. The limit grows by at most half."""
        seconds = min(max(seconds, 0.0), _LONGEST)
        since = self.since_cut + seconds
        if not seconds:
            known = self
        elif records:
            each = max(seconds - self.overhead, 0.0) / records
            known = replace(self, since_cut=since, per_record=_mixed(self.per_record, each))
        else:
            known = replace(self, since_cut=since, overhead=_mixed(self.overhead, seconds))
        return replace(known, limit=min(known._best(), math.ceil(self.limit * GROWTH)))

    def carried(self, seconds: float, size: int) -> Link:
        """After a piece of a photo of so many bytes. The next one is at most half larger."""
        seconds = min(max(seconds, 0.0), _LONGEST)
        each = _mixed(self.per_kilobyte, max(seconds - self.overhead, 0.0) * 1024 / size) if seconds else 0.0
        known = replace(self, since_cut=self.since_cut + seconds, per_kilobyte=each or self.per_kilobyte)
        return replace(known, piece=min(known._best_piece(), math.ceil(self.piece * GROWTH)))

    def seconds_for(self, size: int) -> float | None:
        """How long so many bytes of photos take, None while no piece has been carried yet."""
        if not self.per_kilobyte:
            return None
        return size / 1024 * self.per_kilobyte + math.ceil(size / self.piece) * self.overhead

    def cut_piece(self, seconds: float) -> Link:
        """After a piece of a photo that broke: as after any cut, and the piece is halved."""
        return replace(self.cut(seconds), limit=self.limit, piece=max(SMALLEST_PIECE, self.piece // 2))

    def cut(self, seconds: float) -> Link:
        """After a round trip that broke. The limit is halved."""
        lasted = self.since_cut + min(max(seconds, 0.0), _LONGEST)
        return replace(
            self, since_cut=0.0, between_cuts=_mixed(self.between_cuts, lasted), limit=max(1, self.limit // 2)
        )

    def _best(self) -> int:
        if not self.between_cuts or not self.per_record:
            return MOST
        return min(max(round(self._carrying() / self.per_record), 1), MOST)

    def _best_piece(self) -> int:
        if not self.between_cuts or not self.per_kilobyte:
            return LARGEST_PIECE
        return min(max(round(self._carrying() / self.per_kilobyte) * 1024, SMALLEST_PIECE), LARGEST_PIECE)

    def _carrying(self) -> float:
        """Seconds of carrying that lose least between cuts."""
        return math.sqrt(2 * self.overhead * max(self.between_cuts, self.since_cut))


def _mixed(known: float, measured: float) -> float:
    return measured if not known else known + _NEW * (measured - known)


def read_link(work: Work) -> Link:
    """What is known of the line."""
    text = read_meta(work.session, Meta.LINK)
    return Link(**json.loads(text)) if text else Link()


def write_link(work: Work, link: Link) -> None:
    """Remember how the line has been."""
    write_meta(work.session, Meta.LINK, json.dumps(asdict(link)))
