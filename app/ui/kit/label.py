"""One line of text. Names and file contents pass through here, so it is plain text always."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme


class Label(QLabel):
    """Unwrapped plain text in one of the theme's tones. For text that wraps take Paragraph."""

    def __init__(
        self,
        text: str = "",
        size: float = 15,
        tone: str = "text",
        bold: bool = False,
        serif: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points, self._tone, self._bold, self._serif = size, tone, bold, serif
        self._dressed_for = current_theme()
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # inside a button Qt would take ButtonText
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._dress()

    def set_tone(self, tone: str) -> None:
        """Change the colour token of the text."""
        if tone != self._tone:
            self._tone = tone
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self._is_dressed():
            self._dress()

    def _is_dressed(self) -> bool:
        """Being put into a layout is a change of style, too; and a new style sheet may take back the palette."""
        theme = current_theme()
        return theme is self._dressed_for and self.palette().windowText().color() == theme.colour(self._tone)

    def _dress(self) -> None:
        theme = self._dressed_for = current_theme()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._tone))
        self.setPalette(palette)
        self.setFont(font(self._points, self._bold, self._serif))
