"""All form definitions a program knows: those that ship with it and those central has published since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition, read_definition
from cdd_desktop.ids import DatasetKey
from cdd_desktop.paths import resources


class Catalogue:
    """Definitions by dataset and version. Safe to share between threads: it never changes."""

    def __init__(self, texts: Iterable[bytes]) -> None:
        """Reads the definitions; a later text of the same dataset and version replaces an earlier one.

        Raises ``BadRequestError("definition-unreadable")``.
        """
        found: dict[DatasetKey, dict[int, tuple[Definition, str]]] = {}
        for text in texts:
            definition = read_definition(text)
            digest = hashlib.sha256(text).hexdigest()[:32]
            found.setdefault(definition.dataset, {})[definition.version] = (definition, digest)
        self._versions = dict(sorted(found.items(), key=lambda item: max(item[1].items())[1][0].number))

    def datasets(self) -> tuple[DatasetKey, ...]:
        """The datasets, in the order of their numbers in the circular."""
        return tuple(self._versions)

    def newest(self, dataset: str) -> Definition:
        """The newest version. Raises ``BadRequestError("dataset-unknown")``."""
        versions = self._of(dataset)
        return versions[max(versions)][0]

    def get(self, dataset: str, version: int) -> Definition:
        """One version. Raises ``BadRequestError("dataset-unknown" | "definition-unknown")``."""
        versions = self._of(dataset)
        if version not in versions:
            raise BadRequestError("definition-unknown", dataset=dataset, version=version)
        return versions[version][0]

    def digest(self, dataset: str) -> str:
        """SHA-256 (first 32 hexadecimal digits) of the newest version's file."""
        versions = self._of(dataset)
        return versions[max(versions)][1]

    def _of(self, dataset: str) -> dict[int, tuple[Definition, str]]:
        versions = self._versions.get(DatasetKey(dataset))
        if versions is None:
            raise BadRequestError("dataset-unknown", dataset=dataset)
        return versions


def load_catalogue(folder: Path | None = None, published: Iterable[str] = ()) -> Catalogue:
    """The definitions of a folder (default: the program's own), then the published ones on top."""
    files = sorted((folder or resources() / "definitions").glob("*.json"))
    return Catalogue([*(file.read_bytes() for file in files), *(text.encode() for text in published)])
