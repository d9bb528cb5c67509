"""What an office of one level does not report, no operation enters there: central would refuse it for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from entry_office import enrolled_office

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.period import Editable, NotEditable, NotEditableReason
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, EntityKey
from cdd_desktop.operations.attach_photo import attach_photo
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.save_many import save_many
from cdd_desktop.operations.views import EntryRef

LEADER = EntryRef(EntityKey("leader"), dataset=DatasetKey("leader"))
EVENT = EntryRef(EntityKey("event"), SubmissionKey.parse("50/volunteer_anniversary/2561-r1"))


def test_a_province_has_no_register_of_leaders(tmp_path: Path, clock: FixedClock) -> None:
    province = enrolled_office(tmp_path, clock, unit="50").work_as()
    for call in (
        lambda: province.do(save_entry, LEADER, {"first_name": "คำปัน"}),
        lambda: province.do(save_many, [(LEADER, {"first_name": "คำปัน"})]),
        lambda: province.do(attach_photo, LEADER, "photo", b"photo"),
    ):
        with pytest.raises(RefusedError) as refused:
            call()
        assert refused.value.code == "not-your-form"
    assert province.read(read_entry, LEADER).editable == NotEditable(NotEditableReason.NOT_YOUR_FORM)
    assert province.read(read_outbox).pending_changes == 0
    assert isinstance(province.read(read_entry, EVENT).editable, Editable)
    province.close()
