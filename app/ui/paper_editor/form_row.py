"""A field of a form with its name before it and what is wrong below it."""

from PySide6.QtWidgets import QLayout, QWidget

from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px


class FormRow(QWidget):
    def __init__(self, name: str, field: QWidget | QLayout, width: float = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        word = Label(name, 15, "text2")
        word.setFixedWidth(px(width))
        self._wrong = Paragraph("", 15, "red", line=1.45)
        self._warning = boxed(
            row(IconLabel("error_circle", 18, "red", True), (self._wrong, 1), margins=(width, 0, 0, 0), spacing=6)
        )
        self.setLayout(column(row(word, (field, 1), spacing=0), self._warning, spacing=4))
        self._warning.hide()

    def show_fault(self, fault: str) -> None:
        """What is wrong, or ""."""
        self._wrong.set_text(fault)
        self._warning.setVisible(bool(fault))

    def fault(self) -> str:
        return self._wrong.text()
