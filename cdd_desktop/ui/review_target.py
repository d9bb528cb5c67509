"""Where the review is to open: a submission, and perhaps the records to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.submission import SubmissionKey


@dataclass(frozen=True, slots=True)
class ReviewTarget:
    """``copied``: begin with the first record whose figures are those of the period before."""

    key: SubmissionKey
    copied: bool = False
