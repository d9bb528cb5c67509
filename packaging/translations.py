"""Renews the sentences of codes from ``docs/codes`` and compiles every translation in ``resources/i18n``.

The texts of the screens are gathered with ``pyside6-lupdate`` and written into the ``.ts`` files by hand; a test
fails on one that is not finished.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
ROW = re.compile(r"^\|\s*`?([a-z0-9]+(?:-[a-z0-9]+)*)`?\s*\|([^|]*)\|([^|]*)\|([^|]*)\|\s*$")


def documented(folder: Path = ROOT / "docs" / "codes") -> dict[str, tuple[str, str]]:
    """Code → Thai and English sentence, from the tables of every page."""
    rows = {}
    for page in sorted(folder.glob("*.md")):
        for line in page.read_text(encoding="utf-8").splitlines():
            if (match := ROW.match(line)) and match[1] != "code":
                rows[match[1]] = (match[3].strip(), match[4].strip())
    return dict(sorted(rows.items()))


def codes_ts(rows: dict[str, tuple[str, str]], language: str) -> str:
    """A translation file whose source texts are the codes themselves."""
    place = ("th", "en").index(language)
    messages = "".join(
        f"    <message>\n        <source>{code}</source>\n"
        f"        <translation>{escape(texts[place])}</translation>\n    </message>\n"
        for code, texts in rows.items()
    )
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{language}">\n'
    return f"{head}<context>\n    <name>Codes</name>\n{messages}</context>\n</TS>\n"


if __name__ == "__main__":
    for name in ("th", "en"):
        (I18N / f"codes_{name}.ts").write_text(codes_ts(documented(), name), encoding="utf-8")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(release), *map(str, sorted(I18N.glob("*.ts")))], check=True, stdout=subprocess.DEVNULL)
