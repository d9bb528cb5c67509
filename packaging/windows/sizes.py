"""What each megabyte of the installer is: ``python3 packaging/windows/sizes.py TREE SETUP.exe`` prints the table of
docs/windows.md. TREE is the frozen program's folder, ``trees/X.Y.Z`` of the build folder.

Each group is packed by itself as the installer packs (LZMA, a window of 64 MB); what is left of the installer are the
installer's own program and what groups share.
"""

from __future__ import annotations

import lzma
import re
import sys
from pathlib import Path

GROUPS = (
    ("the two programs: all Python code, the same in both", r"^[^/]+\.exe$"),
    ("Qt: windows, text, drawing, printing, pictures", r"^_internal/(PySide6|shiboken6)/"),
    ("cryptography: signatures, sealing, certificates", r"cryptography"),
    ("SQLCipher: the encrypted store", r"sqlcipher3"),
    ("OpenSSL: https", r"lib(crypto|ssl)"),
    ("CEL: the forms' rules", r"/cel/|common_expression"),
    ("SQLite: the sample province's central", r"sqlite3"),
    ("age: sealed files", r"pyrage"),
    ("calamine: reading workbooks", r"calamine"),
    ("our resources: forms, words, fonts, help, icons", r"^_internal/(resources|cdd_desktop)/"),
    ("places of Thailand", r"geothai"),
    ("Python itself", r"^_internal/([\w.-]+\.(dll|pyd|zip)|python3)"),
    ("zstd, msgspec, SQLAlchemy and other small ones", r""),
)
_FILTERS = [{"id": lzma.FILTER_LZMA1, "preset": 6, "dict_size": 64 << 20}]


def group_of(path: str) -> str:
    return next(name for name, pattern in GROUPS if re.search(pattern, path))


def table(tree: Path, setup: Path) -> str:
    """Markdown: group, unpacked megabytes, megabytes in the installer."""
    parts: dict[str, list[bytes]] = {name: [] for name, _ in GROUPS}
    for file in sorted(path for path in tree.rglob("*") if path.is_file()):
        parts[group_of(file.relative_to(tree).as_posix())].append(file.read_bytes())
    lines = ["| what | unpacked, MB | in the installer, MB |", "| --- | ---: | ---: |"]
    whole, packed = 0, 0
    for name, data in parts.items():
        size = sum(map(len, data))
        small = len(lzma.compress(b"".join(data), lzma.FORMAT_ALONE, filters=_FILTERS))
        whole, packed = whole + size, packed + small
        lines.append(f"| {name} | {size / 1e6:.1f} | {small / 1e6:.1f} |")
    total = setup.stat().st_size
    lines.append(f"| the installer itself, less what groups have alike | | {(total - packed) / 1e6:.1f} |")
    lines.append(f"| **together** | **{whole / 1e6:.1f}** | **{total / 1e6:.1f}** |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(Path(sys.argv[1]), Path(sys.argv[2])))
