"""Searching records: what is found, by whatever way it was written; and that nobody is found by a part of an id."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import add_groups, add_register, enrolled_office
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.sought import sought_key, sought_text, sought_words, spans
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.duplicates import merge_entries, part_entries
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.save_many import save_many
from cdd_desktop.operations.search_records import search_records
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.protocol import Pulled, PulledRecord

THAI = st.text(alphabet="กขคเแโใไำาะิีุู่้๊๋์็ๆฯ ๑๒12aBé.-\n", max_size=12)
LEADER_ID = "1009900001018"


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    return enrolled_office(tmp_path, FixedClock(DEMO_NOW)).work_as()


def found(workplace: Workplace, typed: str) -> list[str]:
    return [hit.title for hit in workplace.read(search_records, typed)]


def check_index(work: Work) -> None:
    """The index holds exactly what stands in the records; raises when it does not."""
    work.session.execute(text("INSERT INTO record_search(record_search, rank) VALUES ('integrity-check', 1)"))


def test_any_part_of_a_word_is_found_however_it_is_written(workplace: Workplace) -> None:
    add_groups(workplace)
    everything = {"ออมทรัพย์บ้านหนองหอย", "ออมทรัพย์บ้านทุ่งหัวช้าง", "ออมทรัพย์บ้านแม่สาใหม่"}
    assert set(found(workplace, "ทรัพย์บ้าน")) == everything
    for typed in ("หัวช้าง", "หัวชาง", "ทุ่ง หัวช้าง", "บ้านทุงหัว", "ทุ่งหัวช้าง ออมทรัพย์", "ุ่ง", "หั", "ช้าง ทุ่"):
        assert found(workplace, typed) == ["ออมทรัพย์บ้านทุ่งหัวช้าง"], typed
    assert found(workplace, "เเม่สา") == ["ออมทรัพย์บ้านแม่สาใหม่"]
    assert set(found(workplace, "บัวผัน")) == everything
    assert set(found(workplace, "๐๘๑๒๓๔")) == set(found(workplace, "081-234-5678")) == everything
    tambon = workplace.geography.tambons("5007")[1].name_th
    assert found(workplace, f"ออมทรัพย์ {tambon}") == ["ออมทรัพย์บ้านทุ่งหัวช้าง"]
    assert found(workplace, "ไม่มีที่นี่") == found(workplace, " ") == found(workplace, '" OR *') == []
    assert found(workplace, "หนองหอย ช้าง") == []


def test_a_hit_leads_to_its_round_and_registers_come_first(workplace: Workplace) -> None:
    groups = add_groups(workplace)
    key = SubmissionKey(workplace.unit.code, DatasetKey("saving_group"), PeriodId("2561-q2"))
    ref = EntryRef(EntityKey("quarter"), key=key, register_id=groups[0].record_id)
    quarter = workplace.do(save_entry, ref, {"members_male": 12}).ref
    first, second = workplace.read(search_records, "หนองหอย")
    assert (first.in_register, first.ref.record_id, first.ref.key) == (True, groups[0].record_id, key)
    assert (second.in_register, second.ref.record_id, second.ref.register_id) == (
        False,
        quarter.record_id,
        groups[0].record_id,
    )
    assert first.place == (workplace.geography.tambons("5007")[0].code, 1)


def test_every_way_of_writing_keeps_the_index(workplace: Workplace) -> None:
    one, two, three = add_groups(workplace)
    workplace.do(save_entry, one, {"name_th": "ออมทรัพย์บ้านดอยคำ"})
    assert (found(workplace, "หนองหอย"), found(workplace, "ดอยคำ")) == (["ออมทรัพย์บ้านดอยคำ"], ["ออมทรัพย์บ้านดอยคำ"])
    workplace.do(save_entry, one, {"village_name": "ดอยคำ"})
    assert found(workplace, "หนองหอย") == []
    new = EntryRef(EntityKey("group"), dataset=DatasetKey("saving_group"))
    workplace.do(save_many, [(new, {"name_th": "กลุ่มวังน้ำเขียว"}), (two, {"name_th": "กลุ่มเขาใหญ่"})])
    assert found(workplace, "วังน้ำ") == ["กลุ่มวังน้ำเขียว"]
    assert found(workplace, "เขาใหญ่") == ["กลุ่มเขาใหญ่"]
    merged = workplace.do(merge_entries, two, str(three.record_id), {})
    assert found(workplace, "แม่สาใหม่") == []
    workplace.do(part_entries, merged)
    assert found(workplace, "แม่สาใหม่") == ["ออมทรัพย์บ้านแม่สาใหม่"]
    workplace.do(delete_draft, str(three.record_id))
    assert found(workplace, "แม่สาใหม่") == []
    content = {"name_th": "กลุ่มจากอีกเครื่อง", "area_scope": "district"}
    place = {"unit": "5007", "dataset": "saving_group", "entity": "group", "period": ""}
    row = PulledRecord(id="r-far", **place, form=1, rev=1, content=content, code="5007-SG-0031")
    workplace.do(apply_pulled, Pulled(records=[row]), epoch="e", touched=Touched())
    assert found(workplace, "อีกเครื่อง") == found(workplace, "5007-sg-0031") == ["กลุ่มจากอีกเครื่อง"]
    workplace.do(check_index)
    with pytest.raises(RuntimeError, match="thrown away"):
        workplace.do(rename_and_fail, one)
    assert found(workplace, "เปลี่ยนไม่สำเร็จ") == []
    workplace.do(check_index)


def rename_and_fail(work: Work, ref: EntryRef) -> None:
    save_entry(work, ref, {"name_th": "เปลี่ยนไม่สำเร็จ"})
    raise RuntimeError("thrown away")


def test_a_whole_citizen_id_finds_its_leader_and_a_part_of_one_nobody(workplace: Workplace) -> None:
    content = {"citizen_id": LEADER_ID, "title": "mrs", "first_name": "บัวผัน", "last_name": "ตัวอย่าง"}
    leader = add_register(workplace, "leader", "leader", content)
    note = {"name_th": "กลุ่มทอผ้า", "remark": f"โทรหา {LEADER_ID} ก่อน"}
    add_register(workplace, "saving_group", "group", note)
    for typed in (LEADER_ID, "1-0099-00001-01-8", "๑๐๐๙๙๐๐๐๐๑๐๑๘"):
        assert [hit.ref.record_id for hit in workplace.read(search_records, typed)] == [leader.record_id]
    for typed in (LEADER_ID[:12], LEADER_ID[1:], "00001", "018", "01-8", "xxxx", "1009900001026"):
        assert found(workplace, typed) == [], typed
    assert found(workplace, "ก่อน ทอผ้า") == ["กลุ่มทอผ้า"]
    assert sought_text("", "", "", {"citizen_id": "X-XXXX-XXXXX-01-8", ":raw:citizen_id": LEADER_ID[:12]}) == ""


@given(THAI)
def test_a_text_is_found_by_itself_and_marked_where_it_stands(typed: str) -> None:
    words = sought_words(typed)
    assert all(sought_key(word) == word for word in words)
    assert all(word in sought_key(typed) for word in words)
    marked = spans(typed, words)
    assert all(0 <= start < end <= len(typed) for start, end in marked)
    assert all(before[1] <= after[0] for before, after in pairwise(marked))


@given(st.lists(THAI, max_size=4))
def test_a_record_s_text_is_that_of_its_parts(written: list[str]) -> None:
    title, *others = written or [""]
    content = {f"f{place}": f"ก{text}" for place, text in enumerate(others)}
    parts = dict.fromkeys((title, *content.values()))
    keys = [key for text in parts if (key := sought_key(text))]
    assert sought_text(title, "", "", content) == "\n".join(keys)


def test_marks_stand_over_whole_letters() -> None:
    title = "กลุ่มออมทรัพย์บ้านใหม่ หมู่ที่ 3"
    assert [title[start:end] for start, end in spans(title, sought_words("ทรัพย บานใหม ๓"))] == ["ทรัพย์บ้านใหม่", "3"]
    assert spans(title, sought_words("ไม่มี")) == ()
