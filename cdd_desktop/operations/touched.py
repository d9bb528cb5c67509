"""What a longer operation has touched so far, to be announced when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.views import Changes


@dataclass(slots=True)
class Touched:
    """Collects; ``changes`` is the announcement.

    ``edited`` are the records whose own edits an answer has taken; ``merged`` those where others had written beside
    them, with (person, entered at, paths) of each writer; ``revived`` those deleted here that are back.
    """

    records: set[RecordId] = field(default_factory=set)
    submissions: set[SubmissionKey] = field(default_factory=set)
    outbox: bool = False
    people: bool = False
    definitions: bool = False
    edited: set[RecordId] = field(default_factory=set)
    merged: dict[RecordId, list[tuple[str, str, list[str]]]] = field(default_factory=dict)
    revived: set[RecordId] = field(default_factory=set)

    def changes(self) -> Changes:
        return Changes(
            records=frozenset(self.records),
            submissions=frozenset(self.submissions),
            outbox=self.outbox,
            people=self.people,
            definitions=self.definitions,
        )
