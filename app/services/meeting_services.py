"""The services of 讲, a part of what the windows and the command line are handed."""

from __future__ import annotations  # a service is imported when it is first asked for: at start few are

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from app.domain.clock import Clock
    from app.services.bus import EventBus
    from app.services.deck_service import DeckService
    from app.services.library_service import LibraryService
    from app.services.meeting_documents import MeetingDocuments
    from app.services.meeting_service import MeetingService
    from app.services.presenter_choices import PresenterChoices
    from app.services.profile_service import ProfileService
    from app.storage.database import Database
    from app.storage.journal import Journal
    from app.storage.spoken_connection import SpokenConnection


class MeetingServices:
    """What is planned and held belongs to the unit, how one likes to present to the person; `Services` fills in what
    they need."""

    bus: EventBus
    library: LibraryService
    profiles: ProfileService
    _clock: Clock
    _chance: random.Random
    _connection: SpokenConnection
    _journal: Journal
    _unit: Database
    _unit_journal: Journal

    @cached_property
    def decks(self) -> DeckService:
        from app.services.deck_files import DeckFiles
        from app.services.deck_service import DeckService
        from app.storage.deck_store import DeckStore

        store, unit = DeckStore(self._unit.connection), self._unit.path
        return DeckService(
            self.library,
            self._unit_journal,
            store,
            DeckFiles(unit.parent / "decks" if unit else None, store),
            self.bus,
            self._clock,
            lambda: self.profiles.current,
            self._unit.path is not None,
        )

    @cached_property
    def meetings(self) -> MeetingService:
        from app.services.meeting_desk import MeetingDesk
        from app.services.meeting_service import MeetingService
        from app.storage.meeting_store import MeetingStore
        from app.storage.stage_store import StageStore

        desk = MeetingDesk(
            self._unit_journal,
            MeetingStore(self._unit.connection),
            StageStore(self._unit.connection),
            self.bus,
            self._clock,
            lambda: self.profiles.current.shown_name,
            self._unit.path is not None,
        )
        return MeetingService(desk, self.decks, self.library, self._chance)

    @cached_property
    def presenter_choices(self) -> PresenterChoices:
        from app.services.presenter_choices import PresenterChoices
        from app.storage.setting_store import SettingStore

        return PresenterChoices(self._journal, SettingStore(self._connection))

    @cached_property
    def meeting_documents(self) -> MeetingDocuments:
        from app.services.meeting_documents import MeetingDocuments

        return MeetingDocuments(self._clock, lambda: self.library.fingerprint)
