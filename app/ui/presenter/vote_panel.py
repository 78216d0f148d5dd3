"""现场作答: hands are counted, not names. Keyed in while the room holds them up."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.poll import ROUNDS
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import clear, column, row
from app.ui.kit.tokens import px
from app.ui.presenter.presenter_controller import ANSWERED, PresenterController
from app.ui.presenter.vote_row import VoteRow


class VotePanel(Card):
    """Only on pages with something to vote on. V brings the focus here; a letter chooses the option, digits and + −
    count, Enter or Esc goes back to the page."""

    left = Signal()

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._controller, self._columns = controller, 1
        self._rows: dict[str, VoteRow] = {}
        self._round, self._total = Label("", 16, bold=True), Label("", 15, "text2")
        self._only = Label("只计人数", 15, "text2")
        self._clear, self._again = _quiet("清零"), _quiet("再次作答")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(3))
        head = row(self._round, self._total, self._only, None, self._clear, self._again, spacing=8)
        self.setLayout(column(head, self._grid, margins=(14, 8, 12, 8), spacing=4))
        self._clear.clicked.connect(controller.clear_vote)
        self._again.clicked.connect(controller.vote_again)
        controller.changed.connect(self.refresh)
        self.refresh()

    def set_low(self, low: bool) -> None:
        """Two options on a line, for the first vote only: the second stands beside the first."""
        poll = self._controller.presentation.poll
        columns = 2 if low and poll is not None and poll.second is None else 1
        if columns != self._columns:
            self._columns = columns
            self._place_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._only.setVisible(self.width() >= px(430))

    def row_of(self, key: str) -> VoteRow:
        return self._rows[key]

    def take_focus(self) -> None:
        """To the first option."""
        if self._rows:
            next(iter(self._rows.values())).field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def in_use(self) -> bool:
        return any(one.field.hasFocus() for one in self._rows.values())

    @Slot()
    def refresh(self) -> None:
        poll = self._controller.presentation.poll
        self.setVisible(poll is not None)
        if poll is None:
            return
        if tuple(self._rows) != poll.keys:
            self._build(poll.keys)
        most = max(*poll.first, *(poll.second or (0,)), 1)
        for place, made in enumerate(self._rows.values()):
            first = poll.first[place] if poll.second is not None else None
            made.show_hands(poll.counts[place], most, first)
        self._round.setText(f"{ROUNDS[poll.round]}作答")
        self._total.setText(f"{poll.total} 人次")
        self._again.setVisible(poll.second is None)
        answered = any(poll.first) and not self._controller.presentation.may_vote_again
        self._again.setEnabled(any(poll.first) and not answered)
        self._again.setToolTip(ANSWERED if answered else "")
        self._clear.setEnabled(bool(poll.total))

    def _build(self, keys: tuple[str, ...]) -> None:
        if self.in_use:
            self.left.emit()
        clear(self._grid)
        self._rows = {key: VoteRow(key) for key in keys}
        for key, made in self._rows.items():
            made.counted.connect(lambda hands, key=key: self._controller.count(key, hands))
            made.field.letter.connect(self._choose)
            made.field.left.connect(self.left)
        self._place_rows()

    def _place_rows(self) -> None:
        for place, made in enumerate(self._rows.values()):
            made.set_narrow(self._columns > 1)
            self._grid.addWidget(made, place // self._columns, place % self._columns)

    @Slot(str)
    def _choose(self, letter: str) -> None:
        if letter in self._rows:
            self._rows[letter].field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _quiet(text: str) -> Button:
    made = Button(text, "default", small=True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
