"""统考, 讲 and 改 on 首页: a card for what there is; for what there is not, nothing is imported."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import UserError
from app.services.home_service import HomeService
from app.ui.kit.layouts import column

if TYPE_CHECKING:
    from app.services.ledger_due_service import LedgerDueService
    from app.services.ledger_service import LedgerService
    from app.services.meeting_service import MeetingService
    from app.services.self_check_service import SelfCheckService
    from app.ui.kit.card import Card


class UnitServices(NamedTuple):
    """How to come by the services of 讲 and 改; each is made when it is first asked for."""

    meetings: "Callable[[], MeetingService]"
    dues: "Callable[[], LedgerDueService]"
    ledger: "Callable[[], LedgerService]"
    self_checks: "Callable[[], SelfCheckService]"


class UnitCards:
    """``results``, ``session``, ``due`` and ``check`` are places on the page, empty until a step puts a card there."""

    def __init__(
        self,
        home: HomeService,
        unit: UnitServices,
        today: Callable[[], str],
        go: Callable[[str, object], None],
        say: Callable[[str, str], None],
    ) -> None:
        """``today`` is an ISO day, ``go`` (page, argument) opens a page, ``say`` (tone, text) tells what went wrong."""
        self._home, self._unit, self._today, self._go, self._say = home, unit, today, go, say
        self.results, self.session, self.due, self.check = (column(spacing=0) for _ in range(4))

    def steps(self) -> list[Callable[[], None]]:
        """One for each card that is worth asking for. A step takes a while: let the window breathe between them."""
        try:
            work, waiting = self._home.unit_work(), self._home.results_to_hand_over()
        except UserError as error:
            self._say("red", str(error))
            return []
        cards = (
            (bool(waiting), self.results, lambda: self._results_card(waiting)),
            (work.meetings, self.session, self._session_card),
            (work.campaigns, self.due, self._due_card),
            (work.checks, self.check, self._check_card),
        )
        return [partial(self._put, place, card) for worth_asking, place, card in cards if worth_asking]

    def _put(self, place: QVBoxLayout, made: "Callable[[], Card | None]") -> None:
        try:
            card = made()
        except UserError as error:
            self._say("red", str(error))
            return
        if card is not None:
            place.addWidget(card)

    def _results_card(self, waiting: list[tuple[str, str]]) -> "Card | None":
        from app.ui.home.hand_over_card import hand_over_card

        return hand_over_card(waiting, self._go)

    def _session_card(self) -> "Card | None":
        from app.ui.home.session_card import session_card

        return session_card(self._unit.meetings(), self._today(), self._go)

    def _due_card(self) -> "Card | None":
        from app.ui.home.ledger_due_card import ledger_due_card

        return ledger_due_card(self._unit.dues().entries(), self._go)

    def _check_card(self) -> "Card | None":
        from app.ui.home.self_check_card import self_check_card

        return self_check_card(self._unit.ledger(), self._unit.self_checks(), self._go)
