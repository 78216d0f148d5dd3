import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from app.ui.kit.event_bridge import EventBridge
from app.ui.kit.tasks import TaskRunner


@pytest.fixture
def errors():
    return []


@pytest.fixture
def tasks(qapp, errors):
    runner = TaskRunner(errors.append)
    yield runner
    runner.close()


def on_main_thread() -> bool:
    return QThread.currentThread().isMainThread()


def test_work_runs_elsewhere_and_its_result_comes_here(qtbot, tasks):
    got, page = [], QWidget()
    tasks.run(page, on_main_thread, lambda there: got.append((there, on_main_thread())))
    assert tasks.busy()
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got == [(False, True)]
    assert not tasks.busy()


def test_an_error_is_reported(qtbot, tasks, errors):
    page = QWidget()
    tasks.run(page, lambda: 1 / 0, print)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_goes_to_the_one_who_asked_for_it(qtbot, tasks, errors):
    failed, page = [], QWidget()
    tasks.run(page, lambda: 1 / 0, print, failed.append)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert errors == []


def test_a_result_for_a_page_that_is_gone_is_dropped(qtbot, tasks, errors):
    got, page, gate = [], QWidget(), threading.Event()
    tasks.run(page, gate.wait, got.append)
    page.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert (got, errors) == ([], [])


def test_jobs_run_one_after_another_in_their_order(qtbot, tasks):
    got, page = [], QWidget()
    for number in range(5):
        tasks.run(page, lambda number=number: number, got.append)
    qtbot.waitUntil(lambda: len(got) == 5)
    assert got == [0, 1, 2, 3, 4]


def test_after_closing_nothing_is_delivered(qtbot, tasks):
    got, page = [], QWidget()
    tasks.run(page, lambda: 1, got.append)
    tasks.close()
    qtbot.wait(20)
    assert got == []


class _Bus:
    def __init__(self) -> None:
        self.listeners = []

    def subscribe(self, event_type, listener):
        self.listeners.append((event_type, listener))

    def publish(self, event):
        for event_type, listener in self.listeners:
            if isinstance(event, event_type):
                listener(event)


def test_an_event_published_on_the_worker_arrives_on_the_gui_thread(qtbot, tasks):
    bus, seen, page = _Bus(), [], QWidget()
    bridge = EventBridge(bus, (str,))
    bridge.happened.connect(lambda event: seen.append((event, on_main_thread())))
    tasks.run(page, lambda: bus.publish("交卷"), lambda _: None)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen == [("交卷", True)]
