"""Grey blocks in the shape of a page, for the first paint before anything has been read."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.tokens import current_theme, px


class Skeleton(QWidget):
    """``kind`` is cards (a grid), page (a large card, rows, a side column) or text (lines). One paint, no children."""

    def __init__(self, kind: str = "page", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setAccessibleName("正在打开")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for box, token in self._blocks():
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(box, px(8), px(8))

    def _blocks(self) -> list[tuple[QRectF, str]]:
        margin, gap = px(28), px(16)
        width, height = self.width() - 2 * margin, self.height()
        title = (QRectF(margin, px(24), px(220), px(26)), "surface3")
        top = px(66)
        if self._kind == "text":
            lines = range(top, max(top, height - px(40)), px(34))
            return [title, *((QRectF(margin, y, width * (0.55 if n % 4 == 3 else 0.9), px(14)), "surface3")
                             for n, y in enumerate(lines))]  # fmt: skip
        if self._kind == "cards":
            columns = max(1, (width + gap) // (px(284) + gap))
            side = (width - gap * (columns - 1)) / columns
            rows = range(top, height, px(258) + gap)
            return [title, *((QRectF(margin + n * (side + gap), y, side, px(258)), "surface")
                             for y in rows for n in range(columns))]  # fmt: skip
        right = px(372) if width > px(1040) else 0
        left = width - right - (gap if right else 0)
        blocks = [title, (QRectF(margin, top, left, px(230)), "surface")]
        blocks.append((QRectF(margin, top + px(230) + gap, left, px(300)), "surface"))
        if right:
            blocks.append((QRectF(margin + left + gap, top, right, px(190)), "surface"))
            blocks.append((QRectF(margin + left + gap, top + px(190) + gap, right, px(230)), "surface"))
        return blocks
