"""``python -m cdd_desktop.central``: the same as the command ``cdd-central``."""

from __future__ import annotations

import sys

from cdd_desktop.central.cli import main

if __name__ == "__main__":
    sys.exit(main())
