"""Invented people and villages: nobody real, never two alike where they must differ."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.samples.people import citizen_id, phone, sample_person, village_name


def check_digit(body: str) -> int:
    """The rule of the registry, written down a second time: weights 13 to 2, modulo 11, modulo 10."""
    remainder = sum(weight * int(digit) for weight, digit in zip(range(13, 1, -1), body, strict=True)) % 11
    return (11 - remainder) % 10


@given(st.integers(0, 79_999_999))
def test_citizen_ids_belong_to_nobody_and_pass_the_check(number: int) -> None:
    made = citizen_id(number)
    assert len(made) == 13
    assert made[0] in "12345678"
    assert made[1:5] == "0099"
    assert int(made[12]) == check_digit(made[:12])


def test_citizen_ids_differ() -> None:
    assert len({citizen_id(number) for number in range(0, 80_000_000, 99_991)}) == len(range(0, 80_000_000, 99_991))


def test_village_names_of_an_area_differ() -> None:
    for start in (0, 7, 499, 65_535):
        assert len({village_name(start + place) for place in range(500)}) == 500


def test_titles_fit_the_sex() -> None:
    random = Random(1)
    for sex, titles in (("male", {"mr"}), ("female", {"mrs", "ms"})):
        people = [sample_person(random, sex) for _ in range(200)]
        assert {person.title for person in people} <= titles
        assert all(" " in person.name for person in people)


def test_phones_have_ten_digits() -> None:
    random = Random(2)
    assert all(len(phone(random)) == 10 for _ in range(100))
