"""One key point with its tick; a press anywhere on it ticks it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.question import KeyPoint
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class PointRow(QWidget):
    toggled = Signal()

    def __init__(self, number: int, point: KeyPoint, on: bool, hinted: bool, worth: str, open_: bool) -> None:
        """``hinted``: its words were found in the answer; ``worth``: its share of the question, in words; ``open_``: it
        can be ticked."""
        super().__init__()
        self._tick = QCheckBox(str(number))
        self._tick.setAccessibleName(f"要点{number}：{point.text}，{worth}{'，有关键词' if hinted else ''}，写到了")
        self._tick.setChecked(on)
        self._tick.setEnabled(open_)
        self._tick.toggled.connect(self.toggled)
        told = [Tag("有关键词", "grey", "search")] if hinted else []
        below = row(Label(worth, 15, "text2"), *told, None, spacing=12)
        words = column(Paragraph(point.text, 16, line=1.5), below, spacing=2)
        self.setLayout(row((self._tick, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=10))

    def on(self) -> bool:
        return self._tick.isChecked()

    def set_on(self, on: bool) -> None:
        self._tick.setChecked(on)

    def close_marking(self) -> None:
        """It can be ticked no more."""
        self._tick.setEnabled(False)

    def turn(self) -> bool:
        """Tick it, or take the tick away; False where that is not open."""
        if not self._tick.isEnabled():
            return False
        self._tick.toggle()
        return True

    def take_focus(self) -> None:
        self._tick.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.turn()
