"""The questions of a fixed paper, in order."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.paper_draft import MAX_SCORE, Pick
from app.services.question_finder import QuestionFinder
from app.ui.kit.button import button
from app.ui.kit.layouts import boxed, column, row
from app.ui.paper_editor.number_field import NumberField
from app.ui.paper_editor.pick_row import PickRow
from app.ui.paper_editor.question_preview import QuestionPreview
from app.ui.paper_editor.row_moving import move_row


class PickList(QWidget):
    changed = Signal()
    bank_wanted = Signal()

    def __init__(self, picks: Sequence[Pick], finder: QuestionFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._rows: list[PickRow] = []
        self._place = column(spacing=6)
        self._open = button("从题库选题", "soft", "add")
        self._each = NumberField("每题分值", 2, 1, MAX_SCORE, "分", "每题", width=124)
        self._level = button("全部改成这个分值", "default")
        self._all = boxed(row(self._each, self._level, spacing=8))
        self.setLayout(column(self._place, row(self._open, None, self._all, spacing=14), spacing=10))
        self._open.clicked.connect(self.bank_wanted)
        self._level.clicked.connect(self._level_scores)
        for pick in picks:
            self._append(pick)
        self._number()

    def picks(self) -> tuple[Pick, ...]:
        return tuple(one.pick() for one in self._rows)

    def rows(self) -> list[PickRow]:
        return list(self._rows)

    def show_faults(self, faults: Mapping[int, str]) -> None:
        for place, one in enumerate(self._rows):
            one.show_fault(faults.get(place, ""))

    def put(self, ids: tuple[str, ...]) -> None:
        """At the end, worth as much as the field says (a 案例分析: that for each part)."""
        self._append(Pick(ids, min(MAX_SCORE, self._each.value() * len(ids))))
        self._number()
        self.changed.emit()

    def take_out(self, ids: tuple[str, ...]) -> None:
        for one in [one for one in self._rows if set(one.pick().ids) & set(ids)]:
            self._drop(one)
        self._number()
        self.changed.emit()

    def move_row(self, step: int) -> None:
        """The row that has the focus, up (-1) or down (1)."""
        if here := self._focused():
            self._move(here, step)

    def remove_row(self) -> None:
        """The row that has the focus."""
        if here := self._focused():
            self._remove(here)

    def _append(self, pick: Pick) -> None:
        made = PickRow(pick, self._finder.parts(pick.ids), self)
        made.changed.connect(self.changed)
        made.move_wanted.connect(lambda step: self._move(made, step))
        made.remove_wanted.connect(lambda: self._remove(made))
        made.preview_wanted.connect(lambda: QuestionPreview(self, self._finder.parts(pick.ids)).open())
        self._rows.append(made)
        self._place.addWidget(made)
        made.show()

    def _move(self, one: PickRow, step: int) -> None:
        if move_row(self._rows, self._place, one, step, self._number):
            self.changed.emit()

    def _remove(self, one: PickRow) -> None:
        place = self._rows.index(one)
        self._rows[place - 1 if place == len(self._rows) - 1 else place + 1].take_focus()
        if len(self._rows) == 1:
            self._open.setFocus()
        self._drop(one)
        self._number()
        self.changed.emit()

    def _drop(self, one: PickRow) -> None:
        self._rows.remove(one)
        self._place.removeWidget(one)
        one.hide()
        one.deleteLater()

    def _level_scores(self) -> None:
        for one in self._rows:
            one.set_score(min(MAX_SCORE, self._each.value() * len(one.pick().ids)))

    def _focused(self) -> PickRow | None:
        here = QApplication.focusWidget()
        return next((one for one in self._rows if here is not None and one.isAncestorOf(here)), None)

    def _number(self) -> None:
        """Numbers, and Tab through the rows as they stand."""
        for place, one in enumerate(self._rows):
            one.number(place, len(self._rows))
        stops = [stop for one in self._rows for stop in one.stops()] + [self._open]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._all.setVisible(bool(self._rows))
