"""A country's database of made-up rows, written by PostgreSQL itself: records, feed, submissions and their figures."""

from __future__ import annotations

from typing import Any, LiteralString

import psycopg

from cdd_desktop.central.holding.books import open_books
from cdd_desktop.geography import geography

YEARS = (2561, 2570)
WINDOWS = (("saving_group", ("q1", "q2", "q3", "q4")), ("otop_sales", tuple(f"m{month:02}" for month in range(1, 13))))
FIGURED = 3  # years of figures: a dashboard shows one beside the one before

RECORDS: LiteralString = """
INSERT INTO record (id, unit, dataset, entity, period, form, rev, code, deleted, content, clock, natural_key, register,
    done, errors, warnings, digest, updated_at)
SELECT md5(n::text)::uuid::text, units[1 + n %% cardinality(units)], 'saving_group', 'quarter',
    (%(first)s::int + (n / cardinality(units) / 340) %% 10)::text || '-q' || (1 + n / cardinality(units) %% 4),
    1, 1, '', false,
    jsonb_build_object('group_ref', md5((n / 4)::text)::uuid::text, 'data_as_of', '2018-03-31', 'members_male', n %% 90,
        'members_female', n %% 70, 'saving_balance', n * 7 %% 90000000,
        'borrowers', n %% 40, 'loan_issued', n %% 1000000),
    jsonb_build_array(jsonb_build_array(1, md5((n %% 878)::text)::uuid::text, n, jsonb_build_array('group_ref',
        'data_as_of', 'members_male', 'members_female', 'saving_balance', 'borrowers', 'loan_issued'))),
    md5('key' || n), md5((n / 4)::text)::uuid::text, n %% 9 <> 0, 0, 0, md5('digest' || n), '2018-03-16T02:00:00.000Z'
FROM generate_series(%(begin)s::bigint, %(end)s::bigint) AS n, (SELECT %(units)s::text[] AS units) AS given
"""
_FEED: LiteralString = """
INSERT INTO feed (province, kind, key, seq, unit, device)
SELECT left(unit, 2), 'record', id, row_number() OVER (PARTITION BY left(unit, 2) ORDER BY id), unit, '' FROM record
"""
_SUBMISSIONS: LiteralString = """
INSERT INTO submission (unit, dataset, period, rev, device, device_n, state, nil, proposed_by, verdict, certified_at,
    finished_at, received_at, receipt_no, schedule_version, form, certification, expected, done, errors, warnings)
SELECT unit, dataset, year || '-' || key, 1, '', 0, 'accepted', false, '', 'on_time', '', '', '2018-03-16', '', '',
    1, '', 85, 80, 0, 1
FROM unnest(%(units)s::text[]) AS unit, generate_series(%(first)s::int, %(last)s::int) AS year,
    unnest(%(datasets)s::text[], %(keys)s::text[]) AS listed (dataset, key)
"""
_FIGURES: LiteralString = """
INSERT INTO figure (unit, dataset, period, indicator, part, total, per, counted)
SELECT unit, dataset, year || '-' || key, indicator, part, ascii(unit) * 1000003, '12345', 85
FROM unnest(%(units)s::text[]) AS unit, generate_series(%(first)s::int, %(first)s::int + %(figured)s::int - 1) AS year,
    unnest(%(datasets)s::text[], %(keys)s::text[]) AS listed (dataset, key)
    JOIN unnest(%(of)s::text[], %(indicators)s::text[], %(parts)s::text[]) AS told (of, indicator, part) ON of = dataset
"""
_SUMS: LiteralString = """
INSERT INTO figure_sum (dataset, period, province, indicator, part, offices, totals, pers, counted, total, per)
SELECT dataset, period, left(unit, 2), indicator, part, count(*), count(total), count(per), sum(counted),
    sum(total::numeric)::text, sum(per::numeric)::text
FROM figure GROUP BY 1, 2, 3, 4, 5
"""


def districts() -> list[str]:
    places = geography()
    return [str(unit.code) for province in places.provinces() for unit in places.districts(province.code)]


def fill(address: str, records: int) -> list[str]:
    """The districts, after everything was written. Indexes are made after the rows, which takes half the time."""
    given = _given() | {"begin": 1, "end": records}
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET maintenance_work_mem = '512MB'")
        made = connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('record', 'feed') AND indexname LIKE '%x_%'"
        ).fetchall()
        for name, _ in made:
            connection.execute(f'DROP INDEX "{name}"'.encode())
        for statement in (RECORDS, _FEED, _SUBMISSIONS, _FIGURES, _SUMS):
            connection.execute(statement, given)
        for _, definition in made:
            connection.execute(definition.encode())
        connection.execute(
            "INSERT INTO counter (scope, n) SELECT 'feed/' || province, max(seq) FROM feed GROUP BY province"
        )
        connection.execute("VACUUM ANALYZE")
    return districts()


def _given() -> dict[str, Any]:
    listed = [(dataset, key) for dataset, keys in WINDOWS for key in keys]
    catalogue = open_books().catalogue
    told = [
        (dataset, str(indicator.key), part)
        for dataset, _ in WINDOWS
        for indicator in catalogue.newest(dataset).indicators
        for part in (("", "1", "2", "3", "4") if indicator.formula is not None and indicator.formula.by else ("",))
    ]
    return {
        "units": districts(),
        "first": YEARS[0],
        "last": YEARS[1],
        "figured": FIGURED,
        "datasets": [dataset for dataset, _ in listed],
        "keys": [key for _, key in listed],
        "of": [dataset for dataset, _, _ in told],
        "indicators": [indicator for _, indicator, _ in told],
        "parts": [part for _, _, part in told],
    }
