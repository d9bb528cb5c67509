"""The English sentence of every code; the Thai ones are in ``resources/i18n/shell_th.ts`` (context ``Codes``).

Each sentence says what happened and what to do next. The codes are documented in ``docs/codes/``.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: dict[str, object] = {
    "unknown-code": QT_TRANSLATE_NOOP(
        "Codes", "This could not be done. Nothing has been lost. Please tell central the code shown below."
    ),
    "unexpected": QT_TRANSLATE_NOOP(
        "Codes",
        "Something unexpected happened. What you saved is safe. A crash file without personal data has been written; "
        "please send it to central.",
    ),
}
