"""The vertical scroll area that holds a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """Scrolls ``content`` downwards only. Transparent, no frame, and no nameless tab stop."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: to ask Qt for its widget would make PySide look through all its classes, which takes 20 ms.
        self.setViewport(QWidget())
        # Content that is too wide is cut, it never slides sideways under a focus that moves.
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.horizontalScrollBar().setValue(0))
        if content is not None:
            self.setWidget(content)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def scroll_to(self, y: int) -> None:
        """Put the content's line ``y`` at the top of the view."""
        self.verticalScrollBar().setValue(y)

    def reveal(self, widget: QWidget) -> None:
        """Scroll as little as needed to show ``widget``."""
        self.ensureWidgetVisible(widget, 0, 24)
