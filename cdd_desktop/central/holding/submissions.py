"""The state of submissions as central keeps it: begun by an edit, moved by people, received with a batch."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import lru_cache

from sqlalchemy import bindparam, delete, func, inspect, select

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.records import StoredRecord
from cdd_desktop.central.tables.feed import CERTIFIED, SUBMISSION
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import CertifiedEntryRow, FeedRow, MoveRow, SubmissionRow
from cdd_desktop.domain.submission import Move, MoveKind, Progress, Submission, SubmissionKey, SubmissionState
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.privacy import mask_text
from cdd_desktop.ids import DatasetKey, PeriodId, PersonId, UnitCode
from cdd_desktop.periods.editing import verdict
from cdd_desktop.sync.protocol import MoveChange

_BEFORE_RECEIPT = (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.PROPOSED, SubmissionState.RETURNED)
_OPEN = select(SubmissionRow.unit, SubmissionRow.dataset, SubmissionRow.period).where(
    SubmissionRow.unit == bindparam("unit"),
    SubmissionRow.dataset.in_(bindparam("datasets", expanding=True)),
    SubmissionRow.state.in_([state.value for state in _BEFORE_RECEIPT]),
)


def submission_row(intake: Intake, key: SubmissionKey) -> SubmissionRow:
    """The row of a submission, made when it is not there yet."""
    row = intake.submissions.get(key)
    if row is not None and not inspect(row).transient:
        return row
    row = intake.session.get(SubmissionRow, (key.unit, key.dataset, key.period))
    if row is None:
        row = SubmissionRow(unit=key.unit, dataset=key.dataset, period=key.period, rev=0)
        row.state, row.device, row.device_n = SubmissionState.NONE.value, "", 0
        row.received_at = row.proposed_by = row.certification = ""
        intake.session.add(row)
    intake.submissions[key] = row
    return row


def note_edits(intake: Intake, edited: Iterable[tuple[StoredRecord, Collection[str]]]) -> None:
    """Edits begin the submissions they belong to (each record's with its periods) and make their counts stale; an edit
    of a register entry also those of the unreceived submissions that report on the register."""
    keys: set[tuple[str, str, str]] = set()
    for record, periods in edited:
        keys.update((record.unit, record.dataset, period) for period in periods)
        if not record.period:
            intake.registers.add((record.unit, record.dataset))
    for unit, dataset, period in sorted(keys):
        key = SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))
        row = submission_row(intake, key)
        if row.state == SubmissionState.NONE:
            row.state = SubmissionState.DRAFT.value
            intake.begun.add(key)
        intake.stale.add(key)


def add_stale_over_registers(intake: Intake) -> None:
    """The unreceived submissions that report on an edited register want counting again."""
    over: dict[str, set[str]] = {}
    for unit, dataset in intake.registers:
        over.setdefault(unit, set()).update(_datasets_over(intake.books.catalogue, dataset))
    for unit, datasets in sorted(over.items()):
        for place in intake.session.execute(_OPEN, {"unit": unit, "datasets": sorted(datasets)}):
            intake.stale.add(SubmissionKey(UnitCode(place[0]), DatasetKey(place[1]), PeriodId(place[2])))
    intake.registers.clear()


@lru_cache(maxsize=64)
def _datasets_over(catalogue: Catalogue, register: str) -> frozenset[str]:
    """The datasets that report something of a dataset's register, itself included."""
    newest = (catalogue.newest(dataset) for dataset in catalogue.datasets())
    over = {str(form.dataset) for form in newest if any(e.register_dataset == register for e in form.entities)}
    return frozenset({register, *over})


def key_of(row: SubmissionRow) -> SubmissionKey:
    return SubmissionKey(UnitCode(row.unit), DatasetKey(row.dataset), PeriodId(row.period))


def as_submission(row: SubmissionRow) -> Submission:
    """What ``periods.editing`` wants to know of a row: state, receipt, and who proposed."""
    proposed = (
        Move(MoveKind.PROPOSE, PersonId(row.proposed_by), "", datetime.min) if row.proposed_by else None  # noqa: DTZ901
    )
    return Submission(
        key=key_of(row),
        state=SubmissionState(row.state),
        rev=row.rev,
        received_at=to_instant(row.received_at) if row.received_at else None,
        moves=(proposed,) if proposed else (),
    )


def write_progress(row: SubmissionRow, progress: Progress) -> None:
    row.expected, row.done = progress.expected, progress.done
    row.errors, row.warnings = progress.errors, progress.warnings


def add_move(intake: Intake, row: SubmissionRow, change: MoveChange, name: str) -> None:
    """Append a step to the history; ``row`` itself is left alone. A citizen id written into a reason is masked: the
    tables and the offices above never hold one."""
    place = (MoveRow.unit == row.unit, MoveRow.dataset == row.dataset, MoveRow.period == row.period)
    last = intake.session.scalar(select(func.max(MoveRow.number)).where(*place)) or 0
    intake.session.add(
        MoveRow(
            unit=row.unit,
            dataset=row.dataset,
            period=row.period,
            number=last + 1,
            kind=change.move,
            person=change.person,
            name=name,
            at=to_text(to_instant(change.at)),
            received_at=intake.now_text,
            reason=mask_text(change.reason),
            comments=[[record, path, mask_text(text)] for record, path, text in change.comments],
            certification=change.certification.id if change.certification else "",
            delegated=change.delegated,
            device=intake.sender,
            n=change.n,
        )
    )
    intake.session.flush()


def receive_certified(intake: Intake, receipt_no: str) -> None:
    """Give the certifications that stand at the end of the batch their receipt; the first one sets the verdict."""
    for key, finish in intake.certified.items():
        row = submission_row(intake, key)
        if not row.received_at:
            window = intake.books.calendar.window(key.dataset, key.period)
            finished_at, plausible = finish.judged(
                intake.now, clock_plausible=intake.clock_plausible, not_after=intake.not_after
            )
            row.verdict = verdict(window, finished_at, intake.now, plausible).value
            row.received_at, row.finished_at = intake.now_text, to_text(finished_at)
            row.receipt_no = receipt_no
        _announce_entries(intake, row)
        touch_submission(intake, key)


def touch_submission(intake: Intake, key: SubmissionKey) -> None:
    """Tell everybody in scope, the device itself too: it does not know the verdict and the counts."""
    intake.touched.add(SUBMISSION, str(key), key.unit)


def _announce_entries(intake: Intake, row: SubmissionRow) -> None:
    """The entries of the newest certification take the place of the older ones' in the feed."""
    prefix = f"{row.unit}/{row.dataset}/{row.period}/"
    stale = (
        FeedRow.province == row.unit[:2],
        FeedRow.kind == CERTIFIED,
        FeedRow.key.startswith(prefix, autoescape=True),
    )
    intake.session.execute(delete(FeedRow).where(*stale).execution_options(synchronize_session=False))
    entries = select(CertifiedEntryRow.record).where(CertifiedEntryRow.certification == row.certification)
    for record in intake.session.scalars(entries.order_by(CertifiedEntryRow.position)).all():
        intake.touched.add(CERTIFIED, f"{prefix}{row.certification}/{record}", row.unit, intake.sender)
