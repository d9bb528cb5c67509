"""The rows of one kind of record: which entry each is about, what it changes, and why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.period import NotEditable
from cdd_desktop.domain.record import MARK, Content, EntityKind, MarkState, Value, apply_patch
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.exchange.layout import SheetLayout
from cdd_desktop.exchange.plan import DraftRow, Fault, PlannedRow, RowState
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.place import may_edit, may_mark, one_each, place_of_kind
from cdd_desktop.operations.progress import round_of
from cdd_desktop.operations.save_entry import refuse_unless_editable
from cdd_desktop.operations.save_many import write_in_terms
from cdd_desktop.operations.save_run import Terms
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import rows_by_id, rows_by_key, rows_of_entries
from cdd_desktop.store.rows import RecordRow

_NAMING = frozenset({FieldType.TEXT, FieldType.RECORD_REF})


@dataclass(slots=True)
class _Target:
    """A row and the entry it is about: ``row`` in the store, ``register_id`` of one not begun, ``id`` to be given."""

    draft: DraftRow
    row: RecordRow | None = None
    register_id: str = ""
    id: str = ""
    patch: dict[str, Value] | None = None
    key: str | None = None
    matched: bool = False
    incomplete: bool = False

    @property
    def now(self) -> Content:
        return self.row.content if self.row is not None else {}


class RowWriter:
    """Writes the drafts of one sheet. ``returned``: the workbook holds complete records, taken as they are."""

    def __init__(self, work: Work, key: SubmissionKey, layout: SheetLayout, *, returned: bool) -> None:
        self._work, self._layout, self._returned = work, layout, returned
        self._entity = layout.entity
        self._round = round_of(work, key)
        own = self._entity.key == self._round.entity.key or self._entity.kind is not EntityKind.REGISTER
        self._ref = EntryRef(self._entity.key, key=key) if own else EntryRef(self._entity.key, dataset=key.dataset)
        self._place = place_of_kind(work, self._ref, None)
        self._title = next(
            (column.key for column in layout.columns if column.field is not None and column.field.type in _NAMING), ""
        )
        self._titles: dict[str, str] = {}
        self.changes = Changes()

    def write(self, drafts: Sequence[DraftRow], heard: Callable[[int], None]) -> list[PlannedRow]:
        """Writes what can be written and says of every row what became of it."""
        targets = self._find(drafts)
        for target in targets:
            target.patch = self._patch(target)
        self._find_twins(targets)
        self._check_marks(targets)
        writable = [target for target in targets if target.patch and not target.draft.faults]
        if writable:
            self._save(writable, heard)
        return [self._planned(target) for target in targets]

    def _find(self, drafts: Sequence[DraftRow]) -> list[_Target]:
        session = self._work.session
        held = rows_by_id(session, (draft.ref for draft in drafts if draft.ref and not draft.ref.startswith("+")))
        entries = [draft.ref[1:] for draft in drafts if draft.ref.startswith("+")]
        self._titles = {entry: row.title for entry, row in rows_by_id(session, entries).items()}
        begun = rows_of_entries(session, entries, self._place.period) if one_each(self._entity) else []
        by_entry = {str(row.register_id): row for row in begun if row.entity == self._entity.key}
        seen: set[str] = set()
        targets: list[_Target] = []
        for draft in drafts:
            target = _Target(draft)
            if draft.ref and draft.ref in seen:
                draft.refuse("row-twice")
            elif draft.ref.startswith("+"):
                target.register_id, target.row = draft.ref[1:], by_entry.get(draft.ref[1:])
            elif draft.ref:
                self._find_named(target, held.get(draft.ref))
            seen.add(draft.ref)
            targets.append(target)
        return targets

    def _find_named(self, target: _Target, row: RecordRow | None) -> None:
        draft = target.draft
        if row is None and self._returned and draft.base is not None:
            target.id = draft.ref
        elif row is None or row.deleted:
            draft.refuse("record-gone")
        elif (row.unit, row.dataset, row.entity) != (self._work.unit.code, self._place.dataset, self._entity.key):
            draft.refuse("reference-altered")
        else:
            target.row = row

    def _patch(self, target: _Target) -> dict[str, Value]:
        """What the row changes of the entry as it stands."""
        draft, now = target.draft, target.now
        if self._returned and draft.base is not None:
            wanted = apply_patch(draft.base, draft.patch)
            if target.row is None and self._entity.ref:
                target.register_id = str(wanted.get(self._entity.ref) or "")
            paths = {*now, *wanted} if target.row is not None else {*self._entity.field_by_key, *wanted}
            return {path: wanted.get(path) for path in paths if now.get(path) != wanted.get(path) or not target.row}
        if target.row is None:
            given: dict[str, Value] = {path: value for path, value in draft.patch.items() if value is not None}
            reference = self._entity.ref
            if reference and not target.register_id and isinstance(given.get(reference), str):
                target.register_id = str(given[reference])
            return given
        return {path: value for path, value in draft.patch.items() if now.get(path) != value}

    # --- twins -------------------------------------------------------------------------------------------------------

    def _find_twins(self, targets: Sequence[_Target]) -> None:
        """The same thing twice in the workbook, and things that are in the store already."""
        for target in targets:
            if target.row is not None and not target.patch:
                target.key = target.row.natural_key
            elif not target.draft.faults:
                target.key = natural_key(self._place.definition, self._entity.key, self._after(target))
        moved = [t for t in targets if t.key and (t.row is None or t.row.natural_key != t.key) and not t.draft.faults]
        held = self._in_store([str(target.key) for target in moved])
        named = {target.row.id: target for target in targets if target.row is not None}
        for target in moved:
            self._meet(target, [row for row in held.get(str(target.key), ()) if row is not target.row], named)
        seen: dict[str, _Target] = {}
        for target in targets:
            if target.key is None or target.draft.faults:
                if target.row is None and target.patch and not self._returned:
                    self._refuse_nameless(target)
                continue
            first = seen.setdefault(target.key, target)
            if first is not target and not self._returned:
                target.draft.refuse("duplicate-in-file", row=first.draft.row + 1, sheet=first.draft.sheet)

    def _after(self, target: _Target) -> Content:
        if target.row is None and not target.register_id:
            return target.patch or {}
        content = apply_patch(target.now, target.patch or {})
        if self._entity.ref and target.register_id:
            content.setdefault(self._entity.ref, target.register_id)
        return content

    def _in_store(self, keys: list[str]) -> dict[str, list[RecordRow]]:
        like = RecordRow(
            dataset=self._place.dataset, entity=self._entity.key, unit=self._work.unit.code, period=self._place.period
        )
        found: dict[str, list[RecordRow]] = {}
        for row in rows_by_key(self._work.session, like, keys):
            found.setdefault(str(row.natural_key), []).append(row)
        return found

    def _meet(self, target: _Target, others: list[RecordRow], named: dict[str, _Target]) -> None:
        if not others or self._returned:
            return
        if target.row is not None:
            target.draft.refuse("duplicate-in-store", title=others[0].title)
        elif len(others) > 1:
            target.draft.refuse("duplicate-unclear", count=len(others))
        elif others[0].id in named:
            first = named[others[0].id].draft
            target.draft.refuse("duplicate-in-file", row=first.row + 1, sheet=first.sheet)
        else:
            target.row, target.matched = others[0], True
            target.patch = self._patch(target)

    def _refuse_nameless(self, target: _Target) -> None:
        """A new row that does not say what it is about, such as a line of totals."""
        if not target.draft.faults and self._entity.identity:
            after = self._after(target)
            missing = next((field for field in self._entity.identity[-1].needs if not after.get(field)), "")
            target.draft.refuse("identity-missing", missing)

    def _check_marks(self, targets: Sequence[_Target]) -> None:
        path = MARK + self._round.key.period
        marked = [target for target in targets if path in (target.patch or {})]
        if marked and isinstance(may_mark(self._work, self._place), NotEditable):
            for target in marked:
                target.draft.refuse("mark-not-possible", path)
        for target in marked:
            ended = (target.patch or {}).get(path) == MarkState.ENDED.value
            if ended and not self._returned and self._after(target).get("status") == "active":
                target.draft.refuse("mark-ended-active", path)

    # --- writing -----------------------------------------------------------------------------------------------------

    def _save(self, targets: Sequence[_Target], heard: Callable[[int], None]) -> None:
        refuse_unless_editable(may_edit(self._work, self._place))

        def accept(number: int, issues: tuple[Issue, ...], before: int) -> bool:
            if number % 500 == 0:
                heard(number)
            target = targets[number]
            faults = [issue for issue in issues if issue.fault]
            target.incomplete = any(issue.open for issue in issues)
            if self._returned or len(faults) <= before:
                return True
            target.draft.faults += [self._fault(target.draft, issue) for issue in faults]
            return False

        edits = [(self._ref_of(target), target.patch or {}) for target in targets]
        ids = {number: RecordId(target.id) for number, target in enumerate(targets) if target.id}
        terms = Terms(may_edit, follow=not self._returned, accept=accept, ids=ids)
        self.changes = write_in_terms(self._work, edits, terms).changes

    def _ref_of(self, target: _Target) -> EntryRef:
        if target.row is not None:
            return replace(self._ref, record_id=RecordId(target.row.id))
        return replace(self._ref, register_id=RecordId(target.register_id)) if target.register_id else self._ref

    def _fault(self, draft: DraftRow, issue: Issue) -> Fault:
        path = issue.paths[0] if issue.paths else ""
        return Fault(draft.sheet, draft.row, draft.cells.get(path), issue.code, path, issue.params, issue.rule)

    def _planned(self, target: _Target) -> PlannedRow:
        draft = target.draft
        if draft.faults:
            state = RowState.REFUSED
        elif not target.patch:
            state = RowState.UNCHANGED
        else:
            state = RowState.NEW if target.row is None else RowState.CHANGED
        return PlannedRow(
            sheet=draft.sheet,
            row=draft.row + 1,
            state=state,
            title=self._title_of(target),
            faults=tuple(draft.faults),
            mended=tuple(draft.mended),
            paths=tuple(target.patch or ()),
            incomplete=target.incomplete,
            matched=target.matched,
        )

    def _title_of(self, target: _Target) -> str:
        if target.row is not None and target.row.title:
            return target.row.title
        if target.register_id in self._titles:
            return self._titles[target.register_id]
        value = target.draft.patch.get(self._title)
        return value if isinstance(value, str) and self._title != self._entity.ref else ""
