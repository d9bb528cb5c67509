"""What is reported of an entry in a period: figures that follow from the entry and from the period before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import Content, Value
from cdd_desktop.samples.registers import Draft, baht


@dataclass(frozen=True, slots=True)
class Case:
    """One entry in one window; ``before`` is what the window before said of it, empty when nothing."""

    random: Random
    entry: Content
    window: Window
    before: Content


Figures = Callable[[Case], Draft]


def number(content: Content, path: str) -> int:
    """A number of an entry or of the period before; 0 where there is none."""
    value: Value = content.get(path)
    return value if isinstance(value, int) else 0


def drift(random: Random, before: int, low: float, high: float) -> int:
    """The value before, moved by a factor between ``low`` and ``high``."""
    return round(before * random.uniform(low, high))


def saving_quarter(case: Case) -> Draft:
    """Loans follow last quarter's by what was lent and repaid; the books balance to a hundredth."""
    random, window, before = case.random, case.window, case.before
    women = drift(random, number(before, "members_female") or random.randrange(30, 120), 0.99, 1.04)
    men = drift(random, number(before, "members_male") or random.randrange(15, 70), 0.99, 1.04)
    saving = drift(random, number(before, "saving_balance") or baht(random, 850_000), 1.01, 1.05)
    reserve, welfare = saving // 25, saving // 40
    total = saving + reserve + welfare
    outstanding = number(before, "loan_outstanding") or drift(random, total, 0.55, 0.75)
    issued = drift(random, outstanding, 0.12, 0.22)
    repaid = min(drift(random, outstanding, 0.10, 0.18), outstanding)
    if outstanding + issued - repaid > total * 9 // 10:
        issued = 0
    lent = outstanding + issued - repaid
    borrowers = max(1, drift(random, women + men, 0.28, 0.45))
    late = random.randrange(1, 4) if random.random() < 0.35 else 0
    return {
        "data_as_of": min(window.data_end, window.opens_on).isoformat(),
        "members_male": men,
        "members_female": women,
        "saving_balance": saving,
        "special_balance": 0,
        "reserve_fund": reserve,
        "welfare_fund": welfare,
        "other_capital": 0,
        "borrowers": borrowers,
        "loan_outstanding": lent,
        "loan_issued": issued,
        "loan_repaid": repaid,
        "overdue_borrowers": min(late, borrowers),
        "overdue_amount": lent * late // 100,
        "cash_bank": total - lent,
        "activities": ["lending", "welfare"],
        "welfare_recipients": random.randrange(12),
        "health_level": random.choice(("1", "2", "3")),
    }


