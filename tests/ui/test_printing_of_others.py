"""What an office above prints of the offices below: certified lists, or that they are not here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from printed import make, said, speak
from PySide6.QtWidgets import QApplication
from sample_supervision import supervisor

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.read_paper import read_paper
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest

KEY = SubmissionKey(UnitCode("5007"), DatasetKey("saving_group"), PeriodId("2561-q1"))


@pytest.fixture(autouse=True)
def thai(qapp: QApplication) -> Iterator[None]:
    yield from speak(qapp)


def test_a_province_prints_a_certified_list_with_its_receipt(tmp_path: Path) -> None:
    with supervisor(tmp_path, districts=7) as workplace:
        sheet = workplace.read(read_paper, KEY)
        assert sheet.frozen
        assert sheet.review.entries
        text = said(make(workplace, PrintRequest(PrintKind.SUBMISSION, KEY)))
        for entry in sheet.review.entries:
            assert entry.title in text.replace("\n", "")
        assert "2561-0004412" in text
        assert "ร่าง" not in text
        proof = said(make(workplace, PrintRequest(PrintKind.PROOF_OF_SENDING, KEY)))
        assert "2561-0004412" in proof
        with pytest.raises(RefusedError, match="area-outside"):
            make(workplace, PrintRequest(PrintKind.BLANK_FORM, KEY))


def test_the_country_is_told_that_the_entries_are_not_here(tmp_path: Path) -> None:
    with supervisor(tmp_path, Role.DEPARTMENT, "00", districts=7) as workplace:
        text = said(make(workplace, PrintRequest(PrintKind.SUBMISSION, KEY)))
        assert "รายการไม่ได้อยู่ในเครื่องนี้" in text
