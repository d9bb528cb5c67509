"""The merge alone: any order and repetition of the same edits ends in the same record, and nothing is overwritten
that its author had not seen. The oracles know nothing of clocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.central.holding.merge import (
    Applied,
    Conflict,
    Edit,
    Held,
    Same,
    clock_from_json,
    clock_to_json,
    merge,
)

VALUES = st.one_of(st.none(), st.integers(0, 3), st.booleans(), st.sampled_from(["", "ก", "ข"]))
PATHS = ("a", "b", "c", ":mark:2561-q2")


def deliver(edits: Sequence[Edit]) -> Held:
    held = Held()
    for edit in edits:
        outcome = merge(held, edit)
        assert not isinstance(outcome, Conflict)
        held = outcome.held if isinstance(outcome, Applied) else held
    return held


@st.composite
def edits_on_own_paths(draw: Any) -> tuple[list[Edit], list[Edit]]:
    """Edits of up to three devices, each on paths of its own, and a delivery of them with repeats in any order."""
    edits = []
    for device in draw(st.lists(st.sampled_from("DEF"), min_size=1, max_size=3, unique=True)):
        paths = [f"{device.lower()}_{path}" for path in PATHS[:3]]
        patches = draw(st.lists(st.dictionaries(st.sampled_from(paths), VALUES, min_size=1), min_size=1, max_size=5))
        edits += [Edit(device, n, 0, patch) for n, patch in enumerate(patches, start=1)]
    order = draw(st.permutations(edits))
    repeats = draw(st.lists(st.sampled_from(edits), max_size=5))
    return edits, [*order, *repeats]


@given(edits_on_own_paths())
def test_any_order_and_repetition_converges(case: tuple[list[Edit], list[Edit]]) -> None:
    edits, delivery = case
    expected: dict[str, Any] = {}
    for edit in sorted(edits, key=lambda one: one.n):  # the last word of each device, path by path
        for path, value in edit.patch.items():
            expected[path] = None if value == "" else value
    expected = {path: value for path, value in expected.items() if value is not None}
    assert deliver(delivery).content == expected


@st.composite
def meetings(draw: Any) -> list[tuple[str, dict[str, Any], bool, int]]:
    """Steps of two devices on shared paths: who, which patch, whether it deletes, how old its knowledge is."""
    step = st.tuples(
        st.sampled_from("DE"),
        st.dictionaries(st.sampled_from(PATHS), VALUES, min_size=1, max_size=3),
        st.integers(0, 9).map(lambda number: number == 0),
        st.integers(0, 3),
    )
    return draw(st.lists(step, max_size=12))


@given(meetings())
def test_no_value_is_overwritten_unseen(steps: list[tuple[str, dict[str, Any], bool, int]]) -> None:
    """The oracle keeps every revision whole. What an applied edit changed must be as its author knew it, or the
    author's own, also where others only said since what stood there already; a conflict changes nothing and names
    only paths that others wrote since."""
    held = Held()
    history: list[dict[str, Any]] = [{}]
    authors: list[str] = [""]
    named: list[set[str]] = [set()]
    for n, (device, patch, deleted, age) in enumerate(steps, start=1):
        base = max(held.rev - age, 0)
        edit = Edit(device, n, base, {} if deleted else patch, deleted)
        outcome = merge(held, edit)
        others_wrote = _written_by_others(authors, named, base, device)
        if isinstance(outcome, Conflict):
            assert outcome.theirs or deleted
            others = (revision for revision in range(base + 1, len(history)) if authors[revision] != device)
            assert set(outcome.theirs) <= {path for revision in others for path in named[revision]}
            assert outcome.theirs == {path: held.content.get(path) for path in outcome.theirs}
        elif isinstance(outcome, Applied):
            changed = _differences(held.content, outcome.held.content)
            assert not changed & others_wrote
            assert outcome.held.rev == held.rev + 1
            assert clock_from_json(clock_to_json(outcome.held.clock)) == outcome.held.clock
            history.append(dict(outcome.held.content))
            authors.append(device)
            named.append(set(edit.patch))
            held = outcome.held


def _differences(before: Any, after: Any) -> set[str]:
    return {path for path in {*before, *after} if before.get(path) is not after.get(path)}


def _written_by_others(authors: list[str], named: list[set[str]], base: int, device: str) -> set[str]:
    """Paths whose last word since ``base`` is somebody else's."""
    last: dict[str, str] = {}
    for rev in range(base + 1, len(authors)):
        last.update(dict.fromkeys(named[rev], authors[rev]))
    return {path for path, author in last.items() if author != device}


def test_who_said_it_first_does_not_go_over_who_said_the_same() -> None:
    held = deliver([Edit("D", 1, 0, {"a": 1})])
    agreed = merge(held, Edit("E", 1, 0, {"a": 1}))
    assert isinstance(agreed, Applied)
    assert (agreed.status, agreed.held.content, agreed.held.rev) == ("same", {"a": 1}, 2)
    assert isinstance(merge(agreed.held, Edit("D", 2, 1, {"a": 3})), Conflict)
    told = merge(agreed.held, Edit("D", 2, 2, {"a": 3}))
    assert isinstance(told, Applied)
    assert told.status == "stored"


def test_true_is_not_one() -> None:
    held = deliver([Edit("D", 1, 0, {"a": 1})])
    outcome = merge(held, Edit("E", 1, 0, {"a": True}))
    assert isinstance(outcome, Conflict)


def test_an_older_edit_of_the_own_device_changes_nothing() -> None:
    held = deliver([Edit("D", 5, 0, {"a": 2}), Edit("D", 6, 0, {}, deleted=True)])
    assert isinstance(merge(held, Edit("D", 4, 0, {"a": 1})), Same)
    revived = merge(held, Edit("D", 7, 0, {"a": 3}))
    assert isinstance(revived, Applied)
    assert not revived.held.deleted
