"""Files between this installation and a folder, a stick mostly: written durably, read whole, answered beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.carry_file import read_answers
from cdd_desktop.operations.move_to_form import move_to_newer_forms
from cdd_desktop.operations.restored import refuse_unconfirmed
from cdd_desktop.operations.take_file import Became, TakenFile, take_file
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.operations.write_file import OutgoingFile, note_handed_over, prepare_file, write_durably
from cdd_desktop.sync.filed import LARGEST

ENDINGS = (".cddbatch", ".cddreceipt", ".cddpack")


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


def write_to(workplace: Workplace, place: Path) -> OnStick:
    """Write everything without a receipt into a folder under the file's own name, or to a named file. Only a file
    that lies there whole counts as handed over. Raises ``RefusedError("file-unwritable")``, and for a restored machine
    nobody has answered for yet as a contact does."""
    workplace.read(refuse_unconfirmed)
    file = workplace.do(prepare_file)
    path = place / file.name if place.is_dir() else place
    write_durably(path, file.data)
    workplace.do(note_handed_over, file)
    return OnStick(path, file)


def take_from(workplace: Workplace, path: Path, out: Path | None = None) -> FromStick:
    """Take a file of any kind; what answers it is written beside it, or into ``out``.

    Raises ``BadRequestError("file-missing")``, ``RefusedError("file-unwritable")`` and what ``take_file`` raises.
    """
    taken = workplace.do(take_file, read_whole(path), path.name)
    if taken.became is Became.APPLIED:
        workplace.do(move_to_newer_forms)
    answer = None
    if taken.answer is not None:
        answer = (out or path.parent) / f"{path.stem}.cddreceipt"
        write_durably(answer, taken.answer)
    return FromStick(path, taken, answer)


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
