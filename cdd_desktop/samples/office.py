"""One office's sample data: its registers, and what it reports in any window, always the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from random import Random
from uuid import UUID

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import Content, EntityKind, Record
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.definition import Entity
from cdd_desktop.geography import Geography
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId
from cdd_desktop.samples.figures import FIGURES, Case, number
from cdd_desktop.samples.people import village_name
from cdd_desktop.samples.provincial import anniversary_event, applicant, assessed, fair_sales, provincial_group
from cdd_desktop.samples.registers import REGISTERS, Draft, Place, Village

_Thing = tuple[object, ...]  # what finds the same thing in another period

_BORN_MS = 1_506_816_000_000  # 1 October 2017: the time part of made-up ids


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many entries each register of an office has; ``categories`` an OTOP producer reports, 1 or 2."""

    leaders: int = 0
    organizations: int = 0
    saving_groups: int = 0
    poverty_funds: int = 0
    institutes: int = 0
    networks: int = 0
    producers: int = 0
    mother_funds: int = 0
    categories: int = 1
    villages_per_tambon: int = 5

    def of(self, dataset: str) -> int:
        return {
            "leader": self.leaders,
            "organization": self.organizations,
            "saving_group": self.saving_groups,
            "poverty_fund": self.poverty_funds,
            "fund_institute": self.institutes,
            "fund_network": self.networks,
            "otop_sales": self.producers,
            "mother_fund_health": self.mother_funds,
        }.get(dataset, 0)


def sample_sizes(unit: Unit, tambons: int, seed: int) -> Sizes:
    """How large an office of the sample province is; Mae Rim, where its first person works, is the largest."""
    random = Random(int.from_bytes(sample_key(seed, "sizes", unit.code)[:8], "big"))
    if unit.level is UnitLevel.PROVINCE:
        return Sizes(organizations=3, villages_per_tambon=1)
    first = unit.code == "5007"
    return Sizes(
        leaders=(5 if first else 2) * tambons,
        organizations=12 if first else random.randrange(3, 6),
        saving_groups=31 if first else random.randrange(3, 6),
        poverty_funds=33 if first else random.randrange(3, 5),
        institutes=1,
        networks=1,
        producers=24 if first else random.randrange(3, 5),
        mother_funds=12 if first else random.randrange(2, 4),
        villages_per_tambon=5 if first else 2,
    )


def sample_key(*parts: object) -> bytes:
    """16 bytes that stand for the parts, the same in every run."""
    return blake2b("/".join(map(str, parts)).encode(), digest_size=16).digest()


