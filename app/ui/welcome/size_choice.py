"""A size to choose, shown at its own size."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.card import paint_sheet
from app.ui.kit.fonts import SANS, SERIF, face, font
from app.ui.kit.icons import pixmap
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px

SAMPLE = "签字之前，先看清楚。"


@dataclass(frozen=True)
class SizeOffer:
    """``scale`` and ``reading`` as they go to the settings; ``shown`` is the scale to draw the sample at."""

    name: str
    hint: str
    scale: float
    reading: int
    shown: float


class SizeChoice(QAbstractButton):
    """Draws its sample at the offered size, whatever the present scale is."""

    def __init__(self, offer: SizeOffer, sampled: bool = True, parent: QWidget | None = None) -> None:
        """Without ``sampled`` it is a line of words: what it offers is the size that one is looking at."""
        super().__init__(parent)
        self.offer, self._sampled = offer, sampled
        pixels = round(offer.reading * offer.shown)
        self._title = face(SERIF, max(px(19), round(19 * offer.shown)), bold=True)  # a name is read at today's size
        self._text = TextBlock(SAMPLE, face(SANS, pixels), round(pixels * 1.7), balanced=True)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._name)
        self._name()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        sample = px(10) + self._text.height(max(width, px(160)) - px(40)) if self._sampled else 0
        return self._head_bottom() + sample + px(12)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self._head_bottom() + px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter goes on to the next step
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        line = "red" if on else "text2" if self.underMouse() else "border_strong"
        paint_sheet(painter, QRectF(self.rect()), "red_soft" if on else "surface", line, 12, 2 if on else 1)
        painter.setFont(self._title)
        painter.setPen(theme.colour("red" if on else "text"))
        metrics = QFontMetricsF(self._title)
        painter.drawText(QPointF(px(20), px(16) + metrics.ascent()), self.offer.name)
        painter.setFont(font(14))
        painter.setPen(theme.colour("text2"))
        hint = QFontMetricsF(font(14))
        painter.drawText(QPointF(px(20), px(20) + metrics.height() + hint.ascent()), self.offer.hint)
        if self._sampled:
            place = QPointF(px(20), self._head_bottom() + px(10))
            self._text.draw(painter, place, self.width() - px(40), theme.colour("text"))
        if on:
            painter.drawPixmap(QPointF(self.width() - px(38), px(16)), pixmap("checkmark_circle", 22, "red", True))

    def _head_bottom(self) -> int:
        return round(px(20) + QFontMetricsF(self._title).height() + QFontMetricsF(font(14)).height())

    def _name(self) -> None:
        renamed(self, f"字号{self.offer.name}，{self.offer.hint}" + ("，已选" if self.isChecked() else ""))
        self.update()
