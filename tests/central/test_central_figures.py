"""Figures kept beside frozen lists are what the records of the lists come to, whatever happened to them before."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from central_driver import Central, Device, certification, new_id
from central_report import Report
from sqlalchemy import select, true, update
from sqlalchemy.orm import Session

from cdd_desktop.central.cli import main
from cdd_desktop.central.desk.publishing import propose, publish
from cdd_desktop.central.figures.figuring import count_left, forget_figured, keep_figures
from cdd_desktop.central.figures.sums import FigureWriter
from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.books import SCHEDULE
from cdd_desktop.central.keeping.soundness import check_all
from cdd_desktop.central.serving.mending import mending
from cdd_desktop.central.tables.figures import FigureRow, FigureSumRow, ListFactRow
from cdd_desktop.central.tables.rows import CertifiedEntryRow, DeviceRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import bangkok_day
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import ListFacts
from cdd_desktop.paths import resources

UNITS, PERIODS = ("5007", "5008", "5101"), ("2561-q1", "2561-q2")
LARGE = 10**17
BEYOND = 10**30
PATIENCE = 60


@dataclass
class Office:
    """A district whose two savings groups report what it is told; ``quarters`` are its records by period."""

    device: Device
    above: Device
    quarters: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    revs: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        report = Report(self.device)
        report.enter()
        self.groups = {record.id: dict(record.content) for record in report.register}
        self.quarters["2561-q2"] = {record.id: dict(record.content) for record in report.quarter}
        self.quarters["2561-q1"] = {new_id(): dict(record.content) for record in report.quarter}
        self.revs = {record.id: 1 for record in report.quarter}
        self.send("2561-q1", [self.device.edit(name, one) for name, one in self.quarters["2561-q1"].items()])

    def send(self, period: str, edits: list[Any]) -> None:
        results = self.device.send(self.device.group(*edits, entity="quarter", period=period))
        assert {result.status for result in results} == {"stored"}
        self.revs.update((edit.record, result.rev) for edit, result in zip(edits, results, strict=True))

    def change(self, period: str, savings: list[int]) -> None:
        edits = []
        for (name, content), amount in zip(self.quarters[period].items(), savings, strict=True):
            content["saving_balance"] = amount
            edits.append(self.device.edit(name, {"saving_balance": amount}, base=self.revs[name]))
        self.send(period, edits)

    def move(self, period: str, device: Device, *moves: Any) -> list[str]:
        return [each.status for each in device.send(device.group(*moves, entity="", form=0, period=period))]

    def give_back(self, period: str) -> None:
        """The province sends it back where it stands certified."""
        self.above.sync()
        known = self.above.submissions.get(f"{self.device.unit}/saving_group/{period}")
        if known is not None and known.state == "certified":
            back = self.above.move("return", "provincial-officer", base=known.rev, reason="แก้ไข")
            group = self.above.group(back, unit=self.device.unit, entity="", form=0, period=period)
            assert [each.status for each in self.above.send(group)] == ["stored"]

    def certify(self, period: str, *, wrong: bool = False) -> list[str]:
        """Proposed and certified in one batch; ``wrong``: with a list that is not what central holds."""
        self.device.sync()
        mine = self.device.submissions.get(f"{self.device.unit}/saving_group/{period}")
        rev = mine.rev if mine is not None else 0
        moves = [self.device.move("propose", "officer", base=rev)] if mine.state != "proposed" else []
        contents = {**self.groups, **self.quarters[period]}
        if wrong:
            contents.popitem()
        listed = certification(contents, today=bangkok_day(self.device.central.clock.now()))
        moves.append(self.device.move("certify", "head", base=rev + len(moves), certification=listed))
        return self.move(period, self.device, *moves)


def faults(central: Central) -> tuple[str, ...]:
    with central.endpoint.database.read() as session:
        return check_all(session, Vault(central.endpoint.keys), central.endpoint.books(session)).faults


def by_plain_sums(session: Session, vault: Vault) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Savings and groups that report, of every list in force, from its lines themselves."""
    for row in session.scalars(select(SubmissionRow).where(SubmissionRow.received_at != "")):
        lines = session.scalars(
            select(CertifiedEntryRow).where(
                CertifiedEntryRow.certification == row.certification, CertifiedEntryRow.entity == "quarter"
            )
        )
        amounts = [vault.open(line.content)["saving_balance"] for line in lines]
        yield (row.unit, row.period), (sum(amounts), len(amounts))


def check(central: Central) -> None:
    with central.endpoint.database.read() as session:
        assert count_left(session, true()) == 0
        expected = dict(by_plain_sums(session, Vault(central.endpoint.keys)))
        rows = session.scalars(select(FigureRow).where(FigureRow.indicator == "savings"))
        assert {(row.unit, row.period): (row.total, row.counted) for row in rows} == expected
        sums: dict[tuple[str, ...], tuple[int, ...]] = {}
        for (unit, period), (amount, groups) in expected.items():
            offices, total, counted = sums.get((unit[:2], period), (0, 0, 0))
            sums[unit[:2], period] = (offices + 1, total + amount, counted + groups)
        rows = session.scalars(select(FigureSumRow).where(FigureSumRow.indicator == "savings"))
        assert {(row.province, row.period): (row.offices, row.total, row.counted) for row in rows} == sums
        for fact in session.scalars(select(ListFactRow)):
            both = {(fact.unit, period) for period in PERIODS} <= expected.keys()
            assert (fact.registered, fact.compared) == (2, 2 if both and fact.period == PERIODS[1] else 0)
    assert faults(central) == ()


