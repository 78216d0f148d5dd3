"""A field of a form with its name over it."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.tokens import px


class FormField(QWidget):
    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__()
        word = Label(name, 15, "text2")
        word.setBuddy(field)
        self.setLayout(column(word, field, spacing=4))


def line_field(name: str, text: str = "", hint: str = "", longest: int = 200) -> QLineEdit:
    """A line to type in."""
    made = QLineEdit(text)
    made.setMaxLength(longest)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setCursorPosition(0)
    return made


def text_area(name: str, text: str = "", hint: str = "", height: float = 96) -> QPlainTextEdit:
    """Several lines; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(px(height))
    return made


def page_body(*items: object) -> QWidget:
    """What scrolls on a page of 讲, with its margins."""
    return boxed(column(*items, None, margins=(28, 18, 28, 24), spacing=12))  # type: ignore[arg-type]
