"""What stands where nothing is yet: an icon, a sentence, one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph


class EmptyState(QWidget):
    """Emits ``acted`` when its button is pressed."""

    acted = Signal()

    def __init__(self, icon: str, sentence: str, action: str = "", hint: str = "", kind: str = "primary") -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        items: list[Item] = [row(None, IconLabel(icon, 28, "text2", plate="surface3"), None)]
        items.append(Paragraph(sentence, 17, "text", balanced=True, alignment=centre))
        if hint:
            items.append(Paragraph(hint, 15, "text2", balanced=True, alignment=centre))
        if action:
            self._button = button(action, kind)
            self._button.clicked.connect(self.acted)
            items.append(row(None, self._button, None))
        self.setLayout(column(None, *items, None, margins=(24, 28, 24, 28), spacing=14))
