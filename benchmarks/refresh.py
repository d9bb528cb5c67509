"""Claims: a province of 380,000 records is brought up to date by a file of at most 10 MB, and its program takes it in.

Central holds everything twenty-five districts certify in the fullest month of a year, each its own records. The
province's machine has claimed its place by a stick; then central writes the ``.cddpack``, and the province takes it,
works its figures out and reads its dashboard. Beside it the plain JSON of what is in the file, and zstd-19 of that.

``--whole`` (a quarter of an hour): everything of two years, as a machine of the province gets it first, in parts; each
part keeps to the same 10 MB, and the memory of both ends stands beside it.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache, lru_cache, partial
from pathlib import Path

import data
import measure
import zstandard
from sqlalchemy import insert

from cdd_desktop.central.desk.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.sync.by_file import make_packs, receive_file
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.feed import CERTIFIED, SUBMISSION, Touched
from cdd_desktop.central.tables.rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import Record
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.geography import geography
from cdd_desktop.ids import IdMaker, uuid7_maker
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.take_file import Became, take_file
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.operations.write_file import note_handed_over, prepare_file
from cdd_desktop.paths import profile
from cdd_desktop.samples.office import SampleOffice

PROVINCE, YEAR = "50", 2562
NOW = datetime(2019, 9, 30, 9, 0, tzinfo=BANGKOK)
GOAL = 10_000_000
PASSWORD = "made for benchmarks only"


@cache
def fullest_month() -> tuple[Window, ...]:
    """The windows of the month in which a district certifies most records."""
    months: dict[str, list[Window]] = {}
    for window in data.rules().calendar.windows(YEAR):
        if window.reported_by(UnitLevel.DISTRICT):
            months.setdefault(window.due_on.strftime("%Y-%m"), []).append(window)
    unit = geography().districts(PROVINCE)[0]
    return tuple(max(months.values(), key=lambda windows: sum(len(certified(unit, each)) for each in windows)))


def two_years() -> tuple[Window, ...]:
    windows = (window for year in (YEAR - 1, YEAR) for window in data.rules().calendar.windows(year))
    return tuple(window for window in windows if window.reported_by(UnitLevel.DISTRICT))


@lru_cache(maxsize=1)
def place_of(unit: Unit) -> SampleOffice:
    return data.office(unit, data.HALF)


def certified(unit: Unit, window: Window) -> list[Record]:
    """A frozen list: what is reported, then the register it stands on."""
    place = place_of(unit)
    return [*place.report(window), *place.register(window.dataset)]


def fill(endpoint: Endpoint, new_id: IdMaker, windows: Sequence[Window]) -> Iterator[dict[str, object]]:
    """Puts these windows of every district into central's tables; the contents, as they are in the file."""
    for unit in geography().districts(PROVINCE):
        with endpoint.database.write() as session:
            touched = Touched()
            for window in windows:
                records, name = certified(unit, window), new_id()
                place = {"unit": unit.code, "dataset": window.dataset, "period": window.period}
                told = {**place, "certified_at": NOW.isoformat(), "received_at": NOW.isoformat(), "form": 1}
                head = {"id": name, **told, "digest": "", "schedule_version": "", "today": NOW.date().isoformat()}
                head |= {"nil": False, "statement": "", "delegated": False, "reasons": {}, "person": "", "device": ""}
                session.execute(insert(CertificationRow), [head])
                row = {**told, "rev": 1, "state": "certified", "verdict": "on_time", "certification": name}
                session.execute(insert(SubmissionRow), [{**row, "expected": len(records), "done": len(records)}])
                lines = [_line(name, number, record) for number, record in enumerate(records)]
                session.execute(insert(CertifiedEntryRow), lines)
                key = "/".join(place.values())
                touched.add(SUBMISSION, key, unit.code)
                for line in lines:
                    touched.add(CERTIFIED, f"{key}/{name}/{line['record']}", unit.code)
                    yield {"record": line["record"], "content": line["content"]}
            session.flush()
            touched.flush(session)


