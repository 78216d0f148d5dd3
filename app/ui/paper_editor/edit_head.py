"""What stands above a paper that is being written: its name and state, what it comes to, what can be done with it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.paper import Paper
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.ground import paint_ground
from app.ui.kit.layouts import column, row
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import current_theme


class EditHead(QWidget):
    back_wanted = Signal()
    trial_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", 20, bold=True, serif=True)
        self._sum = ElidedLabel("", 15, tone="text2")
        self._state, self._wrong = Tag(""), Tag("")
        back = button("", "ghost", "arrow_left", name="回到全部试卷", tip="回到全部试卷")
        trial = button("试抽一份", "default", "eye")
        self._save = button("保存试卷", "primary", "save")
        words = column(self._title, self._sum, spacing=0)
        tags = row(self._wrong, self._state, spacing=8)
        line = row(back, (words, 1), tags, 4, trial, self._save, margins=(20, 8, 24, 9), spacing=8)
        self.setLayout(line)
        back.clicked.connect(self.back_wanted)
        trial.clicked.connect(self.trial_wanted)
        self._save.clicked.connect(self.save_wanted)

    def show_paper(self, paper: Paper, wrong: int) -> None:
        """``wrong``: how many things keep it from being saved."""
        self._title.set_text(paper.title or "未命名试卷")
        said = f"{paper.size} 题 · 满分 {paper.total} 分 · {paper.pass_score} 分合格 · {paper.minutes} 分钟"
        self._sum.set_text(said)
        self._wrong.set(f"还有 {wrong} 处要改", "red", "error_circle")
        self._wrong.setVisible(bool(wrong))

    def show_state(self, version: int, draft: bool) -> None:
        """``draft``: something was changed since version ``version`` was saved (0: never was)."""
        if draft:
            self._state.set("草稿" if not version else f"第 {version} 版有改动", "amber", "edit")
        else:
            self._state.set(f"第 {version} 版已保存", "green", "checkmark_circle")

    def sum_words(self) -> str:
        return self._sum.text()

    def state_words(self) -> str:
        return self._state.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        paint_ground(painter, self.rect(), theme.colour("surface"))
        paint_ground(painter, QRect(0, self.height() - 1, self.width(), 1), theme.colour("border"))
