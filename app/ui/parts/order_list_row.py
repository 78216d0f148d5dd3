"""One line of a list to be put in order."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.button import Button, button
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px

_LEFT, _RIGHT, _VERDICT = 58, 92, 140


class OrderListRow(QWidget):
    """Number, text, and a button up and one down; dragged by the mouse, moved by Ctrl or Alt and an arrow."""

    moved = Signal(int)
    """-1 up, 1 down."""
    stepped = Signal(int)
    """Focus shall go one row up or down."""
    dragged = Signal(QPointF)
    dropped = Signal()

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._words, self._number, self._lifted, self._verdict = text, 1, False, ""
        self._locked = False
        self._block = self._set()
        self._up = self._arrow("chevron_up", "上移", -1)
        self._down = self._arrow("chevron_down", "下移", 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_place(self, number: int, total: int) -> None:
        """Show the row's number from 1."""
        self._number = number
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < total)
        self._name(total)
        self.update()

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        self._up.setVisible(not locked)
        self._down.setVisible(not locked)
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.OpenHandCursor)

    def set_verdict(self, right: bool, place: int) -> None:
        """Say whether the row stands right; ``place`` is where it belongs."""
        self._verdict = "位置正确" if right else f"应排第 {place}"
        renamed(self, f"第{self._number}：{self._words}，{self._verdict}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(px(54), self._block.height(self._text_width(max(width, px(240)))) + px(24))

    def sizeHint(self) -> QSize:
        return QSize(px(420), self.heightForWidth(px(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(54))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if step and held:
            self.moved.emit(step)
        elif step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._locked:
            self._lifted = True
            self.raise_()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._lifted:
            self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._lifted:
            self._lifted = False
            self.update()
            self.dropped.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._up.sizeHint()
        top, right = (self.height() - side.height()) // 2, self.width() - px(10)
        self._down.setGeometry(right - side.width(), top, side.width(), side.height())
        self._up.setGeometry(right - 2 * side.width() - px(2), top, side.width(), side.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._block = self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = "green" if self._verdict == "位置正确" else "red" if self._verdict else "ink"
        marked = bool(self._verdict) or self._lifted
        painter.setPen(QPen(theme.colour(tone if marked else "border_strong"), 2 if marked else 1))
        painter.setBrush(theme.colour(f"{tone}_soft" if marked else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(10), px(10))
        side = px(30)
        box = QRectF(px(16), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface3"))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setFont(font(16, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        width = self._text_width(self.width())
        top = (self.height() - self._block.height(width)) / 2
        self._block.draw(painter, QPointF(px(_LEFT), top), width, theme.colour("text"))
        if self._verdict:
            self._paint_verdict(painter, tone)

    def _paint_verdict(self, painter: QPainter, tone: str) -> None:
        letters = font(14, bold=True)
        width = QFontMetricsF(letters).horizontalAdvance(self._verdict)
        left = self.width() - px(18) - width
        painter.setFont(letters)
        painter.setPen(current_theme().colour(tone))
        painter.drawText(QRectF(left, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, self._verdict)
        icon = "checkmark_circle" if tone == "green" else "dismiss_circle"
        painter.drawPixmap(QPointF(left - px(24), self.height() / 2 - px(9)), pixmap(icon, 18, tone, filled=True))

    def _arrow(self, icon: str, name: str, step: int) -> Button:
        made = button("", "ghost", icon, small=True, tip=name, name=f"{name}：{self._words}")
        made.setParent(self)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.moved.emit(step))
        return made

    def _text_width(self, width: int) -> int:
        return width - px(_LEFT) - px(_VERDICT if self._verdict else _RIGHT)

    def _set(self) -> TextBlock:
        return TextBlock(self._words, font(17), round(px(17) * 1.5))

    def _name(self, total: int) -> None:
        renamed(self, f"第{self._number}，共{total}：{self._words}")
