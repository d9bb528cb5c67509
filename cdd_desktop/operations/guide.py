"""The guide through a first report: how far it is, as the store shows it, and whether a person wants to see it.

Shown by itself to an officer of whom nothing has been received yet; remembered for each person from then on.
"""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import func, select

from cdd_desktop.domain.period import WindowState
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState
from cdd_desktop.operations.read_agenda import read_agenda
from cdd_desktop.operations.submission_views import UNLOCKED, view_of
from cdd_desktop.operations.views import Guide, GuideStep, NextStep, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.store.guides import read_guide_memo, write_guide_memo
from cdd_desktop.store.rows import ChangeRow
from cdd_desktop.store.submission_rows import MoveRow, SubmissionRow
from cdd_desktop.store.submissions import key_of, submissions_of

GUIDED = frozenset({Role.OFFICER, Role.PROVINCIAL_OFFICER})
_BEGINS = (NextStep.SEE_COMMENTS, NextStep.CONTINUE, NextStep.START)
_SETTLED = (SubmissionState.CERTIFIED, SubmissionState.ACCEPTED, SubmissionState.APPROVED)


class _Memo(msgspec.Struct, frozen=True):
    """Whether the guide is to be seen, and since when it is on."""

    on: bool
    since: datetime


def read_guide(work: Work) -> Guide | None:
    """The guide of the signed-in person, None when it is not to be seen. ``remembered`` is False the first time."""
    if work.person.role not in GUIDED:
        return None
    memo = _memo(work)
    if memo is None and _has_sent(work):
        return None
    if memo is not None and not memo.on:
        return None
    view = _followed(work, memo.since if memo is not None else work.now)
    return Guide(
        view=view,
        offer=_offer(work) if view is None else None,
        done=steps_done(view) if view is not None else frozenset(),
        remembered=memo is not None,
    )


def show_guide(work: Work) -> None:
    """From now on the signed-in person is guided through the report in hand, or through the next one."""
    _remember(work, on=True)


def skip_guide(work: Work) -> None:
    """The signed-in person does not want to see the guide until it is asked for."""
    _remember(work, on=False)


def steps_done(view: SubmissionView) -> frozenset[GuideStep]:
    """What has been done of a begun report; a step that comes later brings those before it along."""
    progress, done = view.progress, {GuideStep.CHOOSE}
    if progress.done or view.nil:
        done.add(GuideStep.ENTER)
    open_faults = progress.errors or progress.warnings or view.state is SubmissionState.RETURNED
    if progress.done and progress.done >= progress.expected and not open_faults:
        done.add(GuideStep.MEND)
    steps = tuple(GuideStep)
    if view.state is SubmissionState.PROPOSED:
        return frozenset(steps[: steps.index(GuideStep.PROPOSE) + 1])
    if view.state in _SETTLED:
        last = GuideStep.CERTIFY
        if not view.pending:
            last = GuideStep.RECEIPT if view.receipt_no else GuideStep.SEND
        elif view.delivery is Delivery.HANDED_OVER:
            last = GuideStep.SEND
        return frozenset(steps[: steps.index(last) + 1])
    return frozenset(done)


def _followed(work: Work, since: datetime) -> SubmissionView | None:
    """The report the person worked on last of those not received; one received since the guide is on comes first."""
    rows = submissions_of(work.session, work.unit.code).values()
    begun = [row for row in rows if row.state != SubmissionState.NONE.value or row.saved_at is not None]
    settled = [row for row in begun if SubmissionState(row.state) in _SETTLED and row.received_at is not None]
    arrived = [row for row in settled if row.received_at is not None and row.received_at >= since]
    waiting = [row for row in begun if not row.received or SubmissionState(row.state) in UNLOCKED]
    for candidates in (arrived, waiting):
        touched = {row: last for row in candidates if (last := _last_change(work, row))}
        if touched:
            return view_of(work, key_of(max(touched, key=lambda row: touched[row])))
    return None


def _last_change(work: Work, row: SubmissionRow) -> int:
    """The number of the person's last change in a report, 0 without one. Entries of a register have no period."""
    mine = select(func.max(ChangeRow.id)).where(
        ChangeRow.unit == row.unit,
        ChangeRow.dataset == row.dataset,
        ChangeRow.period.in_((row.period, "")),
        ChangeRow.person_id == work.person.id,
    )
    return work.session.scalar(mine) or 0


def _offer(work: Work) -> SubmissionView | None:
    """The report to begin with: the one the home screen offers first."""
    for view in read_agenda(work).items:
        if view.next_step in _BEGINS and view.window_state is not WindowState.NOT_OPEN:
            return view
    return None


def _has_sent(work: Work) -> bool:
    """Whether central has received a report this person proposed."""
    sent = (
        select(MoveRow.id)
        .join(
            SubmissionRow,
            (SubmissionRow.unit == MoveRow.unit)
            & (SubmissionRow.dataset == MoveRow.dataset)
            & (SubmissionRow.period == MoveRow.period),
        )
        .where(
            MoveRow.kind == MoveKind.PROPOSE.value,
            MoveRow.person_id == work.person.id,
            SubmissionRow.received.is_(True),
        )
        .limit(1)
    )
    return work.session.scalar(sent) is not None


def _memo(work: Work) -> _Memo | None:
    text = read_guide_memo(work.session, work.person.id)
    return msgspec.json.decode(text, type=_Memo) if text else None


def _remember(work: Work, *, on: bool) -> None:
    write_guide_memo(work.session, work.person.id, msgspec.json.encode(_Memo(on, work.now)).decode())
