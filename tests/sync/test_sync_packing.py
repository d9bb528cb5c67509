"""The lean form gives back exactly what went in, is refused where it stands for nothing, and cannot blow up."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.sync.packing import PackingError, pack_batch, pack_receipt, unpack_batch, unpack_receipt
from cdd_desktop.sync.protocol import (
    Batch,
    Change,
    Group,
    MoveChange,
    PackedBatch,
    PackedEdits,
    PackedOther,
    Receipt,
    Result,
)

BEGIN = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
BATCH = "01900000-0000-7000-8000-000000000009"
values = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.text(max_size=12), st.just(["ก", "b"])
)
patches = st.dictionaries(st.sampled_from(["name_th", "moo", "lines/1/amount", ":mark:2561-q1", ":raw:moo"]), values)
odd_instants = st.sampled_from(["", "yesterday", "2018-03-18T01:40:00.25+00:00", "2018-03-18T08:40:00+07:00"])
instants = st.integers(-(10**8), 10**9).map(lambda s: (BEGIN + timedelta(seconds=s)).isoformat(timespec="seconds"))
good_ids = st.uuids().map(str)
ids = st.one_of(good_ids, st.sampled_from(["", "r1", "01900000-0000-7000-8000-00000000000A"]))
numbers = st.integers(1, 2**62)


@st.composite
def edits(draw, at=instants, record=good_ids):
    n = draw(numbers)
    return Change(
        n=n,
        first=draw(st.sampled_from([0, n, max(1, n - 3)])),
        record=draw(record),
        base=draw(st.integers(0, 4)),
        patch=draw(patches),
        deleted=draw(st.booleans()),
        person=draw(st.sampled_from(["p1", "p2", ""])),
        at=draw(at),
    )


moves = st.builds(MoveChange, n=numbers, move=st.just("propose"), person=st.just("p1"), at=instants)
anything = st.one_of(edits(), edits(at=odd_instants), edits(record=ids), moves)
groups = st.builds(
    Group,
    unit=st.just("5007"),
    dataset=st.sampled_from(["leader", ""]),
    form=st.integers(0, 3),
    changes=st.one_of(st.lists(edits(), max_size=6), st.lists(anything, max_size=4)),
)
batches = st.builds(Batch, id=st.just(BATCH), groups=st.lists(groups, max_size=4))


@given(batches)
def test_a_batch_comes_back_byte_for_byte(batch):
    raw = msgspec.json.encode(batch)
    packed = pack_batch(raw)
    assert packed is not None
    travelled = msgspec.json.decode(msgspec.json.encode(packed), type=PackedBatch)
    assert unpack_batch(travelled) == raw


def test_bytes_that_are_written_otherwise_are_not_packed():
    raw = msgspec.json.encode(Batch(id=BATCH, groups=[]))
    assert pack_batch(raw.replace(b":", b": ")) is None
    assert pack_batch(raw[:-1]) is None


def test_many_edits_of_one_kind_become_columns():
    edits = [
        Change(n=n, first=n, record=str(UUID(int=n)), patch={"moo": n, "name": "x"}, person="p", at=BEGIN.isoformat())
        for n in range(7, 12)
    ]
    raw = msgspec.json.encode(Batch(id=BATCH, groups=[Group(unit="5007", dataset="leader", changes=[*edits])]))
    packed = pack_batch(raw)
    assert packed is not None
    [group] = packed.groups
    assert isinstance(group, PackedEdits)
    assert group.numbers == [7, 1, 1, 1, 1]
    assert group.columns == [[7, 8, 9, 10, 11], ["x"] * 5]
    assert (group.spans, group.bases, group.shape, group.people) == ([], [], [], [("p", 5)])


results = st.lists(
    st.tuples(
        st.sampled_from(["stored", "stored", "same", "merged", "conflict", "refused"]),
        st.integers(0, 3),
        st.sampled_from(["", "", "", "duplicate-key"]),
    ),
    max_size=30,
)


@given(results, st.data())
def test_a_receipt_comes_back_byte_for_byte(made, data):
    numbers = sorted(data.draw(st.sets(st.integers(1, 500), min_size=len(made), max_size=len(made))))
    whole = [Result(n=n, status=s, rev=r, code=c) for n, (s, r, c) in zip(numbers, made, strict=True)]
    receipt = Receipt(no="2561-0000001", batch=BATCH, received_at="2018-03-18T01:40:00Z", results=whole)
    raw = msgspec.json.encode(receipt)
    edits = [Change(n=n, record="r") for n in numbers]
    batch = msgspec.json.encode(Batch(id=BATCH, groups=[Group(unit="5007", changes=[*edits])]))
    packed = pack_receipt(raw)
    assert packed is not None
    assert unpack_receipt(packed, batch) == raw
    if numbers:
        shorter = msgspec.json.encode(Batch(id=BATCH, groups=[Group(unit="5007", changes=[*edits[1:]])]))
        with pytest.raises(PackingError):
            unpack_receipt(packed, shorter)


GOOD = PackedEdits(
    head=("5007", "leader", "", "leader", 1),
    numbers=[1, 1],
    records="0" * 64,
    people=[("p", 2)],
    begin=BEGIN.isoformat(),
    times=[5],
    shapes=[["moo"]],
    columns=[[1, 2]],
)


@pytest.mark.parametrize(
    "wrong",
    [
        {"numbers": [1]},
        {"records": "0" * 63},
        {"people": [("p", 1)]},
        {"people": [("p", -1), ("p", 3)]},
        {"begin": "now"},
        {"times": []},
        {"times": [10**18]},
        {"shapes": []},
        {"shape": [0, 1]},
        {"shape": [0, -1]},
        {"columns": [[1]]},
        {"columns": []},
        {"spans": [0]},
        {"bases": [0, 0, 0]},
    ],
    ids=str,
)
def test_columns_that_do_not_fit_together_are_refused(wrong):
    assert unpack_batch(PackedBatch(id=BATCH, groups=[GOOD]))
    with pytest.raises(PackingError):
        unpack_batch(PackedBatch(id=BATCH, groups=[msgspec.structs.replace(GOOD, **wrong)]))


def test_few_bytes_never_stand_for_very_many():
    many = 5_000
    wide = msgspec.structs.replace(
        GOOD,
        numbers=[1] * many,
        records="0" * 32 * many,
        people=[("p", many)],
        times=[0] * (many - 1),
        shapes=[["x" * 10_000]],
        columns=[[1] * many],
    )
    with pytest.raises(PackingError):
        unpack_batch(PackedBatch(id=BATCH, groups=[wide]))
    long = msgspec.structs.replace(GOOD, numbers=[1] * (many + 1))
    with pytest.raises(PackingError):
        unpack_batch(PackedBatch(id=BATCH, groups=[long]))


def test_a_group_that_cannot_be_columns_travels_as_it_is():
    group = Group(unit="5007", changes=[MoveChange(n=1, move="propose", person="p", at="t")])
    packed = pack_batch(msgspec.json.encode(Batch(id=BATCH, groups=[group])))
    assert packed is not None
    assert isinstance(packed.groups[0], PackedOther)
