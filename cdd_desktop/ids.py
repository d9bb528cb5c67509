"""Names of things: typed text ids and the maker of record ids (UUIDv7, RFC 9562)."""

from __future__ import annotations

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


def uuid7_maker(clock: Clock) -> IdMaker:
    """A maker of UUIDv7 text: milliseconds since 1970, then random bits; unique across devices."""

    def make() -> str:
        milliseconds = int(clock.now().timestamp() * 1000) & (2**48 - 1)
        value = milliseconds << 80 | secrets.randbits(80)
        value = value & ~(0xF << 76) | 0x7 << 76
        value = value & ~(0x3 << 62) | 0x2 << 62
        text = f"{value:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    return make
