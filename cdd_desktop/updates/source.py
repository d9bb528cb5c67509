"""Where versions come from: central, through a function the composition root hands in, or the folder on a stick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface

from cdd_desktop.errors import RefusedError

STICK_FOLDER = "CDD-Updates"
_PIECE = 64 * 1024
_NOT_THERE = ("not-found", "not-central")  # also a central that does not know updates yet
_LARGEST_LIST = 8 * 1024 * 1024
BASE_ADDRESS = "updates:"  # the library wants addresses; behind ours stands the source


class UpdateSource(Protocol):
    """Gives the files of a repository."""

    def fetch(self, path: str, start: int, most: int, take: Callable[[bytes], object]) -> None:
        """Hand over at most so many bytes of a file from ``start`` on, as they come.

        Raises ``RefusedError``: ``not-found``, and what the line brings."""


@dataclass(frozen=True, slots=True)
class CentralSource:
    """Central's repository; ``fetch`` is the gateway's door to it."""

    fetch: Callable[[str, int, int, Callable[[bytes], object]], None]


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The repository on a stick, or any folder."""

    folder: Path

    def fetch(self, path: str, start: int, most: int, take: Callable[[bytes], object]) -> None:
        try:
            with (self.folder / path).open("rb") as file:
                file.seek(start)
                while most > 0 and (data := file.read(min(most, _PIECE))):
                    most -= len(data)
                    take(data)
        except FileNotFoundError as error:
            raise RefusedError("not-found") from error
        except OSError as error:
            raise RefusedError("update-unreadable") from error


class ListFetcher(FetcherInterface):
    """Lets the TUF client read its lists from a source. ``failure`` is what the source last said."""

    def __init__(self, source: UpdateSource) -> None:
        self._source = source
        self.failure: RefusedError | None = None

    def _fetch(self, url: str) -> Iterator[bytes]:
        parts: list[bytes] = []
        path = url.removeprefix(BASE_ADDRESS).lstrip("/")
        try:
            self._source.fetch(path, 0, _LARGEST_LIST, parts.append)
        except RefusedError as error:
            if error.code in _NOT_THERE:
                raise DownloadHTTPError(path, 404) from error
            self.failure = error
            raise
        return iter(parts)
