"""Claims: a province of 380,000 certified records opens its dashboard within 1 s offline, any filter or way down takes
100 ms (95 of 100), and all of it 400 MB of memory; beside plain SQL over the records for the same figures.

Twenty-five districts over two years. One district's records are made and its facts worked out, timed; the others hold
the same under ids of their own, with facts copied, so that the benchmark is made in a minute or two.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import data
import measure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import office
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, insert, select, text

from cdd_desktop import __version__
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.geography import geography
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import profile
from cdd_desktop.settings import Settings
from cdd_desktop.store.figures import read_figures
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.ui.dashboard.area_screen import DashboardTarget
from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen
from cdd_desktop.ui.dashboard.matrix_view import MatrixDelegate
from cdd_desktop.ui.dashboard.quality_screen import QualityScreen
from cdd_desktop.ui.dashboard.screen import DashboardScreen
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.review.screen import ReviewScreen

AT = datetime(2019, 9, 30, 9, 0, tzinfo=BANGKOK)  # the last day of fiscal year 2562
PROVINCE, FIRST = "50", "5001"
YEARS = range(2561, 2563)
OPEN_GOAL, STEP_GOAL, MEMORY_GOAL = 1.0, 0.1, 400
RECORDS = 380_000
LARGE = (("otop_sales", "2562-m11"), ("saving_group", "2562-q3"))


def lists(unit: str) -> Iterator[tuple[dict[str, object], list[dict[str, object]]]]:
    """The frozen lists of one district: a submission and its lines, what is reported before the register."""
    place = data.office(geography().unit(unit), data.HALF)
    kinds = {record.id: record for dataset in data.rules().catalogue.datasets() for record in place.register(dataset)}
    for window, records in data.reports(place, YEARS):
        own = [record for record in kinds.values() if record.dataset == window.dataset]
        name = f"{window.dataset}/{window.period}"
        key = {"dataset": window.dataset, "period": window.period}
        lines = []
        for position, record in enumerate((*records, *own)):
            ref = data.rules().catalogue.newest(record.dataset).entity(record.entity).ref
            line = {"certification_id": name, "record_id": record.id, "position": position, "entity": record.entity}
            register = record.content.get(ref) if ref else None
            lines.append({**key, **line, "register_id": register, "content": dict(record.content), "form_version": 1})
        yield {**key, "certification_id": name, "received_at": window.due_on, "expected": len(lines)}, lines


def store_district(work: Work, unit: str, made: list[tuple[dict[str, object], list[dict[str, object]]]]) -> int:
    """Puts one district's lists into the store under its own ids."""
    count = 0
    for submission, lines in made:
        name, due = f"{unit}/{submission['certification_id']}", submission["received_at"]
        assert isinstance(due, date)
        at = datetime(due.year, due.month, due.day, 3, tzinfo=BANGKOK)
        place = {"unit": unit, "dataset": submission["dataset"], "period": submission["period"]}
        work.session.execute(insert(CertificationRow), [{"id": name, **place, "form_version": 1}])
        row = {**place, "state": "certified", "delivery": "received", "received": True, "verdict": "on_time"}
        number = submission["expected"]
        row |= {"expected": number, "done": number, "received_at": at, "finished_at": at, "certified_at": at}
        work.session.execute(insert(SubmissionRow), [{**row, "certification_id": name, "form_version": 1}])
        if lines:
            own = {"unit": unit, "certification_id": name}
            work.session.execute(insert(CertifiedEntryRow), [{**line, **own} for line in lines])
        count += len(lines)
    return count


def copy_facts(work: Work, unit: str) -> None:
    """The facts of the first district are those of every other one, whose records are the same."""
    rest = {
        "list_fact": "dataset, period, registered, current, explained, compared, copied",
        "figure": "dataset, indicator, period, part, total, per, counted",
    }
    for table, columns in rest.items():
        copy = f"INSERT INTO {table} (unit, {columns}) SELECT :unit, {columns} FROM {table} WHERE unit = :first"
        work.session.execute(text(copy), {"unit": unit, "first": FIRST})
    work.session.execute(text("UPDATE submission SET figured = certification_id WHERE unit = :unit"), {"unit": unit})


