"""Squashing waiting changes: every row once, content as if sent one by one, order and bases kept."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.record import apply_patch
from cdd_desktop.operations.batching import Head, Sent, Waiting, after_beginnings, grouped, size_of, squash
from cdd_desktop.sync.protocol import Change, MoveChange

DATASETS = ("leader", "otop")
PATHS = ("name", "moo", "phone", ":mark:2561-q1")


def edit(
    n: int, record: str = "r1", *, base: int = 0, dataset: str = "leader", deleted: bool = False, **patch
) -> Waiting:
    head = Head("5007", dataset, "", "leader", 1)
    return Waiting(n=n, head=head, record=record, base=base, patch=patch, deleted=deleted, person="p", at="t")


def move(n: int, dataset: str = "leader") -> Waiting:
    head = Head("5007", dataset, "2561-q1")
    return Waiting(n=n, head=head, fixed=MoveChange(n=n, move="propose", person="p", at="t"))


def test_saves_of_one_record_travel_as_one_change():
    [sent] = squash([edit(1, name="a"), edit(2, moo=3), edit(4, name="b")])
    assert sent.rows == (1, 2, 4)
    assert (sent.change.n, sent.change.first) == (4, 1)
    assert sent.change.patch == {"name": "b", "moo": 3}


def test_saves_on_different_revisions_stay_apart_when_they_write_different_paths():
    first, second = squash([edit(1, base=1, name="a"), edit(2, base=2, moo=3)])
    assert (first.change.base, second.change.base) == (1, 2)


def test_a_path_written_before_a_pull_keeps_its_older_base():
    [sent] = squash([edit(1, base=1, name="a"), edit(2, base=2, moo=3), edit(3, base=2, name="b")])
    assert sent.change.base == 1
    assert sent.change.patch == {"name": "b", "moo": 3}


def test_a_removed_value_travels_as_null():
    [sent] = squash([edit(1, name="a"), edit(2, name=None)])
    assert sent.change.patch == {"name": None}


def test_a_draft_made_and_deleted_is_one_change():
    [sent] = squash([edit(1, name="a"), edit(2, deleted=True)])
    assert sent.change.deleted


def test_a_certification_stands_between_the_edits_before_and_after_it():
    sent = squash([edit(1, name="a"), move(2), edit(3, name="b")])
    assert [one.change.n for one in sent] == [1, 2, 3]


def test_a_move_does_not_split_the_edits_of_another_dataset():
    sent = squash([edit(1, "x", dataset="otop", name="a"), move(2), edit(3, "x", dataset="otop", name="b")])
    assert [one.rows for one in sent] == [(2,), (1, 3)]


def test_what_follows_a_beginning_that_travels_apart_is_no_record_of_its_own():
    """Central takes a change on revision 1 of a record it does not have for a part, and asks for the whole."""
    rows = [edit(1, "a"), edit(2, "b"), edit(3, "a"), move(4), edit(5, "a"), edit(6, "c"), edit(7, "known")]
    sent = after_beginnings(rows, {"a", "b", "c"}, {"b"})
    assert [(row.n, row.base) for row in sent] == [(1, 0), (2, 1), (3, 0), (4, 0), (5, 1), (6, 0), (7, 0)]
    assert [row.base for row in after_beginnings([edit(1, "b", base=3)], {"b"}, {"b"})] == [3]


def test_neighbours_of_one_place_share_a_group():
    groups = grouped(squash([edit(1, "a", name="1"), edit(2, "b", name="2"), move(3), edit(4, "a", name="3")]))
    assert [len(group.changes) for group in groups] == [2, 1, 1]
    assert groups[1].period == "2561-q1"


rows = st.lists(
    st.tuples(
        st.sampled_from(["edit", "edit", "edit", "move", "pull"]),
        st.sampled_from(["r1", "r2", "r3"]),
        st.sampled_from(PATHS),
        st.integers(0, 3),
    ),
    max_size=25,
)


def waiting(script) -> list[Waiting]:
    """Rows as a device makes them: the known revision of a record only grows."""
    revision = dict.fromkeys(("r1", "r2", "r3"), 0)
    made = []
    for n, (what, record, path, value) in enumerate(script, start=1):
        dataset = DATASETS[record == "r3"]
        if what == "pull":
            revision[record] += 1
        elif what == "move":
            made.append(move(n, dataset))
        else:
            made.append(edit(n, record, base=revision[record], dataset=dataset, **{path: value or None}))
    return made


@given(rows)
def test_every_row_is_sent_exactly_once(script):
    made = waiting(script)
    sent = squash(made)
    assert sorted(n for one in sent for n in one.rows) == [row.n for row in made]


@given(rows)
def test_moves_keep_their_place_among_the_edits_of_their_dataset(script):
    made = waiting(script)
    for dataset in DATASETS:
        before: dict[int, list[int]] = {}
        for one in squash(made):
            if one.head.dataset == dataset and isinstance(one.change, MoveChange):
                before[one.change.n] = sorted(
                    n for other in squash(made) if other.head.dataset == dataset for n in other.rows if n < one.change.n
                )
        order = [one for one in squash(made) if one.head.dataset == dataset]
        for place, one in enumerate(order):
            if isinstance(one.change, MoveChange):
                assert sorted(n for earlier in order[:place] for n in earlier.rows) == before[one.change.n]


@given(rows)
def test_the_bytes_of_a_batch_are_no_more_than_was_counted(script):
    made = waiting(script)
    places = [None, *(row.head for row in made)]
    counted = sum(size_of(row, place) for row, place in zip(made, places, strict=False))
    assert len(msgspec.json.encode(grouped(squash(made)))) <= counted + 2


@given(rows)
def test_the_content_afterwards_is_that_of_the_saves_one_by_one(script):
    made = waiting(script)
    assert _contents_sent(squash(made)) == _contents(made)


@given(rows)
def test_no_path_is_sent_with_a_newer_base_than_its_first_unsent_save(script):
    made = waiting(script)
    for one in squash(made):
        if isinstance(one.change, Change):
            segment = [row for row in made if row.n in one.rows]
            for path in one.change.patch:
                assert one.change.base <= min(row.base for row in segment if path in row.patch)


def _contents(made: list[Waiting]) -> dict[str, dict]:
    contents: dict[str, dict] = {}
    for row in made:
        if row.fixed is None:
            contents[row.record] = apply_patch(contents.get(row.record, {}), row.patch)
    return contents


def _contents_sent(sent: list[Sent]) -> dict[str, dict]:
    contents: dict[str, dict] = {}
    for one in sent:
        if isinstance(one.change, Change):
            contents[one.change.record] = apply_patch(contents.get(one.change.record, {}), one.change.patch)
    return contents
