"""What stands in the way of proposing or certifying a submission, and what this person may do with it."""

from __future__ import annotations

from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.operations.acting import moves_of, only_for_head
from cdd_desktop.operations.answer_comments import all_threads
from cdd_desktop.operations.judge import judge
from cdd_desktop.operations.place import submission_at
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import CertifyCheck
from cdd_desktop.operations.work import Work


def check_submission(work: Work, key: SubmissionKey) -> CertifyCheck:
    """Judges every record afresh; nothing is written.

    Raises ``BadRequestError``: ``dataset-unknown``, ``period-unknown``, ``dataset-not-reported``.
    """
    judgement = judge(work, key)
    window, submission = judgement.round.window, submission_at(work, key)
    threads = [thread for thread in all_threads(work, key, submission.moves).values() if thread.own]
    return CertifyCheck(
        submission=view_of(work, key),
        allowed=moves_of(work, submission, window),
        blocking=judgement.blocking,
        titles=judgement.titles,
        entries=len(judgement.rows),
        nil_possible=judgement.nil_possible,
        empty=judgement.empty,
        acting=only_for_head(work, submission, window, MoveKind.CERTIFY),
        commented=len(threads),
        answered=sum(bool(thread.answer) or thread.answered for thread in threads),
    )
