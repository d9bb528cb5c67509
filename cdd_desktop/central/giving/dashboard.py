"""What a dashboard of an area shows: how complete its rounds are, and what the indicators of a dataset come to.

Rows for the country are its provinces, those of a province its offices. Both come from what is kept up to date with
every batch: no record and no frozen list is read, whatever their number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter

from sqlalchemy import ColumnElement, case, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from cdd_desktop.central.figures.figuring import count_left
from cdd_desktop.central.figures.sums import Total, every_line
from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.figures import FigureRow, FigureSumRow
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import ContactRow, SubmissionRow
from cdd_desktop.central.trust.accounts import visitor_of
from cdd_desktop.central.trust.rights import Act, check_right
from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import SubmissionState, Verdict
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.indicators import Shown, shown_of
from cdd_desktop.geography import geography
from cdd_desktop.periods.fiscal import first_day, fiscal_year_of
from cdd_desktop.sync.protocol import Message


class ToldRound(Message, frozen=True, kw_only=True):
    """A dataset's period over some offices: ``expected`` of them report it, ``received`` have, of these ``nil`` that
    there is nothing, and so many in each of the three verdicts; ``entries_done`` of ``entries_expected`` are done."""

    dataset: str
    period: str
    due_on: str
    expected: int
    received: int
    on_time: int
    finished_on_time: int
    late: int
    returned: int
    nil: int
    entries_expected: int
    entries_done: int
    errors: int
    warnings: int


class ToldFigure(Message, frozen=True, kw_only=True):
    """An indicator in a period over ``offices`` that have it. ``total`` and ``per`` are the sums behind ``value`` (in
    hundredths with ``decimals``; None where they alone do not make one); ``part`` is a choice it is split by."""

    period: str
    indicator: str
    part: str
    offices: int
    counted: int
    total: int | None
    per: int | None
    value: int | None
    decimals: bool


class ToldRow(Message, frozen=True, kw_only=True):
    """An office, or a province with its offices."""

    unit: str
    rounds: list[ToldRound]
    figures: list[ToldFigure]


class ToldFigures(Message, frozen=True, kw_only=True):
    """``total`` is the whole area, ``rows`` what it is made of; ``left`` lists are still to be worked out."""

    at: str
    year: int
    left: int
    total: ToldRow
    rows: list[ToldRow]


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """What stands in the address: ``unit`` "" is the own area, ``dataset`` "" all of them without indicators, ``year``
    "" the running fiscal year."""

    unit: str = ""
    dataset: str = ""
    year: str = ""
    parts: bool = False


Lines = Mapping[tuple[str, str, str], Total]
"""By period, indicator and part."""


def read_dashboard(endpoint: Endpoint, token: str, asked: FiguresAsked) -> ToldFigures:
    """Raises ``ProblemError``: 401; 403 ``role-not-allowed``, ``place-not-yours``; 400 ``dataset-unknown``,
    ``fiscal-year-range``, ``query-unknown``."""
    now = endpoint.clock.now()
    with endpoint.database.read() as session:
        visitor = visitor_of(session, token, now)
        unit = asked.unit or visitor.unit
        check_right(visitor, Act.SEE_FIGURES, unit)
        try:
            return area_figures(session, endpoint.books(session), geography().unit(unit), asked, now)
        except BadRequestError as error:
            raise ProblemError(400, error.code, **error.params) from error


def area_figures(session: Session, books: Books, area: Unit, asked: FiguresAsked, now: datetime) -> ToldFigures:
    """The same without asking who wants to know. Raises ``BadRequestError``."""
    year = _year(asked.year, bangkok_day(now))
    definition = books.catalogue.newest(asked.dataset) if asked.dataset else None
    windows = [window for window in books.calendar.windows(year) if asked.dataset in ("", window.dataset)]
    offices = list(_offices(area))
    sheet = _Sheet(windows, _duties(session, offices, bangkok_day(now)), definition)
    sheet.rounds = _rounds(session, area, windows)
    if definition is not None:
        sheet.lines = _lines(session, area, asked, [window.period for window in windows])
    rows = [sheet.row(name, [name], [each]) for name, each in _groups(area, offices).items()]
    names = [row.unit for row in rows]
    total = sheet.row(area.code, names, [offices])
    return ToldFigures(at=to_text(now), year=year, left=count_left(session, _inside(area)), total=total, rows=rows)


@dataclass(slots=True)
class _Sheet:
    """What was read, and the rows made of it. ``duties`` say since when an office reports."""

    windows: Sequence[Window]
    duties: Mapping[str, date]
    definition: Definition | None
    rounds: Mapping[tuple[str, str, str], Sequence[int]] = field(default_factory=dict)
    lines: Mapping[str, Lines] = field(default_factory=dict)
    reporting: Sequence[frozenset[UnitLevel]] = field(init=False)
    shown: Mapping[str, Shown] = field(init=False)

    def __post_init__(self) -> None:
        self.reporting = [frozenset(filter(window.reported_by, UnitLevel)) for window in self.windows]
        if self.definition is None:
            self.shown = {}
            return
        every = [each for each in self.definition.indicators if each.formula is not None and not each.note]
        self.shown = {each.key: shown_of(self.definition, each) for each in every}

    def row(self, unit: str, names: Sequence[str], offices: Sequence[Sequence[Unit]]) -> ToldRow:
        """Over the groups of these names and the offices they are made of."""
        duties = Counter((one.level, self.duties[one.code]) for some in offices for one in some)
        rounds = [
            self._round(window, names, [(since, n) for (level, since), n in duties.items() if level in levels])
            for window, levels in zip(self.windows, self.reporting, strict=True)
        ]
        return ToldRow(unit=unit, rounds=rounds, figures=list(self._figures(names)))

    def _round(self, window: Window, names: Iterable[str], duties: Iterable[tuple[date, int]]) -> ToldRound:
        """``duties``: since when so many of the offices that report it do."""
        dataset, period, due = window.dataset, window.period, window.due_on
        every = (self.rounds.get((name, dataset, period)) for name in names)
        found = [one for one in every if one is not None]
        counts = found[0] if len(found) == 1 else [sum(each) for each in zip(_NONE, *found, strict=True)]
        return ToldRound(
            dataset=dataset,
            period=period,
            due_on=due.isoformat(),
            expected=sum([n for since, n in duties if since <= due]),
            **dict(zip(_COUNTED, counts, strict=True)),
        )

    def _figures(self, names: Sequence[str]) -> Iterator[ToldFigure]:
        found: Lines = self.lines.get(names[0], {}) if len(names) == 1 else self._added(names)
        for (period, indicator, part), total in sorted(found.items(), key=itemgetter(0)):
            if total.offices:
                yield self._figure(period, indicator, part, total)

    def _added(self, names: Iterable[str]) -> Lines:
        found: dict[tuple[str, str, str], Total] = {}
        for name in names:
            for key, total in self.lines.get(name, {}).items():
                found.setdefault(key, Total()).take(total)
        return found

    def _figure(self, period: str, indicator: str, part: str, over: Total) -> ToldFigure:
        total, per, counted = over.line
        shown = self.shown.get(indicator)
        value = None if shown is None else shown.value(total, per, counted)
        return ToldFigure(
            period=period,
            indicator=indicator,
            part=part,
            offices=over.offices,
            counted=counted,
            total=total,
            per=per,
            value=value,
            decimals=shown is not None and shown.decimals,
        )


_COUNTED = (
    "received",
    "on_time",
    "finished_on_time",
    "late",
    "returned",
    "nil",
    "entries_expected",
    "entries_done",
    "errors",
    "warnings",
)
_NONE = (0,) * len(_COUNTED)


def _rounds(session: Session, area: Unit, windows: Sequence[Window]) -> dict[tuple[str, str, str], Sequence[int]]:
    """(group, dataset, period) → ``_COUNTED``, added up by the database."""
    row = SubmissionRow
    group = func.substr(row.unit, 1, 2) if area.level is UnitLevel.DEPARTMENT else row.unit
    received = row.received_at != ""
    verdicts = (Verdict.ON_TIME, Verdict.FINISHED_ON_TIME, Verdict.LATE)
    counts = [received, *(row.verdict == each.value for each in verdicts)]
    counts += [row.state == SubmissionState.RETURNED.value, received & row.nil]
    sums = [func.sum(case((each, 1), else_=0)) for each in counts]
    sums += [func.sum(each) for each in (row.expected, row.done, row.errors, row.warnings)]
    query = select(group, row.dataset, row.period, *sums).where(_inside(area))
    query = query.where(
        row.period.in_(sorted({window.period for window in windows})),
        row.dataset.in_(sorted({window.dataset for window in windows})),
    )
    rows = session.connection().execute(query.group_by(group, row.dataset, row.period)).all()
    return {(name, dataset, period): [int(each) for each in found] for name, dataset, period, *found in rows}


def _lines(session: Session, area: Unit, asked: FiguresAsked, periods: Sequence[str]) -> dict[str, Lines]:
    """Group → its sums: of a province as they are kept, of an office its own."""
    found: dict[str, dict[tuple[str, str, str], Total]] = {}
    if area.level is UnitLevel.DEPARTMENT:
        return _sums(session, asked, periods)
    row = FigureRow
    wanted = [row.dataset == asked.dataset, row.period.in_(periods)]
    wanted += [row.unit.in_([office.code for office in _offices(area)])]
    for (unit, _, period), line in every_line(session, *wanted, *_parts(row.part, asked)):
        found.setdefault(unit, {}).setdefault((period, line.indicator, line.part), Total()).add(line)
    return dict(found)


def _sums(session: Session, asked: FiguresAsked, periods: Sequence[str]) -> dict[str, Lines]:
    row = FigureSumRow
    columns = (row.province, row.period, row.indicator, row.part)
    counts = (row.offices, row.totals, row.pers, row.counted, row.total, row.per)
    query = select(*columns, *counts).where(row.dataset == asked.dataset, row.period.in_(periods))
    found: dict[str, dict[tuple[str, str, str], Total]] = defaultdict(dict)
    # Thousands of rows and no objects made of them: past the session, which would look at each.
    for province, period, indicator, part, *sums in (
        session.connection().execute(query.where(*_parts(row.part, asked))).all()
    ):
        found[province][period, indicator, part] = Total(*sums)
    return dict(found)


def _parts(column: InstrumentedAttribute[str], asked: FiguresAsked) -> list[ColumnElement[bool]]:
    return [] if asked.parts else [column == ""]


def _offices(area: Unit) -> Iterator[Unit]:
    """The offices of an area that report: a province beside its districts."""
    if area.level is UnitLevel.DISTRICT:
        yield area
        return
    places = geography()
    for province in (area,) if area.level is UnitLevel.PROVINCE else places.provinces():
        yield province
        yield from places.districts(province.code)


def _groups(area: Unit, offices: Sequence[Unit]) -> dict[str, list[Unit]]:
    """What the rows are made of, by the name of the row."""
    found: dict[str, list[Unit]] = {}
    for office in offices:
        name = office.code[:2] if area.level is UnitLevel.DEPARTMENT else office.code
        found.setdefault(name, []).append(office)
    return found


def _duties(session: Session, offices: Iterable[Unit], today: date) -> dict[str, date]:
    """Since when each office reports: as it was enrolled, else since the fiscal year began."""
    rows = session.execute(select(ContactRow.unit, ContactRow.reports_from).where(ContactRow.reports_from != ""))
    named = {unit: date.fromisoformat(since) for unit, since in rows}
    usual = first_day(fiscal_year_of(today))
    return {office.code: named.get(office.code, usual) for office in offices}


def _inside(area: Unit) -> ColumnElement[bool]:
    if area.level is UnitLevel.DEPARTMENT:
        return true()
    return SubmissionRow.unit.startswith(area.code, autoescape=True)


def _year(text: str, today: date) -> int:
    if not text:
        return fiscal_year_of(today)
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise BadRequestError("query-unknown", word=f"year={text}")
    return int(text)
