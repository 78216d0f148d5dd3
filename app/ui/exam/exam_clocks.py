"""The time left, wherever it stands: one of them is seen, all of them say the same."""

from PySide6.QtCore import QObject

from app.ui.exam.exam_timer import ExamTimer


class ExamClocks(QObject):
    def __init__(self, *timers: ExamTimer) -> None:
        super().__init__()
        self._timers: list[ExamTimer] = []
        self._left = 0
        for timer in timers:
            self.add(timer)

    def add(self, timer: ExamTimer) -> None:
        """One more, which is told what the others know."""
        if self._timers:
            timer.set_left(self._left)
            timer.set_hidden(self.hidden())
        self._timers.append(timer)
        timer.hidden_changed.connect(self.set_hidden)

    def hidden(self) -> bool:
        return self._timers[0].time_hidden()

    def set_hidden(self, hidden: bool) -> None:
        for timer in self._timers:
            timer.set_hidden(hidden)

    def set_left(self, left: int) -> None:
        """Milliseconds."""
        self._left = left
        for timer in self._timers:
            timer.set_left(left)
