"""What is unusual for an office by its own past: robust statistics, so that one slip of the past hides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

LEAST_PAST = 5
"""Figures of the past there must be before anything is called unusual."""
_FENCES = 3
_LEAST_SPREAD = 10  # a tenth of the middle: a past without any change makes nothing else unusual


@dataclass(frozen=True, slots=True)
class Usual:
    """Half of an office's past figures lie from ``low`` to ``high``, their middle is ``middle``; ``count`` of them."""

    low: int
    middle: int
    high: int
    count: int

    def is_far(self, value: int) -> bool:
        """Whether a figure lies further outside than three times the breadth of the middle half."""
        spread = max(self.high - self.low, abs(self.middle) // _LEAST_SPREAD, 1)
        return not self.low - _FENCES * spread <= value <= self.high + _FENCES * spread


def usual(past: Sequence[int]) -> Usual | None:
    """What is usual by figures of the past; None while there are too few."""
    if len(past) < LEAST_PAST:
        return None
    low, _, high = quantiles(past, n=4, method="inclusive")
    return Usual(round(low), round(median(past)), round(high), len(past))
