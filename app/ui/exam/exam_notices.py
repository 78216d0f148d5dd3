"""The lines above a question: that something is not saved, where it was put instead, what must not be saved, that the
machine has slept, that the last minute has begun or the time is over."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import UserError
from app.ui.exam.exam_sitting import ExamSitting
from app.ui.exam.exam_timer import LAST_MS
from app.ui.exam.exam_words import overdue_words, overtime_words, places_words
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import column

_UNSAVED = "请不要关闭窗口，能存的时候会自动补存。没有存下的选择不会显示。"
_KEPT = "已把作答另存为“{}”。它能证明答到了哪里，不能代替交卷：能存的时候，请按“再试一次”，再交卷。"


class ExamNotices(QWidget):
    """``kept`` says where the answer sheet was put, and stays until everything is saved where it belongs."""

    retry_wanted = Signal()
    place_wanted = Signal(int)
    """Of a text that must not be stored as it is."""

    def __init__(self, sitting: ExamSitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting, self._stage, self._said, self._why = sitting, "", "", ""
        self.unsaved, self.kept, self.refused = Banner("", "red"), Banner("", "ink"), Banner("", "red")
        self.told, self.last = Banner("", "ink", closable=True), Banner("", "red", closable=True)
        banners = (self.unsaved, self.kept, self.refused, self.told, self.last)
        for banner in banners:
            banner.hide()
        self.setLayout(column(*banners, margins=(40, 4, 40, 0), spacing=4))
        self.unsaved.acted.connect(self._retry)
        self.refused.acted.connect(lambda: self.place_wanted.emit(min(sitting.lacking.refused)))
        self.unsaved.acted_otherwise.connect(self._save_elsewhere)
        sitting.unsaved.connect(self.say_unsaved)
        sitting.refused.connect(self._say_refused)
        sitting.changed.connect(self._look_again)
        sitting.saved.connect(self._say_saved)
        sitting.happened.connect(self._tell)

    def say_unsaved(self, why: str) -> None:
        """Once in the same words: every few seconds something is tried again."""
        failed = sorted(self._sitting.lacking.failed)
        words = f"{why}{f'{places_words(failed)}的作答还没有存下。' if failed else ''}"
        self.unsaved.say(f"{words}{_UNSAVED}", "red", "再试一次", "另存到…")
        self.unsaved.show()
        if words != self._said:
            announce(self, words)
        self._said = words
        self._look_again()

    def show_time(self, left: int) -> None:
        """Milliseconds, below zero in overtime. The last minute is said once, and once that it is over."""
        stage = "" if left > LAST_MS else "last" if left >= 0 else "over"
        if stage and stage != self._stage:
            paper = self._sitting.exam.paper
            words = overtime_words(paper) if stage == "over" else f"剩余 1 分钟，{overdue_words(paper)}"
            self.last.say(f"{words}。{'' if self._sitting.lacking else '已作答的都已保存。'}", "red")
            self.last.show()
            announce(self, words)
        self._stage = stage

    def _retry(self) -> None:
        self._said = ""
        self.retry_wanted.emit()

    def _say_refused(self, why: str) -> None:
        self._why = why
        words = f"{places_words(sorted(self._sitting.lacking.refused))}：{why}"
        if self.refused.isHidden() or words != self.refused.text():
            self.refused.say(words, "red", "去修改")
            self.refused.show()
            announce(self, words)

    def _look_again(self) -> None:
        if not self._sitting.lacking.refused:
            self.refused.hide()
        elif not self.refused.isHidden():
            self._say_refused(self._why)

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self.told.show()
        announce(self, words)

    def _say_saved(self) -> None:
        self._said = ""
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
