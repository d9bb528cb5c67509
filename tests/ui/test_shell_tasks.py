"""The task runner: results on the main thread, the store lane in order, failures as values, nothing left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cdd_desktop.operations.views import Changes
from cdd_desktop.ui import lull as lull_module
from cdd_desktop.ui.changes import ChangeBus
from cdd_desktop.ui.tasks import TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


class Listener(QObject):
    """Remembers what arrived and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()

    def hear(self, value: object) -> None:
        self.heard.append(value)
        self.threads.add(threading.get_ident())


def test_work_runs_elsewhere_and_its_result_arrives_on_the_main_thread(tasks: TaskRunner) -> None:
    listener = Listener()
    tasks.store(threading.get_ident, listener.hear)
    assert tasks.wait_until_idle(5)
    assert listener.heard[0] != threading.get_ident()
    assert listener.threads == {threading.get_ident()}


def test_the_store_lane_runs_one_at_a_time_in_order(tasks: TaskRunner) -> None:
    listener, running, most = Listener(), 0, 0
    lock = threading.Lock()

    def work(number: int) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        threading.Event().wait(0.002)
        with lock:
            running -= 1
        return number

    for number in range(12):
        tasks.store(lambda number=number: work(number), listener.hear)
    assert tasks.wait_until_idle(5)
    assert listener.heard == list(range(12))
    assert most == 1


def test_network_work_does_not_wait_for_the_store_lane(tasks: TaskRunner) -> None:
    gate, listener = threading.Event(), Listener()
    tasks.store(lambda: gate.wait(5))
    tasks.network(lambda: gate.set() or "through", listener.hear)
    assert tasks.wait_until_idle(5)
    assert listener.heard == ["through"]


def _break() -> None:
    raise ValueError("broken")


def test_a_failure_arrives_as_a_value(tasks: TaskRunner) -> None:
    listener = Listener()
    tasks.store(_break, None, listener.hear)
    assert tasks.wait_until_idle(5)
    assert isinstance(listener.heard[0], ValueError)
    assert listener.threads == {threading.get_ident()}


@pytest.mark.expects_log("a task failed: ValueError")
def test_a_failure_nobody_waits_for_is_announced(tasks: TaskRunner) -> None:
    listener = Listener()
    tasks.failed.connect(listener.hear)
    tasks.store(_break)
    assert tasks.wait_until_idle(5)
    assert isinstance(listener.heard[0], ValueError)


class _Widget(QWidget):
    calls = 0

    def take(self, _value: object) -> None:
        type(self).calls += 1


def test_a_result_for_a_destroyed_widget_is_dropped(tasks: TaskRunner) -> None:
    gate, widget = threading.Event(), _Widget()
    tasks.store(lambda: gate.wait(5), widget.take)
    shiboken6.delete(widget)
    gate.set()
    assert tasks.wait_until_idle(5)
    assert _Widget.calls == 0


def test_closing_lets_the_store_lane_finish_and_starts_nothing_more(qtbot: QtBot) -> None:
    runner, done = TaskRunner(), []
    for number in range(5):
        runner.store(lambda number=number: done.append(number))
    runner.close()
    assert done == [0, 1, 2, 3, 4]
    runner.store(lambda: done.append(99))
    runner.close()
    assert done == [0, 1, 2, 3, 4]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("store", "network"))]


def test_the_bus_delivers_on_the_main_thread(tasks: TaskRunner, qtbot: QtBot) -> None:
    bus, listener = ChangeBus(), Listener()
    bus.changed.connect(listener.hear)
    with qtbot.waitSignal(bus.changed, timeout=5000):
        tasks.network(lambda: bus.announce(Changes(outbox=True)))
    assert tasks.wait_until_idle(5)
    assert listener.heard == [Changes(outbox=True)]
    assert listener.threads == {threading.get_ident()}


def test_what_may_wait_is_done_once_in_the_next_pause(
    qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Counter(QObject):
        done = 0

        def act(self) -> None:
            self.done += 1

    counter, gone, lull = Counter(), Counter(), tasks.lull
    lull.put_off(counter.act)
    assert counter.done == 1  # nobody types
    lull.note_key()
    for one in (counter, counter, gone):
        lull.put_off(one.act)
    shiboken6.delete(gone)
    assert (counter.done, lull.waiting) == (1, 2)
    monkeypatch.setattr(lull_module, "LONGEST_MS", 0)  # typed on and on
    lull.note_key()
    qtbot.waitUntil(lambda: not lull.waiting, timeout=5000)
    assert counter.done == 2
    lull.note_key()
    lull.put_off(counter.act)
    assert tasks.wait_until_idle(5)
    assert counter.done == 3
