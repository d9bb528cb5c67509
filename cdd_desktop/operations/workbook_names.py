"""The names that stand for ids in a workbook's cells, and the columns a person has chosen before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.exchange.cells import Labels
from cdd_desktop.exchange.layout import SheetLayout
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.operations.refer import read_referable
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta

Remembered = dict[str, dict[str, str]]


def cell_labels(work: Work, sheets: Sequence[SheetLayout]) -> dict[str, Labels]:
    """Column key → the names of what its cells refer to: register entries, subdistricts, districts."""
    found: dict[str, Labels] = {}
    for layout in sheets:
        for column in layout.columns:
            if column.field is not None and column.key not in found:
                names = _names(work, column.field)
                if names:
                    found[column.key] = Labels.of(names)
    return found


def _names(work: Work, field: Field) -> dict[str, str]:
    if field.type is FieldType.RECORD_REF:
        dataset, _, entity = field.ref.partition(".")
        items = [item for item in read_referable(work, dataset) if item.entity == entity and item.record_id]
        titles = Counter(item.title for item in items)
        return {
            str(item.record_id): item.title if titles[item.title] == 1 else f"{item.title} ({_place(work, item.place)})"
            for item in items
        }
    if field.type is FieldType.GEO_TAMBON and work.unit.level is not UnitLevel.DEPARTMENT:
        tambons = work.geography.tambons(work.unit.code)
        same = Counter(tambon.name_th for tambon in tambons)
        return {
            tambon.code: tambon.name_th if same[tambon.name_th] == 1 else f"{tambon.name_th} {tambon.code}"
            for tambon in tambons
        }
    if field.type is FieldType.GEO_AMPHOE and work.unit.level is UnitLevel.PROVINCE:
        return {district.code: district.name_th for district in work.geography.districts(work.unit.code)}
    return {}


def _place(work: Work, place: tuple[str, int | None]) -> str:
    tambon, moo = place
    name = f"ต.{work.geography.tambon(tambon).name_th}" if tambon else ""
    return " ".join(part for part in (name, f"ม.{moo}" if moo else "") if part)


def remembered_columns(work: Work, dataset: str) -> Remembered:
    """Kind of record → heading → field, as the office last chose them for a dataset ("" for a column left out)."""
    found: Remembered = _all_remembered(work).get(dataset, {})
    return found


def remember_columns(work: Work, dataset: str, chosen: Mapping[str, Mapping[str, str]]) -> None:
    """Keeps the columns a person has chosen, for the next sheet with the same headings."""
    everything = _all_remembered(work)
    kinds = everything.setdefault(dataset, {})
    for kind, columns in chosen.items():
        kinds[kind] = {**kinds.get(kind, {}), **columns}
    write_meta(work.session, Meta.COLUMNS, msgspec.json.encode(everything).decode())


def _all_remembered(work: Work) -> dict[str, Remembered]:
    text = read_meta(work.session, Meta.COLUMNS)
    return msgspec.json.decode(text, type=dict[str, Remembered]) if text else {}
