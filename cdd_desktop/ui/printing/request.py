"""What can be asked to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import EntityKey
from cdd_desktop.ui.views.request import ViewRequest


class PrintKind(StrEnum):
    """The papers there are."""

    SUBMISSION = "submission"
    BLANK_FORM = "blank_form"
    AGENDA = "agenda"
    PRIVACY_NOTICE = "privacy_notice"
    PROOF_OF_SENDING = "proof_of_sending"
    HANDOVER = "handover"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """``key`` names the submission, where the paper is about one. Of a blank form, ``entity`` is the kind of entry,
    the one the office reports when it is None, and ``filled`` asks for a form for each entry with what is known of it.
    ``language`` is that of the privacy notice, the program's own when empty. Of a handover, ``leaver`` and
    ``successor`` are the ids of the two people. ``view`` is the supervisor's view a memo is written about."""

    kind: PrintKind
    key: SubmissionKey | None = None
    entity: EntityKey | None = None
    filled: bool = False
    language: str = ""
    leaver: str = ""
    successor: str = ""
    view: ViewRequest | None = None
