"""zstd on the wire and in files, with a dictionary of our own words where the other side has it too.

Dictionaries are ``resources/wire/N.zdict``; 32768 + N stands in every frame made with one. They help small
messages much and large ones little, and nothing needs them: a frame without one, or plain JSON, is understood as
well. A frame is known by its first four bytes, which no JSON begins with.
"""

from __future__ import annotations

from functools import cache

import zstandard

from cdd_desktop.paths import resources

MAGIC = b"\x28\xb5\x2f\xfd"
LEVEL = 19
_LARGE = 1024 * 1024
_LEVEL_LARGE = 9


class CompressionError(ValueError):
    """A frame that cannot be opened: damaged, too large, or made with a dictionary that is not here."""


@cache
def dictionaries() -> dict[int, zstandard.ZstdCompressionDict]:
    """The dictionaries that ship with this program, by number."""
    folder = resources() / "wire"
    found = [zstandard.ZstdCompressionDict(path.read_bytes()) for path in sorted(folder.glob("*.zdict"))]
    return {dictionary.dict_id(): dictionary for dictionary in found}


def newest_dictionary() -> int:
    """The number of the newest dictionary, 0 when there is none."""
    return max(dictionaries(), default=0)


def compress(data: bytes, dictionary: int = 0, *, level: int = LEVEL) -> bytes:
    """One zstd frame. ``dictionary`` is a number of ``dictionaries()``, or 0 for none; ``level`` at most, large data
    get a quicker one."""
    level = level if len(data) <= _LARGE else min(level, _LEVEL_LARGE)
    words = _words(dictionary, level) if dictionary in dictionaries() else None
    return zstandard.ZstdCompressor(level=level, dict_data=words, write_checksum=False).compress(data)


@cache
def _words(dictionary: int, level: int) -> zstandard.ZstdCompressionDict:
    """A dictionary made ready for a level, which takes longer than a small message."""
    words = zstandard.ZstdCompressionDict(dictionaries()[dictionary].as_bytes())
    words.precompute_compress(level=level)
    return words


def is_compressed(data: bytes | bytearray) -> bool:
    return data.startswith(MAGIC)


def plain_size(data: bytes | bytearray) -> int | None:
    """How many bytes data hold when unpacked; None where their frame does not say."""
    if not is_compressed(data):
        return len(data)
    try:
        size = zstandard.get_frame_parameters(bytes(data[:18])).content_size
    except zstandard.ZstdError:
        return 0
    return size if 0 <= size < 1 << 40 else None


def decompress(frame: bytes, limit: int) -> tuple[bytes, int]:
    """What one frame holds, at most ``limit`` bytes, and the number of its dictionary (0: none).

    The frame says how much it holds; nothing is unpacked before that is known. Raises ``CompressionError``.
    """
    try:
        head = zstandard.get_frame_parameters(frame)
        if not 0 <= head.content_size <= limit:
            raise CompressionError("too-large")
        if head.dict_id and head.dict_id not in dictionaries():
            raise CompressionError("dictionary-unknown")
        reader = zstandard.ZstdDecompressor(dict_data=dictionaries().get(head.dict_id))
        return reader.decompress(frame, allow_extra_data=False), head.dict_id
    except zstandard.ZstdError as error:
        raise CompressionError("damaged") from error
