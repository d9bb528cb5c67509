"""The instant most tests live in. A module of its own: several folders have a ``conftest``."""

from __future__ import annotations

from datetime import datetime

from cdd_desktop.clock import BANGKOK

DEMO_NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)
