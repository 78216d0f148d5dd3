"""The four ways to see the ledger. Each is made when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.ledger.issue_glance import IssueGlance
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.stub import Stub
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import boxed, column
from app.ui.rectify.board_view import BoardView
from app.ui.rectify.ledger_group import LedgerGroup, by_leader, by_month, leaders_of
from app.ui.rectify.ledger_group_list import LedgerGroupList
from app.ui.rectify.ledger_lines import Line, with_stubs
from app.ui.rectify.ledger_month import LedgerMonth
from app.ui.rectify.ledger_table import LedgerTable

LedgerGlances = Callable[[str, Sequence[str]], Mapping[str, IssueGlance]]
"""The id of a campaign, and of issues."""
NAMES = {"timeline": "按期限月份排列的问题", "leaders": "按责任领导排列的问题"}


@dataclass(frozen=True, slots=True)
class LedgerShown:
    """``names`` by unit id; ``leaders`` in the order of the units; ``groups`` are the heads of the table, or none;
    ``stubs`` those of wiped issues, which only the table shows: at their numbers, or where there are heads under one of
    their own, which is in ``groups``. ``drafts``: so many wait to be confirmed, where nothing is narrowed."""

    rows: Sequence[IssueRow] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    leaders: Sequence[str] = ()
    today: date = date.min
    order: str = ""
    groups: Sequence[LedgerGroup] = ()
    stubs: Sequence[Stub] = ()
    drafts: int = 0


class LedgerViews(QWidget):
    opened = Signal(str)
    order_wanted = Signal(str)
    move_wanted = Signal(str, object)
    clear_wanted = Signal()
    drafts_wanted = Signal()

    def __init__(self, glances: LedgerGlances | None = None, parent: QWidget | None = None) -> None:
        """``glances`` tells the board more of the cards that are seen."""
        super().__init__(parent)
        self._glances, self._month = glances, LedgerMonth()
        self._view = "table"
        self._shown = LedgerShown()
        self._made: dict[str, LedgerTable | BoardView | LedgerGroupList] = {}
        self._stack = QStackedLayout(self)
        self._places: dict[str, QWidget] = {}
        self._nothing: QWidget | None = None

    def show_rows(self, shown: LedgerShown, chosen: str = "") -> None:
        self._shown = shown
        self._refresh(chosen or self.chosen())

    def show_month(self, month: LedgerMonth) -> None:
        self._month = month
        if isinstance(board := self._made.get("board"), BoardView):
            board.show_month(month)

    def set_view(self, view: str) -> None:
        chosen = self.chosen()
        self._view = view
        self._refresh(chosen)

    def view(self) -> str:
        return self._view

    def chosen(self) -> str:
        one = self._made.get(self._view)
        return one.chosen() if one is not None and self._any() else ""

    def current(self) -> "LedgerTable | BoardView | LedgerGroupList":
        """The view on screen."""
        return self._made[self._view]

    def groups(self) -> Sequence[LedgerGroup]:
        """The issues as they stand on screen; a group that is called nothing where they have no heads."""
        one = self._made.get(self._view)
        if one is None or not self._any():
            return ()
        if isinstance(one, LedgerTable):
            return self._shown.groups or (LedgerGroup("", "", tuple(self._lines())),)
        return one.groups()

    def focus_view(self) -> None:
        if not self._any():
            return
        one = self.current()
        if isinstance(one, BoardView):
            one.focus_board()
        else:
            one.setFocus()

    def _any(self) -> bool:
        return bool(self._shown.rows or (self._shown.stubs and self._view == "table"))

    def _lines(self) -> list[Line]:
        """Of the table without heads."""
        shown = self._shown
        return with_stubs(shown.rows, () if shown.groups else shown.stubs, shown.order, shown.today)

    def _refresh(self, chosen: str) -> None:
        shown = self._shown
        if not self._any():
            self._stack.setCurrentWidget(self._show_nothing())
            return
        one = self._made.get(self._view) or self._make(self._view)
        if isinstance(one, LedgerTable):
            one.show_rows(self._lines(), shown.names, shown.today, shown.order, shown.groups)
            one.choose(chosen)
        elif isinstance(one, BoardView):
            glances = partial(self._glances, shown.rows[0].campaign) if self._glances else None
            one.show_rows(shown.rows, shown.names, shown.today, chosen, glances)
            one.show_month(self._month)
        else:
            months = self._view == "timeline"
            leaders = leaders_of(shown.leaders, shown.rows)
            groups = by_month(shown.rows, shown.today) if months else by_leader(shown.rows, leaders, shown.today)
            one.show_groups(groups, shown.names, shown.today, chosen)
        self._stack.setCurrentWidget(self._places[self._view])

    def _make(self, view: str) -> LedgerTable | BoardView | LedgerGroupList:
        made: LedgerTable | BoardView | LedgerGroupList
        if view == "table":
            made = LedgerTable()
            made.order_wanted.connect(self.order_wanted)
        elif view == "board":
            made = BoardView()
            made.move_wanted.connect(self.move_wanted)
        else:
            made = LedgerGroupList(NAMES[view])
        made.opened.connect(self.opened)
        self._made[view] = made
        framed = made if view == "board" else Card(column(made, margins=(1, 8, 1, 8)))
        self._places[view] = framed
        self._stack.addWidget(framed)
        return made

    def _show_nothing(self) -> QWidget:
        if self._nothing is not None:
            self._stack.removeWidget(self._nothing)
            self._nothing.deleteLater()
        if drafts := self._shown.drafts:
            words = f"台账里还没有问题。{drafts} 条草稿，由责任单位负责人逐条确认后进入台账。"
            empty = EmptyState("clipboard_task", words, "去确认草稿")
            empty.acted.connect(self.drafts_wanted)
        else:
            empty = EmptyState("search", "没有符合条件的问题。", "清空筛选", kind="default")
            empty.acted.connect(self.clear_wanted)
        self._nothing = boxed(column(empty))
        self._stack.addWidget(self._nothing)
        return self._nothing
