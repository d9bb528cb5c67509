"""What is wrong with an open record, sorted by the box it is said at."""

from __future__ import annotations

from dataclasses import dataclass, field

from cdd_desktop.domain.issue import REQUIRED, Issue, IssueLevel
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.entry.field_box import Note
from cdd_desktop.ui.issue_words import say
from cdd_desktop.ui.remark_words import remark_words
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.personal_note import personal_note

_TEXTS = frozenset({FieldType.TEXT, FieldType.TEXTAREA})
NOT_A_VALUE = frozenset({"not-a-value"})
_TONES = {IssueLevel.ERROR: Tone.BAD, IssueLevel.WARNING: Tone.WARN, IssueLevel.INFO: Tone.INFO}
_WEIGHT = {Tone.BAD: 3, Tone.WARN: 2, Tone.INFO: 1, Tone.MUTED: 0}


@dataclass(slots=True)
class Findings:
    """``notes`` and ``tones`` by field key, ``cells`` by path of a line table, ``reasons_at`` rule → field key.

    ``mistakes`` are the errors other than blanks, ``blanks`` required boxes without an answer, ``explain`` the
    warnings that still want a reason: each a tuple of paths to go to.
    """

    notes: dict[str, Note] = field(default_factory=dict)
    tones: dict[str, Tone] = field(default_factory=dict)
    cells: dict[str, tuple[str, Tone]] = field(default_factory=dict)
    reasons_at: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)
    mistakes: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    explain: tuple[str, ...] = ()
    general: tuple[str, ...] = ()


def find_notes(
    draft: Draft, visible: frozenset[str], asked: set[str] | None, around: Surroundings, *, busy: str = ""
) -> Findings:
    """Sort a draft's issues. ``asked`` are the boxes a person has been in (None: all): only there a blank is named.

    ``busy`` is the box being typed in, where text that is no value yet is not held against the person.
    """
    found = Findings()
    for issue in draft.issues:
        _count(found, issue)
        if issue.code == REQUIRED and asked is not None and not asked.intersection(_keys(issue)):
            continue
        if issue.code in NOT_A_VALUE and busy and busy in _keys(issue):
            continue
        _place(found, issue, visible, say(issue, draft.definition, around.words, around.messages))
    for path in sorted(visible):
        field = draft.entity.field_by_key.get(path)
        if field is not None and field.type in _TEXTS and (note := personal_note(str(draft.content.get(path) or ""))):
            _say(found, path, note, Tone.WARN)
    for thread in draft.sheet.comments:
        tone = Tone.INFO if thread.answered else Tone.WARN
        for remark in thread.said:
            _say(found, thread.path, remark_words(remark, around.words), tone)
    return found


def _keys(issue: Issue) -> set[str]:
    return {path.split("/")[0] for path in issue.paths}


def _count(found: Findings, issue: Issue) -> None:
    if not issue.open:
        return
    path = (issue.paths[0] if issue.paths else "",)
    if issue.code == REQUIRED:
        found.blanks += path
    elif issue.level is IssueLevel.ERROR:
        found.mistakes += path
    else:
        found.explain += path


def _place(found: Findings, issue: Issue, visible: frozenset[str], sentence: str) -> None:
    tone = _TONES[issue.level]
    shown = [path for path in issue.paths if "/" in path or path in visible]
    if issue.level is IssueLevel.WARNING:
        if issue.reason:
            tone = Tone.MUTED
        found.reasons_at[issue.rule] = shown[0].split("/")[0] if shown else ""
        found.sentences[issue.rule] = sentence
    if not shown:
        if issue.level is not IssueLevel.WARNING:
            found.general += (sentence,)
        return
    _say(found, shown[0], sentence, tone)
    for path in shown:
        if (
            "/" not in path
            and tone in (Tone.BAD, Tone.WARN)
            and _WEIGHT[tone] > _WEIGHT[found.tones.get(path, Tone.MUTED)]
        ):
            found.tones[path] = tone


def _say(found: Findings, path: str, sentence: str, tone: Tone) -> None:
    if "/" in path:
        found.cells[path] = (sentence, tone)
        return
    if not path:
        found.general += (sentence,)
        return
    before = found.notes.get(path)
    if before is None or before.tone is None:
        found.notes[path] = Note(sentence, tone)
        return
    heavier = tone if _WEIGHT[tone] > _WEIGHT[before.tone] else before.tone
    lines = (sentence, before.text) if heavier is tone and heavier is not before.tone else (before.text, sentence)
    found.notes[path] = Note("\n".join(lines), heavier)
