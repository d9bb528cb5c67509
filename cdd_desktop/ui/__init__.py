"""Everything Qt.

PySide6 6.12.0 gives away a reference to ``None`` with every call that returns nothing, and one to ``True`` with every
emitted signal. From Python 3.12 on these live for ever and nobody notices; before, the interpreter dies when a count
reaches zero, after some hundred signals or some thousand calls. So the counts are raised once, far out of reach.
"""

from __future__ import annotations

import ctypes
import sys

_OUT_OF_REACH = 1 << 40

if sys.version_info < (3, 12):
    for _immortal in (None, True):
        if sys.getrefcount(_immortal) < _OUT_OF_REACH:
            ctypes.c_ssize_t.from_address(id(_immortal)).value += _OUT_OF_REACH
