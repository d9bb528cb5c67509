"""What is going to happen in one run: a list of events drawn from a seed, plain values without any id or time.

Events name machines, records and values by numbers that are reduced modulo what there is when they happen, so any
part of a plan is a plan too. That is what makes a failing one short (``shrink``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

SHAPES: tuple[tuple[tuple[str, ...], int], ...] = (
    (("5007", "5007"), 6),
    (("5007", "5007", "50"), 6),
    (("5007", "50", "00"), 2),
    (("5007", "5007", "5007"), 3),
    (("5007", "5008", "50"), 2),
    (("5007", "5007", "5008", "50", "50", "00"), 1),
)

WORK = {
    "enter": 10,
    "edit": 26,
    "delete": 3,
    "mark": 6,
    "end": 2,
    "snapshot": 5,
    "report": 5,
    "certify": 5,
    "nil": 2,
    "take-back": 1,
    "re-open": 2,
    "return": 3,
    "accept": 3,
    "approve": 2,
    "delegate": 1,
    "end-delegation": 1,
    "add-person": 1,
    "settle": 6,
}
REST = {
    "sync": 34,
    "tick": 4,
    "clock": 3,
    "replay": 4,
    "release": 4,
    "backup-central": 2,
    "restore-central": 2,
    "restart-central": 1,
    "backup-device": 3,
    "restore-device": 2,
    "clone": 1,
    "restart-device": 1,
}
STICKS = {
    "write-stick": 16,
    "take-stick": 26,
    "central-stick": 12,
    "pack": 3,
    "answers": 3,
    "lose-stick": 2,
    "find-stick": 3,
    "spoil-stick": 2,
}
LINE_FAULTS = (
    "fine", "held", "held", "held",
    "lost", "delayed", "answer-lost", "twice", "twice-first", "garbled-request", "garbled-answer", "portal",
    "cut-answer", "busy", "central-dies-before", "central-dies-after",
)  # fmt: skip
DISK_FAULTS = ("killed-before", "killed-after", "disk-full")
PHOTO_FAULTS = (*LINE_FAULTS[4:], "delayed", "delayed", "answer-lost", "killed-before", "killed-after")
PHOTOGRAPHED = 5
"""One seed of so many has photos."""
KEYED = 4
"""In one seed of so many there are new keys."""
KEYS = ("new-keys", "new-keys", "new-keys", "reseal", "enrol-again")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that befalls a contact. ``at`` counts its requests, for faults of the disk its transactions, from 0;
    ``meanwhile`` happens while the request is under way."""

    kind: str
    at: int = 0
    meanwhile: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """``who`` is a machine; ``a``, ``b`` and ``c`` mean what the kind says (``world``)."""

    kind: str
    who: int = 0
    a: int = 0
    b: int = 0
    c: int = 0
    faults: tuple[Fault, ...] = ()

    def __str__(self) -> str:
        faults = "".join(
            f" [{fault.kind}@{fault.at}{''.join(f' ({event})' for event in fault.meanwhile)}]" for fault in self.faults
        )
        return f"{self.kind} {self.who} {self.a} {self.b} {self.c}{faults}"


