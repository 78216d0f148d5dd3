"""One of the three answers to a statement of risk."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ledger.self_check import Finding
from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES
from app.ui.rectify.self_check_look import LOOKS

_ICON, _GAP, _SIDE, _HEIGHT = 17, 6, 12, 38


class SelfCheckButton(PaintedButton):
    """Checkable; whoever holds it says which one is on. Shape, word and colour say it together."""

    def __init__(self, finding: Finding, statement: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding, self._statement = finding, statement
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name)
        self._name()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(16, bold=True)).horizontalAdvance(self.finding.value)
        return QSize(round(width) + px(_ICON) + px(_GAP) + 2 * px(_SIDE), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on, look = current_theme(), self.isChecked(), LOOKS[self.finding]
        ink, ground, _ = TONES[look.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = px(2) if on else 1
        painter.setPen(QPen(theme.colour(ink if on else "text2" if self.underMouse() else "border_strong"), width))
        painter.setBrush(theme.colour(ground if on else "surface"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, px(8), px(8))
        letters = font(16, on)
        metrics = QFontMetricsF(letters)
        left = (self.width() - metrics.horizontalAdvance(self.finding.value) - px(_ICON) - px(_GAP)) / 2
        token = ink if on else "text2"
        painter.drawPixmap(QPointF(left, (self.height() - px(_ICON)) / 2), pixmap(look.icon, _ICON, token, on))
        painter.setFont(letters)
        painter.setPen(theme.colour(ink if on else "text"))
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left + px(_ICON) + px(_GAP), baseline), self.finding.value)

    def _name(self) -> None:
        renamed(self, f"{self.finding}：{self._statement}" + ("，已选" if self.isChecked() else ""))
        self.update()