def sample_id(*parts: object) -> str:
    """A UUIDv7 text made from the parts, its time part in October 2017."""
    key = sample_key(*parts)
    milliseconds = _BORN_MS + int.from_bytes(key[:4], "big") % 86_400_000
    value = milliseconds << 80 | int.from_bytes(key[6:], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


class SampleOffice:
    """Sample contents of a district or a province. Pure: holds nothing but what it was given and made once."""

    def __init__(self, unit: Unit, sizes: Sizes, *, seed: int, catalogue: Catalogue, geography: Geography) -> None:
        self.unit = unit
        self.sizes = sizes
        self._seed = seed
        self._catalogue = catalogue
        self._geography = geography
        self._registers: dict[str, tuple[Record, ...]] = {}

    @cached_property
    def villages(self) -> tuple[Village, ...]:
        """Five (``villages_per_tambon``) to a tambon, moo 1 to 5; names differ within the office."""
        offset = int.from_bytes(sample_key(self._seed, self.unit.code)[:2], "big")
        tambons = self._geography.tambons(self.unit.code)
        each = range(self.sizes.villages_per_tambon)
        places = [(tambon, moo) for tambon in tambons for moo in each]
        return tuple(
            Village(tambon.code, tambon.name_th, moo + 1, village_name(offset + place), place)
            for place, (tambon, moo) in enumerate(places)
        )

    def register(self, dataset: str) -> tuple[Record, ...]:
        """The register entries of a dataset; none for datasets without a register of their own."""
        if dataset not in self._registers:
            self._registers[dataset] = tuple(self._make_register(dataset))
        return self._registers[dataset]

    def report(self, window: Window, before: Sequence[Record] = ()) -> tuple[Record, ...]:
        """The records of one window; ``before`` are those of the window before it, which figures follow from."""
        definition = self._catalogue.newest(window.dataset)
        if self.unit.level is UnitLevel.PROVINCE:
            return tuple(self._provincial_report(window, before))
        entity = definition.main_entity(self.unit.level)
        if entity.kind is not EntityKind.SNAPSHOT:
            return ()
        previous = {self._thing(entity, record.content): record.content for record in before}
        return tuple(self._snapshots(window, entity, previous))

    def _make_register(self, dataset: str) -> list[Record]:
        definition = self._catalogue.newest(dataset)
        entity = next((each for each in definition.entities if each.kind is EntityKind.REGISTER), None)
        if entity is None:
            return []
        if self.unit.level is UnitLevel.PROVINCE:
            drafts = [
                provincial_group(self._random(dataset, index), self.unit.name_th, index)
                for index in range(self.sizes.of(dataset) if dataset == "organization" else 0)
            ]
        else:
            make = REGISTERS[dataset, entity.key]
            places = [self._place(dataset, index) for index in range(self.sizes.of(dataset))]
            drafts = [make(self._random(dataset, place.index), place) for place in places]
        return [self._record(entity, dataset, None, draft, index) for index, draft in enumerate(drafts)]

    def _place(self, dataset: str, index: int) -> Place:
        villages = self.villages
        step = index % len(villages) if dataset != "fund_network" else index * self.sizes.villages_per_tambon
        serial = int.from_bytes(sample_key(self._seed, self.unit.code, dataset)[:4], "big") % 79_000_000 + index
        return Place(self.unit.code, villages[step % len(villages)], index, serial)

    def _snapshots(
        self, window: Window, entity: Entity, previous: Mapping[tuple[object, ...], Content]
    ) -> list[Record]:
        make = FIGURES[window.dataset, entity.key]
        records = []
        for index, entry in enumerate(self.register(entity.register_dataset or window.dataset)):
            content = entry.content
            if window.dataset == "leader_evaluation" and content.get("leader_types") != ["leader_volunteer"]:
                continue
            for part, known in enumerate(self._known(window, entity, entry)):
                before = previous.get(self._thing(entity, known), {})
                random = self._random(window.dataset, window.period, index, part)
                draft = known | make(Case(random, content, window, before))
                records.append(self._record(entity, window.dataset, window.period, draft, index, part))
        return records

    def _known(self, window: Window, entity: Entity, entry: Record) -> list[Draft]:
        """What names the thing reported: the entry, and for OTOP sales each of its categories."""
        reference: Draft = {str(entity.ref): entry.id}
        if window.dataset != "otop_sales":
            return [reference]
        categories = entry.content.get("categories")
        chosen = categories[: self.sizes.categories] if isinstance(categories, list) else []
        return [reference | {"source_kind": "producer", "category": category} for category in chosen]

    def _provincial_report(self, window: Window, before: Sequence[Record]) -> list[Record]:
        entity = self._catalogue.newest(window.dataset).main_entity(self.unit.level)
        drafts: list[Draft] = []
        if window.dataset == "volunteer_anniversary":
            hosts = self._geography.districts(self.unit.code)[::6]
            draw = [self._random(window.dataset, window.period, host.code) for host in hosts]
            drafts = [
                anniversary_event(d, window, host.code, host.name_th) for d, host in zip(draw, hosts, strict=True)
            ]
        elif window.dataset == "cd_standard" and before and window.key == "certified":
            return [assessed(record, window) for record in before]
        elif window.dataset == "cd_standard":
            villages = self.villages[:: max(1, len(self.villages) // 24)]
            for index, village in enumerate(villages):
                drafts.append(
                    applicant(self._random(window.dataset, window.fiscal_year, index), window, village, index)
                )
        elif window.dataset == "otop_sales":
            last = {record.content.get("event_name"): number(record.content, "sales_total") for record in before}
            for index in range(3):
                random = self._random(window.dataset, window.period, index)
                name = fair_sales(random, index, 0)["event_name"]
                drafts.append(fair_sales(random, index, last.get(name, 0)))
        elif window.dataset == "mother_fund_health":
            comment = "ตรวจสอบผลของทุกอำเภอแล้ว ข้อมูลครบถ้วนตามที่อำเภอรายงาน"
            drafts = [{"confirmed_date": window.opens_on.isoformat(), "comment_th": comment}]
        return [self._record(entity, window.dataset, window.period, draft, index) for index, draft in enumerate(drafts)]

    def _thing(self, entity: Entity, content: Content) -> _Thing:
        return tuple(content.get(field) for field in entity.previous)

    def _random(self, *parts: object) -> Random:
        return Random(int.from_bytes(sample_key(self._seed, self.unit.code, *parts)[:8], "big"))

    def _record(self, entity: Entity, dataset: str, period: PeriodId | None, draft: Draft, *number: int) -> Record:
        kept = {
            path: value for path, value in draft.items() if value not in (None, "", []) and self._is_known(entity, path)
        }
        return Record(
            id=RecordId(sample_id(self._seed, self.unit.code, dataset, entity.key, period or "", *number)),
            unit=self.unit.code,
            dataset=DatasetKey(dataset),
            entity=EntityKey(entity.key),
            period=period,
            form_version=self._catalogue.newest(dataset).version,
            content=kept,
        )

    @staticmethod
    def _is_known(entity: Entity, path: str) -> bool:
        return entity.find_field(path) is not None or path.count("/") == 1 or path.startswith(":")
