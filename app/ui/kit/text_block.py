"""Wrapped text laid out once per width: real line height, Chinese setting, optional ellipsis and even line ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from app.ui.kit.cjk import breakable, clean, spacing

_NARROWEST = 40.0
_BALANCING_STEPS = 7


class TextBlock:
    """Text in one font. ``line_height`` is in logical pixels; ``most_lines`` 0 means all of them."""

    def __init__(self, text: str, font: QFont, line_height: int, most_lines: int = 0, balanced: bool = False) -> None:
        self.font, self.line_height, self.most_lines, self.balanced = font, line_height, most_lines, balanced
        self._raw = breakable(text)
        self._layouts: dict[int, QTextLayout] = {}
        self._formats = self._spacing_formats()
        self._natural_width: float | None = None

    @property
    def text(self) -> str:
        """The text as given."""
        return clean(self._raw)

    def natural_width(self) -> float:
        """The width of the longest line if nothing wrapped."""
        if self._natural_width is None:
            layout = self._break(10_000_000.0)
            widths = (layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))
            self._natural_width = max(widths, default=0.0)
        return self._natural_width

    def line_count(self, width: float) -> int:
        """Lines drawn at ``width``."""
        count = max(1, self._layout(width).lineCount())
        return min(count, self.most_lines) if self.most_lines else count

    def height(self, width: float) -> int:
        """Pixels needed at ``width``."""
        return self.line_count(width) * self.line_height

    def elided(self, width: float) -> bool:
        """Whether some of the text is left out at ``width``."""
        return bool(self.most_lines) and self._layout(width).lineCount() > self.most_lines

    def draw(
        self,
        painter: QPainter,
        origin: QPointF,
        width: float,
        colour: QColor,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw from the top left corner ``origin``, aligned within ``width``."""
        painter.setPen(colour)
        layout = self._layout(width)
        metrics = QFontMetricsF(self.font)
        lead = (self.line_height - metrics.height()) / 2
        last = self.line_count(width) - 1
        for number in range(last + 1):
            line = layout.lineAt(number)
            if not line.isValid():
                return
            spare = max(0.0, width - line.naturalTextWidth())
            shift = spare / 2 if alignment & Qt.AlignmentFlag.AlignHCenter else 0.0
            shift = spare if alignment & Qt.AlignmentFlag.AlignRight else shift
            place = origin + QPointF(shift, number * self.line_height + lead)
            if number == last and self.elided(width):
                rest = clean(self._raw[line.textStart() :]).replace("\u2028", " ")
                text = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
                painter.setFont(self.font)
                painter.drawText(place + QPointF(0, metrics.ascent()), text)
            else:
                line.draw(painter, place - line.position())

    def _layout(self, width: float) -> QTextLayout:
        key = int(max(_NARROWEST, width))
        if key not in self._layouts:
            if len(self._layouts) > 4:
                self._layouts.clear()
            self._layouts[key] = self._even(key) if self.balanced else self._break(key)
        return self._layouts[key]

    def _even(self, width: float) -> QTextLayout:
        """The narrowest setting that needs no more lines than ``width`` does: no lone last character."""
        widest = self._break(width)
        low, high, best = width * 0.5, width, widest
        for _ in range(_BALANCING_STEPS):
            middle = (low + high) / 2
            tried = self._break(middle)
            if tried.lineCount() <= widest.lineCount():
                high, best = middle, tried
            else:
                low = middle
        return best

    def _break(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._raw.replace("\n", "\u2028"), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self._formats:
            layout.setFormats(self._formats)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout

    def _spacing_formats(self) -> list[QTextLayout.FormatRange]:
        wanted = spacing(self._raw, tuple(self.font.families()))
        if not wanted:
            return []
        from PySide6.QtGui import QTextCharFormat  # brings many enumerations, and most texts need none

        made = []
        em = self.font.pixelSize()
        for place, space in wanted:
            character = QTextCharFormat()
            character.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            character.setFontLetterSpacing(space * em)
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = place, 1, character  # type: ignore[attr-defined]
            made.append(piece)
        return made
