"""Words and shared widgets: dates that are typed or picked, digits, masks, relative times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from test_shell_models import views

from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.period import WindowState
from cdd_desktop.domain.submission import Delivery, Progress, SubmissionState, Verdict
from cdd_desktop.operations.views import NextStep
from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.phrases import progress_phrase
from cdd_desktop.ui.state_words import submission_chip
from cdd_desktop.ui.theme import Theme, Tone, apply_theme
from cdd_desktop.ui.widgets import (
    DigitLineEdit,
    FittingColumn,
    FlowLayout,
    Label,
    ListRow,
    MaskedText,
    PasswordBox,
    SegmentBar,
)
from cdd_desktop.ui.widgets.date_edit import BuddhistDateEdit
from cdd_desktop.ui.widgets.date_popup import DatePopup, shift_month
from cdd_desktop.ui.words import Words

TODAY = date(2018, 3, 18)


def type_text(box: QLineEdit, text: str) -> None:
    """As an input method does it: Qt's key clicks know no Thai."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(box, event)


NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK).astimezone(timezone.utc)


@pytest.fixture(autouse=True)
def _thai(qapp: QApplication) -> Iterator[None]:
    register_fonts()
    apply_theme(qapp, Theme())
    translations = Translations(qapp)
    translations.use("th")
    yield
    translations.drop()


@pytest.mark.parametrize(
    ("passed", "text"),
    [
        (timedelta(seconds=20), "เมื่อสักครู่"),
        (timedelta(minutes=12), "12 นาทีก่อน"),
        (timedelta(hours=2), "2 ชั่วโมงก่อน"),
        (timedelta(hours=20), "เมื่อวาน"),
        (timedelta(days=3), "3 วันก่อน"),
        (timedelta(days=60), "17 ม.ค. 2561"),
        (timedelta(seconds=-90), "เมื่อสักครู่"),
    ],
)
def test_relative_times(passed: timedelta, text: str) -> None:
    assert Words().format_relative(NOW - passed, NOW) == text


@given(st.integers(-(10**17), 10**17))
def test_money_reads_back(satang: int) -> None:
    text = Words().format_money(satang)
    assert round(int(text.replace(",", "").replace(".", ""))) == satang
    assert Words(thai_digits=True).format_money(satang).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(376, 412, "91.3%"), (0, 0, "–"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 1, "100.0%"), (0, 7, "0.0%")],
)
def test_percent(part: int, whole: int, text: str) -> None:
    assert Words().format_percent(part, whole) == text


def test_days_and_offices_in_words() -> None:
    words = Words(thai_digits=True)
    assert words.format_weekday(TODAY) == "วันอาทิตย์ที่ ๑๘ มีนาคม ๒๕๖๑"
    assert words.format_time(NOW) == "๐๘:๔๐ น."
    assert Words().format_month(TODAY) == "มีนาคม 2561"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20/9/2561", date(2018, 9, 20)),
        ("๒๐/๙/๒๕๖๑", date(2018, 9, 20)),
        ("20 ก.ย. 2561", date(2018, 9, 20)),
        ("", None),
        ("31/2/2561", "31/2/2561"),
        ("เมื่อวาน", "เมื่อวาน"),
    ],
)
def test_a_typed_date_is_read_or_kept_as_typed(qtbot: QtBot, text: str, value: object) -> None:
    edit = BuddhistDateEdit(Words(), TODAY)
    qtbot.addWidget(edit)
    edit.set_date(date(2018, 1, 1))
    heard: list[object] = []
    edit.committed.connect(heard.append)
    edit.box.clear()
    type_text(edit.box, text)
    qtbot.keyClick(edit.box, Qt.Key.Key_Return)
    assert heard == [value]
    assert edit.date() == (value if isinstance(value, date) else None)
    assert edit.raw() == (value if isinstance(value, str) else "")


