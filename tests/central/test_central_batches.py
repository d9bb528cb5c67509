"""A batch taken whole leaves what its changes leave one by one: the same results, and the same rows."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id

from cdd_desktop.central.desk.enrolments import NewPerson
from cdd_desktop.central.tables.rows import BucketRow, ChangeRow, CounterRow, FeedRow, MoveRow, PersonRow, RecordRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.sync.protocol import Group, Result, SyncAnswer

NAMES = ("กลุ่มออมทรัพย์บ้านเหนือ", "กลุ่มออมทรัพย์บ้านใต้", "กลุ่มออมทรัพย์บ้านกลาง")
PEOPLE = (NewPerson("นางหนึ่ง ตัวอย่าง", Role.OFFICER), NewPerson("นายสอง ตัวอย่าง", Role.HEAD))
QUARTER = {"entity": "quarter", "period": "2561-q1"}
OFTEN = 25  # changes of a batch


class Work:
    """Random changes of two machines of one office: few records, few names, so that they meet."""

    def __init__(self, seed: int, devices: list[Device]) -> None:
        self._random = random.Random(seed)
        self._devices = devices
        self._sent: list[tuple[Group, int]] = []
        self._groups = [new_id() for _ in range(6)]
        self._quarters = [new_id() for _ in range(4)]

    def batch(self) -> tuple[int, list[Group]]:
        """The next batch of one of the machines; a group for each change."""
        which = self._random.randrange(len(self._devices))
        made = (self._change(self._devices[which], which) for _ in range(self._random.randint(1, OFTEN)))
        return which, [group for group in made if group is not None]

    def _change(self, device: Device, which: int) -> Group | None:
        kind = self._random.choices(
            ["group", "quarter", "delete", "again", "odd", "elsewhere", "move", "person"], [9, 4, 3, 2, 1, 1, 1, 1]
        )[0]
        if kind == "move":
            kind = self._random.choice(["propose", "take_back", "return"])
            place = {"entity": "", "form": 0, "period": "2561-q1"}
            return device.group(device.move(kind, Role.OFFICER, base=self._random.randint(0, 2)), **place)
        if kind == "person":
            return device.group(device.add(Role.OFFICER, device.person(Role.OFFICER)), dataset="", entity="", form=0)
        if kind == "again":
            known = [group for group, of in self._sent if of == which]
            return self._random.choice(known) if known else None
        group = self._edit(device, kind)
        self._sent.append((group, which))
        return group

    def _edit(self, device: Device, kind: str) -> Group:
        quarter = kind == "quarter" or (kind == "delete" and self._random.random() < 0.5)
        record = self._random.choice(self._quarters if quarter else self._groups)
        base = self._random.choice([0, 0, 1, 2, 3, 5])
        patch = self._quarter() if quarter else self._group()
        if kind == "odd":
            patch = {"no such path!": 1}
        edit = device.edit(record, {} if kind == "delete" else patch, base=base, deleted=kind == "delete")
        place = dict(QUARTER) if quarter else {}
        return device.group(edit, **place, **({"unit": "5008"} if kind == "elsewhere" else {}))

    def _group(self) -> dict[str, Any]:
        values = {
            "name_th": self._random.choice(NAMES),
            "tambon_code": "500701",
            "moo": self._random.randint(1, 2),
            "chair_name": self._random.choice(["นางสาม ตัวอย่าง", None, "นายสี่ ตัวอย่าง"]),
            "remark": self._random.choice(["เลข 1009900000019", "ว่าง"]),
            ":mark:2561-q1": self._random.choice(["confirmed", "ended"]),
        }
        return dict(self._random.sample(sorted(values.items(), key=str), self._random.randint(1, len(values))))

    def _quarter(self) -> dict[str, Any]:
        values = {"group_ref": self._random.choice(self._groups[:2]), "members_male": self._random.randint(0, 3)}
        return dict(self._random.sample(sorted(values.items()), self._random.randint(1, 2)))


def rows(central: Central) -> dict[str, Any]:
    """What central holds, sealed values opened, without what a batch more or less makes another (numbers of the
    feed and of receipts, names of batches)."""
    vault = Vault(central.endpoint.keys)
    with central.endpoint.database.read() as session:

        def table(row: type[Any], *leave: str) -> list[Any]:
            names = [column.name for column in row.__table__.columns if column.name not in leave]
            return sorted(([getattr(one, name) for name in names] for one in session.query(row)), key=str)

        counters = {row.scope: row.n for row in session.query(CounterRow) if row.scope.startswith("code/")}
        records = [(row.id, vault.open(row.content)) for row in session.query(RecordRow)]
        changes = [
            (row.device, row.n, vault.open_bytes(row.body), vault.open_bytes(row.result))
            for row in session.query(ChangeRow)
        ]
        return {
            "records": table(RecordRow, "content"),
            "contents": sorted(records, key=str),
            "journal": table(ChangeRow, "batch", "body", "result"),
            "bodies": sorted(changes, key=str),
            "feed": table(FeedRow, "seq"),
            "sums": table(BucketRow),
            "steps": table(MoveRow),
            "people": table(PersonRow),
            "codes": counters,
        }


@pytest.mark.parametrize("seed", range(6))
def test_whole_and_one_by_one_are_the_same(
    sqlite_central: Central, tmp_path: Path, clock: FixedClock, seed: int
) -> None:
    whole = sqlite_central
    devices = [whole.device("5007", whole.enrol("5007", *PEOPLE)) for _ in range(2)]
    whole.close()
    shutil.copy(whole.address, tmp_path / "single.db")
    whole = Central(whole.address, whole.keys, clock)
    single = Central(str(tmp_path / "single.db"), whole.keys, clock)
    work = Work(seed, devices)
    statuses = set()
    for _ in range(6):
        which, groups = work.batch()
        devices[which].central = whole
        results = take(devices[which], groups)
        alone = replace(devices[which], central=single)
        assert results == [result for group in groups for result in take(alone, [group])]
        statuses.update(result.status for result in results)
    assert rows(whole) == rows(single)
    assert len(statuses) > 3, "the changes hardly met"
    whole.close()
    single.close()


def take(device: Device, groups: list[Group]) -> list[Result]:
    """Send one batch without looking at what is new; the results."""
    raw = device.central.endpoint.sync(device.request(batch_of(*groups)), device.token)
    return device.receipt(msgspec.json.decode(raw, type=SyncAnswer)).results
