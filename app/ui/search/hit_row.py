"""One result: what it is, its title, two lines around the hit."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.labels import OWN_MARK
from app.services.search_service import KINDS
from app.ui.kit.announce import renamed
from app.ui.kit.card import paint_sheet
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px
from app.ui.search.marked_text import MarkedText
from app.ui.search.shown_hit import ShownHit

ICONS = {"case": "book", "article": "scales", "question": "question_circle", "note": "note"}
TONES = {"case": "red", "article": "ink", "question": "green", "note": "amber"}
_LEFT, _RIGHT, _TOP = 54, 18, 12


class HitRow(PaintedButton):
    """Click, Enter and Space open it."""

    def __init__(self, shown: ShownHit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown_hit = shown
        self.hit = shown.hit
        serif = self.hit.kind != "question"
        letters = font(18 if serif else 16, bold=True, serif=serif)
        self._title = MarkedText(shown.title, shown.title_marks, letters, px(27), 2)
        self._excerpt = MarkedText(shown.excerpt, shown.excerpt_marks, font(15), px(24), 2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        renamed(self, f"{KINDS[self.hit.kind]}：{shown.title}。{shown.excerpt}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(width, px(200)) - px(_LEFT + _RIGHT)
        excerpt = self._excerpt.height(room) + px(2) if self.shown_hit.excerpt else 0
        return self._title.height(room) + excerpt + px(2 * _TOP)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        on = self.hasFocus()
        line = "red" if on or self.underMouse() else "border"
        paint_sheet(painter, QRectF(self.rect()), "red_soft" if on else "surface", line, 10)
        room = self.width() - px(_LEFT + _RIGHT)
        own = self.hit.kind == "article" and self.hit.title.startswith(OWN_MARK)
        icon = pixmap("building" if own else ICONS[self.hit.kind], 22, TONES[self.hit.kind])
        painter.drawPixmap(QPointF(px(18), px(_TOP) + (px(27) - px(22)) / 2), icon)
        top = float(px(_TOP))
        self._title.draw(painter, QPointF(px(_LEFT), top), room, theme.colour("text"))
        top += self._title.height(room) + px(2)
        if self.shown_hit.excerpt:
            self._excerpt.draw(painter, QPointF(px(_LEFT), top), room, theme.colour("text2"))
