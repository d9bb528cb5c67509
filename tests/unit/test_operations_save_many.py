"""Saving many edits at once leaves exactly what saving them one by one leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import add_groups, add_register, enrolled_office, key_of
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select
from store_office import SMALL

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import MARK, RAW, REASON, Content, MarkState, Value
from cdd_desktop.errors import BadRequestError, RefusedError, UserError
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.place import may_mark
from cdd_desktop.operations.progress import refresh_progress
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.save_many import Edit, save_many, write_many
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.samples.office import SampleOffice
from cdd_desktop.store.columns import Base
from cdd_desktop.store.rows import AuditRow, ChangeRow, MetaRow, OutboxRow, RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.store.submissions import get_submission

QUARTER = key_of("saving_group", "2561-q2")
GROUP, SNAPSHOT, LEADER = EntityKey("group"), EntityKey("quarter"), EntityKey("leader")
TABLES: tuple[type[Base], ...] = (RecordRow, ChangeRow, OutboxRow, AuditRow, SubmissionRow, MetaRow)
NOT_COMPARED = {"version"}  # counts a row's own updates; many edits of a record are one of them


Row = dict[str, object]
Answer = tuple[Changes, list[EntryRef]]
Saver = Callable[[Work, Sequence[Edit]], Answer]


class _UndoError(Exception):
    """Takes back everything an operation has written."""


class Trial:
    """Runs the same edits one by one and at once in the same office, from the same state, with the same ids."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    def same(self, *steps: Sequence[Edit]) -> tuple[Changes, list[EntryRef]]:
        """Both ways leave the same and answer the same; answers what the last step did."""
        one_by_one, at_once = self._left_by(steps, _each), self._left_by(steps, _all)
        assert at_once[0] == one_by_one[0]
        for table, rows in one_by_one[1].items():
            assert at_once[1][table] == rows, table
        return one_by_one[0]

    def _left_by(self, steps: Sequence[Sequence[Edit]], save: Saver) -> tuple[Answer, dict[str, list[Row]]]:
        numbers = count()
        left: list[tuple[Answer, dict[str, list[Row]]]] = []

        def run(work: Work) -> None:
            work = replace(work, memory={}, new_id=lambda: f"made-{next(numbers):05}")
            for step in steps:
                answer = save(work, step)
            left.append((answer, {table.__tablename__: rows_of(work, table) for table in TABLES}))
            raise _UndoError

        with pytest.raises(_UndoError):
            self.workplace.do(run)
        return left[0]


def _each(work: Work, edits: Sequence[Edit]) -> Answer:
    saved = [save_entry(work, *edit) for edit in edits]
    changes = Changes()
    for each in saved:
        changes |= each.changes
    for key in changes.submissions:  # a save counts its round as it stands then, not what is edited outside it later
        refresh_progress(work, get_submission(work.session, key))
    return changes, [each.ref for each in saved]


def _all(work: Work, edits: Sequence[Edit]) -> Answer:
    saved = save_many(work, edits)
    return saved.changes, list(saved.refs)


def rows_of(work: Work, table: type[Base]) -> list[Row]:
    work.session.flush()
    columns = [column for column in table.__table__.columns if column.name not in NOT_COMPARED]
    found = work.session.execute(select(*columns).order_by(*table.__table__.primary_key.columns))
    return [dict(row._mapping) for row in found]


def everything(workplace: Workplace) -> dict[str, list[Row]]:
    return {table.__tablename__: workplace.read(rows_of, table) for table in TABLES}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """Nothing a test does here stays."""
    workplace = enrolled_office(tmp_path_factory.mktemp("office"), FixedClock(DEMO_NOW)).work_as()
    add_groups(workplace)
    for number in range(3):
        add_register(workplace, "leader", "leader", {"first_name": f"คำ{number}", "tambon_code": "500701", "moo": 1})
    yield workplace
    workplace.close()


