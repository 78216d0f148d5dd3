"""The one kind of push button: painted, so that icon, gap and colours are the same on every system."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.tokens import current_theme, px

_GAP = 7
_ICON = 18
_KINDS = ("default", "primary", "soft", "ghost", "link")


class Button(QPushButton):
    """A button of one of five kinds. A checked one (tools that stay on) is shown soft red.

    Enter presses it as Space does. A second press within the same double click is taken as a press of its own.
    """

    def __init__(
        self,
        text: str,
        kind: str = "default",
        icon: str | None = None,
        big: bool = False,
        small: bool = False,
        trailing: bool = False,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert kind in _KINDS, kind
        self._kind, self._icon_name, self._trailing, self._filled = kind, icon, trailing, filled
        self._big, self._small, self._on_dark = big, small, False
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_icon(self, name: str | None, filled: bool = False) -> None:
        """Show another icon, or none."""
        self._icon_name, self._filled = name, filled
        self.updateGeometry()
        self.update()

    def set_label(self, text: str) -> None:
        """Show and announce another text."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def label(self) -> str:
        """The text shown."""
        return self.text().replace("&&", "&")

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        assert kind in _KINDS, kind
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_on_dark(self, on_dark: bool = True) -> None:
        """Paint for the dark bar of the exam: light text and line."""
        self._on_dark = on_dark
        self.update()

    def stretch(self) -> "Button":
        """Let the button take all the width there is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return self

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(self._points(), bold=True))
        width = metrics.horizontalAdvance(self.label()) + 2 * self._padding()
        if self._icon_name:
            width += px(_ICON) + (px(_GAP) if self.text() else 0)
        if self.menu() is not None:
            width += px(20)
        height = px(44 if self._big else 30 if self._small else 30 if self._kind == "link" else 36)
        return QSize(max(round(width) + 2, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, ink = self._colours()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(8), px(8))
        self._paint_label(painter, ink)

    def _paint_label(self, painter: QPainter, token: str) -> None:
        bold = self._kind in ("primary", "soft") or self.isChecked()
        letters = font(self._points(), bold)
        letters.setUnderline(self._kind == "link" and self._hot())
        metrics = QFontMetricsF(letters)
        icon_width = px(_ICON) + (px(_GAP) if self.text() else 0) if self._icon_name else 0
        menu_width = px(20) if self.menu() is not None else 0
        room = self.width() - icon_width - menu_width - px(8)
        text = metrics.elidedText(self.label(), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        left = (self.width() - width - icon_width - menu_width) / 2
        middle = self.height() / 2
        text_left = left + (0 if self._trailing else icon_width)
        painter.setFont(letters)
        painter.setPen(current_theme().colour(token))
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(text_left, baseline), text)
        if self._icon_name:
            icon_left = left + width + px(_GAP) if self._trailing else left
            picture = pixmap(self._icon_name, _ICON, token, self._filled)
            painter.drawPixmap(QPointF(icon_left, middle - px(_ICON) / 2), picture)
        if menu_width:
            arrow = pixmap("chevron_down", 14, token)
            painter.drawPixmap(QPointF(left + width + icon_width + px(6), middle - px(7)), arrow)

    def _colours(self) -> tuple[QColor | None, QColor | None, str]:
        theme = current_theme()
        if self._on_dark:
            ground = theme.colour("exam_bar_text", 40 if self._hot() else 0)
            return ground, theme.colour("exam_bar_text", 110), "exam_bar_text"
        if not self.isEnabled():
            if self._kind in ("ghost", "link"):
                return None, None, "text3"
            return theme.colour("surface3"), theme.colour("surface3"), "text3"
        if self.isChecked():
            return theme.colour("red_soft"), theme.colour("red_line"), "red"
        if self._kind == "primary":
            fill = theme.colour("red_press" if self.isDown() else "red_hover" if self._hot() else "red_fill")
            return fill, fill, "on_red"
        if self._kind == "soft":
            return theme.colour("red_soft"), theme.colour("red" if self._hot() else "red_line"), "red"
        if self._kind == "link":
            return None, None, "ink"
        if self._kind == "ghost":
            return (theme.colour("surface3") if self._hot() or self.isDown() else None), None, "text2"
        ground = theme.colour("surface3" if self.isDown() else "surface2" if self._hot() else "surface")
        return ground, theme.colour("text2" if self._hot() else "border_strong"), "text"

    def _hot(self) -> bool:
        return self.underMouse() and self.isEnabled()

    def _points(self) -> int:
        return 16 if self._big else 14 if self._small else 15

    def _padding(self) -> int:
        if self._kind == "link":
            return px(6)
        if not self.text():
            return px(9)
        return px(24 if self._big else 12 if self._small else 16)


def button(
    text: str,
    kind: str = "default",
    icon: str | None = None,
    big: bool = False,
    small: bool = False,
    tip: str = "",
    *,
    name: str = "",
    trailing: bool = False,
    filled: bool = False,
) -> Button:
    """A Button with its tip and accessible name (``name``, else the text, else the tip)."""
    made = Button(text, kind, icon, big, small, trailing, filled)
    made.setAccessibleName(name or text or tip)
    if tip:
        set_tip(made, tip)
    return made
