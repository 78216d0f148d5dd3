"""A campaign of the tour: its year, its departments, and what a person does at every page of 改."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.services.services import Services
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.page import Page
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.toast import Toast
from app.ui.tour.file_dialog import answer_file_dialog
from app.ui.tour.stage import Stage, TourError, children

W = TypeVar("W", bound=QWidget)


class RectifyYear:
    """``folder`` takes the files that people make, send and sign."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage, self.folder = stage, folder
        today = stage.clock.now().astimezone()
        self.year = today.year + 1
        self.campaign = ""
        self.unit_ids: dict[str, str] = {}

    @property
    def services(self) -> Services:
        return self.stage.services

    @property
    def page(self) -> Page:
        page = self.stage.application.window.page
        assert page is not None
        return page

    def day(self, month: int, day: int, years: int = 0) -> date:
        return date(self.year + years, month, day)

    def on(self, month: int, day: int, years: int = 0) -> None:
        """The morning of a day that is still to come."""
        self.stage.clock.go_to(self.day(month, day, years))
        if self.services.ledger.today() != self.day(month, day, years):
            raise TourError(f"时间已经过了 {self.day(month, day, years)}")

    def go(self, key: str, argument: object = None) -> None:
        """Anew, also where that page is in front; what was just said there is put away."""
        for toast in children(self.stage.window, Toast):
            toast.hide()
        self.stage.go(key, argument)

    def write(self, name: str, text: str) -> None:
        """Into the field of that name, the one on top where there are several."""
        fields: list[QLineEdit | QPlainTextEdit] = [
            *self._named(QLineEdit, name),
            *self._named(QPlainTextEdit, name),
        ]
        if not fields:
            raise TourError(f"没有“{name}”这一栏")
        field = fields[-1]
        field.setFocus()
        field.setPlainText(text) if isinstance(field, QPlainTextEdit) else field.setText(text)
        self.stage.settle(0.02)

    def choose(self, name: str, words: str) -> None:
        fields = self._named(ChoiceField, name)
        place = fields[-1].findText(words) if fields else -1
        if place < 0:
            raise TourError(f"“{name}”里没有“{words}”")
        fields[-1].setCurrentIndex(place)
        self.stage.settle(0.05)

    def with_file(self, path: Path, act: Callable[[], None]) -> None:
        """``act`` asks for a file or a folder, and is given this one."""
        with answer_file_dialog(path):
            act()
        self.stage.settle(0.1)

    def press_with_file(self, name: str, path: Path) -> None:
        self.with_file(path, lambda: self.stage.press(name))

    def scroll(self, to_end: bool = False) -> None:
        """To the beginning of the page, or to its end."""
        QApplication.processEvents()
        for area in children(self.page, ScrollPage):
            if area.isVisible():
                area.scroll_to(area.verticalScrollBar().maximum() if to_end else 0)
        self.stage.settle(0.1)

    def scroll_by(self, pixels: int) -> None:
        for area in children(self.page, ScrollPage):
            if area.isVisible():
                area.scroll_to(area.verticalScrollBar().value() + pixels)
        self.stage.settle(0.1)

    def _named(self, kind: type[W], name: str) -> list[W]:
        window = self.stage.window
        found = [one for one in children(window, kind) if one.accessibleName() == name]
        return cast("list[W]", [one for one in found if one.isVisibleTo(window) and one.isEnabled()])
