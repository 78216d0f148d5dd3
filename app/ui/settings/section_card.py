"""One section of the settings: a heading and rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule


class SectionCard(Card):
    """Rows are added one after another, a hairline between them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self._rows = column(Label(title, 20, bold=True, serif=True), margins=(24, 18, 24, 18), spacing=14)
        self.setLayout(self._rows)

    def add(self, item: QWidget | QLayout, ruled: bool = True) -> None:
        """Add a row as it is."""
        if ruled and self._rows.count() > 1:
            self._rows.addWidget(Rule())
        self._rows.addWidget(boxed(item) if isinstance(item, QLayout) else item)

    def add_row(self, name: str, control: QWidget, hint: str = "") -> None:
        """A named setting: name, what it does, and its control below them."""
        control.setAccessibleName(control.accessibleName() or name)
        words = column(Label(name, 16, bold=True), spacing=2)
        if hint:
            words.addWidget(Paragraph(hint, 14, "text2"))
        body = column(words, spacing=8)
        body.addWidget(control)
        body.setAlignment(control, Qt.AlignmentFlag.AlignLeft)
        self.add(body)
