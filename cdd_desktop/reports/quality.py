"""How good the data are, beside whether they came: current, correct, copied or unusual (domain.md, section 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.fact import ReturnFact, SubmissionFact
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import Unit
from cdd_desktop.forms.list_facts import ListFacts, UnitSums
from cdd_desktop.ids import DatasetKey
from cdd_desktop.reports.completeness import Measures, Share
from cdd_desktop.reports.dashboard import Dashboard
from cdd_desktop.reports.outliers import Usual, usual

CURRENT_DAYS = 365
"""A register entry is current while somebody has dealt with it within so many days (domain.md, section 8)."""


@dataclass(frozen=True, slots=True)
class Unusual:
    """A figure far from what is usual for its office."""

    key: SubmissionKey
    indicator: str
    value: int
    usual: Usual


@dataclass(frozen=True, slots=True)
class Evidence:
    """What quality is judged by. ``lists`` and ``received`` reach back into the year before, for registers that are
    reported once a year."""

    facts: Mapping[SubmissionKey, SubmissionFact]
    lists: Mapping[SubmissionKey, ListFacts]
    returns: Sequence[ReturnFact]
    received: Mapping[SubmissionKey, SubmissionFact]
    unusual: Sequence[Unusual]


@dataclass(frozen=True, slots=True)
class QualityRow:
    """A line of the table: an office, or a province with its districts.

    ``current``: register entries dealt with within a year, of all in the newest lists. ``errors`` and ``warnings`` are
    entries with open ones, ``explained`` warnings with a reason. Of ``returned`` submissions ``answered`` were
    certified anew, half of them within ``turn_round`` (None: none). ``lead_days`` before the due date half of the
    submissions were there (negative: after). ``copied``: records with the very figures of the period before, of those
    that can be compared. ``lists`` tells of how many received submissions the lists are known here.
    """

    unit: Unit
    measures: Measures
    current: Share
    errors: int
    warnings: int
    explained: int
    returned: int
    answered: int
    turn_round: timedelta | None
    lead_days: int | None
    copied: Share
    lists: Share


@dataclass(frozen=True, slots=True)
class CopiedList:
    """A submission in which records have the very figures of the period before."""

    key: SubmissionKey
    share: Share


@dataclass(frozen=True, slots=True)
class Quality:
    """Rows as in the dashboard, their total, and what a person should look at, the most striking first."""

    rows: tuple[QualityRow, ...]
    total: QualityRow
    unusual: tuple[Unusual, ...]
    copied: tuple[CopiedList, ...]


def build_quality(dashboard: Dashboard, evidence: Evidence) -> Quality:
    """The quality of what a dashboard shows: its offices and windows. Pure, as the dashboard is."""
    windows = {(window.dataset, window.period) for window in dashboard.windows}
    shown = {key: fact for key, fact in evidence.facts.items() if (key.dataset, key.period) in windows}
    of_row: Callable[[str], str] = (lambda code: code[:2]) if dashboard.rolled_up else (lambda code: code)
    groups: dict[str, list[SubmissionKey]] = defaultdict(list)
    for key in shown:
        groups[of_row(key.unit)].append(key)
    line = _Line(dashboard, evidence)
    rows = tuple(line.row(row.unit, row.measures, groups.get(of_row(row.unit.code), ())) for row in dashboard.rows)
    codes = {of_row(row.unit.code) for row in dashboard.rows}
    every = [key for key in shown if of_row(key.unit) in codes]
    wanted = set(every)
    return Quality(
        rows=rows,
        total=line.row(dashboard.scope, dashboard.measures, every),
        unusual=tuple(each for each in evidence.unusual if each.key in wanted),
        copied=tuple(_copied(evidence, every)),
    )


class _Line:
    """Works out rows; knows the newest list of every office's dataset, which tells how current its register is."""

    def __init__(self, dashboard: Dashboard, evidence: Evidence) -> None:
        self._evidence = evidence
        self._dues = {(window.dataset, window.period): window.due_on for window in dashboard.windows}
        self._since = dashboard.today - timedelta(days=CURRENT_DAYS)
        self._returns: dict[SubmissionKey, list[ReturnFact]] = defaultdict(list)
        for each in evidence.returns:
            self._returns[each.key].append(each)
        newest: dict[tuple[str, DatasetKey], SubmissionKey] = {}
        for key in sorted(evidence.lists, key=self._when):
            if evidence.lists[key].registered:
                newest[key.unit, key.dataset] = key
        self._newest = newest

    def row(self, unit: Unit, measures: Measures, keys: Iterable[SubmissionKey]) -> QualityRow:
        keys = list(keys)
        facts = [self._evidence.facts[key] for key in keys]
        received = [fact for fact in facts if fact.received]
        lists = [self._evidence.lists[fact.key] for fact in received if fact.key in self._evidence.lists]
        returns = [each for key in keys for each in self._returns.get(key, ())]
        answered = [(each.answered_at - each.at).total_seconds() for each in returns if each.answered_at is not None]
        leads = [
            (self._dues[fact.key.dataset, fact.key.period] - bangkok_day(fact.received_at)).days
            for fact in received
            if fact.received_at is not None
        ]
        return QualityRow(
            unit=unit,
            measures=measures,
            current=self._current(keys),
            errors=sum(fact.progress.errors for fact in facts),
            warnings=sum(fact.progress.warnings for fact in facts),
            explained=sum(each.explained for each in lists),
            returned=len(returns),
            answered=len(answered),
            turn_round=timedelta(seconds=round(median(answered))) if answered else None,
            lead_days=round(median(leads)) if leads else None,
            copied=Share(sum(each.copied for each in lists), sum(each.compared for each in lists)),
            lists=Share(len(lists), len(received)),
        )

    def _current(self, keys: Iterable[SubmissionKey]) -> Share:
        found = Share()
        for place in {(key.unit, key.dataset) for key in keys}:
            key = self._newest.get(place)
            if key is not None:
                facts = self._evidence.lists[key]
                fact = self._evidence.received.get(key)
                day = bangkok_day(fact.received_at) if fact is not None and fact.received_at else None
                fresh = day is not None and day >= self._since
                found += Share(facts.current if fresh else 0, facts.registered)
        return found

    def _when(self, key: SubmissionKey) -> str:
        fact = self._evidence.received.get(key)
        return fact.received_at.isoformat() if fact is not None and fact.received_at else ""


