"""Comparing with central bucket by bucket over ``/v1/digests``, and mending what differs."""

from __future__ import annotations

import msgspec

from cdd_desktop.operations.buckets import read_buckets
from cdd_desktop.operations.compare import settle_buckets, take_compared
from cdd_desktop.operations.contact import Handshake
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.gateway import Gateway
from cdd_desktop.sync.protocol import PROTOCOL_MAX, PROTOCOL_MIN, DigestRequest

AT_ONCE = 100


def compare_buckets(workplace: Workplace, gateway: Gateway, handshake: Handshake) -> int:
    """Compare, take what central has otherwise and put what it lost into the outbox; answers how many records
    differed. Raises what ``Gateway.compare`` raises; what was done before stays."""
    buckets = workplace.do(read_buckets)
    request = DigestRequest(
        protocol=(PROTOCOL_MIN, PROTOCOL_MAX),
        device=handshake.device,
        unit=handshake.unit,
        buckets=[(one.dataset, one.period, one.count, one.sum) for one in buckets],
    )
    answer = gateway.compare(msgspec.json.encode(request), handshake.token)
    compared = workplace.do(settle_buckets, answer)
    for start in range(0, len(compared.wanted), AT_ONCE):
        wanted = msgspec.structs.replace(request, buckets=[], wanted=list(compared.wanted[start : start + AT_ONCE]))
        found = gateway.compare(msgspec.json.encode(wanted), handshake.token)
        workplace.do(take_compared, found.records, found.epoch)
    return len(compared.wanted) + compared.sent_again
