"""Files on disk for central's commands: a batch read, its receipt written beside it or where it was asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from cdd_desktop.central.sync.by_file import receive_file
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.sync.filed import LARGEST


def take_in(endpoint: Endpoint, path: Path, out: Path | None) -> str:
    """Take in one file and write its ``.cddreceipt``; the line to print. Raises what ``receive_file`` raises."""
    taken = receive_file(endpoint, read_file(path))
    answer = (out or path.parent) / f"{path.stem}.cddreceipt"
    write_out(answer, taken.answer)
    counts = taken.code or f"{taken.batches} batches, {taken.changes} changes"
    return f"{path}  {taken.unit}  {counts}  {answer}"


def read_file(path: Path) -> bytes:
    """Raises ``BadRequestError("file-missing")``."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise BadRequestError("file-missing", path=str(path)) from error


def write_out(path: Path, data: bytes) -> None:
    """A sealed file: whole or not at all. Raises ``RefusedError("out-unwritable")``."""
    whole = path.with_name(f"{path.name}.part")
    try:
        whole.write_bytes(data)
        whole.replace(path)
    except OSError as error:
        raise RefusedError("out-unwritable", path=str(path)) from error


def write_parts(path: Path, parts: Iterator[bytes]) -> list[Path]:
    """One file under its name; several with a number each. Raises ``RefusedError("out-unwritable")``."""
    first, second = next(parts), next(parts, None)
    if second is None:
        write_out(path, first)
        return [path]
    written = []
    for number, data in enumerate(chain((first, second), parts), start=1):
        written.append(path.with_stem(f"{path.stem}-{number:02}"))
        write_out(written[-1], data)
    return written


def write_private(path: Path, data: bytes) -> None:
    """An enrolment holds PINs and a code: only its owner may read it. Written before the commit, so that no code
    exists without its file."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise RefusedError("out-unwritable", path=str(path)) from error
