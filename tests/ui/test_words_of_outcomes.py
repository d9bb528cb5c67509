"""Sentences about how things ended: they name what happened and leave nothing open."""

from __future__ import annotations

import pytest
from demo_day import DEMO_NOW
from pytestqt.qtbot import QtBot

from cdd_desktop.operations.views import OutboxView
from cdd_desktop.sync.outcome import SyncOutcome
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.outbox.sending import SendingCard
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.words import Words


@pytest.mark.parametrize("code", ["login-refused", "proxy-login", "proxy-invalid", "no-connection"])
def test_the_title_says_whether_central_was_reached(qtbot: QtBot, code: str) -> None:
    words = Words()
    card = SendingCard(words, Messages(words))
    qtbot.addWidget(card)
    outbox = OutboxView(0, 0, (), (), (), None, "")
    card.show_status(SyncStatus(outcome=SyncOutcome(code, {"proxy": "abc"})), outbox, DEMO_NOW)
    reached = card.standing.title != card.tr("Central was not reached")
    assert reached == (code != "no-connection")
