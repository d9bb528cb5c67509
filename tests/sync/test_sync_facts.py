"""Facts through real parts: what a province adds up is what central's records come to, and what the district has."""

from __future__ import annotations

from store_office import Filler

from cdd_desktop.central.rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.central.vault import Vault
from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.forms.list_facts import Listed, list_facts
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.store.figures import count_unfigured, read_figures, read_list_facts

Q1, Q2 = (SubmissionKey.parse(f"5007/saving_group/2561-{quarter}") for quarter in ("q1", "q2"))


def certify(desk, key):
    for issue in desk.workplace.read(check_submission, key).blocking:
        desk.workplace.do(explain_group, key, str(issue.rule), issue.group, "ตรวจแล้ว")
    desk.workplace.do(move_submission, key, MoveKind.PROPOSE)
    desk.as_person(1)
    desk.workplace.do(move_submission, key, MoveKind.CERTIFY)
    desk.as_person(0)


def kept(desk):
    """Every sum and every list this machine keeps of the savings groups."""

    def read(work):
        assert count_unfigured(work.session) == 0
        figures = read_figures(work.session, "5007", "saving_group", (Q1.period, Q2.period))
        sums = {(one.period, one.indicator): one.sums for one in figures}
        counts = read_list_facts(work.session, "5007", 2561)
        return sums, counts

    return desk.workplace.read(read)


def at_central(world, desk):
    """The same, worked out from the records in central's database."""
    endpoint, lists = world.central.endpoint, {}
    vault = Vault(endpoint.keys)
    with endpoint.database.read() as session:
        for row in session.query(SubmissionRow).filter(SubmissionRow.certification != ""):
            head = session.get(CertificationRow, row.certification)
            entries = session.query(CertifiedEntryRow).filter_by(certification=head.id)
            lists[row.period] = [
                Listed(one.record, one.entity, content, one.mark, content.get("group_ref"))
                for one in entries
                for content in [vault.open(one.content)]
            ]
    workplace, found = desk.workplace, {}
    for key in (Q1, Q2):
        window = workplace.calendar.window(key.dataset, key.period)
        before = lists.get(workplace.calendar.previous(window).period, [])
        unit = workplace.geography.unit(key.unit)
        context = workplace.read(submission_context, window, today=window.data_end, unit=unit)
        found[key] = list_facts(workplace.catalogue.newest(key.dataset), lists[key.period], before, context)
    return found


def test_a_province_adds_up_what_central_holds(world):
    district, province = world.desk(), world.desk("50")
    filler = Filler(district.workplace)
    filler.registers("saving_group")
    for key in (Q1, Q2):
        filler.workplace = district.workplace
        filler.report(district.workplace.calendar.window(key.dataset, key.period))
        certify(district, key)
    assert district.sync().ok
    assert province.sync().ok
    sums, counts = kept(province)
    central = at_central(world, district)
    assert sums == {(key.period, name): each for key in central for name, each in central[key].sums.items()}
    for key, facts in central.items():
        assert counts[key].registered == facts.registered > 0
        assert (counts[key].current, counts[key].compared) == (facts.current, facts.compared)
        assert counts[key].copied == facts.copied
    assert counts[Q2].compared > 0
    assert sums[Q2.period, "savings"].total > sums[Q1.period, "savings"].total > 0
    assert kept(district) == (sums, counts)
