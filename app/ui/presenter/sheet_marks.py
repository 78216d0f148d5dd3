"""What a page is made of once it is laid out: texts, boxes, lines and a few shapes, each where it will be painted."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImageReader, QPainter, QPen, QPolygonF

from app.ui.kit.tokens import Theme
from app.ui.presenter.sheet_style import colour
from app.ui.presenter.sheet_text import SetText

LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


class Mark(Protocol):
    """In page units; colours are tokens, so that one layout serves every theme."""

    def paint(self, painter: QPainter, theme: Theme) -> None: ...


@dataclass(frozen=True, slots=True)
class TextMark:
    """``width`` is what the lines are aligned in; 0 means the width that the text was set in."""

    text: SetText
    x: float
    y: float
    token: str = "text"
    alignment: Qt.AlignmentFlag = LEFT
    width: float = 0.0
    role: str = "body"

    def rect(self) -> QRectF:
        """The box round the lines."""
        return self.text.hug(self.x, self.y, self.width or self.text.width, self.alignment)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        ink = colour(theme, self.token)
        self.text.paint(painter, self.x, self.y, self.width or self.text.width, ink, self.alignment)


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A rectangle; ``fill`` and ``line`` are tokens or "" for none; ``hatch`` draws slanted lines over the fill."""

    rect: QRectF
    fill: str = ""
    line: str = ""
    thick: float = 3.0
    radius: float = 12.0
    hatch: str = ""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        inset = self.thick / 2 if self.line else 0.0
        box = self.rect.adjusted(inset, inset, -inset, -inset)
        radius = min(self.radius, box.width() / 2, box.height() / 2)
        painter.setPen(QPen(colour(theme, self.line), self.thick) if self.line else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour(theme, self.fill)) if self.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.hatch:
            self._paint_hatch(painter, box, theme)

    def _paint_hatch(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(colour(theme, self.hatch), 3.5))
        place = box.left() - box.height()
        while place < box.right():
            painter.drawLine(QPointF(place, box.bottom()), QPointF(place + box.height(), box.top()))
            place += 13.0
        painter.restore()


@dataclass(frozen=True, slots=True)
class LineMark:
    start: QPointF
    end: QPointF
    token: str = "border"
    thick: float = 2.5

    def paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QPen(colour(theme, self.token), self.thick))
        painter.drawLine(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ShapeMark:
    """``shape``: tick, cross, ring, square, play, ripples; drawn, because not every font has them."""

    shape: str
    rect: QRectF
    token: str
    thick: float = 6.0

    def paint(self, painter: QPainter, theme: Theme) -> None:
        pen = QPen(colour(theme, self.token), self.thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        getattr(self, f"_{self.shape}")(painter, theme)

    def _tick(self, painter: QPainter, theme: Theme) -> None:
        painter.drawPolyline(QPolygonF([self._at(0.12, 0.55), self._at(0.4, 0.82), self._at(0.9, 0.2)]))

    def _cross(self, painter: QPainter, theme: Theme) -> None:
        painter.drawLine(self._at(0.2, 0.2), self._at(0.8, 0.8))
        painter.drawLine(self._at(0.2, 0.8), self._at(0.8, 0.2))

    def _ring(self, painter: QPainter, theme: Theme) -> None:
        painter.setBrush(colour(theme, "bg"))
        painter.drawEllipse(self.rect.adjusted(self.thick / 2, self.thick / 2, -self.thick / 2, -self.thick / 2))

    def _square(self, painter: QPainter, theme: Theme) -> None:
        painter.fillRect(self.rect, colour(theme, self.token))

    def _play(self, painter: QPainter, theme: Theme) -> None:
        painter.drawEllipse(self.rect.adjusted(self.thick / 2, self.thick / 2, -self.thick / 2, -self.thick / 2))
        painter.setBrush(colour(theme, self.token))
        painter.drawPolygon(QPolygonF([self._at(0.4, 0.3), self._at(0.4, 0.7), self._at(0.72, 0.5)]))

    def _ripples(self, painter: QPainter, theme: Theme) -> None:
        """Quarter circles round the lower right corner, fainter outwards."""
        ink = colour(theme, self.token)
        for number in range(1, 20):
            ink.setAlpha(max(10, 50 - number * 2))
            painter.setPen(QPen(ink, self.thick))
            radius = self.rect.height() * 0.058 * number
            painter.drawEllipse(QPointF(self.rect.right(), self.rect.bottom()), radius, radius)

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(self.rect.left() + x * self.rect.width(), self.rect.top() + y * self.rect.height())


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A picture file, as large as ``rect`` allows without stretching; read when painted, no larger than shown."""

    file: Path
    rect: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> None:
        reader = QImageReader(str(self.file))
        reader.setAutoTransform(True)
        scale = painter.combinedTransform().m11() * (painter.device().devicePixelRatio() if painter.device() else 1)
        room = QSize(max(1, round(self.rect.width() * scale)), max(1, round(self.rect.height() * scale)))
        shape = reader.size()
        if shape.isValid() and not reader.transformation().value & 4:
            reader.setScaledSize(shape.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            return
        room = self.rect.size().toSize()
        shown = QRectF(QPointF(0, 0), image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        shown.moveCenter(self.rect.center())
        painter.drawImage(shown, image)
