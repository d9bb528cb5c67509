"""Sample contents obey the definitions they are made for: no error anywhere, warnings rarely, always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

import pytest

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import Content, EntityKind, Record
from cdd_desktop.forms.catalogue import Catalogue, load_catalogue
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Entity
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.submission import SubmissionRecord, check_submission
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import Calendar, load_calendar
from cdd_desktop.samples.office import SampleOffice, Sizes

SMALL = Sizes(
    leaders=60,
    organizations=12,
    saving_groups=20,
    poverty_funds=20,
    institutes=3,
    networks=3,
    producers=20,
    mother_funds=12,
    categories=2,
)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def calendar() -> Calendar:
    return load_calendar()


def office(unit: str, seed: int, sizes: Sizes = SMALL) -> SampleOffice:
    place = geography().unit(unit)
    return SampleOffice(place, sizes, seed=seed, catalogue=catalogue(), geography=geography())


def round_context(sample: SampleOffice, window: Window) -> SubmissionContext:
    tambons = geography().tambons(sample.unit.code)
    counts = {area: geography().tambon_count(area) for area in {sample.unit.code, *(t.district for t in tambons)}}
    return SubmissionContext(
        fiscal_year=window.fiscal_year,
        period_key=window.key,
        period_start=window.data_start,
        period_end=window.data_end,
        prev_period_end=calendar().previous(window).data_end,
        opens_on=window.opens_on,
        due_on=window.due_on,
        today=window.opens_on,  # the first day on which anybody may certify
        unit_level=sample.unit.level,
        unit_code=sample.unit.code,
        unit_tambons=tuple(tambon.code for tambon in tambons),
        tambon_counts=counts,
    )


def thing(entity: Entity, record_id: str, content: Content) -> tuple[object, ...]:
    return tuple(record_id if field == "id" else content.get(field) for field in entity.previous)


def reported(sample: SampleOffice, years: Sequence[int]) -> Iterator[tuple[Window, Entity, tuple[Record, ...], dict]]:
    before: dict[str, tuple[Record, ...]] = {}
    for year in years:
        for window in sorted(calendar().windows_of(sample.unit.level, year), key=lambda each: each.due_on):
            entity = catalogue().newest(window.dataset).main_entity(sample.unit.level)
            records = sample.report(window, before.get(window.dataset, ()))
            earlier = {thing(entity, each.id, each.content): each for each in before.get(window.dataset, ())}
            yield window, entity, records, earlier
            before[window.dataset] = records


def issues_of(sample: SampleOffice, years: Sequence[int]) -> Iterator[tuple[Window, Record, Issue]]:
    for window, entity, records, earlier in reported(sample, years):
        definition = catalogue().newest(window.dataset)
        submission = round_context(sample, window)
        dataset = entity.register_dataset or window.dataset
        register = {each.id: Related(each.id, each.content) for each in sample.register(dataset)}
        for record in records:
            last = earlier.get(thing(entity, record.id, record.content))
            context = Context(
                submission,
                register=register.get(str(record.content.get(entity.ref or "", ""))),
                past=(Related(last.id, last.content) if last else None,),
            )
            for issue in evaluate(definition, entity.key, record.content, context).issues:
                yield window, record, issue


@pytest.mark.parametrize(("unit", "seed"), [("5007", 1), ("5007", 2), ("1407", 3), ("8601", 4), ("50", 1), ("86", 5)])
def test_reports_have_no_errors_and_few_warnings(unit: str, seed: int) -> None:
    sample = office(unit, seed)
    total = sum(len(records) for _, _, records, _ in reported(sample, (2561, 2562)))
    warnings: Counter[str] = Counter()
    for window, record, issue in issues_of(sample, (2561, 2562)):
        place = (
            f"{window.dataset} {window.period} {issue.code} {issue.rule} {issue.paths} {issue.params} {record.content}"
        )
        assert issue.level is not IssueLevel.ERROR, place
        if issue.level is IssueLevel.WARNING and issue.open:
            warnings[issue.rule] += 1
    assert warnings.total() <= total * 0.04, warnings


@pytest.mark.parametrize(("unit", "seed"), [("5007", 1), ("1407", 2), ("50", 3)])
def test_registers_have_no_errors(unit: str, seed: int) -> None:
    sample = office(unit, seed)
    for dataset in catalogue().datasets():
        definition = catalogue().newest(dataset)
        window = next(each for each in calendar().windows(2561) if each.dataset == dataset)
        for record in sample.register(dataset):
            context = Context(round_context(sample, window))
            for issue in evaluate(definition, record.entity, record.content, context).issues:
                assert issue.level is not IssueLevel.ERROR, f"{dataset} {issue} {record.content}"


@pytest.mark.parametrize(("unit", "seed"), [("5007", 1), ("1407", 2), ("50", 3)])
def test_whole_submissions_have_no_errors(unit: str, seed: int) -> None:
    """Nothing twice, nobody left out."""
    sample = office(unit, seed)
    for window, entity, records, _ in reported(sample, (2561,)):
        definition = catalogue().newest(window.dataset)
        context = Context(round_context(sample, window))
        dataset = entity.register_dataset or window.dataset
        register = [SubmissionRecord(each.id, each.entity, each.content) for each in sample.register(dataset)]
        related = {each.id: Related(each.id, each.content) for each in sample.register(dataset)}
        entries = [
            SubmissionRecord(
                each.id, each.entity, each.content, register=related.get(str(each.content.get(entity.ref or "", "")))
            )
            for each in records
        ]
        if entity.kind is EntityKind.REGISTER:
            entries = register
        for issue in check_submission(definition, entries, register, context):
            assert issue.level is not IssueLevel.ERROR, f"{window.dataset} {window.period} {issue}"


def test_same_seed_same_records() -> None:
    def everything(seed: int) -> list[Record]:
        sample = office("5007", seed)
        return [record for _, _, records, _ in reported(sample, (2561,)) for record in records]

    assert everything(7) == everything(7)
    assert {record.id for record in everything(7)}.isdisjoint(record.id for record in everything(8))


def test_every_entity_has_samples() -> None:
    """Register entries and reports together cover all entities of all definitions."""
    datasets = catalogue().datasets()
    made = set()
    for unit in ("5007", "50"):
        sample = office(unit, 1)
        made |= {(dataset, record.entity) for dataset in datasets for record in sample.register(dataset)}
        for window, _, records, _ in reported(sample, (2561,)):
            made |= {(window.dataset, record.entity) for record in records}
    wanted = {(dataset, entity.key) for dataset in datasets for entity in catalogue().newest(dataset).entities}
    assert made == wanted


def test_ids_are_version_7_and_unique() -> None:
    sample = office("5007", 1)
    ids = [record.id for _, _, records, _ in reported(sample, (2561, 2562)) for record in records]
    assert len(set(ids)) == len(ids)
    assert all(record_id[14] == "7" and record_id[19] in "89ab" for record_id in ids)


def test_a_large_district_is_made_in_seconds() -> None:
    """A year of 11,000 records stays far below what would make the demo or a benchmark wait."""
    import time

    large = Sizes(300, 300, 85, 85, 5, 3, 415, 85, categories=2)
    start = time.perf_counter()
    count = sum(len(records) for _, _, records, _ in reported(office("1407", 1, large), (2561,)))
    assert count > 10_000
    assert time.perf_counter() - start < timedelta(seconds=20).total_seconds()
