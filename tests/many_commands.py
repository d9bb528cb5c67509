"""A child process that runs several command lines one after the other: starting a process for each takes its time.

Standard input: JSON list of ``[program, words, environment]``; standard output: JSON list of
``[status, output, errors]``.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import sys
import traceback
from pathlib import Path

MAINS = {"cdd-desktop": "cdd_desktop.cli", "cdd-central": "cdd_desktop.central.cli"}


def run(program: str, words: list[str], more: dict[str, str]) -> tuple[int, str, str]:
    """One command line, as its process would have ended."""
    output, errors = io.StringIO(), io.StringIO()
    usual = dict(os.environ)
    os.environ.update(more)
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            status = int(importlib.import_module(MAINS[program]).main(words))
    except SystemExit as end:
        status = int(str(end.code or 0))
    except BaseException:
        status = 1
        errors.write(traceback.format_exc())
    finally:
        os.environ.clear()
        os.environ.update(usual)
    return status, output.getvalue(), errors.getvalue()


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    wanted = json.load(sys.stdin)
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        sys.stdin = nothing
        print(json.dumps([run(*one) for one in wanted]))