def test_a_year_of_either_era_is_asked(qtbot: QtBot) -> None:
    edit = BuddhistDateEdit(Words(), TODAY)
    qtbot.addWidget(edit)
    edit.show()
    type_text(edit.box, "20 ก.ย. 61")
    qtbot.keyClick(edit.box, Qt.Key.Key_Return)
    assert edit.date() is None
    answers = [button for button in edit.findChildren(QPushButton) if "2561" in button.text()]
    assert len(answers) == 1
    answers[0].click()
    assert edit.date() == date(2018, 9, 20)
    assert edit.box.text() == "20 ก.ย. 2561"


def test_the_popup_goes_about_by_keyboard(qtbot: QtBot) -> None:
    popup = DatePopup(Words(), date(2018, 1, 31), TODAY)
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(popup)
    picked: list[object] = []
    popup.picked.connect(picked.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(popup, key)
    assert picked == [date(2018, 2, 22)]


@given(st.dates(date(1900, 1, 1), date(2300, 12, 31)), st.integers(-600, 600))
def test_shifting_months_keeps_the_day_where_it_can(day: date, months: int) -> None:
    shifted = shift_month(day, months)
    assert (shifted.year * 12 + shifted.month) - (day.year * 12 + day.month) == months
    assert shifted.day == day.day or (shifted + timedelta(days=1)).day == 1


def test_digits_turn_as_they_are_typed(qtbot: QtBot) -> None:
    edit = DigitLineEdit()
    qtbot.addWidget(edit)
    type_text(edit, "๑๒3x")
    assert edit.text() == edit.value() == "123x"
    thai = DigitLineEdit("45", show_thai=True)
    qtbot.addWidget(thai)
    qtbot.keyClicks(thai, "6")
    assert thai.text() == "๔๕๖"
    assert thai.value() == "456"


def test_a_masked_text_hides_again(qtbot: QtBot) -> None:
    text = MaskedText("1-50xx-xxxxx-xx-1")
    qtbot.addWidget(text)
    text.show_revealed("1-5099-00001-23-4")
    assert text.text() == "1-5099-00001-23-4"
    text.hide_again()
    assert text.text() == "1-50xx-xxxxx-xx-1"


def test_the_flow_wraps_and_lets_go(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, spacing=10)
    for _ in range(3):
        label = QLabel("x")
        label.setFixedSize(100, 20)
        flow.addWidget(label)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(210) == 50
    assert flow.heightForWidth(100) == 80
    flow.clear()
    assert flow.count() == 0
    assert flow.heightForWidth(100) == 0


def test_rows_and_segments_answer_to_the_keyboard(qtbot: QtBot) -> None:
    row = ListRow()
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.activated):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    bar = SegmentBar([("a", "ปี"), ("b", "เดือน")], "a")
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.chosen) as heard:
        bar.button("b").click()
    assert heard.args == ["b"]
    assert all(button.accessibleName() for button in bar.findChildren(QPushButton))
    assert not bar.findChildren(QLineEdit)


RECEIVED = {"state": SubmissionState.CERTIFIED, "delivery": Delivery.RECEIVED, "received_at": NOW}


