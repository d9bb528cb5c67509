"""What a running central works out by itself: figures of frozen lists that something else than a batch has changed.

A schedule, an erasure or an older program leaves lists whose figures are of something else (``figures/figuring.py``).
A thread beside the requests looks for them when central begins and every minute, and works them out a few at a time,
each few in a transaction of their own. After each it rests as long as that took, so batches get in between and it
never takes more than half of a processor.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cdd_desktop.central.figures.figuring import catch_up, units_left
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.trust.vault import Vault

EVERY_SECONDS = 60.0
AT_ONCE = 5
_log = logging.getLogger(__name__)


@contextmanager
def mending(endpoint: Endpoint, every: float = EVERY_SECONDS) -> Iterator[None]:
    """Figures are brought up to date meanwhile; at the end what is under way is finished first."""
    ended = threading.Event()
    thread = threading.Thread(target=_keep_on, args=(endpoint, every, ended), name="figures", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def mend_figures(endpoint: Endpoint, ended: threading.Event) -> int:
    """Work out whatever is left, until it is or ``ended``; answers how many lists."""
    with endpoint.database.read() as session:
        units = units_left(session)
    count = 0
    for unit in units:
        done = AT_ONCE
        while done == AT_ONCE and not ended.is_set():
            began = time.perf_counter()
            done = catch_up(endpoint.database, Vault(endpoint.keys), endpoint.books, unit, AT_ONCE)
            count += done
            ended.wait(time.perf_counter() - began)
    return count


def _keep_on(endpoint: Endpoint, every: float, ended: threading.Event) -> None:
    while not ended.is_set():
        try:
            mend_figures(endpoint, ended)
        except Exception:  # whatever it is, central goes on answering, and the next round tries again
            _log.exception("figures could not be brought up to date")
        ended.wait(every)
