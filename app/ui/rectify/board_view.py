"""The ledger as a board: a column for each state. One tab stop; arrows go from card to card and across columns."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.tokens import px
from app.ui.rectify.board_column import BoardColumn
from app.ui.rectify.board_model import AT_ONCE, Glances
from app.ui.rectify.board_moves import COLUMNS, beside
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_month import LedgerMonth
from app.ui.rectify.ledger_state_look import LOOKS

NARROWEST = 216
HOW = "拖动卡片、按 Ctrl+← / Ctrl+→，或用“移到…”。条件不够时会说明差什么。"


class BoardView(QWidget):
    opened = Signal(str)
    move_wanted = Signal(str, object)
    """The id of an issue, and the IssueState that it shall come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = {state: BoardColumn(state) for state in COLUMNS}
        self._here = COLUMNS[0]
        self._move = button("移到…", icon="arrow_right", small=True, name="把选中的问题移到别的状态")
        body = boxed(row(*((one, 1) for one in self._columns.values()), spacing=12))
        body.setMinimumWidth(px(len(COLUMNS) * (NARROWEST + 12) - 12))
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setViewport(QWidget())
        self._scroll.setWidget(body)
        body.setAutoFillBackground(False)
        self.setLayout(column(row(Label(HOW, 14, "text2"), None, self._move), (self._scroll, 1), spacing=8))
        self._connect()

    def show_rows(
        self,
        rows: Sequence[IssueRow],
        names: Mapping[str, str],
        today: date,
        chosen: str,
        glances: Glances | None = None,
    ) -> None:
        """``glances`` tells of the cards that are seen: at first all by one question, then as one goes down."""
        found: dict[IssueState, list[IssueRow]] = {state: [] for state in COLUMNS}
        for one in rows:
            if one.state in found:
                found[one.state].append(one)
        seen = [one.id for column_rows in found.values() for one in column_rows[:AT_ONCE]]
        known = glances(seen) if glances and seen else {}
        for state, one_column in self._columns.items():
            one_column.list.issues.set_glances(glances, known)
            one_column.list.issues.show(found[state], names, today)
            one_column.show_count(len(found[state]))
        first = next((state for state in COLUMNS if found[state]), COLUMNS[0])
        self._here = next((one.state for one in rows if one.id == chosen and one.state in found), first)
        self.choose(chosen)

    def show_month(self, month: LedgerMonth) -> None:
        for one in self._columns.values():
            one.list.issues.month = month
            one.list.viewport().update()

    def groups(self) -> list[LedgerGroup]:
        """Column by column; without those that are empty."""
        return [
            LedgerGroup(LOOKS[state].word, f"{len(rows)} 个问题", tuple(rows))
            for state, one in self._columns.items()
            if (rows := [one.list.issues.row(at) for at in range(one.list.issues.rowCount())])
        ]

    def chosen(self) -> str:
        return self._columns[self._here].list.chosen()

    def choose(self, issue_id: str) -> None:
        """That issue where it is on the board, else the first card."""
        for state, one in self._columns.items():
            at = one.list.issues.place_of(issue_id) if issue_id else -1
            if at >= 0:
                self._here = state
                one.list.choose(at)
                break
        else:
            self._columns[self._here].list.choose(0)
        self._show_stop()

    def focus_board(self) -> None:
        self._columns[self._here].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Mapping[IssueState, QWidget]:
        return {state: one.list for state, one in self._columns.items()}

    # slots

    def _step(self, step: int) -> None:
        """To the next column that has cards, at the same height."""
        at, state = self._columns[self._here].list.currentIndex().row(), beside(self._here, step)
        while state is not None and not self._columns[state].list.issues.rowCount():
            state = beside(state, step)
        if state is not None:
            self._go(state, at)

    def _push(self, step: int) -> None:
        if target := beside(self._here, step):
            self._want(self.chosen(), target)

    def _want(self, issue_id: str, target: IssueState) -> None:
        if issue_id:
            self.move_wanted.emit(issue_id, target)

    def _open_menu(self, place: QPoint) -> None:
        menu, issue_id, here = QMenu(self), self.chosen(), self._here
        menu.setAccessibleName("移到…")
        for state in COLUMNS:
            action = menu.addAction(f"移到“{LOOKS[state].word}”")
            action.setEnabled(state is not here)
            action.triggered.connect(lambda _=False, target=state: self._want(issue_id, target))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _open_menu_of_button(self) -> None:
        if self.chosen():
            self._open_menu(self._move.mapToGlobal(self._move.rect().bottomLeft()))

    # private

    def _connect(self) -> None:
        self._move.clicked.connect(self._open_menu_of_button)
        for state, one in self._columns.items():
            one.list.opened.connect(self.opened)
            one.list.stepped.connect(self._step)
            one.list.pushed.connect(self._push)
            one.list.menu_wanted.connect(self._open_menu)
            one.list.touched.connect(lambda here=state: self._come(here))
            one.list.dropped.connect(lambda issue_id, target=state: self._want(issue_id, target))

    def _go(self, state: IssueState, at: int) -> None:
        self._here = state
        self._columns[state].list.choose(at)
        self._show_stop()
        self.focus_board()

    def _come(self, state: IssueState) -> None:
        self._here = state
        self._show_stop()

    def _show_stop(self) -> None:
        """Only the column where one is takes part in the round of Tab; only its card is lit."""
        for state, one in self._columns.items():
            here = state is self._here
            one.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if not here and one.list.currentIndex().isValid():
                one.list.clearSelection()
                one.list.setCurrentIndex(one.list.issues.index(-1, 0))
        QTimer.singleShot(0, self, self._reveal)  # when the columns have their places

    def _reveal(self) -> None:
        """Sideways only: the heads of the columns stay."""
        here, bar = self._columns[self._here].geometry(), self._scroll.horizontalScrollBar()
        room = self._scroll.viewport().width()
        bar.setValue(min(here.left(), max(bar.value(), here.right() - room + 1)))
