"""A line of the list of sections."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px


class SectionLink(PaintedButton):
    """Checked where its section is in view."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name)
        self._name(False)

    def nextCheckState(self) -> None:
        """A click does not check: the page says where the reader is."""

    def sizeHint(self) -> QSize:
        return QSize(px(150), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("red_soft" if on else "surface3"))
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        letters = font(16, on)
        metrics = QFontMetricsF(letters)
        painter.setFont(letters)
        painter.setPen(theme.colour("red" if on else "text"))
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(px(14), baseline), self.text())

    def _name(self, on: bool) -> None:
        renamed(self, self.text() + ("，当前位置" if on else ""))
