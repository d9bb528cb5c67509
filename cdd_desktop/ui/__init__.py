"""Everything Qt.

PySide6 6.12 gives a reference to ``None`` away with every call that returns nothing. From Python 3.12 on None lives
for ever and nobody notices; before, the interpreter dies when the count reaches zero, after some thousand calls. So
the count is raised once, far out of reach.
"""

from __future__ import annotations

import ctypes
import sys

_OUT_OF_REACH = 1 << 40

if sys.version_info < (3, 12) and sys.getrefcount(None) < _OUT_OF_REACH:
    ctypes.c_ssize_t.from_address(id(None)).value += _OUT_OF_REACH
