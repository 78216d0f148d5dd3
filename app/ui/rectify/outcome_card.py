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
from app.ui.rectify.outcome_line import OutcomeLine

MOST = 40


class OutcomeCard(Card):
    add_wanted = Signal()

    def __init__(self, title: str, why: str, add: str, nothing: str, unit: str) -> None:
        """``add`` is the word of the button, "" where nothing is entered by hand; ``unit`` counts: 件, 个, 项."""
        super().__init__()
        self._nothing, self._unit = nothing, unit
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

    def show_lines(self, lines: Sequence[OutcomeLine]) -> None:
        clear(self._lines)
        self.count.setText(str(len(lines)))
        shown: list[QWidget] = list(lines[:MOST])
        if len(lines) > MOST:
            shown.append(Paragraph(f"另有 {len(lines) - MOST} {self._unit}，全部在一页总结和台账里。", 15, "text2"))
        for line in shown or [Paragraph(self._nothing, 15, "text2")]:
            self._lines.addWidget(line)
            line.show()
