"""References of a provincial applicant: to the own register, to what districts have certified, to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from entry_office import Office, add_register, enrolled_office, key_of
from store_office import copied

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import Content, Value
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.refer import read_fills, read_referable
from cdd_desktop.operations.save_entry import Saved, save_entry
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.protocol import Pulled, PulledCertified, PulledSubmission

NOW = datetime(2018, 3, 18, 9, 0, tzinfo=BANGKOK)
KEY = key_of("cd_standard", "2561-applicants", "50")
NEW = EntryRef(EntityKey("applicant"), KEY)
LEADER = "01900000-0000-7000-8000-00000000aaaa"
PLACE: Content = {"tambon_code": "500701", "moo": 3, "village_name": "หนองหอย"}
FROZEN: Content = {
    "citizen_id": "X-XXXX-XXXXX-01-8",
    "title": "mrs",
    "first_name": "คำปัน",
    "last_name": "สุขใจ",
    **PLACE,
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return enrolled_office(tmp_path_factory.mktemp("province"), FixedClock(NOW), unit="50")


@pytest.fixture
def province(template: Office, tmp_path: Path) -> Iterator[Workplace]:
    workplace = Office(copied(template, tmp_path).profile, FixedClock(NOW)).work_as()
    yield workplace
    workplace.close()


def pull_leader(work: Work, period: str = "2561-r1", moo: int = 3, certification: str = "c1") -> None:
    """What central delivers of a district's certified leaders: one person, the id masked."""
    place = {"unit": "5007", "dataset": "leader", "period": period}
    submission = PulledSubmission(**place, rev=2, state="certified", certification=certification, form=1)
    entry = PulledCertified(
        **place, certification=certification, record=LEADER, entity="leader", form=1, content={**FROZEN, "moo": moo}
    )
    apply_pulled(work, Pulled(submissions=[submission], certified=[entry]), epoch="e", touched=Touched())


def own_group(province: Workplace) -> RecordId:
    group = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านหนองหอย", **PLACE}
    ref = add_register(province, "organization", "organization", group)
    assert ref.record_id is not None
    return ref.record_id


def content(province: Workplace, saved: Saved) -> dict[str, Value]:
    return dict(province.read(read_entry, saved.ref).record.content)


def test_a_group_brings_its_name_and_place(province: Workplace) -> None:
    saved = province.do(save_entry, NEW, {"std_type": "group", "org_ref": own_group(province)})
    held = content(province, saved)
    assert (held["applicant_name"], *(held[key] for key in PLACE)) == ("กลุ่มทอผ้าบ้านหนองหอย", *PLACE.values())


def test_what_was_typed_before_or_together_stays(province: Workplace) -> None:
    first = province.do(save_entry, NEW, {"std_type": "group", "moo": 9, ":raw:tambon_code": "ไม่ทราบ"})
    patch: Content = {"org_ref": own_group(province), "applicant_name": "ชื่ออื่น", "village_name": None}
    held = content(province, province.do(save_entry, first.ref, patch))
    assert (held["applicant_name"], held["moo"], held[":raw:tambon_code"]) == ("ชื่ออื่น", 9, "ไม่ทราบ")
    assert "tambon_code" not in held
    assert "village_name" not in held


def test_what_is_emptied_later_stays_empty(province: Workplace) -> None:
    group = own_group(province)
    saved = province.do(save_entry, NEW, {"std_type": "group", "org_ref": group})
    province.do(save_entry, saved.ref, {"applicant_name": None})
    province.do(save_entry, saved.ref, {"org_ref": group, "remark": "หมายเหตุ"})
    assert "applicant_name" not in content(province, saved)


def test_a_leader_a_district_has_certified_brings_name_and_place_but_no_masked_id(province: Workplace) -> None:
    assert province.read(read_referable, "leader") == ()
    province.do(pull_leader)
    (item,) = province.read(read_referable, "leader")
    assert (item.record_id, item.title, item.place) == (LEADER, "นางคำปัน  สุขใจ", ("500701", 3))
    saved = province.do(save_entry, NEW, {"std_type": "leader", "leader_ref": LEADER})
    held = content(province, saved)
    assert (held["applicant_name"], *(held[key] for key in PLACE)) == ("นางคำปัน  สุขใจ", *PLACE.values())
    assert "citizen_id" not in held


def test_the_newest_certified_state_counts(province: Workplace) -> None:
    province.do(pull_leader, "2561-r2", 5, "c2")
    province.do(pull_leader)
    (item,) = province.read(read_referable, "leader")
    assert item.place == ("500701", 5)
    field = province.catalogue.newest("cd_standard").entity("applicant").field("leader_ref")
    assert province.read(read_fills, field, {}, LEADER)["moo"] == 5


def test_without_the_register_the_reference_is_wanted_but_needed_not(province: Workplace) -> None:
    """The id and the name are kept, and the missing link is a warning that a reason answers."""
    named = {"std_type": "leader", "applicant_name": "นางคำปัน สุขใจ", "citizen_id": "1009900001018", **PLACE}
    saved = province.do(save_entry, NEW, named)
    sheet = province.read(read_entry, saved.ref)
    assert "leader_ref" not in sheet.required
    (linked,) = [issue for issue in sheet.issues if issue.rule == "r2_leader_ref"]
    assert (linked.level, linked.open) == (IssueLevel.WARNING, True)
    province.do(save_entry, saved.ref, {":reason:r2_leader_ref": "ยังไม่ได้รับทะเบียนจากอำเภอ"})
    sheet = province.read(read_entry, saved.ref)
    assert [issue.open for issue in sheet.issues if issue.rule == "r2_leader_ref"] == [False]
    assert sheet.record.content["citizen_id"] == "1009900001018"


def test_a_reference_to_what_is_not_here_is_kept_and_fills_nothing(province: Workplace) -> None:
    saved = province.do(save_entry, NEW, {"std_type": "leader", "leader_ref": LEADER})
    held = content(province, saved)
    assert held["leader_ref"] == LEADER
    assert "applicant_name" not in held