def poverty_half(case: Case) -> Draft:
    """Interest-free loans of 8,000 to 16,000 baht a household out of the 280,000 baht the village was given."""
    random, entry, window, before = case.random, case.entry, case.window, case.before
    budget = number(entry, "budget_amount") or 28_000_000
    target = number(entry, "target_households") or 20
    held = sum(number(before, part) for part in ("current_amount", "default_amount", "bank_balance", "cash_other"))
    total = max(budget, held) + random.randrange(0, 400) * 100
    loan = random.randrange(8, 17) * 100_000
    current = min(target, random.randrange(8, 18), total * 9 // 10 // loan)
    late = random.randrange(1, 3) if random.random() < 0.2 else 0
    late = min(late, target - current)
    lent, overdue = current * loan, late * 250_000
    if lent + overdue > total:
        overdue, late = 0, 0
    return {
        "data_as_of": min(window.data_end, window.opens_on).isoformat(),
        "borrowed_households": target,
        "borrowed_persons": target * 3,
        "passed_income_households": target * 3 // 4,
        "passed_income_persons": target * 9 // 4,
        "current_households": current,
        "current_amount": lent,
        "default_households": late,
        "default_amount": overdue,
        "bank_balance": total - lent - overdue,
        "cash_other": 0,
        "repaid_in_year": lent // 3,
        "lent_in_period": lent // 2,
        "book_purple": "ok",
        "book_brown": "ok",
        "book_green": "ok",
        "book_yellow": "ok" if random.random() < 0.9 else "incorrect",
        "dev_level": random.choice(("3", "3", "2")),
        "missing_cause": ["default"] if late else [],
    }


def institute_year(case: Case) -> Draft:
    random, entry, window, before = case.random, case.entry, case.window, case.before
    capital = drift(random, number(before, "capital_total") or baht(random, 3_200_000, 0.3), 1.0, 1.08)
    shares = {"saving": capital * 5 // 10, "village_fund": capital * 4 // 10}
    shares["mother_fund"] = capital - sum(shares.values())
    lent = drift(random, capital, 0.6, 0.85)
    village = entry.get("village_name") or ""
    names = {"saving": "กลุ่มออมทรัพย์เพื่อการผลิต", "village_fund": "กองทุนหมู่บ้าน", "mother_fund": "กองทุนแม่ของแผ่นดิน"}
    draft: Draft = {
        "data_as_of": min(window.data_end, window.opens_on).isoformat(),
        "member_persons": random.randrange(120, 420),
        "capital_total": capital,
        "loan_contracts": random.randrange(40, 160),
        "loan_outstanding": lent,
        "overdue_amount": lent // 50,
        "services": ["deposit", "loan", "welfare"],
        "debt_households": 20,
        "debt_reduced_households": random.randrange(5, 20),
        "profit": capital // 20,
    }
    for row, (kind, share) in enumerate(shares.items(), 1):
        at = f"member_funds/{row:08x}"
        draft |= {at: True, f"{at}/fund_type": kind, f"{at}/fund_name": f"{names[kind]}บ้าน{village}"}
        draft |= {f"{at}/fund_capital": share, f"{at}/fund_members": random.randrange(40, 140)}
    return draft


def network_year(case: Case) -> Draft:
    random, window, before = case.random, case.window, case.before
    return {
        "data_as_of": min(window.data_end, window.opens_on).isoformat(),
        "member_funds": number(before, "member_funds") or random.randrange(6, 20),
        "member_persons": random.randrange(300, 1200),
        "capital_total": baht(random, 9_000_000, 0.3),
        "network_fund": baht(random, 60_000, 0.3),
        "meeting_count": random.randrange(2, 7),
        "activities": ["meeting", "training", "learning"],
        "activity_participants": random.randrange(30, 200),
        "funds_assisted": random.randrange(1, 5),
        "support_agencies": ["cdd", "bank"],
    }


def sale(case: Case) -> Draft:
    """Monthly sales around 8,000 baht, most of them unevenly; now and then a month without any."""
    random, before = case.random, case.before
    last = number(before, "sales_total")
    if last and last < 1_500_000 and random.random() < 0.03:
        return {"sales_total": 0}
    total = max(25, drift(random, last, 0.93, 1.076) // 25 * 25) if last else baht(random, 8_000, 0.9)
    if total % 100_000 == 0:
        total += 5_025
    draft: Draft = {"sales_total": total}
    if random.random() < 0.5:
        event = total // 100 // 4 * 100
        draft |= {"ch_local": total - 2 * event, "ch_event": event, "ch_online": event}
    return draft


_INDICATORS = tuple(f"i{place:02d}" for place in range(1, 20))


def mother_fund_check(case: Case) -> Draft:
    random, window, before = case.random, case.window, case.before
    households = number(before, "households_total") or random.randrange(80, 300)
    faith = (number(before, "fund_faith") or baht(random, 24_000)) + random.randrange(10, 90) * 10_000
    local = number(before, "fund_local") or random.choice((0, 500_000, 1_000_000))
    failing = set(random.sample(_INDICATORS[4:], random.choice((0, 1, 1, 2, 2, 3, 4, 6))))
    draft: Draft = {
        "check_date": (window.opens_on - timedelta(days=random.randrange(1, 60))).isoformat(),
        "households_total": households,
        "households_member": households * random.randrange(60, 96) // 100,
        "households_certified": households // 2,
        "committee_count": random.randrange(9, 16),
        "meeting_count": random.randrange(4, 13),
        "activity_count": random.randrange(5, 20),
        "fund_royal": 800_000,
        "fund_faith": faith,
        "fund_wisdom": number(before, "fund_wisdom") or baht(random, 6_000),
        "fund_oncb": 0,
        "fund_local": local,
        "fund_other": 0,
        "spent_year": baht(random, 3_500),
        "drug_status": random.choice(("none", "none", "low", "medium")),
    }
    for code in _INDICATORS:
        draft[f"indicators/{code}/passed"] = "no" if code in failing else "yes"
    return draft


def evaluation(case: Case) -> Draft:
    """Scores in tenths, mostly good; nobody falls below the 60 points that pass."""
    random, window = case.random, case.window
    total = 0
    draft: Draft = {
        "eval_date": window.opens_on.isoformat(),
        "meeting_count": random.randrange(4, 13),
        "has_plan": True,
        "has_report": random.random() < 0.9,
        "evaluator": "คณะกรรมการประเมินระดับตำบล",
        "award_level": "none",
    }
    for field, most in (("duty", 40), ("coord", 20), ("result", 20), ("learning", 10), ("ethics", 10)):
        score = round(random.uniform(0.68, 0.97) * most * 10) * 10
        draft[f"score_{field}"] = score
        total += score
    draft["recommend"] = "continue" if total >= 7_500 else "develop"
    return draft


FIGURES: dict[tuple[str, str], Figures] = {
    ("leader_evaluation", "evaluation"): evaluation,
    ("saving_group", "quarter"): saving_quarter,
    ("poverty_fund", "half"): poverty_half,
    ("fund_institute", "year"): institute_year,
    ("fund_network", "year"): network_year,
    ("otop_sales", "sale"): sale,
    ("mother_fund_health", "check"): mother_fund_check,
}
