"""Indicators that need more than the records of one submission, worked out from what is kept beside them: other
periods, the register of another dataset, what came at all. Sums again, so that areas add up as they do for any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.formula import Formula, Indicator
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import ListFacts, UnitSums
from cdd_desktop.ids import PeriodId, UnitCode
from cdd_desktop.reports.indicators import UNITS, YEAR_TO_DATE

_ONE = Formula(count="true")
_SHARE = Formula(count="true", per=_ONE)
_RATIO = Formula(per=Formula())  # of amounts
LEADERS = ("leader_evaluation", "volunteer_anniversary", "saving_group")
"""Datasets whose figures are held against the register of leaders: its volunteer leaders, or the villages in it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a dataset's figures: ``sums`` of this year and ``earlier`` ones, which period is ``before``
    and a ``year_before`` each, the facts of ``lists``, reports that there is nothing (``nil``: office and period), and
    active volunteer ``leaders`` by office, and ``villages`` its register names."""

    sums: Sequence[UnitSums]
    earlier: Sequence[UnitSums]
    before: Mapping[str, str]
    year_before: Mapping[str, str]
    lists: Mapping[SubmissionKey, ListFacts]
    nil: frozenset[tuple[str, str]]
    leaders: Mapping[str, int] = field(default_factory=dict)
    villages: Mapping[str, int] = field(default_factory=dict)

    def by_place(self, indicator: str) -> dict[tuple[str, str], Sums]:
        """Office and period → an indicator's sums, of both years."""
        every = (*self.earlier, *self.sums)
        return {(one.unit, one.period): one.sums for one in every if one.indicator == indicator}


Found = Iterator[tuple[str, str, Sums]]


def widen(definition: Definition, around: Around) -> list[tuple[Indicator, list[UnitSums]]]:
    """The indicators of a dataset that can be told this way, with a formula that reads their sums. Pure."""
    known = {each.key: each for each in definition.indicators if each.note}
    told = []
    for (dataset, key), (formula, work_out) in _WIDER.items():
        if dataset == definition.dataset and key in known:
            sums = [UnitSums(UnitCode(u), PeriodId(p), key, each) for u, p, each in work_out(around)]
            note = known[key].note if known[key].note in (UNITS, YEAR_TO_DATE) else ""
            told.append((msgspec.structs.replace(known[key], formula=formula, note=note), sums))
    return told


def _nothing(around: Around) -> Found:  # noqa: ARG001
    """No sums of its own: ``reports.indicators`` tells it of what came, or of another's."""
    return iter(())


def _against(
    indicator: str, before: Callable[[Around], Mapping[str, str]], *, growth: bool
) -> Callable[[Around], Found]:
    """A figure divided by the one before it, of offices that have both; ``growth`` is what was added."""

    def work_out(around: Around) -> Found:
        held, earlier = around.by_place(indicator), before(around)
        for (unit, period), sums in held.items():
            then = held.get((unit, earlier.get(period, "")))
            if period in earlier and then is not None and sums.total is not None and then.total is not None:
                yield unit, period, Sums(sums.total - (then.total if growth else 0), then.total, sums.counted)

    return work_out


def _unconfirmed(around: Around) -> Found:
    """Entries of the register that nobody has dealt with in the list."""
    for key, facts in around.lists.items():
        if facts.registered:
            yield key.unit, key.period, Sums(facts.registered - facts.current, None, facts.registered)


def _covered(around: Around) -> Found:
    """Whether an office has a network; one that reports that there is nothing has none."""
    for (unit, period), sums in around.by_place("networks").items():
        yield unit, period, Sums(int(bool(sums.total)), 1, 1)
    for unit, period in around.nil:
        yield unit, period, Sums(0, 1, 0)


def _villages(around: Around) -> Found:
    """Villages with a group of those that the register of leaders names; where it names fewer, all are covered."""
    for (unit, period), sums in around.by_place("villages_covered").items():
        known = around.villages.get(unit, 0)
        if known and sums.total is not None:
            yield unit, period, Sums(sums.total, max(known, sums.total), sums.counted)


def _of_leaders(indicator: str, *, divisor: bool) -> Callable[[Around], Found]:
    """What an indicator counts (or is divided by) of the volunteer leaders in the register of the same area."""

    def work_out(around: Around) -> Found:
        for (unit, period), sums in around.by_place(indicator).items():
            whole = sum(heads for code, heads in around.leaders.items() if code.startswith(unit))
            part = sums.per if divisor else sums.total
            if whole and part is not None:
                yield unit, period, Sums(part, whole, sums.counted)

    return work_out


_WIDER: dict[tuple[str, str], tuple[Formula, Callable[[Around], Found]]] = {
    ("leader", "unconfirmed"): (_ONE, _unconfirmed),
    ("organization", "not_confirmed"): (_ONE, _unconfirmed),
    ("saving_group", "villages_covered"): (_SHARE, _villages),
    ("saving_group", "growth"): (_RATIO, _against("savings", lambda around: around.before, growth=True)),
    ("otop_sales", "sales_ytd"): (Formula(sum="sales_total"), _nothing),
    ("otop_sales", "late"): (_ONE, _nothing),
    ("otop_sales", "vs_last_year"): (_RATIO, _against("sales_month", lambda around: around.year_before, growth=False)),
    ("fund_network", "amphoe_covered"): (_SHARE, _covered),
    ("leader_evaluation", "evaluated"): (_SHARE, _of_leaders("level_mix", divisor=False)),
    ("volunteer_anniversary", "provinces_reported"): (_SHARE, _nothing),
    ("volunteer_anniversary", "leader_participation"): (_SHARE, _of_leaders("women_share", divisor=True)),
}
