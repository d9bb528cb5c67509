"""Whether what central holds is whole: the file, references, seals, sums, frozen lists against their digests, and
figures against the lists they are worked out from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cryptography.exceptions import InvalidTag
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cdd_desktop.central.figures.figuring import Lists
from cdd_desktop.central.figures.sums import COUNTS, Total, every_line, place_of, read_counts, read_lines, sums_over
from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.holding.buckets import GONE
from cdd_desktop.central.intake.certify import list_digest
from cdd_desktop.central.tables.figures import FigureSumRow
from cdd_desktop.central.tables.rows import (
    BatchRow,
    BucketRow,
    CertificationRow,
    CertifiedEntryRow,
    ChangeRow,
    RecordRow,
    SubmissionRow,
)
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.digest import NOTHING, record_digest, shifted
from cdd_desktop.forms.list_facts import lines_of

_BUNCH = 500


@dataclass(frozen=True, slots=True)
class Soundness:
    """How many things were looked at, and what is wrong, a line each (kind and id, nothing of what it says)."""

    looked_at: int
    faults: tuple[str, ...]


def check_all(session: Session, vault: Vault, books: Books) -> Soundness:
    """Look at everything once."""
    seen: Counter[str] = Counter()
    faults = [
        *_file_faults(session),
        *_record_faults(session, vault, seen),
        *_journal_faults(session, vault, seen),
        *_list_faults(session, seen),
        *_figure_faults(Lists(session, vault, books), seen),
        *_sum_faults(session, seen),
    ]
    return Soundness(seen.total(), tuple(faults))


def _file_faults(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name != "sqlite":
        return  # PostgreSQL checks pages as it reads them, and references as they are written
    for (said,) in session.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"file {said}"
    for row in session.execute(text("PRAGMA foreign_key_check")):
        yield f"reference {row[0]} {row[1]}"


def _record_faults(session: Session, vault: Vault, seen: Counter[str]) -> Iterator[str]:
    """Each record opens and has its digest; the sums are those of the digests."""
    sums: dict[tuple[str, str, str], tuple[int, str]] = {}
    for row in session.scalars(select(RecordRow).execution_options(yield_per=_BUNCH)):
        seen["record"] += 1
        try:
            digest = GONE if row.deleted else record_digest(row.id, vault.open(row.content))
        except (InvalidTag, ValueError, KeyError, TypeError):
            yield f"record {row.id}: its seal does not open"
            continue
        if row.digest not in ("", digest):
            yield f"record {row.id}: another digest"
        if row.digest not in ("", GONE):
            place = (row.unit, row.dataset, row.period)
            count, total = sums.get(place, (0, NOTHING))
            sums[place] = (count + 1, shifted(total, plus=[row.digest], minus=[]))
    held = {(row.unit, row.dataset, row.period): (row.count, row.sum) for row in session.scalars(select(BucketRow))}
    for place in sorted(held.keys() | sums.keys()):
        if held.get(place, (0, NOTHING)) != sums.get(place, (0, NOTHING)):
            yield f"sum {'/'.join(place)}: another than that of its records"


def _journal_faults(session: Session, vault: Vault, seen: Counter[str]) -> Iterator[str]:
    changes = select(ChangeRow.device, ChangeRow.n, ChangeRow.body, ChangeRow.result)
    batches = select(BatchRow.device, BatchRow.id, BatchRow.answer)
    for kind, query in (("change", changes), ("batch", batches)):
        for device, name, *sealed in session.execute(query.execution_options(yield_per=_BUNCH)):
            seen[kind] += 1
            try:
                for data in sealed:
                    vault.open_bytes(data)
            except (InvalidTag, ValueError):
                yield f"{kind} {device} {name}: its seal does not open"


def _list_faults(session: Session, seen: Counter[str]) -> Iterator[str]:
    query = (
        select(CertificationRow.id, CertificationRow.digest, CertifiedEntryRow)
        .outerjoin(CertifiedEntryRow, CertifiedEntryRow.certification == CertificationRow.id)
        .order_by(CertificationRow.id, CertifiedEntryRow.position)
    )
    rows = session.execute(query.execution_options(yield_per=_BUNCH))
    for (name, digest), lines in groupby(rows, key=lambda row: (row[0], row[1])):
        seen["list"] += 1
        entries = [(line[2].record, line[2].digest, line[2].mark) for line in lines if line[2] is not None]
        if list_digest(entries) != digest:
            yield f"list {name}: another digest"


def _figure_faults(lists: Lists, seen: Counter[str]) -> Iterator[str]:
    """The figures kept are those of the lists; what is still to be worked out is no fault."""
    query = select(SubmissionRow).where(SubmissionRow.figured != "")
    for row in lists.session.scalars(query.where(SubmissionRow.figured == SubmissionRow.certification)):
        seen["figures"] += 1
        place = place_of(row)
        facts = lists.facts(row)
        lines = sorted(lines_of(facts.sums)) if facts is not None else []
        counts = None if facts is None else tuple(getattr(facts, name) for name in COUNTS)
        held = (
            sorted(read_lines(lists.session, [place]).get(place, [])),
            read_counts(lists.session, [place]).get(place),
        )
        if held != (lines, counts):
            yield f"figures {'/'.join(place)}: another than those of its list"


def _sum_faults(session: Session, seen: Counter[str]) -> Iterator[str]:
    """The provinces' sums are those of their offices' figures."""
    row = FigureSumRow
    held = {
        (one.dataset, one.period, one.province, one.indicator, one.part): Total(
            one.offices, one.totals, one.pers, one.counted, one.total, one.per
        )
        for one in session.scalars(select(row).execution_options(yield_per=_BUNCH))
    }
    sums = sums_over(every_line(session))
    for key in sorted(held.keys() | sums.keys()):
        seen["province"] += 1
        if held.get(key, Total()) != sums.get(key, Total()):
            yield f"province {'/'.join(key)}: another than that of its offices"
