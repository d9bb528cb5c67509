"""The codes central gives register entries at their first receipt: ``5007-SG-0031``."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cdd_desktop.central.tables.numbers import take


def abbreviation(dataset: str) -> str:
    """Two letters of a dataset's key: the initials of its first two words, or the first two letters of its only one.

    A test holds that no two datasets with a register share them.
    """
    first, _, rest = dataset.partition("_")
    return (first[0] + rest[0] if rest else first[:2]).upper()


def next_codes(session: Session, unit: str, dataset: str, count: int) -> list[str]:
    """The next codes of a unit's register; numbers are never given twice."""
    letters = abbreviation(dataset)
    last = take(session, f"code/{unit}/{letters}", count)
    return [f"{unit}-{letters}-{number:04d}" for number in range(last - count + 1, last + 1)]
