"""What the looks of the answer sheet's cells mean."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, row
from app.ui.kit.tokens import current_theme, px


class _Mark(QWidget):
    def __init__(self, look: str) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(px(20), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        answered, current = self._look == "已答", self._look == "当前"
        line = "red" if current else "answered" if answered else "border_strong"
        painter.setPen(QPen(theme.colour(line), 2.2 if current else 1.2))
        painter.setBrush(theme.colour("answered" if answered else "surface"))
        painter.drawRoundedRect(box, px(5), px(5))
        if self._look == "标记":
            corner = QPainterPath()
            corner.moveTo(box.right() - px(10), box.top())
            corner.lineTo(box.right(), box.top())
            corner.lineTo(box.right(), box.top() + px(10))
            corner.closeSubpath()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillPath(corner, theme.colour("flag"))


class SheetLegend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        marks = [
            boxed(row(_Mark(word), Label(word, 14, "text2"), spacing=5)) for word in ("已答", "未答", "标记", "当前")
        ]
        self.setLayout(FlowLayout(*marks, spacing=12))
