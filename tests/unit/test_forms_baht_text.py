"""Amounts in words: every text reads back as its number, by a reader that works the other way round."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cdd_desktop.forms.amounts import LARGEST_HUNDREDTHS
from cdd_desktop.forms.baht_text import baht_text, number_text

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_VALUES = {word: n for n, word in enumerate(_DIGITS)} | {"เอ็ด": 1, "ยี่": 2}
_UNITS = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_WORD = re.compile("|".join(sorted((*_VALUES, *_UNITS, "ล้าน"), key=len, reverse=True)))


def read_number(words: str) -> int:
    """A number from its words, from left to right: what has been read so far is multiplied by each ล้าน."""
    total, below, digit = 0, 0, None
    rest = words
    while rest:
        match = _WORD.match(rest)
        assert match is not None, rest
        word, rest = match.group(), rest[match.end() :]
        if word in _VALUES:
            assert digit is None, words
            digit = _VALUES[word]
        elif word in _UNITS:
            assert below % (_UNITS[word] * 10) == 0, words
            below += (1 if digit is None else digit) * _UNITS[word]
            digit = None
        else:
            total = (total + below + (digit or 0)) * 1_000_000
            below, digit = 0, None
    return total + below + (digit or 0)


def read_amount(text: str) -> int:
    match = re.fullmatch(r"(ลบ)?(?:(.+?)บาท)?(?:ถ้วน|(?:(.+)สตางค์))", text)
    assert match is not None, text
    satang = read_number(match[2] or "") * 100 + read_number(match[3] or "")
    return -satang if match[1] else satang


@given(st.integers(-LARGEST_HUNDREDTHS, LARGEST_HUNDREDTHS))
@example(0)
@example(LARGEST_HUNDREDTHS)
@example(-1)
def test_every_amount_reads_back_as_itself(satang: int) -> None:
    assert read_amount(baht_text(satang)) == satang


@given(st.integers(0, 10**9), st.integers(0, 30), st.integers(0, 10**6))
def test_nested_millions_read_back(head: int, power: int, tail: int) -> None:
    number = head * 10**power + tail
    assert read_number(number_text(number)) == number


@given(st.integers(0, 10**14), st.integers(0, 10**14))
def test_no_two_numbers_have_the_same_words(one: int, other: int) -> None:
    assert (number_text(one) == number_text(other)) is (one == other)


@pytest.mark.parametrize(
    ("satang", "words"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (1, "หนึ่งสตางค์"),
        (25, "ยี่สิบห้าสตางค์"),
        (100, "หนึ่งบาทถ้วน"),
        (1_000, "สิบบาทถ้วน"),
        (1_100, "สิบเอ็ดบาทถ้วน"),
        (2_000, "ยี่สิบบาทถ้วน"),
        (2_121, "ยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์"),
        (10_100, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (11_150, "หนึ่งร้อยสิบเอ็ดบาทห้าสิบสตางค์"),
        (123_456_789, "หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทแปดสิบเก้าสตางค์"),
        (100_000_100, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (1_100_000_000, "สิบเอ็ดล้านบาทถ้วน"),
        (2_100_000_000, "ยี่สิบเอ็ดล้านบาทถ้วน"),
        (100_000_000_000_000, "หนึ่งล้านล้านบาทถ้วน"),
        (-150, "ลบหนึ่งบาทห้าสิบสตางค์"),
    ],
)
def test_the_words_officials_write(satang: int, words: str) -> None:
    assert baht_text(satang) == words
