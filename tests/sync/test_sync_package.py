"""What a ``.cddpack`` brings to machines that have no line: forms, schedules, holidays, reviews, and what units above
see of their offices."""

from __future__ import annotations

from datetime import date

from stick import take
from store_office import Filler
from test_sync_facts import Q1, certify, kept
from test_sync_published import ORGANISATION, publish, schedule, second
from test_sync_submissions import KEY, certified_nil, view

from cdd_desktop.central.sync.by_file import make_packs, make_starts
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.move_to_form import move_to_newer_forms
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.stick import take_folder, take_start
from cdd_desktop.operations.take_file import Became

__all__ = ["publish"]  # the fixture of the published files
DAY = date(2018, 3, 19)


def pack_for(world, desk):
    """The package of the desk's office, taken there."""
    data = next(make_packs(world.central.endpoint, desk.workplace.unit.code))
    return take(desk, data, "office.cddpack")


def test_all_that_central_has_published(world, publish):
    """The same state as by wire: the new form with the work moved to it, the schedule, the day off."""
    desk = world.desk()
    record = desk.save(ORGANISATION)
    desk.sync()

    def later(periods):
        next(one for one in periods if one["key"] == "q2")["due"] = {"year": "fy", "month": 3, "day": 25}

    day = {"on": DAY.isoformat(), "name_th": "วันหยุดพิเศษ", "name_en": "Special holiday"}
    holidays = {"kind": "holidays", "format": 1, "revision": 2, "source": "test", "years": {"2018": [day]}}
    assert publish("form", second(), "--yes")[0] == 0
    assert publish("schedule", schedule(2, 2561, saving_group=later), "--yes")[0] == 0
    assert publish("holidays", holidays, "--yes")[0] == 0
    calendar = desk.workplace.calendar
    assert not calendar.is_day_off(DAY)

    assert pack_for(world, desk).became is Became.APPLIED
    desk.workplace.do(move_to_newer_forms)
    calendar = desk.workplace.calendar
    assert calendar.is_day_off(DAY)
    assert calendar.window("saving_group", "2561-q2").due_on == date(2018, 3, 25)
    assert desk.workplace.catalogue.newest("organization").version == 2
    assert desk.content(record)["leader_name"] == ORGANISATION["chair_name"]
    assert pack_for(world, desk).became in (Became.APPLIED, Became.OLDER)  # the same once more
    assert desk.content(record)["leader_name"] == ORGANISATION["chair_name"]
    assert desk.sync().ok

    fresh = world.desk()
    start = world.folder / "start.cddpack"
    start.write_bytes(next(make_starts(world.central.endpoint, "5007", fresh.enrolment.code)))
    assert take_start(fresh.workplace, [start]) > 0
    calendar = fresh.workplace.calendar
    assert calendar.is_day_off(DAY), "a machine that begins has them all, the registers too"
    assert calendar.window("saving_group", "2561-q2").due_on == date(2018, 3, 25)
    assert fresh.workplace.catalogue.newest("organization").version == 2
    assert fresh.content(record)["leader_name"] == ORGANISATION["chair_name"]


def test_what_a_province_decided_and_what_it_sees(world):
    """The dashboard of a province and the review of a district follow a package as they follow the network."""
    district, province = certified_nil(world), world.desk("50")
    province.sync()
    assert seen(province) is None
    district.sync()
    assert pack_for(world, province).became is Became.APPLIED
    fact = seen(province)
    assert (fact.state, fact.received) == (SubmissionState.CERTIFIED, True)
    province.workplace.do(move_submission, KEY, MoveKind.RETURN, reason="ยังไม่ครบ")
    province.sync()
    assert pack_for(world, district).became is Became.APPLIED
    after = view(district)
    assert (after.state, after.moves[-1].reason) == (SubmissionState.RETURNED, "ยังไม่ครบ")


def seen(province):
    """What the province's dashboard knows of the district's quarter; None for nothing yet."""
    board = province.workplace.read(read_dashboard)
    cells = [cell for row in board.rows for cell in row.cells if cell.fact is not None]
    facts = [cell.fact for cell in cells if cell.fact.key == KEY and cell.fact.received]
    return facts[0] if facts else None


def test_much_goes_in_parts_that_may_lie_on_the_stick_in_any_order(world):
    """A province's first delivery, and a fresh machine's, end as the network does; a part by itself waits."""
    district, province, wired = world.desk(), world.desk("50"), world.desk("50")
    assert province.sync().ok
    assert wired.sync().ok
    filler = Filler(district.workplace)
    filler.registers("saving_group")
    filler.report(district.workplace.calendar.window(Q1.dataset, Q1.period))
    certify(district, Q1)
    assert district.sync().ok
    endpoint = world.central.endpoint
    endpoint.page = 2
    parts = list(make_packs(endpoint, "50", part=3))
    assert len(parts) > 2
    assert take(province, parts[-1], "last.cddpack").became is Became.GAP
    taken = take_folder(province.workplace, in_wrong_order(world.folder / "parts", parts), lambda *_: None)
    became = [one.taken.became for one in taken]
    assert Became.GAP not in became
    assert max(one.taken.pulled for one in taken) <= 4  # what is over three things ends with its page of two
    assert became.count(Became.APPLIED) > 1  # the first part may hold what it has heard since it last spoke of it
    assert wired.sync().ok
    assert kept(province) == kept(wired) == kept(district)
    assert seen(province) == seen(wired)
    fresh = world.desk()
    starts = list(make_starts(endpoint, "5007", fresh.enrolment.code, part=3))
    assert len(starts) > 2
    assert take_start(fresh.workplace, sorted(in_wrong_order(world.folder / "starts", starts).iterdir())) > 0
    assert kept(fresh) == kept(district)
    for record in filler.ids.values():
        assert fresh.content(record) == district.content(record)
    assert fresh.sync().ok


def in_wrong_order(folder, parts):
    """Under names whose order is the other way round."""
    folder.mkdir()
    for number, data in enumerate(parts):
        (folder / f"{len(parts) - number:03}.cddpack").write_bytes(data)
    return folder
