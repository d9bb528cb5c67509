"""Log files and crash files without personal data."""

from __future__ import annotations

import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from cdd_desktop import __version__
from cdd_desktop.errors import UserError

FILE_NAME = "cdd-desktop.log"
FILES = 10
FILE_BYTES = 1024 * 1024
CRASH_FILES = 20

# Thirteen digits, Arabic or Thai, also as "1-2345-67890-12-1" or with spaces.
_THIRTEEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ -]?\d){12}(?!\d)")


def redact(text: str) -> str:
    """Text with every run of thirteen digits replaced: it could be a citizen id."""
    return _THIRTEEN_DIGITS.sub("[x13]", text)


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that parameters and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up_logs(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Sends the log to ``folder``, at most ten files of 1 MB; returns the handler, to be closed at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def write_crash(folder: Path, exc: BaseException) -> Path:
    """Writes what is needed to find a fault: versions, kinds of errors and places in the code.

    Messages of errors and values of variables may hold personal data and stay out, except the codes of
    ``UserError``; of files only their names. The newest twenty crash files are kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    earlier = sorted(folder.glob("crash-*.txt"))
    number = int(earlier[-1].stem.removeprefix("crash-")) + 1 if earlier else 1
    for old in earlier[: -CRASH_FILES + 1]:
        old.unlink(missing_ok=True)
    path = folder / f"crash-{number:06d}.txt"
    import platform  # a start writes no crash file

    lines = [f"CDD Desktop {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"]
    link: BaseException | None = exc
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(f"{type(link).__module__}.{type(link).__name__}{_code(link)}")
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        )
        link = link.__cause__ or link.__context__
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _code(exc: BaseException) -> str:
    return f": {exc.code}" if isinstance(exc, UserError) else ""
