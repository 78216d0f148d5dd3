"""How many questions are to be reviewed today, on the tab 复习."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.events import (
    AnswerRecorded,
    BookRestored,
    ExamFinished,
    ExamMarked,
    ReviewRated,
    ReviewUndone,
)

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.shell.top_bar import TopBar

KEY = "review"
CHANGING = (AnswerRecorded, ReviewRated, ReviewUndone, BookRestored, ExamFinished, ExamMarked)


class DueBadge(QObject):
    """Counted when the tab comes into sight and after what changes the number, never while it is out of sight."""

    def __init__(self, services: "Services", bar: "Callable[[], TopBar]", parent: QObject) -> None:
        """``bar`` gives the one that is on screen: a change of theme brings another."""
        super().__init__(parent)
        self._home, self._bar = services.home, bar
        self._stopped = False
        # Several events of one press are one count, and not within the press.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.count)
        for kind in CHANGING:
            services.bus.subscribe(kind, self._changed)

    def count(self) -> None:
        """Now."""
        if self._bar().has_tab(KEY):
            number = self._home.review_due().number
            self._bar().set_badge(KEY, str(number) if number else "", f"今天到期 {number} 题")

    def stop(self) -> None:
        """The records are about to be closed."""
        self._stopped = True
        self._timer.stop()

    def _changed(self, event: object) -> None:
        if not self._stopped:
            self._timer.start(0)
