"""A size to choose, shown at its own size."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.fonts import SANS, SERIF, face, font
from app.ui.kit.icons import pixmap
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px
from app.ui.welcome.choice_card import ChoiceCard

SAMPLE = "签字之前，先看清楚。"


@dataclass(frozen=True)
class SizeOffer:
    """``scale`` and ``reading`` as they go to the settings; ``shown`` is the scale to draw the sample at."""

    name: str
    hint: str
    scale: float
    reading: int
    shown: float


class SizeChoice(ChoiceCard):
    """Draws its sample at the offered size, whatever the present scale is."""

    def __init__(self, offer: SizeOffer, sampled: bool = True, parent: QWidget | None = None) -> None:
        """Without ``sampled`` it is a line of words: what it offers is the size that one is looking at."""
        super().__init__(f"字号{offer.name}，{offer.hint}", parent)
        self.offer, self._sampled = offer, sampled
        pixels = round(offer.reading * offer.shown)
        self._title = face(SERIF, max(px(19), round(19 * offer.shown)), bold=True)  # a name is read at today's size
        self._text = TextBlock(SAMPLE, face(SANS, pixels), round(pixels * 1.7), balanced=True)

    def heightForWidth(self, width: int) -> int:
        sample = px(10) + self._text.height(max(width, px(160)) - px(40)) if self._sampled else 0
        return self._head_bottom() + sample + px(12)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self._head_bottom() + px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
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
