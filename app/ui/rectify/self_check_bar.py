"""Below a self-check: what happens with the answers, how many there are, and what comes next."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.ground import paint_ground
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, row
from app.ui.kit.tokens import current_theme

OFFLINE = "不会联网、不上报"
HOW = "。选“存在”即生成问题草稿，随时可改。"
SAVED = "已自动保存"
FORM, SEE = "形成问题清单", "看问题清单"


class SelfCheckBar(QWidget):
    formed = Signal()

    def __init__(self, locked: bool) -> None:
        super().__init__()
        self._said = ElidedLabel("这次自查已完成，“需核实”的还可以改答" if locked else OFFLINE + HOW, 15, tone="text2")
        self._icon, self._saved = IconLabel("checkmark_circle", 16, "green", True), Label(SAVED, 15, "green")
        self._count = Label("", 16, bold=True)
        self._form = button(SEE if locked else FORM, "primary", "clipboard_task")
        items: list[Item] = [IconLabel("info", 18, "ink", True), (self._said, 1)]
        if not locked:
            items.append(row(self._icon, self._saved, spacing=4))
        self.setLayout(row(*items, 6, self._count, 6, self._form, margins=(24, 9, 24, 10), spacing=8))
        self._form.clicked.connect(self.formed)

    def set_wide(self, wide: bool) -> None:
        """With little room only the first half of the sentence is said."""
        if self._said.text().startswith(OFFLINE):
            self._said.set_text(OFFLINE + HOW if wide else OFFLINE)

    def show_count(self, answered: int, of: int) -> None:
        self._count.setText(f"已答 {answered}/{of}")

    def show_refused(self, count: int) -> None:
        """So many notes may not be stored: they are on screen only."""
        tone = "red" if count else "green"
        self._icon.set_icon("error_circle" if count else "checkmark_circle", tone, True)
        self._saved.setText(f"{count} 条说明没有保存" if count else SAVED)
        self._saved.set_tone(tone)

    def saved_words(self) -> str:
        return self._saved.text()

    def count_words(self) -> str:
        return self._count.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        paint_ground(painter, self.rect(), theme.colour("surface"))
        paint_ground(painter, QRect(0, 0, self.width(), 1), theme.colour("border"))
