"""Runs ``cdd-central`` under what the kernel enforces of its unit file: the filters of calls that systemd would set
(``SystemCallFilter``, ``RestrictAddressFamilies``, ``MemoryDenyWriteExecute``), by the library systemd sets them with.

``python confined.py UNIT WORD …`` becomes ``cdd-central WORD …``. A call that is not allowed ends the process by
SIGSYS, where the unit lets it fail: nothing can go unnoticed.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

_KILL, _ALLOW, _ERRNO = 0x80000000, 0x7FFF0000, 0x00050000
_EQUAL, _BITS = 4, 7  # how an argument is compared
_WRITE, _EXEC = 2, 4
_FAMILIES = 46


class _Argument(ctypes.Structure):
    _fields_ = (
        ("place", ctypes.c_uint),
        ("compared", ctypes.c_int),
        ("a", ctypes.c_uint64),
        ("b", ctypes.c_uint64),
    )


class Filter:
    """A filter of system calls by name. ``load`` puts it on this process and all that come of it, for good."""

    def __init__(self, otherwise: int) -> None:
        self._lib = ctypes.CDLL("libseccomp.so.2")
        self._lib.seccomp_init.restype = ctypes.c_void_p
        self._filter = ctypes.c_void_p(self._lib.seccomp_init(ctypes.c_uint32(otherwise)))

    def rule(self, action: int, call: str, *arguments: tuple[int, int, int, int]) -> None:
        number = self._lib.seccomp_syscall_resolve_name(call.encode())
        if number < 0:  # of another processor
            return
        array = (_Argument * len(arguments))(*(_Argument(*one) for one in arguments))
        done = self._lib.seccomp_rule_add_array(self._filter, ctypes.c_uint32(action), number, len(arguments), array)
        assert done == 0, (call, done)

    def load(self) -> None:
        assert self._lib.seccomp_load(self._filter) == 0


def values(unit: str, name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE)


def groups() -> dict[str, list[str]]:
    """systemd's own groups of calls: name → calls and groups."""
    command = ["systemd-analyze", "syscall-filter", "--no-pager"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    parts = re.split(r"^(@[\w-]+)$", told.stdout, flags=re.MULTILINE)
    return {
        name: re.findall(r"^ +([@\w-]+)$", text, re.MULTILINE)
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def calls(names: list[str], known: dict[str, list[str]]) -> set[str]:
    return {one for name in names for one in (calls(known[name], known) if name.startswith("@") else {name})}


def allowed(unit: str) -> set[str]:
    known, found = groups(), set[str]()
    for line in values(unit, "SystemCallFilter"):
        named = calls(line.removeprefix("~").split(), known)
        found = found - named if line.startswith("~") else found | named
    return found


def confine(unit: str) -> None:
    """Put on this process what the unit says."""
    only, some = Filter(_KILL), Filter(_ALLOW)
    for name in allowed(unit):
        only.rule(_ALLOW, name)
    if values(unit, "MemoryDenyWriteExecute") == ["yes"]:
        some.rule(_ERRNO | errno.EPERM, "mmap", (2, _BITS, _WRITE | _EXEC, _WRITE | _EXEC))
        some.rule(_ERRNO | errno.EPERM, "mprotect", (2, _BITS, _EXEC, _EXEC))
    [families] = values(unit, "RestrictAddressFamilies")
    may = {getattr(socket, name) for name in families.split()}
    for number in set(range(_FAMILIES)) - may:
        some.rule(_ERRNO | errno.EAFNOSUPPORT, "socket", (0, _EQUAL, number, 0))
    some.load()
    only.load()  # the last, for it does not allow to load another


if __name__ == "__main__":
    confine(Path(sys.argv[1]).read_text(encoding="utf-8"))
    os.execv(sys.executable, [sys.executable, "-m", "cdd_desktop.central", *sys.argv[2:]])
