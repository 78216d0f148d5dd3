"""A text of a look back: what to write there, and right under it what was refused."""

from PySide6.QtWidgets import QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_fields import text_area


class LookBackField(QWidget):
    def __init__(self, name: str, hint: str, height: float = 84) -> None:
        super().__init__()
        self.area = text_area(name, hint=hint, height=height)
        self._wrong = Paragraph("", 15, "red", line=1.45)
        self._wrong.hide()
        word = Label(name, 15, bold=True)
        word.setBuddy(self.area)
        self.setLayout(column(word, self.area, self._wrong, spacing=4))
        self.area.textChanged.connect(lambda: self.show_wrong(""))

    def text(self) -> str:
        return self.area.toPlainText()

    def wrong(self) -> str:
        return self._wrong.text()

    def show_wrong(self, words: str) -> None:
        self._wrong.set_text(words)
        self._wrong.setVisible(bool(words))
