"""Digests of records that add up: what two ends hold is compared by buckets, and a changed record moves its bucket's
sum without reading the others.

A bucket is a dataset and a period ("" for register entries) of one office. Sums are modulo 2^128, so that they do not
depend on the order; digests and sums are 32 hexadecimal digits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from cdd_desktop.domain.record import Content, content_digest

_MODULUS = 1 << 128
NOTHING = "0" * 32


@dataclass(frozen=True, slots=True)
class Bucket:
    """What one end holds of an office's dataset and period, deleted records aside."""

    dataset: str
    period: str
    count: int
    sum: str


def record_digest(record_id: str, content: Content) -> str:
    """The digest of a record: its id and its content."""
    return hashlib.sha256(f"{record_id}\n{content_digest(content)}".encode()).hexdigest()[:32]


def shifted(total: str, *, plus: Iterable[str] = (), minus: Iterable[str] = ()) -> str:
    """A sum with digests added and taken away."""
    value = int(total, 16) + sum(int(one, 16) for one in plus) - sum(int(one, 16) for one in minus)
    return f"{value % _MODULUS:032x}"


def digest_of(buckets: Iterable[Bucket]) -> str:
    """One digest for all buckets that hold something, whatever their order."""
    lines = sorted(f"{one.dataset}/{one.period} {one.count} {one.sum}" for one in buckets if one.count)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
