"""What a cell of the matrix says, in a word and a tone, and what stands at the head of its column."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import Window
from cdd_desktop.periods.thai_dates import month_name
from cdd_desktop.reports.completeness import Measures
from cdd_desktop.reports.dashboard import Cell, CellState
from cdd_desktop.ui.state_words import verdict_word
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.words import Words

TONES = {
    CellState.NOT_REPORTED: Tone.MUTED,
    CellState.BEFORE_DUTY: Tone.MUTED,
    CellState.NOT_DUE: Tone.MUTED,
    CellState.OPEN: Tone.MUTED,
    CellState.MISSING: Tone.BAD,
    CellState.RETURNED: Tone.WARN,
    CellState.RECEIVED_LATE: Tone.INFO,
    CellState.FINISHED_ON_TIME: Tone.VIOLET,
    CellState.WAITING: Tone.INFO,
    CellState.ACCEPTED: Tone.OK,
    CellState.APPROVED: Tone.OK,
}


def state_short(state: CellState) -> str:
    """The word inside a cell."""
    translate = QCoreApplication.translate
    return {
        CellState.NOT_REPORTED: "–",
        CellState.BEFORE_DUTY: translate("DashboardCells", "not due"),
        CellState.NOT_DUE: translate("DashboardCells", "not yet"),
        CellState.OPEN: translate("DashboardCells", "open"),
        CellState.MISSING: translate("DashboardCells", "missing"),
        CellState.RETURNED: translate("DashboardCells", "returned"),
        CellState.RECEIVED_LATE: translate("DashboardCells", "late"),
        CellState.FINISHED_ON_TIME: translate("DashboardCells", "arrived late"),
        CellState.WAITING: translate("DashboardCells", "to check"),
        CellState.ACCEPTED: translate("DashboardCells", "accepted"),
        CellState.APPROVED: translate("DashboardCells", "approved"),
    }[state]


def state_long(state: CellState) -> str:
    """The state in full, for legends, lists and readers of the screen."""
    translate = QCoreApplication.translate
    return {
        CellState.NOT_REPORTED: translate("DashboardCells", "Not reported by this office"),
        CellState.BEFORE_DUTY: translate("DashboardCells", "Before the office began to report"),
        CellState.NOT_DUE: translate("DashboardCells", "Not yet open"),
        CellState.OPEN: translate("DashboardCells", "Open, not yet received"),
        CellState.MISSING: translate("DashboardCells", "Missing"),
        CellState.RETURNED: translate("DashboardCells", "Returned for correction"),
        CellState.RECEIVED_LATE: translate("DashboardCells", "Received late, to check"),
        CellState.FINISHED_ON_TIME: translate("DashboardCells", "Finished on time, arrived late"),
        CellState.WAITING: translate("DashboardCells", "Received, to check"),
        CellState.ACCEPTED: translate("DashboardCells", "Accepted"),
        CellState.APPROVED: translate("DashboardCells", "Approved"),
    }[state]


def cell_text(cell: Cell, words: Words) -> str:
    """The word of one office's cell; of a province's the count received of expected, beside open ones."""
    if cell.nil and cell.state is not CellState.RETURNED:
        return QCoreApplication.translate("DashboardCells", "no data")
    if cell.key is not None or not cell.measures.expected:
        return state_short(cell.state)
    return count_text(cell.measures, words)


def count_text(measures: Measures, words: Words) -> str:
    """Received of expected: "24 / 25", an en dash for none expected."""
    if not measures.expected:
        return "–"
    return words.digits(f"{measures.received} / {measures.expected}")


def count_tone(measures: Measures) -> Tone:
    """Red while something is missing, green when everything is there, else quiet."""
    if measures.missing:
        return Tone.BAD
    return Tone.OK if measures.expected and measures.received == measures.expected else Tone.MUTED


def state_in_words(cell: Cell) -> str:
    """The state in full, with the report that there is nothing."""
    if not cell.nil:
        return state_long(cell.state)
    return f"{state_long(cell.state)} · {QCoreApplication.translate('DashboardCells', 'nothing to report')}"


def cell_tip(cell: Cell, window: Window, words: Words) -> str:
    """Everything about a cell in words: dataset, period, state, verdict, counts, due date."""
    translate = QCoreApplication.translate
    parts = [f"{words.dataset(window.dataset)} · {words.period(window)}", state_in_words(cell)]
    if cell.fact is not None:
        if cell.fact.verdict is not None and cell.fact.received:
            parts.append(verdict_word(cell.fact.verdict))
        progress = cell.fact.progress
        if progress.expected:
            text = translate("DashboardCells", "{done} of {all} entries done")
            parts.append(words.digits(text.format(done=progress.done, all=progress.expected)))
    elif cell.key is None and cell.measures.expected:
        text = translate("DashboardCells", "{n} of {m} submissions received")
        parts.append(words.digits(text.format(n=cell.measures.received, m=cell.measures.expected)))
    due = translate("DashboardCells", "due {date}").format(date=words.format_date(window.due_on))
    return "\n".join([*parts, due])


def column_head(window: Window, words: Words) -> tuple[str, str]:
    """Two short lines: the dataset, and the period (a month's name where its data are one month's)."""
    names = _heads()
    period = words.period(window).split(" (")[0]
    start, end = window.data_start, window.data_end
    if (start.year, start.month) == (end.year, end.month):
        period = month_name(start.month, "short", words.language)
    return names.get(window.dataset, words.dataset(window.dataset)), period


def _heads() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "volunteer_anniversary": translate("DashboardHeads", "Anniversary"),
        "cd_standard": translate("DashboardHeads", "Standards"),
        "leader": translate("DashboardHeads", "Leaders"),
        "leader_evaluation": translate("DashboardHeads", "Evaluation"),
        "organization": translate("DashboardHeads", "Groups"),
        "saving_group": translate("DashboardHeads", "Savings"),
        "poverty_fund": translate("DashboardHeads", "KKJ fund"),
        "fund_institute": translate("DashboardHeads", "Institutes"),
        "fund_network": translate("DashboardHeads", "Networks"),
        "otop_sales": translate("DashboardHeads", "OTOP"),
        "mother_fund_health": translate("DashboardHeads", "Mother fund"),
    }