def _copied(evidence: Evidence, keys: Iterable[SubmissionKey]) -> list[CopiedList]:
    found = [
        CopiedList(key, Share(facts.copied, facts.compared))
        for key in keys
        if (facts := evidence.lists.get(key)) is not None and facts.copied
    ]
    return sorted(found, key=lambda each: (-(each.share.ratio or 0), -each.share.part, each.key.unit))


def find_unusual(
    dataset: DatasetKey, every: Iterable[UnitSums], periods: Sequence[str], fiscal_year: int
) -> list[Unusual]:
    """Figures of a fiscal year that are far from their own office's earlier ones, those furthest away first.

    ``periods`` are those looked at, in the order of time."""
    order = {period: place for place, period in enumerate(periods)}
    lines: dict[tuple[str, str], list[UnitSums]] = defaultdict(list)
    for one in every:
        if one.sums.total is not None:
            lines[one.unit, one.indicator].append(one)
    found = []
    for line in lines.values():
        line.sort(key=lambda one: order[one.period])
        for place, one in enumerate(line):
            if not one.period.startswith(f"{fiscal_year}-"):
                continue
            before = usual([past.sums.total or 0 for past in line[:place]])
            if before is not None and before.is_far(one.sums.total or 0):
                key = SubmissionKey(one.unit, dataset, one.period)
                found.append(Unusual(key, one.indicator, one.sums.total or 0, before))
    return sorted(found, key=lambda each: -_distance(each))


def _distance(found: Unusual) -> float:
    return abs(found.value - found.usual.middle) / max(abs(found.usual.middle), 1)
