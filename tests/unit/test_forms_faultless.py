"""What is told to be faultless is what ``evaluate`` finds nothing wrong with."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cdd_desktop.domain.record import Content, MarkState
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.faultless import is_faultless
from cdd_desktop.geography import geography
from cdd_desktop.ids import RecordId
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.samples.office import SampleOffice, Sizes

CATALOGUE, CALENDAR = load_catalogue(), load_calendar()
UNIT = geography().districts("50")[0]
SIZES = Sizes(8, 8, 8, 8, 2, 2, 12, 8, 2)


class Case(NamedTuple):
    definition: Definition
    entity: Entity
    content: Content
    context: Context


def _cases() -> Iterator[Case]:
    """A year of a sample office: registers and reports, each beside the entry it names and what came before."""
    place = SampleOffice(UNIT, SIZES, seed=7, catalogue=CATALOGUE, geography=geography())
    entries = {one.id: one for dataset in CATALOGUE.datasets() for one in place.register(dataset)}
    before: dict[str, tuple[Any, ...]] = {}
    for window in sorted(CALENDAR.windows_of(UNIT.level, 2561), key=lambda each: each.due_on):
        records = place.report(window, before.get(window.dataset, ()))
        registers = [one for one in entries.values() if one.dataset == window.dataset]
        area = tuple(tambon.code for tambon in geography().tambons(UNIT.code))
        submission = SubmissionContext(
            fiscal_year=window.fiscal_year,
            period_key=window.key,
            period_start=window.data_start,
            period_end=window.data_end,
            prev_period_end=CALENDAR.previous(window).data_end,
            opens_on=window.opens_on,
            due_on=window.due_on,
            today=window.due_on,
            unit_level=UNIT.level,
            unit_code=UNIT.code,
            unit_tambons=area,
        )
        definition = CATALOGUE.newest(window.dataset)
        for record in (*records, *registers):
            entity = definition.entity(record.entity)
            named = entries.get(RecordId(str(record.content.get(entity.ref)))) if entity.ref else None
            same = [old for old in before.get(window.dataset, ()) if _matches(entity, old.content, record.content)]
            register = Related(named.id, named.content) if named else None
            past = tuple(Related(old.id, old.content) for old in same[:1])
            yield Case(definition, entity, record.content, Context(submission, register, None, past))
        before[window.dataset] = records


def _matches(entity: Entity, one: Content, other: Content) -> bool:
    return all(one.get(key) == other.get(key) for key in entity.previous)


CASES = [*itertools.islice(_cases(), 3_000)]
_ODD = st.sampled_from(
    [
        None,
        "",
        " ",
        " a",
        "none",
        "group",
        "active",
        "dissolved",
        0,
        1,
        -1,
        7,
        100,
        2561,
        10**17 + 1,
        True,
        False,
        1.5,
        "2018-02-28",
        "2018-02-30",
        "2099-01-01",
        "0812345678",
        "1009900000005",
        "x" * 2000,
        [],
        ["none"],
        ["none", "a"],
    ]
)


def test_most_of_a_sample_office_is_told_at_once() -> None:
    clean = [case for case in CASES if not case.entity.lines and not evaluate(*_asked(case)).issues]
    told = [case for case in clean if is_faultless(*_asked(case))]
    assert len(clean) > len(CASES) / 3
    assert len(told) == len(clean)


@settings(max_examples=1_500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(CASES), st.data())
def test_nothing_is_wrong_with_what_is_told_to_be_faultless(case: Case, data: st.DataObject) -> None:
    """Values of a sound record, of other records of its kind, and odd ones, in any mixture."""
    other = data.draw(st.sampled_from([one for one in CASES if one.entity is case.entity]), "other")
    keys = [*case.entity.field_by_key, ":raw:" + next(iter(case.entity.field_by_key)), ":mark:2561-r1"]
    content = dict(case.content)
    for key in data.draw(st.lists(st.sampled_from(keys), max_size=4, unique=True), "changed"):
        taken = st.just(other.content.get(key)) | _ODD | st.just(MarkState.CONFIRMED.value)
        value = data.draw(taken, key)
        if value is None:
            content.pop(key, None)
        else:
            content[key] = value
    asked = (case.definition, str(case.entity.key), content, case.context)
    if is_faultless(*asked):
        assert evaluate(*asked).issues == ()


def test_a_day_to_come_is_a_fault_only_until_it_has_come() -> None:
    """The round is looked at, not only the record."""
    late = next(case for case in CASES if case.content.get("data_as_of") and is_faultless(*_asked(case)))
    early = Context(_on(late.context.submission, date(2000, 1, 1)), late.context.register, None, late.context.past)
    assert not is_faultless(*_asked(late._replace(context=early)))


def _on(submission: SubmissionContext, today: date) -> SubmissionContext:
    names = [name for name in SubmissionContext.__dataclass_fields__ if name != "memory"]
    return SubmissionContext(**{**{name: getattr(submission, name) for name in names}, "today": today})


def _asked(case: Case) -> tuple[Definition, str, Content, Context]:
    return case.definition, str(case.entity.key), case.content, case.context