def _line(name: str, position: int, record: Record) -> dict[str, object]:
    ref = data.rules().catalogue.newest(record.dataset).entity(record.entity).ref
    register = str(record.content.get(ref) or "") if ref else ""
    own = {"record": record.id, "position": position, "entity": record.entity, "register": register, "form": 1}
    return {"certification": name, **own, "mark": "", "digest": "", "code": "", "content": dict(record.content)}


def province(endpoint: Endpoint, folder: Path, clock: FixedClock) -> Workplace:
    """The province's machine, known to central by its first file."""
    people = (NewPerson("Officer", Role.PROVINCIAL_OFFICER),)
    with endpoint.database.write() as session:
        office = Office(PROVINCE, ("http://127.0.0.1:9",), people, date(2018, 10, 1))
        enrolment = make_enrolment(session, endpoint.keys, clock, office)
    place, person = profile("refresh", folder), enrolment.people[0]
    place.folder.mkdir(parents=True)
    enrol_office(place, enrolment, FirstPerson(person.id, person.pin, PASSWORD), clock=clock)
    workplace = sign_in(place, person.id, PASSWORD, clock=clock)
    file = workplace.do(prepare_file)
    workplace.do(note_handed_over, file)
    workplace.do(take_file, receive_file(endpoint, file.data).answer, "first.cddreceipt")
    return workplace


def take_in(workplace: Workplace, pack: bytes) -> None:
    assert workplace.do(take_file, pack, "month.cddpack").became is Became.APPLIED
    while workplace.do(refresh_facts).left:
        pass


def main() -> None:
    clock = FixedClock(NOW)
    whole = "--whole" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = str(folder / "central.db")
        initialise(database)[0].close()
        endpoint = open_endpoint(database, clock)
        workplace = province(endpoint, folder / "machine", clock)
        windows = two_years() if whole else fullest_month()
        reference = Reference(9 if whole else 19)
        for content in fill(endpoint, uuid7_maker(clock), windows):
            reference.take(content)
        before = peak()
        packs: list[bytes] = []
        written = measure.seconds(lambda: packs.extend(make_packs(endpoint, PROVINCE)))
        by_central = peak()
        taken = sum(measure.seconds(partial(take_in, workplace, pack)) for pack in packs)
        board = workplace.read(read_dashboard, YEAR)
        received = sum(window.fiscal_year == YEAR for window in windows) * len(geography().districts(PROVINCE))
        assert sum(cell.fact is not None and cell.fact.received for row in board.rows for cell in row.cells) == received
        workplace.close()
        endpoint.database.close()
    what = "everything of two years" if whole else "the fullest month"
    size, count = sum(map(len, packs)), reference.count
    measure.report(
        f"A province's {len(packs)} file(s) of {count:,} certified records, {what} of 25 districts",
        f"{max(map(len, packs)) / 1e6:.1f} MB the largest, {size / 1e6:.1f} MB in all"
        f" ({size / count:.0f} bytes a record), written in {written:.1f} s, taken in with its figures in {taken:.1f} s;"
        f" peak memory {before:.0f} MB before, {by_central:.0f} MB after writing, {peak():.0f} MB after taking",
        reference.told(),
        "10 MB",
        met=max(map(len, packs)) <= GOAL,
    )


class Reference:
    """The plain JSON of the contents and what zstd makes of it, as they go by."""

    def __init__(self, level: int) -> None:
        self._level, self._packer = level, zstandard.ZstdCompressor(level=level).compressobj()
        self.count = self._plain = self._packed = 0

    def take(self, content: dict[str, object]) -> None:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        self.count += 1
        self._plain += len(text)
        self._packed += len(self._packer.compress(text))

    def told(self) -> str:
        packed = self._packed + len(self._packer.flush())
        return f"{self._plain / 1e6:.1f} MB of plain JSON, {packed / 1e6:.1f} MB by zstd-{self._level}"


def peak() -> float:
    """The most memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
