"""Register entries: leaders, organisations, groups, funds and producers as an office would have written them down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from cdd_desktop.domain.record import Value
from cdd_desktop.samples.people import SamplePerson, citizen_id, phone, sample_person

Draft = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Village:
    """``number`` counts the villages of an office from 0, ``round`` the entries of one kind in the same village."""

    tambon: str
    tambon_name: str
    moo: int
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry belongs: its village, its running number among its kind, and what is unique in the country."""

    unit: str
    village: Village
    index: int
    serial: int  # of the office, for citizen ids

    @property
    def again(self) -> str:
        """Distinguishes a second entry of the same kind in one village: "", " 2", " 3" …"""
        return "" if self.village.number == self.index else f" {self.index - self.village.number}"


def where(place: Place) -> Draft:
    return {"tambon_code": place.village.tambon, "moo": place.village.moo, "village_name": place.village.name}


def baht(random: Random, middle: float, spread: float = 0.6) -> int:
    """Satang of a log-normal amount around ``middle`` baht, to the quarter."""
    return round(random.lognormvariate(0, spread) * middle * 4) * 25


def _chair(random: Random) -> Draft:
    return {"chair_name": sample_person(random).name, "chair_phone": phone(random)}


def _gps(random: Random) -> str:
    return f"{18 + random.random():.5f},{98.5 + random.random() / 2:.5f}"


_OTHER_ROLES = ("kamnan", "village_head", "assistant_head", "women", "livelihood", "sage", "volunteer", "volunteer")


def leader(random: Random, place: Place) -> Draft:
    """Of every tambon the first entry of moo 1 is a ผู้นำ อช. and a man, that of moo 2 one and a woman."""
    first = place.index == place.village.number
    sex = {1: "male", 2: "female"}.get(place.village.moo, "") if first else ""
    person: SamplePerson = sample_person(random, sex)
    role = "leader_volunteer" if sex else random.choice(_OTHER_ROLES)
    year = random.choice((2015, 2016, 2016))
    draft: Draft = {
        **where(place),
        "citizen_id": citizen_id(place.serial),
        "title": person.title,
        "sex": person.sex,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "birth_date": f"{random.randrange(1950, 1988)}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}",
        "phone": phone(random),
        "house_no": f"{random.randrange(1, 300)}/{random.randrange(1, 20)}",
        "leader_types": [role],
        "appointed_date": f"{year}-03-08",
        "education": random.choice(("primary", "lower_sec", "upper_sec", "diploma", "bachelor")),
        "occupation": random.choice(("farming", "farming", "labour", "trade", "livestock")),
        "privacy_notice_date": "2017-01-16",
        "status": "active",
    }
    if role in ("leader_volunteer", "volunteer"):
        draft |= {"term_end_date": f"{year + 4}-03-07", "term_no": random.randrange(1, 4)}
    return draft


_ORGANIZATIONS = (
    ("occupation", "กลุ่มจักสานไม้ไผ่", "ผลิตเครื่องจักสานจากไม้ไผ่เพื่อจำหน่าย"),
    ("occupation", "กลุ่มแปรรูปผลไม้", "แปรรูปลำไยและลิ้นจี่อบแห้ง"),
    ("women", "กลุ่มสตรีทอผ้าพื้นเมือง", "ทอผ้าฝ้ายและตัดเย็บเสื้อผ้าพื้นเมือง"),
    ("sme_community", "วิสาหกิจชุมชนปลูกผักปลอดภัย", "ปลูกและรวบรวมผักปลอดสารพิษส่งตลาด"),
    ("elderly", "ชมรมผู้สูงอายุ", "จัดกิจกรรมสุขภาพและเยี่ยมบ้านผู้สูงอายุ"),
    ("environment", "กลุ่มอนุรักษ์ป่าชุมชน", "ดูแลป่าชุมชน ทำแนวกันไฟ ปลูกป่าเสริม"),
    ("youth", "กลุ่มเยาวชนรักษ์ถิ่น", "สืบสานดนตรีพื้นเมืองและกีฬาเยาวชน"),
    ("welfare", "กลุ่มฌาปนกิจสงเคราะห์", "ช่วยเหลือครอบครัวสมาชิกที่เสียชีวิต"),
)


def organization(random: Random, place: Place) -> Draft:
    kind, name, activity = _ORGANIZATIONS[place.index % len(_ORGANIZATIONS)]
    members = random.randrange(12, 60)
    draft: Draft = {
        **where(place),
        **_chair(random),
        "org_kind": "group",
        "org_type": kind,
        "name_th": f"{name}บ้าน{place.village.name}{place.again}",
        "area_scope": "village",
        "gps": _gps(random),
        "founded_year": random.randrange(2535, 2559),
        "registration_type": ["cdd"],
        "committee_count": random.randrange(5, 11),
        "members_male": members // 3,
        "members_female": members - members // 3,
        "main_activity": activity,
        "capital": baht(random, 45_000),
        "income_year": baht(random, 120_000),
        "support_agencies": ["cdd", random.choice(("agri", "local", "health"))],
        "status": "active",
    }
    return draft


