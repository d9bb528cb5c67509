"""What every test stands on: no network but loopback, no real home folder, no leftovers, no unexpected warnings."""

from __future__ import annotations

import atexit
import gc
import ipaddress
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

import cdd_desktop.ui  # noqa: F401 - keeps None alive before pytest-qt touches Qt
from cdd_desktop.clock import FixedClock

pytest_plugins = ["shell_program", "sample_province", "postgres_server"]

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

_HOME = Path(tempfile.mkdtemp(prefix="cdd-tests-home-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
    os.environ[_name] = str(_HOME)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
    _folder = _HOME / _name.lower()
    _folder.mkdir(mode=0o700)
    os.environ[_name] = str(_folder)
for _name in ("http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(_name, None)
    os.environ.pop(_name.upper(), None)

hypothesis_settings.register_profile(
    "cdd",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
hypothesis_settings.load_profile("cdd")

_outside: list[str] = []


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket's path
    host = str(address[0])
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: refuses to look up or reach anything beyond this machine, and remembers that it was tried."""
    address: object = None
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        address = arguments[1]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
        address = (host.decode() if isinstance(host, bytes) else host or "",)
    if not _is_loopback(address):
        _outside.append(f"{event} {address}")
        raise OSError("tests reach loopback only")


sys.addaudithook(_watch)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log(*parts): warnings of our own logs this test provokes on purpose")
    config.addinivalue_line("markers", "expects_outside: this test tries to leave the machine and is refused")


@pytest.fixture(autouse=True)
def _only_loopback(request: pytest.FixtureRequest) -> Iterator[None]:
    _outside.clear()
    yield
    tried, wanted = list(_outside), request.node.get_closest_marker("expects_outside")
    _outside.clear()
    assert bool(tried) == bool(wanted), f"sockets beyond loopback: {tried}"


class _Remember(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    marker = request.node.get_closest_marker("expects_log")
    expected = [str(part) for part in marker.args] if marker else []
    handler = _Remember()
    logger = logging.getLogger("cdd_desktop")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    surprises = [line for line in handler.lines if not any(part in line for part in expected)]
    assert not surprises, f"unexpected log warnings: {surprises}"


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """A command run inside a test may set up the program's log; its stream ends with the test."""
    root = logging.getLogger()
    level, before = root.level, {*root.handlers}
    yield
    root.setLevel(level)
    for handler in [one for one in root.handlers if type(one) is logging.StreamHandler and one not in before]:
        root.removeHandler(handler)


@pytest.fixture(autouse=True)
def _no_leftover_thread() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while left := [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]:
        # Threads that Qt made show up as dummies; Python cannot see them end.
        left = [thread for thread in left if not isinstance(thread, threading._DummyThread)]
        if not left or time.monotonic() > deadline:
            break
        left[0].join(0.05)
    assert not left, f"leftover threads: {[thread.name for thread in left]}"


@pytest.fixture(autouse=True)
def _no_leftover_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with Qt: no window stays open and no timer runs on."""
    uses_qt = "qapp" in request.fixturenames or "qtbot" in request.fixturenames
    before = {id(timer) for timer in _running_timers()} if uses_qt else set()
    yield
    if not uses_qt:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    windows = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
    ]
    assert not windows, f"windows left open: {windows}"
    timers = [repr(timer) for timer in _running_timers() if id(timer) not in before]
    assert not timers, f"timers left running: {timers}"


def _running_timers() -> list[object]:
    if "PySide6.QtCore" not in sys.modules:
        return []
    import shiboken6
    from PySide6.QtCore import QTimer

    timers = [thing for thing in gc.get_objects() if type(thing) is QTimer]
    return [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()]


@pytest.fixture
def clock() -> FixedClock:
    """18 March 2018, 08:40 in Thailand: two days before the second quarter's reports are due."""
    return FixedClock(DEMO_NOW)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a module that tells one story (``IN_ORDER``) keep their order among themselves."""
    stories: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if isinstance(item, pytest.Function) and getattr(item.module, "IN_ORDER", False):
            stories.setdefault(item.module.__name__, []).append(place)
    for places in stories.values():
        own = sorted((items[place] for place in places), key=lambda item: item.location[1] or 0)
        for place, item in zip(places, own, strict=True):
            items[place] = item
