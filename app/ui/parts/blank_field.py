"""One blank of a 填空: its number, the input, and after marking what it ought to have been."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px


class BlankField(QWidget):
    edited = Signal()
    left = Signal()
    """Typing has come to an end: focus went elsewhere, or Enter."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setAccessibleName(f"第{number}空")
        self._field.setMaxLength(100)
        self._field.setMinimumHeight(px(40))
        self._field.setMaximumWidth(px(460))
        self._icon, self._verdict = IconLabel("checkmark_circle", 20, "green", True), Paragraph("", 15)
        told = row(self._icon, (self._verdict, 1), spacing=6)
        told.setAlignment(self._verdict, Qt.AlignmentFlag.AlignVCenter)
        self._told = boxed(told)
        self._told.hide()
        caption = Label(f"第{number}空", 15, "text2")
        caption.setBuddy(self._field)
        caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._field.setMinimumWidth(px(220))
        self.setLayout(row(caption, (self._field, 3), (self._told, 2), None, spacing=12))
        self._field.textEdited.connect(self.edited)
        self._field.editingFinished.connect(self.left)

    def value(self) -> str:
        return self._field.text()

    def set_value(self, text: str) -> None:
        """Show a text given before."""
        if text != self._field.text():
            self._field.setText(text)

    def set_locked(self, locked: bool) -> None:
        self._field.setReadOnly(locked)

    def take_focus(self) -> None:
        self._field.setFocus()

    def reveal(self, wanted: str) -> None:
        """Say what ought to have been filled in; "" where it is right."""
        right = not wanted
        said = "填对" if right else f"应填：{wanted}"
        self._icon.set_icon("checkmark_circle" if right else "dismiss_circle", "green" if right else "red", True)
        self._verdict.set_text(said)
        self._verdict.set_tone("green" if right else "red")
        self._field.setProperty("wrong", not right)
        self._field.style().polish(self._field)
        self._field.setAccessibleDescription(said)
        self._told.show()
