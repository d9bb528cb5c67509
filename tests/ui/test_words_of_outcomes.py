"""Sentences about how things ended: they name what happened and leave nothing open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import HEAD, Sitting, enrolled_office, key_of
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import Move, MoveKind, SubmissionState
from cdd_desktop.ids import PersonId
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.pace import Pace
from cdd_desktop.operations.views import OutboxView
from cdd_desktop.sync.outcome import SyncOutcome, SyncProgress, SyncStep
from cdd_desktop.ui.certify.state import state_sentence
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.outbox.sending import SendingCard
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.words import Words

TITLES = {
    "no-connection": "Central was not reached",
    "network-sign-in": "This network wants a sign-in first",
    "not-central": "Central was not reached",
    "address-insecure": "Central was not reached",
    "connection-lost": "The line dropped on the way",
    "central-busy": "Central is not ready to receive",
    "login-refused": "Central did not accept this machine",
    "token-revoked": "Central did not accept this machine",
    "device-cloned": "Central was reached, but this machine's data were copied",
    "proxy-login": "The proxy asks for a sign-in",
    "proxy-invalid": "The proxy in the settings is not valid",
    "answer-unclear": "Central was reached, but the contact did not come to its end",
    "unexpected": "Sending was broken off by a mistake of the program",
}


@pytest.mark.parametrize("code", TITLES)
def test_the_title_says_how_far_the_contact_came(qtbot: QtBot, code: str) -> None:
    words = Words()
    card = SendingCard(words, Messages(words))
    qtbot.addWidget(card)
    outbox = OutboxView(0, 0, (), (), (), None, "")
    card.show_status(SyncStatus(outcome=SyncOutcome(code, {"proxy": "abc"})), outbox, DEMO_NOW)
    assert card.standing.title == card.tr(TITLES[code])


REST = {None: "first answer", 20.0: "less than a minute", 200.0: "about 4 minutes", 9_000.0: "about 2 hours"}


@pytest.mark.parametrize("seconds", REST)
def test_sending_says_which_batch_and_how_long_the_rest_takes(qtbot: QtBot, seconds: float | None) -> None:
    words = Words()
    card = SendingCard(words, Messages(words))
    qtbot.addWidget(card)
    progress = SyncProgress(SyncStep.SENDING, batch=7, sent=598, total=935, batches=11, seconds_left=seconds)
    card.show_status(SyncStatus(running=True, progress=progress), OutboxView(0, 0, (), (), (), None, ""), DEMO_NOW)
    assert card.standing.title == "Sending, batch 7 of about 11"
    assert (card.standing.done, card.standing.total) == (598, 935)
    assert "598 of 935" in card.standing.note
    assert REST[seconds] in card.standing.note


SPEEDS = {0.0: "changes · about", 9_217.0: "line about 9 kbit/s", 4_600_000.0: "line about 5 Mbit/s"}


@pytest.mark.parametrize("speed", SPEEDS)
def test_sending_says_what_the_line_carries_once_it_is_known(qtbot: QtBot, speed: float) -> None:
    words = Words()
    card = SendingCard(words, Messages(words))
    qtbot.addWidget(card)
    progress = SyncProgress(SyncStep.SENDING, batch=2, sent=500, total=935, batches=2, seconds_left=200.0)
    outbox = OutboxView(0, 0, (), (), (), None, "")
    card.show_status(SyncStatus(running=True, progress=progress, speed=speed), outbox, DEMO_NOW)
    assert SPEEDS[speed] in card.standing.note


def test_at_rest_it_says_how_long_sending_will_take_only_where_it_was_measured(qtbot: QtBot) -> None:
    words = Words()
    card = SendingCard(words, Messages(words))
    qtbot.addWidget(card)
    outbox = OutboxView(300, 20, (), (), (), None, "")
    card.show_status(SyncStatus(), outbox, DEMO_NOW)
    assert "as the line was last" not in card.standing.note
    card.show_status(SyncStatus(), replace(outbox, pace=Pace(100, 60.0)), DEMO_NOW)
    assert "About 3 minutes, as the line was last." in card.standing.note


@pytest.mark.parametrize("reason", ["", "ยอดไม่ตรง"])
def test_a_return_leaves_no_colon_open(qtbot: QtBot, tmp_path: Path, reason: str) -> None:
    sitting = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    check = sitting.workplace.read(check_submission, key_of("saving_group", "2561-q2"))
    move = Move(MoveKind.RETURN, PersonId(HEAD), "อรทัย คำแสน", DEMO_NOW, reason)
    view = replace(check.submission, state=SubmissionState.RETURNED, moves=(move,))
    text = state_sentence(replace(check, submission=view), sitting.program.desk)
    assert text.startswith("อรทัย คำแสน ส่งกลับแก้ไข")
    assert not text.endswith((":", ": "))
    assert reason in text
    sitting.end()
