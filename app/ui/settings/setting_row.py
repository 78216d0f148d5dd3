"""One setting: its name and what it does, and its control beside them or, where it is narrow, below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

_BESIDE, _LEAST_WORDS = 620, 150


class SettingRow(QWidget):
    def __init__(self, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self._control = control
        control.setAccessibleName(control.accessibleName() or name)
        words = column(Label(name, 16, bold=True), spacing=2)
        if hint:
            words.addWidget(Paragraph(hint, 14, "text2"))
        self._words = boxed(words)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(px(8))
        self._across.addWidget(self._words, 1)
        self._across.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(self._across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        room = width - self._control.sizeHint().width() - px(16)
        beside = width >= px(_BESIDE) and room >= px(_LEAST_WORDS)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._across.direction():
            self._across.setDirection(direction)
            side = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
            self._across.setAlignment(self._control, side)
