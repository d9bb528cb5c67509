"""Offices and subdistricts, and the order of Thai names against a collation library."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from cdd_desktop.collation import thai_key
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography


def test_counts_of_the_country() -> None:
    places = geography()
    provinces = places.provinces()
    districts = [district for province in provinces for district in places.districts(province.code)]
    assert (len(provinces), len(districts)) == (76, 878)
    assert len({unit.code for unit in districts}) == 878
    assert all(unit.level is UnitLevel.DISTRICT and unit.province == unit.code[:2] for unit in districts)
    assert not any(unit.code.startswith("10") for unit in (*provinces, *districts))


def test_one_office_of_each_level() -> None:
    places = geography()
    district, province, department = places.unit("5007"), places.unit("50"), places.unit("00")
    assert (district.name_th, district.office_th, district.province_th) == ("แม่ริม", "สพอ.แม่ริม", "เชียงใหม่")
    assert (province.office_th, province.name_en) == ("สพจ.เชียงใหม่", "Chiang Mai")
    assert department.office_th == "กรมการพัฒนาชุมชน"
    assert department.covers(district.code)
    assert len(places.districts("50")) == 25


@pytest.mark.parametrize("code", ["10", "1001", "1099"])
def test_bangkok_is_refused_with_its_reason(code: str) -> None:
    with pytest.raises(BadRequestError) as caught:
        geography().unit(code)
    assert caught.value.code == "unit-bangkok"


@pytest.mark.parametrize("code", ["", "5", "500", "5099", "99", "500701", "๕๐", "xx", "100"])
def test_unknown_codes_are_refused(code: str) -> None:
    with pytest.raises(BadRequestError) as caught:
        geography().unit(code)
    assert caught.value.code == "unit-unknown"


def test_subdistricts() -> None:
    places = geography()
    inside = places.tambons("5007")
    assert places.tambon_count("5007") == len(inside) == 11
    assert places.tambon_count("50") == sum(places.tambon_count(unit.code) for unit in places.districts("50"))
    assert all(tambon.code.startswith("5007") and tambon.province == "50" for tambon in inside)
    assert places.tambon(inside[0].code) == inside[0]
    assert places.tambon("100101").province == "10"
    assert places.tambons("5") == ()
    with pytest.raises(BadRequestError) as caught:
        places.tambon("509999")
    assert caught.value.code == "tambon-unknown"


def test_thai_names_stand_in_dictionary_order() -> None:
    """Against the collation rules of Unicode (CLDR, Thai)."""
    places = geography()
    names = sorted({unit.name_th for province in places.provinces() for unit in places.districts(province.code)})
    random.Random(1).shuffle(names)
    collator = QCollator(QLocale("th_TH"))
    ours = sorted(names, key=thai_key)
    assert all(collator.compare(left, right) <= 0 for left, right in pairwise(ours))


def test_words_of_the_dictionary() -> None:
    words = ["ก", "กก", "กา", "เกา", "เก่า", "เก้า", "เกาะ", "แก้ว", "ไก่", "ขา", "เมือง", "แม่แตง", "แม่ริม"]
    shuffled = [*words]
    random.Random(2).shuffle(shuffled)
    assert sorted(shuffled, key=thai_key) == words
    assert thai_key("ABC ๑๒") == thai_key("abc 12")


THAI_WORDS = st.text(st.sampled_from("กขคงจมรสอ" + "ะาิีุู" + "เแโใไ" + "่้๊๋์็"), max_size=8)


@given(THAI_WORDS, THAI_WORDS)
def test_equal_keys_mean_equal_letters(left: str, right: str) -> None:
    if thai_key(left) == thai_key(right):
        assert sorted(left.translate({ord(mark): None for mark in "่้๊๋์็"})) == sorted(
            right.translate({ord(mark): None for mark in "่้๊๋์็"})
        )
