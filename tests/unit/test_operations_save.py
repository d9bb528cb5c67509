"""Saving edits: what is kept of them, who may make them, and what follows from them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from entry_office import HEAD, Office, add_groups, add_register, enrolled_office, key_of
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from store_office import Filler, copied

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.record import Content, MarkState, Value, apply_patch
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.errors import BadRequestError, RefusedError, UserError
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.cel_rules import form_rules
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.attach_photo import LARGEST, attach_photo, read_photo
from cdd_desktop.operations.content_patch import effective_patch
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_history import read_history
from cdd_desktop.operations.read_worklist import read_registers, read_worklist
from cdd_desktop.operations.reveal_value import reveal_value
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import Changes, EntryRef, ItemStatus
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import AuditRow, ChangeRow, OutboxRow, RecordRow

DEMO_NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)
KEY = key_of("saving_group", "2561-q2")
LEADER: Content = {
    "citizen_id": "1009900001018",
    "title": "mrs",
    "first_name": "คำปัน",
    "last_name": "สุขใจ",
    "sex": "female",
    "tambon_code": "500701",
    "moo": 3,
    "leader_types": ["volunteer"],
    "status": "active",
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(DEMO_NOW))


@pytest.fixture
def office(template: Office, tmp_path: Path, clock: FixedClock) -> Office:
    return Office(copied(template, tmp_path).profile, clock)


@pytest.fixture
def desk(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as()
    yield workplace
    workplace.close()


def refusal(call: Callable[..., object], *arguments: object) -> UserError:
    with pytest.raises(UserError) as refused:
        call(*arguments)
    return refused.value


def first_quarter(desk: Workplace) -> EntryRef:
    """The snapshot of the first group, not started yet."""
    group = add_groups(desk)[0]
    return EntryRef(EntityKey("quarter"), KEY, register_id=group.record_id)


# --- one transaction --------------------------------------------------------------------------------------------------


def test_a_save_writes_record_change_outbox_and_audit(desk: Workplace) -> None:
    heard: list[Changes] = []
    ref = first_quarter(desk)
    desk.listeners.append(heard.append)
    saved = desk.do(save_entry, ref, {"members_male": 12})

    def rows(work: Work) -> None:
        row = work.session.get(RecordRow, saved.ref.record_id)
        assert row is not None
        assert (row.period, row.register_id, row.updated_by) == ("2561-q2", ref.register_id, desk.person.id)
        assert row.content["members_male"] == 12
        assert row.content["group_ref"] == ref.register_id
        change = work.session.scalars(select(ChangeRow).where(ChangeRow.record_id == row.id)).one()
        assert change.patch == row.content
        assert (change.base, change.form_version, change.entity) == (0, 1, "quarter")
        assert work.session.get(OutboxRow, change.n) is not None
        assert work.session.scalars(select(AuditRow.action).where(AuditRow.record_id == row.id)).all() == ["created"]

    desk.read(rows)
    assert heard == [saved.changes]
    assert saved.changes.submissions == {KEY}
    assert desk.read(read_worklist, KEY).submission.state is SubmissionState.DRAFT


def test_opening_an_entry_writes_nothing(desk: Workplace) -> None:
    ref = first_quarter(desk)
    sheet = desk.read(read_entry, ref)
    assert sheet.record.content["data_as_of"] == "2018-02-28"  # the form begins with the end of the period
    assert sheet.ref.record_id is None
    assert desk.read(read_worklist, KEY).submission.state is SubmissionState.NONE
    assert desk.read(read_worklist, KEY).submission.pending == 0


def test_saving_the_same_again_is_no_change(desk: Workplace) -> None:
    saved = desk.do(save_entry, first_quarter(desk), {"members_male": 12})
    again = desk.do(save_entry, saved.ref, {"members_male": 12})
    assert again.changes == Changes()
    assert again.ref == saved.ref
    assert len(desk.read(read_history, str(saved.ref.record_id))) == 1


def test_an_entry_is_started_once_however_it_is_named(desk: Workplace) -> None:
    ref = first_quarter(desk)
    assert desk.do(save_entry, ref, {}).ref.record_id is None
    assert desk.do(mark_entry, ref, None).ref.record_id is None
    first = desk.do(save_entry, ref, {"members_male": 12})
    again = desk.do(save_entry, ref, {"members_female": 9})
    assert again.ref.record_id == first.ref.record_id
    assert desk.read(read_entry, ref).values["members_total"] == 21


def test_the_history_tells_what_was_before(desk: Workplace) -> None:
    saved = desk.do(save_entry, first_quarter(desk), {"members_male": 12})
    desk.do(save_entry, saved.ref, {"members_male": 15, "members_female": 9})
    newest, first = desk.read(read_history, str(saved.ref.record_id))
    assert newest.patch == {"members_male": 15, "members_female": 9}
    assert newest.was == {"members_male": 12, "members_female": None}
    assert newest.person_name == desk.person.name
    assert first.waiting
    assert not first.from_central


def test_an_unknown_path_writes_nothing(desk: Workplace) -> None:
    ref = first_quarter(desk)
    assert refusal(desk.do, save_entry, ref, {"members_male": 1, "no_such_field": 2}).code == "path-unknown"
    assert desk.read(read_worklist, KEY).submission.state is SubmissionState.NONE


def test_an_unknown_record_or_place_is_a_bad_request(desk: Workplace) -> None:
    entity = EntityKey("quarter")
    for ref, code in [
        (EntryRef(entity, KEY, RecordId("nothing")), "record-unknown"),
        (EntryRef(EntityKey("nothing"), KEY), "entity-unknown"),
        (EntryRef(entity, key_of("nothing", "2561-q2")), "dataset-unknown"),
        (EntryRef(entity, key_of("saving_group", "2561-q9")), "period-unknown"),
        (EntryRef(entity, KEY), "register-needed"),
    ]:
        error = refusal(desk.do, save_entry, ref, {"members_male": 1})
        assert (error.code, type(error)) == (code, BadRequestError)


# --- who and when -----------------------------------------------------------------------------------------------------


def test_a_head_reads_and_does_not_enter(office: Office, desk: Workplace) -> None:
    saved = desk.do(save_entry, first_quarter(desk), {"members_male": 12})
    head = office.work_as(HEAD)
    error = refusal(head.do, save_entry, saved.ref, {"members_male": 13})
    assert (error.code, error.params) == ("not-editable", {"reason": "role"})
    assert head.read(read_entry, saved.ref).values["members_male"] == 12
    head.close()


def test_a_period_that_has_not_begun_waits(desk: Workplace) -> None:
    group = add_groups(desk)[0]
    later = EntryRef(EntityKey("quarter"), key_of("saving_group", "2561-q4"), register_id=group.record_id)
    error = refusal(desk.do, save_entry, later, {"members_male": 13})
    assert (error.code, error.params) == ("not-editable", {"reason": "not-begun"})


# --- what follows -----------------------------------------------------------------------------------------------------


def test_an_invalid_value_is_kept_and_blocks(desk: Workplace) -> None:
    saved = desk.do(save_entry, first_quarter(desk), {":raw:members_male": "สิบสอง"})
    sheet = desk.read(read_entry, saved.ref)
    assert sheet.record.raw() == {"members_male": "สิบสอง"}
    assert any(issue.code == "not-a-value" and issue.paths == ("members_male",) for issue in sheet.issues)
    assert desk.read(read_worklist, KEY).items[0].status is ItemStatus.ERROR
    mended = desk.do(save_entry, saved.ref, {"members_male": 12})
    assert desk.read(read_entry, mended.ref).record.raw() == {}


def test_a_reason_is_void_when_a_value_its_rule_reads_changes(desk: Workplace) -> None:
    saved = desk.do(save_entry, first_quarter(desk), {"members_male": 12, "remark": "ก"})
    rules = form_rules(desk.catalogue.newest("saving_group")).of("quarter")
    rule = next(each.rule.id for each in rules.rules if "members_total" in rules.reads(each.rule.id))
    desk.do(save_entry, saved.ref, {f":reason:{rule}": "ตรวจกับสมุดแล้ว"})
    desk.do(save_entry, saved.ref, {"remark": "ข"})
    assert desk.read(read_entry, saved.ref).record.reasons() == {rule: "ตรวจกับสมุดแล้ว"}
    desk.do(save_entry, saved.ref, {"members_male": 40})
    assert desk.read(read_entry, saved.ref).record.reasons() == {}


def test_twins_are_found_on_both_sides_and_forgiven_on_both(desk: Workplace) -> None:
    first = add_register(desk, "leader", "leader", LEADER)
    second = add_register(desk, "leader", "leader", {**LEADER, "first_name": "บุญมา"})
    for ref in (first, second):
        assert "r3_cid_unique" in {issue.rule for issue in desk.read(read_entry, ref).issues}
    errors = desk.read(read_registers, "leader")[0].errors
    desk.do(save_entry, second, {"citizen_id": "2009900001017"})
    for ref in (first, second):
        assert "r3_cid_unique" not in {issue.rule for issue in desk.read(read_entry, ref).issues}
    by_id = {item.record_id: item for item in desk.read(read_registers, "leader")}
    assert by_id[first.record_id].errors < errors


def test_last_period_stands_beside(desk: Workplace) -> None:
    group = add_groups(desk)[0]
    before = EntryRef(EntityKey("quarter"), key_of("saving_group", "2561-q1"), register_id=group.record_id)
    desk.do(save_entry, before, {"members_male": 10, "members_female": 20})
    sheet = desk.read(read_entry, EntryRef(EntityKey("quarter"), KEY, register_id=group.record_id))
    assert (sheet.previous["members_male"], sheet.previous["members_total"]) == (10, 30)
    assert "members_male" not in sheet.record.content


# --- marks ------------------------------------------------------------------------------------------------------------


def test_not_received_excuses_an_entry_and_typing_takes_it_back(desk: Workplace) -> None:
    ref = first_quarter(desk)
    assert refusal(desk.do, mark_entry, ref, MarkState.NOT_RECEIVED, " ").code == "mark-needs-reason"
    marked = desk.do(mark_entry, ref, MarkState.NOT_RECEIVED, "books_open")
    worklist = desk.read(read_worklist, KEY)
    assert worklist.items[0].status is ItemStatus.NOT_RECEIVED
    assert (worklist.submission.progress.expected, worklist.submission.progress.done) == (3, 1)
    sheet = desk.read(read_entry, marked.ref)
    assert (sheet.mark, sheet.mark_reason) == ("not_received", "books_open")
    desk.do(save_entry, marked.ref, {"members_male": 3})
    assert desk.read(read_entry, marked.ref).mark == ""


def test_a_register_entry_is_confirmed_changed_or_ended_in_its_round(office: Office, clock: FixedClock) -> None:
    clock.advance(datetime(2018, 9, 10, tzinfo=BANGKOK) - clock.now())
    desk = office.work_as()
    key = key_of("leader", "2561-r1")
    samples = Filler(desk).sample.register("leader")[:3]
    refs = [add_register(desk, "leader", "leader", sample.content) for sample in samples]
    in_round = [EntryRef(ref.entity, key, ref.record_id) for ref in refs]
    assert {item.status for item in desk.read(read_worklist, key).items} == {ItemStatus.TODO}
    desk.do(mark_entry, in_round[0], MarkState.CONFIRMED)
    desk.do(save_entry, in_round[1], {"house_no": "99/1"})
    desk.do(mark_entry, in_round[2], MarkState.ENDED, "resigned")
    statuses = {item.record_id: item.status for item in desk.read(read_worklist, key).items}
    assert [statuses[ref.record_id] for ref in refs] == [ItemStatus.CONFIRMED, ItemStatus.CHANGED, ItemStatus.ENDED]
    ended = desk.read(read_entry, in_round[2]).record.content
    assert (ended["status"], ended["status_date"]) == ("resigned", "2018-09-10")
    desk.do(mark_entry, in_round[0], None)
    assert desk.read(read_entry, in_round[0]).mark == ""
    assert refusal(desk.do, mark_entry, refs[0], MarkState.CONFIRMED).code in ("not-editable", "mark-not-possible")
    desk.close()


# --- deleting, photos, revealing --------------------------------------------------------------------------------------


def test_a_draft_goes_by_a_tombstone(desk: Workplace) -> None:
    saved = desk.do(save_entry, first_quarter(desk), {"members_male": 12})
    assert saved.ref.record_id is not None
    desk.do(delete_draft, saved.ref.record_id)
    assert desk.read(read_worklist, KEY).items[0].status is ItemStatus.TODO
    assert refusal(desk.read, read_entry, saved.ref).code == "record-unknown"
    assert desk.read(read_history, saved.ref.record_id)[0].deleted
    assert refusal(desk.do, delete_draft, saved.ref.record_id).code == "record-unknown"


def test_a_register_entry_that_is_used_or_received_stays(desk: Workplace) -> None:
    ref = first_quarter(desk)
    assert ref.register_id is not None
    desk.do(save_entry, ref, {"members_male": 12})
    assert refusal(desk.do, delete_draft, ref.register_id).code == "register-in-use"

    def received(work: Work) -> None:
        row = work.session.get(RecordRow, other)
        assert row is not None
        row.rev = 7

    other = str(add_register(desk, "leader", "leader", LEADER).record_id)
    desk.do(received)
    assert refusal(desk.do, delete_draft, other).code == "register-kept"


def test_photos_are_kept_by_their_hash(desk: Workplace) -> None:
    ref = add_register(desk, "leader", "leader", LEADER)
    saved = desk.do(attach_photo, ref, "photo", b"jpeg bytes")
    desk.do(attach_photo, ref, "photo", b"jpeg bytes")
    (digest,) = desk.read(read_entry, saved.ref).record.content["photo"]  # type: ignore[misc]
    assert desk.read(read_photo, digest) == b"jpeg bytes"
    assert refusal(desk.read, read_photo, "0" * 64).code == "photo-unknown"
    assert refusal(desk.do, attach_photo, ref, "photo", bytes(LARGEST + 1)).code == "photo-too-large"


def test_revealing_is_audited(desk: Workplace) -> None:
    ref = add_register(desk, "leader", "leader", LEADER)
    assert desk.do(reveal_value, ref, "citizen_id") == "1009900001018"

    def lines(work: Work) -> list[AuditRow]:
        return list(work.session.scalars(select(AuditRow).where(AuditRow.action == "revealed")))

    (line,) = desk.read(lines)
    assert (line.record_id, line.detail, line.person_id) == (ref.record_id, {"paths": ["citizen_id"]}, desk.person.id)


# --- patches, against a plain dictionary ------------------------------------------------------------------------------

_ENTITY = load_catalogue().newest("fund_institute").entity("year")
_PATHS = [
    "services_other",
    ":raw:members",
    ":reason:r8_x",
    ":mark:2561-r1",
    "member_funds/a",
    "member_funds/a/name_th",
    "member_funds/b",
    "member_funds/b/name_th",
]
_paths = st.sampled_from(
    [path for path in _PATHS if _ENTITY.find_field(path.removeprefix(":raw:")) or path.count("/") < 2]
)
_values = st.one_of(
    st.none(), st.text(max_size=8), st.integers(0, 9), st.booleans(), st.lists(st.sampled_from("abc"), max_size=2)
)


@settings(max_examples=200)
@given(
    patches=st.lists(
        st.dictionaries(_paths.filter(lambda path: "members" not in path), _values, max_size=4), max_size=6
    )
)
def test_any_sequence_of_patches_is_what_a_dictionary_would_hold(patches: list[dict[str, Value]]) -> None:
    content: dict[str, Value] = {}
    for patch in patches:
        wanted = effective_patch(_ENTITY, content, patch)
        assert all(content.get(path) != value for path, value in wanted.items())
        content = apply_patch(content, wanted)
        for path, value in patch.items():
            clean: Value = unicodedata.normalize("NFC", value).strip() or None if isinstance(value, str) else value
            gone = "/" in path and any(patch.get(row, 1) in (None, "", []) for row in [path.rpartition("/")[0]])
            if clean not in (None, []) and not gone:
                assert content[path] == clean
            elif clean in (None, []):
                assert path not in content
        for path in content:
            if path.count("/") == 2:
                assert path.rpartition("/")[0] in content  # no cell without its row
            assert not (path.startswith(":raw:") and path[5:] in content)
        assert effective_patch(_ENTITY, content, patch) == {} or any("/" in path for path in patch)


def test_removing_a_row_removes_its_cells() -> None:
    line = _ENTITY.lines[0]
    cell = f"{line.key}/a/{line.fields[0].key}"
    content: dict[str, Value] = {f"{line.key}/a": True, cell: "x", f":raw:{cell}": "y"}
    assert effective_patch(_ENTITY, content, {f"{line.key}/a": None}) == dict.fromkeys(content)


def test_a_refused_operation_is_no_half_change(desk: Workplace) -> None:
    ref = first_quarter(desk)

    def save_and_fail(work: Work) -> None:
        save_entry(work, ref, {"members_male": 1})
        raise RefusedError("test")

    heard: list[Changes] = []
    desk.listeners.append(heard.append)
    assert refusal(desk.do, save_and_fail).code == "test"
    assert heard == []
    assert desk.read(read_worklist, KEY).items[0].record_id is None


def test_a_dataset_names_a_new_register_entry(desk: Workplace) -> None:
    error = refusal(desk.do, save_entry, EntryRef(EntityKey("leader")), LEADER)
    assert error.code == "dataset-unknown"
    named = desk.do(save_entry, EntryRef(EntityKey("leader"), dataset=DatasetKey("leader")), LEADER)
    assert named.ref.record_id
