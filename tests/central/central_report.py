"""A whole submission for tests: a district's savings groups and their second quarter, from the sample data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from central_driver import Device, certification

from cdd_desktop.central.holding.books import open_books
from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.record import Content, Record
from cdd_desktop.geography import geography
from cdd_desktop.samples.office import SampleOffice, Sizes
from cdd_desktop.sync.protocol import Group, MoveChange, Result, WireCertification

PERIOD = "2561-q2"
KEY = f"5007/saving_group/{PERIOD}"


@dataclass
class Report:
    """Two savings groups with a record each; ``contents`` is what the device believes them to be."""

    device: Device
    groups: int = 2
    contents: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        books = open_books(())
        office = SampleOffice(
            geography().unit(self.device.unit),
            Sizes(saving_groups=self.groups),
            seed=7,
            catalogue=books.catalogue,
            geography=geography(),
        )
        self.window = books.calendar.window("saving_group", PERIOD)
        self.register = office.register("saving_group")
        self.quarter = office.report(self.window)

    def enter(self) -> list[Result]:
        """Send the register and the quarter's records."""
        return self.device.send(
            self.device.group(*(self._edit(record) for record in self.register)),
            self.place(*(self._edit(record) for record in self.quarter)),
        )

    def place(self, *changes: Any) -> Group:
        return self.device.group(*changes, entity="quarter", period=PERIOD)

    def moves(self, *moves: MoveChange) -> Group:
        return self.device.group(*moves, entity="", form=0, period=PERIOD)

    def certified(self, contents: dict[str, Content] | None = None, **other: Any) -> WireCertification:
        listed = {record: dict(content) for record, content in (contents or self.contents).items()}
        return certification(listed, today=bangkok_day(self.device.central.clock.now()), **other)

    def propose(self, **other: Any) -> MoveChange:
        return self.device.move("propose", "officer", **other)

    def certify(self, **other: Any) -> MoveChange:
        role = other.pop("role", "head")
        return self.device.move("certify", role, **{"certification": self.certified(), **other})

    def send_all(self) -> list[Result]:
        """Everything from the first record to the certification, in three batches."""
        self.enter()
        return self.device.send(self.moves(self.propose(), self.certify()))

    def _edit(self, record: Record) -> Any:
        self.contents[record.id] = dict(record.content)
        return self.device.edit(record.id, dict(record.content))
