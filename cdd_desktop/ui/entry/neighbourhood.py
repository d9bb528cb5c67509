"""What surrounds the editors of the entry screen: the office's places, the registers, photos, revealing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QObject
from shiboken6 import isValid

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.record import Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.village import Village
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.ids import uuid7_maker
from cdd_desktop.operations.attach_photo import attach_file, attach_photo, read_photo
from cdd_desktop.operations.attachments import Attached, PhotoState, read_photo_states
from cdd_desktop.operations.refer import Choosable, read_choosable, read_fills
from cdd_desktop.operations.reveal_value import reveal_value
from cdd_desktop.operations.save_entry import Saved
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.villages import read_villages
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry.editors.surroundings import Suggestion, Surroundings
from cdd_desktop.ui.worklist.rows import place_words

if TYPE_CHECKING:
    from cdd_desktop.ui.entry.autosave import Autosave
    from cdd_desktop.ui.entry.draft import Draft


class EditingScreen(Protocol):
    """A screen with editors: the record that is open on it, if it is one that saves itself."""

    @property
    def draft(self) -> Draft | None: ...

    @property
    def autosave(self) -> Autosave | None: ...

    def read(self, operation: Callable[..., Any], *arguments: Any, on_done: Callable[[Any], object]) -> None: ...

    def fail(self, error: Exception) -> None: ...


class Neighbourhood(QObject):
    """Answers the editors' questions on the main thread and carries the rest over the store lane."""

    def __init__(self, desk: Desk, screen: EditingScreen) -> None:
        super().__init__(cast(QObject, screen))
        self._desk = desk
        self._screen = screen
        self._registers: dict[tuple[str, str], tuple[Choosable, ...]] = {}
        self._villages: tuple[Village, ...] = ()

    def surroundings(self) -> Surroundings:
        """For the editors of the screen's forms."""
        desk = self._desk
        return Surroundings(
            words=desk.words,
            messages=desk.messages,
            today=bangkok_day(desk.clock.now()),
            new_id=uuid7_maker(desk.clock),
            suggestions=self.suggestions,
            take_photo=partial(self._take, attach_photo),
            take_file=partial(self._take, attach_file),
            show_photo=self._show_photo,
            reveal=self._reveal,
            refer=self._refer,
            villages=self.villages,
            photo_states=self._photo_states,
        )

    def prepare(self, key: SubmissionKey) -> None:
        """Read the registers that fields of a dataset refer to, and the office's list of villages."""
        self._screen.read(read_villages, on_done=self._keep_villages)
        definition = self._desk.workplace.catalogue.newest(key.dataset)
        refs = {
            (field.ref, field.ref_where): field
            for entity in definition.all_entities
            for field in entity.fields
            if field.type is FieldType.RECORD_REF and field.ref
        }
        for place, field in refs.items():
            self._screen.read(read_choosable, field, on_done=partial(self._keep, place))

    def suggestions(self, field: Field) -> Sequence[Suggestion]:
        """Places of the office, or entries of the register a field refers to."""
        workplace, words = self._desk.workplace, self._desk.words
        places, unit = workplace.geography, workplace.unit
        if field.type is FieldType.GEO_TAMBON:
            return [
                Suggestion(one.code, words.text(one.name_th, one.name_en), self._district(one.district))
                for one in places.tambons(unit.code)
            ]
        if field.type is FieldType.GEO_AMPHOE:
            found = [one for one in places.districts(unit.province) if unit.covers(one.code)]
            return [Suggestion(one.code, words.text(one.name_th, one.name_en)) for one in found]
        if field.type is FieldType.GEO_PROVINCE:
            return [Suggestion(unit.province, words.text(unit.province_th, unit.province_en))]
        return [
            Suggestion(
                str(one.item.register_id or one.item.record_id),
                one.item.title,
                place_words(one.item.place, places, words),
                one.offered,
            )
            for one in self._registers.get((field.ref, field.ref_where), ())
        ]

    def villages(self) -> Sequence[Village]:
        """The office's list of villages."""
        return self._villages

    def _keep_villages(self, villages: tuple[Village, ...]) -> None:
        if isValid(self):
            self._villages = villages

    def _district(self, code: str) -> str:
        unit = self._desk.workplace.geography.unit(code)
        return self._desk.words.text(unit.name_th, unit.name_en)

    def _keep(self, place: tuple[str, str], choosable: tuple[Choosable, ...]) -> None:
        if isValid(self):
            self._registers[place] = choosable

    def _take(
        self,
        attach: Callable[..., Saved],
        path: str,
        make: Callable[[], bytes],
        over: Callable[[Exception | None], None],
    ) -> None:
        """On the lane of this record's saves, so that it goes where it was chosen whatever is opened next."""
        autosave, workplace = self._screen.autosave, self._desk.workplace
        if autosave is None:
            return

        def work(ref: EntryRef) -> EntryRef:
            data = make()  # before the transaction: shrinking takes its time
            saved = workplace.do(attach, ref, path, data)
            autosave.take_ref(saved.ref)
            return saved.ref

        def done(ref: EntryRef) -> None:
            if isValid(autosave):
                autosave.made_elsewhere(ref)
            over(None)

        autosave.with_ref(work, done, over)

    def _show_photo(self, digest: str, show: Callable[[bytes], None]) -> None:
        """From this machine, else from central: the office's other machine may have attached it."""
        workplace, sync = self._desk.workplace, self._desk.sync

        def missing(error: Exception) -> None:
            draft = self._screen.draft if isValid(self) else None
            record = draft.sheet.record.id if draft is not None else None
            if getattr(error, "code", "") != "photo-unknown" or record is None:
                self._screen.fail(error)
            else:
                sync.fetch(Attached(digest, record), show, _leave)  # the tile says that it is not here

        self._desk.tasks.store(lambda: workplace.read(read_photo, digest), show, missing)

    def _photo_states(self, names: Sequence[str], show: Callable[[dict[str, PhotoState]], None]) -> None:
        self._screen.read(read_photo_states, names, on_done=show)

    def _refer(self, field: Field, record_id: str, take: Callable[[dict[str, Value]], None]) -> None:
        draft = self._screen.draft
        if draft is not None:
            self._screen.read(read_fills, field, dict(draft.content), record_id, on_done=take)

    def _reveal(self, path: str, show: Callable[[str], None]) -> None:
        autosave, workplace = self._screen.autosave, self._desk.workplace
        if autosave is not None:
            autosave.with_ref(lambda ref: workplace.do(reveal_value, ref, path), show, self._screen.fail)


def _leave(_error: Exception) -> None:
    """It is tried again when the form is opened the next time."""
