"""Two texts side by side, for everything that differs between two versions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.ledger.report_collection import TextDifference
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

EMPTY = "（没有写）"


class CollectionDifferences(QWidget):
    def __init__(self, one: str, other: str, differences: Sequence[TextDifference]) -> None:
        """``one`` and ``other`` name the columns."""
        super().__init__()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for at, name in enumerate((one, other)):
            grid.addWidget(Paragraph(name, 15, bold=True, line=1.4), 0, at)
            grid.setColumnStretch(at, 1)
        for at, difference in enumerate(differences):
            grid.addWidget(Label(difference.words, 15, "text2", bold=True), 2 * at + 1, 0, 1, 2)
            for side, text in enumerate((difference.one, difference.other)):
                words = Paragraph(text.strip() or EMPTY, 15, "text" if text.strip() else "text2", line=1.5)
                grid.addWidget(Card(column(words, None, margins=(10, 6, 10, 6)), kind="2"), 2 * at + 2, side)
        self.setLayout(grid)
