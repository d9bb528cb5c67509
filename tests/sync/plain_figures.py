"""Figures that take more than a sum, worked out of the records without any of the program's ways."""

from __future__ import annotations

from collections import Counter

from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import Listed
from cdd_desktop.geography import geography


def plainly(key: SubmissionKey, lists: dict[SubmissionKey, list[Listed]], before: SubmissionKey) -> dict[str, Sums]:
    """The figures of a list that count things once, compare with the period before or rank."""

    def contents(of: SubmissionKey, entity: str) -> list[Content]:
        return [line.content for line in lists.get(of, ()) if line.entity == entity]

    tambons = [tambon.code for tambon in geography().tambons(key.unit)]
    if key.dataset == "leader":
        return plain_leaders(contents(key, "leader"), tambons)
    if key.dataset == "saving_group":
        active = [each for each in contents(key, "group") if each["status"] == "active"]
        return {"villages_covered": Sums(len({(each["tambon_code"], each["moo"]) for each in active}), None)}
    if key.dataset == "otop_sales":
        where = {line.record_id: line.content for line in lists[key] if line.entity == "producer"}
        sales = [each for each in contents(key, "sale") if each.get("producer_ref")]
        top: Counter[str] = Counter()
        for each in sales:
            top[str(where[str(each["producer_ref"])]["tambon_code"])] += int(str(each["sales_total"]))
        selling = {each["producer_ref"] for each in sales if each["sales_total"] != 0}
        able = sum(each["status"] == "active" for each in where.values())
        return {"active_producers": Sums(len(selling), able), "top": Sums(top.total(), None, 0, +top)}
    if key.dataset == "mother_fund_health":
        return plain_checks(contents(key, "check"), contents(before, "check"))
    return {}


def plain_leaders(leaders: list[Content], tambons: list[str]) -> dict[str, Sums]:
    volunteers, heads = Counter[object](), dict[object, list[str]]()
    for each in leaders:
        types = each["leader_types"] if each["status"] == "active" else []
        assert isinstance(types, list)
        volunteers[each["tambon_code"], each["moo"]] += "volunteer" in types
        if "leader_volunteer" in types:
            heads.setdefault(each["tambon_code"], []).append(str(each["sex"]))
    full = sum(sorted(heads.get(code, ())) == ["female", "male"] for code in tambons)
    four = sum(number >= 4 for number in volunteers.values())
    return {"tambon_complete": Sums(full, len(tambons)), "village_complete": Sums(four, len(volunteers))}


def plain_checks(checks: list[Content], before: list[Content]) -> dict[str, Sums]:
    def failed(check: Content) -> list[str]:
        return [path.split("/")[1] for path, value in check.items() if path.endswith("/passed") and value == "no"]

    def grade(check: Content) -> int:
        passed = 100 * (19 - len(failed(check)))
        return 2 if passed >= 80 * 19 else 1 if passed >= 50 * 19 else 0

    then = {each["fund_ref"]: grade(each) for each in before}
    steps = [grade(each) - then[each["fund_ref"]] for each in checks if each["fund_ref"] in then]
    moves = {"rose": sum(n > 0 for n in steps), "same": steps.count(0), "fell": sum(n < 0 for n in steps)}
    weak = Counter(item for each in checks for item in failed(each))
    moved = len(steps) - steps.count(0) if steps else None
    return {
        "weak_items": Sums(weak.total(), None, 0, weak),
        "grade_move": Sums(moved, None, 0, {move: number for move, number in moves.items() if number}),
    }
