"""Fills a central database with a sample province: a year of reports that really went through the ingest.

``cdd-central demo-data`` calls it. The people, the figures and the story come from ``samples``, so the same seed and
instant give the same province.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

import msgspec
from sqlalchemy import select

from cdd_desktop.central.demo.office import DemoOffice, Post
from cdd_desktop.central.desk.enrolments import CODE_DAYS, NewPerson, Office, make_enrolment
from cdd_desktop.central.intake.people import roles_of
from cdd_desktop.central.tables.database import Database
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import ContactRow, EnrolmentCodeRow
from cdd_desktop.central.trust.keys import CentralKeys
from cdd_desktop.central.trust.vault import token_hash
from cdd_desktop.clock import BANGKOK, FixedClock, bangkok_day
from cdd_desktop.domain.record import MARK, EntityKind, MarkState, Record
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.domain.unit import DEPARTMENT, Unit, UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.catalogue import Catalogue, load_catalogue
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET, fiscal_year_of
from cdd_desktop.samples.office import SampleOffice, sample_key, sample_sizes
from cdd_desktop.samples.people import sample_person
from cdd_desktop.samples.story import Chapter, Fate, Storyteller
from cdd_desktop.sync.enrolment import sign_enrolment
from cdd_desktop.sync.protocol import Enrolment, Group

_NAMED = {"5007": ("สมศรี ใจดี", "วิชัย แก้วมณี"), "50": ("อรทัย คำแสน", "ประเสริฐ ศรีสุข"), "00": ("ณรงค์ ชัยวงค์",)}
_COMMENTS = {
    "otop_sales": ("sales_total", "ยอดจำหน่ายสูงกว่าเดือนก่อนมาก โปรดตรวจสอบกับผู้ผลิตอีกครั้ง"),
    "saving_group": ("loan_outstanding", "เงินกู้คงค้างไม่สอดคล้องกับสมุดบัญชี โปรดตรวจสอบ"),
    "poverty_fund": ("bank_balance", "โปรดแนบยอดเงินฝากธนาคารล่าสุดให้ตรงกับสมุดเงินฝาก"),
}
_DEFAULT_COMMENT = ("", "โปรดตรวจสอบความครบถ้วนของข้อมูลอีกครั้ง")


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """Which province, how its chance falls, and until when; ``address`` is written into the enrolments."""

    province: str
    seed: int
    at: datetime
    address: str

    @property
    def begins_on(self) -> date:
        """Duty of all offices begins here: with the first report of the fiscal year before, so that every figure has
        one to be held against."""
        last_year = fiscal_year_of(bangkok_day(self.at)) - BUDDHIST_OFFSET - 1
        return date(last_year - 1, 11, 1)


def fill(database: Database, keys: CentralKeys, plan: DemoPlan) -> dict[str, Enrolment]:
    """Builds the province in an empty central. Answers enrolments, not yet claimed, for the province, its first
    person's district and the department; their people are those of the story.

    Raises ``BadRequestError("unit-unknown")`` for a province that is none, ``RefusedError("demo-data-not-empty")``.
    """
    clock = FixedClock(datetime.combine(plan.begins_on, time(8), BANGKOK))
    with database.write() as session:
        if session.scalar(select(ContactRow.unit).limit(1)) is not None:
            raise RefusedError("demo-data-not-empty")
        return _Builder(Post(session, keys, clock), keys, plan).build()


Step = Callable[[], list[Group]]  # what an office sends; made when its turn has come, with the revisions of then


class _Builder:
    """The state of one build."""

    def __init__(self, post: Post, keys: CentralKeys, plan: DemoPlan) -> None:
        self._post = post
        self._keys = keys
        self._plan = plan
        self._catalogue: Catalogue = load_catalogue()
        self._teller = Storyteller(load_calendar(), begins_on=plan.begins_on, at=plan.at, seed=plan.seed)
        self._offices: dict[str, DemoOffice] = {}

    def build(self) -> dict[str, Enrolment]:
        province = geography().unit(self._plan.province)
        units = (province, *geography().districts(province.code))
        department = geography().unit(DEPARTMENT)
        enrolments = {str(unit.code): self._enrol(unit) for unit in (department, *units)}
        steps: dict[tuple[datetime, str], list[Step]] = {}
        for unit in units:
            for at, office, step in self._steps(unit):
                steps.setdefault((at, office.unit), []).append(step)
        for at, code in sorted(steps):
            self._post.at(at)
            self._offices[code].send([group for step in steps[at, code] for group in step()])
        self._post.at(self._plan.at)
        first = "5007" if "5007" in enrolments else units[1].code
        return {code: self._again(enrolments[code]) for code in (first, province.code, DEPARTMENT)}

    def _enrol(self, unit: Unit) -> Enrolment:
        random = Random(int.from_bytes(sample_key(self._plan.seed, "people", unit.code)[:8], "big"))
        people = [sample_person(random) for _ in range(2)]
        names = (*_NAMED.get(unit.code, ()), *(f"{each.first_name} {each.last_name}" for each in people))
        roles = roles_of(unit.code)[: 1 if unit.level is UnitLevel.DEPARTMENT else 2]
        named = tuple(NewPerson(name, role) for name, role in zip(names, roles, strict=False))
        office = Office(unit.code, (self._plan.address,), named, self._plan.begins_on)
        enrolment = make_enrolment(self._post.session, self._keys, self._post.clock, office)
        self._offices[unit.code] = DemoOffice(self._post, enrolment, seed=self._plan.seed)
        return enrolment

    def _again(self, enrolment: Enrolment) -> Enrolment:
        """The enrolment for one more machine: a new code, the same people."""
        now = self._post.clock.now()
        code = secrets.token_urlsafe(24)
        expires_on = (bangkok_day(now) + timedelta(days=CODE_DAYS)).isoformat()
        row = EnrolmentCodeRow(
            code_hash=token_hash(code),
            unit=enrolment.unit,
            expires_on=expires_on,
            reports_from=enrolment.reports_from,
            created_at=to_text(now),
        )
        self._post.session.add(row)
        again = msgspec.structs.replace(enrolment, code=code, expires_on=expires_on)
        return sign_enrolment(again, self._keys.signer.private_bytes_raw())

    def _steps(self, unit: Unit) -> Iterator[tuple[datetime, DemoOffice, Step]]:
        """Everything that happens to a unit: at which instant, and who sends what."""
        plan, office = self._plan, self._offices[unit.code]
        sizes = sample_sizes(unit, geography().tambon_count(unit.code), plan.seed)
        sample = SampleOffice(unit, sizes, seed=plan.seed, catalogue=self._catalogue, geography=geography())
        registers = [record for dataset in self._catalogue.datasets() for record in sample.register(dataset)]
        begin = datetime.combine(plan.begins_on, time(9), BANGKOK)
        yield begin, office, lambda: office.enter(registers, begin)
        before: dict[str, tuple[Record, ...]] = {}
        for chapter in self._teller.chapters([unit]):
            records = self._reported(sample, chapter, before.get(chapter.window.dataset, ()))
            before[chapter.window.dataset] = records
            yield from self._tell(chapter, records, self._standing_on(sample, chapter))

    def _reported(self, sample: SampleOffice, chapter: Chapter, before: Sequence[Record]) -> tuple[Record, ...]:
        """The records of a chapter; a register's are its entries, confirmed for the period."""
        window = chapter.window
        entity = self._catalogue.newest(window.dataset).main_entity(chapter.unit.level)
        if entity.kind is not EntityKind.REGISTER:
            return sample.report(window, before)
        mark = {MARK + window.period: MarkState.CONFIRMED.value}
        entries = before or sample.register(window.dataset)
        return tuple(replace(record, content={**record.content, **mark}) for record in entries)

    def _standing_on(self, sample: SampleOffice, chapter: Chapter) -> tuple[Record, ...]:
        """The entries of the own dataset's register that a chapter's records are about."""
        entity = self._catalogue.newest(chapter.window.dataset).main_entity(chapter.unit.level)
        own = entity.kind is EntityKind.SNAPSHOT and entity.register_dataset == chapter.window.dataset
        return sample.register(chapter.window.dataset) if own else ()

    def _tell(
        self, chapter: Chapter, records: tuple[Record, ...], register: tuple[Record, ...]
    ) -> Iterator[tuple[datetime, DemoOffice, Step]]:
        window, entered_at, certified_at = chapter.window, chapter.entered_at, chapter.certified_at
        office = self._offices[chapter.unit.code]
        if entered_at is not None and certified_at is None:
            entered = records if chapter.entries < 0 else records[: chapter.entries]
            yield entered_at, office, lambda: office.enter(entered, entered_at)
            if chapter.fate is Fate.PROPOSED:
                yield entered_at, office, lambda: [office.move(window, MoveKind.PROPOSE, entered_at)]
        elif certified_at is not None and chapter.received_at is not None:
            yield chapter.received_at, office, lambda: office.certify(window, records, register, certified_at)
            yield from self._review(chapter, records)

    def _review(self, chapter: Chapter, records: tuple[Record, ...]) -> Iterator[tuple[datetime, DemoOffice, Step]]:
        """What the office above sends about it."""
        above = self._offices[DEPARTMENT if chapter.unit.level is UnitLevel.PROVINCE else chapter.unit.province]
        window, unit, reviewed, approved = chapter.window, chapter.unit.code, chapter.reviewed_at, chapter.approved_at
        if reviewed is None:
            return
        if chapter.fate is Fate.RETURNED:
            notes = _comments(chapter, records)
            yield reviewed, above, lambda: [above.move(window, MoveKind.RETURN, reviewed, unit=unit, comments=notes)]
        else:
            yield reviewed, above, lambda: [above.move(window, MoveKind.ACCEPT, reviewed, unit=unit)]
        if approved is not None:
            yield approved, above, lambda: [above.move(window, MoveKind.APPROVE, approved, unit=unit)]


def _comments(chapter: Chapter, records: Sequence[Record]) -> list[tuple[str, str, str]]:
    """The reviewer's remarks on fields of the first entries that have the field."""
    field, text = _COMMENTS.get(chapter.window.dataset, _DEFAULT_COMMENT)
    if not field:
        return [("", "", text)] * min(1, chapter.comments)
    meant = [record.id for record in records if field in record.content][2 : 2 + chapter.comments]
    return [(record, field, text) for record in meant]
