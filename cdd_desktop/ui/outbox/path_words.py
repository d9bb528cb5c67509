"""Content paths in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import MARK, RAW, REASON, WHY
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.ui.words import Words


class PathWords:
    """Speaks of the paths of one entity."""

    def __init__(self, definition: Definition, entity: Entity, words: Words) -> None:
        self._definition = definition
        self._entity = entity
        self._words = words

    def label(self, path: str) -> str:
        """What a path is called on the form."""
        translate = QCoreApplication.translate
        if path.startswith(MARK):
            return translate("Outbox", "State of the entry in the round")
        if path.startswith(WHY):
            return translate("Outbox", "Reason for that state")
        if path.startswith(REASON):
            return translate("Outbox", "Reason given for a warning")
        plain = path.removeprefix(RAW)
        field = self._entity.find_field(plain)
        if field is not None:
            return self._words.text(field.label_th, field.label_en)
        line = self._entity.line_by_key.get(plain.partition("/")[0])
        return self._words.text(line.label_th, line.label_en) if line is not None else plain

    def labels(self, paths: Sequence[str]) -> list[str]:
        """What the paths are called, each once; the reason of a mark goes with the mark."""
        return list(dict.fromkeys(self.label(path) for path in paths if not path.startswith(WHY)))


def path_words(catalogue: Catalogue, dataset: str, entity: str, form_version: int, words: Words) -> PathWords:
    """For an entry of a form version; of one that is not here, the newest."""
    try:
        definition = catalogue.get(dataset, form_version)
    except BadRequestError:
        definition = catalogue.newest(dataset)
    return PathWords(definition, definition.entity(entity), words)
