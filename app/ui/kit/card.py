"""A sheet of paper: a round-cornered ground for other widgets."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.ui.kit.tokens import current_theme, px

CARD_KINDS: dict[str, tuple[str, str, int]] = {
    "1": ("surface", "border", 12),
    "2": ("surface2", "border", 10),
    "soft": ("red_soft", "red_line", 10),
    "ink": ("ink_soft", "ink_line", 10),
    "green": ("green_soft", "green_line", 10),
    "amber": ("amber_soft", "amber_line", 10),
}
"""Ground, line and corner radius of each kind."""


class Card(QFrame):
    """A card of kind 1 (white), 2 (sunken), soft (red), ink, green or amber, around a layout."""

    def __init__(self, layout: QLayout | None = None, kind: str = "1", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        if layout is not None:
            self.setLayout(layout)

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, line, radius = CARD_KINDS[self._kind]
        paint_sheet(QPainter(self), QRectF(self.rect()), ground, line, radius)


def paint_sheet(painter: QPainter, box: QRectF, ground: str, line: str, radius: float, line_width: float = 1.0) -> None:
    """Draw a round-cornered sheet with its line inside ``box``; ``radius`` in design pixels."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(line), line_width))
    painter.setBrush(theme.colour(ground))
    half = line_width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), px(radius), px(radius))
