"""What a reviewer has written and not yet sent, by record and path."""

from __future__ import annotations

from collections import Counter

from cdd_desktop.domain.submission import ReviewComment
from cdd_desktop.ids import RecordId


class Remarks:
    """Kept while the screen lives, for each submission apart, so that looking elsewhere loses nothing."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}

    def write(self, record_id: str, path: str, text: str) -> None:
        """A comment on a field, or with an empty path on the whole record; an empty text takes it back."""
        if text:
            self._texts[record_id, path] = text
        else:
            self._texts.pop((record_id, path), None)

    def of_record(self, record_id: str) -> dict[str, str]:
        """The comments on one record by path."""
        return {path: text for (record, path), text in self._texts.items() if record == record_id}

    def counts(self) -> Counter[str]:
        """How many there are for each record."""
        return Counter(record for record, _path in self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def as_comments(self) -> tuple[ReviewComment, ...]:
        """As they travel with the move."""
        return tuple(
            ReviewComment(text=text, record_id=RecordId(record) if record else None, field=path or None)
            for (record, path), text in self._texts.items()
        )
