"""The two red lines above a question: that something is not saved, and that the last minute has begun."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.paper import Paper
from app.ui.exam.exam_timer import LAST_MS
from app.ui.exam.exam_words import overdue_words
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import column

_UNSAVED = "请不要关闭窗口。没有存下的选择不会显示。"


class ExamNotices(QWidget):
    retry_wanted = Signal()

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper, self._warned = paper, False
        self.unsaved, self.last = Banner("", "red"), Banner("", "red")
        for banner in (self.unsaved, self.last):
            banner.hide()
        self.setLayout(column(self.unsaved, self.last, margins=(40, 4, 40, 0), spacing=4))
        self.unsaved.acted.connect(self.retry_wanted)

    def say_unsaved(self, why: str) -> None:
        self.unsaved.say(f"{why}{_UNSAVED}", "red", "再试一次")
        self.unsaved.show()
        announce(self, why)

    def show_time(self, left: int) -> None:
        """Milliseconds; the last minute is said once."""
        if left <= LAST_MS and not self._warned:
            self._warned = True
            words = f"剩余 1 分钟，{overdue_words(self._paper)}"
            self.last.say(f"{words}。已作答的都已保存。", "red")
            self.last.show()
            announce(self, words)
