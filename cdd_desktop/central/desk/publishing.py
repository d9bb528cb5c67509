"""Publishing a form, a schedule or holidays: proved, compared with what is in force, and only then given to devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.figures.figuring import forget_figured
from cdd_desktop.central.holding.books import (
    DEFINITION,
    HOLIDAYS,
    SCHEDULE,
    BookFile,
    Books,
    open_books,
    read_file,
    shipped_files,
)
from cdd_desktop.central.holding.devices import lock_units
from cdd_desktop.central.holding.submissions import key_of
from cdd_desktop.central.tables.feed import SUBMISSION, Touched
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import ContactRow, PublishedRow, RecordRow, SubmissionRow
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import Verdict
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.forms.definition import Definition, Entity, read_definition
from cdd_desktop.forms.definition_check import check
from cdd_desktop.forms.moving import step_faults
from cdd_desktop.forms.references import fill_faults
from cdd_desktop.periods.editing import better_verdict, verdict
from cdd_desktop.periods.holidays import read_holidays
from cdd_desktop.periods.schedule import Schedule, read_schedule

T = TypeVar("T")
PUBLISHED = {DEFINITION: "form", SCHEDULE: "schedule", HOLIDAYS: "holidays"}  # kind → what the command calls it


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file that may be published. ``difference`` is what it changes, a line each: ``+`` new, ``-`` gone,
    ``~`` other."""

    file: BookFile
    difference: tuple[str, ...]


