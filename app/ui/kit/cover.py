"""A typographic cover: a word of two characters on tinted paper with ripples. No photographs."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.kit.fonts import font
from app.ui.kit.ground import paint_ground
from app.ui.kit.tokens import current_theme, px

_RIPPLES = 14
_SEEN = (55 * 16, 130 * 16)  # the part of a ripple that lies on the cover: its centre is at the lower right corner


class Cover(QWidget):
    """With ``width`` a standing cover, the characters one below the other; without, the head of a card."""

    def __init__(self, word: str, tint: int, height: float = 92, width: float = 0) -> None:
        super().__init__()
        self._word, self._tint, self._standing = word[:2], tint, bool(width)
        self.setFixedHeight(px(height))
        if width:
            self.setFixedWidth(px(width))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = current_theme().tint(self._tint)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(10 if self._standing else 11)
        shape, box = QPainterPath(), QRectF(self.rect())
        if not self._standing:
            box.setHeight(box.height() + radius)  # only the upper corners are round: the card goes on below
        shape.addRoundedRect(box, radius, radius)
        painter.setClipPath(shape)
        paint_ground(painter, self.rect(), ground)
        self._paint_ripples(painter, QColor(ink))
        painter.setPen(ink)
        if self._standing:
            self._paint_standing(painter, ink)
        else:
            self._paint_lying(painter, ink)

    def _paint_ripples(self, painter: QPainter, ink: QColor) -> None:
        centre = QPointF(self.width() * 0.98, self.height() * 1.02)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number in range(1, _RIPPLES):
            ink.setAlpha(max(8, 46 - number * 3))
            painter.setPen(QPen(ink, 1.2))
            radius = px(16) * number
            box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawArc(box, *_SEEN)

    def _paint_standing(self, painter: QPainter, ink: QColor) -> None:
        side = min(self.height() * 0.36, self.width() * 0.42)
        letters = font(46, bold=True, serif=True)
        letters.setPixelSize(max(12, round(side * 0.8)))
        painter.setFont(letters)
        left, top = side * 0.28, (self.height() - side * len(self._word) - px(8)) / 2
        for place, character in enumerate(self._word):
            box = QRectF(left, top + place * side, side, side)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, character)
        paint_ground(painter, QRectF(left, top + len(self._word) * side + px(4), side * 0.5, px(3)), ink)

    def _paint_lying(self, painter: QPainter, ink: QColor) -> None:
        letters = font(32, bold=True, serif=True)
        letters.setPixelSize(max(12, round(self.height() * 0.35)))
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px(4))
        painter.setFont(letters)
        box = QRectF(px(18), 0, self.width() - px(18), self.height() - px(8))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        paint_ground(painter, QRectF(px(20), self.height() - px(18), px(26), px(3)), ink)
