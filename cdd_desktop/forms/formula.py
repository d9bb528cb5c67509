"""The figures of a dataset as its definition words them: what is counted, added up or ranked (docs/forms.md)."""

from __future__ import annotations

import msgspec

from cdd_desktop.ids import EntityKey

AREAS = {"tambon": 6, "amphoe": 4}
"""Kinds of areas things are counted by, with the digits of their codes."""


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, dict=True):
    """Base of all parts of a figure."""


class Need(_Part, frozen=True):
    """Of one thing at least ``least`` and at most ``most`` records (None: any number) fulfil ``count`` (CEL)."""

    count: str
    least: int = 1
    most: int | None = None

    def is_met(self, found: int) -> bool:
        return self.least <= found and (self.most is None or found <= self.most)


class Formula(_Part, frozen=True):
    """An indicator over records: ``count`` (CEL boolean), ``sum`` or ``mean`` (CEL number), divided by ``per``. A unit
    of percent means times 100.

    Others look further than at one record. ``distinct`` (CEL; the first is blank where there is none) names a thing by
    several values and counts it once where its records fulfil all ``needs``: villages, say. ``area`` (``tambon`` or
    ``amphoe``) makes it one of the office's own subdistricts or districts; alone, as a divisor, it is how many there
    are. ``moved`` compares a choice with that of the same thing in the period before. ``entity`` lets a divisor count
    other records of the same list.

    It is told in parts ``by`` a choice field, by any text or list of texts (CEL: the codes of subdistricts or of fixed
    rows) as a ranking, or ``split`` into the fields it is the sum of. The parts of a mean are records."""

    count: str = ""
    sum: str = ""
    mean: str = ""
    distinct: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    moved: str = ""
    area: str = ""
    entity: EntityKey | None = None
    by: str = ""
    split: tuple[str, ...] = ()
    per: Formula | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The expressions to be worked out for each of its records."""
        conditions = (need.count for need in self.needs)
        every = (self.count, self.sum, self.mean, self.moved, self.by, *self.distinct, *conditions, *self.split)
        return tuple(text for text in every if text)

    @property
    def counts(self) -> bool:
        """Whether it comes to a number of records or things, not to an amount."""
        return bool(self.count or self.distinct or self.area)


class Indicator(_Part, frozen=True):
    """A figure of the dataset. ``nature``: a ``stock`` counts the last period of a year, a ``flow`` adds them up. With
    a ``note`` it needs more than the records of one submission (the note says what), besides those its formula names.
    """

    key: str
    label_th: str
    label_en: str
    unit_th: str
    unit_en: str
    entity: EntityKey
    nature: str
    formula: Formula | None = None
    note: str = ""
