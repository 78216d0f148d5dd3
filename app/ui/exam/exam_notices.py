"""The lines above a question: that something is not saved, where it was put instead, that the machine has slept, that
the last minute has begun."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import UserError
from app.ui.exam.exam_sitting import ExamSitting
from app.ui.exam.exam_timer import LAST_MS
from app.ui.exam.exam_words import overdue_words
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import column

_UNSAVED = "请不要关闭窗口。没有存下的选择不会显示。"
_KEPT = "已把作答另存为“{}”。它能证明答到了哪里，不能代替交卷：能存的时候，请按“再试一次”，再交卷。"


class ExamNotices(QWidget):
    """``kept`` says where the answer sheet was put, and stays until everything is saved where it belongs."""

    retry_wanted = Signal()

    def __init__(self, sitting: ExamSitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting, self._warned = sitting, False
        self.unsaved, self.kept, self.last = Banner("", "red"), Banner("", "ink"), Banner("", "red")
        self.told = Banner("", "ink", closable=True)
        banners = (self.unsaved, self.kept, self.told, self.last)
        for banner in banners:
            banner.hide()
        self.setLayout(column(*banners, margins=(40, 4, 40, 0), spacing=4))
        self.unsaved.acted.connect(self.retry_wanted)
        self.unsaved.acted_otherwise.connect(self._save_elsewhere)
        sitting.unsaved.connect(self.say_unsaved)
        sitting.saved.connect(self._say_saved)
        sitting.happened.connect(self._tell)

    def say_unsaved(self, why: str) -> None:
        self.unsaved.say(f"{why}{_UNSAVED}", "red", "再试一次", "另存到…")
        self.unsaved.show()
        announce(self, why)

    def show_time(self, left: int) -> None:
        """Milliseconds; the last minute is said once."""
        if left <= LAST_MS and not self._warned:
            self._warned = True
            words = f"剩余 1 分钟，{overdue_words(self._sitting.exam.paper)}"
            self.last.say(f"{words}。已作答的都已保存。", "red")
            self.last.show()
            announce(self, words)

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self.told.show()
        announce(self, words)

    def _say_saved(self) -> None:
        self.unsaved.hide()
        self.kept.hide()

    def _save_elsewhere(self) -> None:
        with self._sitting.window_kept():
            chosen = QFileDialog.getExistingDirectory(self, "把作答另存到哪个文件夹，如 U 盘")
        if not chosen:
            return
        try:
            words, tone = _KEPT.format(self._sitting.set_down(Path(chosen))), "ink"
        except UserError as error:
            words, tone = f"{error}可以换一个文件夹，如 U 盘，再按“另存到…”。", "red"
        self.kept.say(words, tone)
        self.kept.show()
        announce(self, words)
