"""A panel that slides over the page's side where there is no room for it beside the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.overlay import Overlay
from app.ui.kit.tokens import current_theme, px


class _Sheet(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), current_theme().colour("surface"))


class Drawer(Overlay):
    """Holds ``content`` at the left or right side. Closes by its button, by Esc and by a click beside it.

    The content is handed back unharmed: take it in a slot of ``closed`` if it shall live on (``take_content``).
    """

    def __init__(
        self, anchor: QWidget, title: str, content: QWidget, side: str = "left", width: float = 300, top: float = 0
    ) -> None:
        super().__init__(anchor)
        self._side, self._width, self._top, self._content = side, width, top, content
        self.setAccessibleName(title)
        self._sheet = _Sheet(self)
        close = button("", "ghost", "dismiss", small=True, name=f"关闭{title}")
        close.clicked.connect(self.dismiss)
        head = row(Label(title, 17, bold=True, serif=True), None, close, margins=(18, 8, 10, 4))
        self._column = column(head, (content, 1), spacing=0)
        self._sheet.setLayout(self._column)
        content.show()

    def place(self) -> None:
        width = min(px(self._width), self.width() - px(48))
        left = 0 if self._side == "left" else self.width() - width
        self._sheet.setGeometry(left, px(self._top), width, self.height() - px(self._top))

    def take_content(self) -> QWidget:
        """Take the content out, so that it is not deleted with the drawer."""
        self._column.removeWidget(self._content)
        self._content.setParent(None)
        return self._content

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()
