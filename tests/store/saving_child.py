"""A process that saves edits one after another and prints each as soon as it is acknowledged, until it is killed."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from entry_office import OFFICER, PASSWORD

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.paths import profile


def main(folder: str, register_id: str, first: str) -> None:
    clock = FixedClock(datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK))
    workplace = sign_in(profile("test", Path(folder)), OFFICER, PASSWORD, clock=clock)
    key = SubmissionKey(UnitCode("5007"), DatasetKey("saving_group"), PeriodId("2561-q2"))
    ref = EntryRef(EntityKey("quarter"), key, register_id=RecordId(register_id))
    number = int(first)
    while True:
        saved = workplace.do(save_entry, ref, {"members_male": number, "members_female": number})
        ref = saved.ref
        print(number, ref.record_id, flush=True)
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
