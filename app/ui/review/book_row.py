"""One line of the wrong-answer book: a group or a question, something beside it, one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import row


class BookRow(QWidget):
    acted = Signal()

    def __init__(self, title: str, beside: str, action: str, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        act = button(action, name=f"{action}：{title}")
        act.clicked.connect(self.acted)
        words = ElidedLabel(title, 16, lines=lines, fit=True)
        self.setLayout(row((words, 1), Label(beside, 15, "text2"), act, margins=(0, 7, 0, 7), spacing=14))
