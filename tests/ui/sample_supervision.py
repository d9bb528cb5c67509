"""A province's (or the country's) office with a sample story pulled from central: what supervisors' tests stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import msgspec

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.record import MARK, EntityKind, Record
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.geography import geography
from cdd_desktop.ids import DeviceId, PersonId, UnitCode, uuid7_maker
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Office, Workplace
from cdd_desktop.paths import profile
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.editing import verdict
from cdd_desktop.samples.office import SampleOffice, Sizes, sample_id
from cdd_desktop.samples.story import Chapter, Fate, Storyteller
from cdd_desktop.store.engine import create_store
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.sync.protocol import Pulled, PulledCertified, PulledContact, PulledMove, PulledSubmission

NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)
SIZES = Sizes(leaders=6, organizations=5, saving_groups=8, poverty_funds=5, producers=6, mother_funds=4)
STATES = {
    Fate.DRAFT: "draft",
    Fate.PROPOSED: "proposed",
    Fate.RECEIVED: "certified",
    Fate.RETURNED: "returned",
    Fate.ACCEPTED: "accepted",
    Fate.APPROVED: "approved",
}
CALENDAR = load_calendar()


@contextmanager
def supervisor(
    folder: Path,
    role: Role = Role.PROVINCIAL_OFFICER,
    unit: str = "50",
    *,
    districts: int = 25,
    corrected: bool = False,
) -> Iterator[Workplace]:
    """A workplace of an office above, with the story of some districts of Chiang Mai; records of 5007 come whole.

    ``corrected``: what 5007 was asked to correct has been certified anew and waits.
    """
    office = geography().unit(unit)
    store = create_store(folder / "store.db", bytes(32))
    clock = FixedClock(NOW)
    workplace = Workplace(
        store,
        profile=profile("test", folder),
        office=Office(office, DeviceId("d"), date(2017, 10, 11)),
        person=Person(PersonId("p"), "ประเสริฐ ศรีสุข", role, UnitCode(unit)),
        clock=clock,
        new_id=uuid7_maker(clock),
    )
    units = [geography().unit("50"), *geography().districts("50")[:districts]]
    workplace.do(_take, [unit for unit in units if office.covers(unit.code)], office, corrected=corrected)
    try:
        yield workplace
    finally:
        workplace.close()


def _take(work: Work, units: Sequence[Unit], office: Unit, *, corrected: bool) -> None:
    story = Storyteller(CALENDAR, begins_on=date(2017, 10, 11), at=NOW, seed=2561)
    pulled = [_pulled(chapter) for chapter in story.chapters(units) if chapter.fate is not Fate.NOT_BEGUN]
    if corrected:
        pulled = [
            msgspec.structs.replace(each, state="certified") if each.state == "returned" else each for each in pulled
        ]
    contacts = [
        PulledContact(
            unit=unit.code,
            last_contact_at=NOW.replace(day=18 - number % 9 if unit.code != "5003" else 2).isoformat(),
            reports_from="2017-10-11",
        )
        for number, unit in enumerate(units)
    ]
    certified: list[PulledCertified] = []
    if office.level is UnitLevel.PROVINCE:
        certified = list(_certified(next((unit for unit in units if unit.code == "5007"), None), pulled))
    message = Pulled(submissions=pulled, certified=certified, contacts=contacts)
    apply_pulled(work, message, epoch="e", touched=Touched())
    write_meta(work.session, Meta.LAST_CONTACT_AT, NOW.replace(hour=6).isoformat())


def _pulled(chapter: Chapter) -> PulledSubmission:
    window, received = chapter.window, chapter.received_at
    judged = verdict(window, chapter.certified_at or NOW, received).value if received else ""
    moves = []
    if chapter.certified_at:
        moves = [_move("propose", chapter.entered_at), _move("certify", chapter.certified_at, "วิมล คำแสน")]
    if chapter.fate is Fate.RETURNED:
        comments = [(_first_id(chapter), "share_capital", "ยอดไม่ตรงกับสมุดบัญชี โปรดตรวจสอบ")]
        moves.append(_move("return", chapter.reviewed_at, "ประเสริฐ ศรีสุข", "ตรวจยอดเงินอีกครั้ง", comments))
    elif chapter.reviewed_at:
        moves.append(_move("accept", chapter.reviewed_at, "ประเสริฐ ศรีสุข"))
    every = 0 if chapter.window.dataset == "volunteer_anniversary" else 8
    return PulledSubmission(
        unit=chapter.unit.code,
        dataset=window.dataset,
        period=window.period,
        rev=4,
        state=STATES[chapter.fate],
        verdict=judged,
        nil=chapter.window.dataset == "poverty_fund" and bool(received),
        certified_at=chapter.certified_at.isoformat() if chapter.certified_at else "",
        finished_at=chapter.certified_at.isoformat() if received and chapter.certified_at else "",
        received_at=received.isoformat() if received else "",
        receipt_no="2561-0004412" if received else "",
        schedule_version="2561-1",
        form=1,
        certification=sample_id("c", chapter.unit.code, window.dataset, window.period) if received else "",
        expected=every,
        done=every if chapter.entries < 0 else min(chapter.entries, every),
        moves=moves,
    )


def _move(
    kind: str,
    at: datetime | None,
    name: str = "สมศรี ใจดี",
    reason: str = "",
    comments: list[tuple[str, str, str]] = [],  # noqa: B006
) -> PulledMove:
    return PulledMove(
        move=MoveKind(kind).value, person=name, name=name, at=(at or NOW).isoformat(), reason=reason, comments=comments
    )


def _sample(unit: Unit) -> SampleOffice:
    return SampleOffice(unit, SIZES, seed=2561, catalogue=load_catalogue(), geography=geography())


def _first_id(chapter: Chapter) -> str:
    records = _sample(chapter.unit).report(chapter.window)
    return records[0].id if records else ""


def _certified(unit: Unit | None, pulled: Sequence[PulledSubmission]) -> Iterator[PulledCertified]:
    """The frozen lists of one district: what is reported, then the register it stands on."""
    if unit is None:
        return
    office, catalogue = _sample(unit), load_catalogue()
    for submission in pulled:
        if submission.unit != unit.code or not submission.certification or submission.nil:
            continue
        definition = catalogue.newest(submission.dataset)
        records: list[tuple[Record, bool]] = []
        window = CALENDAR.window(submission.dataset, submission.period)
        records += [(record, False) for record in office.report(window)]
        if any(entity.kind is EntityKind.REGISTER for entity in definition.entities):
            records += [(record, True) for record in office.register(submission.dataset)]
        for number, (record, register) in enumerate(records):
            content = dict(record.content)
            if number == 2 and not register:
                content[":reason:" + definition.rules_of(record.entity)[0].id] = "กลุ่มเปลี่ยนรอบบัญชี"
            yield PulledCertified(
                certification=submission.certification,
                unit=unit.code,
                dataset=submission.dataset,
                period=submission.period,
                record=record.id,
                entity=record.entity,
                form=1,
                mark="confirmed" if register else str(content.get(MARK + submission.period) or ""),
                content=content,
            )
