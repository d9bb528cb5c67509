"""A bundle carries one version of the program: whole, or as what differs from another version (``docs/updates.md``).

A line with the format, four bytes with the length of the index, the index (JSON, zstd), then the bodies. A body is the
zstd frame of a file, made with the file of the same name in the base as its dictionary where there is one.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec
import zstandard

from cdd_desktop.release.tree import TreeFile, read_tree, sha256_of

ENDING = ".cddupdate"
_MAGIC = b"CDD update 1\n"
_WINDOW_LOG = 27  # 128 MB: more than the largest file
_LARGEST_INDEX = 8 * 1024 * 1024
_LARGEST_FILE = 1 << _WINDOW_LOG
_LEVEL = 19
_ALIKE_FROM = 1024 * 1024
_PLAIN_PATH = re.compile(r"[^\\/:*?\"<>|\x00-\x1f]+(/[^\\/:*?\"<>|\x00-\x1f]+)*")


class BundleError(Exception):
    """A bundle that cannot be used. ``code``: ``update-damaged``, or ``update-base-differs`` when it is sound and the
    program it was made for is not the one that is here."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file of the version. Without a body (``length`` 0) it is the base's own; ``base`` is that file's SHA-256.
    ``like`` is an earlier file of the same version that serves as dictionary."""

    path: str
    size: int
    sha256: str
    executable: bool = False
    base: str = ""
    like: str = ""
    start: int = 0
    length: int = 0


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle holds. ``base`` is the version it starts from, empty for a whole one."""

    version: str
    platform: str
    base: str
    files: list[Entry]

    @property
    def bytes_to_build(self) -> int:
        """What the finished version takes on the disk."""
        return sum(entry.size for entry in self.files)


@dataclass(frozen=True, slots=True)
class Base:
    """A version that is there already: its number and folder."""

    version: str
    folder: Path


def bundle_name(platform: str, version: str, base: str = "") -> str:
    """``windows-0.2.0-from-0.1.0.cddupdate``, ``windows-0.2.0-whole.cddupdate``."""
    return f"{platform}-{version}-{f'from-{base}' if base else 'whole'}{ENDING}"


def make_bundle(new: Base, target: Path, *, platform: str, base: Base | None = None) -> Index:
    """Write the bundle of a version's folder. The same folders give the same bytes."""
    held = {file.path: file for file in read_tree(base.folder)} if base else {}
    entries: list[Entry] = []
    bodies = target.with_suffix(".bodies")
    try:
        with bodies.open("wb") as out:
            for file in read_tree(new.folder):
                entry = _entry(file, held.get(file.path), entries, out.tell())
                body = b"" if entry.base == file.sha256 else _body(new.folder, base.folder if base else None, entry)
                entries.append(msgspec.structs.replace(entry, length=len(body)))
                out.write(body)
        index = Index(version=new.version, platform=platform, base=base.version if base else "", files=entries)
        packed = zstandard.ZstdCompressor(level=_LEVEL).compress(msgspec.json.encode(index))
        with target.open("wb") as out, bodies.open("rb") as source:
            out.write(_MAGIC + len(packed).to_bytes(4, "big") + packed)
            shutil.copyfileobj(source, out)
    finally:
        bodies.unlink(missing_ok=True)
    return index


def _entry(file: TreeFile, before: TreeFile | None, earlier: Sequence[Entry], start: int) -> Entry:
    base = before.sha256 if before is not None and before.size else ""
    like = "" if base else _alike(file, earlier)
    return Entry(
        path=file.path,
        size=file.size,
        sha256=file.sha256,
        executable=file.executable,
        base=base,
        like=like,
        start=start,
    )


def _alike(file: TreeFile, earlier: Sequence[Entry]) -> str:
    """The two programs hold the same code: an earlier large file beside it of nearly the same size."""
    if file.size < _ALIKE_FROM:
        return ""
    folder = file.path.rpartition("/")[0]
    near = (one for one in earlier if one.path.rpartition("/")[0] == folder)
    return next((one.path for one in near if abs(one.size - file.size) * 100 < file.size), "")