def ids(workplace: Workplace, entity: str) -> list[RecordId]:
    query = select(RecordRow.id).where(RecordRow.entity == entity).order_by(RecordRow.id)
    return [RecordId(found) for found in workplace.read(lambda work: work.session.scalars(query).all())]


def new(entity: str, dataset: str, content: Content) -> Edit:
    return EntryRef(EntityKey(entity), dataset=DatasetKey(dataset)), content


@pytest.mark.parametrize("unit", ["5007", "50"])
def test_a_whole_office_saved_at_once_is_what_it_is_saved_one_by_one(tmp_path: Path, unit: str) -> None:
    workplace = enrolled_office(tmp_path, FixedClock(DEMO_NOW), unit=unit).work_as()
    sample = SampleOffice(workplace.unit, SMALL, seed=5, catalogue=workplace.catalogue, geography=workplace.geography)
    registers = [record for dataset in workplace.catalogue.datasets() for record in sample.register(dataset)]
    named = {record.id: f"made-{number:05}" for number, record in enumerate(registers)}

    def renamed(content: Content) -> dict[str, Value]:
        return {path: named.get(value, value) if isinstance(value, str) else value for path, value in content.items()}

    reports: list[Edit] = []
    for window in workplace.calendar.windows_of(workplace.unit.level, 2561):
        for record in sample.report(window, ()) if window.data_start <= DEMO_NOW.date() else ():
            if record.period:
                reference = workplace.catalogue.newest(record.dataset).entity(record.entity).ref
                content = renamed(record.content)
                entry = content.get(reference) if reference else None
                register = RecordId(entry) if isinstance(entry, str) else None
                key = key_of(window.dataset, window.period, unit)
                reports.append((EntryRef(record.entity, key=key, register_id=register), content))
    assert len(reports) > 5
    Trial(workplace).same([new(record.entity, record.dataset, record.content) for record in registers], reports)
    workplace.close()


NAMES = st.sampled_from(["กลุ่มเอ", "กลุ่ม  เอ", "กลุ่มบี", "", "ออมทรัพย์บ้านหนองหอย"])
PATCHES = st.fixed_dictionaries(
    {},
    optional={
        "name_th": NAMES,
        "tambon_code": st.sampled_from(["500701", "500702", None]),
        "moo": st.sampled_from([1, 2, None]),
        "committee_count": st.sampled_from([3, 9, None]),
        RAW + "committee_count": st.sampled_from(["เก้า", None]),
        REASON + "r6_committee": st.sampled_from(["ยังเลือกไม่ครบ", None]),
        "status": st.sampled_from(["active", "dissolved"]),
    },
)
QUARTERS = st.fixed_dictionaries(
    {},
    optional={
        "members_male": st.integers(0, 50),
        "members_female": st.integers(0, 50),
        "cash_bank": st.sampled_from([0, 5_000_00, None]),
        RAW + "cash_bank": st.sampled_from(["ห้าพัน", None]),
        MARK + "2561-q2": st.sampled_from(["not_received", None]),
        "group_ref": st.sampled_from([0, 1, None]),
    },
)


EDITS = st.one_of(
    st.tuples(st.sampled_from("gGn"), st.integers(0, 2), PATCHES),
    st.tuples(st.sampled_from("qQ"), st.integers(0, 2), QUARTERS),
)


@settings(max_examples=40)
@given(st.lists(EDITS, min_size=1, max_size=12))
def test_any_edits_in_any_order(desk: Workplace, wanted: list[tuple[str, int, dict[str, Value]]]) -> None:
    groups = ids(desk, "group")
    edits: list[Edit] = []
    for kind, number, patch in wanted:
        entry = patch.get("group_ref")
        if isinstance(entry, int):
            patch = {**patch, "group_ref": groups[entry]}
        ref = {
            "g": EntryRef(GROUP, record_id=groups[number]),
            "G": EntryRef(GROUP, key=QUARTER, record_id=groups[number]),
            "n": EntryRef(GROUP, dataset=DatasetKey("saving_group")),
            "q": EntryRef(SNAPSHOT, key=QUARTER, register_id=groups[number]),
            "Q": EntryRef(SNAPSHOT, key=QUARTER, register_id=groups[0]),
        }[kind]
        edits.append((ref, patch))
    Trial(desk).same(edits)


