"""What the offices above never get to see: values that are not certified, and citizen ids."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

from central_process import enrolled
from entry_office import key_of
from store_office import Filler
from test_dashboard_journey import Province, move, operate, synchronise

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.forms.citizen_id import is_valid
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.operations.read_worklist import read_registers, read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.samples.people import citizen_id
from cdd_desktop.store.columns import Base

SEPTEMBER = datetime(2018, 9, 10, 8, 40, tzinfo=BANGKOK)
SAVINGS, LEADERS = key_of("saving_group", "2561-q3"), key_of("leader", "2561-r1")
FIRST_NAME = "ชื่อที่ไม่ซ้ำใคร"
HIDDEN = "ร่างที่ยังไม่รับรองห้ามออกจากอำเภอ"


def contents(workplace: Workplace) -> str:
    """Everything a store holds, decrypted, as one text."""
    with workplace.store.read() as session:
        rows = [
            [str(value) for value in row]
            for table in Base.metadata.sorted_tables
            for row in session.execute(table.select())
        ]
    return json.dumps(rows, ensure_ascii=False)


def citizen_ids_in(text: str) -> set[str]:
    """Every run of thirteen digits with a right check digit."""
    return {found for found in re.findall(r"(?<!\d)\d{13}(?!\d)", text) if is_valid(found)}


def test_uncertified_values_and_citizen_ids_stay_in_the_district(tmp_path: Path) -> None:
    clock = FixedClock(SEPTEMBER)
    places = Province(tmp_path, clock)
    try:
        country = enrolled(places.central, tmp_path, clock, "country", "00")
        own = _district_reports_its_leaders(places)
        seen: list[str] = []
        for above in (places.province, country):
            operate(above, 0, synchronise(above), lambda workplace: seen.append(contents(workplace)))
    finally:
        places.central.stop()
    province, department = seen
    assert len(citizen_ids_in(own)) > 6
    assert HIDDEN in own
    assert LEADERS.period in province
    assert FIRST_NAME in province
    assert LEADERS.period in department
    assert FIRST_NAME not in department
    for text in seen:
        assert not citizen_ids_in(text)
        assert HIDDEN not in text
    database = b"".join(file.read_bytes() for file in tmp_path.glob("central.db*"))
    assert not [held for held in citizen_ids_in(own) if held.encode() in database]


def _district_reports_its_leaders(places: Province) -> str:
    """Leaders certified, with citizen ids typed into reasons and into a draft of the savings groups.

    Answers all that the district's store holds."""
    held: list[str] = []

    def send_back(workplace: Workplace) -> None:
        workplace.do(move_submission, LEADERS, MoveKind.RETURN, reason=f"ตรวจ {citizen_id(79)}")

    operate(places.district, 0, enter_leaders, move(LEADERS, MoveKind.PROPOSE), synchronise(places.district))
    operate(places.district, 1, send_back, synchronise(places.district))
    operate(places.district, 0, move(LEADERS, MoveKind.PROPOSE), synchronise(places.district))
    operate(
        places.district,
        1,
        move(LEADERS, MoveKind.CERTIFY),
        synchronise(places.district),
        lambda workplace: held.append(contents(workplace)),
    )
    return held[0]


def enter_leaders(workplace: Workplace) -> None:
    filler = Filler(workplace)
    filler.registers("leader", "saving_group")
    leader = workplace.read(read_registers, LEADERS.dataset)[0]
    register = EntryRef(leader.entity, record_id=leader.record_id, dataset=LEADERS.dataset)
    workplace.do(save_entry, register, {"first_name": FIRST_NAME})
    filler.report(workplace.calendar.window(LEADERS.dataset, LEADERS.period))
    for issue in workplace.read(check_submission, LEADERS).blocking:
        reason = f"ยังสรรหาไม่ครบ {citizen_id(78)}"
        workplace.do(explain_group, LEADERS, str(issue.rule), issue.group, reason)
    group = workplace.read(read_worklist, SAVINGS).items[0]
    draft = EntryRef(group.entity, SAVINGS, group.record_id, group.register_id)
    workplace.do(save_entry, draft, {"remark": f"{HIDDEN} {citizen_id(77)}"})
