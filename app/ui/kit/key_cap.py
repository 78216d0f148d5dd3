"""The picture of a key: shown beside an action when key hints are on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px

_SIZE = 13


class KeyCap(QWidget):
    """The name of a key on a small cap."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)

    def sizeHint(self) -> QSize:
        width = round(QFontMetricsF(font(_SIZE)).horizontalAdvance(self._keys)) + px(14)
        return QSize(max(px(24), width), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for colour, box in (
            ("border", whole),
            ("surface2", whole.adjusted(1, 1, -1, -px(2))),
        ):
            painter.setBrush(theme.colour(colour))
            painter.drawRoundedRect(box, px(4), px(4))
        painter.setFont(font(_SIZE))
        painter.setPen(theme.colour("text2"))
        painter.drawText(whole.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, self._keys)
