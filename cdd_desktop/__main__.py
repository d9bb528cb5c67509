"""``python -m cdd_desktop``: the same as the command ``cdd-desktop``."""

from __future__ import annotations

import sys

from cdd_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
