"""Builds pages from their keys. Each page is imported when it is first asked for, never at start."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.ui.kit.page import Page

if TYPE_CHECKING:
    from app.services.services import Services


class PageFactory:
    def __init__(self, services: "Services", data_folder: Path) -> None:
        self._services, self._data_folder = services, data_folder
        self._recent: list[str] = []
        self._builders: dict[str, Callable[[object], Page]] = {
            "home": self._home,
            "welcome": self._welcome,
            "library": self._library,
            "case": self._case,
            "regulations": self._regulations,
            "notes": self._notes,
            "search": self._search,
            "practice": self._practice,
            "practice_round": self._practice_round,
            "exams": self._exams,
            "exam": self._exam,
            "results": self._results,
            "records": self._records,
            "settings": self._settings,
            "presenter": self._presenter,
            "rectify": self._rectify,
        }

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._builders)

    def build(self, key: str, argument: object = None) -> Page:
        return self._builders[key](argument)

    def _home(self, argument: object) -> Page:
        from app.ui.home.home_page import HomePage

        one = self._services
        return HomePage(one.library, one.study, one.home, lambda: one.exams, one.records, one.profiles)

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
        return CasePage(one.library, one.study, one.annotations, one.practice, one.settings, argument)

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

    def _practice(self, argument: object) -> Page:
        from app.domain.practice import PracticeSource
        from app.ui.practice.practice_page import PracticePage

        source = argument if isinstance(argument, PracticeSource) else None
        return PracticePage(self._services.library, self._services.practice, source)

    def _practice_round(self, argument: object) -> Page:
        from app.ui.practice.practice_round_page import PracticeRoundPage

        return PracticeRoundPage(self._services.library, self._services.practice, argument)

    def _exams(self, argument: object) -> Page:
        from app.ui.exam.exam_lobby_page import ExamLobbyPage

        return ExamLobbyPage(self._services.exams, self._services.profiles)

    def _exam(self, argument: object) -> Page:
        from app.ui.exam.exam_page import ExamPage

        return ExamPage(self._services.exams, cast(str, argument))

    def _results(self, argument: object) -> Page:
        from app.ui.exam.results_page import ResultsPage

        one = self._services
        return ResultsPage(one.exams, one.library, one.practice, cast("str | None", argument))

    def _records(self, argument: object) -> Page:
        from app.ui.records.records_page import RecordsPage

        one = self._services
        return RecordsPage(one.records, one.library, one.practice, one.profiles)

    def _settings(self, argument: object) -> Page:
        from app.ui.settings.settings_page import SettingsPage

        one = self._services
        return SettingsPage(one.settings, one.profiles, one.library, one.trouble, self._data_folder, argument)

    def _presenter(self, argument: object) -> Page:
        from app.ui.presenter.presenter_page import PresenterPage

        return PresenterPage()

    def _rectify(self, argument: object) -> Page:
        from app.ui.rectify.rectify_page import RectifyPage

        return RectifyPage()

    def _remember(self, query: str) -> None:
        if query in self._recent:
            self._recent.remove(query)
        self._recent.insert(0, query)
        del self._recent[5:]
