"""A list of questions worth doing again: how many, and one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph


class BookCard(Card):
    """``empty`` is what it says while there is nothing in it."""

    wanted = Signal()

    def __init__(
        self, title: str, icon: str, what: str, empty: str, action: str, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        figure = Label(f"{count} 题", 20, "text" if count else "text3", bold=True)
        head = row(IconLabel(icon, 20, "text2"), Label(title, 17, bold=True, serif=True), None, figure, spacing=8)
        text = Paragraph(what if count else empty, 15, "text2", line=1.5)
        start = button(action, "soft", name=f"{action}：{title}")
        start.clicked.connect(self.wanted)
        if not count:
            start.hide()
        self.setLayout(column(head, text, row(start, None), margins=(18, 14, 18, 14), spacing=8))
