"""Says that a question left the wrong-answer book, with the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.book_note import LEFT, PUT_BACK


class BookLine(Card):
    put_back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="green", parent=parent)
        self._text = Paragraph(LEFT, 16, line=1.5)
        self._button = button("放回错题本", "default", "arrow_undo")
        icon = IconLabel("checkmark_circle", 20, "green", True)
        line = row(icon, (self._text, 1), self._button, margins=(20, 8, 12, 8), spacing=10)
        line.setAlignment(self._text, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._button.clicked.connect(self.put_back_wanted)

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_put_back(self) -> None:
        """The question is in the book again."""
        self._button.hide()
        self._text.set_text(PUT_BACK)
        announce(self, PUT_BACK)
