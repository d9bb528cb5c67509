"""Completeness and timeliness of submissions: counts that add up, and shares that are told with their counts.

An area's figures are the sums of its offices' counts, never averages of percentages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from cdd_desktop.domain.fact import SubmissionFact
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import SubmissionState, Verdict
from cdd_desktop.periods.expected import is_expected

_CHECKED = (SubmissionState.ACCEPTED, SubmissionState.APPROVED)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, kept as two counts so that shares of areas can be added."""

    part: int = 0
    whole: int = 0

    @property
    def ratio(self) -> float | None:
        """Part by whole, None for 0 of 0 (shown as "–")."""
        return self.part / self.whole if self.whole else None

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts over some offices and windows, as of a day.

    Of the *expected* ones (due from the start of the office's duty until the day, that day included): ``received``,
    split by verdict into ``on_time``, ``finished_on_time`` and ``late``; ``missing`` when the due day is over;
    ``returned``, ``waiting`` (to be checked), ``accepted`` and ``approved``, all of them received; ``nil`` reports.
    ``entries_done`` of ``entries_expected`` are entries of submissions that have a base, ``entries_counted`` those
    of submissions without one; ``with_entries`` tells how many submissions these figures come from. Beside them,
    never inside: ``open`` windows not yet due, and how many of those have arrived already (``early``).
    """

    expected: int = 0
    received: int = 0
    on_time: int = 0
    finished_on_time: int = 0
    late: int = 0
    missing: int = 0
    returned: int = 0
    waiting: int = 0
    accepted: int = 0
    approved: int = 0
    nil: int = 0
    entries_done: int = 0
    entries_expected: int = 0
    entries_counted: int = 0
    with_entries: int = 0
    open: int = 0
    early: int = 0

    def __add__(self, other: Measures) -> Measures:
        return total((self, other))

    @property
    def declared(self) -> Share:
        """Declared completeness: received certifications of expected submissions."""
        return Share(self.received, self.expected)

    @property
    def timely(self) -> Share:
        """Timeliness: received by the due date, of expected submissions."""
        return Share(self.on_time, self.expected)

    @property
    def computed(self) -> Share:
        """Computed completeness: entries valid or marked with a reason, of expected entries."""
        return Share(self.entries_done, self.entries_expected)


_counts: Callable[[Measures], tuple[int, ...]] = attrgetter(*(field.name for field in fields(Measures)))


def measure(window: Window, fact: SubmissionFact | None, reports_from: date, today: date) -> Measures:
    """The measures of one office's one window; ``fact`` is None when nothing is known of the submission."""
    received = fact is not None and fact.received
    if not is_expected(window, reports_from, today):
        ahead = window.opens_on <= today < window.due_on and window.due_on >= reports_from
        return Measures(open=int(ahead), early=int(ahead and received))
    if fact is None:
        return Measures(expected=1, missing=int(window.due_on < today))
    progress = fact.progress
    known = bool(progress.expected or progress.done)
    based = progress.expected > 0
    return Measures(
        expected=1,
        received=int(received),
        on_time=int(received and fact.verdict is Verdict.ON_TIME),
        finished_on_time=int(received and fact.verdict is Verdict.FINISHED_ON_TIME),
        late=int(received and fact.verdict is Verdict.LATE),
        missing=int(not received and window.due_on < today),
        returned=int(is_returned(fact)),
        waiting=int(received and fact.state is SubmissionState.CERTIFIED),
        accepted=int(received and fact.state is SubmissionState.ACCEPTED),
        approved=int(received and fact.state is SubmissionState.APPROVED),
        nil=int(received and fact.nil),
        entries_done=progress.done if based else 0,
        entries_expected=progress.expected,
        entries_counted=0 if based else progress.done,
        with_entries=int(known),
    )


def is_returned(fact: SubmissionFact) -> bool:
    """Whether a received submission lies with its office again: returned, and not certified anew."""
    return fact.received and fact.state is not SubmissionState.CERTIFIED and fact.state not in _CHECKED


def total(parts: Iterable[Measures]) -> Measures:
    """The sum of measures, all zero for none."""
    columns = zip(*map(_counts, parts), strict=True)
    return Measures(*map(sum, columns))
