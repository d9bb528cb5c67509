"""What a provincial office reports itself: anniversary events, applicants for the standards, fairs, its own groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import REASON, Record
from cdd_desktop.samples.people import citizen_id, sample_person
from cdd_desktop.samples.registers import Draft, Village, baht

_PLACES = ("หอประชุมที่ว่าการอำเภอ", "ศาลาประชาคมอำเภอ", "ศูนย์แสดงสินค้าโอทอป")
_PROVINCIAL = (
    ("women", "คณะกรรมการพัฒนาสตรีจังหวัด"),
    ("volunteer_club", "ชมรมผู้นำอาสาพัฒนาชุมชนจังหวัด"),
    ("otop", "เครือข่ายผู้ผลิต ผู้ประกอบการ OTOP จังหวัด"),
)
_NO_REFERENCE = "ทะเบียนของอำเภอยังไม่ได้เชื่อมโยงมายังจังหวัด"
_FAIRS = ("งานของดีเมืองเหนือ", "ศูนย์จำหน่ายสินค้าโอทอปจังหวัด", "ตลาดนัดประชารัฐ")


def anniversary_event(random: Random, window: Window, district: str, district_name: str) -> Draft:
    day = window.opens_on - timedelta(days=random.randrange(0, 25))
    volunteers = random.randrange(30, 120)
    return {
        "event_name_th": f"วันครบรอบโครงการพัฒนาผู้นำอาสาพัฒนาชุมชน อำเภอ{district_name}",
        "event_date": day.isoformat(),
        "event_end_date": day.isoformat(),
        "organizer_level": "amphoe",
        "host_amphoe_code": district,
        "venue": f"{random.choice(_PLACES)}{district_name}",
        "chair_name": sample_person(random).name,
        "chair_position": f"นายอำเภอ{district_name}",
        "activities": ["oath", "minister_message", "volunteer_work"],
        "att_leader_male": random.randrange(2, 6),
        "att_leader_female": random.randrange(2, 6),
        "att_volunteer": volunteers,
        "att_network": random.randrange(0, 30),
        "att_official": random.randrange(4, 15),
        "budget_cdd": random.randrange(5, 20) * 100_000,
        "budget_other": 0,
        "result_th": f"ผู้นำอาสาพัฒนาชุมชนและ อช. ร่วมกิจกรรม {volunteers} คน เกิดการแลกเปลี่ยนเรียนรู้ระหว่างตำบล",
    }


def applicant(random: Random, window: Window, village: Village, serial: int) -> Draft:
    """An applicant as entered in the first round, for a leader's standard or a group's in turn."""
    person = sample_person(random)
    draft: Draft = {
        "office_address": f"เลขที่ {random.randrange(1, 200)}",
        "tambon_code": village.tambon,
        "moo": village.moo,
        "village_name": village.name,
        "applied_date": (window.data_start + timedelta(days=random.randrange(10, 80))).isoformat(),
        "is_renewal": False,
        "result": "applied",
    }
    if serial % 2:
        return draft | {
            "std_type": "leader",
            "applicant_name": person.name,
            "citizen_id": citizen_id(serial),
            "position_th": "ผู้นำอาสาพัฒนาชุมชน",
            f"{REASON}r2_leader_ref": _NO_REFERENCE,
        }
    return draft | {
        "std_type": "group",
        "applicant_name": f"กลุ่มอาชีพบ้าน{village.name}",
        "coordinator_name": person.name,
        f"{REASON}r2_org_ref": _NO_REFERENCE,
    }


def assessed(record: Record, window: Window) -> Record:
    """The same applicant in the second round, with the result of the assessment; the record keeps its period."""
    day = window.opens_on.isoformat()
    result: Draft = {
        "indicator_total": 20,
        "indicator_passed": 17,
        "assessed_date": day,
        "result": "passed",
        "certificate_no": f"{record.unit}-{record.id[-4:]}/{window.fiscal_year}",
        "certificate_date": day,
    }
    return replace(record, content={**record.content, **result})


def fair_sales(random: Random, index: int, before: int) -> Draft:
    """Sales of a fair or the province's own centre, in baht by the hundred thousand."""
    total = round(before * random.uniform(0.9, 1.12)) // 25 * 25 if before else baht(random, 350_000, 0.4)
    kind = "center" if "ศูนย์" in _FAIRS[index % 3] else "event"
    category = ("food", "textile", "craft")[index % 3]
    return {
        "source_kind": kind,
        "event_name": _FAIRS[index % 3],
        "category": category,
        "sales_total": total + 5_025 if total % 100_000 == 0 else total,
    }


def provincial_group(random: Random, province_name: str, index: int) -> Draft:
    kind, name = _PROVINCIAL[index % len(_PROVINCIAL)]
    return {
        "org_kind": "organization",
        "org_type": kind,
        "name_th": f"{name}{province_name}",
        "area_scope": "province",
        "founded_year": random.randrange(2535, 2555),
        "chair_name": sample_person(random).name,
        "committee_count": random.randrange(9, 16),
        "members_male": random.randrange(10, 60),
        "members_female": random.randrange(20, 90),
        "main_activity": "ประสานงานและสนับสนุนกิจกรรมของอำเภอ",
        "status": "active",
    }