def read_text(path: Path) -> str:
    """The text of a file to publish. Raises ``BadRequestError("publish-unreadable")``."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise BadRequestError("publish-unreadable", path=str(path)) from error


def propose(session: Session, books: Books, kind: str, body: str) -> Proposal:
    """Prove a file and compare it with what is in force.

    Raises ``BadRequestError`` with ``definition-unreadable``, ``schedule-unreadable``, ``schedule-newer``,
    ``holidays-unreadable``; ``RefusedError`` with ``publish-number`` (``number``, ``wanted``) or ``publish-faulty``
    (``faults``).
    """
    difference = _READ[kind](session, books, body)
    file = read_file(body)
    held = [number for (of, key, _), number in books.numbers.items() if (of, key) == (kind, file.key)]
    wanted = max(held, default=0) + 1
    if file.number != wanted:
        raise RefusedError("publish-number", number=file.number, wanted=wanted)
    return Proposal(file, difference)


def publish(session: Session, books: Books, proposal: Proposal, now: datetime) -> int:
    """Give the file to devices from now on; answers how many received submissions it gives a better verdict.

    Submissions not yet received are judged by it when they come. Received ones keep their verdict and the schedule
    they were received under, unless the new date makes the verdict better.
    """
    file = proposal.file
    session.add(
        PublishedRow(
            kind=file.kind,
            key=file.key,
            version=str(file.number),
            digest=file.digest,
            body=file.body,
            published_at=to_text(now),
        )
    )
    session.flush()
    if file.kind != SCHEDULE:
        return 0
    renewed = open_books((*(known.body for known in books.published), file.body))
    lock_units(session, set(session.scalars(select(ContactRow.unit))))  # nobody works figures out by the one before
    forget_figured(session, SubmissionRow.period.startswith(f"{file.key}-", autoescape=True))
    return _judge_again(session, renewed)


def withdrawal(books: Books, kind: str, key: str) -> str:
    """The file that takes the newest published one back: the one before it, under the next number. It is proved like
    any other: what records hold by now needs its place in it.

    Raises ``RefusedError("publish-nothing-to-withdraw")``.
    """
    of_key = [file for file in (*shipped_files(), *books.published) if (file.kind, file.key) == (kind, key)]
    known = sorted(of_key, key=lambda file: file.number)
    if len(known) < 2 or known[-1] not in books.published:
        raise RefusedError("publish-nothing-to-withdraw", key=key)
    content = msgspec.json.decode(known[-2].body)
    content["version" if kind == DEFINITION else "revision"] = known[-1].number + 1
    content.pop("migrate", None)
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode()


def _judge_again(session: Session, books: Books) -> int:
    touched = Touched()
    late = select(SubmissionRow).where(SubmissionRow.received_at != "", SubmissionRow.verdict != Verdict.ON_TIME.value)
    better = 0
    for row in session.scalars(late.order_by(SubmissionRow.unit, SubmissionRow.dataset, SubmissionRow.period)).all():
        window = books.calendar.window(row.dataset, row.period)
        finished, received = to_instant(row.finished_at), to_instant(row.received_at)
        judged = verdict(window, finished, received, finished <= received)
        if better_verdict(Verdict(row.verdict), judged) == Verdict(row.verdict):
            continue
        row.verdict, row.schedule_version = judged.value, window.schedule_version
        touched.add(SUBMISSION, str(key_of(row)), row.unit)
        better += 1
    session.flush()
    touched.flush(session)
    return better


# --- forms ---------------------------------------------------------------------------------------------------------


def _read_form(session: Session, books: Books, body: str) -> tuple[str, ...]:
    after = read_definition(body)
    if after.dataset not in books.catalogue.datasets():
        raise RefusedError("publish-faulty", faults=f"unknown dataset {after.dataset}")
    before = books.catalogue.newest(after.dataset)
    faults = [*check(after), *fill_faults(after, books.catalogue), *step_faults(before, after)]
    faults += _key_faults(before, after)
    if not faults:
        faults = list(_data_faults(session, before, after))
    if faults:
        raise RefusedError("publish-faulty", faults="; ".join(faults))
    return tuple(_form_difference(before, after))


def _key_faults(before: Definition, after: Definition) -> Iterator[str]:
    """What names things may not change: numbers, kinds and natural keys; a renamed field keeps its part of a key."""
    if after.number != before.number:
        yield f"number: {before.number} -> {after.number}"
    renamed = {(step.entity, step.field): step.to[0] for step in after.migrate if step.do == "rename"}
    for old in before.all_entities:
        new = after.entity_by_key.get(old.key)
        if new is None:
            continue
        if (new.kind, new.register, new.register_dataset) != (old.kind, old.register, old.register_dataset):
            yield f"{old.key}: another kind of record"
        wanted = [
            tuple(tuple(renamed.get((old.key, key), key) for key in part) for part in (way.needs, way.also))
            for way in old.identity
        ]
        if wanted != [(way.needs, way.also) for way in new.identity]:
            yield f"{old.key}: the natural key changes"


def _data_faults(session: Session, before: Definition, after: Definition) -> Iterator[str]:
    """Fields and choices that hold data and would have no place, unless ``migrate`` says what becomes of them."""
    told = {(step.entity, step.field) for step in after.migrate}
    gone: dict[tuple[str, str], str] = {}
    for old in before.all_entities:
        new = after.entity_by_key.get(old.key)
        for field in old.fields:
            same = new.field_by_key.get(field.key) if new is not None else None
            if (old.key, field.key) in told:
                continue
            if same is None:
                gone[old.key, field.key] = "is removed"
            elif same.type is not field.type:
                gone[old.key, field.key] = f"changes from {field.type.value} to {same.type.value}"
            elif field.option_labels.keys() - same.option_labels.keys():
                gone[old.key, field.key] = "loses choices"
    counts = _count_data(session, before, set(gone)) if gone else {}
    for place, count in sorted(counts.items()):
        yield f"{place[0]}.{place[1]}: {gone[place]}, {count} records hold it; say in migrate what becomes of it"


def _count_data(session: Session, before: Definition, places: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """How many records hold a value there."""
    counts: dict[tuple[str, str], int] = {}
    query = select(RecordRow.entity, RecordRow.content).where(
        RecordRow.dataset == before.dataset, RecordRow.deleted.is_(False)
    )
    for entity, content in session.execute(query.execution_options(yield_per=500)):
        tables = {line.key for line in before.entity(entity).lines}
        held = {
            (path.partition("/")[0] if path.partition("/")[0] in tables else entity, path.rpartition("/")[2])
            for path in content
        }
        for place in held & places:
            counts[place] = counts.get(place, 0) + 1
    return counts


def _form_difference(before: Definition, after: Definition) -> Iterator[str]:
    yield f"  {after.dataset}: version {before.version} -> {after.version}"
    for old, new in _pairs({e.key: e for e in before.all_entities}, {e.key: e for e in after.all_entities}):
        if old is not None and new is not None:
            yield from _entity_difference(old, new)
        yield from (f"{_sign(old, new)} {entity.key}" for entity in (new or old,) if entity and None in (old, new))
    for was, now in _pairs(dict(before.rule_by_id), dict(after.rule_by_id)):
        yield from (f"{_sign(was, now)} rule {rule.id}" for rule in (now or was,) if rule and was != now)
    for step in after.migrate:
        moves = f" -> {', '.join(step.to)}" if step.to else ""
        yield f"  migrate {step.do.value} {step.entity}.{step.field}{moves}"


def _entity_difference(old: Entity, new: Entity) -> Iterator[str]:
    for was, now in _pairs(dict(old.field_by_key), dict(new.field_by_key)):
        if was == now:
            continue
        field = now or was
        assert field is not None
        yield f"{_sign(was, now)} {new.key}.{field.key} ({field.type.value}) {field.label_th}"


def _sign(was: object, now: object) -> str:
    return "+" if was is None else "-" if now is None else "~"


def _pairs(before: dict[str, T], after: dict[str, T]) -> Iterator[tuple[T | None, T | None]]:
    for key in dict.fromkeys((*before, *after)):
        yield before.get(key), after.get(key)


# --- schedules and holidays ------------------------------------------------------------------------------------------


def _read_schedule(_session: Session, books: Books, body: str) -> tuple[str, ...]:
    after = read_schedule(body)
    known = set(books.catalogue.datasets())
    faults = [f"unknown dataset {row.key}" for row in after.datasets if row.key not in known]
    if faults:
        raise RefusedError("publish-faulty", faults="; ".join(faults))
    return tuple(_schedule_difference(books, after))


def _schedule_difference(books: Books, after: Schedule) -> Iterator[str]:
    year = after.fiscal_year
    held = {f"{window.dataset} {window.period}": window for window in books.calendar.windows(year)}
    new = {f"{window.dataset} {window.period}": window for window in after.windows(year)}
    yield f"  {year}: {next(iter(held.values())).schedule_version} -> {after.version}"
    for name in dict.fromkeys((*held, *new)):
        was, now = held.get(name), new.get(name)
        if was is None or now is None:
            yield f"{_sign(was, now)} {name}  {_days(now or was)}"
        elif _days(was) != _days(now) or (was.district, was.province) != (now.district, now.province):
            yield f"~ {name}  {_days(was)} -> {_days(now)}"


def _days(window: Window | None) -> str:
    return "" if window is None else f"{window.opens_on.isoformat()}..{window.due_on.isoformat()}"


def _read_holidays(_session: Session, books: Books, body: str) -> tuple[str, ...]:
    after = read_holidays(body)
    lines = []
    for year, days in sorted(after.years.items()):
        new = {day.on: day for day in days}
        held = {day.on: day for day in books.calendar.holidays(int(year))}
        for on in sorted({*new, *held}):
            if held.get(on) != new.get(on):
                day = new.get(on) or held[on]
                lines.append(f"{_sign(held.get(on), new.get(on))} {on.isoformat()} {day.name_th}")
    return tuple(lines)


_READ: dict[str, Callable[[Session, Books, str], tuple[str, ...]]] = {
    DEFINITION: _read_form,
    SCHEDULE: _read_schedule,
    HOLIDAYS: _read_holidays,
}
