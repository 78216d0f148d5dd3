"""Fields of a form, each under its name."""

from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px


def line_field(name: str, text: str = "", hint: str = "", most: int = 200) -> QLineEdit:
    made = QLineEdit(text)
    made.setMaxLength(most)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setCursorPosition(0)
    return made


def text_area(name: str, text: str = "", hint: str = "", height: float = 84) -> QPlainTextEdit:
    """Several lines; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(px(height))
    return made


def field(name: str, widget: QWidget | QLayout, hint: str = "") -> QWidget:
    """The name, the field, and under it what to write there."""
    word = Label(name, 15, "text2")
    layout: QVBoxLayout = column(word, widget, spacing=4)
    if isinstance(widget, QWidget):
        word.setBuddy(widget)
    if hint:
        layout.addWidget(Paragraph(hint, 14, "text2", line=1.45))
    return boxed(layout)
