"""``cdd-central support``: what a machine's file for the administrator says, in short; it is a zip of texts."""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from pathlib import Path

from cdd_desktop.central.sync.received import read_file
from cdd_desktop.errors import BadRequestError

LARGEST = 64 * 1024 * 1024
LATEST = 20


def run(options: argparse.Namespace) -> None:
    """Raises ``BadRequestError``: ``file-missing``, ``support-unreadable``."""
    path: Path = options.file
    texts = read_support(read_file(path), path)
    about, counts = json.loads(texts["about.json"]), json.loads(texts["counts.json"])
    for name in ("unit", "device", "role", "made_at", "program", "protocol", "python", "system"):
        print(f"{name:10} {about.get(name, '')}")
    print(f"{'integrity':10} {texts['integrity.txt'].strip()}")
    print(f"{'records':10} {counts.get('records', 0):,}  batches {counts.get('batches', 0):,}", end="")
    print(f"  receipts {counts.get('receipts', 0):,}  needs_you {counts.get('needs_you', 0):,}")
    print(f"{'outbox':10} {counts.get('outbox', {})}")
    for line in texts.get("contacts.jsonl", "").strip().splitlines()[-LATEST:]:
        print(f"contact    {line}")
    for name in sorted(texts):
        if name.startswith("logs/crash-"):
            kind = texts[name].splitlines()[1:2]
            print(f"crash      {name.removeprefix('logs/')}  {''.join(kind)}")


def read_support(data: bytes, path: Path) -> dict[str, str]:
    """The texts of such a file by name. Raises ``BadRequestError("support-unreadable")``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise BadRequestError("support-unreadable", path=str(path))
            texts = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
    except (zipfile.BadZipFile, UnicodeError, RuntimeError, EOFError, OSError) as error:
        raise BadRequestError("support-unreadable", path=str(path)) from error
    if not {"about.json", "counts.json", "integrity.txt"} <= texts.keys():
        raise BadRequestError("support-unreadable", path=str(path))
    return texts
