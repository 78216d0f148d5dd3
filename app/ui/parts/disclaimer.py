"""The sentence that stands on every screen that shows a case."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.labels import DISCLAIMER
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph


class Disclaimer(QWidget):
    """One quiet line: an icon and the sentence."""

    def __init__(self, parent: QWidget | None = None, words: str = DISCLAIMER) -> None:
        """``words`` are others where what is shown is no pretended case."""
        super().__init__(parent)
        icon = boxed(column(4, IconLabel("info", 16, "text3"), spacing=0))  # on the height of the first line
        line = row((icon, Qt.AlignmentFlag.AlignTop), spacing=6)
        line.addWidget(Paragraph(words, 14, "text3", line=1.5), 1)
        self.setLayout(line)
