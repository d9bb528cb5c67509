"""A list of many rows: an office that owes years of reports still sees each of them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cdd_desktop.ui.widgets.surfaces import Card, ListRow


MANY = 200  # from 128 to 255 the sum of their largest heights would be below nothing


def test_every_row_of_a_long_list_keeps_its_height(qtbot: QtBot) -> None:
    card = Card(flush=True)
    qtbot.addWidget(card)
    rows = [ListRow() for _ in range(MANY)]
    for row in rows:
        card.body.addWidget(row)
    least = rows[0].minimumSizeHint().height()
    assert least > 20
    assert card.sizeHint().height() >= MANY * least
    card.resize(600, card.sizeHint().height())
    card.body.activate()
    assert all(row.height() >= least for row in rows)
