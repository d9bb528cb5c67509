"""How far a submission is: the entries a round expects, and how many of them are dealt with.

Which register entries are due is worked out once and then only for entries that changed; the rest is counted by the
database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from cdd_desktop.domain.record import MARK
from cdd_desktop.domain.submission import Progress, SubmissionKey
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.definition import RuleKind
from cdd_desktop.forms.round import Round, round_in
from cdd_desktop.forms.submission import SubmissionRecord, expected_entries
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.store.submissions import key_of

_CHUNK = 500
_AHEAD = "counted ahead"


def round_of(work: Work, key: SubmissionKey) -> Round:
    """Raises ``BadRequestError``: ``dataset-unknown``, ``period-unknown``, ``dataset-not-reported``."""
    window = work.calendar.window(key.dataset, key.period)
    definition = work.catalogue.newest(key.dataset)
    return round_in(window, key, definition, work.calendar)


def due_entries(work: Work, place: Round) -> frozenset[str]:
    """The register entries of this office that the round expects something of."""
    if not place.register:
        return frozenset()
    known: dict[str, tuple[int, bool]] = work.memory.setdefault(f"due {_same_answer(work, place)}", {})
    versions = _entry_versions(work, place)
    for gone in known.keys() - versions.keys():
        del known[gone]
    changed = [entry for entry, version in versions.items() if known.get(entry, (0, False))[0] != version]
    context = Context(submission=submission_context(work, place.window)) if changed else None
    for start in range(0, len(changed), _CHUNK):
        rows = work.session.scalars(select(RecordRow).where(RecordRow.id.in_(changed[start : start + _CHUNK]))).all()
        assert context is not None
        entries = [SubmissionRecord(RecordId(row.id), row.entity, row.content) for row in rows]
        due = set(expected_entries(place.definition, place.entity.key, entries, context))
        known.update({row.id: (row.version, row.id in due) for row in rows})
    return frozenset(entry for entry, (_, due_now) in known.items() if due_now)


def _same_answer(work: Work, place: Round) -> str:
    """Rounds with this text expect the same entries: most conditions look at the entry alone, not at the round."""
    entity = place.entity
    covers = place.definition.rules_of(entity.key, RuleKind.COVERS)
    condition = entity.due if place.is_register else "".join(rule.where for rule in covers)
    form = f"{place.key.unit} {place.key.dataset} {place.definition.version} {entity.key}"
    return f"{form} {place.key.period} {work.today}" if "ctx." in condition else form


def _entry_versions(work: Work, place: Round) -> dict[str, int]:
    """Register entry → version. While only reading, one answer serves all rounds of the register."""
    reading = not work.session.autoflush
    name = (place.register_dataset, place.register, place.key.unit)
    if reading and name in work.session.info:
        held: dict[str, int] = work.session.info[name]
        return held
    query = select(RecordRow.id, RecordRow.version).where(
        RecordRow.dataset == place.register_dataset,
        RecordRow.period == "",
        RecordRow.unit == place.key.unit,
        RecordRow.entity == place.register,
        ~RecordRow.deleted,
    )
    versions = {row.id: row.version for row in work.session.execute(query)}
    if reading:
        work.session.info[name] = versions
    return versions


def read_progress(work: Work, place: Round) -> Progress:
    """Counts of the submission as it stands. Without a base (events, applications) nothing is expected and ``done``
    is a plain count; a form filled once a round expects one."""
    work.session.flush()
    if place.is_register:
        return _register_progress(work, place)
    due = due_entries(work, place)
    counted = _counted(work, place)
    errors = sum(entry.errors for entry in counted)
    warnings = sum(entry.warnings for entry in counted)
    if place.has_base:
        done = sum(entry.entry in due and entry.done == entry.records for entry in counted)
        return Progress(len(due), done, errors, warnings)
    done = sum(entry.done for entry in counted)
    return Progress(1 if place.entity.single else 0, done, errors, warnings)


@dataclass(frozen=True, slots=True)
class _EntryCount:
    """The records of one register entry in the round (``entry`` None: those of no entry)."""

    entry: str | None
    records: int
    done: int
    errors: int
    warnings: int


def count_ahead(work: Work, places: Sequence[Round]) -> None:
    """While only reading: counts the records of many rounds of one office in one query, for ``read_progress``."""
    wanted = {(place.key.dataset, period) for place in places for period in place.periods if not place.is_register}
    unit = next((place.key.unit for place in places), "")
    query = _counting(RecordRow.dataset, RecordRow.period).where(
        tuple_(RecordRow.dataset, RecordRow.period).in_(sorted(wanted)), RecordRow.unit == unit
    )
    ahead: dict[tuple[str, str, str], list[_EntryCount]] = {(unit, *one): [] for one in wanted}
    for dataset, period, *counts in work.session.execute(query) if wanted else ():
        ahead[unit, dataset, period].append(_EntryCount(*counts))
    work.session.info[_AHEAD] = ahead


def _counted(work: Work, place: Round) -> list[_EntryCount]:
    ahead = work.session.info.get(_AHEAD, {})
    names = [(place.key.unit, place.key.dataset, period) for period in place.periods]
    if all(name in ahead for name in names):
        return _added(count for name in names for count in ahead[name])
    query = _counting().where(
        RecordRow.dataset == place.key.dataset,
        RecordRow.period.in_(place.periods),
        RecordRow.unit == place.key.unit,
    )
    return [_EntryCount(*row) for row in work.session.execute(query)]


def _counting(*first: InstrumentedAttribute[str]) -> Select[*tuple[Any, ...]]:
    """Records in number, finished, wrong and unexplained: of each register entry, within what comes first."""
    return (
        select(
            *first,
            RecordRow.register_id,
            func.count(),
            func.count().filter(RecordRow.done),
            func.count().filter(RecordRow.errors > 0),
            func.count().filter(RecordRow.errors == 0, RecordRow.warnings > 0),
        )
        .where(~RecordRow.deleted)
        .group_by(*first, RecordRow.register_id)
    )


def _added(counts: Iterable[_EntryCount]) -> list[_EntryCount]:
    """The counts of each register entry over several periods."""
    sums: defaultdict[str | None, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in counts:
        more = (one.records, one.done, one.errors, one.warnings)
        sums[one.entry] = [old + new for old, new in zip(sums[one.entry], more, strict=True)]
    return [_EntryCount(entry, *numbers) for entry, numbers in sums.items()]


def _register_progress(work: Work, place: Round) -> Progress:
    """Of a register that is reported itself: done is an entry with a mark of this period and nothing open."""
    due = due_entries(work, place)
    mark = func.json_extract(RecordRow.content, f'$."{MARK}{place.key.period}"')
    query = select(RecordRow.id, RecordRow.done, RecordRow.errors, RecordRow.warnings, mark).where(
        RecordRow.dataset == place.key.dataset,
        RecordRow.period == "",
        RecordRow.unit == place.key.unit,
        RecordRow.entity == place.register,
        ~RecordRow.deleted,
    )
    rows = [row for row in work.session.execute(query).all() if row[0] in due or row[4] is not None]
    return Progress(
        expected=len(rows),
        done=sum(bool(done) and marked is not None for _, done, _, _, marked in rows),
        errors=sum(errors > 0 for _, _, errors, _, _ in rows),
        warnings=sum(errors == 0 and warnings > 0 for _, _, errors, warnings, _ in rows),
    )


def refresh_progress(work: Work, row: SubmissionRow) -> None:
    """Writes the counts of a submission into its row. Those of a certified list hold until another takes its place."""
    if not row.certification_id:
        write_progress(row, read_progress(work, round_of(work, key_of(row))))


def write_progress(row: SubmissionRow, progress: Progress) -> None:
    row.expected, row.done = progress.expected, progress.done
    row.errors, row.warnings = progress.errors, progress.warnings
