"""Files between this installation and a folder, a stick mostly: written durably, read whole, answered beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cdd_desktop.errors import BadRequestError, UserError
from cdd_desktop.operations.carry_file import read_answers
from cdd_desktop.operations.move_to_form import move_to_newer_forms
from cdd_desktop.operations.restored import refuse_unconfirmed
from cdd_desktop.operations.take_file import Became, TakenFile, take_file
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.operations.write_file import OutgoingFile, note_handed_over, prepare_file, write_durably
from cdd_desktop.sync.filed import LARGEST

BATCH_ENDING, PACK_ENDING = ".cddbatch", ".cddpack"
ENDINGS = (BATCH_ENDING, ".cddreceipt", PACK_ENDING)
SEALED_TO_OTHERS = "file-not-for-us"


class StickStep(StrEnum):
    """What is being done with a stick."""

    COLLECTING = "collecting"
    WRITING = "writing"
    TAKING = "taking"


Tell = Callable[[StickStep, float], None]  # how far a step is, 0 to 1; what it raises ends the work there


@dataclass(frozen=True, slots=True)
class OnStick:
    """A file that lies on the stick."""

    path: Path
    file: OutgoingFile


@dataclass(frozen=True, slots=True)
class FromStick:
    """A file that was taken, and what was written beside it (None: nothing)."""

    path: Path
    taken: TakenFile
    answer: Path | None


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not taken, and why; nothing was stored."""

    path: Path
    error: UserError


def write_to(workplace: Workplace, place: Path, tell: Tell = lambda _step, _far: None) -> OnStick:
    """Write everything without a receipt into a folder under the file's own name, or to a named file. Only a file
    that lies there whole counts as handed over; ended before it is written, nothing was.

    Raises ``RefusedError("file-unwritable")``, and for a restored machine nobody has answered for yet as a contact
    does."""
    workplace.read(refuse_unconfirmed)
    tell(StickStep.COLLECTING, 0)
    file = workplace.do(prepare_file)
    tell(StickStep.WRITING, 0)
    path = place / file.name if place.is_dir() else place
    write_durably(path, file.data)
    workplace.do(note_handed_over, file)
    return OnStick(path, file)


def take_from(workplace: Workplace, path: Path, out: Path | None = None) -> FromStick:
    """Take a file of any kind; what answers it is written beside it, or into ``out``.

    Raises ``BadRequestError("file-missing")``, ``RefusedError("file-unwritable")`` and what ``take_file`` raises.
    """
    taken = workplace.do(take_file, read_whole(path), path.name)
    if taken.became in (Became.APPLIED, Became.AGAIN):
        workplace.do(move_to_newer_forms)
    answer = None
    if taken.answer is not None:
        answer = (out or path.parent) / f"{path.stem}.cddreceipt"
        write_durably(answer, taken.answer)
    return FromStick(path, taken, answer)


def take_each(
    workplace: Workplace, paths: Sequence[Path], tell: Tell, out: Path | None = None
) -> tuple[FromStick | RefusedFile, ...]:
    """Take files one after another; one that is refused does not hold the rest, and one that goes on where another ends
    is taken after it, however they are ordered. What was taken before ``tell`` ended it stays taken."""
    outcomes: dict[Path, FromStick | RefusedFile] = {}
    waiting = list(paths)
    while waiting:
        apart: list[Path] = []
        for path in waiting:
            tell(StickStep.TAKING, (len(outcomes) - len(apart)) / len(paths))
            outcomes[path] = _outcome(workplace, path, out)
            if _stands_apart(outcomes[path]):
                apart.append(path)
        waiting = apart if len(apart) < len(waiting) else []
    return tuple(outcomes[path] for path in paths)


def _outcome(workplace: Workplace, path: Path, out: Path | None) -> FromStick | RefusedFile:
    try:
        return take_from(workplace, path, out)
    except UserError as error:
        return RefusedFile(path, error)


def _stands_apart(outcome: FromStick | RefusedFile) -> bool:
    return isinstance(outcome, FromStick) and outcome.taken.became is Became.GAP


def take_folder(workplace: Workplace, folder: Path, tell: Tell) -> tuple[FromStick | RefusedFile, ...]:
    """Take what a stick holds for this machine; files sealed to others are passed over. Answers come before batches.

    Raises ``BadRequestError("file-missing")``.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError as error:
        raise BadRequestError("file-missing", path=str(folder)) from error
    found.sort(key=lambda path: path.suffix.lower() == BATCH_ENDING)
    outcomes = take_each(workplace, found, tell)
    return tuple(one for one in outcomes if not (isinstance(one, RefusedFile) and one.error.code == SEALED_TO_OTHERS))


def start_packages(folder: Path) -> tuple[Path, ...]:
    """The packages that lie beside an enrolment file."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() == PACK_ENDING))
    except OSError:
        return ()


def take_start(workplace: Workplace, packages: Sequence[Path]) -> int:
    """Take what is for this office into a machine that has just been enrolled; how much came. One that cannot be used
    stops nothing: the same comes with the first contact."""
    outcomes = take_each(workplace, packages, lambda _step, _far: None)
    return sum(one.taken.pulled for one in outcomes if not isinstance(one, RefusedFile))


def write_answers(workplace: Workplace, folder: Path) -> list[Path]:
    """Write central's answers to all files carried here into a folder. Raises ``RefusedError("file-unwritable")``."""
    written = []
    for name, answer in workplace.read(read_answers).items():
        path = folder / f"{Path(name).stem}.cddreceipt"
        write_durably(path, answer)
        written.append(path)
    return written


def read_whole(path: Path) -> bytes:
    """Raises ``BadRequestError("file-missing")``."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise BadRequestError("file-missing", path=str(path)) from error
