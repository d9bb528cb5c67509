"""Invented people and villages, in the way such names are built in the north and the middle of Thailand."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MALE = _words(
    "สมชาย บุญมี ประเสริฐ วิชัย สุรชัย อุทัย ทองดี คำปัน อินสม สมบูรณ์ ณรงค์ มานพ ธวัช วิเชียร ศรีนวล "
    "จำรัส สนั่น ไพบูลย์ เกษม ปรีชา สุทิน ชูชาติ อำนวย พิชิต วีระ ธนกฤต ภาณุ กิตติ อดิศร ญาณวุฒิ"
)
_FEMALE = _words(
    "สมศรี บัวผัน วันเพ็ญ สุภาพร ประไพ อำไพ จันทร์ฟอง คำแปง นวลจันทร์ มาลี เพ็ญศรี รัตนา สายสุนีย์ ดวงใจ "
    "ศรีพรรณ กัลยา พิมพ์ใจ อรทัย บุษบา ลัดดา สุนันทา วิไล ทัศนีย์ จิราพร ปราณี ขนิษฐา ฐิติพร ญาดา ผ่องศรี "
    "กิ่งกาญจน์"
)
_FAMILY_HEADS = _words("ใจ คำ บุญ แก้ว ศรี วงศ์ ปัญญา ทอง ชัย แสน มณี จันทร์ อินทร์ ธรรม เรือน กันทะ สุริยะ อุ่น พรหม ยอด")
_FAMILY_TAILS = _words("ดี มูล งาม สุข เมือง วงค์ ลือ แสง ขัติย์ ยืน เย็น เกษม รัตน์ เรือง สม พันธ์ ใส หล้า ตา มั่น")
_VILLAGE_HEADS = _words("สัน หนอง ป่า ห้วย ทุ่ง ดอน แม่ โป่ง วัง ท่า ร่อง ปง ต้น น้ำ ศรี เหมือง ม่วง กาด บ่อ นา")
_VILLAGE_TAILS = _words(
    "แก้ว หลวง น้อย ทราย ไผ่ ตอง แดง กลาง ใหม่ ยาว สูง หมื้อ แพะ ขี้เหล็ก ลาน เกี๋ยง หก ชัย ดู่ เดื่อ ฮ่อ คำ สัก จันทร์ ไร่"
)


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """``title`` is a choice of the form, ``name`` the way a list prints it: title glued to the first name."""

    title: str
    sex: str
    first_name: str
    last_name: str

    @property
    def name(self) -> str:
        return f"{_TITLES[self.title]}{self.first_name} {self.last_name}"


_TITLES = {"mr": "นาย", "mrs": "นาง", "ms": "นางสาว"}


def sample_person(random: Random, sex: str = "") -> SamplePerson:
    """A person of the given sex ("male", "female"), or of either."""
    sex = sex or ("male" if random.random() < 0.5 else "female")
    title = "mr" if sex == "male" else ("mrs" if random.random() < 0.7 else "ms")
    first = random.choice(_MALE if sex == "male" else _FEMALE)
    return SamplePerson(title, sex, first, random.choice(_FAMILY_HEADS) + random.choice(_FAMILY_TAILS))


def citizen_id(number: int) -> str:
    """The made-up citizen id of a running number, 0 to 79,999,999: 0099 in places 2 to 5, a right check digit."""
    first, rest = divmod(number, 10_000_000)
    body = f"{first % 8 + 1}0099{rest:07d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, range(13, 1, -1), strict=True))
    return body + str((11 - total % 11) % 10)


def phone(random: Random) -> str:
    return f"08000{random.randrange(100_000):05d}"


def village_name(number: int) -> str:
    """One of 500 names; neighbours in the count differ in both halves."""
    return (
        _VILLAGE_HEADS[number % len(_VILLAGE_HEADS)]
        + _VILLAGE_TAILS[(number * 7 + number // len(_VILLAGE_HEADS)) % len(_VILLAGE_TAILS)]
    )
