"""One answer to a question: a letter box and a text that wraps."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES

_LEFT, _RIGHT = 62, 22
_LOWEST, _PADDING = 54, 28
_NARROW = 240
_RESULTS: dict[str, tuple[str, str, str]] = {
    "right": ("green", "checkmark_circle", "选对"),
    "wrong": ("red", "dismiss_circle", "错选"),
    "missed": ("green", "warning", "漏选"),
    "correct": ("green", "checkmark_circle", "正确答案"),
}
"""Tone, icon and word of each result."""


class OptionButton(QAbstractButton):
    """Checkable. Before marking it is idle or, when checked, selected (ink blue, never red: red means wrong).

    After ``set_result`` it shows right, wrong, missed (ought to have been chosen), correct (the answer of a
    single-choice question that was not chosen) or nothing, by colour, shape and word. Exclusiveness is the caller's.
    """

    def __init__(
        self, key: str, text: str, multiple: bool = False, size: float = 17, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._multiple, self._extent, self._result, self._word = key, multiple, size, "", ""
        self._words = text
        self._block = self._set()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._name)
        self._name()

    def key(self) -> str:
        """The letter shown."""
        return self._key

    def state(self) -> str:
        """``idle``, ``selected``, or the result shown."""
        return self._result or ("selected" if self.isChecked() else "idle")

    def set_result(self, result: str, word: str = "") -> None:
        """Show a result (right, wrong, missed, correct, or ``""`` for none), with a word of one's own if given."""
        assert not result or result in _RESULTS, result
        self._result = result
        self._word = word or (_RESULTS[result][2] if result else "")
        self._name()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._block.height(self._text_width(max(width, px(_NARROW))))
        return max(px(_LOWEST), text + px(_PADDING))

    def sizeHint(self) -> QSize:
        width = px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(_LOWEST))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Being put into a layout is a change of style, too.
        if event.type() == QEvent.Type.StyleChange and current_theme() is not self._set_for:
            self._block = self._set()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_letter(painter)
        width = self._text_width(self.width())
        top = (self.height() - self._block.height(width)) / 2
        self._block.draw(painter, QPointF(px(_LEFT), top), width, current_theme().colour("text"))
        if self._result:
            self._paint_verdict(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        tone = _RESULTS[self._result][0] if self._result else "ink" if self.isChecked() else ""
        if tone:
            ink, ground, _ = TONES[tone]
            style = Qt.PenStyle.DashLine if self._result in ("missed", "correct") else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour(ink), px(2), style))
            painter.setBrush(theme.colour(ground))
        else:
            hot = self.underMouse() and self.isEnabled() and not self._result
            painter.setPen(QPen(theme.colour("text2" if hot else "border_strong"), 1))
            painter.setBrush(theme.colour("surface"))
        half = painter.pen().widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(10), px(10))

    def _paint_letter(self, painter: QPainter) -> None:
        theme = current_theme()
        side = px(32)
        box = QRectF(px(16), (self.height() - side) / 2, side, side)
        radius = px(7) if self._multiple else side / 2
        fill = {"selected": "ink_fill", "right": "green_fill", "wrong": "red_fill"}.get(self.state(), "")
        painter.setPen(Qt.PenStyle.NoPen if fill else QPen(theme.colour("border_strong"), 1.4))
        painter.setBrush(theme.colour(fill or "surface"))
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(font(16, bold=True))
        painter.setPen(theme.colour("on_red" if fill else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_verdict(self, painter: QPainter) -> None:
        tone, icon, _ = _RESULTS[self._result]
        letters = font(14, bold=True)
        width = QFontMetricsF(letters).horizontalAdvance(self._word)
        left = self.width() - px(18) - width
        painter.setFont(letters)
        painter.setPen(current_theme().colour(tone))
        box = QRectF(left, 0, width + 4, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        picture = pixmap(icon, 18, tone, filled=True)
        painter.drawPixmap(QPointF(left - px(24), self.height() / 2 - px(9)), picture)

    def _text_width(self, width: int) -> int:
        verdict = px(64) + QFontMetricsF(font(14, bold=True)).horizontalAdvance(self._word) if self._result else 0
        return width - px(_LEFT) - (round(verdict) or px(_RIGHT))

    def _set(self) -> TextBlock:
        self._set_for = current_theme()
        return TextBlock(self._words, font(self._extent), round(px(self._extent) * 1.5))

    def _name(self) -> None:
        chosen = "，已选" if self.isChecked() else ""
        result = f"，{self._word}" if self._word else ""
        renamed(self, f"选项 {self._key}：{self._words}{chosen}{result}")
