"""A row of a bar chart: name, bar with a tick for the average, figure; a weak bar is hatched."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px


class HorizontalBar(QWidget):
    """``value`` and ``tick`` from 0 to 1 (tick None: none). ``figure`` stands at the right, as 「62%  薄弱」;
    ``tick_name`` says what the tick is to whoever hears it."""

    def __init__(
        self,
        name: str,
        value: float,
        figure: str,
        tick: float | None = None,
        weak: bool = False,
        token: str = "ink",
        name_width: float = 96,
        figure_width: float = 104,
        tick_name: str = "平均",
    ) -> None:
        super().__init__()
        self._name, self._value, self._figure, self._tick, self._weak = name, value, figure, tick, weak
        self._token, self._name_width, self._figure_width = token, name_width, figure_width
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        average = f"，{tick_name} {round(tick * 100)}%" if tick is not None else ""
        self.setAccessibleName(f"{name} {figure}{average}")

    def sizeHint(self) -> QSize:
        return QSize(px(self._name_width + self._figure_width + 160), px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, height = px(self._name_width), px(self._figure_width), self.height()
        track = QRectF(left, height / 2 - px(7), max(1, self.width() - left - right), px(14))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(15))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(0, 0, left - px(6), height), middle, self._name)
        self._paint_bar(painter, track)
        painter.setFont(font(15, bold=True))
        painter.setPen(theme.colour("red" if self._weak else "text"))
        painter.drawText(QRectF(track.right() + px(12), 0, right, height), middle, self._figure)

    def _paint_bar(self, painter: QPainter, track: QRectF) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface3"))
        painter.drawRoundedRect(track, px(4), px(4))
        bar = QRectF(track)
        bar.setWidth(max(px(4), track.width() * min(1.0, max(0.0, self._value))))
        shape = QPainterPath()
        shape.addRoundedRect(bar, px(4), px(4))
        painter.fillPath(shape, theme.colour("red_fill" if self._weak else self._token))
        if self._weak:
            painter.save()
            painter.setClipPath(shape)
            painter.setPen(QPen(theme.colour("on_red", 120), 2))
            x = bar.left()
            while x < bar.right() + px(10):
                painter.drawLine(QPointF(x, bar.bottom()), QPointF(x + px(10), bar.top()))
                x += px(8)
            painter.restore()
        if self._tick is not None:
            at = track.left() + track.width() * self._tick
            for token, width in (("surface", 6), ("text", 2)):
                painter.setPen(QPen(theme.colour(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                painter.drawLine(QPointF(at, track.top() - px(4)), QPointF(at, track.bottom() + px(4)))
