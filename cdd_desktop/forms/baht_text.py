"""Amounts of money in Thai words, as officials write them below a figure: หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์."""

from __future__ import annotations

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 10**6


def baht_text(satang: int) -> str:
    """An amount in satang in words: ``บาทถ้วน`` without satang, satang alone below one baht, ``ลบ`` before a debt."""
    if satang < 0:
        return "ลบ" + baht_text(-satang)
    baht, rest = divmod(satang, 100)
    if not rest:
        return number_text(baht) + "บาทถ้วน"
    whole = number_text(baht) + "บาท" if baht else ""
    return f"{whole}{number_text(rest)}สตางค์"


def number_text(number: int) -> str:
    """A whole number from 0 on in words; millions nest: 10^12 is หนึ่งล้านล้าน."""
    if number == 0:
        return "ศูนย์"
    millions, rest = divmod(number, _MILLION)
    if not millions:
        return _below_a_million(rest, alone=True)
    return f"{number_text(millions)}ล้าน{_below_a_million(rest, alone=False)}"


def _below_a_million(number: int, *, alone: bool) -> str:
    """The words of six places; a last one is เอ็ด when anything stands before it."""
    words = []
    for place in range(len(_PLACES) - 1, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            continue
        if place == 1 and digit <= 2:
            words.append("ยี่สิบ" if digit == 2 else "สิบ")
        elif place == 0 and digit == 1 and (words or not alone):
            words.append("เอ็ด")
        else:
            words.append(_DIGITS[digit] + _PLACES[place])
    return "".join(words)
