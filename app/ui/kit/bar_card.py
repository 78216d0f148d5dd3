"""A card with a colour bar on its left side, clipped to the round corners."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.ui.kit.tokens import current_theme, px


class BarCard(QFrame):
    """``token`` colours the bar, ``ground`` the card; ``lit`` frames it while its place in the text is pointed at."""

    def __init__(
        self, layout: QLayout | None = None, token: str = "ink", ground: str = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._token, self._ground, self._lit = token, ground, False
        if layout is not None:
            self.setLayout(layout)

    def set_lit(self, lit: bool) -> None:
        """Frame the card in its own colour, or no longer."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._lit:
            box.adjust(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, px(9), px(9))
        painter.fillPath(shape, theme.colour(self._ground))
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, px(4) + 0.5, self.height()), theme.colour(self._token))
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour(self._token if self._lit else "border"), 2 if self._lit else 1))
        painter.drawPath(shape)