def make(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    print("making the province, once", file=sys.stderr)
    workplace = office.new_office(folder, PROVINCE)
    made = list(lists(FIRST))
    count = workplace.do(store_district, FIRST, made)
    spent = measure.seconds(partial(_work_out, workplace))
    print(f"facts of {count:,} records: {count / spent:,.0f} records a second")
    for unit in geography().districts(PROVINCE)[1:]:
        count += workplace.do(store_district, unit.code, made)
        workplace.do(copy_facts, unit.code)
    workplace.close()
    (folder / "ready").write_text(json.dumps(count))


def _work_out(workplace: Workplace) -> None:
    while workplace.do(refresh_facts).left:
        pass


def plain_sales(work: Work) -> dict[tuple[str, str], int]:
    """What a store without facts would do: the year's sales by office and month from the records."""
    row = CertifiedEntryRow
    amount = func.sum(func.json_extract(row.content, "$.sales_total"))
    query = select(row.unit, row.period, amount).where(row.dataset == "otop_sales", row.entity == "sale")
    query = query.join(SubmissionRow, SubmissionRow.certification_id == row.certification_id)
    query = query.where(row.period.startswith("2562-")).group_by(row.unit, row.period)
    return {(unit, period): total for unit, period, total in work.session.execute(query)}


def kept_sales(work: Work) -> dict[tuple[str, str], int]:
    periods = [window.period for window in work.calendar.windows(2562) if window.dataset == "otop_sales"]
    found = read_figures(work.session, PROVINCE, "otop_sales", periods, ["sales_month"])
    return {(one.unit, one.period): one.sums.total or 0 for one in found}


class Visitor:
    """Uses the real window and times every step until it is painted: by the clock, and by the processor's time of this
    program, which a busy machine changes less."""

    def __init__(self, program: Program, app: QApplication) -> None:
        self.program, self.app = program, app
        self.worked: list[float] = []

    def settle(self) -> None:
        """Until everything is read, shown and painted: the events of painting are among those that are worked off."""
        for _ in range(2):
            self.program.tasks.wait_until_idle(60)
            self.app.processEvents()

    def step(self, action: Callable[[], object]) -> float:
        def done() -> None:
            action()
            self.settle()

        before = time.process_time()
        passed = measure.seconds(done)
        self.worked.append(time.process_time() - before)
        return passed

    def steps(self) -> Iterator[tuple[str, float]]:
        window = self.program.window
        board = window.screen_named("dashboard")
        assert isinstance(board, DashboardScreen)
        for key in ("year", "q1", "q2", "q3", "q4", "begun"):
            yield "period", self.step(partial(board._period_menu.chosen.emit, key))
        for key in ("wisdom", "all"):
            yield "bureau", self.step(partial(board._bureau_menu.chosen.emit, key))
        for key in ("certified", "missing", "waiting", "all"):
            yield "state", self.step(partial(board._state_menu.chosen.emit, "all" if key == "certified" else key))
        for column in range(4):
            yield "order", self.step(partial(board.matrix.sort_by, column))
        for unit in geography().districts(PROVINCE)[:12]:
            yield "office", self.step(partial(window.open, "dashboard", DashboardTarget(PROVINCE, unit.code)))
        yield from self.down_to_records()
        for _ in range(3):
            yield "quality", self.step(partial(window.open, "quality"))
            yield "news", self.step(partial(window.open, "news"))
        quality = window.screen_named("quality")
        assert isinstance(quality, QualityScreen)
        window.open("quality")
        self.settle()
        for part in ("unusual", "copied", "offices"):
            yield part, self.step(partial(quality.parts.button(part).click))
        yield "figures", self.step(partial(window.open, "indicators"))
        figures = window.screen_named("indicators")
        assert isinstance(figures, IndicatorsScreen)
        for dataset in self.program.desk.workplace.catalogue.datasets():
            yield "dataset", self.step(partial(figures.dataset_menu.chosen.emit, dataset))
            yield "numbers", self.step(partial(figures.kind.button("numbers").click))
            yield "charts", self.step(partial(figures.kind.button("charts").click))

    def down_to_records(self) -> Iterator[tuple[str, float]]:
        """From an office to the largest of its lists, to a record of it, and back."""
        window = self.program.window
        for unit in geography().districts(PROVINCE)[:6]:
            for dataset, period in LARGE:
                key = SubmissionKey(unit.code, DatasetKey(dataset), PeriodId(period))
                yield "review", self.step(partial(window.open, "review", key))
                review = window.screen_named("review")
                assert isinstance(review, ReviewScreen)
                assert review.entries.rowCount() > 50, review.entries.rowCount()
                yield "record", self.step(partial(review.step, 1))
            yield "back", self.step(window.back)


def visit(app: QApplication, folder: Path) -> tuple[Visitor, float, list[tuple[str, float]]]:
    """The window of the province's supervisor: the visitor, seconds to the first screen, and the steps after it."""
    clock, password = FixedClock(AT), (folder / "password").read_text()
    workplace = sign_in(profile("benchmark", folder), office.PERSON, password, clock=clock)
    program = Program(app, profile=workplace.profile, clock=clock, settings=Settings(background_sync=False))
    program.begin()
    program.window.resize(1366, 698)
    program.desk.opened.emit(workplace)
    visitor = Visitor(program, app)
    visitor.settle()
    opening = visitor.step(partial(program.window.open, "dashboard"))
    board = program.window.screen_named("dashboard")
    assert isinstance(board, DashboardScreen)
    cells = board.matrix_view.itemDelegate()
    assert isinstance(cells, MatrixDelegate)
    assert cells._kept, "a screen that is not painted is not open"
    return visitor, opening, list(visitor.steps())


def compare(workplace: Workplace) -> tuple[float, float]:
    """Seconds for a year's sales by office and month, from the records and from facts; both have to be equal."""
    held: list[dict[tuple[str, str], int]] = []
    plain = measure.seconds(lambda: held.append(workplace.read(plain_sales)))
    kept = measure.seconds(lambda: held.append(workplace.read(kept_sales)))
    assert held[0] == held[1]
    return plain, kept


def main() -> None:
    folder = Path(tempfile.gettempdir()) / f"cdd-benchmark-dashboard-{__version__}"
    if not (folder / "ready").exists():
        make(folder)
    count = json.loads((folder / "ready").read_text())
    assert count >= RECORDS
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    visitor, opening, times = visit(app, folder)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for kind in dict.fromkeys(kind for kind, _ in times):
        spent = [each * 1000 for name, each in times if name == kind]
        worked = [each * 1000 for (name, _), each in zip(times, visitor.worked[1:], strict=True) if name == kind]
        print(
            f"  {kind:8} median {measure.percentile(spent, 50):6.1f} ms, slowest {max(spent):6.1f} ms;"
            f" of processor time {measure.percentile(worked, 50):6.1f} and {max(worked):6.1f} ms"
        )
    workplace = visitor.program.desk.workplace
    matrix = measure.best_of(partial(workplace.read, read_dashboard), 3)
    plain, kept = compare(workplace)
    visitor.program.end()
    tell(count, (opening, visitor.worked[0], matrix), ([each for _, each in times], visitor.worked[1:]), (plain, kept))
    met = memory <= MEMORY_GOAL
    measure.report("Peak memory of all that", f"{memory:.0f} MB", "the whole program", "400 MB", met=met)


def tell(
    count: int,
    opened: tuple[float, float, float],
    steps: tuple[list[float], list[float]],
    sales: tuple[float, float],
) -> None:
    """``opened``: by the clock, by the processor, reading alone. ``steps``: by the clock, by the processor."""
    sql = f"{sales[0] * 1000:.0f} ms for plain SQL over the records, a year's sales by office and month"
    measure.report(
        f"Opening the dashboard of a province with {count:,} certified records",
        f"{opened[0]:.2f} s to the painted screen ({opened[1]:.2f} s of processor time),"
        f" {opened[2] * 1000:.0f} ms of it reading and adding up",
        sql,
        "1 s",
        met=opened[0] <= OPEN_GOAL,
    )
    by_clock, by_processor = (measure.percentile(each, 95) for each in steps)
    measure.report(
        f"{len(steps[0])} filters and ways down, painted",
        f"p95 {by_clock * 1000:.1f} ms ({by_processor * 1000:.1f} ms of processor time);"
        f" the same sales from facts {sales[1] * 1000:.1f} ms, equal figure by figure",
        sql,
        "100 ms",
        met=by_clock <= STEP_GOAL,
    )


if __name__ == "__main__":
    main()
