"""What was said at a place of a submission, in a line: who, when, and whether it answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.remarks import Remark
from cdd_desktop.ui.words import Words


def remark_words(remark: Remark, words: Words) -> str:
    """ผู้ตรวจ, 18 มี.ค. 2561 08:40 น.: ยอดไม่ตรงกับสมุดบัญชี."""
    translate = QCoreApplication.translate
    text = translate("Remarks", "{name} answered, {date}: {text}") if remark.answer else "{name}, {date}: {text}"
    return text.format(name=remark.person_name, date=words.format_instant(remark.at), text=remark.text)
