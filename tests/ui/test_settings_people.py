"""The people of the office in the settings: seen, added, let act for the head, and what the mark looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import HEAD, OFFICER, PASSWORD, Office, Sitting, enrolled_office, key_of
from pytestqt.qtbot import QtBot
from store_office import copied

from cdd_desktop.clock import FixedClock, bangkok_day
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.operations.delegate import delegate, read_office
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.slots import people_on
from cdd_desktop.settings import TEXT_SIZES
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.printing.page_model import Run
from cdd_desktop.ui.printing.screen import PrintingScreen
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.settings.hand_over_dialog import HandOverDialog
from cdd_desktop.ui.settings.people_dialogs import AddOfficerDialog, DelegateDialog
from cdd_desktop.ui.settings.screen import SettingsScreen
from cdd_desktop.ui.theme import theme

KEY = key_of("saving_group", "2561-q2")
Sit = Callable[..., Sitting]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return enrolled_office(tmp_path_factory.mktemp("people"), FixedClock(DEMO_NOW))


@pytest.fixture
def office(template: Office, clock: FixedClock, tmp_path: Path) -> Office:
    return Office(copied(template, tmp_path).profile, clock)


@pytest.fixture
def sit(qtbot: QtBot, office: Office) -> Iterator[Sit]:
    sittings: list[Sitting] = []

    def begin(person: str = HEAD, language: str = "th") -> Sitting:
        sittings.append(Sitting(qtbot, office, person, language))
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.end()


def settings_of(sitting: Sitting) -> SettingsScreen:
    screen = sitting.window.screen_named("settings")
    assert isinstance(screen, SettingsScreen)
    return screen


def test_an_officer_is_added_and_stays_in_the_dialog_until_it_is_right(sit: Sit) -> None:
    sitting = sit(OFFICER)
    sitting.open(None, "settings")
    part = settings_of(sitting).office
    assert [text for text in part.card.texts() if text in ("สมศรี ใจดี", "ประเสริฐ มั่นคง")] == ["ประเสริฐ มั่นคง", "สมศรี ใจดี"]
    assert part.card.buttons == {}
    part.card.add.click()
    dialog = part.dialog
    assert isinstance(dialog, AddOfficerDialog)
    dialog.add.click()
    assert dialog.message.full_text() == "โปรดกรอกให้ครบทั้งสามช่อง"
    dialog.name.setText("อรุณ แสงทอง")
    dialog.pin.setText("777888")
    dialog.password.setText("guess")
    dialog.add.setFocus()
    dialog.add.click()
    sitting.idle()
    assert dialog.isVisible()
    assert dialog.message.full_text()
    assert dialog.focusWidget() is dialog.add
    dialog.password.setText(PASSWORD)
    dialog.add.click()
    sitting.idle()
    assert part.dialog is None
    assert "อรุณ แสงทอง" in part.card.texts()
    assert "อรุณ แสงทอง" in [person.name for person in people_on(sitting.workplace.profile)]


def test_the_head_lets_an_officer_act_and_ends_it(sit: Sit) -> None:
    sitting = sit(HEAD)
    sitting.open(None, "settings")
    part, today = settings_of(sitting).office, sitting.program.desk.today
    part.card.buttons[OFFICER].click()
    dialog = part.dialog
    assert isinstance(dialog, DelegateDialog)
    dialog.let_act.click()
    assert dialog.message.full_text() == "โปรดระบุวันทั้งสองวัน และคำสั่งหรือเหตุผล"
    dialog.last.set_date(today - timedelta(days=1))
    dialog.reason.setText("คำสั่งที่ 12/2561")
    dialog.let_act.click()
    sitting.idle()
    assert "วันสุดท้าย" in dialog.message.full_text()
    dialog.last.set_date(today + timedelta(days=2))
    dialog.let_act.click()
    sitting.idle()
    assert part.dialog is None
    (held,) = sitting.workplace.read(read_office).delegations
    assert (held.from_on, held.until_on, held.reason) == (today, today + timedelta(days=2), "คำสั่งที่ 12/2561")
    assert any("สมศรี ใจดี รักษาการแทนหัวหน้า" in text for text in part.card.texts())
    assert OFFICER not in part.card.buttons
    shown = sitting.answer(True)
    part.card.buttons[held.id].click()
    sitting.idle()
    assert isinstance(shown[0], Question)
    assert sitting.workplace.read(read_office).delegations == ()
    assert OFFICER in part.card.buttons


def test_acting_for_the_head_is_said_before_and_after_certifying(sit: Sit, office: Office) -> None:
    head, today = office.work_as(HEAD), bangkok_day(office.clock.now())
    head.do(delegate, OFFICER, today, today, "คำสั่งที่ 12/2561")
    head.close()
    sitting = sit(OFFICER)
    sitting.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    sitting.open(KEY, "certify")
    sitting.certify.moves[MoveKind.CERTIFY].click()
    dialog = sitting.certify.dialog
    assert dialog is not None
    assert dialog.acting is not None
    assert "รักษาการแทน" in dialog.acting.text()
    dialog.password.setText(PASSWORD)
    dialog.certify.click()
    sitting.idle()
    assert "สมศรี ใจดี (รักษาการแทน)" in sitting.certify.banner.text()
    history = [sitting.certify.history.body.itemAt(n) for n in range(1, sitting.certify.history.body.count())]
    lines = [item.widget().full_text() for item in history if item is not None]
    assert [("รักษาการแทน" in line) for line in lines] == [True, False]
    sitting.open(KEY, "review")
    review = sitting.window.screen_named("review")
    assert isinstance(review, ReviewScreen)
    moves = sitting.certify.check.submission.moves if sitting.certify.check else ()
    steps = list(review.standing.move_lines(moves))
    assert "สมศรี ใจดี (รักษาการแทน)" in steps[-1]
    assert "รักษาการแทน" not in steps[0]


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_text_size_works(sit: Sit, size: int) -> None:
    sitting = sit(HEAD)
    sitting.open(None, "settings")
    settings_of(sitting).text_size.button(str(size)).click()
    sitting.idle()
    assert theme().text_size == size
    assert settings_of(sitting).text_size.current() == str(size)
    for name in ("home", "calendar", "settings"):
        sitting.open(None, name)
        assert sitting.window.current == name


def test_before_sign_in_no_people_are_shown(sit: Sit) -> None:
    sitting = sit("")
    sitting.open(None, "settings")
    assert not settings_of(sitting).office.card.isVisible()


def test_a_head_hands_over_for_an_officer_and_prints_the_list(sit: Sit) -> None:
    sitting = sit(HEAD)
    sitting.open(None, "settings")
    part = settings_of(sitting).office
    assert list(part.card.leaving) == [OFFICER]
    part.card.leaving[OFFICER].click()
    sitting.idle()
    dialog = part.dialog
    assert isinstance(dialog, HandOverDialog)
    assert [button.text() for button in dialog.successors.buttons()] == ["ประเสริฐ มั่นคง · พัฒนาการอำเภอ"]
    dialog.hand.click()
    assert dialog.message.full_text() == "โปรดพิมพ์รหัสผ่านของท่าน"
    dialog.password.setText("guess")
    dialog.hand.click()
    sitting.idle()
    assert dialog.isVisible()
    assert "รหัสผ่านไม่ถูกต้อง" in dialog.message.full_text()
    asked = sitting.answer(True)
    dialog.password.setText(PASSWORD)
    dialog.hand.click()
    sitting.idle()
    assert isinstance(asked[-1], Question)
    assert sitting.window.current == "printing"
    screen = sitting.window.screen_named("printing")
    assert isinstance(screen, PrintingScreen)
    assert screen.document is not None
    said = " ".join(run.text for page in screen.document.pages for run in page.items if isinstance(run, Run))
    assert all(word in said for word in ("บัญชีส่งมอบงาน", "สมศรี ใจดี", "ประเสริฐ มั่นคง", "ไม่มีงานค้าง"))
    assert [person.name for person in people_on(sitting.program.desk.profile)] == ["ประเสริฐ มั่นคง"]
    screen.back.click()
    sitting.idle()
    assert sitting.window.current == "settings"
    assert settings_of(sitting).office.card.leaving == {}


def test_an_officer_who_hands_over_is_signed_out(sit: Sit) -> None:
    sitting = sit(OFFICER)
    sitting.open(None, "settings")
    part = settings_of(sitting).office
    part.card.leaving[OFFICER].click()
    sitting.idle()
    dialog = part.dialog
    assert isinstance(dialog, HandOverDialog)
    dialog.print_list.click()
    sitting.idle()
    assert sitting.window.current == "printing"
    sitting.open(None, "settings")
    part.card.leaving[OFFICER].click()
    sitting.idle()
    sitting.answer(None)
    part.dialog.password.setText(PASSWORD)
    part.dialog.hand.click()
    sitting.idle()
    assert (sitting.window.current, sitting.program.desk.signed_in) == ("sign_in", False)
    assert [person.id for person in people_on(sitting.program.desk.profile)] == [HEAD]