@pytest.mark.parametrize(
    ("facts", "text", "tone"),
    [
        ({}, "เหลือ 2 วัน", Tone.WARN),
        ({"state": SubmissionState.DRAFT, "progress": Progress(31, 18)}, "เหลือ 2 วัน", Tone.WARN),
        ({"state": SubmissionState.PROPOSED, "next_step": "view"}, "เสนอแล้ว รอรับรอง", Tone.INFO),
        ({"state": SubmissionState.CERTIFIED, "certified_at": NOW}, "รับรองแล้ว รอส่ง", Tone.VIOLET),
        (RECEIVED | {"verdict": Verdict.ON_TIME}, "ส่วนกลางรับแล้ว", Tone.OK),
        (RECEIVED | {"verdict": Verdict.FINISHED_ON_TIME}, "เสร็จทัน มาถึงช้า", Tone.VIOLET),
        (RECEIVED | {"verdict": Verdict.LATE}, "ส่วนกลางรับแล้ว ล่าช้า", Tone.OK),
        (RECEIVED | {"state": SubmissionState.RETURNED}, "ส่งกลับแก้ไข", Tone.WARN),
        (RECEIVED | {"state": SubmissionState.APPROVED}, "อนุมัติแล้ว", Tone.OK),
        ({"delivery": Delivery.NEEDS_YOU}, "ต้องตัดสินใจ", Tone.BAD),
    ],
)
def test_the_chip_says_most_about_a_submission(facts: dict[str, object], text: str, tone: Tone) -> None:
    view = next(view for view in views() if view.key.period == "2561-q2")
    if "next_step" in facts:
        facts = facts | {"next_step": NextStep.VIEW}
    assert submission_chip(replace(view, **facts), Words()) == (text, tone)  # type: ignore[arg-type]


def test_a_wrapped_text_breaks_no_date_and_no_code(qtbot: QtBot) -> None:
    """A line may end before a date, never inside it; what is read out and compared is the text as it was given."""
    text = "ลงวันที่ 23 มี.ค. 2561 เวลา 08:41 น. · 5007-SG-0001 · opens 1 May 2561 · มีนาคม ๒๕๖๑"
    label = Label(text, wrap=True)
    qtbot.addWidget(label)
    pieces = re.split(r"[ ]|(?<=-)(?!\u200d)", QLabel.text(label))
    for whole in ("23 มี.ค. 2561", "08:41 น.", "5007-SG-0001", "1 May 2561", "มีนาคม ๒๕๖๑"):
        assert whole in [piece.replace("\u00a0", " ").replace("\u200d", "") for piece in pieces], whole
    assert label.full_text() == label.text() == label.accessibleName() == text
    assert Label(text, elide=True).full_text() == text


def test_a_column_takes_no_more_height_than_its_words_need(qtbot: QtBot) -> None:
    """A short sentence that wraps is given its one line, not those it would have where the column is narrow."""
    page = QWidget()
    qtbot.addWidget(page)
    column = FittingColumn()
    sentence = Label("บันทึกทุกอย่างไว้ในเครื่องแล้ว ระหว่างนี้ยังส่งข้อมูลต่อไป", wrap=True)
    for widget in (sentence, QLineEdit(), QLineEdit(), QLineEdit()):
        column.body.addWidget(widget)
    rows = QVBoxLayout(page)
    rows.addWidget(column)
    rows.addStretch(1)
    page.resize(700, 500)
    page.show()
    qtbot.waitUntil(lambda: column.height() == column.sizeHint().height())
    assert sentence.height() == sentence.heightForWidth(sentence.width()) < 2 * sentence.fontMetrics().height()
    assert column.verticalScrollBar().maximum() == 0


def test_what_can_be_entered_ahead_says_so() -> None:
    """A period that is not open yet: whoever enters may begin, whoever looks is told when it opens."""
    view = next(view for view in views() if view.key.period == "2561-q2")
    ahead = replace(view, window_state=WindowState.NOT_OPEN, progress=Progress(0, 0))
    assert progress_phrase(replace(ahead, next_step=NextStep.START), Words()) == "บันทึกล่วงหน้าได้ · รับรองได้ตั้งแต่ 1 มี.ค."
    assert progress_phrase(replace(ahead, next_step=NextStep.VIEW), Words()) == "ยังไม่เปิด · เปิด 1 มี.ค."


def test_a_password_can_be_looked_at_and_is_hidden_again(qtbot: QtBot) -> None:
    box = PasswordBox("รหัสผ่าน")
    qtbot.addWidget(box)
    box.setText("ลืมไม่ได้")
    eye = box.actions()[0]
    eye.trigger()
    assert box.displayText() == "ลืมไม่ได้"
    box.empty()
    box.setText("อีกครั้ง")
    assert box.displayText() != "อีกครั้ง"
