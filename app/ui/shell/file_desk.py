"""What the window does with a file that was opened from outside, by double click."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.kit.banner import Banner
from app.ui.kit.modal import Modal
from app.ui.shell.main_window import MainWindow
from app.ui.shell.opened_file import LATER, OpenedFile, opened_file

IDLE = ("home", "unit_exam")
"""Nobody is in the middle of something there: a file may be opened without asking."""


class FileDesk:
    """One for each time that the data is opened; its notice goes with the shell."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._banner: Banner | None = None

    def open(self, file: Path) -> None:
        """Say what it is and where it belongs; a page that takes the whole window (an exam) is not left for it."""
        opened, page = opened_file(file), self._window.page
        busy = page is None or not page.facts.rail or self._is_asking()
        if self._banner is not None:
            self._banner.dismiss()
        if opened.taken and not busy and page is not None and page.facts.key in IDLE:
            self._go_on_with(opened, file)
            return
        words = opened.text + (LATER if busy and opened.taken else "")
        tone = "ink" if opened.page else "amber"
        self._banner = Banner(words, tone, "" if busy else opened.action, closable=True)
        self._banner.acted.connect(lambda: self._go_on_with(opened, file))
        self._banner.put_away.connect(self._forget)
        self._window.add_notice(self._banner)

    def _is_asking(self) -> bool:
        modals: Iterable[Modal] = self._window.findChildren(Modal)
        return any(modal.isVisible() for modal in modals) or QApplication.activeModalWidget() is not None

    def _go_on_with(self, opened: OpenedFile, file: Path) -> None:
        self._window.go(opened.page, opened.argument)
        if self._banner is not None:
            self._banner.dismiss()
        if opened.taken and (take := getattr(self._window.page, "open_file", None)):
            take(file)

    def _forget(self) -> None:
        self._banner = None
