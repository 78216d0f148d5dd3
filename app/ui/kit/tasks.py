"""Work off the GUI thread. Results and errors come back on the GUI thread."""

import itertools
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], ended: Callable[..., None]) -> None:
        super().__init__()
        self._number, self._work, self._ended = number, work, ended

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except Exception as caught:
            error = caught
        self._ended(self._number, result, error)


class TaskRunner(QObject):
    """One background thread for the whole program.

    The runner owns the signal and a job only borrows it, so no QObject is ever destroyed on the pool's thread.
    Call ``close`` before the window goes. ``work`` touches no widget.
    """

    _ended = Signal(int, object, object)

    def __init__(self, on_error: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[QObject, Callable[[Any], None], Callable[[Exception], None] | None]] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._deliver)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` in the background, then call ``then`` with its result unless ``owner`` is gone by then.

        An error goes to ``failed`` if given and the owner lives, else to the runner's ``on_error``.
        """
        number = next(self._numbers)
        self._waiting[number] = owner, then, failed
        self._pool.start(_Job(number, work, self._ended.emit))

    def busy(self) -> bool:
        """Whether work is waiting or running."""
        return bool(self._waiting)

    def close(self) -> None:
        """Drop what has not begun and wait for what has; nothing is delivered any more."""
        self._pool.clear()
        self._pool.waitForDone()
        self._waiting.clear()

    def _deliver(self, number: int, result: Any, error: Exception | None) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None:
            return
        owner, then, failed = waiting
        if error is None:
            if isValid(owner):
                then(result)
        elif failed is not None and isValid(owner):
            failed(error)
        else:
            self._on_error(error)
