"""A field of a form under its name, and what is typed there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px


class FormField(QWidget):
    """The name, the field, what to write there, and what is wrong with it.

    The name of a ``strong`` one is bold. It is also what the field is called for those who do not see it, unless that
    has a name of its own."""

    def __init__(self, name: str, field: QWidget | QLayout, hint: str = "", strong: bool = False) -> None:
        super().__init__()
        word = Label(name, 15, "text" if strong else "text2", bold=strong)
        if isinstance(field, QWidget):
            word.setBuddy(field)
            if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
                field.setAccessibleName(field.accessibleName() or name)
        self._wrong = Paragraph("", 15, "red", line=1.45)
        self._wrong.hide()
        told: list[Item] = [Paragraph(hint, 14, "text2", line=1.45)] if hint else []
        self.setLayout(column(word, field, *told, self._wrong, spacing=4))

    def wrong(self) -> str:
        return self._wrong.text()

    def show_wrong(self, words: str) -> None:
        """Say right under the field what is wrong, or "" for nothing."""
        self._wrong.set_text(words)
        self._wrong.setVisible(bool(words))


def line_field(name: str, text: str = "", hint: str = "", most: int = 200, secret: bool = False) -> QLineEdit:
    """A line to type in, of at most ``most`` characters."""
    made = QLineEdit(text)
    made.setMaxLength(most)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setCursorPosition(0)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def text_area(name: str, text: str = "", hint: str = "", height: float = 84) -> QPlainTextEdit:
    """Several lines; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(px(height))
    return made
