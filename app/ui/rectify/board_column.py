"""A column of the board: its state, how many there are, and the cards."""

from PySide6.QtWidgets import QWidget

from app.domain.ledger.issue_state import IssueState
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.tokens import px
from app.ui.kit.tone import TONES
from app.ui.rectify.board_list import BoardList
from app.ui.rectify.board_sheet import BoardSheet
from app.ui.rectify.ledger_state_look import LOOKS


class BoardColumn(BoardSheet):
    def __init__(self, state: IssueState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = LOOKS[state]
        self.state, self.list = state, BoardList(state)
        self._count = Label("0", 15, "text2")
        head = row(
            IconLabel(look.icon, 20, TONES[look.tone][0], look.filled),
            Label(look.word, 16, bold=True),
            self._count,
            None,
            margins=(12, 0, 8, 0),
            spacing=7,
        )
        self.setLayout(column(head, (self.list, 1), margins=(0, 12, 0, 6), spacing=8))
        self.list.setViewportMargins(px(10), 0, px(10), 0)

    def show_count(self, count: int) -> None:
        self._count.setText(str(count))
        self.list.setAccessibleDescription(f"{count} 个问题")