@dataclass(frozen=True, slots=True)
class Plan:
    """``units``: the office of each machine. ``fresh``: no machine has called central yet. ``page``: how many things
    central tells in one answer."""

    seed: int
    units: tuple[str, ...]
    fresh: bool = False
    page: int = 500
    events: tuple[Event, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Story:
    """What kinds of events a run has, by weight, and how few records and fields people turn to."""

    kinds: dict[str, int]
    records: int
    fields: int


def draw(seed: int) -> Plan:
    """The plan of a seed, always the same."""
    random = Random(seed)
    units = random.choices([shape for shape, _ in SHAPES], [weight for _, weight in SHAPES])[0]
    fresh = random.random() < 0.15
    page = random.choice((1, 2, 5, 500, 500))
    length = random.choice((8, 14, 20, 28, 40))
    story = _story(random)
    begun = _begin(random, len(units)) if random.random() < 0.8 else ()
    events = (*begun, *(_event(random, number, story) for number in range(length)))
    if seed % PHOTOGRAPHED == PHOTOGRAPHED - 1:
        events = _with_photos(random, events)
    if seed % KEYED == KEYED - 2:
        events = _with_keys(random, events)
    return Plan(seed, units, fresh, page, events)


def _story(random: Random) -> _Story:
    """Some runs are calm, so that long stories without a restore are told as well; in some everybody wants the same
    few fields, and in some sticks are carried."""
    kinds = {**WORK, **REST}
    if random.random() < 0.4:
        for rare in ("restore-central", "restore-device", "clone", "clock"):
            kinds[rare] = 0
    if random.random() < 0.4:
        kinds.update({**STICKS, "sync": 12})
    narrow = random.random() < 0.3
    return _Story(kinds, records=2, fields=3) if narrow else _Story(kinds, records=1000, fields=1000)


def _begin(random: Random, machines: int) -> tuple[Event, ...]:
    """Something everybody has, to work on together."""
    entered = tuple(
        Event("enter", 0, place, random.randrange(1, 8), 500 + place) for place in range(random.choice((1, 3)))
    )
    return (*entered, *(Event("sync", who) for who in range(machines)))


def _with_photos(random: Random, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Photos are taken somewhere in between, and lines break while they go."""
    found = list(events)
    for number in range(random.choice((1, 2, 4))):
        who, a, b, _ = _numbers(random, number)
        faults = tuple(Fault(random.choice(PHOTO_FAULTS), random.randrange(1, 7)) for _ in range(random.randrange(3)))
        place = random.randrange(len(found) + 1)
        found[place:place] = [Event("photo", who, a, b, 5000 + number), Event("sync", who, faults=faults)]
    return tuple(found)


def _with_keys(random: Random, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Keys change in between: central's, and those of machines that take a new enrolment file."""
    found = list(events)
    for number in range(random.choice((1, 2, 4))):
        found.insert(random.randrange(len(found) + 1), Event(random.choice(KEYS), *_numbers(random, number)))
    return tuple(found)


def _event(random: Random, number: int, story: _Story) -> Event:
    kind = random.choices(list(story.kinds), list(story.kinds.values()))[0]
    who, a, b, c = _numbers(random, number)
    if kind == "edit":
        a, b = a % story.records, b % story.fields
    return Event(kind, who, a, b, c, _faults(random, number, kind))


def _numbers(random: Random, number: int) -> tuple[int, int, int, int]:
    """The last number names the value to write: most often one nobody else writes."""
    value = random.randrange(3) if random.random() < 0.1 else 1000 + number
    return random.randrange(60), random.randrange(1000), random.randrange(1000), value


def _faults(random: Random, number: int, kind: str) -> tuple[Fault, ...]:
    if kind not in ("sync", "write-stick", "take-stick", "central-stick") or random.random() < 0.45:
        return ()
    if kind == "central-stick":
        return (Fault(random.choice(("before", "after", "fine", "fine"))),)
    found = []
    for _ in range(random.choice((1, 1, 1, 2))):
        if kind != "sync" or random.random() < 0.25:
            found.append(Fault(random.choice(DISK_FAULTS), random.randrange(6 if kind == "sync" else 3)))
        else:
            way = random.choice(LINE_FAULTS)
            found.append(Fault(way, random.choice((0, 0, 0, 1, 2)), _meanwhile(random, number, way)))
    return tuple(found)


def _meanwhile(random: Random, number: int, way: str) -> tuple[Event, ...]:
    if way == "held":  # somebody else has something to tell meanwhile
        who = random.randrange(60)
        kind = random.choice(("enter", "enter", "edit", "report"))
        own = Event(kind, who, random.randrange(9), random.randrange(1, 8), 2000 + number * 10)
        return (own, Event("sync", who), *(Event("sync", random.randrange(60)) for _ in range(random.choice((0, 1)))))
    if random.random() < 0.6:
        return ()
    kinds = ("edit", "edit", "enter", "mark", "sync", "sync", "release", "certify")
    found = []
    for place in range(random.choice((1, 2))):
        who, a, b, _ = _numbers(random, number)
        found.append(Event(random.choice(kinds), who, a, b, 2000 + number * 10 + place))
    return tuple(found)
