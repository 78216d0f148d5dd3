"""讲: the pages of decks and meetings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.kit.page import Page

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.presenter.deck_printing import DeckPrinting
    from app.ui.presenter.meeting_papers import MeetingPapers


class PresenterPages:
    """Each is imported when it is first asked for; ``builders`` says by which key."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def builders(self) -> dict[str, Callable[[object], Page]]:
        return {
            "presenter": self._presenter,
            "deck_edit": self._deck_edit,
            "meetings": self._meetings,
            "meeting_edit": self._meeting_edit,
            "meeting_room": self._meeting_room,
        }

    def _presenter(self, argument: object) -> Page:
        from app.ui.presenter.presenter_page import PresenterPage

        one = self._services
        return PresenterPage(one.decks, one.meetings, one.library, self._printing())

    def _deck_edit(self, argument: object) -> Page:
        from app.ui.presenter.deck_edit_page import DeckEditPage

        one = self._services
        return DeckEditPage(one.decks, one.library, self._printing(), argument)

    def _meetings(self, argument: object) -> Page:
        from app.ui.presenter.meeting_list_page import MeetingListPage

        one = self._services
        return MeetingListPage(one.meetings, self._meeting_papers(), one.profiles.current.unit)

    def _meeting_edit(self, argument: object) -> Page:
        from app.ui.presenter.meeting_edit_page import MeetingEditPage

        one = self._services
        return MeetingEditPage(one.meetings, one.decks, one.library, self._meeting_papers(), argument)

    def _meeting_room(self, argument: object) -> Page:
        from app.ui.presenter.meeting_room_page import MeetingRoomPage

        return MeetingRoomPage(self._services.meetings, self._meeting_papers(), argument)

    def _printing(self) -> "DeckPrinting":
        from app.ui.presenter.deck_printing import DeckPrinting

        return DeckPrinting(self._services.meeting_documents, self._services.decks.files.path)

    def _meeting_papers(self) -> "MeetingPapers":
        from app.ui.presenter.meeting_papers import MeetingPapers

        return MeetingPapers(self._services.meetings, self._services.meeting_documents)
