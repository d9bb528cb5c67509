"""Where the entry screen is to open: a submission, one of its entries, and perhaps a box of that entry's form."""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.left_at import Spot
from cdd_desktop.operations.views import EntryRef


@dataclass(frozen=True, slots=True)
class EntryTarget:
    """``path`` is a content path; with it, the form also names every box that is still required. ``spot`` is where a
    person was typing: the box gets its text and its caret back."""

    key: SubmissionKey
    ref: EntryRef | None = None
    path: str = ""
    spot: Spot | None = None