@pytest.mark.parametrize("seed", [1, 2])
def test_figures_are_what_the_records_come_to_after_any_history(central: Central, seed: int) -> None:
    chance = random.Random(seed)
    above = {province: central.device(province) for province in ("50", "51")}
    offices = [Office(central.device(unit), above[unit[:2]]) for unit in UNITS]
    done: list[str] = []
    for _ in range(14):
        office, period = chance.choice(offices), chance.choice(PERIODS)
        what = chance.choice(("certify", "certify", "certify", "return", "refused", "forgotten"))
        if what == "return":
            office.give_back(period)
        elif what == "forgotten":  # a schedule, an erasure, or a program that did not keep figures
            with central.endpoint.database.write() as session:
                forget_figured(session, SubmissionRow.unit == office.device.unit)
            office.change(period, [chance.choice((0, 1, LARGE)) for _ in range(2)])
        else:
            office.give_back(period)
            office.change(period, [chance.choice((0, 1, LARGE)) for _ in range(2)])
            done += office.certify(period, wrong=what == "refused")
        check(central)
    assert {"stored", "refused"} <= set(done)


def test_verify_names_a_figure_that_is_wrong_and_figures_mends_it(
    central: Central, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(central.device("5007"), central.device("50"))
    assert office.certify("2561-q1") == ["stored", "stored"]
    with central.endpoint.database.write() as session:
        session.execute(update(FigureRow).where(FigureRow.indicator == "savings").values(total=5))
        session.execute(update(ListFactRow).values(copied=1))
    assert set(faults(central)) == {
        "figures 5007/saving_group/2561-q1: another than those of its list",
        "province saving_group/2561-q1/50/savings/: another than that of its offices",
    }
    at = ["--database", central.address, "--keys", str(central.keys)]
    assert main(["verify", *at]) == 1
    assert main(["figures", *at]) == 0  # nothing is left to be worked out
    assert main(["figures", *at, "--anew"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["0", "1"]
    check(central)


def publish_schedule(central: Central) -> None:
    """The next revision of the year's schedule."""
    path = next((resources() / "schedules").glob("*2561*.json"))
    with central.endpoint.database.write() as session:
        books = central.endpoint.books(session)
        held = max((n for (kind, _, _), n in books.numbers.items() if kind == SCHEDULE), default=0)
        body = json.dumps({**json.loads(path.read_text("utf-8")), "revision": held + 1})
        publish(session, books, propose(session, books, SCHEDULE, body), central.clock.now())


def left(central: Central) -> int:
    with central.endpoint.database.read() as session:
        return count_left(session, true())


def test_a_schedule_leaves_figures_that_a_serving_central_works_out_itself(central: Central) -> None:
    office = Office(central.device("5007"), central.device("50"))
    assert [office.certify(period) for period in PERIODS] == [["stored", "stored"]] * 2
    with central.endpoint.database.read() as session:
        before = central.endpoint.books(session)
    publish_schedule(central)
    assert left(central) == 2
    with central.endpoint.database.write() as session:  # a batch that waited while the schedule was published
        device = session.get_one(DeviceRow, office.device.id)
        keep_figures(Intake(session, Vault(central.endpoint.keys), before, device, central.clock.now()))
    assert left(central) == 2, "not by the schedule before"
    deadline = time.monotonic() + PATIENCE
    with mending(central.endpoint, every=0.01):
        while left(central):
            assert time.monotonic() < deadline
        publish_schedule(central)  # it looks again
        while left(central):
            assert time.monotonic() < deadline
    check(central)


def test_sums_go_beyond_what_the_databases_count_in(central: Central) -> None:
    places = [(unit, "otop_sales", "2561-m01") for unit in ("5007", "5008")]
    with central.endpoint.database.write() as session:
        writer = FigureWriter(session)
        for place in places:
            writer.write(place, ListFacts(sums={"sales": Sums(BEYOND, None, 3, {"food": BEYOND})}))
        writer.flush()
    with central.endpoint.database.write() as session:
        writer = FigureWriter(session)
        assert writer.write(places[0], ListFacts(sums={"sales": Sums(None, 2, 0)}))
        assert not writer.write(places[0], ListFacts(sums={"sales": Sums(None, 2, 0)}))
        writer.flush()
        rows = session.scalars(select(FigureSumRow).order_by(FigureSumRow.part))
        assert [(r.part, r.offices, r.totals, r.total, r.pers, r.per, r.counted) for r in rows] == [
            ("", 2, 1, BEYOND, 1, 2, 3),
            ("food", 1, 1, BEYOND, 0, 0, 0),
        ]
