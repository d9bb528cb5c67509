"""What both command lines share: usage errors in one line of Thai and English, and Thai on any console."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

PASSWORD, PASSWORD_FILE = "CDD_PASSWORD", "CDD_PASSWORD_FILE"  # where a command finds it without asking


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: คำสั่งไม่ถูกต้อง ดูวิธีใช้ด้วย --help / {message} (see {self.prog} --help)", file=sys.stderr)
        sys.exit(2)


def speak_utf8() -> None:
    """Thai must not fail on a console with another code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
