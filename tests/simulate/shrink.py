"""From a failing plan to a short one that fails in the same way: events are left out while it still does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .plan import Event, Plan
from .world import Result

_TRIES = 400


def shortest(result: Result, run: Callable[[Plan], Result]) -> Result:
    """The shortest failing result found in a bounded number of runs."""
    left = _TRIES
    best = result
    size = max(1, len(best.plan.events) // 2)
    while left > 0:
        smaller = None
        for plan in _without(best.plan, size):
            left -= 1
            tried = run(plan)
            if _same(tried, result):
                smaller = tried
                break
            if left <= 0:
                break
        if smaller is not None:
            best = smaller
            size = min(size, max(1, len(best.plan.events) // 2))
        elif size > 1:
            size //= 2
        else:
            break
    return _simpler(best, result, run)


def _same(tried: Result, wanted: Result) -> bool:
    """Whether the same promise is broken (the words before the colon)."""
    return bool({line.split(":")[0] for line in tried.failures} & {line.split(":")[0] for line in wanted.failures})


def _without(plan: Plan, size: int) -> Iterator[Plan]:
    for start in range(0, len(plan.events), size):
        yield replace(plan, events=plan.events[:start] + plan.events[start + size :])


def _simpler(best: Result, wanted: Result, run: Callable[[Plan], Result]) -> Result:
    """Without faults and machines that do not matter."""
    for place, event in enumerate(best.plan.events):
        for simpler in _bare(event):
            tried = run(replace(best.plan, events=_put(best.plan.events, place, simpler)))
            if _same(tried, wanted):
                best = tried
                break
    while len(best.plan.units) > 1:
        tried = run(replace(best.plan, units=best.plan.units[:-1]))
        if not _same(tried, wanted):
            break
        best = tried
    return best


def _bare(event: Event) -> Iterator[Event]:
    if event.faults:
        yield replace(event, faults=())
        for place in range(len(event.faults)):
            if len(event.faults) > 1:
                yield replace(event, faults=event.faults[:place] + event.faults[place + 1 :])
        yield replace(event, faults=tuple(replace(fault, meanwhile=()) for fault in event.faults))


def _put(events: tuple[Event, ...], place: int, event: Event) -> tuple[Event, ...]:
    return (*events[:place], event, *events[place + 1 :])
