"""The picture of a page in the console, as large as its place allows, in the shape of the room's screen."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.tokens import current_theme, px


class PageView(QWidget):
    """``resized`` tells that a picture of another ``picture_size`` is needed. The line around it has the colour of
    ``token``."""

    resized = Signal()

    def __init__(self, token: str = "border_strong", line: float = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token, self._line, self._shape = token, line, QSize(4, 3)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(120), px(60))

    def set_shape(self, shape: QSize) -> None:
        """Of the room's screen."""
        if shape != self._shape and not shape.isEmpty():
            self._shape = shape
            self.resized.emit()
            self.update()

    @property
    def shape(self) -> QSize:
        return self._shape

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def page_box(self) -> QRect:
        """Where the page lies."""
        line = px(self._line)
        room = self.rect().adjusted(line, line, -line, -line)
        size = self._shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) // 2
        return QRect(left, room.top() + (room.height() - size.height()) // 2, size.width(), size.height())

    @property
    def picture_size(self) -> QSize:
        return self.page_box().size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, line = self.page_box(), px(self._line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(box.adjusted(-line, -line, line, line), current_theme().colour(self._token))
        if self._picture.isNull():
            painter.fillRect(box, current_theme().colour("surface2"))
        elif self._picture.deviceIndependentSize().toSize() == box.size():
            painter.drawPixmap(box.topLeft(), self._picture)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, self._picture)
        self.paint_over(painter, box)

    def paint_over(self, painter: QPainter, box: QRect) -> None:
        """For what lies over the page."""


def frame(painter: QPainter, box: QRect, token: str, width: float) -> None:
    """A line just inside ``box``."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().colour(token), px(width)))
    half = px(width) // 2
    painter.drawRect(box.adjusted(half, half, -half - 1, -half - 1))
