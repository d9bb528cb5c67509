"""The office's list of villages: what forms offer for moo and village name. Offered, never forced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cdd_desktop.domain.village import Village
from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.exchange.table import ReadLine
from cdd_desktop.exchange.village_list import village_name
from cdd_desktop.forms.thai_text import name_key
from cdd_desktop.operations.listed import PlannedLine, note_list
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.villages import load_villages, store_villages

HIGHEST_MOO = 99
_Place = tuple[str, int, str]


def read_villages(work: Work) -> tuple[Village, ...]:
    """By subdistrict, moo and name."""
    return load_villages(work.session)


def put_villages(work: Work, villages: Sequence[Village]) -> Changes:
    """Adds villages, or gives those of the same subdistrict and moo another name; names are kept as forms keep them.

    Raises ``BadRequestError``: ``village-tambon``, ``village-moo`` or ``village-nameless``.
    """
    held = {_place(village): village for village in load_villages(work.session)}
    for village in villages:
        fit = Village(village.tambon, village.moo, village_name(village.name))
        _check(work, fit)
        held[_place(fit)] = fit
    return _keep(work, held.values())


def remove_village(work: Work, village: Village) -> Changes:
    """Takes a village off the list; records keep what they say."""
    return _keep(work, [other for other in load_villages(work.session) if other != village])


def plan_villages(held: Iterable[Village], lines: Iterable[ReadLine[Village]]) -> tuple[PlannedLine[Village], ...]:
    """What becomes of each line of a file; writes nothing."""
    known = {_place(village): village for village in held}
    planned: list[PlannedLine[Village]] = []
    seen: dict[_Place, int] = {}
    for line in lines:
        village = line.value
        if village is None:
            planned.append(PlannedLine.refused(line))
            continue
        place = _place(village)
        if place in seen:
            twice = {"row": seen[place]}
            planned.append(PlannedLine(line.row, line.shown, RowState.REFUSED, code="list-twice", params=twice))
            continue
        seen[place] = line.row
        before = known.get(place)
        state = RowState.NEW if before is None else RowState.UNCHANGED if before == village else RowState.CHANGED
        planned.append(PlannedLine(line.row, line.shown, state, village))
    return tuple(planned)


def _place(village: Village) -> _Place:
    """What a village is known by: its moo, or its name where there is none."""
    return village.tambon, village.moo, "" if village.moo else name_key(village.name)


def _check(work: Work, village: Village) -> None:
    if village.tambon not in {tambon.code for tambon in work.geography.tambons(work.unit.code)}:
        raise BadRequestError("village-tambon", name=village.tambon)
    if not 0 <= village.moo <= HIGHEST_MOO:
        raise BadRequestError("village-moo", text=village.moo)
    if not village.name:
        raise BadRequestError("village-nameless")


def _keep(work: Work, villages: Iterable[Village]) -> Changes:
    wanted = tuple(sorted(villages))
    if wanted == load_villages(work.session):
        return Changes()
    store_villages(work.session, wanted)
    note_list(work, "villages-changed", len(wanted))
    return Changes(definitions=True)