def test_twins_in_the_store_gain_and_lose_their_finding(desk: Workplace) -> None:
    people = ids(desk, "leader")
    same = {"citizen_id": "1009900001018"}
    two: list[Edit] = [(EntryRef(LEADER, record_id=person), same) for person in people[:2]]
    third: list[Edit] = [(EntryRef(LEADER, record_id=people[2]), same)]
    changes, _ = Trial(desk).same(two, third)
    assert changes.records == set(people)
    changes, _ = Trial(desk).same(two, third, [(EntryRef(LEADER, record_id=people[0]), {"citizen_id": None})])
    assert changes.records == set(people)


def test_one_edit_that_cannot_be_made_refuses_all(desk: Workplace) -> None:
    before = everything(desk)
    group = ids(desk, "group")[0]
    good: Edit = (EntryRef(GROUP, record_id=group), {"moo": 9})
    bad: list[tuple[Edit, type[UserError], str]] = [
        ((EntryRef(GROUP, record_id=group), {"nothing": 1}), BadRequestError, "path-unknown"),
        ((EntryRef(GROUP, record_id=RecordId("missing")), {"moo": 1}), BadRequestError, "record-unknown"),
        ((EntryRef(SNAPSHOT, key=QUARTER), {"members_male": 1}), BadRequestError, "register-needed"),
        ((EntryRef(SNAPSHOT, key=key_of("saving_group", "2561-q4"), register_id=group), {"members_male": 1}),
         RefusedError, "not-editable"),
    ]  # fmt: skip
    for edit, kind, code in bad:
        with pytest.raises(kind) as refused:
            desk.do(save_many, [good, edit])
        assert refused.value.code == code
        assert everything(desk) == before


def test_nothing_different_writes_nothing(desk: Workplace) -> None:
    group = ids(desk, "group")[0]
    saved = desk.do(
        save_many, [(EntryRef(GROUP, record_id=group), {"committee_count": 9}), (new("group", "saving_group", {}))]
    )
    assert saved.changes == Changes()
    assert saved.edited == 0
    assert saved.refs[0].record_id == group
    assert saved.refs[1].record_id is None
    assert desk.do(save_many, []).refs == ()


def test_marking_many_is_marking_each(desk: Workplace) -> None:
    people = [EntryRef(LEADER, key=key_of("leader", "2561-r1"), record_id=person) for person in ids(desk, "leader")]
    patch = {MARK + "2561-r1": MarkState.CONFIRMED.value}
    left: list[object] = []

    def mark_all(work: Work) -> None:
        saved = write_many(work, [(ref, patch) for ref in people], may=may_mark, follow=False)
        assert saved.changes.records == {ref.record_id for ref in people}
        left.append([rows_of(work, table) for table in TABLES])
        raise _UndoError

    def mark_each(work: Work) -> None:
        for ref in people:
            mark_entry(replace(work, memory={}), ref, MarkState.CONFIRMED)
        left.append([rows_of(work, table) for table in TABLES])
        raise _UndoError

    for way in (mark_all, mark_each):
        with pytest.raises(_UndoError):
            desk.do(way)
    assert left[0] == left[1]


def test_a_thousand_edits_are_a_handful_of_statements(desk: Workplace) -> None:
    statements: list[str] = []

    def watched(work: Work) -> None:
        def see(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            statements.append(statement)

        connection = work.session.connection()
        event.listen(connection, "before_cursor_execute", see)
        made = [new("leader", "leader", {"first_name": f"คำ{n}", "tambon_code": "500702"}) for n in range(1000)]
        save_many(work, made)
        event.remove(connection, "before_cursor_execute", see)
        raise _UndoError

    with pytest.raises(_UndoError):
        desk.do(watched)
    assert len(statements) < 20
