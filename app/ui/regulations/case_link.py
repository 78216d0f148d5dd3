"""A case that cites the article."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.ui.kit.fonts import font
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px

_LEFT, _TOP = 16, 9


class CaseLink(PaintedButton):
    """A card with a bar in the tint of the case's topic."""

    def __init__(self, title: str, domain: str, tint: int) -> None:
        super().__init__()
        self._tint = tint
        self._title = TextBlock(title, font(16, bold=True, serif=True), px(24), 2)
        self._domain = TextBlock(domain, font(14), px(21), 1)
        self.setAccessibleName(f"案例：{title}，{domain}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._title.height(self._room(width)) + px(21) + px(2 * _TOP)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(9), px(9))
        painter.fillPath(shape, theme.colour("surface2"))
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, px(4), self.height()), theme.tint(self._tint)[0])
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("red" if self.underMouse() else "border"), 1))
        painter.drawPath(shape)
        room = self._room(self.width())
        self._title.draw(painter, QPointF(px(_LEFT), px(_TOP)), room, theme.colour("text"))
        top = px(_TOP) + self._title.height(room)
        self._domain.draw(painter, QPointF(px(_LEFT), top), room, theme.colour("text2"))

    def _room(self, width: int) -> int:
        return max(width, px(160)) - px(_LEFT + 10)
