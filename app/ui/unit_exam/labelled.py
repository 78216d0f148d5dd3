"""A field under its name."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph


def labelled(name: str, field: QWidget, hint: str = "") -> QVBoxLayout:
    """The name is also the field's accessible name, unless it has one."""
    field.setAccessibleName(field.accessibleName() or name)
    made = column(Label(name, 15, bold=True), field, spacing=4)
    if hint:
        made.addWidget(Paragraph(hint, 14, "text2"))
    return made


def text_field(name: str, hint: str = "", most: int = 60, secret: bool = False) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMaxLength(most)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
