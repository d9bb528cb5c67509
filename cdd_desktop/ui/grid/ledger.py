"""The rows of a table while it is open: what is typed in each, what the rules make of it, what is not saved yet.

Knows no widget. Rows are numbered in the order they were read or begun; a number never changes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.record import MARK, WHY, Content, MarkState, Value, apply_patch, difference
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.evaluate import Evaluation, evaluate, void_reasons
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.forms.submission import SubmissionRecord, unique_issues
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.content_patch import value_paths
from cdd_desktop.operations.read_table import Table, TableRow
from cdd_desktop.operations.views import EntryRef

_KEPT = 3_000  # rows worked out that are remembered


@dataclass(frozen=True, slots=True)
class Seen:
    """A row worked out: what the rules made of this content."""

    content: Content
    context: Context
    evaluation: Evaluation
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a row is: finished, wrong, or a warning without its reason."""

    done: bool
    wrong: bool
    unexplained: bool


@dataclass(slots=True)
class _Draft:
    """A row that has been edited: as typed, as the store has answered for, and that with what is on its way."""

    content: Content
    stored: Content
    handed_out: Content


class Ledger:
    """``tally`` counts rows by how they stand: done, wrong, unexplained."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows: list[TableRow] = list(table.rows)
        self.tally = [0, 0, 0]
        self._drafts: dict[int, _Draft] = {}
        self._unsaved: set[int] = set()  # rows laid since their last patch was handed out
        self._seen: OrderedDict[int, Seen] = OrderedDict()
        self._before: OrderedDict[int, tuple[Related, dict[str, Value]]] = OrderedDict()
        self._standings: dict[int, Standing] = {}
        self._keys: dict[int, str | None] = {}
        self._by_key: dict[str, tuple[int, ...]] = {}
        self._not_started: dict[str, int] = {}
        self._by_record: dict[str, int] = {}
        for number, row in enumerate(self.rows):
            self._index(number, row)

    def _index(self, number: int, row: TableRow) -> None:
        if row.natural_key is not None:
            self._by_key[row.natural_key] = (*self._by_key.get(row.natural_key, ()), number)
        if row.record_id is not None:
            self._by_record[row.record_id] = number
        elif row.register_id is not None:
            self._not_started[row.register_id] = number
        self._count(_standing_of(row), 1)

    # --- looking -------------------------------------------------------------------------------------------------

    def form(self, number: int) -> Definition:
        return self.table.form(self.rows[number].form_version)

    def content(self, number: int) -> Content:
        """The row as typed; what an entry without a record begins with."""
        draft = self._drafts.get(number)
        if draft is not None:
            return draft.content
        seen = self._seen.get(number)
        return seen.content if seen is not None else self._first(number)

    def _first(self, number: int) -> Content:
        row = self.rows[number]
        return row.stored if row.text else self.table.first_content(row.register_id)

    def peek(self, number: int) -> Seen | None:
        """The row as worked out before, if it is still remembered."""
        return self._seen.get(number)

    def look(self, number: int) -> Seen:
        """The row worked out, now if need be (a third of a millisecond)."""
        seen = self._seen.get(number)
        if seen is None:
            seen = self._seen[number] = self._work_out(number)
            if len(self._seen) > _KEPT:
                self._seen.popitem(last=False)
        return seen

    def previous(self, number: int) -> dict[str, Value]:
        """Last period's values of the same thing, calculated ones too; empty when there is none."""
        context = self.look(number).context
        if context.prev is None:
            return {}
        known = self._before.get(number)
        if known is not None and known[0] is context.prev:
            return known[1]
        then = self.table.before(context.register)
        values = evaluate(self.form(number), self.table.entity.key, context.prev.content, then).values
        self._before[number] = (context.prev, values)
        if len(self._before) > _KEPT:
            self._before.popitem(last=False)
        return values

    def number_of(self, row: TableRow) -> int | None:
        """The row that shows an entry: its record, or its register entry where that had none yet."""
        number = self._by_record.get(str(row.record_id))
        return number if number is not None else self._not_started.get(str(row.register_id))

    # --- typing --------------------------------------------------------------------------------------------------

    def complete(self, number: int, patch: Content) -> dict[str, Value]:
        """What a patch really changes in a row, with the reasons and marks that it makes void."""
        before = self.content(number)
        wanted = difference(before, apply_patch(before, patch))
        if wanted:
            wanted.update(void_reasons(self.form(number), self.table.entity.key, before, wanted))
            if value_paths(wanted):
                wanted.update(self._voided_mark(before))
        return wanted

    def excuse(self, number: int) -> str:
        """Why nothing has been received for the entry of a row, "" without that mark."""
        content, period = self.content(number), self.table.submission.key.period
        marked = not self.table.is_register and content.get(MARK + period) == MarkState.NOT_RECEIVED.value
        return str(content.get(WHY + period) or "") if marked else ""

    def _voided_mark(self, before: Content) -> dict[str, Value]:
        """Typing into an entry marked "not received" takes the mark away, as the store does."""
        period = self.table.submission.key.period
        if self.table.is_register or before.get(MARK + period) != MarkState.NOT_RECEIVED.value:
            return {}
        return {MARK + period: None, WHY + period: None}

    def lay(self, number: int, patch: Content) -> None:
        """Put a patch on a row; the row is to be judged again."""
        before = self.content(number)
        draft = self._drafts.get(number)
        if draft is None:
            draft = self._drafts[number] = _Draft(before, before, before)
        draft.content = apply_patch(before, patch)
        self._unsaved.add(number)
        self._seen.pop(number, None)

    def begin(self) -> int:
        """A new row at the end, for an entry that is not in the store; answers its number."""
        row = self.blank()
        self.rows.append(row)
        self._index(len(self.rows) - 1, row)
        return len(self.rows) - 1

    def blank(self) -> TableRow:
        """A row of no record and no register entry."""
        table = self.table
        return TableRow(table.entity.key, table.submission.key, form_version=table.newest)

    def judge(self, number: int) -> set[int]:
        """Work an edited row out, count it anew, and answer the rows whose findings that touches: its namesakes."""
        old = self.key(number)
        definition, entity = self.form(number), self.table.entity
        new = natural_key(definition, entity.key, self.content(number))
        touched: set[int] = set()
        if new != old:
            touched |= set(self._by_key.get(old, ())) if old else set()
            if old:
                self._by_key[old] = tuple(one for one in self._by_key[old] if one != number)
            if new:
                self._by_key[new] = (*self._by_key.get(new, ()), number)
                touched |= set(self._by_key[new])
            self._keys[number] = new
        touched |= {number}
        for one in touched:
            self._seen.pop(one, None)
            self._stand(one)
        return touched

    def key(self, number: int) -> str | None:
        return self._keys[number] if number in self._keys else self.rows[number].natural_key

    def twins(self, number: int) -> tuple[int, ...]:
        """The other rows that are the same thing by their natural key."""
        key = self.key(number)
        return tuple(other for other in self._by_key.get(key, ()) if other != number) if key else ()

    def _stand(self, number: int) -> None:
        issues = self.look(number).issues
        wrong = any(issue.fault for issue in issues)
        unexplained = any(issue.open and issue.level is IssueLevel.WARNING for issue in issues)
        finished = not any(issue.open for issue in issues) and bool(self._drafts.get(number) or self.rows[number].text)
        done = finished or bool(self.excuse(number))
        self._count(self.standing(number), -1)
        self._standings[number] = Standing(done, wrong, unexplained)
        self._count(self._standings[number], 1)

    def standing(self, number: int) -> Standing:
        return self._standings.get(number) or _standing_of(self.rows[number])

    def _count(self, standing: Standing, by: int) -> None:
        self.tally[0] += by * standing.done
        self.tally[1] += by * standing.wrong
        self.tally[2] += by * (standing.unexplained and not standing.wrong)

    def _work_out(self, number: int) -> Seen:
        row, content = self.rows[number], self.content(number)
        definition, entity = self.form(number), self.table.entity
        context = self.table.context(str(row.record_id or ""), content)
        evaluation = evaluate(definition, entity.key, content, context)
        issues = evaluation.issues
        if others := self.twins(number):
            records = [self._record(one) for one in (number, *others)]
            found = unique_issues(definition, records, self.table.around.base)
            issues += tuple(issue for issue in found if issue.record_id == records[0].id)
        return Seen(content, context, evaluation, issues)

    def _record(self, number: int) -> SubmissionRecord:
        row = self.rows[number]
        name = row.record_id or RecordId(f"row {number}")
        return SubmissionRecord(name, self.table.entity.key, self.content(number))

    # --- saving --------------------------------------------------------------------------------------------------

    def pending(self) -> dict[int, dict[str, Value]]:
        """Row → what has been typed since the last patch that was handed out."""
        drafts = {number: self._drafts[number] for number in sorted(self._unsaved)}
        found = {number: difference(draft.handed_out, draft.content) for number, draft in drafts.items()}
        return {number: patch for number, patch in found.items() if patch}

    def hand_out(self) -> dict[int, dict[str, Value]]:
        """The pending patches, from now on taken as on their way."""
        patches = self.pending()
        for number in patches:
            self._drafts[number].handed_out = self._drafts[number].content
        self._unsaved.clear()
        return patches

    def acknowledge(self, patches: Mapping[int, Content], refs: Mapping[int, EntryRef]) -> None:
        """Patches that were handed out are in the store, under these names."""
        for number, patch in patches.items():
            draft = self._drafts[number]
            draft.stored = apply_patch(draft.stored, patch)
            ref = refs[number]
            if ref.record_id is not None and self.rows[number].ref != ref:
                self.rows[number] = self.rows[number].named(ref)
                self._by_record[ref.record_id] = number

    def take_back(self, numbers: Iterable[int]) -> None:
        """A save has failed: what the store has not answered for is pending again."""
        for number in numbers:
            self._drafts[number].handed_out = self._drafts[number].stored
            self._unsaved.add(number)

    @property
    def edited(self) -> bool:
        return bool(self._drafts)

    def chooses(self, patch: Content) -> bool:
        """Whether a patch names an entry that fills other cells of its row."""
        by_key = self.table.entity.field_by_key
        return any(value and path in by_key and by_key[path].fills for path, value in patch.items())

    def brought(self, fresh: Iterable[TableRow]) -> dict[int, dict[str, Value]]:
        """Row → what the store has put into cells that are blank here and that a chosen entry fills."""
        paths = {path for field in self.table.entity.fields for path in field.fills}
        found: dict[int, dict[str, Value]] = {}
        for row in fresh if paths else ():
            number = self.number_of(row)
            draft = self._drafts.get(number) if number is not None else None
            if number is not None and draft is not None:
                blank = {path for path in paths if draft.content.get(path) is None}
                found[number] = {path: row.stored[path] for path in blank if row.stored.get(path) is not None}
        return {number: values for number, values in found.items() if values}

    def renew(self, fresh: Iterable[TableRow]) -> set[int]:
        """Take rows as they stand in the store now, keeping what is typed and not yet saved."""
        touched: set[int] = set()
        for row in fresh:
            number = self.number_of(row)
            if number is None:
                continue
            self._by_record[str(row.record_id)] = number
            self._count(self.standing(number), -1)
            self._standings.pop(number, None)
            self.rows[number] = row
            self._count(self.standing(number), 1)
            self._rebase(number)
            touched |= self.judge(number) if number in self._drafts else {number}
            self._seen.pop(number, None)
        return touched

    def _rebase(self, number: int) -> None:
        draft = self._drafts.get(number)
        if draft is None:
            return
        typed = difference(draft.stored, draft.content)
        draft.stored = draft.handed_out = self.rows[number].stored
        draft.content = apply_patch(draft.stored, typed)


def _standing_of(row: TableRow) -> Standing:
    return Standing(row.done, row.errors > 0, row.warnings > 0)
