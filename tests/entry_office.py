"""An office with a real encrypted store, some registers, and a desk: what the tests of the entry screens work in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyrage

from cdd_desktop.clock import Clock
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, UnitCode
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile, profile
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment

PASSWORD = "a-long-password"
OFFICER, HEAD = "01900000-0000-7000-8000-000000000001", "01900000-0000-7000-8000-000000000002"
PIN = "4821-7730"
GROUP_NAMES = ("ออมทรัพย์บ้านหนองหอย", "ออมทรัพย์บ้านทุ่งหัวช้าง", "ออมทรัพย์บ้านแม่สาใหม่")


@dataclass(frozen=True)
class Office:
    """An enrolled profile; ``work_as`` signs a person in."""

    profile: Profile
    clock: Clock

    def work_as(self, person: str = OFFICER) -> Workplace:
        return sign_in(self.profile, person, PASSWORD, clock=self.clock)


def enrolled_office(folder: Path, clock: Clock, *, unit: str = "5007") -> Office:
    """A district or provincial office with an officer and a head, both with the same test password."""
    district = len(unit) == 4
    people = [
        EnrolledPerson(
            id=OFFICER,
            name="สมศรี ใจดี",
            role=(Role.OFFICER if district else Role.PROVINCIAL_OFFICER).value,
            pin=PIN,
        ),
        EnrolledPerson(
            id=HEAD, name="ประเสริฐ มั่นคง", role=(Role.HEAD if district else Role.PROVINCIAL_HEAD).value, pin=PIN
        ),
    ]
    enrolment = Enrolment(
        format=1,
        unit=unit,
        addresses=["http://127.0.0.1:9"],
        signing_key="",
        sealing_key=str(pyrage.x25519.Identity.generate().to_public()),
        code="test",
        expires_on="2018-04-30",
        reports_from="2017-10-01",
        people=people,
    )
    place = profile("test", folder)
    enrol_office(place, enrolment, FirstPerson(OFFICER, PIN, PASSWORD), clock=clock)
    choose_password(place, HEAD, PIN, PASSWORD, clock=clock)
    return Office(place, clock)


def key_of(dataset: str, period: str, unit: str = "5007") -> SubmissionKey:
    return SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))


def add_register(workplace: Workplace, dataset: str, entity: str, content: Content) -> EntryRef:
    """A register entry outside any round, saved through the same operation as typing."""
    return workplace.do(save_entry, EntryRef(EntityKey(entity), dataset=DatasetKey(dataset)), content).ref


def add_groups(workplace: Workplace) -> list[EntryRef]:
    """Three savings groups in three subdistricts of the office."""
    tambons = workplace.geography.tambons(workplace.unit.code)
    return [
        add_register(
            workplace,
            "saving_group",
            "group",
            {
                "name_th": name,
                "area_scope": "village",
                "tambon_code": tambons[number].code,
                "moo": number + 1,
                "village_name": name.removeprefix("ออมทรัพย์บ้าน"),
                "founded_date": "1998-05-12",
                "chair_name": "นางบัวผัน ตัวอย่าง",
                "chair_phone": "0812345678",
                "committee_count": 9,
                "has_regulation": True,
                "loan_rate": 1000,
                "status": "active",
            },
        )
        for number, name in enumerate(GROUP_NAMES)
    ]
