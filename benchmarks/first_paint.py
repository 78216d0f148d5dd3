"""Waits for the first paint of a widget."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from benchmarks.start_probe import report


class FirstPaint(QObject):
    """Reports when ``watched`` and all that is painted with it is done, then closes the window."""

    def __init__(self, watched: QWidget, window: QWidget) -> None:
        super().__init__()
        self._window = window
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        report()
        self._window.close()
