"""Names of things: typed text ids and the maker of record ids (UUIDv7, RFC 9562)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import NewType

from cdd_desktop.clock import Clock

RecordId = NewType("RecordId", str)  # UUIDv7, made on the device
UnitCode = NewType("UnitCode", str)  # "5007" district, "50" province, "00" department
DatasetKey = NewType("DatasetKey", str)  # "saving_group"
EntityKey = NewType("EntityKey", str)  # "quarter"; unique within its dataset
PeriodId = NewType("PeriodId", str)  # "2561-q2": fiscal year, then the key of the schedule
DeviceId = NewType("DeviceId", str)  # UUIDv7
PersonId = NewType("PersonId", str)  # UUIDv7
BatchId = NewType("BatchId", str)  # UUIDv7
RuleId = NewType("RuleId", str)  # "r6_balance"

IdMaker = Callable[[], str]
_RANDOM_BITS = 74
_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_id(text: str) -> bool:
    """Whether a text is a UUID in its canonical form."""
    return _ID.fullmatch(text) is not None


def uuid7_maker(clock: Clock) -> IdMaker:
    """A maker of UUIDv7 text: milliseconds since 1970, then random bits; unique across devices.

    The ids of one maker ascend, also those of one millisecond, which go on from the last by a random step (RFC 9562,
    6.2, method 2): so things made together stay in the order of making, and indexes of ids grow at their end.
    """
    last = 0

    def make() -> str:
        nonlocal last
        milliseconds = int(clock.now().timestamp() * 1000) & (2**48 - 1)
        if milliseconds > last >> _RANDOM_BITS:
            last = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS - 1)
        else:
            last += 1 + secrets.randbits(32)
        head, tail = last >> 62, last & (2**62 - 1)
        text = f"{head >> 12:012x}7{head & 0xFFF:03x}{tail | 2**63:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    return make
