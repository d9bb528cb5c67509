"""Offices filled with sample data through the same operations as typing, for the tests of store and operations."""

from __future__ import annotations

import shutil
from pathlib import Path

from entry_office import Office

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import MarkState, Record, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import profile
from cdd_desktop.samples.office import SampleOffice, Sizes

SMALL = Sizes(
    leaders=6,
    organizations=3,
    saving_groups=4,
    poverty_funds=3,
    institutes=1,
    networks=1,
    producers=3,
    mother_funds=2,
    villages_per_tambon=1,
)


class Filler:
    """Types the sample data of an office into its store; remembers which record took which sample's place."""

    def __init__(self, workplace: Workplace, sizes: Sizes = SMALL, *, seed: int = 7) -> None:
        self.workplace = workplace
        self.sample = SampleOffice(
            workplace.unit, sizes, seed=seed, catalogue=workplace.catalogue, geography=workplace.geography
        )
        self.ids: dict[str, RecordId] = {}
        self._before: dict[str, tuple[Record, ...]] = {}

    def registers(self, *datasets: str) -> None:
        """The register entries of some datasets, or of all."""
        for dataset in datasets or self.workplace.catalogue.datasets():
            for record in self.sample.register(dataset):
                self._save(EntryRef(entity=record.entity, dataset=record.dataset), record)

    def report(self, window: Window) -> SubmissionKey:
        """Everything a window's submission needs."""
        key = SubmissionKey(self.workplace.unit.code, window.dataset, window.period)
        records = self.sample.report(window, self._before.get(window.dataset, ()))
        self._before[window.dataset] = records
        for record in records:
            self._save(EntryRef(entity=record.entity, key=key, register_id=self._entry_of(record)), record)
        if self._is_register(key):
            for item in self.workplace.read(read_worklist, key).items:
                ref = EntryRef(entity=item.entity, key=key, record_id=item.record_id)
                self.workplace.do(mark_entry, ref, MarkState.CONFIRMED)
        return key

    def _save(self, ref: EntryRef, record: Record) -> None:
        known = self.ids.get(record.id)
        if known is not None:
            ref = EntryRef(entity=ref.entity, key=ref.key, record_id=known)
        content = {path: self._renamed(value) for path, value in record.content.items()}
        saved = self.workplace.do(save_entry, ref, content)
        assert saved.ref.record_id is not None
        self.ids[record.id] = saved.ref.record_id

    def _renamed(self, value: Value) -> Value:
        if isinstance(value, list):
            return [str(self.ids.get(item, item)) for item in value]
        return self.ids.get(value, value) if isinstance(value, str) else value

    def _entry_of(self, record: Record) -> RecordId | None:
        definition = self.workplace.catalogue.newest(record.dataset)
        reference = definition.entity(record.entity).ref
        value = record.content.get(reference) if reference else None
        return self.ids.get(value) if isinstance(value, str) else None

    def _is_register(self, key: SubmissionKey) -> bool:
        definition = self.workplace.catalogue.newest(key.dataset)
        return definition.main_entity(self.workplace.unit.level).kind == "register"


def copied(office: Office, folder: Path) -> Office:
    """The same office in another folder: enrolling once is enough for many tests."""
    place = profile(office.profile.name, folder)
    shutil.copytree(office.profile.folder, place.folder)
    return Office(place, office.clock)
