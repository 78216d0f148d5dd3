"""Wrapped text with a real line height, whose height follows its width and never explodes."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px

_NARROW = 120
_PREFERRED = 420


class Paragraph(QWidget):
    """Text that wraps and cannot be selected.

    Widths below 120 design pixels are answered as if they were 120: layouts ask for heights at widths that are never
    shown, and a QLabel's honest answer there makes windows thousands of pixels tall. ``balanced`` sets even line ends;
    ``struck`` strikes the words through: say beside it why they no longer hold.
    """

    def __init__(
        self,
        text: str = "",
        size: float = 16,
        tone: str = "text",
        bold: bool = False,
        serif: bool = False,
        line: float = 1.6,
        balanced: bool = False,
        lines: int = 0,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
        struck: bool = False,
    ) -> None:
        super().__init__(parent)
        self._struck = struck
        self._extent, self._tone, self._bold, self._serif = size, tone, bold, serif
        self._leading, self._balanced, self._lines, self._alignment = line, balanced, lines, alignment
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._block = self._set(text)

    def text(self) -> str:
        """The text shown."""
        return self._block.text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._block.text:
            self._block = self._set(text)
            self.updateGeometry()
            self.update()

    def set_tone(self, tone: str) -> None:
        """Change the colour token of the text."""
        self._tone = tone
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._block.height(max(width, px(_NARROW)))

    def sizeHint(self) -> QSize:
        width = min(px(_PREFERRED), int(self._block.natural_width()) + 2)
        return QSize(width, self._block.height(max(width, px(_NARROW))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROW) // 2, self._block.line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = current_theme().colour(self._tone)
        self._block.draw(painter, QPointF(0, 0), self.width(), colour, self._alignment)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Being put into a layout is a change of style, too.
        if event.type() == QEvent.Type.StyleChange and current_theme() is not self._set_for:
            self._block = self._set(self._block.text)
            self.updateGeometry()

    def _set(self, text: str) -> TextBlock:
        self.setAccessibleName(text)
        self._set_for = current_theme()
        height = round(px(self._extent) * self._leading)
        made = font(self._extent, self._bold, self._serif)
        made.setStrikeOut(self._struck)
        return TextBlock(text, made, height, self._lines, self._balanced)