def saving_group(random: Random, place: Place) -> Draft:
    year = random.randrange(1982, 2012)
    return {
        **where(place),
        **_chair(random),
        "name_th": f"กลุ่มออมทรัพย์เพื่อการผลิตบ้าน{place.village.name}{place.again}",
        "area_scope": "village",
        "gps": _gps(random),
        "founded_date": f"{year}-{random.randrange(1, 13):02d}-{random.randrange(1, 28):02d}",
        "committee_count": random.randrange(9, 16),
        "saving_day": random.choice((1, 5, 10, 15)),
        "has_regulation": True,
        "loan_rate": random.choice((600, 900, 1200, 1200, 1500)),
        "is_institute_member": random.random() < 0.2,
        "status": "active",
    }


def poverty_fund(random: Random, place: Place) -> Draft:
    households = random.randrange(70, 320)
    target = random.randrange(20, max(25, households // 3))
    return {
        **where(place),
        **_chair(random),
        "registry_no": place.index + 1,
        "budget_year": random.randrange(2536, 2545),
        "budget_amount": 28_000_000,
        "total_households": households,
        "target_households": target,
        "target_persons": target * 3,
        "committee_count": random.choice((7, 9)),
        "status": "active",
    }


def institute(random: Random, place: Place) -> Draft:
    return {
        **where(place),
        **_chair(random),
        "name_th": f"สถาบันการจัดการเงินทุนชุมชนบ้าน{place.village.name}{place.again}",
        "gps": _gps(random),
        "founded_year": random.randrange(2552, 2559),
        "committee_count": random.randrange(9, 16),
        "office_th": f"ที่ทำการกองทุนหมู่บ้าน บ้าน{place.village.name}",
        "status": "active",
    }


def network(random: Random, place: Place) -> Draft:
    return {
        **_chair(random),
        "name_th": f"เครือข่ายกองทุนชุมชนตำบล{place.village.tambon_name}{place.again}",
        "area_scope": "tambon",
        "amphoe_code": place.village.tambon[:4],
        "tambon_code": place.village.tambon,
        "founded_year": random.randrange(2548, 2559),
        "fund_types": ["saving", "village_fund", "mother_fund"],
        "committee_count": random.randrange(9, 16),
        "order_no": f"{random.randrange(1, 400)}/2558",
        "status": "active",
    }


_PRODUCTS = (
    ("textile", "กลุ่มทอผ้าฝ้าย", "ผ้าฝ้ายทอมือ"),
    ("food", "กลุ่มแปรรูปอาหาร", "น้ำพริกหนุ่ม แคบหมู"),
    ("craft", "กลุ่มหัตถกรรมร่มกระดาษสา", "ร่มกระดาษสาเขียนลาย"),
    ("herb", "กลุ่มสมุนไพร", "ลูกประคบและสบู่สมุนไพร"),
    ("beverage", "กลุ่มเกษตรกรชาดอย", "ชาอัสสัมและกาแฟคั่ว"),
    ("food", "กลุ่มแม่บ้านเกษตรกร", "ข้าวแต๋นน้ำแตงโม"),
)


def producer(random: Random, place: Place) -> Draft:
    category, group, product = _PRODUCTS[place.index % len(_PRODUCTS)]
    single = random.random() < 0.3
    owner = sample_person(random)
    draft: Draft = {
        **where(place),
        "otop_reg_no": f"{place.unit}{place.index + 1:05d}",
        "name_th": f"{owner.name} ({product})" if single else f"{group}บ้าน{place.village.name}{place.again}",
        "producer_type": "single" if single else "group",
        "owner_name": owner.name,
        "phone": phone(random),
        "gps": _gps(random),
        "categories": [category, second_category(category)],
        "main_product": product,
        "product_count": random.randrange(1, 9),
        "best_star": str(random.choice((0, 3, 3, 4, 5))),
        "quadrant": random.choice(("A", "B", "C", "D")),
        "standards": ["tcps"] if random.random() < 0.6 else ["none"],
        "kbo_member": random.random() < 0.3,
        "registered_year": random.choice((2555, 2557, 2559)),
        "status": "active",
    }
    if single:
        draft["owner_citizen_id"] = citizen_id(place.serial)
    else:
        draft["members"] = random.randrange(7, 40)
    return draft


def second_category(first: str) -> str:
    """A producer's other category, for offices whose producers report two."""
    return {"textile": "craft", "craft": "textile", "food": "beverage", "beverage": "food"}.get(first, "food")


def mother_fund(random: Random, place: Place) -> Draft:
    return {
        **where(place),
        **_chair(random),
        "gps": _gps(random),
        "royal_year": random.randrange(2548, 2559),
        "stage": random.choice(("fund", "fund", "model", "learning_center")),
        "status": "active",
    }


REGISTERS: dict[tuple[str, str], Callable[[Random, Place], Draft]] = {
    ("leader", "leader"): leader,
    ("organization", "organization"): organization,
    ("saving_group", "group"): saving_group,
    ("poverty_fund", "fund"): poverty_fund,
    ("fund_institute", "institute"): institute,
    ("fund_network", "network"): network,
    ("otop_sales", "producer"): producer,
    ("mother_fund_health", "fund"): mother_fund,
}
