"""Builds pages from their keys. Each page is imported when it is first asked for, never at start."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.ui.kit.page import Page
from app.ui.shell.presenter_pages import PresenterPages
from app.ui.shell.question_pages import QuestionPages
from app.ui.shell.rectify_pages import RectifyPages

if TYPE_CHECKING:
    from app.services.services import Services


class PageFactory:
    def __init__(self, services: "Services", data_folder: Path) -> None:
        self._services, self._data_folder = services, data_folder
        self._recent: list[str] = []
        self._questions = QuestionPages(services)
        self._builders: dict[str, Callable[[object], Page]] = {
            "home": self._home,
            "welcome": self._welcome,
            "library": self._library,
            "case": self._case,
            "regulations": self._regulations,
            "notes": self._notes,
            "search": self._search,
            "records": self._records,
            "settings": self._settings,
            "guide": self._guide,
            **self._questions.builders(),
            **PresenterPages(services).builders(),
            **RectifyPages(services).builders(),
        }

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._builders)

    def build(self, key: str, argument: object = None) -> Page:
        return self._questions.instead_of(key) or self._builders[key](argument)

    def _home(self, argument: object) -> Page:
        from app.ui.home.home_page import HomePage
        from app.ui.home.unit_cards import UnitServices

        one = self._services  # asked at the start only for what is wanted
        unit = UnitServices(lambda: one.meetings, lambda: one.ledger_dues, lambda: one.ledger, lambda: one.self_checks)
        return HomePage(one.library, one.study, one.home, lambda: one.exams, one.records, one.profiles, unit)

    def _welcome(self, argument: object) -> Page:
        from app.ui.welcome.welcome_page import WelcomePage

        return WelcomePage(self._services.profiles, self._services.settings)

    def _library(self, argument: object) -> Page:
        from app.ui.library.library_page import LibraryPage

        one = self._services
        return LibraryPage(one.library, one.study, one.annotations, argument)

    def _case(self, argument: object) -> Page:
        from app.ui.library.case_page import CasePage

        one = self._services
        parts = (one.library, one.study, one.annotations, one.practice, one.settings, argument)
        return CasePage(*parts, issues=lambda case_id: one.case_issues.of(case_id))

    def _regulations(self, argument: object) -> Page:
        from app.ui.regulations.regulations_page import RegulationsPage

        return RegulationsPage(self._services.library, argument, appearance=self._services.settings.appearance)

    def _notes(self, argument: object) -> Page:
        from app.ui.notes.notes_page import NotesPage

        return NotesPage(self._services.annotations, self._services.library)

    def _search(self, argument: object) -> Page:
        from app.ui.search.search_page import SearchPage

        page = SearchPage(self._services.search, self._services.library, str(argument or ""), self._recent)
        page.searched.connect(self._remember)
        return page

    def _records(self, argument: object) -> Page:
        from app.ui.records.records_page import RecordsPage

        one = self._services
        return RecordsPage(one.records, one.library, one.practice, one.profiles)

    def _settings(self, argument: object) -> Page:
        from app.ui.settings.settings_page import SettingsPage

        one = self._services
        return SettingsPage(
            *(one.settings, one.profiles, one.library, one.trouble, self._data_folder, argument),
            review=one.review,
            evidence=lambda: one.evidence,
        )

    def _guide(self, argument: object) -> Page:
        from app.ui.guide.guide_page import GuidePage

        return GuidePage(self._services.guide, self._services.settings.appearance, argument)

    def _remember(self, query: str) -> None:
        if query in self._recent:
            self._recent.remove(query)
        self._recent.insert(0, query)
        del self._recent[5:]
