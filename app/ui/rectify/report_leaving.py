"""Leaving a month of which something could not be kept."""

from collections.abc import Callable

from app.ui.kit.page import Page
from app.ui.rectify.refused_question import ask_refused, ask_when_gone
from app.ui.rectify.report_form import ReportForm
from app.ui.rectify.report_keeping import ReportKeeping


class ReportLeaving:
    def __init__(self, page: Page, form: ReportForm, keeping: ReportKeeping, save: Callable[[], bool]) -> None:
        self._page, self._form, self._keeping, self._save = page, form, keeping, save

    def go_on(self, go: Callable[[], None], stay: Callable[[], None]) -> None:
        """To another unit or month: not before somebody has said what becomes of what could not be kept."""
        if not self._keeping.unsaved or self._save():
            go()
        else:
            ask_refused(self._page, go, stay)

    def left(self, key: tuple[str, str, str]) -> None:
        """The page goes."""
        if texts := self.texts():
            ask_when_gone(self._page, (*key, texts))

    def texts(self) -> dict[str, str]:
        """What could not be kept, by place."""
        return self._form.texts(flag.place for flag in self._keeping.refused)

    def put_back(self, texts: object) -> None:
        """Into the form, after the page was built anew."""
        if isinstance(texts, dict) and texts:
            self._form.put(texts)
            self._save()
