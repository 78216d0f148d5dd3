"""What is kept of 成果归集 and counts nowhere: void entries with their reasons, folded away, what is left of wiped
ones, and the whole history."""

from collections.abc import Callable, Sequence

from app.domain.ledger.stub import Stub
from app.services.outcome_service import OutcomeService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.parts.day_words import moment_words
from app.ui.rectify.change_entry import open_history
from app.ui.rectify.outcome_acts import Act
from app.ui.rectify.outcome_line import OutcomeLine
from app.ui.rectify.stubs_note import StubsNote


class OutcomePast(Card):
    def __init__(
        self,
        outcomes: OutcomeService,
        stubs: Callable[[str], Sequence[Stub]] = lambda _: (),
        erases: Callable[[str], Sequence[Act]] = lambda _: (),
    ) -> None:
        """``stubs`` of a campaign; ``erases`` gives the button that wipes an entry, or none."""
        super().__init__()
        self._outcomes, self._campaign = outcomes, ""
        self._stubs_of, self._erases = stubs, erases
        self._wiped = StubsNote()
        self.fold = button("已作废 0 条", "link", "chevron_right")
        self._history = button("历史记录", "link", "history", tip="谁在什么时候登记、列入、作废", name="成果的历史记录")
        self._lines = column(spacing=2)
        self._body = boxed(self._lines)
        self._open = False
        head = row(self.fold, None, self._history)
        self.setLayout(column(head, self._body, self._wiped, margins=(18, 8, 18, 8), spacing=4))
        self.setAccessibleName("已作废的成果和历史记录")
        self.fold.clicked.connect(self._turn)
        self._history.clicked.connect(self._open_history)

    def _open_history(self) -> None:
        open_history(self, self._outcomes.history(self._campaign), {})

    def _turn(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        """A word says what pressing does, for who cannot see the arrow."""
        words = self.fold.label()
        self.fold.set_icon("chevron_down" if self._open else "chevron_right")
        self.fold.setAccessibleName(f"{words}，{'收起' if self._open else '展开'}")
        self._body.setVisible(self._open and not self.fold.isHidden())

    def show_campaign(self, campaign_id: str) -> None:
        self._campaign, entries = campaign_id, self._outcomes.voided(campaign_id)
        clear(self._lines)
        for one in entries:
            when = f"{one.batch}　{moment_words(one.utc)}　{one.by or '未具名'} 作废"
            self._lines.addWidget(OutcomeLine(one.name, f"{when}　原因：{one.reason}", self._erases(one.id)))
        self.fold.set_label(f"已作废 {len(entries)} 条")
        self.fold.setVisible(bool(entries))
        self._wiped.show_stubs(self._stubs_of(campaign_id))
        self._show()
