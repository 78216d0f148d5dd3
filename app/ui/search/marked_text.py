"""A few lines of text with painted marks under what was searched for."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.ui.kit.tokens import current_theme

_NARROWEST = 60.0


class MarkedText:
    """Laid out once per width. ``marks`` are (start, end) in ``text``; at most ``lines`` lines, then an ellipsis."""

    def __init__(
        self, text: str, marks: Sequence[tuple[int, int]], font: QFont, line_height: int, lines: int = 2
    ) -> None:
        self._text, self._marks, self._font, self.line_height, self._lines = text, marks, font, line_height, lines
        self._width, self._made = -1.0, QTextLayout()

    def height(self, width: float) -> int:
        """Pixels needed at ``width``."""
        return max(1, self._layout(width).lineCount()) * self.line_height

    def draw(self, painter: QPainter, origin: QPointF, width: float, colour: QColor) -> None:
        """Draw from the top left corner."""
        layout = self._layout(width)
        lead = (self.line_height - QFontMetricsF(self._font).height()) / 2
        painter.setPen(colour)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            place = origin + QPointF(0, number * self.line_height + lead)
            line.draw(painter, place - line.position())

    def _layout(self, width: float) -> QTextLayout:
        width = max(width, _NARROWEST)
        if width != self._width:
            self._width = width
            self._made = self._break(self._text, width)
            if self._made.lineCount() > self._lines:
                cut = self._made.lineAt(self._lines).textStart()
                self._made = self._shortened(cut, width)
        return self._made

    def _shortened(self, cut: int, width: float) -> QTextLayout:
        made = self._break(self._text[:cut] + "…", width)
        while made.lineCount() > self._lines and cut > 1:
            cut -= 1
            made = self._break(self._text[:cut] + "…", width)
        return made

    def _break(self, text: str, width: float) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(len(text)))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout

    def _formats(self, length: int) -> list[QTextLayout.FormatRange]:
        theme = current_theme()
        made = []
        for start, end in self._marks:
            if start < min(end, length):
                piece = QTextLayout.FormatRange()
                look = QTextCharFormat()
                look.setBackground(theme.colour("mark"))
                look.setForeground(theme.colour("text"))
                look.setFontWeight(QFont.Weight.Bold)
                piece.start, piece.length, piece.format = start, min(end, length) - start, look  # type: ignore[attr-defined]
                made.append(piece)
        return made
