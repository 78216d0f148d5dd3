"""The draw rules of a paper, in order: added, moved and removed by button or key."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.paper import DrawRule
from app.domain.paper_draft import MAX_RULES
from app.domain.question import QuestionKind
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.paper_editor.row_moving import move_row
from app.ui.paper_editor.rule_choices import RuleChoices
from app.ui.paper_editor.rule_row import RuleRow

KEYS = "Ctrl+回车加一条，Ctrl+Shift+↑↓ 移动，Ctrl+Shift+Delete 移除"


class RuleList(QWidget):
    changed = Signal()
    full = Signal()
    """No more rules can be added."""

    def __init__(self, rules: Sequence[DrawRule], choices: RuleChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._wide = choices, True
        self._rows: list[RuleRow] = []
        self._place = column(spacing=8)
        self._add = button("加一条", "soft", "add")
        self.setLayout(column(self._place, row(self._add, Label(KEYS, 14, "text2"), None, spacing=14), spacing=10))
        self._add.clicked.connect(self.add_row)
        for rule in rules:
            self._insert(len(self._rows), rule)
        self._number()

    def rules(self) -> tuple[DrawRule, ...]:
        return tuple(one.rule() for one in self._rows)

    def rows(self) -> list[RuleRow]:
        return list(self._rows)

    def show_available(self, counts: Sequence[int], faults: Mapping[int, str]) -> None:
        """How many each rule may draw from, and what is wrong at which row."""
        for place, (one, count) in enumerate(zip(self._rows, counts, strict=True)):
            one.show_available(count, faults.get(place, ""))

    def set_wide(self, wide: bool) -> None:
        self._wide = wide
        for one in self._rows:
            one.set_wide(wide)

    def add_row(self) -> None:
        """Below the row that has the focus: like it, so that only what differs has to be changed."""
        if len(self._rows) >= MAX_RULES:
            self.full.emit()
            return
        here = self._focused()
        place = len(self._rows) if here is None else self._rows.index(here) + 1
        model = here or (self._rows[-1] if self._rows else None)
        rule = replace(model.rule(), count=5) if model else DrawRule(QuestionKind.SINGLE, 10, 2)
        self._insert(place, rule)
        self._number()
        self._rows[place].take_focus()
        self.changed.emit()

    def move_row(self, step: int) -> None:
        """The row that has the focus, up (-1) or down (1)."""
        here = self._focused()
        if here is not None:
            self._move(here, step)

    def remove_row(self) -> None:
        """The row that has the focus."""
        here = self._focused()
        if here is not None:
            self._take_out(here)

    def _insert(self, place: int, rule: DrawRule) -> None:
        made = RuleRow(rule, self._choices, self)
        made.set_wide(self._wide)
        made.changed.connect(self.changed)
        made.move_wanted.connect(lambda step: self._move(made, step))
        made.remove_wanted.connect(lambda: self._take_out(made))
        self._rows.insert(place, made)
        self._place.insertWidget(place, made)
        made.show()
        if place < len(self._rows) - 1:
            self._chain()

    def _move(self, one: RuleRow, step: int) -> None:
        if move_row(self._rows, self._place, one, step, self._settle):
            self.changed.emit()

    def _take_out(self, one: RuleRow) -> None:
        place = self._rows.index(one)
        self._rows.remove(one)
        self._place.removeWidget(one)
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].take_focus()
        else:
            self._add.setFocus()
        one.hide()
        one.deleteLater()
        self._number()
        self.changed.emit()

    def _focused(self) -> RuleRow | None:
        here = QApplication.focusWidget()
        return next((one for one in self._rows if here is not None and one.isAncestorOf(here)), None)

    def _settle(self) -> None:
        self._chain()
        self._number()

    def _number(self) -> None:
        for place, one in enumerate(self._rows):
            one.number(place, len(self._rows))

    def _chain(self) -> None:
        """Tab goes through the rows as they stand."""
        stops = [stop for one in self._rows for stop in one.stops()] + [self._add]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
