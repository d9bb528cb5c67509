"""Facts through real parts: what a province adds up is what central's records come to, and what the district has."""

from __future__ import annotations

from sqlalchemy import true
from store_office import Filler
from sync_world import World, prepare

from cdd_desktop.central.figures.figuring import forget_figured
from cdd_desktop.central.tables.feed import SUBMISSION, Touched
from cdd_desktop.central.tables.rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.forms.list_facts import Listed, list_facts
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.operations.read_indicators import read_indicators
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.store.figures import count_unfigured, forget_all_figured, read_figures, read_list_facts

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


def figures_of(desk, area=""):
    return desk.workplace.read(lambda work: read_figures(work.session, area, "saving_group", (Q1.period, Q2.period)))


def test_the_department_has_the_figures_without_the_lists(tmp_path):
    """They come with each submission, take the place of older ones, and outlast whatever asks for working out anew."""
    (tmp_path / "prepared").mkdir()
    world = World(tmp_path / "world", prepare(tmp_path / "prepared", ("5007", "50", "00")))
    district, province, department = (world.desk(unit) for unit in ("5007", "50", "00"))
    filler = Filler(district.workplace)
    filler.registers("saving_group")
    for key in (Q1, Q2):
        filler.report(district.workplace.calendar.window(key.dataset, key.period))
        certify(district, key)
        assert district.sync().ok
        assert province.sync().ok
        assert department.sync().ok
        assert kept(department) == kept(province) == kept(district)
    sums, counts = kept(department)
    assert counts[Q2].compared > 0
    assert {period for period, _ in sums} == {Q1.period, Q2.period}
    department.workplace.do(lambda work: forget_all_figured(work.session))  # as a new schedule does
    while department.workplace.do(refresh_facts, 1).left:
        pass
    assert kept(department) == (sums, counts)
    with world.central.endpoint.database.write() as session:  # central has to work them out anew: nothing is known
        forget_figured(session, true())
        row = session.get_one(SubmissionRow, (Q2.unit, Q2.dataset, Q2.period))
        touched = Touched()
        touched.add(SUBMISSION, str(Q2), row.unit)
        touched.flush(session)
    assert department.sync().ok
    assert {one.period for one in figures_of(department)} == {Q1.period}
    sheet = department.workplace.read(read_indicators, "saving_group", 2561)
    savings = next(one for one in sheet.indicators() if one.key == "savings")
    told = sheet.table(savings)
    assert [row.unit.code for row in told.rows if row.points[0].figure is not None] == ["50"]
    assert told.total.points[0].figure.value == sums[Q1.period, "savings"].total
    world.close()