def _body(new: Path, base: Path | None, entry: Entry) -> bytes:
    dictionary = None
    if entry.base and base is not None:
        dictionary = _dictionary((base / entry.path).read_bytes())
    elif entry.like:
        dictionary = _dictionary((new / entry.like).read_bytes())
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, window_log=_WINDOW_LOG, enable_ldm=True, source_size=entry.size
    )
    compressor = zstandard.ZstdCompressor(compression_params=parameters, dict_data=dictionary)
    return compressor.compress((new / entry.path).read_bytes())


def _dictionary(data: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(data, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def read_index(bundle: Path) -> Index:
    """What a bundle holds. Raises ``BundleError("update-damaged")``."""
    with bundle.open("rb") as file:
        return _read_index(file)[0]


def _read_index(file: BinaryIO) -> tuple[Index, int]:
    """The index, and where the bodies begin."""
    if file.read(len(_MAGIC)) != _MAGIC:
        raise BundleError("update-damaged")
    length = int.from_bytes(file.read(4), "big")
    if not 0 < length <= _LARGEST_INDEX:
        raise BundleError("update-damaged")
    try:
        plain = zstandard.ZstdDecompressor().decompress(file.read(length), max_output_size=_LARGEST_INDEX)
        index = msgspec.json.decode(plain, type=Index)
    except (zstandard.ZstdError, msgspec.MsgspecError, UnicodeError) as error:
        raise BundleError("update-damaged") from error
    names: set[str] = set()
    for entry in index.files:
        if not _is_plain(entry) or entry.path in names or (entry.like and entry.like not in names):
            raise BundleError("update-damaged")
        names.add(entry.path)
    return index, len(_MAGIC) + 4 + length


def _is_plain(entry: Entry) -> bool:
    """Whether the file stays inside the program's folder, on every system."""
    parts = entry.path.split("/")
    named = _PLAIN_PATH.fullmatch(entry.path) is not None and not any(part.strip(". ") == "" for part in parts)
    return named and 0 <= entry.size <= _LARGEST_FILE and entry.start >= 0 and entry.length >= 0


def unpack(bundle: Path, base: Path | None, target: Path, go_on: Callable[[float], None] = lambda _far: None) -> Index:
    """Build the version a bundle carries in a new folder; every file is proved by its SHA-256 and durable.

    ``go_on`` is told how far it is, 0 to 1; what it raises ends the work. Raises ``BundleError``, ``OSError``.
    """
    with bundle.open("rb") as file:
        index, bodies = _read_index(file)
        target.mkdir(parents=True)
        done = 0
        for entry in index.files:
            go_on(done / max(index.bytes_to_build, 1))
            done += entry.size
            file.seek(bodies + entry.start)
            data = _build(entry, file.read(entry.length), _before(entry, base, target))
            _write(target / entry.path, data, executable=entry.executable)
    return index


def _before(entry: Entry, base: Path | None, target: Path) -> bytes:
    """What a file is made from: the base's file, proved, or one of the new version; nothing otherwise."""
    if entry.like:
        return (target / entry.like).read_bytes()
    if not entry.base:
        return b""
    held = base / entry.path if base is not None else None
    if held is None or not held.is_file() or sha256_of(held) != entry.base:
        raise BundleError("update-base-differs")
    return held.read_bytes()


def _build(entry: Entry, body: bytes, before: bytes) -> bytes:
    data = before
    if body:
        dictionary = _dictionary(before) if before else None
        opener = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=1 << _WINDOW_LOG)
        try:
            data = opener.decompress(body, max_output_size=entry.size)
        except zstandard.ZstdError as error:
            raise BundleError("update-damaged") from error
    if len(data) != entry.size or hashlib.sha256(data).hexdigest() != entry.sha256:
        raise BundleError("update-damaged")
    return data


def _write(path: Path, data: bytes, *, executable: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if executable:
        path.chmod(0o755)
