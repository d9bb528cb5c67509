"""How the benchmarks measure and what they print: a figure, the reference of the same run, and the goal."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

RUNS = 5


def best_of(action: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the quickest of so many runs."""
    return min(seconds(action) for _ in range(runs))


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def percentile(samples: Sequence[float], percent: float) -> float:
    """The smallest sample that so many percent do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def report(claim: str, figure: str, reference: str, goal: str, *, met: bool) -> None:
    """One block on the standard output."""
    print(
        f"{claim}\n  figure     {figure}\n  reference  {reference}\n  goal       {goal}: {'met' if met else 'NOT met'}"
    )
