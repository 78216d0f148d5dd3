"""A few choices side by side, one of them on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.layouts import row
from app.ui.kit.roving import Roving
from app.ui.kit.tokens import current_theme, px


class _Segment(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name)
        self._name(False)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(15, bold=True)).horizontalAdvance(self.text())
        return QSize(round(width) + px(24), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            painter.setPen(QPen(theme.colour("border_strong"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.setFont(font(15, on))
        ink = "text3" if not self.isEnabled() else "red" if on else "text2"
        painter.setPen(theme.colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _name(self, on: bool) -> None:
        renamed(self, self.text() + ("，已选" if on else ""))


class SegmentControl(QFrame):
    """Choices as (key, text). One tab stop: arrows choose. Emits ``changed(key)`` when the user chose another."""

    changed = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], chosen: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in choices]
        self._segments = [_Segment(text) for _, text in choices]
        self._group = QButtonGroup(self)
        self._roving = Roving(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(row(*self._segments, margins=(3, 3, 3, 3), spacing=2))
        for number, segment in enumerate(self._segments):
            self._group.addButton(segment, number)
        self._roving.set_members(self._segments)
        self.set_chosen(chosen or (self._keys[0] if self._keys else ""))
        self._group.idToggled.connect(self._tell)
        self._roving.moved.connect(lambda number: self._segments[number].setChecked(True))

    def chosen(self) -> str:
        """The key of the choice that is on."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def set_chosen(self, key: str) -> None:
        """Turn a choice on without emitting."""
        if key in self._keys:
            number = self._keys.index(key)
            self._group.blockSignals(True)
            self._segments[number].setChecked(True)
            self._group.blockSignals(False)
            self._roving.set_current(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("surface3"))
        painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))

    def _tell(self, number: int, on: bool) -> None:
        if on:
            self._roving.set_current(number)
            self.changed.emit(self._keys[number])
