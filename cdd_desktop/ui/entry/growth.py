"""How a figure compares with last period's, in per cent, while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.definition import HUNDREDTHS, Field, FieldType
from cdd_desktop.ui.words import Words

_FIGURES = HUNDREDTHS | {FieldType.INTEGER}
_MANY_TIMES = 10  # from here on a percentage says less than "so many times"


def growth_words(field: Field, now: Value, before: Value, words: Words) -> str:
    """``+4.2% from last period``; "" for what is no figure, has not changed, or has nothing to be compared with."""
    figures = field.type in _FIGURES and isinstance(now, int) and isinstance(before, int)
    if not figures or isinstance(now, bool) or not before or now == before:
        return ""
    assert isinstance(now, int)
    assert isinstance(before, int)
    translate = QCoreApplication.translate
    if before > 0 and now >= _MANY_TIMES * before:
        text = translate("Entry", "{n} times last period's").format(n=words.format_number(now // before))
        return words.digits(text)
    tenths = round(1000 * (now - before) / abs(before))
    sign = "+" if tenths > 0 else "−" if tenths < 0 else ""
    return words.digits(translate("Entry", "{n} from last period").format(n=f"{sign}{abs(tenths) / 10:,.1f}%"))
