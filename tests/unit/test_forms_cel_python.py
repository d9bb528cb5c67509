"""The translation of CEL into Python says what the library says, or that it does not know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.cel_functions import functions
from cdd_desktop.forms.cel_python import Sight, UnsureError, translated
from cdd_desktop.forms.cel_rules import BrokenExpressionError, Expression, context

CATALOGUE = load_catalogue()
UNTRANSLATED = (
    "1 / 2",
    "past[3].a == 1",
    "a ? b",
    "a ||",
    "size(a)",
    "'it\\'s'",
    "9223372036854775808 == a",
    "t == 1 || xs.exists(t, t == 1)",
    "xs.exists(t, xs.all(t, t == 1))",
    "dec(1, 2)",
    "a == b == c",
    "{'a': 1}",
)


def _shipped() -> list[str]:
    """Every expression of the shipped definitions."""
    found: dict[str, None] = {}
    for dataset in CATALOGUE.datasets():
        definition = CATALOGUE.newest(dataset)
        for entity in definition.entities:
            parts = [text for one in entity.fields for text in (one.visible_if, one.required_if, one.start)]
            parts += [one.computed.cel for one in entity.fields if one.computed]
            found.update(dict.fromkeys([*parts, entity.due]))
        for rule in definition.rules:
            found.update(dict.fromkeys([rule.cel, rule.where, *(measure.count for measure in rule.let.values())]))
    return [text for text in found if text]


SHIPPED = _shipped()
_TEXTS = st.sampled_from(["", "a", "active", "producer", "none", "other", "2018-02-28", "2018-03-01", "certified", "ก"])
_NUMBERS = st.sampled_from([-3, -1, 0, 1, 2, 5, 100, 1461, 2561, 100_000, 10**17, 2**63 - 1, -(2**63)])
_PLAIN = st.none() | _NUMBERS | _TEXTS | st.booleans() | st.sampled_from([0.0, 2.5, float("inf")])
_VALUES = _PLAIN | st.lists(_TEXTS | _NUMBERS | st.none(), max_size=3)
_KINDS = [_NUMBERS, _NUMBERS | st.none(), _TEXTS, st.none() | _TEXTS | st.lists(_TEXTS, max_size=3), _VALUES]


@dataclass
class Around:
    """Surroundings of made-up values."""

    groups: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    periods: list[Mapping[str, Any]] = field(default_factory=lambda: [{}, {}, {}])

    @property
    def functions(self) -> Mapping[str, Any]:
        return functions(lambda code: len(code) or None)

    def group(self, name: str) -> Mapping[str, Any]:
        return self.groups.get(name, {})

    def past(self, place: int) -> Mapping[str, Any]:
        return self.periods[place]


def agree(text: str, data: st.DataObject) -> None:
    """Both ways asked of the same values, those a rule meets and odd ones."""
    expression = Expression(text)
    quick = translated(text)
    assert quick is not None, text
    values = data.draw(st.sampled_from(_KINDS), "kind of values")
    own = {name: data.draw(values, name) for name in sorted(expression.own)}
    groups: dict[str, dict[str, Any]] = {}
    for group, key in sorted(expression.members):
        groups.setdefault(group, {})[key] = data.draw(values, f"{group}.{key}")
    past: list[dict[str, Any]] = [{}, {}, {}]
    for place, key in sorted(expression.past):
        past[place][key] = data.draw(values, f"past[{place}].{key}")
    cells = st.fixed_dictionaries(dict.fromkeys(sorted(expression.cells), values))
    rows = {table: data.draw(st.lists(cells, max_size=3), table) for table in sorted(expression.tables)}
    around = Around(groups, list(past))
    variables = {**own, **groups, "past": past, "lines": rows}
    try:
        answer: Any = quick(Sight(own, around, rows))
    except UnsureError:
        return
    try:
        wanted = expression.run(context(variables, expression.all_names, around.functions))
    except BrokenExpressionError:
        wanted = "broken"
    assert (type(answer), answer) == (type(wanted), wanted), variables


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SHIPPED), st.data())
def test_what_the_forms_ask_is_answered_as_the_library_does(text: str, data: st.DataObject) -> None:
    agree(text, data)


_NAMES = ["a", "b", "xs", "reg.c", "prev.d", "past[1].e", "ctx.f", "lines.t"]
_CONSTANTS = ["0", "1", "7", "2.5", "-3", "-1.5", "'a'", "''", "null", "true", "false"]
_ATOMS = st.sampled_from([*_NAMES, *_CONSTANTS, "['a', 'b']", "[1, a]", "['a', null]"])


def _larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "%", "&&", "||"])
    loops = st.sampled_from(["exists", "all", "filter", "map"])
    names = st.sampled_from(["dec", "sum", "abs", "be_year", "cid_valid", "tambon_count"])
    return (
        st.builds("{} {} {}".format, parts, signs, parts)
        | st.builds("({}) {} ({})".format, parts, signs, parts)
        | st.builds("!({})".format, parts)
        | st.builds("!{}".format, st.sampled_from(["a", "true", "reg.c", "(a == b)"]))
        | st.builds("({} ? {} : {})".format, parts, parts, parts)
        | st.builds("{}({})".format, names, parts)
        | st.builds("pct_change({}, {})".format, parts, parts)
        | st.builds("({}).size()".format, parts)
        | st.builds("xs.{}(t, {} == t)".format, loops, parts)
        | st.builds("lines.t.{}(r, r.g {} {})".format, loops, st.sampled_from(["==", ">", "!="]), parts)
    )


@settings(max_examples=700, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.recursive(_ATOMS, _larger, max_leaves=8), st.data())
def test_any_expression_is_answered_as_the_library_does(text: str, data: st.DataObject) -> None:
    if translated(text) is not None:
        agree(text, data)


def test_all_that_the_forms_ask_is_translated() -> None:
    assert len(SHIPPED) > 150
    assert [text for text in SHIPPED if translated(text) is None] == []


@pytest.mark.parametrize("text", UNTRANSLATED)
def test_what_is_not_known_is_left_to_the_library(text: str) -> None:
    assert translated(text) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("a < 1", {"a": None}),
        ("a < 1", {"a": True}),
        ("a == 1", {"a": "1"}),
        ("a < b", {"a": 1, "b": 2.0}),
        ("a + 1", {"a": 2**63 - 1}),
        ("a % 2", {"a": -7}),
        ("a && true", {"a": None}),
        ("a in b", {"a": 1, "b": [1]}),
        ("a.size()", {"a": "text"}),
        ("a < 1 && false", {"a": None}),  # the library says false
    ],
)
def test_what_is_in_doubt_is_asked_of_the_library(text: str, own: dict[str, Any]) -> None:
    quick = translated(text)
    assert quick is not None
    with pytest.raises(UnsureError):
        quick(Sight(own, Around(), {}))
