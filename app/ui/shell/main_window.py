"""The window: a first frame at once, and the real shell in its place as soon as there is something to show."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.domain.settings import Appearance
from app.ui.kit.theme import apply_sheet, current_theme
from app.ui.shell.first_frame import FirstFrame
from app.ui.shell.measures import smallest_window

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.kit.banner import Banner
    from app.ui.kit.page import Page
    from app.ui.shell.shell import Shell


class MainWindow(QMainWindow):
    """Shown empty first; `fill` brings the services and the shell."""

    painted = Signal()  # once, after the first paint
    reopen_wanted = Signal()
    settled = Signal()  # after the first paint of a shell; the keys work

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shell: Shell | None = None
        self._was_painted = False
        self.setWindowTitle("镜鉴")
        self.setMinimumSize(*smallest_window(current_theme().scale))
        self.setCentralWidget(FirstFrame())

    @property
    def page(self) -> "Page | None":
        return self._shell.page if self._shell else None

    def fill(self, services: "Services", data_folder: Path) -> None:
        """Take the services into use and open the first page."""
        self._real_shell().fill(services, data_folder)
        self._show_shell()

    def empty(self, appearance: Appearance) -> None:
        """Back to the first frame, for other services to be filled in."""
        self._appearance = appearance
        if self._shell is not None:
            self.takeCentralWidget()
            self._shell.dissolve()
            self._shell = None
            self.setCentralWidget(FirstFrame())

    def go(self, key: str, argument: object = None) -> None:
        """Open a page; the way back is kept."""
        self._real_shell().go(key, argument)

    def back(self) -> None:
        self._real_shell().back()

    def notice(self, tone: str, text: str, closable: bool = False) -> None:
        """A strip above the page that stays."""
        self._real_shell().notice(tone, text, closable)
        self._show_shell()

    def add_notice(self, banner: "Banner") -> None:
        """A strip of one's own making."""
        self._real_shell().add_notice(banner)
        self._show_shell()

    def say(self, tone: str, text: str) -> None:
        """A short message; what went wrong stays longer."""
        self._real_shell().say(tone, text)
        self._show_shell()

    def rebuild(self) -> None:
        """Everything anew in the current theme and scale, at the same place."""
        self._real_shell().rebuild()

    def restyle(self) -> None:
        self._real_shell().restyle()

    # slots

    def _settle(self) -> None:
        self._real_shell().settle()
        self.settled.emit()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._shell:
            self._shell.leave()
        super().closeEvent(event)

    # private

    def _real_shell(self) -> "Shell":
        if self._shell is None:
            from app.ui.shell.shell import Shell

            self._shell = Shell(self._appearance, self)
            self._shell.painted.connect(self._settle)
            self._shell.reopen_wanted.connect(self.reopen_wanted)
        return self._shell

    def _show_shell(self) -> None:
        """In the place of the first frame. Before `fill` only trouble asks for it, to have a place for the notice."""
        if self.centralWidget() is not self._shell:
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            self.setCentralWidget(self._real_shell())
            apply_sheet(application)
