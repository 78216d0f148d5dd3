"""A few lines of text that end in an ellipsis when there is no more room; the tip then tells the whole."""

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px


class ElidedLabel(QWidget):
    """At most ``lines`` lines. ``fit`` takes only the lines needed instead of always ``lines``."""

    def __init__(
        self,
        text: str = "",
        size: float = 15,
        lines: int = 1,
        tone: str = "text",
        bold: bool = False,
        serif: bool = False,
        line: float = 1.45,
        fit: bool = False,
    ) -> None:
        super().__init__()
        self._extent, self._lines, self._tone, self._bold, self._serif = size, lines, tone, bold, serif
        self._leading, self._fit = line, fit
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(fit)
        self.setSizePolicy(policy)
        self._block = self._set(text)

    def text(self) -> str:
        """The whole text."""
        return self._block.text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._block = self._set(text)
        self._tell_the_rest()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._fit

    def heightForWidth(self, width: int) -> int:
        return self._block.height(width) if self._fit else self._block.line_height * self._lines

    def sizeHint(self) -> QSize:
        wanted = min(px(420), int(self._block.natural_width()) + 2)
        return QSize(wanted, self.heightForWidth(self.width()) if self._fit else self._block.line_height * self._lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), self._block.line_height * (1 if self._fit else self._lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()
        if self._fit and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._block.draw(QPainter(self), QPointF(0, 0), self.width(), current_theme().colour(self._tone))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Being put into a layout is a change of style, too.
        if event.type() == QEvent.Type.StyleChange and current_theme() is not self._set_for:
            self._block = self._set(self._block.text)

    def _tell_the_rest(self) -> None:
        set_tip(self, self._block.text if self._block.elided(self.width()) else "")

    def _set(self, text: str) -> TextBlock:
        self.setAccessibleName(text)
        self._set_for = current_theme()
        height = round(px(self._extent) * self._leading)
        return TextBlock(text, font(self._extent, self._bold, self._serif), height, self._lines)
