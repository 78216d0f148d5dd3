"""The line over 备课: which deck, how long it takes against the plan, what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.tokens import current_theme
from app.ui.presenter.count_box import CountBox


class DeckEditHead(QWidget):
    back_wanted = Signal()
    undo_wanted = Signal()
    print_wanted = Signal()
    start_wanted = Signal()
    minutes_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = button("我的课件", "ghost", "arrow_left")
        self._title = ElidedLabel("", 18, bold=True, serif=True)
        self._facts = ElidedLabel("", 15, tone="text2")
        self.minutes = CountBox("计划讲多少分钟", 0, 0, 600, "分钟", 126)
        self.minutes.setSpecialValueText("不限")
        self._undo = button("", "ghost", "arrow_undo", tip="撤销 Ctrl+Z（重做 Ctrl+Y）", name="撤销")
        self._print = button("打印", "ghost", "print", tip="写讲稿或讲义")
        self._start = button("投影 F5", "primary", "presenter", name="投影")
        plan = boxed(row(Label("计划", 15, "text2"), self.minutes, spacing=6))
        words = column(self._title, self._facts, spacing=1)
        tools = (plan, self._undo, self._print, self._start)
        self.setLayout(row(back, (words, 1), *tools, margins=(12, 8, 16, 8), spacing=6))
        for made, signal in (
            (back, self.back_wanted),
            (self._undo, self.undo_wanted),
            (self._print, self.print_wanted),
            (self._start, self.start_wanted),
        ):
            made.clicked.connect(signal)
        self.minutes.valueChanged.connect(self.minutes_chosen)

    def show_deck(self, title: str, pages: int, skipped: int, seconds: int, minutes: int) -> None:
        """``seconds`` of the pages that are not skipped, ``minutes`` as planned, 0 for no plan."""
        self._title.set_text(title)
        self.minutes.show_value(minutes)
        needed = round(seconds / 60)
        facts = [f"{pages} 页" + (f"，另跳过 {skipped} 页" if skipped else ""), f"约需 {needed} 分钟"]
        if minutes:
            over = needed - minutes
            late = f"超出计划 {over} 分钟" if over > 0 else f"比计划少 {-over} 分钟"
            facts.append(late if over else "与计划相同")
        self._facts.set_text(" · ".join(facts))

    def show_history(self, undo: bool) -> None:
        """Whether there is something to take back."""
        self._undo.setEnabled(undo)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, where words find no room."""
        self._print.setText("" if narrow else "打印")
        self._print.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_theme().colour("border"))
