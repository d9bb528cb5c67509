"""Told plans: what seeds have found, as short as they came out, and the stories that hard faults need.

A seed's plan is another one as soon as drawing changes; a story stays.
"""

from __future__ import annotations

from .plan import Event, Fault, Plan

_SHARED = (Event("enter", 0, 0, 5, 500), Event("sync", 0), Event("sync", 1))


def _story(units: str, *events: Event, page: int = 500) -> Plan:
    return Plan(-1, tuple(units.split()), False, page, events)


def _held(who: int, *meanwhile: Event) -> Event:
    return Event("sync", who, faults=(Fault("held", 0, meanwhile),))


FOUND: dict[str, Plan] = {
    # An answer to one question took other fields along, over what nobody had seen.
    "asked-about-one-field": _story(
        "5007 5007 50",
        *_SHARED,
        Event("report", 0, 407, 595, 1007),
        Event("edit", 1, 228, 185, 1013),
        Event("sync", 0, faults=(Fault("portal"),)),
        Event("sync", 1),
        Event("edit", 0, 230, 737, 1027),
        page=2,
    ),
    # A batch whose answer was lost went in halves, and its step stood twice in the history of the machine.
    "step-listed-already": _story(
        "5007",
        Event("enter", 0, 0, 1, 500),
        Event("nil", 0, 477, 570, 1002),
        Event("sync", 0, faults=(Fault("answer-lost"),)),
    ),
    # A machine died right after a person's step and a person's edit, while a contact of it waited: the ledger, not the
    # system, had forgotten them.
    "dead-after-a-step": _story(
        "5007 5007 50",
        Event("enter", 0, 0, 4, 500),
        Event("enter", 0, 1, 1, 501),
        Event("enter", 12, 231, 776, 1003),
        Event(
            "sync",
            12,
            faults=(Fault("killed-after", 4), Fault("held", 0, (Event("report", 51, 1, 4, 2050), Event("sync", 51)))),
        ),
        page=2,
    ),
    "dead-after-an-edit": _story(
        "5007 5007 50",
        Event("enter", 0, 2, 4, 502),
        Event("sync", 0),
        Event("sync", 1),
        Event(
            "sync",
            34,
            faults=(Fault("killed-after", 1), Fault("held", 0, (Event("edit", 25, 2, 5, 2140), Event("sync", 25)))),
        ),
        page=5,
    ),
    # Two machines said the same of an entry; the first then said something else over the second, who was not asked.
    "two-say-the-same": _story(
        "5007 5007 50",
        Event("enter", 0, 0, 4, 500),
        Event("sync", 0),
        Event("sync", 1),
        Event("edit", 58, 1, 1, 2),
        Event("sync", 19, 229, 95, 1004),
        Event("end", 46, 927, 783, 1),
        Event("mark", 21, 719, 690, 1027),
    ),
    # A machine came with the code of an enrolment that central had lost, and was offered no way to another one.
    "code-of-a-lost-enrolment": Plan(
        -1,
        ("5007",),
        True,
        2,
        (
            Event("backup-central", 25, 321, 327, 1002),
            Event("enrol-again", 36, 40, 673, 1003),
            Event("restore-central", 36, 412, 244, 1010),
        ),
    ),
    # A request of the life before a new enrolment came late, and what it said again made a revision more.
    "again-beside-itself": _story(
        "5007",
        Event("enter", 0, 744, 975, 1011),
        Event("sync", 0, faults=(Fault("busy"),)),
        Event("enrol-again", 0, 968, 518),
        page=5,
    ),
    # The second snapshot of a group could not be taken away where a clock had gone to before its round.
    "twin-with-a-wrong-clock": _story(
        "5007 5007",
        Event("enter", 0, 2, 6, 502),
        Event("sync", 0),
        Event("sync", 1),
        Event("snapshot", 1, 364, 177, 1),
        Event("snapshot", 0, 990, 877, 1004),
        Event("clock", 1, 824, 315),
    ),
    # The second snapshot of a group could not be taken away once the round had been proposed.
    "twin-in-a-closed-round": _story(
        "5007 5007 50",
        Event("enter", 0, 1, 6, 501),
        Event("sync", 0),
        Event("sync", 1),
        Event("snapshot", 0, 519, 360, 1010),
        Event("report", 1, 720, 2, 1020),
    ),
    # A parked edit came back over what the same person had written after it, once central had that.
    "older-than-taken": _story(
        "5007 5007",
        Event("enter", 0, 0, 4, 500),
        Event("sync", 0),
        Event("sync", 1),
        Event("edit", 1, 69, 733, 2),
        Event("end", 22, 738, 945, 1020),
        Event("delegate", 51, 407, 684, 1028),
        Event("edit", 9, 729, 859, 1037),
        page=5,
    ),
    # A copy that only looks was not told of the people the other one added, nor of its steps.
    "idle-clone": _story(
        "5007",
        *_SHARED,
        Event("clone", 0),
        Event("add-person", 1, 331, 925, 1013),
        Event("nil", 1, 477, 570, 1002),
        Event("sync", 1),
        Event("sync", 0),
    ),
    # What two copies wrote under one number met after a restore, and the second was judged by revisions of before.
    "clones-after-a-restore": _story(
        "5007",
        Event("enter", 0, 7, 892, 1004),
        Event("clone", 0),
        Event("backup-central"),
        Event("sync", 0),
        Event("mark", 1, 548, 13, 1022),
        Event("restore-central"),
        Event("sync", 1),
        Event("edit", 0, 1, 1, 1031),
    ),
    # After a restore of central a step was sent anew, and a request from before brought it once more.
    "step-from-before-a-restore": _story(
        "5007",
        *_SHARED,
        Event("report", 0, 239, 469, 1018),
        Event("backup-central"),
        Event("sync", 0),
        Event("restore-central"),
    ),
    # A refused step left the state of the step with the latest time, and a slow clock had made the newer one.
    "refused-beside-a-slow-clock": _story(
        "5007 5007 50",
        Event("enter", 0, 0, 1, 500),
        Event("clock", 1, 1),
        Event("report", 0, 1, 0, 1),
        Event("sync", 0, faults=(Fault("answer-lost"),)),
        Event("sync", 1),
        Event("return", 1, 0, 1, 1),
        Event("sync", 0, faults=(Fault("busy", 0, (Event("edit", 0, 0, 5, 2220), Event("certify", 0, 1, 1, 1))),)),
        Event("sync", 1),
    ),
    # The rest of a snapshot on another file was taken for a record when its beginning had been refused as a second one.
    "rest-of-a-refused-entry": _story(
        "5007 5007",
        Event("enter", 0, 0, 3, 500),
        Event("sync", 0),
        Event("sync", 1),
        Event("snapshot", 1, 0, 0, 1001),
        Event("write-stick", 1),
        Event("edit", 1, 1, 0, 1008),
        Event("report", 0, 0, 0, 1),
        Event("sync", 0),
        Event("write-stick", 1),
    ),
    # Until somebody started the service anew it could not read what a command had sealed with central's new keys.
    "service-with-older-keys": _story(
        "5007",
        Event("enter", 0, 0, 6, 500),
        Event("sync", 0),
        Event("edit", 0, 1, 0, 1014),
        Event("write-stick", 0),
        Event("new-keys"),
        Event("central-stick"),
    ),
}

