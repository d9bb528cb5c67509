"""What figures mean that do not explain themselves, in a sentence under their name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.reports.indicators import STEPS
from cdd_desktop.ui.views.indicator_charts import Teller


def hint_of(teller: Teller) -> str:
    """How the figure is worked out; "" where its name says it all."""
    translate = QCoreApplication.translate
    hint = _hints().get((teller.definition.dataset, teller.indicator.key), "")
    formula, rows = teller.indicator.formula, teller.table.rows
    if not hint and formula is not None and formula.by and rows:
        hint = translate("IndicatorHints", "Each tile names what most of its area is, and how many of how many.")
    growth = any(row.growth is not None for row in rows) and not (formula is not None and formula.by)
    if growth and not teller.scored:
        against = translate("IndicatorHints", "The percentage behind a bar is against last year, same offices only.")
        return f"{hint} {against}".strip()
    if not teller.scored:
        return hint
    steps = translate(
        "IndicatorHints",
        "Step 1 to 5: sales against the same months of last year, offices with both years only; "
        "below {low}% is 1, from {low}, {two}, {three}, {four}% on it is 2, 3, 4, 5.",
    )
    low, two, three, four = STEPS[1:]
    told = teller.words.digits(steps.format(low=low, two=two, three=three, four=four))
    return f"{hint} {told}".strip()


def _hints() -> dict[tuple[str, str], str]:
    translate = QCoreApplication.translate
    complete = translate("IndicatorHints", "Villages are those named in the register of leaders.")
    return {
        ("cd_standard", "coverage"): translate(
            "IndicatorHints", "Districts in which somebody was certified, of all districts of the province."
        ),
        ("leader", "tambon_complete"): translate(
            "IndicatorHints",
            "Tambons with exactly one man and one woman as active volunteer leaders, of all tambons of the district.",
        ),
        ("leader", "village_complete"): translate(
            "IndicatorHints",
            "Villages with four active volunteers or more, of the villages named in the register of leaders.",
        ),
        ("saving_group", "villages_covered"): translate("IndicatorHints", "Villages with an active group.")
        + f" {complete}",
        ("saving_group", "growth"): translate(
            "IndicatorHints", "Against the period before, offices that have reported both only."
        ),
        ("mother_fund_health", "grade_move"): translate(
            "IndicatorHints", "Villages checked in both years whose grade is better, the same or worse than last year."
        ),
        ("mother_fund_health", "weak_items"): translate(
            "IndicatorHints",
            "How many of the checked villages fail each of the 19 items, and by office how many items a village fails.",
        ),
        ("otop_sales", "active_producers"): translate(
            "IndicatorHints", "Producers with sales in the month, of the active ones in the register."
        ),
        ("otop_sales", "top"): translate(
            "IndicatorHints", "Sales of the year by the tambon of the producer; sales at events have no tambon."
        ),
        ("otop_sales", "sales_ytd"): translate("IndicatorHints", "All months until then, of those that have reported."),
        ("otop_sales", "late"): translate(
            "IndicatorHints", "Offices whose report is missing although its day is over."
        ),
        ("volunteer_anniversary", "provinces_reported"): translate(
            "IndicatorHints", "Of the provinces whose day is over, also those that report that there is nothing."
        ),
    }
