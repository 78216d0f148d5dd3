"""A batch: how many, what is entered there and why no more, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.rectify.outcome_lines import Make

MOST = 40
"""Lines that are shown at first, and more at a time."""


class OutcomeCard(Card):
    add_wanted = Signal()

    def __init__(self, title: str, why: str, add: str, nothing: str, unit: str) -> None:
        """``add`` is the word of the button, "" where nothing is entered by hand; ``unit`` counts: 件, 个, 项."""
        super().__init__()
        self._nothing, self._unit = nothing, unit
        self._makes: Sequence[Make] = ()
        self._shown = MOST
        self.count = Label("0", 26, bold=True, serif=True)
        self.add = button(add, "soft", "add", name=f"{add}：{title}") if add else None
        self._lines = column(spacing=2)
        head = row(Label(title, 18, bold=True, serif=True), 6, self.count, Label(unit, 15, "text2"), None, spacing=4)
        if self.add is not None:
            head.addWidget(self.add)
            self.add.clicked.connect(self.add_wanted)
        hint = Paragraph(why, 15, "text2", line=1.45)
        self.setLayout(column(head, hint, Rule(), self._lines, None, margins=(18, 12, 18, 12), spacing=6))
        self.setAccessibleName(title)

    def show_lines(self, makes: Sequence[Make]) -> None:
        self._makes = makes
        self.count.setText(str(len(makes)))
        self._show()

    def show_more(self) -> None:
        self._shown += MOST
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        shown: list[QWidget] = [make() for make in self._makes[: self._shown]]
        if left := len(self._makes) - len(shown):
            more = button(f"再显示 {min(left, MOST)} {self._unit}", name=f"{self.accessibleName()}再显示{MOST}条")
            more.clicked.connect(self.show_more)
            shown.append(more)
        for line in shown or [Paragraph(self._nothing, 15, "text2")]:
            self._lines.addWidget(line)
            line.show()