TOLD: dict[str, Plan] = {
    "receipt-after-answer": _story(
        "5007", *_SHARED, Event("report", 0, 1, 0, 1), Event("sync", 0, faults=(Fault("central-dies-after"),))
    ),
    "outbox-before-receipt": _story(
        "5007", *_SHARED, Event("report", 0, 1, 0, 1), Event("sync", 0, faults=(Fault("lost"),))
    ),
    # The province's own work commits while a district's commit is held back, and its cursor passes the district's.
    "plain-sequence": _story(
        "5007 5007 50",
        *_SHARED,
        Event("sync", 2),
        Event("report", 0, 1, 0, 1),
        Event("enter", 2, 1, 1, 7),
        _held(0, Event("sync", 2)),
    ),
    # What the other side wrote comes with a later page, the line breaks before, and the same field is edited.
    "merged-revision-kept": _story(
        "5007 5007",
        Event("enter", 0, 0, 5, 500),
        Event("enter", 0, 1, 5, 501),
        Event("sync", 0),
        Event("sync", 1),
        Event("edit", 1, 1, 0, 1001),
        Event("edit", 1, 0, 0, 1002),
        Event("sync", 1),
        Event("edit", 0, 0, 2, 1003),
        Event("sync", 0, faults=(Fault("lost", 1),)),
        Event("edit", 0, 0, 0, 1004),
        page=1,
    ),
    # The machine dies between the two.
    "cursor-before-rows": _story(
        "5007 5007 50",
        *_SHARED,
        Event("report", 0, 1, 0, 1),
        Event("sync", 0),
        Event("sync", 1, faults=(Fault("killed-after", 1),)),
    ),
    "epoch-ignored": _story(
        "5007",
        *_SHARED,
        Event("backup-central"),
        Event("report", 0, 1, 0, 1),
        Event("certify", 0, 1, 1, 1),
        Event("sync", 0),
        Event("restore-central"),
    ),
    "deletion-wins": _story(
        "5007 5007",
        Event("enter", 0, 1, 6, 500),
        Event("snapshot", 0, 0, 0, 1),
        Event("sync", 0),
        Event("sync", 1),
        Event("edit", 1, 1, 0, 1001),
        Event("delete", 0, 1, 0, 1),
        Event("sync", 1),
        Event("sync", 0),
    ),
    "rest-on-new-revision": FOUND["asked-about-one-field"],
    "equal-not-written": FOUND["two-say-the-same"],
    # The only stick ends in a river.
    "stick-is-receipt": _story(
        "5007",
        *_SHARED,
        Event("report", 0, 1, 0, 1),
        Event("write-stick", 0),
        Event("lose-stick", 0, 0, 0, 0),
    ),
    # A machine gets its disk of last week back, and then an answer that begins after that.
    "old-answer-joins": _story(
        "5007 5007",
        *_SHARED,
        Event("backup-device", 1),
        Event("report", 0, 1, 0, 1),
        Event("sync", 0),
        Event("sync", 1),
        Event("write-stick", 1),
        Event("central-stick"),
        Event("restore-device", 1),
        Event("take-stick", 1, 0, 0, 1),
    ),
    # A clock two days slow certifies on the day after the due day.
    "word-believed": _story(
        "5007",
        Event("tick", 0, 3),
        Event("tick", 0, 3),
        Event("tick", 0, 2),
        Event("enter", 0, 1, 3, 500),
        Event("sync", 0),
        Event("clock", 0, 3),
        Event("snapshot", 0, 0, 0, 1),
        Event("report", 0, 0, 0, 1),
        Event("certify", 0, 0, 1, 1),
        Event("clock", 0, 0),
    ),
    # Finished in time, and no line until the day after.
    "good-word-doubted": _story(
        "5007",
        Event("enter", 0, 1, 3, 500),
        Event("sync", 0),
        Event("report", 0, 0, 0, 1),
        Event("certify", 0, 0, 1, 1),
        Event("tick", 0, 3),
        Event("tick", 0, 3),
        Event("tick", 0, 3),
    ),
    # A piece is cut half way, and the next contact goes on there.
    "first-piece-is-all": _story(
        "5007 5007",
        Event("photo", 0, 0, 0, 5000),
        Event("sync", 0, faults=(Fault("delayed", 3),)),
        Event("sync", 1),
    ),
    "received-for-ever": _story(
        "5007",
        Event("backup-central"),
        Event("photo", 0, 0, 0, 5000),
        Event("sync", 0),
        Event("restore-central"),
    ),
    # The file names the new key, and the service must not speak with the old one.
    "keys-by-restart": _story("5007", Event("new-keys"), Event("enrol-again")),
    # A slow clock certifies after an anchor of the old key.
    "old-word-forgotten": _story(
        "5007",
        Event("tick", 0, 3),
        Event("tick", 0, 3),
        Event("tick", 0, 2),
        Event("enter", 0, 1, 3, 500),
        Event("sync", 0),
        Event("clock", 0, 3),
        Event("snapshot", 0, 0, 0, 1),
        Event("report", 0, 0, 0, 1),
        Event("certify", 0, 0, 1, 1),
        Event("new-keys"),
        Event("clock", 0, 0),
    ),
}
