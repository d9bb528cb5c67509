"""What can be asked to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import EntityKey


class PrintKind(StrEnum):
    """The papers there are."""

    SUBMISSION = "submission"
    BLANK_FORM = "blank_form"
    AGENDA = "agenda"
    PRIVACY_NOTICE = "privacy_notice"
    PROOF_OF_SENDING = "proof_of_sending"


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """``key`` names the submission, where the paper is about one; ``entity`` a blank form's kind of entry, the one
    the office reports when it is None."""

    kind: PrintKind
    key: SubmissionKey | None = None
    entity: EntityKey | None = None
