"""A real office for the benchmarks: an enrolled profile whose encrypted store holds the large district."""

from __future__ import annotations

import itertools
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import data
import pyrage

from cdd_desktop import __version__
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.record import Record, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import profile
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment, Pulled, PulledRecord

AT = datetime(2027, 9, 10, 9, 0, tzinfo=BANGKOK)  # in the tenth year, while the fourth quarter is open
PERSON, PIN = "01900000-0000-7000-8000-000000000001", "12345678"
CHUNK = 2_000
_READY, _PASSWORD = "ready", "password"


def new_office(folder: Path, unit: str, *, address: str = "http://127.0.0.1:9") -> Workplace:
    """An enrolled, empty office with its officer signed in."""
    enrolment = Enrolment(
        format=1,
        unit=unit,
        addresses=[address],
        signing_key="",
        sealing_key=str(pyrage.x25519.Identity.generate().to_public()),
        code="benchmark",
        expires_on="2027-12-31",
        reports_from="2017-10-01",
        people=[EnrolledPerson(id=PERSON, name="Officer", role="officer", pin=PIN)],
    )
    place, clock, password = profile("benchmark", folder), FixedClock(AT), secrets.token_urlsafe(12)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _PASSWORD).write_text(password)
    enrol_office(place, enrolment, FirstPerson(PERSON, PIN, password), clock=clock)
    return sign_in(place, PERSON, password, clock=clock)


def load(workplace: Workplace, records: Iterable[Record]) -> int:
    """Takes records in as if central had delivered them; answers how many."""
    count = 0
    for chunk in _batched(records):
        workplace.do(_take, chunk)
        count += len(chunk)
    return count


class Typist:
    """Enters sample records through the operation that typing uses; knows which id each of them was given."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._ids: dict[str, RecordId] = {}

    def enter(self, record: Record) -> tuple[RecordId, dict[str, Value]]:
        """Saves one record; answers its id and content as stored."""
        unit, dataset, period = self._workplace.unit.code, record.dataset, record.period
        content = {path: self._ids.get(str(value), value) for path, value in record.content.items()}
        entity = self._workplace.catalogue.newest(dataset).entity(record.entity)
        register = content.get(entity.ref) if entity.ref else None
        key = SubmissionKey(unit, dataset, period) if period else None
        entry = RecordId(register) if isinstance(register, str) else None
        ref = EntryRef(record.entity, key=key, register_id=entry, dataset=None if key else dataset)
        saved = self._workplace.do(save_entry, ref, content).ref.record_id
        assert saved is not None
        self._ids[record.id] = saved
        return saved, content


def large_office(folder: Path | None = None) -> Workplace:
    """The large district with its ten years. Made once, in minutes, and kept in the system's temporary folder."""
    folder = folder or Path(tempfile.gettempdir()) / f"cdd-benchmark-{__version__}"
    if not (folder / _READY).exists():
        shutil.rmtree(folder, ignore_errors=True)
        print("making the large district, once", file=sys.stderr)
        workplace = new_office(folder, data.large_district().code)
        count = load(workplace, data.district_records())
        (folder / _READY).write_text(str(count))
        return workplace
    return sign_in(profile("benchmark", folder), PERSON, (folder / _PASSWORD).read_text(), clock=FixedClock(AT))


def _batched(records: Iterable[Record]) -> Iterable[tuple[Record, ...]]:
    source = iter(records)
    return iter(lambda: tuple(itertools.islice(source, CHUNK)), ())


def _take(work: Work, records: tuple[Record, ...]) -> None:
    pulled = [
        PulledRecord(
            id=record.id,
            unit=record.unit,
            dataset=record.dataset,
            entity=record.entity,
            period=record.period or "",
            form=record.form_version,
            rev=1,
            content=dict(record.content),
        )
        for record in records
    ]
    apply_pulled(work, Pulled(records=pulled), epoch="benchmark", touched=Touched())
