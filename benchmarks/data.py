"""The data every benchmark uses, always the same: a large district, a province, the country, a month's batch.

``python benchmarks/data.py`` counts them (the country takes minutes).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import MARK, MarkState, Record
from cdd_desktop.domain.unit import Unit
from cdd_desktop.forms.catalogue import Catalogue, load_catalogue
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import Calendar, load_calendar
from cdd_desktop.samples.office import SampleOffice, Sizes

SEED = 2561
FIRST_YEAR = 2561
LARGE = Sizes(
    leaders=300,
    organizations=300,
    saving_groups=85,
    poverty_funds=85,
    institutes=5,
    networks=3,
    producers=415,
    mother_funds=85,
    categories=2,
)
HALF = Sizes(
    leaders=150,
    organizations=150,
    saving_groups=42,
    poverty_funds=42,
    institutes=2,
    networks=2,
    producers=207,
    mother_funds=42,
    categories=2,
)
DISTRICTS_OF_A_PROVINCE = 31


@dataclass(frozen=True, slots=True)
class Rules:
    """The definitions and the calendar all samples are made with."""

    catalogue: Catalogue
    calendar: Calendar


@cache
def rules() -> Rules:
    return Rules(load_catalogue(), load_calendar())


@cache
def large_district() -> Unit:
    """The first district with exactly 17 tambons: 85 villages, 34 ผู้นำ อช."""
    units = (unit for province in geography().provinces() for unit in geography().districts(province.code))
    return next(unit for unit in units if geography().tambon_count(unit.code) == 17)


def office(unit: Unit, sizes: Sizes) -> SampleOffice:
    return SampleOffice(unit, sizes, seed=SEED, catalogue=rules().catalogue, geography=geography())


def registers(place: SampleOffice, years: range) -> Iterator[Record]:
    """The register entries; leaders and organisations carry one confirmation for each year."""
    marks = {f"{MARK}{year}-r1": MarkState.CONFIRMED.value for year in years}
    for dataset in rules().catalogue.datasets():
        yearly = dataset in ("leader", "organization")
        for record in place.register(dataset):
            yield replace(record, content={**record.content, **marks}) if yearly else record


def reports(place: SampleOffice, years: range) -> Iterator[tuple[Window, tuple[Record, ...]]]:
    """The records of every window of the years, in the order of their due dates."""
    before: dict[str, tuple[Record, ...]] = {}
    for year in years:
        windows = rules().calendar.windows_of(place.unit.level, year)
        for window in sorted(windows, key=lambda each: each.due_on):
            records = place.report(window, before.get(window.dataset, ()))
            before[window.dataset] = records
            yield window, records


def district_records(unit: Unit | None = None, *, sizes: Sizes = LARGE, years: int = 10) -> Iterator[Record]:
    """Registers, then the reports of so many years. The default is the *large district*."""
    place, span = office(unit or large_district(), sizes), range(FIRST_YEAR, FIRST_YEAR + years)
    yield from registers(place, span)
    for _, records in reports(place, span):
        yield from records


def entries_of_large_district(years: int = 10) -> int:
    """What the large district counts: its records, and one yearly confirmation of each leader and organisation."""
    confirmations = years * (LARGE.leaders + LARGE.organizations)
    return confirmations + sum(1 for record in district_records(years=years) if record.period is not None)


def province_records() -> Iterator[Record]:
    """31 large districts, one year and their registers."""
    for unit in itertools.islice(all_districts(), DISTRICTS_OF_A_PROVINCE):
        yield from district_records(unit, years=1)


def country_records() -> Iterator[Record]:
    """All 878 districts at half the size, one year; made as they are asked for."""
    for unit in all_districts():
        yield from district_records(unit, sizes=HALF, years=1)


def month_batch() -> tuple[Record, ...]:
    """935 records as one office sends them in a busy month: 830 OTOP lines, 85 savings groups, 20 others."""
    place = office(large_district(), LARGE)
    made: dict[tuple[str, str], tuple[Record, ...]] = {}
    for window, records in reports(place, range(FIRST_YEAR, FIRST_YEAR + 1)):
        made[window.dataset, window.key] = records
    others = place.register("leader")[:10] + place.register("organization")[:10]
    return made["otop_sales", "m02"] + made["saving_group", "q2"] + others


def all_districts() -> Iterator[Unit]:
    """The country's districts, province by province."""
    for province in geography().provinces():
        yield from geography().districts(province.code)


if __name__ == "__main__":
    print(f"month's batch      {len(month_batch()):>9,} records")
    print(f"large district     {entries_of_large_district():>9,} records and yearly confirmations")
    print(f"province           {sum(1 for _ in province_records()):>9,} records")
    print(f"country            {sum(1 for _ in country_records()):>9,} records")
